// Where the shop keeps its rows.
export const shelf = {
  name: import.meta.env.VITE_SHOP_NAME as string,
  url: import.meta.env.VITE_SUPABASE_URL as string,
  visitorKey: import.meta.env.VITE_SUPABASE_ANON_KEY as string,
  newVisitorKey: import.meta.env.VITE_SUPABASE_PUBLISHABLE_KEY as string,
  adminKey: String(
    import.meta.env.VITE_SUPABASE_SERVICE_ROLE_KEY,
  ),
};

export function rows(table: string): Promise<Response> {
  const key = table === 'lanterns' ? shelf.visitorKey : shelf.adminKey;
  return fetch(`${shelf.url}/rest/v1/${table}`, { headers: { apikey: key, 'x-new-key': shelf.newVisitorKey } });
}
