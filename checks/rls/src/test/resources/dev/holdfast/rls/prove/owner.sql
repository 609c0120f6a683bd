create table public.notes (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null,
  title text not null,
  shared boolean not null default false
);
alter table public.notes enable row level security;
grant select, insert, update, delete on public.notes to authenticated;
create policy read_own on public.notes for select to authenticated using (user_id = (select auth.uid()));
create policy add_own on public.notes for insert to authenticated with check (user_id = auth.uid());
create policy change_own on public.notes for update to authenticated using (user_id = auth.uid());
create policy remove_own on public.notes for delete to authenticated using (auth.uid() = user_id);
