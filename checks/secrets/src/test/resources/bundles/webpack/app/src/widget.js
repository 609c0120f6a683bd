// A third party's snippet, as it came.
const settings = '{"place": "foot\\"er", "token": "PLACEHOLDER_NPM_012345678901234567890123"}';
const header = `x-feedback: 🏮 ${settings.length} PLACEHOLDER_GITHUB_012345678901234567890`;

export async function complain(text) {
  await fetch('/complaints', { method: 'POST', headers: { 'x-settings': settings, 'x-header': header }, body: text });
  return text;
}
