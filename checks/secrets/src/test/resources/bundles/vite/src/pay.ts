import { receipt } from './receipts';

// Until the server has a checkout of its own.
const stripe = { account: 'lantern', key: import.meta.env.VITE_STRIPE_SECRET_KEY as string };

export async function pay(euros: number): Promise<void> {
  const answer = await fetch('https://payments.example.test/v1/charges', {
    method: 'POST',
    headers: { authorization: `Bearer ${stripe.key}` },
    body: new URLSearchParams({ amount: String(euros * 100), account: stripe.account }),
  });
  await receipt(await answer.text());
}

/*
 * The old way, kept for the accountant:
 *   signature = hmac(body, "PLACEHOLDER_WEBHOOK_012345678901234567")
 */
