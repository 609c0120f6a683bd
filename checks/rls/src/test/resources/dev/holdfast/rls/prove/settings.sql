create role app_user nologin;
create table public.orders (
  id integer primary key, customer text not null, note text
);
alter table public.orders enable row level security;
grant usage on schema public to app_user;
grant select, insert, update, delete on public.orders to app_user;
create policy own on public.orders to app_user
  using (customer = nullif(current_setting('app.customer', true), ''))
  with check (customer = (current_setting('app.claims', true)::jsonb -> 'account' ->> 'id'));
