create table public.invoices (
  id bigint generated always as identity primary key, user_id uuid not null,
  state text not null default 'draft', total integer not null default 0, hidden boolean
);
alter table public.invoices enable row level security;
alter table public.invoices force row level security;
grant select, insert, update, delete on public.invoices to authenticated;
create policy floor on public.invoices as restrictive to authenticated
  using (user_id = auth.uid()) with check (user_id = auth.uid());
create policy anything on public.invoices to authenticated using (true) with check (true);
create policy drafts on public.invoices as restrictive for delete to authenticated
  using (case when state = 'draft' then true else coalesce(hidden, false) end);
