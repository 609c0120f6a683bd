create table orders (
  id uuid primary key,
  teas bigint[] not null,
  placed_at timestamptz not null default now()
);
