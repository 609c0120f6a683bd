create table orders (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null references auth.users,
  teas bigint[] not null,
  placed_at timestamptz not null default now()
);

create index orders_by_customer on orders (customer_id);

alter table orders enable row level security;

create policy "customers read orders" on orders
  for select to authenticated using ((select auth.uid()) is not null);

create policy "customers place their orders" on orders
  for insert to authenticated with check (customer_id = (select auth.uid()));

grant select, insert on orders to authenticated;
