-- Employers without a union stand at the place of the union that is to organize them.
alter table organization.employer
  add column employees integer,
  add constraint employer_has_employees check (employees >= 0);
create index employer_by_place on organization.employer (cell_id, path, id);
create index covered_unit_of_employer on organization.covered_unit (cell_id, employer_id) where valid_to is null;
comment on column organization.employer.employees is '职工人数, where it was said';
