create table public.orgs (id uuid primary key, name text not null);
create table public.org_users (
  org_id uuid not null references public.orgs, user_id uuid not null,
  role text not null default 'member' check (role in ('member', 'admin')),
  primary key (org_id, user_id)
);
create table public.projects (
  id uuid primary key, org_id uuid not null references public.orgs, name text not null,
  unique (id, org_id)
);
create table public.tasks (
  id uuid primary key, project_id uuid not null, org_id uuid not null, title text,
  foreign key (project_id, org_id) references public.projects (id, org_id)
);
create function public.my_orgs() returns setof uuid language sql stable security definer set search_path = ''
  as $$ select org_id from public.org_users where user_id = auth.uid() $$;
create function public.is_admin(o uuid) returns boolean language plpgsql stable security definer set search_path = ''
  as $$ begin return exists (select 1 from public.org_users m where m.org_id = o and m.user_id = auth.uid() and m.role = 'admin'); end $$;
alter table public.orgs enable row level security;
alter table public.org_users enable row level security;
alter table public.projects enable row level security;
alter table public.tasks enable row level security;
grant select, insert, update, delete on all tables in schema public to authenticated;
create policy orgs_read on public.orgs for select to authenticated using (id in (select public.my_orgs()));
create policy members_read on public.org_users for select to authenticated using (user_id = auth.uid());
create policy members_add on public.org_users for insert to authenticated with check (public.is_admin(org_id) and user_id <> auth.uid());
create policy members_remove on public.org_users for delete to authenticated using (user_id = auth.uid());
create policy projects_all on public.projects to authenticated
  using (org_id = any (array(select public.my_orgs())))
  with check (org_id in (select m.org_id from public.org_users m where m.user_id = (select auth.uid())));
create policy tasks_read on public.tasks for select to authenticated using (
  exists (select 1 from public.projects p where p.id = tasks.project_id));
create policy tasks_add on public.tasks for insert to authenticated with check (public.is_admin(org_id));
create policy tasks_change on public.tasks for update to authenticated
  using (org_id in (select public.my_orgs())) with check (org_id in (select public.my_orgs()));
create policy tasks_remove on public.tasks for delete to authenticated using (
  exists (select 1 from public.org_users m join public.projects p on p.org_id = m.org_id
          where m.user_id = auth.uid() and p.id = tasks.project_id and m.role = 'admin'));
