-- Why a line of the history begins, beside the national change code (rulebook 4.3, 会籍变化原因).
alter table membership.membership_history add column change_reason text;
alter table membership.membership_history add constraint membership_history_reason_is_known check (change_reason in (
  'retired', 'laid_off', 'unemployed', 'unit_closed', 'working_again', 'asked', 'deemed', 'crime', 'died', 'mistaken', 'routed'));
comment on column membership.membership_history.change_reason is '会籍变化原因: why this line begins; null where its change code says it all';

create table membership.life_matter (
  cell_id        integer           not null,
  matter_id      uuid              not null,
  path           text collate "C"  not null,
  membership_id  uuid              not null,
  person_id      uuid              not null,
  unit_id        uuid              not null,
  content        bytea             not null,

  primary key (cell_id, matter_id),
  constraint life_matter_of_matter foreign key (cell_id, matter_id) references kernel.matter (cell_id, id),
  constraint life_matter_of_membership foreign key (cell_id, membership_id) references membership.membership (cell_id, id),
  constraint life_matter_of_unit foreign key (unit_id) references organization.unit (id)
);
create index life_matter_of_member on membership.life_matter (cell_id, membership_id, matter_id);
alter table membership.life_matter enable row level security;
alter table membership.life_matter force row level security;
create policy life_matter_in_scope on membership.life_matter using (
  cell_id >= kernel.scope_cell_lo() and cell_id <= kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
grant select, insert, update on membership.life_matter to gongqiao_app;
comment on table membership.life_matter is '会籍事项: content of the matters that change or end a membership (MEM-35 to MEM-41).';
comment on column membership.life_matter.content is '@personal what was said and decided, sealed: reasons, opinions, votes, a judgment';

create table membership.life_record (
  cell_id        integer           not null,
  id             uuid              not null,
  path           text collate "C"  not null,
  membership_id  uuid              not null,
  act            text              not null,
  on_day         date              not null,
  said           bytea             not null,
  file_id        uuid,
  by_words       text,
  at             timestamptz       not null,

  primary key (cell_id, id),
  constraint life_record_of_membership foreign key (cell_id, membership_id) references membership.membership (cell_id, id),
  constraint life_record_proof_is_a_file foreign key (cell_id, file_id) references kernel.file (cell_id, id),
  constraint life_record_act_is_known check (act in ('retain', 'resume', 'death', 'correct_name', 'correct_number'))
);
create index life_record_of_member on membership.life_record (cell_id, membership_id, at);
alter table membership.life_record enable row level security;
alter table membership.life_record force row level security;
create policy life_record_in_scope on membership.life_record using (
  cell_id >= kernel.scope_cell_lo() and cell_id <= kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
grant select, insert on membership.life_record to gongqiao_app;
comment on table membership.life_record is '@append-only 会籍办理记录: what was done to a membership at a desk, by whom, and on what proof.';
comment on column membership.life_record.said is '@personal what was said, sealed: reasons, a name before and after, kin; a number by its mask only';
comment on column membership.life_record.by_words is 'post and unit of whoever did it; null for the person themselves';

alter table kernel.matter add constraint matter_state_of_standing check (
  kind <> 'membership.standing' or state in ('asked', 'agreed', 'declined', 'withdrawn', 'closed'));
alter table kernel.matter add constraint matter_state_of_resignation check (
  kind <> 'membership.resignation' or state in ('told', 'announced', 'withdrawn', 'closed'));
alter table kernel.matter add constraint matter_state_of_deemed check (
  kind <> 'membership.deemed' or state in ('warned', 'explained', 'mended', 'declared', 'closed'));
alter table kernel.matter add constraint matter_state_of_expulsion check (
  kind <> 'membership.expulsion' or state in ('proposed', 'opined', 'decided', 'kept', 'filed', 'closed'));
