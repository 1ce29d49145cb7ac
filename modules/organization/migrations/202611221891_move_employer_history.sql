-- Where an employer stood stays in its history when its union moves: the next line has the new place.
create or replace function organization.before_places_move(cell integer, from_path text, to_path text, at timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into organization.former_place (cell_id, path, unit_id, until)
  select u.cell_id, u.path, u.id, at from organization.unit u
  where u.cell_id = cell and u.path >= from_path and u.path < from_path || '~';
  insert into organization.employer_history (cell_id, employer_id, number, path, name, credit_code, industry, division_code, employees,
    covered_by, covered_since, taken_back, valid_from, recorded_at)
  select h.cell_id, h.employer_id, h.number + 1, to_path || pg_catalog.substr(h.path, pg_catalog.length(from_path) + 1), h.name,
    h.credit_code, h.industry, h.division_code, h.employees, h.covered_by, h.covered_since, false,
    (at at time zone 'Asia/Shanghai')::date, at
  from organization.employer e
  cross join lateral (select * from organization.employer_history h
    where h.cell_id = cell and h.employer_id = e.id order by h.number desc limit 1) h
  where e.cell_id = cell and e.path >= from_path and e.path < from_path || '~' and not h.taken_back;
end $$;
