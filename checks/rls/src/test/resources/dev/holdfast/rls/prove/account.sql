create role account_app nologin;
grant usage on schema public to account_app;
create schema app;
grant usage on schema app to account_app;
create function app.account() returns bigint language sql stable
  as $$ select nullif(current_setting('app.account_id', true), '')::bigint $$;
create table public.accounts (id bigint primary key, name text);
create table public.invoices (
  id bigint primary key, account_id bigint references public.accounts, paid boolean default false
);
alter table public.accounts enable row level security;
alter table public.invoices enable row level security;
alter table public.accounts force row level security;
alter table public.invoices force row level security;
grant select on public.accounts to account_app;
grant select, insert, update, delete on public.invoices to account_app;
create policy own on public.accounts to account_app using (id = (select app.account()));
create policy own on public.invoices to account_app
  using (account_id = nullif(current_setting('app.account_id', true), '')::bigint)
  with check (account_id = (select app.account()));
