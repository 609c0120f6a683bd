create role shop_staff nologin;
grant usage on schema public to shop_staff;
create table public.shops (id integer primary key, login name not null unique);
create table public.sales (
  id integer primary key, shop_id integer not null references public.shops, sold_by text, total integer
);
alter table public.shops enable row level security;
alter table public.sales enable row level security;
grant select on public.shops to shop_staff;
grant select, insert, update, delete on public.sales to shop_staff;
create policy mine on public.shops to shop_staff using (login = current_user);
create policy floor on public.sales as restrictive
  using (shop_id = (select s.id from public.shops s where s.login = current_user));
create policy staff on public.sales to shop_staff using (true);
