create schema insight;
grant usage on schema insight to gongqiao_app, gongqiao_job;
comment on schema insight is '数据: live figures.';

create table insight.unit_count (
  cell_id          integer      not null,
  unit_id          uuid         not null,
  confirmed        integer      not null,
  provisional      integer      not null,
  own_confirmed    integer      not null,
  own_provisional  integer      not null,
  changed_at       timestamptz  not null,
  constraint unit_count_pkey primary key (cell_id, unit_id)
);
comment on table insight.unit_count is 'Live counts of a union and all below it, folded from facts; rebuildable from zero.';

grant select on insight.unit_count to gongqiao_app;
grant select, insert, update, delete on insight.unit_count to gongqiao_job;
