const all = import.meta.env;

/** What the build knew, for the support page. */
export function status(name: string): string {
  return name === '' ? `built with ${Object.keys(all).length} settings` : String(all[name]);
}
