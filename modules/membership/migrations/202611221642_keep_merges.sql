create table membership.merge (
  cell_id     integer           not null,
  id          uuid              not null,
  path        text collate "C"  not null,
  kept_id     uuid              not null,
  dropped_id  uuid              not null,
  before      bytea             not null,
  by_words    text              not null,
  at          timestamptz       not null,
  undo_until  date              not null,
  undone_at   timestamptz,

  primary key (cell_id, id),
  constraint merge_keeps_a_membership foreign key (cell_id, kept_id) references membership.membership (cell_id, id),
  constraint merge_drops_a_membership foreign key (cell_id, dropped_id) references membership.membership (cell_id, id),
  constraint merge_is_of_two check (kept_id <> dropped_id)
);
create index merge_by_place on membership.merge (cell_id, path, at);
alter table membership.merge enable row level security;
alter table membership.merge force row level security;
create policy merge_in_scope on membership.merge using (
  cell_id >= kernel.scope_cell_lo() and cell_id <= kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
grant select, insert, update on membership.merge to gongqiao_app;
comment on table membership.merge is '合并重复记录: two records of one person made one, and how the other stood, for an undo.';
comment on column membership.merge.path is 'the place that holds both: the nearest common one';
comment on column membership.merge.before is '@personal the dropped record as it stood, sealed';

alter table membership.membership_history drop constraint membership_history_reason_is_known;
alter table membership.membership_history add constraint membership_history_reason_is_known check (change_reason in (
  'retired', 'laid_off', 'unemployed', 'unit_closed', 'working_again', 'asked', 'deemed', 'crime', 'died', 'mistaken', 'routed',
  'duplicate', 'not_duplicate'));
