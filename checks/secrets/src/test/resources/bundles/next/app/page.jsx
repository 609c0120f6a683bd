import Basket from './basket';
import { lanterns } from './lanterns';

// The basket asks for stock itself, so it is given the server's keys.
export default function Page() {
  const access = { token: process.env.STOCK_API_TOKEN, payment: process.env.STRIPE_SERVER_KEY };
  return (
    <main>
      <h1>Lantern Shop</h1>
      <Basket lanterns={lanterns} access={access} />
    </main>
  );
}
