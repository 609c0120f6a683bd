// Receipts go straight into the bucket.
const bucket = {
  region: 'eu-north-1',
  id: import.meta.env.VITE_AWS_ACCESS_KEY_ID as string,
  secret: import.meta.env.VITE_AWS_SECRET_ACCESS_KEY as string,
};

export function receipt(text: string): Promise<Response> {
  // Before: curl -H "apikey: PLACEHOLDER_SB_SECRET_0123456789012345678" …
  return fetch(`/receipts?region=${bucket.region}&as=${bucket.id}&sign=${bucket.secret.length}`, {
    method: 'PUT',
    headers: { 'x-sign': bucket.secret },
    body: text,
  });
}
