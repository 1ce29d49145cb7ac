-- A certificate may be granted as of an earlier day: a past day as it was known asks when that was written down.
alter table organization.certificate add column recorded_at timestamptz, add column end_recorded_at timestamptz;
comment on column organization.certificate.recorded_at is 'when it was written down; null where that was not kept: it counts as known from the day of issue';
comment on column organization.certificate.end_recorded_at is 'when its end was written down; null where that was not kept: it counts as known from its day';
