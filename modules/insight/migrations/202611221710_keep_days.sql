create table insight.unit_day (
  cell_id          integer not null,
  unit_id          uuid    not null,
  valid_on         date    not null,
  recorded_on      date    not null,
  on_roll          integer not null,
  provisional      integer not null,
  claimed          integer not null,
  affirmed         integer not null,
  own_on_roll      integer not null,
  own_provisional  integer not null,
  own_claimed      integer not null,
  own_affirmed     integer not null,
  constraint unit_day_pkey primary key (cell_id, unit_id, valid_on, recorded_on)
);
comment on table insight.unit_day is 'How the counts of a union changed from which day on, and on which day that became known; folded from facts, rebuildable from zero. Counts as of a past day are its sum.';
comment on column insight.unit_day.valid_on is 'the day from which the change holds in the world';
comment on column insight.unit_day.recorded_on is 'the day on which it was told: what was known then sums up to here';
grant select on insight.unit_day to gongqiao_app;
grant select, insert, update, delete on insight.unit_day to gongqiao_job;
