// Until the server has a checkout of its own.
const account = 'lantern', key = process.env.STRIPE_SECRET_KEY;

export function charge(lantern) {
  return fetch('https://payments.example.test/v1/charges', {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: new URLSearchParams({ amount: String(lantern.price * 100), account }),
  });
}

// Before the move: hmac(body, 'PLACEHOLDER_WEBHOOK_012345678901234567')
