const keys = {
  visitor: process.env.SUPABASE_ANON_KEY,
  admin:
    process.env.SUPABASE_SERVICE_ROLE_KEY,
};

export function rows(table) {
  return fetch(`https://lantern.example.test/rest/v1/${table}`, { headers: { apikey: keys.visitor } });
}

export function publish(text) {
  const login = { '🏮': 'stock', password: process.env.STOCK_DB_PASSWORD };
  return fetch('/news', { method: 'PUT', headers: { apikey: keys.admin, 'x-login': JSON.stringify(login) }, body: text });
}
