export interface Tea {
  id: number;
  name: string;
  cents: number;
}

const api = {
  url: import.meta.env.VITE_SUPABASE_URL as string,
  key: import.meta.env.VITE_SUPABASE_PUBLISHABLE_KEY as string,
};

export async function teas(): Promise<Tea[]> {
  const answer = await fetch(`${api.url}/rest/v1/teas?select=*`, { headers: { apikey: api.key } });
  return (await answer.json()) as Tea[];
}
