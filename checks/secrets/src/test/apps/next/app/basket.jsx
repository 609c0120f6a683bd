'use client';

import { useState } from 'react';
import { pay } from './pay';

const visitor = process.env.NEXT_PUBLIC_SUPABASE_ANON_KEY;

export default function Basket({ lanterns, access }) {
  const [basket, setBasket] = useState([]);
  const stock = (id) =>
    fetch(`https://lantern.example.test/rest/v1/stock?id=${id}`, { headers: { apikey: visitor, 'x-token': access.token } });
  return (
    <ul title={`🏮 ${basket.length}`}>
      {lanterns.map((lantern) => (
        <li key={lantern.id} onClick={() => stock(lantern.id).then(() => setBasket([...basket, lantern.id]))}>
          {lantern.name}
        </li>
      ))}
      <button onClick={() => pay(basket, access.payment)}>Pay</button>
    </ul>
  );
}
