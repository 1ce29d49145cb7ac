create table membership.worker_call (
  cell_id       integer           not null,
  id            uuid              not null,
  path          text collate "C"  not null,
  unit_id       uuid              not null,
  phone_digest  bytea             not null,
  at            timestamptz       not null,

  primary key (cell_id, id),
  constraint worker_call_once_a_phone unique (cell_id, unit_id, phone_digest),
  constraint worker_call_of_unit foreign key (unit_id) references organization.unit (id)
);
alter table membership.worker_call enable row level security;
alter table membership.worker_call force row level security;
create policy worker_call_in_scope on membership.worker_call using (
  cell_id >= kernel.scope_cell_lo() and cell_id <= kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
grant select, insert, update, delete on membership.worker_call to gongqiao_app;
comment on table membership.worker_call is '单位名单邀请: which phones a union has invited from an employer''s list. No name, no number; it counts for nothing and reserves nothing.';

create table membership.catch_all (
  cell_id      integer           not null,
  id           uuid              not null,
  path         text collate "C"  not null,
  unit_id      uuid              not null,
  occupations  text[]            not null,
  decided_on   date              not null,
  document     text              not null,
  by_words     text              not null,
  opened_at    timestamptz       not null,
  ended_at     timestamptz,

  primary key (cell_id, id),
  constraint catch_all_of_unit foreign key (unit_id) references organization.unit (id),
  constraint catch_all_takes_somebody check (cardinality(occupations) > 0)
);
create unique index catch_all_one_open_a_unit on membership.catch_all (cell_id, unit_id) where ended_at is null;
grant select, insert, update on membership.catch_all to gongqiao_app;
comment on table membership.catch_all is '兜底接收: a union of a place whose committee decided once to take workers of some occupations in at once (MEM-03, MEM-11).';
comment on column membership.catch_all.decided_on is 'the day of the committee''s standing decision';

create table membership.occupation (
  cell_id        integer           not null,
  membership_id  uuid              not null,
  path           text collate "C"  not null,
  occupation     text              not null,
  source         text              not null,
  at             timestamptz       not null,

  primary key (cell_id, membership_id, occupation),
  constraint occupation_of_membership foreign key (cell_id, membership_id) references membership.membership (cell_id, id),
  constraint occupation_source_is_known check (source in ('self'))
);
alter table membership.occupation enable row level security;
alter table membership.occupation force row level security;
create policy occupation_in_scope on membership.occupation using (
  cell_id >= kernel.scope_cell_lo() and cell_id <= kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
grant select, insert, update on membership.occupation to gongqiao_app;
comment on table membership.occupation is '重点群体: the occupation group somebody said they work in (rulebook 4.1).';
comment on column membership.occupation.occupation is '@personal 重点群体代码';
