create schema organization;
grant usage on schema organization to gongqiao_app, gongqiao_job;
comment on schema organization is '组织: the unit tree and who answers for it.';

create table organization.unit (
  id             uuid             not null,
  name           text             not null,
  short_name     text             not null,
  level          text             not null,
  cell_id        integer          not null,
  path           text collate "C" not null,
  parent_id      uuid,
  division_code  text,
  credit_code    text,
  state          text             not null,
  desk_post_id   uuid,
  children       integer          not null,
  constraint unit_pkey primary key (id),
  constraint unit_has_one_place unique (cell_id, path),
  constraint unit_stands_under_a_unit foreign key (parent_id) references organization.unit (id),
  constraint unit_desk_is_a_post foreign key (desk_post_id) references kernel.post (id),
  constraint unit_level_is_known check (level in ('nation', 'industry', 'province', 'prefecture', 'county', 'township', 'village', 'grassroots')),
  constraint unit_state_is_known check (state in ('active', 'closing', 'closed')),
  constraint unit_only_the_nation_has_no_parent check ((parent_id is null) = (level = 'nation'))
);
create index unit_children on organization.unit (parent_id, cell_id, path);
create index unit_name_prefix on organization.unit (name collate "C" text_pattern_ops);
create index unit_short_name_prefix on organization.unit (short_name collate "C" text_pattern_ops);
comment on table organization.unit is '@reference 工会组织: the tree as it is today; exactly one leading parent (ORG-01). Its past stands in unit_history and parent_link.';
comment on column organization.unit.path is 'place inside the cell: three base-36 characters a level; the cell''s own union has the empty path';
comment on column organization.unit.desk_post_id is 'the post that answers for this union: its own, or the nearest above that is held';
comment on column organization.unit.children is 'how many unions stand directly below';

create view organization.open_unit with (security_invoker = true) as
  select u.id, u.name, u.short_name, u.level, u.cell_id, u.path, u.state, u.division_code, u.credit_code, u.children,
    u.parent_id, up.name as parent_name, up.short_name as parent_short_name, up.level as parent_level,
    u.desk_post_id, desk.title as desk_title, desk.unit_name as desk_unit_name, seat.holder_name as desk_holder
  from organization.unit u
  left join organization.unit up on up.id = u.parent_id
  left join kernel.post desk on desk.id = u.desk_post_id
  left join kernel.post_holding seat on seat.post_id = desk.id and seat.valid_to is null and seat.superseded_at is null;
comment on view organization.open_unit is 'A union as other modules read it: with the one above and with the post that answers for it.';

create table organization.unit_history (
  unit_id        uuid         not null,
  valid_from     date         not null,
  valid_to       date,
  recorded_at    timestamptz  not null,
  superseded_at  timestamptz,
  name           text         not null,
  short_name     text         not null,
  level          text         not null,
  state          text         not null,
  credit_code    text,
  constraint unit_history_pkey primary key (unit_id, valid_from, recorded_at),
  constraint unit_history_of_unit foreign key (unit_id) references organization.unit (id),
  constraint unit_history_period_is_forward check (valid_to is null or valid_to > valid_from)
);
comment on table organization.unit_history is '@reference What a union was called and was, in the world (valid) and as known to us (recorded).';

create table organization.parent_link (
  unit_id        uuid         not null,
  parent_id      uuid         not null,
  kind           text         not null,
  valid_from     date         not null,
  valid_to       date,
  recorded_at    timestamptz  not null,
  superseded_at  timestamptz,
  constraint parent_link_pkey primary key (unit_id, kind, valid_from, recorded_at),
  constraint parent_link_of_unit foreign key (unit_id) references organization.unit (id),
  constraint parent_link_to_unit foreign key (parent_id) references organization.unit (id),
  constraint parent_link_kind_is_known check (kind in ('LEADING', 'INDUSTRY', 'LOCAL_SECONDARY')),
  constraint parent_link_period_is_forward check (valid_to is null or valid_to > valid_from),
  constraint parent_link_goes_elsewhere check (parent_id <> unit_id)
);
create unique index unit_has_one_leading_parent on organization.parent_link (unit_id)
  where kind = 'LEADING' and valid_to is null and superseded_at is null;
comment on table organization.parent_link is '@reference Who leads whom (ORG-01, ORG-02), in the world and as known to us.';

create table organization.employer (
  cell_id      integer          not null,
  id           uuid             not null,
  path         text collate "C" not null,
  name         text             not null,
  credit_code  text,
  industry     text,
  division_code text,
  constraint employer_pkey primary key (cell_id, id)
);
create index employer_by_credit_code on organization.employer (cell_id, credit_code);
comment on table organization.employer is '用人单位: enterprises, institutions, organs and social organizations (ORG-10).';
comment on column organization.employer.industry is 'GB/T 4754-2017';

create table organization.covered_unit (
  cell_id      integer  not null,
  unit_id      uuid     not null,
  employer_id  uuid     not null,
  valid_from   date     not null,
  valid_to     date,
  constraint covered_unit_pkey primary key (cell_id, unit_id, employer_id, valid_from),
  constraint covered_unit_of_employer foreign key (cell_id, employer_id) references organization.employer (cell_id, id),
  constraint covered_unit_of_unit foreign key (unit_id) references organization.unit (id),
  constraint covered_unit_period_is_forward check (valid_to is null or valid_to > valid_from)
);
comment on table organization.covered_unit is '涵盖单位: which employers a union covers (ORG-11).';

grant select, insert, update on organization.unit to gongqiao_app;
grant select on organization.open_unit to gongqiao_app, gongqiao_job;
grant select on organization.unit to gongqiao_job;
grant select, insert, update on organization.unit_history, organization.parent_link to gongqiao_app;
grant select, insert, update on organization.employer, organization.covered_unit to gongqiao_app;
