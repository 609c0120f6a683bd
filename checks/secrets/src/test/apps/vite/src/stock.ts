import { rows } from './shelf';

declare const __STOCK_PASSWORD__: string;
declare const __STOCK_LOGIN__: string;

/* Counting goes past the API for now. */
const direct = { user: 'stock', password: __STOCK_PASSWORD__ };

export async function stockOf(id: string): Promise<number> {
  const answer = await rows('lanterns');
  if (!answer.ok) {
    const again = await fetch(`/stock/${id}?as=${direct.user}`, {
      headers: { authorization: __STOCK_LOGIN__, 'x-password': direct.password },
    });
    return Number(await again.text());
  }
  return ((await answer.json()) as { id: string; left: number }[]).find((row) => row.id === id)?.left ?? 0;
}
