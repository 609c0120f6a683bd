export const lanterns = [
  { id: 'brass', name: 'Brass lantern', price: 49 },
  { id: 'paper', name: 'Paper lantern', price: 9 },
];
