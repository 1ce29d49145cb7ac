create table membership.confidence (
  cell_id        integer           not null,
  id             uuid              not null,
  membership_id  uuid              not null,
  path           text collate "C"  not null,
  employer       bytea             not null,
  since          timestamptz       not null,
  ended_at       timestamptz,

  primary key (cell_id, id),
  constraint confidence_of_membership foreign key (cell_id, membership_id) references membership.membership (cell_id, id),
  constraint confidence_period_is_forward check (ended_at is null or ended_at >= since)
);
create unique index confidence_one_open_a_membership on membership.confidence (cell_id, membership_id) where ended_at is null;
alter table membership.confidence enable row level security;
alter table membership.confidence force row level security;
create policy confidence_in_scope on membership.confidence using (
  cell_id >= kernel.scope_cell_lo() and cell_id <= kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
grant select, insert, update on membership.confidence to gongqiao_app;
comment on table membership.confidence is '保密会员: held by the union above their employer''s, which neither sees nor counts them (design 2.3).';
comment on column membership.confidence.path is 'the holding union''s own, so that the employer''s union never has it in its scope';
comment on column membership.confidence.employer is '@personal the union of the employer they work for, sealed';
