import './shop.css';
import { lanterns } from './catalogue';
import { shelf } from './shelf';
import { stockOf } from './stock';
import { status } from './diagnostics';
import { signIn } from './firebase';
import { complain, greeting } from './greeting';

const list = document.querySelector('#shelf')!;
for (const lantern of lanterns) {
  const item = document.createElement('li');
  item.textContent = `${lantern.name}: ${lantern.price} €, ${await stockOf(lantern.id)} left`;
  list.append(item);
}

document.querySelector('h1')!.title = greeting(new Date().getHours());
document.querySelector('#status')!.textContent = status(location.hash.slice(1));
document.querySelector('#status')!.addEventListener('click', () => complain(location.href));
document.querySelector('#pay')!.addEventListener('click', async () => {
  await signIn(shelf.name);
  const { pay } = await import('./pay');
  await pay(lanterns[0]!.price);
});
