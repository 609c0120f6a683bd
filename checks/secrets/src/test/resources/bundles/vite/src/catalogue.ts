export interface Lantern {
  id: string;
  name: string;
  price: number;
}

export const lanterns: Lantern[] = [
  { id: 'brass', name: 'Brass lantern', price: 49 },
  { id: 'paper', name: 'Paper lantern', price: 9 },
];
