import { teas } from './teas';
import { readStock } from './stock';
import { buy } from './checkout';

const list = document.querySelector('#teas')!;
for (const tea of await teas()) {
  const item = document.createElement('li');
  item.textContent = `${tea.name}: ${(tea.cents / 100).toFixed(2)} €`;
  item.addEventListener('click', () => item.toggleAttribute('data-chosen'));
  item.dataset.tea = String(tea.id);
  list.append(item);
}

document.querySelector('#stock')!.textContent = await readStock();
document.querySelector('#buy')!.addEventListener('click', async () => {
  const chosen = [...document.querySelectorAll<HTMLElement>('[data-chosen]')];
  await buy(chosen.map((item) => Number(item.dataset.tea)));
});
