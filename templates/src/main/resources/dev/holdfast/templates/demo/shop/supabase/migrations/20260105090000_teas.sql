-- What is made in this schema is nobody's until it is granted.
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;
alter default privileges in schema public revoke all on functions from anon, authenticated;

create table teas (
  id bigint generated always as identity primary key,
  name text not null,
  cents integer not null check (cents > 0)
);

alter table teas enable row level security;

create policy "everybody may read teas" on teas for select using (true);

grant select on teas to anon, authenticated;
