import { lanterns } from './catalogue.js';
import { charge } from './pay.js';
import { publish, rows } from './rows.js';
import { complain } from './widget.js';

document.title = process.env.SHOP_NAME;

rows('lanterns').then(async (answer) => {
  const left = await answer.json();
  for (const lantern of lanterns) {
    const item = document.createElement('li');
    item.textContent = `${lantern.name} ☕ ${left[lantern.id] ?? 0}`;
    item.addEventListener('click', () => charge(lantern));
    document.body.append(item);
  }
});
window.addEventListener('error', (event) => complain(event.message).then(publish));
