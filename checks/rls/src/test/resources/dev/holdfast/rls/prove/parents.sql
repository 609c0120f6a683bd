create table public.orgs (id uuid primary key, name text not null);
create table public.profiles (id uuid primary key references auth.users, nickname text);
create table public.org_users (
  org_id uuid not null references public.orgs, user_id uuid not null, primary key (org_id, user_id)
);
create table public.projects (id uuid primary key, org_id uuid not null references public.orgs, name text);
create table public.tasks (id uuid primary key, project_id uuid not null references public.projects, title text);
create table public.comments (id uuid primary key, task_id uuid references public.tasks, body text);
alter table public.orgs enable row level security;
alter table public.profiles enable row level security;
alter table public.org_users enable row level security;
alter table public.projects enable row level security;
alter table public.tasks enable row level security;
alter table public.comments enable row level security;
grant select, insert, update, delete on public.profiles, public.projects, public.tasks, public.comments to authenticated;
grant select on public.orgs, public.org_users to authenticated;
create policy own on public.profiles to authenticated using (id = auth.uid());
create policy mine on public.org_users for select to authenticated using (user_id = auth.uid());
create policy ours on public.orgs for select to authenticated
  using (id in (select m.org_id from public.org_users m where m.user_id = auth.uid()));
create policy ours on public.projects to authenticated
  using (org_id in (select m.org_id from public.org_users m where m.user_id = auth.uid()));
create policy ours on public.tasks to authenticated using (
  exists (select 1 from public.projects p join public.org_users m on m.org_id = p.org_id
          where p.id = tasks.project_id and m.user_id = auth.uid()));
create policy ours on public.comments to authenticated
  using (task_id in (select t.id from public.tasks t));
