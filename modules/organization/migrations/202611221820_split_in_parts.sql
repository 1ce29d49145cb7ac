-- One union may be split into several at once: each new one with its own name, people, unions below and employers.
create table organization.unit_change_part (
  cell_id     integer           not null,
  matter_id   uuid              not null,
  number      integer           not null,
  path        text collate "C"  not null,
  name        text              not null,
  short_name  text,
  children    uuid[]            not null,
  employers   uuid[]            not null,
  people      integer           not null,
  made_id     uuid,
  constraint unit_change_part_pkey primary key (cell_id, matter_id, number),
  constraint unit_change_part_of_change foreign key (cell_id, matter_id) references organization.unit_change (cell_id, matter_id),
  constraint unit_change_part_made_unit foreign key (made_id) references organization.unit (id),
  constraint unit_change_part_is_counted check (number between 1 and 20)
);
alter table organization.unit_change_part enable row level security;
alter table organization.unit_change_part force row level security;
create policy unit_change_part_in_scope on organization.unit_change_part using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table organization.unit_change_part is '分立方案: one new union of a split, and what goes to it (ORG-29).';
comment on column organization.unit_change_part.made_id is 'the union that was founded by it; null until it is approved';
grant select, insert, update, delete on organization.unit_change_part to gongqiao_app;

insert into organization.unit_change_part (cell_id, matter_id, number, path, name, short_name, children, employers, people, made_id)
select cell_id, matter_id, 1, path, coalesce(name, ''), short_name, children, employers, people, made_id
from organization.unit_change where kind = 'split';
update organization.unit_change set name = null, short_name = null, made_id = null where kind = 'split';
alter table organization.unit_change drop column children, drop column employers;
comment on column organization.unit_change.made_id is 'move into another county: the union that goes on there';

alter table organization.unit_change_person add column part integer not null default 1;
comment on column organization.unit_change_person.part is 'to which of the new unions';

-- Where the law of a place asks for an audit although the union ends with its employer (ORG-29).
alter table organization.local_rule drop constraint local_rule_is_known;
alter table organization.local_rule add constraint local_rule_is_known check (rule in ('show_of_hands', 'audit_at_close'));
comment on table organization.local_rule is '@reference 地方规定: where a place rules otherwise than the country, by the leading digits of its division; show_of_hands: fewer than ten members may elect by show of hands (rulebook 1.3); audit_at_close: the books are audited although a union ends with its employer (ORG-29).';
