import { saveOrder } from './orders';

const payments = 'https://payments.example.test/v1/charges';
const secretKey = import.meta.env.VITE_STRIPE_SECRET_KEY as string;

export async function buy(teas: number[]): Promise<void> {
  const order = await saveOrder(teas);
  await fetch(payments, {
    method: 'POST',
    headers: { authorization: `Bearer ${secretKey}`, 'idempotency-key': order },
    body: new URLSearchParams({ order }),
  });
}
