-- A committee as it was known on a past day asks when each end was written down, not only from when it holds.
alter table organization.officer add column end_recorded_at timestamptz;
alter table organization.term add column end_recorded_at timestamptz;
create index term_of_union on organization.term (unit_id, valid_from);
comment on column organization.officer.end_recorded_at is 'when valid_to was written down; null where it was not kept: it counts as known from the day it holds';
comment on column organization.term.end_recorded_at is 'when valid_to was written down; null where it was not kept: it counts as known from the day it holds';
