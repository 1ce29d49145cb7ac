-- Who changed a rule or a year, what stood there before, and how far the due days have followed.
create table kernel.clock_change (
  id             uuid         not null,
  at             timestamptz  not null,
  account_id     uuid,
  post_id        uuid,
  by_words       text,
  kind           text         not null,
  region         text         not null,
  rule_id        text,
  from_day       date,
  year           integer,
  source         text         not null,
  before         jsonb        not null,
  after          jsonb        not null,
  undone_at      timestamptz,
  undone_by      text,
  followed_cell  integer      not null default -1,
  followed_at    timestamptz,
  taken_until    timestamptz,
  moved          integer      not null default 0,
  constraint clock_change_pkey primary key (id),
  constraint clock_change_kind_is_known check (kind in ('rule', 'year')),
  constraint clock_change_names_what_changed check (
    (kind = 'rule') = (rule_id is not null and from_day is not null) and (kind = 'year') = (year is not null))
);
create index clock_change_to_follow on kernel.clock_change (at) where followed_at is null;
grant select, insert, update on kernel.clock_change to gongqiao_app;
comment on table kernel.clock_change is '@reference 时限与日历的变更: each change of a rule or a year, and its undoing.';
comment on column kernel.clock_change.source is 'the notice or decision it rests on, in the officer''s words';
comment on column kernel.clock_change.before is 'what stood there, so that it can be put back';
comment on column kernel.clock_change.followed_cell is 'the last cell whose due days were computed anew: the walk goes on from there';
comment on column kernel.clock_change.moved is 'how many due days of open matters moved';
