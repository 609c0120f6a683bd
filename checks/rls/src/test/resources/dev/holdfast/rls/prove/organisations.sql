create role org_app nologin;
grant usage on schema public to org_app;
create table public.organisations (id uuid primary key, name text not null);
create table public.cases (
  id uuid primary key,
  organisation_id uuid not null references public.organisations,
  title text not null,
  unique (id, organisation_id)
);
create table public.files (
  id uuid primary key,
  case_id uuid not null,
  organisation_id uuid not null,
  foreign key (case_id, organisation_id) references public.cases (id, organisation_id)
);
create table public.remarks (id bigint primary key, organisation text, body text);
alter table public.organisations enable row level security;
alter table public.cases enable row level security;
alter table public.files enable row level security;
alter table public.remarks enable row level security;
grant select, insert, update, delete on all tables in schema public to org_app;
create policy seen on public.organisations for select to org_app
  using (id = any (string_to_array(current_setting('cal3.current_organisation_ids', true), ',')::uuid[]));
create policy floor on public.cases as restrictive to org_app
  using (organisation_id = any (string_to_array(current_setting('cal3.current_organisation_ids', true), ',')::uuid[]))
  with check (organisation_id = any (string_to_array(current_setting('cal3.current_organisation_ids', true), ',')::uuid[]));
create policy everything on public.cases to org_app using (true);
create policy by_case on public.files to org_app
  using (exists (select 1 from public.cases c where c.id = files.case_id and c.organisation_id = files.organisation_id))
  with check (exists (select 1 from public.cases c where c.id = files.case_id));
create policy listed on public.remarks to org_app
  using (organisation::uuid in (select unnest(string_to_array(current_setting('cal3.current_organisation_ids', true), ',')::uuid[])));
