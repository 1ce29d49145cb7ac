alter table insight.unit_count rename column confirmed to on_roll;
alter table insight.unit_count rename column own_confirmed to own_on_roll;
alter table insight.unit_count
  add column claimed       integer not null default 0,
  add column affirmed      integer not null default 0,
  add column own_claimed   integer not null default 0,
  add column own_affirmed  integer not null default 0;
comment on column insight.unit_count.on_roll is '在册: listed, active and retained; never those who await confirmation';
comment on column insight.unit_count.claimed is '已认领: of those on the roll, who proved themselves and took the record';
comment on column insight.unit_count.affirmed is '一年内本人确认: of those on the roll, who said within twelve months that the record is true';
