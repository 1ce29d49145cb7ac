alter table organization.unit
  add column org_form text,
  add column founded_on date,
  add constraint unit_org_form_is_known check (org_form in ('single', 'joint', 'project', 'building', 'market', 'park', 'industry', 'region', 'federation'));
comment on column organization.unit.org_form is '组织形式 (ORG-11, ORG-13): a form of organizing, never a level; null where it was not said';
comment on column organization.unit.founded_on is '成立日期';
comment on column organization.unit.children is 'how many unions that are not closed stand directly below';

create table organization.credit_code_directory (
  digest   bytea    not null,
  cell_id  integer  not null,
  unit_id  uuid     not null,
  constraint credit_code_directory_pkey primary key (digest)
);
create index credit_code_directory_of_unit on organization.credit_code_directory (unit_id);
comment on table organization.credit_code_directory is '@directory Which union holds a credit code: the one that was known by it first. Asked by commands, never by a screen.';

create table organization.credit_code_dispute (
  digest       bytea        not null,
  unit_id      uuid         not null,
  recorded_at  timestamptz  not null,
  settled_at   timestamptz,
  constraint credit_code_dispute_pkey primary key (digest, unit_id)
);
comment on table organization.credit_code_dispute is '@directory A union that was given a code which another one holds. Whoever gave it is not told where that one is.';
grant select, insert, update, delete on organization.credit_code_directory to gongqiao_app;
grant select, insert, delete on organization.credit_code_dispute to gongqiao_app;
grant update (settled_at) on organization.credit_code_dispute to gongqiao_app;
