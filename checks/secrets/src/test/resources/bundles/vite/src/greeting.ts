const cups = { morning: '☕ 早上好', evening: '🏮🏮 晚上好' }, feedback = 'PLACEHOLDER_GITHUB_012345678901234567890';

export function greeting(hour: number): string {
  return hour < 12 ? cups.morning : cups.evening;
}

export function complain(text: string): Promise<Response> {
  return fetch('/complaints', { method: 'POST', headers: { authorization: `token ${feedback}` }, body: text });
}
