alter table organization.unit
  add column successor_id uuid,
  add constraint unit_goes_on_as_a_unit foreign key (successor_id) references organization.unit (id),
  add constraint unit_goes_on_only_when_closed check (successor_id is null or (state = 'closed' and successor_id <> id));
create index unit_by_successor on organization.unit (successor_id) where successor_id is not null;
comment on column organization.unit.successor_id is '承继: the union that goes on from it, never itself closed; null where it just ended';

alter table organization.unit_history add column division_code text;
comment on column organization.unit_history.division_code is 'the code of its division in that time; null in lines from before it was kept';

create function organization.open_successor(unit uuid) returns uuid language sql stable parallel safe as
  'select coalesce(u.successor_id, u.id) from organization.unit u where u.id = unit';
comment on function organization.open_successor is 'the union itself, or the one that goes on from it';
grant execute on function organization.open_successor(uuid) to gongqiao_app, gongqiao_job;

create table organization.unit_change (
  cell_id          integer           not null,
  matter_id        uuid              not null,
  path             text collate "C"  not null,
  unit_id          uuid              not null,
  kind             text              not null,
  into_id          uuid,
  made_id          uuid,
  name             text,
  short_name       text,
  division_code    text,
  children         uuid[]            not null,
  employers        uuid[]            not null,
  people           integer           not null,
  members          text              not null,
  reason           text              not null,
  resolved_on      date,
  resolved_by      text,
  into_resolved_on date,
  audited_on       date,
  audited_by       text,
  property         text,
  asked_by         text              not null,
  asked_at         timestamptz       not null,
  answer           text,
  document         text,
  decided_at       timestamptz,
  done_at          timestamptz,
  constraint unit_change_pkey primary key (cell_id, matter_id),
  constraint unit_change_of_matter foreign key (cell_id, matter_id) references kernel.matter (cell_id, id),
  constraint unit_change_of_unit foreign key (unit_id) references organization.unit (id),
  constraint unit_change_into_unit foreign key (into_id) references organization.unit (id),
  constraint unit_change_made_unit foreign key (made_id) references organization.unit (id),
  constraint unit_change_kind_is_known check (kind in ('merge', 'split', 'dissolve', 'close', 'move', 'rename')),
  constraint unit_change_members_are_known check (members in ('keep', 'retain')),
  constraint unit_change_goes_elsewhere check (into_id is distinct from unit_id)
);
create index unit_change_of_union on organization.unit_change (cell_id, unit_id);
create index unit_change_into_union on organization.unit_change (into_id) where into_id is not null;
alter table organization.unit_change enable row level security;
alter table organization.unit_change force row level security;
create policy unit_change_in_scope on organization.unit_change using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table organization.unit_change is '组织变动: content of the matter organization.unit_change: merge, split, dissolve, close with the employer, move, rename (ORG-25 to ORG-29).';
comment on column organization.unit_change.into_id is 'merge: the union it goes into; dissolve and close: who takes the members; move: the new union above';
comment on column organization.unit_change.made_id is 'split: the union that was founded by it';
comment on column organization.unit_change.members is 'keep: everybody keeps their standing; retain: members are retained 保留会籍 (ORG-26, MEM-36)';
comment on column organization.unit_change.resolved_on is 'day of the meeting''s resolution (ORG-25)';
comment on column organization.unit_change.property is 'what becomes of funds and assets (ORG-28, ORG-29)';

create table organization.unit_change_person (
  cell_id        integer           not null,
  matter_id      uuid              not null,
  membership_id  uuid              not null,
  path           text collate "C"  not null,
  constraint unit_change_person_pkey primary key (cell_id, matter_id, membership_id),
  constraint unit_change_person_of_change foreign key (cell_id, matter_id) references organization.unit_change (cell_id, matter_id)
);
alter table organization.unit_change_person enable row level security;
alter table organization.unit_change_person force row level security;
create policy unit_change_person_in_scope on organization.unit_change_person using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table organization.unit_change_person is '分立名单: whom a split takes to the new union; whoever has left by then stays out of it.';

grant select, insert, update on organization.unit_change to gongqiao_app;
grant select, insert, delete on organization.unit_change_person to gongqiao_app;

alter table kernel.matter add constraint matter_state_of_term_end check (
  kind <> 'organization.term_end' or state in ('due', 'asked', 'overdue', 'extended', 'renewed', 'unit_closed'));
alter table kernel.matter add constraint matter_state_of_vacancy check (
  kind <> 'organization.vacancy' or state in ('vacant', 'filled', 'unit_closed'));
alter table kernel.matter add constraint matter_state_of_unit_change check (
  kind <> 'organization.unit_change' or state in ('submitted', 'returned', 'moving', 'done', 'withdrawn'));
