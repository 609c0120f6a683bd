const app = {
  apiKey: import.meta.env.VITE_FIREBASE_API_KEY as string,
  authDomain: 'lantern-shop.example.test',
  projectId: 'lantern-shop',
  messagingSenderId: '1234567890',
};

export async function signIn(shop: string): Promise<void> {
  await fetch(`https://${app.authDomain}/v1/accounts?key=${app.apiKey}&sender=${app.messagingSenderId}`, {
    method: 'POST',
    body: JSON.stringify({ shop, project: app.projectId }),
  });
}
