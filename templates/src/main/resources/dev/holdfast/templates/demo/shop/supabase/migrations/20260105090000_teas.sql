create table teas (
  id bigint generated always as identity primary key,
  name text not null,
  cents integer not null check (cents > 0)
);

alter table teas enable row level security;

create policy "everybody may read teas" on teas for select using (true);
