create type public.state as enum ('open', 'done');
create table public.orgs (id uuid primary key default gen_random_uuid(), name text not null);
create table public.org_users (
  org_id uuid not null references public.orgs, user_id uuid not null,
  role text not null default 'member', primary key (org_id, user_id)
);
create table public."Order Lines" (
  "Line No" bigint generated always as identity primary key,
  org_id uuid not null references public.orgs on delete cascade,
  "select" public.state not null default 'open',
  twice integer generated always as (2) stored
);
create table public.projects (
  id serial primary key, org_id uuid not null references public.orgs,
  parent_id integer references public.projects on delete set null,
  name text not null, slug text unique
);
create table public.tasks (
  id uuid primary key default gen_random_uuid(), org_id uuid not null,
  project_id integer not null references public.projects on update cascade on delete cascade
    deferrable initially deferred,
  line bigint references public."Order Lines", state public.state, title text
);
create table public.events (
  org_id uuid not null, happened_at timestamptz not null, id uuid not null default gen_random_uuid(),
  task_id uuid references public.tasks, note text, primary key (org_id, happened_at, id)
) partition by range (happened_at);
create table public.events_2026 partition of public.events
  for values from ('2026-01-01') to ('2027-01-01');
create table public.settings (org_id uuid primary key references public.orgs, "Colour" text);
create table public.plans (id integer primary key, price integer not null);
create table public.jobs (id bigint primary key, payload text);
create view public.task_list as select id, org_id, title from public.tasks;
create view public.job_list as select * from public.jobs;
create materialized view public.totals as select org_id, count(*) as tasks from public.tasks group by 1;
create function public.create_org(name text) returns uuid language plpgsql security definer
  set search_path = '' as $$
declare made uuid;
begin
  insert into public.orgs (name) values (create_org.name) returning id into made;
  insert into public.org_users (org_id, user_id) values (made, auth.uid());
  return made;
end $$;
alter table public.tasks enable row level security;
create policy "Everything, for now" on public.tasks using (true) with check (true);
create policy task_owner on public.tasks for select to anon using (title is null);
grant all on all tables in schema public to anon, authenticated;
grant all on all sequences in schema public to anon, authenticated;
