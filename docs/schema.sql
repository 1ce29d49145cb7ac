-- The database as the migrations leave it, for reading. Written from its catalog.

-- insight ---------------------------------------------------------------------------------------------

create schema insight;
comment on schema insight is '数据: live figures.';

create table insight.unit_count (
  cell_id          integer      not null,
  unit_id          uuid         not null,
  on_roll          integer      not null,
  provisional      integer      not null,
  own_on_roll      integer      not null,
  own_provisional  integer      not null,
  changed_at       timestamptz  not null,
  claimed          integer      not null default 0,
  affirmed         integer      not null default 0,
  own_claimed      integer      not null default 0,
  own_affirmed     integer      not null default 0,
  constraint unit_count_pkey PRIMARY KEY (cell_id, unit_id)
);
grant select on insight.unit_count to gongqiao_app;
grant select, insert, update, delete on insight.unit_count to gongqiao_job;
comment on table insight.unit_count is 'Live counts of a union and all below it, folded from facts; rebuildable from zero.';
comment on column insight.unit_count.on_roll is '在册: listed, active and retained; never those who await confirmation';
comment on column insight.unit_count.claimed is '已认领: of those on the roll, who proved themselves and took the record';
comment on column insight.unit_count.affirmed is '一年内本人确认: of those on the roll, who said within twelve months that the record is true';

-- kernel ----------------------------------------------------------------------------------------------

create schema kernel;
comment on schema kernel is 'How it is done: scope, matters, clocks, facts, audit. No word of the field stands here.';

CREATE OR REPLACE FUNCTION kernel.begin_matter(cell integer, matter uuid, at_path text, matter_kind text, host_unit uuid, subject uuid, matter_title text, first_state text, owner_post uuid, rule text, rule_from date, due date, due_is_provisional boolean, now_at timestamp with time zone, step text, by_kind text, account uuid, post uuid, words text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  insert into kernel.matter (cell_id, id, path, kind, host_unit_id, subject_id, title, state, owner_post_id, escalations,
    clock_rule, clock_from, due_on, due_provisional, opened_at, changed_at, last_event)
  values (cell, matter, at_path, matter_kind, host_unit, subject, matter_title, first_state, owner_post, 0,
    rule, rule_from, due, due_is_provisional, now_at, now_at, 1);
  insert into kernel.matter_event (cell_id, matter_id, number, path, at, step, to_state, actor_kind, account_id, post_id, by_words)
  values (cell, matter, 1, at_path, now_at, step, first_state, by_kind, account, post, words);
  -- A desk in another cell: the union has no officer of its own, and its matters go to the nearest one above.
  insert into kernel.post_cell (post_id, cell_id)
  select p.id, cell from kernel.post p where p.id = owner_post and p.cell_id <> cell on conflict do nothing;
end $function$;

CREATE OR REPLACE FUNCTION kernel.scope_cell_hi()
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(split_part(current_setting('app.scope'::text, true), '|'::text, 2), ''::text))::integer;

CREATE OR REPLACE FUNCTION kernel.scope_cell_lo()
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(split_part(current_setting('app.scope'::text, true), '|'::text, 1), ''::text))::integer;

CREATE OR REPLACE FUNCTION kernel.scope_path_hi()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN split_part(current_setting('app.scope'::text, true), '|'::text, 4);

CREATE OR REPLACE FUNCTION kernel.scope_path_lo()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN split_part(current_setting('app.scope'::text, true), '|'::text, 3);

create table kernel.access (
  cell_id     integer      not null,
  id          uuid         not null,
  at          timestamptz  not null,
  act         text         not null,
  account_id  uuid,
  post_id     uuid,
  post_title  text         not null,
  unit_name   text         not null,
  subjects    uuid[]       not null,
  reason      text,
  constraint access_pkey PRIMARY KEY (cell_id, id)
);
create index access_of_subject ON kernel.access USING gin (subjects);
grant select, insert on kernel.access to gongqiao_app;
comment on table kernel.access is '@append-only Reads of personal records by somebody else: which post, for which act, whose records. The person sees it.';
comment on column kernel.access.reason is 'what the post wrote of why, where an act asks for it; the person sees it';

create table kernel.audit (
  cell_id     integer      not null,
  id          uuid         not null,
  at          timestamptz  not null,
  act         text         not null,
  actor_kind  text         not null,
  account_id  uuid,
  post_id     uuid,
  subject_id  uuid,
  before      jsonb,
  after       jsonb,
  constraint audit_pkey PRIMARY KEY (cell_id, id),
  constraint audit_actor_kind_is_known CHECK (actor_kind = ANY (ARRAY['post'::text, 'officer'::text, 'person'::text, 'anyone'::text, 'system'::text]))
);
create index audit_of_subject ON kernel.audit USING btree (cell_id, subject_id, at);
grant select, insert on kernel.audit to gongqiao_app;
comment on table kernel.audit is '@append-only One row for each act: who, as what, on what, from what to what. Ids and states, never names or numbers.';

create table kernel.calendar_day (
  day   date  not null,
  kind  text  not null,
  name  text,
  constraint calendar_day_pkey PRIMARY KEY (day),
  constraint calendar_day_kind_is_known CHECK (kind = ANY (ARRAY['workday'::text, 'weekend'::text, 'statutory'::text, 'adjusted_rest'::text, 'makeup_workday'::text]))
);
grant select, insert, update, delete on kernel.calendar_day to gongqiao_app;
grant select on kernel.calendar_day to gongqiao_job;
comment on table kernel.calendar_day is '@reference Days whose kind is not told by the day of the week (T-CAL-05).';

create table kernel.calendar_year (
  year      integer  not null,
  official  boolean  not null,
  source    text     not null,
  constraint calendar_year_pkey PRIMARY KEY (year)
);
grant select, insert, update, delete on kernel.calendar_year to gongqiao_app;
grant select on kernel.calendar_year to gongqiao_job;
comment on table kernel.calendar_year is '@reference Years of the working-day calendar; official once the State Council notice is loaded (T-CAL-06).';

create table kernel.consumer (
  cell_id  integer  not null,
  name     text     not null,
  number   bigint   not null,
  constraint consumer_pkey PRIMARY KEY (cell_id, name)
);
grant select on kernel.consumer to gongqiao_app;
grant select, insert, update on kernel.consumer to gongqiao_job;
comment on table kernel.consumer is 'How far each consumer has come in each cell.';

create table kernel.data_key (
  cell_id     integer      not null,
  key_id      integer      not null,
  suite       text         not null,
  wrapped     bytea        not null,
  created_at  timestamptz  not null,
  constraint data_key_pkey PRIMARY KEY (cell_id, key_id),
  constraint data_key_fits_two_bytes CHECK (key_id >= 1 AND key_id <= 65535),
  constraint data_key_suite_is_known CHECK (suite = ANY (ARRAY['sm'::text, 'intl'::text]))
);
grant select, insert on kernel.data_key to gongqiao_app;
comment on table kernel.data_key is 'Data keys, one row a cell and generation, wrapped by the master key. The highest key_id writes, all read.';

create table kernel.deadline_rule (
  id              text     not null,
  region          text     not null,
  article         text     not null,
  words_zh        text     not null,
  words_en        text     not null,
  length          integer  not null,
  unit            text     not null,
  roll            boolean  not null,
  side            text     not null,
  confidence      text     not null,
  effective_from  date     not null,
  effective_to    date,
  shipped         jsonb,
  constraint deadline_rule_pkey PRIMARY KEY (id, region, effective_from),
  constraint deadline_rule_confidence_is_known CHECK (confidence = ANY (ARRAY['V1'::text, 'V2'::text, 'U'::text, 'REC'::text])),
  constraint deadline_rule_length_is_positive CHECK (length > 0),
  constraint deadline_rule_side_is_known CHECK (side = ANY (ARRAY['right'::text, 'duty'::text])),
  constraint deadline_rule_unit_is_known CHECK (unit = ANY (ARRAY['hour'::text, 'day'::text, 'workday'::text, 'month'::text, 'year'::text]))
);
grant select, insert, update, delete on kernel.deadline_rule to gongqiao_app;
grant select on kernel.deadline_rule to gongqiao_job;
comment on table kernel.deadline_rule is '@reference 时限规则: every deadline is a row with its source, never a constant (G-07).';
comment on column kernel.deadline_rule.region is 'division code the rule holds for; 000000 the whole country';
comment on column kernel.deadline_rule.shipped is 'the row as the code last wrote it; where the row says anything else, the installation has edited it. Null: the installation''s own row';

create table kernel.export (
  cell_id     integer           not null,
  id          uuid              not null,
  path        text collate "C"  not null,
  post_id     uuid              not null,
  account_id  uuid              not null,
  by_words    text              not null,
  language    text              not null,
  kind        text              not null,
  format      text              not null,
  unmasked    boolean           not null,
  about       text              not null,
  request     bytea             not null,
  state       text              not null,
  done        integer           not null default 0,
  total       integer,
  trouble     text,
  file_run    uuid,
  file_parts  integer           not null default 0,
  file_bytes  bigint            not null default 0,
  created_at  timestamptz       not null,
  started_at  timestamptz,
  ended_at    timestamptz,
  expires_at  timestamptz,
  constraint export_pkey PRIMARY KEY (cell_id, id),
  constraint export_failed_says_why CHECK ((state = 'failed'::text) = (trouble IS NOT NULL)),
  constraint export_format_is_known CHECK (format = ANY (ARRAY['xlsx'::text, 'csv'::text])),
  constraint export_ready_expires CHECK (state <> 'ready'::text OR expires_at IS NOT NULL AND file_run IS NOT NULL),
  constraint export_state_is_known CHECK (state = ANY (ARRAY['waiting'::text, 'running'::text, 'ready'::text, 'failed'::text, 'cancelled'::text, 'expired'::text]))
);
create index export_of_post ON kernel.export USING btree (cell_id, post_id, id);
alter table kernel.export enable row level security;
alter table kernel.export force row level security;
create policy export_in_scope on kernel.export using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update, delete on kernel.export to gongqiao_app;
comment on table kernel.export is '导出: one list on its way out, at the place of the post that asked. Its file lies sealed in the store until expires_at.';
comment on column kernel.export.unmasked is 'with whole numbers; asked for with a reason by somebody who had just proved anew who they are';
comment on column kernel.export.about is 'name of the unit whose list it is; empty for a list of the post''s own';
comment on column kernel.export.request is '@personal sealed: what of the list was asked for, and the reason';
comment on column kernel.export.file_run is 'the run that wrote the file: one that is begun again takes nothing from a process that was thought dead';
comment on column kernel.export.file_parts is 'parts that run has begun to write';

create table kernel.export_work (
  cell_id    integer      not null,
  export_id  uuid         not null,
  due_at     timestamptz  not null,
  tries      integer      not null default 0,
  constraint export_work_pkey PRIMARY KEY (cell_id, export_id),
  constraint export_work_of_export FOREIGN KEY (cell_id, export_id) REFERENCES kernel.export(cell_id, id)
);
create index export_work_due ON kernel.export_work USING btree (due_at);
grant select, insert, update, delete on kernel.export_work to gongqiao_app;
comment on table kernel.export_work is 'Exports that have something to do, and when: to be written, to be begun again when their process died, to expire.';

create table kernel.fact (
  cell_id  integer      not null,
  number   bigint       not null,
  id       uuid         not null,
  name     text         not null,
  body     jsonb        not null,
  at       timestamptz  not null,
  constraint fact_pkey PRIMARY KEY (cell_id, number)
);
grant select on kernel.fact to gongqiao_app;
grant select, insert on kernel.fact to gongqiao_job;
comment on table kernel.fact is '@append-only Committed facts of a cell, numbered densely from 1. Consumers resume by (cell, number).';

create table kernel.fact_lease (
  cell_id      integer  not null,
  next_number  bigint   not null,
  constraint fact_lease_pkey PRIMARY KEY (cell_id)
);
grant select on kernel.fact_lease to gongqiao_app;
grant select, insert, update on kernel.fact_lease to gongqiao_job;
comment on table kernel.fact_lease is 'One row a cell: the number its next fact gets. Whoever holds the row numbers.';

create table kernel.file (
  cell_id     integer           not null,
  id          uuid              not null,
  path        text collate "C"  not null,
  hash        bytea             not null,
  media_type  text              not null,
  size_bytes  integer           not null,
  account_id  uuid              not null,
  at          timestamptz       not null,
  constraint file_pkey PRIMARY KEY (cell_id, id),
  constraint file_has_bytes CHECK (size_bytes > 0)
);
alter table kernel.file enable row level security;
alter table kernel.file force row level security;
create policy file_in_scope on kernel.file using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert on kernel.file to gongqiao_app;
comment on table kernel.file is 'Files by content: what stands in the store under this hash, sealed.';

create table kernel.idempotency (
  cell_id    integer      not null,
  owner      text         not null,
  key        uuid         not null,
  body_hash  bytea        not null,
  answer     bytea,
  at         timestamptz  not null,
  constraint idempotency_pkey PRIMARY KEY (cell_id, owner, key)
);
grant select, insert, update, delete on kernel.idempotency to gongqiao_app;
grant select, delete on kernel.idempotency to gongqiao_job;
comment on table kernel.idempotency is 'Requests already answered, for 24 hours: the hash of the body and the encrypted answer.';
comment on column kernel.idempotency.owner is 'account or device the key belongs to';
comment on column kernel.idempotency.answer is 'sealed answer; null while the first call runs';

create table kernel.import (
  cell_id            integer           not null,
  id                 uuid              not null,
  path               text collate "C"  not null,
  unit_id            uuid              not null,
  unit_name          text              not null,
  kind               text              not null,
  state              text              not null,
  file_name          text              not null,
  file_bytes         integer           not null,
  sheet              jsonb             not null,
  account_id         uuid              not null,
  post_id            uuid              not null,
  by_words           text              not null,
  language           text              not null,
  total              integer,
  done               integer           not null default 0,
  at_rank            integer           not null default 0,
  at_number          integer           not null default 0,
  new_rows           integer           not null default 0,
  changed_rows       integer           not null default 0,
  same_rows          integer           not null default 0,
  needs_person_rows  integer           not null default 0,
  ambiguous_rows     integer           not null default 0,
  invalid_rows       integer           not null default 0,
  gone_rows          integer           not null default 0,
  applied_rows       integer           not null default 0,
  asked_rows         integer           not null default 0,
  stale_rows         integer           not null default 0,
  undone_rows        integer           not null default 0,
  kept_rows          integer           not null default 0,
  pass               uuid,
  trouble            text,
  trouble_variables  jsonb,
  created_at         timestamptz       not null,
  started_at         timestamptz,
  ended_at           timestamptz,
  let_go_at          timestamptz,
  constraint import_pkey PRIMARY KEY (cell_id, id),
  constraint import_failed_says_why CHECK ((state = 'failed'::text) = (trouble IS NOT NULL)),
  constraint import_has_bytes CHECK (file_bytes > 0),
  constraint import_state_is_known CHECK (state = ANY (ARRAY['uploaded'::text, 'checking'::text, 'checked'::text, 'running'::text, 'done'::text, 'undoing'::text, 'undone'::text, 'cancelled'::text, 'failed'::text]))
);
create index import_by_place ON kernel.import USING btree (cell_id, path, id);
alter table kernel.import enable row level security;
alter table kernel.import force row level security;
create policy import_in_scope on kernel.import using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on kernel.import to gongqiao_app;
comment on table kernel.import is '导入: one sheet on its way in, where it was started. Its file lies sealed in the store until let_go_at.';
comment on column kernel.import.file_name is '@personal as the clerk''s machine called it';
comment on column kernel.import.sheet is '@personal what was found of the sheet: names of its sheets, rows of headings, columns with the mapping and masked samples';
comment on column kernel.import.done is 'rows the step that runs has done';
comment on column kernel.import.at_rank is 'with at_number: how far the step that runs has come; moves in the transaction of each chunk';
comment on column kernel.import.at_number is 'see at_rank';
comment on column kernel.import.pass is 'the dry run whose rows stand here: another one takes nothing from a process that was thought dead';
comment on column kernel.import.let_go_at is 'from when on contents and file are gone and nothing can be undone';

create table kernel.import_choice (
  cell_id     integer      not null,
  unit_id     uuid         not null,
  kind        text         not null,
  key         text         not null,
  choice      text         not null,
  account_id  uuid         not null,
  at          timestamptz  not null,
  constraint import_choice_pkey PRIMARY KEY (cell_id, unit_id, kind, key)
);
grant select, insert, update on kernel.import_choice to gongqiao_app;
comment on table kernel.import_choice is 'What a clerk of a unit once decided: not asked again for the next sheet.';

create table kernel.import_fault (
  cell_id     integer  not null,
  import_id   uuid     not null,
  column_key  text     not null,
  code        text     not null,
  rows        integer  not null,
  constraint import_fault_pkey PRIMARY KEY (cell_id, import_id, column_key, code),
  constraint import_fault_of_import FOREIGN KEY (cell_id, import_id) REFERENCES kernel.import(cell_id, id)
);
grant select, insert, update, delete on kernel.import_fault to gongqiao_app;
comment on table kernel.import_fault is 'How often each fault stands in a sheet.';

create table kernel.import_mapping (
  cell_id   integer      not null,
  unit_id   uuid         not null,
  kind      text         not null,
  headings  bytea        not null,
  columns   jsonb        not null,
  at        timestamptz  not null,
  constraint import_mapping_pkey PRIMARY KEY (cell_id, unit_id, kind, headings)
);
grant select, insert, update on kernel.import_mapping to gongqiao_app;
comment on table kernel.import_mapping is 'Which columns a clerk of a unit took for what: kept for next month''s sheet with the same headings.';
comment on column kernel.import_mapping.headings is 'hash of the headings in their order';

create table kernel.import_question (
  cell_id     integer  not null,
  import_id   uuid     not null,
  key         text     not null,
  column_key  text     not null,
  given       text     not null,
  candidates  jsonb    not null,
  remember    boolean  not null,
  choice      text,
  constraint import_question_pkey PRIMARY KEY (cell_id, import_id, key),
  constraint import_question_of_import FOREIGN KEY (cell_id, import_id) REFERENCES kernel.import(cell_id, id)
);
grant select, insert, update, delete on kernel.import_question to gongqiao_app;
comment on table kernel.import_question is 'What only the clerk can decide of a sheet, once for all its rows.';

create table kernel.import_row (
  cell_id       integer           not null,
  import_id     uuid              not null,
  number        integer           not null,
  path          text collate "C"  not null,
  rank          integer           not null,
  verdict       text              not null,
  question      text,
  faults        jsonb,
  changes       text[],
  contents      bytea,
  subject_cell  integer,
  subject_id    uuid,
  outcome       text,
  reason        text,
  before        bytea,
  mark          bytea,
  handout       bytea,
  constraint import_row_pkey PRIMARY KEY (cell_id, import_id, number),
  constraint import_row_ambiguous_asks CHECK ((verdict = 'ambiguous'::text) = (question IS NOT NULL)),
  constraint import_row_done_is_about_somebody CHECK (outcome IS NULL OR outcome = 'stale'::text OR subject_id IS NOT NULL),
  constraint import_row_outcome_is_known CHECK (outcome = ANY (ARRAY['applied'::text, 'asked'::text, 'stale'::text, 'undone'::text, 'kept'::text])),
  constraint import_row_verdict_is_known CHECK (verdict = ANY (ARRAY['new'::text, 'changed'::text, 'same'::text, 'needs_person'::text, 'ambiguous'::text, 'invalid'::text, 'gone'::text]))
);
create index import_row_by_verdict ON kernel.import_row USING btree (cell_id, import_id, verdict, number);
alter table kernel.import_row enable row level security;
alter table kernel.import_row force row level security;
create policy import_row_in_scope on kernel.import_row using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update, delete on kernel.import_row to gongqiao_app;
comment on table kernel.import_row is '导入行: what was found of each row of a sheet, and what became of it.';
comment on column kernel.import_row.number is 'as the spreadsheet numbers the row; whoever is no longer in the sheet (gone) stands behind the last one';
comment on column kernel.import_row.faults is 'column, reason and numbers of it; never a cell''s content';
comment on column kernel.import_row.contents is '@personal sealed: what was read, and masked texts to show; let go of 30 days after the end';
comment on column kernel.import_row.before is '@personal sealed: what stood there before, for the undo';
comment on column kernel.import_row.mark is 'keyed digest of what the import left there: whoever changed it since keeps it from being undone';
comment on column kernel.import_row.handout is '@personal sealed: what the clerk hands to somebody';

create table kernel.import_turn (
  cell_id  integer  not null,
  constraint import_turn_pkey PRIMARY KEY (cell_id)
);
grant select, insert, update on kernel.import_turn to gongqiao_app;
comment on table kernel.import_turn is 'One row a cell: whoever holds it enters people there. Two sheets that name the same person come one after the other.';

create table kernel.import_work (
  cell_id      integer      not null,
  import_id    uuid         not null,
  queued_at    timestamptz  not null,
  lease_until  timestamptz,
  worker       uuid,
  tries        integer      not null default 0,
  constraint import_work_pkey PRIMARY KEY (cell_id, import_id),
  constraint import_work_of_import FOREIGN KEY (cell_id, import_id) REFERENCES kernel.import(cell_id, id)
);
grant select, insert, update, delete on kernel.import_work to gongqiao_app;
comment on table kernel.import_work is 'Imports that have something to do, with the process that does it; gone when there is nothing.';

create table kernel.installation (
  id          text         not null,
  value       jsonb        not null,
  changed_at  timestamptz  not null,
  constraint installation_pkey PRIMARY KEY (id)
);
grant select, insert, update on kernel.installation to gongqiao_app;
grant select on kernel.installation to gongqiao_job;
comment on table kernel.installation is '@reference What this installation is: its mode, its seeds, its signing keys'' public halves.';

create table kernel.matter (
  cell_id          integer           not null,
  id               uuid              not null,
  path             text collate "C"  not null,
  kind             text              not null,
  host_unit_id     uuid              not null,
  subject_id       uuid              not null,
  title            text              not null,
  state            text              not null,
  owner_post_id    uuid,
  escalations      integer           not null,
  clock_rule       text,
  clock_from       date,
  due_on           date,
  due_provisional  boolean           not null,
  opened_at        timestamptz       not null,
  changed_at       timestamptz       not null,
  ended_at         timestamptz,
  last_event       integer           not null,
  constraint matter_pkey PRIMARY KEY (cell_id, id),
  constraint matter_open_has_clock CHECK (ended_at IS NOT NULL OR clock_rule IS NOT NULL AND due_on IS NOT NULL),
  constraint matter_state_of_application CHECK (kind <> 'membership.application'::text OR (state = ANY (ARRAY['submitted'::text, 'returned'::text, 'person_check'::text, 'confirmed'::text, 'withdrawn'::text, 'replaced'::text]))),
  constraint matter_state_of_not_me CHECK (kind <> 'membership.not_me'::text OR (state = ANY (ARRAY['reported'::text, 'answered'::text, 'settled'::text])))
);
create index matter_by_place ON kernel.matter USING btree (cell_id, path, due_on, id) WHERE (ended_at IS NULL);
create index matter_of_subject ON kernel.matter USING btree (cell_id, subject_id, opened_at);
create index matter_queue ON kernel.matter USING btree (cell_id, owner_post_id, due_on, id) WHERE (ended_at IS NULL);
alter table kernel.matter enable row level security;
alter table kernel.matter force row level security;
create policy matter_in_scope on kernel.matter using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on kernel.matter to gongqiao_app;
comment on table kernel.matter is '事项: the one spine. It alone holds state, owner and clock of everything that is done for somebody.';
comment on column kernel.matter.subject_id is 'the person it concerns';
comment on column kernel.matter.title is '@personal whom or what it concerns, as the queue shows it';
comment on column kernel.matter.escalations is 'how many levels it rose because it was late';

create table kernel.matter_event (
  cell_id     integer           not null,
  matter_id   uuid              not null,
  number      integer           not null,
  path        text collate "C"  not null,
  at          timestamptz       not null,
  step        text              not null,
  from_state  text,
  to_state    text              not null,
  actor_kind  text              not null,
  account_id  uuid,
  post_id     uuid,
  by_words    text,
  reason      text,
  note        text,
  constraint matter_event_pkey PRIMARY KEY (cell_id, matter_id, number),
  constraint matter_event_of_matter FOREIGN KEY (cell_id, matter_id) REFERENCES kernel.matter(cell_id, id),
  constraint matter_event_actor_kind_is_known CHECK (actor_kind = ANY (ARRAY['post'::text, 'officer'::text, 'person'::text, 'anyone'::text, 'system'::text]))
);
alter table kernel.matter_event enable row level security;
alter table kernel.matter_event force row level security;
create policy matter_event_in_scope on kernel.matter_event using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert on kernel.matter_event to gongqiao_app;
comment on table kernel.matter_event is '@append-only The history of a matter: each step, who took it, when, and why.';
comment on column kernel.matter_event.by_words is 'post and unit of whoever took the step; null for the person themselves and the system';
comment on column kernel.matter_event.note is '@personal free words of the officer to the person';

create table kernel.message (
  cell_id     integer      not null,
  id          uuid         not null,
  account_id  uuid         not null,
  at          timestamptz  not null,
  kind        text         not null,
  variables   jsonb        not null,
  link        text,
  read_at     timestamptz,
  constraint message_pkey PRIMARY KEY (cell_id, id)
);
create index message_of_account ON kernel.message USING btree (cell_id, account_id, id);
grant select, insert, update on kernel.message to gongqiao_app;
comment on table kernel.message is '站内信: messages to an account, as a kind and variables; the reader''s language makes the words.';

create table kernel.outbox (
  cell_id  integer      not null,
  id       uuid         not null,
  name     text         not null,
  body     jsonb        not null,
  at       timestamptz  not null,
  constraint outbox_pkey PRIMARY KEY (cell_id, id)
);
grant select, insert on kernel.outbox to gongqiao_app;
grant select, delete on kernel.outbox to gongqiao_job;
comment on table kernel.outbox is 'Facts whose transaction has committed and that have no number yet.';

create table kernel.outgoing (
  cell_id  integer      not null,
  id       uuid         not null,
  at       timestamptz  not null,
  channel  text         not null,
  address  bytea        not null,
  body     bytea        not null,
  tries    integer      not null,
  next_at  timestamptz,
  sent_at  timestamptz,
  constraint outgoing_pkey PRIMARY KEY (cell_id, id),
  constraint outgoing_channel_is_known CHECK (channel = ANY (ARRAY['sms'::text, 'mail'::text]))
);
create index outgoing_waiting ON kernel.outgoing USING btree (cell_id, next_at) WHERE (sent_at IS NULL);
grant select, insert, update, delete on kernel.outgoing to gongqiao_app;
grant select, delete on kernel.outgoing to gongqiao_job;
comment on table kernel.outgoing is 'Text messages and mails on their way, address and words sealed; a demonstration shows them on its inbox page.';

create table kernel.post (
  id         uuid              not null,
  title      text              not null,
  role       text              not null,
  unit_id    uuid              not null,
  unit_name  text              not null,
  cell_id    integer           not null,
  path       text collate "C"  not null,
  constraint post_pkey PRIMARY KEY (id)
);
create index post_of_unit ON kernel.post USING btree (unit_id, id);
grant select, insert, update on kernel.post to gongqiao_app;
comment on table kernel.post is '@reference 岗位: a seat that carries a role at a unit. A grant is account × post × period.';
comment on column kernel.post.cell_id is 'cell of the unit the post stands in';

create table kernel.post_cell (
  post_id  uuid     not null,
  cell_id  integer  not null,
  constraint post_cell_pkey PRIMARY KEY (post_id, cell_id)
);
grant select, insert on kernel.post_cell to gongqiao_app;
comment on table kernel.post_cell is '@directory Cells outside its own in which a post has had matters: where its queue has to look.';

create table kernel.post_holding (
  id             uuid         not null,
  post_id        uuid         not null,
  account_id     uuid         not null,
  holder_name    text         not null,
  valid_from     date         not null,
  valid_to       date,
  recorded_at    timestamptz  not null,
  superseded_at  timestamptz,
  constraint post_holding_pkey PRIMARY KEY (id),
  constraint post_holding_of_post FOREIGN KEY (post_id) REFERENCES kernel.post(id),
  constraint post_holding_period_is_forward CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
create UNIQUE index post_has_one_holder ON kernel.post_holding USING btree (post_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
create index post_holding_of_account ON kernel.post_holding USING btree (account_id) WHERE (superseded_at IS NULL);
grant select, insert, update on kernel.post_holding to gongqiao_app;
comment on table kernel.post_holding is '@reference Who holds which post, when (in the world) and since when we know it (recorded).';
comment on column kernel.post_holding.holder_name is 'the officer''s name as it stands on the door';
comment on column kernel.post_holding.valid_to is 'the first day they no longer hold it';

create table kernel.post_range (
  post_id  uuid              not null,
  ordinal  integer           not null,
  cell_lo  integer           not null,
  cell_hi  integer           not null,
  path_lo  text collate "C"  not null,
  path_hi  text collate "C"  not null,
  constraint post_range_pkey PRIMARY KEY (post_id, ordinal),
  constraint post_range_of_post FOREIGN KEY (post_id) REFERENCES kernel.post(id),
  constraint post_range_is_not_empty CHECK (cell_lo <= cell_hi AND path_lo < path_hi)
);
grant select, insert, update on kernel.post_range to gongqiao_app;
comment on table kernel.post_range is '@reference What a post covers. Several rows where history broke one range; a statement never sees more than one.';

-- membership ------------------------------------------------------------------------------------------

create schema membership;
comment on schema membership is '会员: the roll, joining, the card.';

CREATE OR REPLACE FUNCTION membership.begin_provisional(cell integer, at_path text, membership uuid, person uuid, unit uuid, person_name text, bigrams text[], person_sex text, born date, number_mask text, card text, matter uuid, code uuid, channel text, typed text, paper uuid, now_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  insert into membership.membership (cell_id, path, id, person_id, unit_id, name, name_bigrams, sex, birth_date,
    identity_mask, status, applied_at, card_number, claimed_at, affirmed_on, affirmed)
  values (cell, at_path, membership, person, unit, person_name, bigrams, person_sex, born,
    number_mask, 'provisional', now_at, card, now_at, (now_at at time zone 'Asia/Shanghai')::date, true);
  insert into membership.name_token (cell_id, token, path, membership_id)
  select cell, t.token, at_path, membership from membership.name_tokens(bigrams) as t (token);
  insert into membership.membership_history (cell_id, membership_id, number, valid_from, recorded_at, path, unit_id, status)
  values (cell, membership, 1, now_at, now_at, at_path, unit, 'provisional');
  insert into membership.card (number, cell_id, membership_id) values (card, cell, membership);
  insert into membership.application (cell_id, matter_id, path, membership_id, person_id, unit_id, code_id, channel,
    typed_by, paper_file_id, submitted_at)
  values (cell, matter, at_path, membership, person, unit, code, channel, typed, paper, now_at);
end $function$;

CREATE OR REPLACE FUNCTION membership.forget_names(cell integer, memberships uuid[])
 RETURNS void
 LANGUAGE sql
AS $function$
  delete from membership.name_token n using membership.membership m
  where m.cell_id = cell and m.id = any(memberships) and n.cell_id = cell
    and n.token in (select membership.name_tokens(m.name_bigrams)) and n.path = m.path and n.membership_id = m.id
$function$;
comment on function membership.forget_names(cell integer, memberships uuid[]) is 'nobody is found by the names these memberships have now; asked before a name or a place changes';

CREATE OR REPLACE FUNCTION membership.keep_names(cell integer, memberships uuid[])
 RETURNS void
 LANGUAGE sql
AS $function$
  delete from membership.name_token n using membership.membership m
  where m.cell_id = cell and m.id = any(memberships) and m.status = 'ended' and n.cell_id = cell
    and n.token in (select membership.name_tokens(m.name_bigrams)) and n.path = m.path and n.membership_id = m.id;
  insert into membership.name_token (cell_id, token, path, membership_id)
  select m.cell_id, t.token, m.path, m.id from membership.membership m cross join lateral membership.name_tokens(m.name_bigrams) as t (token)
  where m.cell_id = cell and m.id = any(memberships) and m.status <> 'ended'
  on conflict do nothing;
$function$;
comment on function membership.keep_names(cell integer, memberships uuid[]) is 'whoever is on the roll is found by the name they have now, whoever has left is not';

CREATE OR REPLACE FUNCTION membership.name_tokens(bigrams text[])
 RETURNS SETOF text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select bigram from unnest(bigrams) as bigram union select right(bigrams[cardinality(bigrams)], 1) where cardinality(bigrams) > 0
$function$;

CREATE OR REPLACE FUNCTION membership.take_back_listed(cell integer, memberships uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  mine uuid[];
  cards text[];
  digests bytea[];
begin
  select array_agg(m.id), array_agg(m.card_number), array_agg(p.identity_digest) into mine, cards, digests
  from membership.membership m join people.person p on p.cell_id = cell and p.id = m.person_id
  where m.cell_id = cell and m.id = any(memberships) and m.status = 'listed' and m.claimed_at is null;
  perform membership.forget_names(cell, mine);
  delete from membership.roster_detail d where d.cell_id = cell and d.membership_id = any(mine);
  delete from membership.listed_directory d where d.digest = any(digests) and d.cell_id = cell and d.membership_id = any(mine);
  delete from membership.card c where c.number = any(cards) and c.cell_id = cell and c.membership_id = any(mine);
  delete from membership.membership_history h where h.cell_id = cell and h.membership_id = any(mine);
  delete from membership.membership m where m.cell_id = cell and m.id = any(mine);
end $function$;
revoke execute on function membership.take_back_listed(cell integer, memberships uuid[]) from public;
grant execute on function membership.take_back_listed(cell integer, memberships uuid[]) to gongqiao_app;

create table membership.application (
  cell_id        integer           not null,
  matter_id      uuid              not null,
  path           text collate "C"  not null,
  membership_id  uuid              not null,
  person_id      uuid              not null,
  unit_id        uuid              not null,
  code_id        uuid,
  channel        text              not null,
  typed_by       text,
  paper_file_id  uuid,
  decided_on     date,
  submitted_at   timestamptz       not null,
  constraint application_pkey PRIMARY KEY (cell_id, matter_id),
  constraint application_of_matter FOREIGN KEY (cell_id, matter_id) REFERENCES kernel.matter(cell_id, id),
  constraint application_of_membership FOREIGN KEY (cell_id, membership_id) REFERENCES membership.membership(cell_id, id),
  constraint application_paper_is_a_file FOREIGN KEY (cell_id, paper_file_id) REFERENCES kernel.file(cell_id, id),
  constraint application_channel_is_known CHECK (channel = ANY (ARRAY['self'::text, 'window_code'::text, 'window_paper'::text])),
  constraint application_paper_has_a_file CHECK ((channel = 'window_paper'::text) = (paper_file_id IS NOT NULL))
);
create index application_of_code ON membership.application USING btree (cell_id, code_id) WHERE (code_id IS NOT NULL);
create index application_of_membership ON membership.application USING btree (cell_id, membership_id, matter_id);
alter table membership.application enable row level security;
alter table membership.application force row level security;
create policy application_in_scope on membership.application using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on membership.application to gongqiao_app;
comment on table membership.application is '入会申请: content of the matter membership.application (MEM-10).';
comment on column membership.application.typed_by is 'post and name of the staff who typed it at the window';

create table membership.card (
  number         text     not null,
  cell_id        integer  not null,
  membership_id  uuid     not null,
  constraint card_pkey PRIMARY KEY (number)
);
grant select, insert on membership.card to gongqiao_app;
comment on table membership.card is '@directory 会员证: which membership a card number stands for.';

create table membership.identity_alert (
  cell_id           integer      not null,
  id                uuid         not null,
  person_id         uuid         not null,
  application_cell  integer      not null,
  application_id    uuid         not null,
  unit_id           uuid         not null,
  at                timestamptz  not null,
  answer            text,
  answered_at       timestamptz,
  matter_id         uuid,
  constraint identity_alert_pkey PRIMARY KEY (cell_id, id),
  constraint identity_alert_once UNIQUE (cell_id, person_id, application_cell, application_id),
  constraint identity_alert_of_matter FOREIGN KEY (cell_id, matter_id) REFERENCES kernel.matter(cell_id, id),
  constraint identity_alert_to_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint identity_alert_answer_is_known CHECK (answer = ANY (ARRAY['not_me'::text, 'it_is_me'::text])),
  constraint identity_alert_denied_has_a_matter CHECK ((matter_id IS NOT NULL) = (NOT answer IS DISTINCT FROM 'not_me'::text)),
  constraint identity_alert_is_answered_once CHECK ((answer IS NULL) = (answered_at IS NULL))
);
create index identity_alert_of_report ON membership.identity_alert USING btree (cell_id, matter_id) WHERE (matter_id IS NOT NULL);
grant select, insert, update on membership.identity_alert to gongqiao_app;
comment on table membership.identity_alert is 'Somebody applied with a member''s identity number: only that member is told.';
comment on column membership.identity_alert.person_id is 'the member; their row stands in this cell';
comment on column membership.identity_alert.application_cell is 'where the application stands that named their number';
comment on column membership.identity_alert.matter_id is 'the report that it was not them';

create table membership.joining_code (
  cell_id     integer           not null,
  id          uuid              not null,
  path        text collate "C"  not null,
  unit_id     uuid              not null,
  label       text              not null,
  token       text              not null,
  created_at  timestamptz       not null,
  expires_at  timestamptz       not null,
  revoked_at  timestamptz,
  short_code  text              not null,
  constraint joining_code_pkey PRIMARY KEY (cell_id, id),
  constraint joining_code_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);
create index joining_code_of_place ON membership.joining_code USING btree (cell_id, unit_id, id);
grant select, insert, update on membership.joining_code to gongqiao_app;
comment on table membership.joining_code is '入会码: a signed, expiring, revocable code that names a unit and no person.';
comment on column membership.joining_code.short_code is 'six characters to type where nothing can be scanned';

create table membership.listed_directory (
  digest         bytea    not null,
  cell_id        integer  not null,
  membership_id  uuid     not null,
  phone_digest   bytea,
  constraint listed_directory_pkey PRIMARY KEY (digest, cell_id, membership_id)
);
grant select, insert, update, delete on membership.listed_directory to gongqiao_app;
comment on table membership.listed_directory is '@directory Which rosters name an identity number: reserves nothing, and is looked at only for whoever proved a phone.';
comment on column membership.listed_directory.phone_digest is 'the phone on the roster: whoever proves it is shown the record';

create table membership.membership (
  cell_id          integer           not null,
  path             text collate "C"  not null,
  id               uuid              not null,
  person_id        uuid              not null,
  unit_id          uuid              not null,
  employer_cipher  bytea,
  name             text              not null,
  name_bigrams     text[]            not null,
  sex              text              not null,
  birth_date       date              not null,
  identity_mask    text              not null,
  status           text              not null,
  applied_at       timestamptz       not null,
  since            date,
  ended_on         date,
  card_number      text              not null,
  claimed_at       timestamptz,
  affirmed_on      date,
  affirmed         boolean           not null default false,
  constraint membership_pkey PRIMARY KEY (cell_id, id),
  constraint membership_of_person FOREIGN KEY (cell_id, person_id) REFERENCES people.person(cell_id, id),
  constraint membership_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint membership_affirmed_by_claimer CHECK (NOT affirmed OR claimed_at IS NOT NULL AND affirmed_on IS NOT NULL),
  constraint membership_decided_when_confirmed CHECK ((status <> ALL (ARRAY['active'::text, 'retained'::text])) OR since IS NOT NULL),
  constraint membership_listed_is_unclaimed CHECK (status <> 'listed'::text OR claimed_at IS NULL),
  constraint membership_sex_is_known CHECK (sex = ANY (ARRAY['male'::text, 'female'::text, 'unknown'::text])),
  constraint membership_status_is_known CHECK (status = ANY (ARRAY['provisional'::text, 'listed'::text, 'active'::text, 'retained'::text, 'ended'::text]))
);
create index membership_by_affirmation ON membership.membership USING btree (cell_id, affirmed_on) WHERE affirmed;
create index membership_by_place ON membership.membership USING btree (cell_id, path, id) WHERE (status <> 'ended'::text);
create index membership_of_person ON membership.membership USING btree (cell_id, person_id);
create UNIQUE index membership_one_open_a_person ON membership.membership USING btree (cell_id, person_id) WHERE (status <> ALL (ARRAY['listed'::text, 'ended'::text]));
alter table membership.membership enable row level security;
alter table membership.membership force row level security;
create policy membership_in_scope on membership.membership using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on membership.membership to gongqiao_app;
comment on table membership.membership is '会员名册: the roll. A row carries what lists need; who holds the member gives the path.';
comment on column membership.membership.unit_id is 'the union that holds the member; every count is by holder';
comment on column membership.membership.employer_cipher is 'the employer, sealed; readable from the holding unit upward only';
comment on column membership.membership.name is '@personal 姓名';
comment on column membership.membership.name_bigrams is '@personal neighbouring characters of the name, for search';
comment on column membership.membership.birth_date is '@personal the basis of the age shown';
comment on column membership.membership.identity_mask is '@personal stored mask of the number: first two characters and the last';
comment on column membership.membership.status is 'listed 在册待认领: named by a roster, holds no number and no phone';
comment on column membership.membership.since is 'the committee''s decision day: membership starts there (MEM-11)';
comment on column membership.membership.card_number is '会员证编号, fixed once; says nothing';
comment on column membership.membership.claimed_at is '认领: when the person proved themselves by code and phone and took the record';
comment on column membership.membership.affirmed_on is 'the day the person last said that the record is true';
comment on column membership.membership.affirmed is '一年内本人确认: what figures count; lapses twelve months after affirmed_on';

create table membership.membership_history (
  cell_id        integer           not null,
  membership_id  uuid              not null,
  number         integer           not null,
  valid_from     timestamptz       not null,
  valid_to       timestamptz,
  recorded_at    timestamptz       not null,
  superseded_at  timestamptz,
  path           text collate "C"  not null,
  unit_id        uuid              not null,
  status         text              not null,
  change_code    integer,
  constraint membership_history_pkey PRIMARY KEY (cell_id, membership_id, number),
  constraint membership_history_of_membership FOREIGN KEY (cell_id, membership_id) REFERENCES membership.membership(cell_id, id),
  constraint membership_history_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint membership_history_period_is_forward CHECK (valid_to IS NULL OR valid_to >= valid_from),
  constraint membership_history_status_is_known CHECK (status = ANY (ARRAY['provisional'::text, 'listed'::text, 'active'::text, 'retained'::text, 'ended'::text]))
);
grant select, insert, update on membership.membership_history to gongqiao_app;
comment on table membership.membership_history is '会籍变化: where and as what somebody belonged, in the world and as known to us.';
comment on column membership.membership_history.number is 'the line''s place in the history of this membership, from 1';
comment on column membership.membership_history.change_code is '会籍变化类型: 1 join, 2 transfer in, 3 retain, 4 transfer out, 5 expelled, 6 resigned, 90 deceased';

create table membership.name_token (
  cell_id        integer           not null,
  token          text collate "C"  not null,
  path           text collate "C"  not null,
  membership_id  uuid              not null,
  constraint name_token_pkey PRIMARY KEY (cell_id, token, path, membership_id)
);
alter table membership.name_token enable row level security;
alter table membership.name_token force row level security;
create policy name_token_in_scope on membership.name_token using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, delete on membership.name_token to gongqiao_app;
comment on table membership.name_token is '姓名检索: what names on the roll are found by, in the order of a list. Derived from membership; written by its triggers.';
comment on column membership.name_token.token is '@personal two neighbouring characters of a name, or its last one: each character begins a token';
comment on column membership.name_token.path is 'the membership''s own, so that a subtree is one stretch of the index';

create table membership.roll_view (
  cell_id      integer           not null,
  id           uuid              not null,
  path         text collate "C"  not null,
  account_id   uuid              not null,
  post_id      uuid              not null,
  kind         text              not null,
  opens_first  boolean           not null,
  content      bytea             not null,
  changed_at   timestamptz       not null,
  constraint roll_view_pkey PRIMARY KEY (cell_id, id),
  constraint roll_view_by_post FOREIGN KEY (post_id) REFERENCES kernel.post(id),
  constraint roll_view_columns_open_nothing CHECK (kind = 'view'::text OR NOT opens_first),
  constraint roll_view_kind_is_known CHECK (kind = ANY (ARRAY['view'::text, 'columns'::text]))
);
create UNIQUE index roll_view_columns_once ON membership.roll_view USING btree (cell_id, account_id, post_id) WHERE (kind = 'columns'::text);
create index roll_view_of_account ON membership.roll_view USING btree (cell_id, account_id, post_id, id);
create UNIQUE index roll_view_one_opens_first ON membership.roll_view USING btree (cell_id, account_id, post_id) WHERE opens_first;
alter table membership.roll_view enable row level security;
alter table membership.roll_view force row level security;
create policy roll_view_in_scope on membership.roll_view using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update, delete on membership.roll_view to gongqiao_app;
comment on table membership.roll_view is '名册视图: what an officer looks for again and again on the roll, and the columns they chose; their own, in the cell of their post. Holds no number and no phone.';
comment on column membership.roll_view.kind is 'view: a named one; columns: those shown when no view says otherwise';
comment on column membership.roll_view.opens_first is 'the roll opens with it';
comment on column membership.roll_view.content is '@personal sealed: its name, search words, filters and columns';

create table membership.roster_detail (
  cell_id        integer           not null,
  membership_id  uuid              not null,
  path           text collate "C"  not null,
  ethnicity      text,
  employment     text,
  change_code    integer,
  constraint roster_detail_pkey PRIMARY KEY (cell_id, membership_id),
  constraint roster_detail_of_membership FOREIGN KEY (cell_id, membership_id) REFERENCES membership.membership(cell_id, id),
  constraint roster_detail_change_is_known CHECK (change_code = ANY (ARRAY[1, 2, 3])),
  constraint roster_detail_employment_is_known CHECK (employment = ANY (ARRAY['1'::text, '2'::text, '3'::text, '4'::text, '5'::text, '6'::text, '7'::text, '8'::text, '9'::text]))
);
alter table membership.roster_detail enable row level security;
alter table membership.roster_detail force row level security;
create policy roster_detail_in_scope on membership.roster_detail using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on membership.roster_detail to gongqiao_app;
comment on table membership.roster_detail is '名册补充项: of the collection sheet''s minimum set (rulebook 4.3) what the roll and the person do not hold. Nothing else of a roster is kept.';
comment on column membership.roster_detail.ethnicity is '@personal 民族 (GB/T 3304): the union statistics count members of ethnic minorities from the records, so that nobody asks again';
comment on column membership.roster_detail.employment is '@personal 就业状况 1 to 9: retirement and unemployment decide over retained membership and dues (MEM-35, MEM-36)';
comment on column membership.roster_detail.change_code is '会籍变化类型 as the roster had it: 1 join, 2 transfer in, 3 retain';

create table membership.roster_report (
  cell_id        integer           not null,
  matter_id      uuid              not null,
  path           text collate "C"  not null,
  membership_id  uuid              not null,
  reason         text              not null,
  constraint roster_report_pkey PRIMARY KEY (cell_id, matter_id),
  constraint roster_report_of_matter FOREIGN KEY (cell_id, matter_id) REFERENCES kernel.matter(cell_id, id),
  constraint roster_report_of_membership FOREIGN KEY (cell_id, membership_id) REFERENCES membership.membership(cell_id, id),
  constraint roster_report_reason_is_known CHECK (reason = ANY (ARRAY['not_me'::text, 'left'::text, 'never_joined'::text]))
);
create index roster_report_of_membership ON membership.roster_report USING btree (cell_id, membership_id);
alter table membership.roster_report enable row level security;
alter table membership.roster_report force row level security;
create policy roster_report_in_scope on membership.roster_report using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert on membership.roster_report to gongqiao_app;
comment on table membership.roster_report is '不是我: content of a report membership.not_me that a roster is wrong; the row it names has ended.';

create table membership.roster_request (
  cell_id        integer           not null,
  id             uuid              not null,
  path           text collate "C"  not null,
  membership_id  uuid              not null,
  person_id      uuid              not null,
  import_id      uuid              not null,
  proposed       bytea             not null,
  columns        text[]            not null,
  at             timestamptz       not null,
  ended_at       timestamptz,
  answer         text,
  constraint roster_request_pkey PRIMARY KEY (cell_id, id),
  constraint roster_request_of_import FOREIGN KEY (cell_id, import_id) REFERENCES kernel.import(cell_id, id),
  constraint roster_request_of_membership FOREIGN KEY (cell_id, membership_id) REFERENCES membership.membership(cell_id, id),
  constraint roster_request_answer_is_known CHECK (answer = ANY (ARRAY['accepted'::text, 'declined'::text, 'withdrawn'::text])),
  constraint roster_request_is_answered_once CHECK ((answer IS NULL) = (ended_at IS NULL))
);
create index roster_request_of_membership ON membership.roster_request USING btree (cell_id, membership_id, at);
create UNIQUE index roster_request_one_open ON membership.roster_request USING btree (cell_id, membership_id) WHERE (ended_at IS NULL);
alter table membership.roster_request enable row level security;
alter table membership.roster_request force row level security;
create policy roster_request_in_scope on membership.roster_request using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on membership.roster_request to gongqiao_app;
comment on table membership.roster_request is '请本人核对: a roster says otherwise than a record its person has claimed. Only the person changes it.';
comment on column membership.roster_request.proposed is '@personal sealed: what the roster says, by column';
comment on column membership.roster_request.columns is 'which columns differ, for the union to see';

create table membership.short_code (
  code       text collate "C"  not null,
  cell_id    integer           not null,
  code_id    uuid              not null,
  free_from  timestamptz       not null,
  constraint short_code_pkey PRIMARY KEY (code),
  constraint short_code_has_its_form CHECK (code ~ '^[2-9A-HJKMNPQRT-Y]{6}$'::text)
);
grant select, insert, update on membership.short_code to gongqiao_app;
comment on table membership.short_code is '@directory 短码: six characters somebody types instead of scanning, and the joining code they stand for.';
comment on column membership.short_code.free_from is 'a year after its joining code ended it may stand for another';

create table membership.short_code_guess (
  source  bytea        not null,
  since   timestamptz  not null,
  wrong   integer      not null,
  constraint short_code_guess_pkey PRIMARY KEY (source),
  constraint short_code_guess_counts CHECK (wrong > 0)
);
grant select, insert, update, delete on membership.short_code_guess to gongqiao_app;
comment on table membership.short_code_guess is '@directory How many wrong short codes came from one source in the last minutes; forgotten after an hour.';
comment on column membership.short_code_guess.source is 'keyed digest of a network address';

create table membership.transfer_wish (
  cell_id        integer           not null,
  id             uuid              not null,
  path           text collate "C"  not null,
  membership_id  uuid              not null,
  to_unit_id     uuid              not null,
  at             timestamptz       not null,
  constraint transfer_wish_pkey PRIMARY KEY (cell_id, id),
  constraint transfer_wish_of_membership FOREIGN KEY (cell_id, membership_id) REFERENCES membership.membership(cell_id, id),
  constraint transfer_wish_to_unit FOREIGN KEY (to_unit_id) REFERENCES organization.unit(id)
);
create index transfer_wish_of_membership ON membership.transfer_wish USING btree (cell_id, membership_id);
grant select, insert on membership.transfer_wish to gongqiao_app;
comment on table membership.transfer_wish is '转会意愿: a member scanned another union''s code (T-MEM-1).';

-- organization ----------------------------------------------------------------------------------------

create schema organization;
comment on schema organization is '组织: the unit tree and who answers for it.';

create table organization.access_token (
  digest        bytea        not null,
  id            uuid         not null,
  account_id    uuid         not null,
  post_id       uuid         not null,
  name          text         not null,
  scopes        text[]       not null,
  created_at    timestamptz  not null,
  expires_at    timestamptz  not null,
  last_used_on  date,
  revoked_at    timestamptz,
  constraint access_token_pkey PRIMARY KEY (digest),
  constraint access_token_of_post FOREIGN KEY (post_id) REFERENCES kernel.post(id),
  constraint access_token_ends_after_it_begins CHECK (expires_at > created_at),
  constraint access_token_has_scopes CHECK (cardinality(scopes) > 0)
);
create index access_token_of_account ON organization.access_token USING btree (account_id, id);
grant select, insert, update on organization.access_token to gongqiao_app;
comment on table organization.access_token is '@directory 访问令牌: what a program shows instead of an officer; acts as one post, within named scopes, until it ends.';
comment on column organization.access_token.digest is 'of the token; the token itself is shown once and kept nowhere';
comment on column organization.access_token.name is 'which program it is for, in the officer''s words';
comment on column organization.access_token.last_used_on is 'the last day it was used: by the day, so that a use is no write';

create table organization.covered_unit (
  cell_id      integer  not null,
  unit_id      uuid     not null,
  employer_id  uuid     not null,
  valid_from   date     not null,
  valid_to     date,
  constraint covered_unit_pkey PRIMARY KEY (cell_id, unit_id, employer_id, valid_from),
  constraint covered_unit_of_employer FOREIGN KEY (cell_id, employer_id) REFERENCES organization.employer(cell_id, id),
  constraint covered_unit_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint covered_unit_period_is_forward CHECK (valid_to IS NULL OR valid_to > valid_from)
);
grant select, insert, update on organization.covered_unit to gongqiao_app;
comment on table organization.covered_unit is '涵盖单位: which employers a union covers (ORG-11).';

create table organization.credit_code_directory (
  digest   bytea    not null,
  cell_id  integer  not null,
  unit_id  uuid     not null,
  constraint credit_code_directory_pkey PRIMARY KEY (digest)
);
create index credit_code_directory_of_unit ON organization.credit_code_directory USING btree (unit_id);
grant select, insert, update, delete on organization.credit_code_directory to gongqiao_app;
comment on table organization.credit_code_directory is '@directory Which union holds a credit code: the one that was known by it first. Asked by commands, never by a screen.';

create table organization.credit_code_dispute (
  digest       bytea        not null,
  unit_id      uuid         not null,
  recorded_at  timestamptz  not null,
  settled_at   timestamptz,
  constraint credit_code_dispute_pkey PRIMARY KEY (digest, unit_id)
);
grant select, insert, update (settled_at), delete on organization.credit_code_dispute to gongqiao_app;
comment on table organization.credit_code_dispute is '@directory A union that was given a code which another one holds. Whoever gave it is not told where that one is.';

create table organization.employer (
  cell_id        integer           not null,
  id             uuid              not null,
  path           text collate "C"  not null,
  name           text              not null,
  credit_code    text,
  industry       text,
  division_code  text,
  constraint employer_pkey PRIMARY KEY (cell_id, id)
);
create index employer_by_credit_code ON organization.employer USING btree (cell_id, credit_code);
grant select, insert, update on organization.employer to gongqiao_app;
comment on table organization.employer is '用人单位: enterprises, institutions, organs and social organizations (ORG-10).';
comment on column organization.employer.industry is 'GB/T 4754-2017';

create table organization.officer_invitation (
  cell_id       integer           not null,
  id            uuid              not null,
  path          text collate "C"  not null,
  unit_id       uuid              not null,
  role          text              not null,
  title         text              not null,
  name          text              not null,
  phone_cipher  bytea,
  phone_mask    text,
  mail_cipher   bytea,
  mail_mask     text,
  digest        bytea             not null,
  invited_by    uuid              not null,
  invited_at    timestamptz       not null,
  renewed       integer           not null,
  expires_at    timestamptz       not null,
  accepted_at   timestamptz,
  account_id    uuid,
  post_id       uuid,
  revoked_at    timestamptz,
  constraint officer_invitation_pkey PRIMARY KEY (cell_id, id),
  constraint officer_invitation_by_post FOREIGN KEY (invited_by) REFERENCES kernel.post(id),
  constraint officer_invitation_for_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint officer_invitation_to_post FOREIGN KEY (post_id) REFERENCES kernel.post(id),
  constraint officer_invitation_accepted_has_post CHECK ((accepted_at IS NULL) = (post_id IS NULL) AND (accepted_at IS NULL) = (account_id IS NULL)),
  constraint officer_invitation_ends_one_way CHECK (accepted_at IS NULL OR revoked_at IS NULL)
);
create UNIQUE index officer_invitation_by_digest ON organization.officer_invitation USING btree (cell_id, digest);
create index officer_invitation_of_place ON organization.officer_invitation USING btree (cell_id, path, id);
create UNIQUE index officer_is_invited_once ON organization.officer_invitation USING btree (cell_id, unit_id, title, name) WHERE ((accepted_at IS NULL) AND (revoked_at IS NULL));
alter table organization.officer_invitation enable row level security;
alter table organization.officer_invitation force row level security;
create policy officer_invitation_in_scope on organization.officer_invitation using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on organization.officer_invitation to gongqiao_app;
comment on table organization.officer_invitation is '干部邀请: a one-time link by which an officer opens an account and takes a post. Of the link only a keyed digest is kept.';
comment on column organization.officer_invitation.name is '@personal whom it is for';
comment on column organization.officer_invitation.phone_cipher is '@personal where the link was sent; let go of when it is accepted or revoked';
comment on column organization.officer_invitation.phone_mask is '@personal';
comment on column organization.officer_invitation.mail_cipher is '@personal where the link is sent by hand; let go of when it is accepted or revoked';
comment on column organization.officer_invitation.mail_mask is '@personal';
comment on column organization.officer_invitation.renewed is 'how often a new link took the place of the one before';
comment on column organization.officer_invitation.post_id is 'the post it led to';

create table organization.parent_link (
  unit_id        uuid         not null,
  parent_id      uuid         not null,
  kind           text         not null,
  valid_from     date         not null,
  valid_to       date,
  recorded_at    timestamptz  not null,
  superseded_at  timestamptz,
  constraint parent_link_pkey PRIMARY KEY (unit_id, kind, valid_from, recorded_at),
  constraint parent_link_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint parent_link_to_unit FOREIGN KEY (parent_id) REFERENCES organization.unit(id),
  constraint parent_link_goes_elsewhere CHECK (parent_id <> unit_id),
  constraint parent_link_kind_is_known CHECK (kind = ANY (ARRAY['LEADING'::text, 'INDUSTRY'::text, 'LOCAL_SECONDARY'::text])),
  constraint parent_link_period_is_forward CHECK (valid_to IS NULL OR valid_to > valid_from)
);
create UNIQUE index unit_has_one_leading_parent ON organization.parent_link USING btree (unit_id) WHERE ((kind = 'LEADING'::text) AND (valid_to IS NULL) AND (superseded_at IS NULL));
grant select, insert, update on organization.parent_link to gongqiao_app;
comment on table organization.parent_link is '@reference Who leads whom (ORG-01, ORG-02), in the world and as known to us.';

create table organization.unit (
  id             uuid              not null,
  name           text              not null,
  short_name     text              not null,
  level          text              not null,
  cell_id        integer           not null,
  path           text collate "C"  not null,
  parent_id      uuid,
  division_code  text,
  credit_code    text,
  state          text              not null,
  desk_post_id   uuid,
  children       integer           not null,
  org_form       text,
  founded_on     date,
  constraint unit_pkey PRIMARY KEY (id),
  constraint unit_has_one_place UNIQUE (cell_id, path),
  constraint unit_desk_is_a_post FOREIGN KEY (desk_post_id) REFERENCES kernel.post(id),
  constraint unit_stands_under_a_unit FOREIGN KEY (parent_id) REFERENCES organization.unit(id),
  constraint unit_level_is_known CHECK (level = ANY (ARRAY['nation'::text, 'industry'::text, 'province'::text, 'prefecture'::text, 'county'::text, 'township'::text, 'village'::text, 'grassroots'::text])),
  constraint unit_only_the_nation_has_no_parent CHECK ((parent_id IS NULL) = (level = 'nation'::text)),
  constraint unit_org_form_is_known CHECK (org_form = ANY (ARRAY['single'::text, 'joint'::text, 'project'::text, 'building'::text, 'market'::text, 'park'::text, 'industry'::text, 'region'::text, 'federation'::text])),
  constraint unit_state_is_known CHECK (state = ANY (ARRAY['active'::text, 'closing'::text, 'closed'::text]))
);
create index unit_by_credit_code ON organization.unit USING btree (credit_code COLLATE "C") WHERE (credit_code IS NOT NULL);
create index unit_children ON organization.unit USING btree (parent_id, cell_id, path);
create index unit_roots ON organization.unit USING btree (cell_id) WHERE (path = ''::text);
grant select, insert, update on organization.unit to gongqiao_app;
grant select on organization.unit to gongqiao_job;
comment on table organization.unit is '@reference 工会组织: the tree as it is today; exactly one leading parent (ORG-01). Its past stands in unit_history and parent_link.';
comment on column organization.unit.path is 'place inside the cell: three base-36 characters a level; the cell''s own union has the empty path';
comment on column organization.unit.desk_post_id is 'the post that answers for this union: its own, or the nearest above that is held';
comment on column organization.unit.children is 'how many unions that are not closed stand directly below';
comment on column organization.unit.org_form is '组织形式 (ORG-11, ORG-13): a form of organizing, never a level; null where it was not said';
comment on column organization.unit.founded_on is '成立日期';

create table organization.unit_alias (
  id             uuid              not null,
  unit_id        uuid              not null,
  text           text              not null,
  key            text collate "C"  not null,
  kind           text              not null,
  recorded_at    timestamptz       not null,
  post_id        uuid,
  superseded_at  timestamptz,
  constraint unit_alias_pkey PRIMARY KEY (id),
  constraint unit_alias_by_post FOREIGN KEY (post_id) REFERENCES kernel.post(id),
  constraint unit_alias_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint unit_alias_kind_is_known CHECK (kind = ANY (ARRAY['former'::text, 'abbreviation'::text, 'settled'::text]))
);
create index unit_alias_by_key ON organization.unit_alias USING btree (key) WHERE (superseded_at IS NULL);
create UNIQUE index unit_has_an_alias_once ON organization.unit_alias USING btree (unit_id, key) WHERE (superseded_at IS NULL);
grant select, insert, update on organization.unit_alias to gongqiao_app;
comment on table organization.unit_alias is '@reference 曾用名、简称、认定的写法: what a union is called beside its names of today.';
comment on column organization.unit_alias.key is 'the text as names are compared: one width, lower case, no signs';
comment on column organization.unit_alias.kind is 'former: its name until it was renamed; abbreviation: given with it; settled: a clerk said that this spelling means it';
comment on column organization.unit_alias.post_id is 'who settled it; null where it followed from a change of name';

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
  constraint unit_history_pkey PRIMARY KEY (unit_id, valid_from, recorded_at),
  constraint unit_history_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint unit_history_period_is_forward CHECK (valid_to IS NULL OR valid_to > valid_from)
);
grant select, insert, update on organization.unit_history to gongqiao_app;
comment on table organization.unit_history is '@reference What a union was called and was, in the world (valid) and as known to us (recorded).';

create table organization.unit_key (
  unit_id   uuid              not null,
  number    smallint          not null,
  kind      text              not null,
  key       text collate "C"  not null,
  core      text collate "C"  not null,
  tail      text collate "C"  not null,
  initials  text collate "C"  not null,
  tokens    text[]            not null,
  height    smallint          not null,
  cell_id   integer           not null,
  path      text collate "C"  not null,
  constraint unit_key_pkey PRIMARY KEY (unit_id, number),
  constraint unit_key_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint unit_key_kind_is_known CHECK (kind = ANY (ARRAY['name'::text, 'short'::text, 'former'::text, 'abbreviation'::text, 'settled'::text]))
);
create index unit_key_by_core ON organization.unit_key USING btree (core, cell_id, path);
create index unit_key_by_initials ON organization.unit_key USING btree (height, initials, cell_id, path);
create index unit_key_by_initials_in_cell ON organization.unit_key USING btree (cell_id, initials);
create index unit_key_by_pairs ON organization.unit_key USING gin (tokens) WITH (gin_pending_list_limit='512');
create index unit_key_by_prefix ON organization.unit_key USING btree (height, key, cell_id, path);
create index unit_key_by_prefix_in_cell ON organization.unit_key USING btree (cell_id, key);
create index unit_key_by_tail ON organization.unit_key USING btree (tail, cell_id, path) WHERE (tail <> core);
create index unit_key_in_place ON organization.unit_key USING btree (cell_id, path);
grant select, insert, delete on organization.unit_key to gongqiao_app;
comment on table organization.unit_key is '@reference What unions are found by: every name of each, made comparable. Derived from unit and unit_alias; written again whenever they change.';
comment on column organization.unit_key.core is 'the key without what every union''s or enterprise''s name ends in';
comment on column organization.unit_key.tail is 'the core without the places above it that it begins with';
comment on column organization.unit_key.initials is 'pinyin initials of the key';
comment on column organization.unit_key.tokens is 'pairs of neighbouring characters of the key but for those of 有限责任公司工会委员会, 街道总工会 and the like, and @cell, @prefecture, @province by leading digits of the cell';
comment on column organization.unit_key.height is 'level as a number: 0 the nation, 7 grassroots';
comment on column organization.unit_key.cell_id is 'the union''s own place, repeated so that a search stays inside a range';

create view organization.open_unit with (security_invoker=true) as
 SELECT u.id,
    u.name,
    u.short_name,
    u.level,
    u.cell_id,
    u.path,
    u.state,
    u.division_code,
    u.credit_code,
    u.children,
    u.parent_id,
    up.name AS parent_name,
    up.short_name AS parent_short_name,
    up.level AS parent_level,
    u.desk_post_id,
    desk.title AS desk_title,
    desk.unit_name AS desk_unit_name,
    seat.holder_name AS desk_holder
   FROM organization.unit u
     LEFT JOIN organization.unit up ON up.id = u.parent_id
     LEFT JOIN kernel.post desk ON desk.id = u.desk_post_id
     LEFT JOIN kernel.post_holding seat ON seat.post_id = desk.id AND seat.valid_to IS NULL AND seat.superseded_at IS NULL;
grant select on organization.open_unit to gongqiao_app;
grant select on organization.open_unit to gongqiao_job;
comment on view organization.open_unit is 'A union as other modules read it: with the one above and with the post that answers for it.';

-- people ----------------------------------------------------------------------------------------------

create schema people;
comment on schema people is '人员: persons, their documents and contacts, the network-wide directories, members'' sign-in.';

CREATE OR REPLACE FUNCTION people.enter(cell integer, person uuid, at_path text, account uuid, person_name text, person_sex text, born date, kind text, number_cipher bytea, number_digest bytea, number_mask text, phone_sealed bytea, phone_hash bytea, phone_shown text, verified text, session_hash bytea, session_until timestamp with time zone, notice text, channel text, consent_ids uuid[], now_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  insert into people.person (cell_id, id, path, account_id, name, sex, birth_date, identity_kind, identity_cipher,
    identity_digest, identity_mask, phone_cipher, phone_digest, phone_mask, verification, created_at)
  values (cell, person, at_path, account, person_name, person_sex, born, kind, number_cipher,
    number_digest, number_mask, phone_sealed, phone_hash, phone_shown, verified, now_at);
  insert into people.person_cell (person_id, cell_id) values (person, cell);
  if account is not null then
    insert into people.account (cell_id, id, path, person_id, created_at) values (cell, account, at_path, person, now_at);
    insert into people.phone_directory (digest, cell_id, account_id) values (phone_hash, cell, account);
  end if;
  if session_hash is not null then
    insert into people.session (cell_id, token_digest, account_id, created_at, expires_at)
    values (cell, session_hash, account, now_at, session_until);
  end if;
  insert into people.consent (cell_id, id, person_id, purpose, version, channel, at)
  values (cell, consent_ids[1], person, 'joining', notice, channel, now_at),
         (cell, consent_ids[2], person, 'identity_number', notice, channel, now_at);
end $function$;

CREATE OR REPLACE FUNCTION people.take_back_listed(cell integer, persons uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from people.person_cell pc using people.person p
  where pc.person_id = any(persons) and pc.cell_id = cell and p.cell_id = cell and p.id = pc.person_id and p.account_id is null
    and not exists (select from people.identity_directory d where d.digest = p.identity_digest and d.person_id = p.id and d.cell_id = cell);
  delete from people.person p
  where p.cell_id = cell and p.id = any(persons) and p.account_id is null
    and not exists (select from people.identity_directory d where d.digest = p.identity_digest and d.person_id = p.id and d.cell_id = cell);
end $function$;
revoke execute on function people.take_back_listed(cell integer, persons uuid[]) from public;
grant execute on function people.take_back_listed(cell integer, persons uuid[]) to gongqiao_app;

CREATE OR REPLACE FUNCTION people.take_phone_code(phone_hash bytea, code_hash bytea, now_at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
declare
  used integer;
begin
  delete from people.phone_code where digest = phone_hash and code = code_hash and expires_at > now_at and tries < 5;
  if found then return -1; end if;
  update people.phone_code set tries = tries + 1 where digest = phone_hash and expires_at > now_at and tries < 5
    returning tries into used;
  return case when used is null then 0 else 5 - used end;
end $function$;
comment on function people.take_phone_code(phone_hash bytea, code_hash bytea, now_at timestamp with time zone) is '-1 when the code is right, else the tries that are left';

create table people.account (
  cell_id     integer           not null,
  id          uuid              not null,
  path        text collate "C"  not null,
  person_id   uuid              not null,
  created_at  timestamptz       not null,
  constraint account_pkey PRIMARY KEY (cell_id, id),
  constraint account_of_person FOREIGN KEY (cell_id, person_id) REFERENCES people.person(cell_id, id)
);
create index account_of_person_row ON people.account USING btree (cell_id, person_id);
grant select, insert, update on people.account to gongqiao_app;
comment on table people.account is '会员账户: what a member signs in to.';

create table people.consent (
  cell_id       integer      not null,
  id            uuid         not null,
  person_id     uuid         not null,
  purpose       text         not null,
  version       text         not null,
  channel       text         not null,
  at            timestamptz  not null,
  withdrawn_at  timestamptz,
  constraint consent_pkey PRIMARY KEY (cell_id, id),
  constraint consent_channel_is_known CHECK (channel = ANY (ARRAY['self'::text, 'window_code'::text, 'window_paper'::text]))
);
create index consent_of_person ON people.consent USING btree (cell_id, person_id);
grant select, insert, update on people.consent to gongqiao_app;
comment on table people.consent is '同意: which text, which version, when and how (PI-03, PI-09).';

create table people.identity_directory (
  digest        bytea    not null,
  cell_id       integer  not null,
  person_id     uuid     not null,
  phone_digest  bytea,
  constraint identity_directory_pkey PRIMARY KEY (digest)
);
grant select, insert, update, delete on people.identity_directory to gongqiao_app;
comment on table people.identity_directory is '@directory Which cell and person hold an identity number: only ACTIVE and RETAINED members stand here (MEM-13).';
comment on column people.identity_directory.phone_digest is 'the phone on the record when its number was claimed: says when looking at the record is worth it, and proves nothing';

create table people.person (
  cell_id          integer           not null,
  id               uuid              not null,
  path             text collate "C"  not null,
  account_id       uuid,
  name             text              not null,
  sex              text              not null,
  birth_date       date              not null,
  identity_kind    text              not null,
  identity_cipher  bytea             not null,
  identity_digest  bytea             not null,
  identity_mask    text              not null,
  phone_cipher     bytea,
  phone_digest     bytea,
  phone_mask       text,
  verification     text              not null,
  gone_on          date,
  created_at       timestamptz       not null,
  constraint person_pkey PRIMARY KEY (cell_id, id),
  constraint person_identity_kind_is_known CHECK (identity_kind = ANY (ARRAY['resident_card'::text, 'hk_macao_residence_permit'::text, 'taiwan_residence_permit'::text, 'foreign_permanent_resident_card'::text, 'passport'::text, 'hk_macao_travel_permit'::text, 'taiwan_travel_permit'::text, 'military_officer_card'::text, 'other'::text])),
  constraint person_sex_is_known CHECK (sex = ANY (ARRAY['male'::text, 'female'::text, 'unknown'::text])),
  constraint person_verification_is_known CHECK (verification = ANY (ARRAY['not_verified'::text, 'matches'::text, 'differs'::text]))
);
create index person_of_account ON people.person USING btree (cell_id, account_id);
create index person_of_identity ON people.person USING btree (cell_id, identity_digest);
create index person_of_phone ON people.person USING btree (cell_id, phone_digest) WHERE (phone_digest IS NOT NULL);
alter table people.person enable row level security;
alter table people.person force row level security;
create policy person_in_scope on people.person using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on people.person to gongqiao_app;
comment on table people.person is '人员: one row in the cell of the current membership; a tombstone with name and dates where they moved away.';
comment on column people.person.name is '@personal 姓名';
comment on column people.person.sex is '@personal 性别 (GB/T 2261.1)';
comment on column people.person.birth_date is '@personal 出生日期, the basis of the age shown';
comment on column people.person.identity_kind is 'kind of document (rulebook 8.3), not personal by itself';
comment on column people.person.identity_cipher is '@personal 证件号码, sealed';
comment on column people.person.identity_digest is 'keyed digest of kind and number';
comment on column people.person.identity_mask is '@personal stored mask: first two characters and the last';
comment on column people.person.phone_cipher is '@personal 手机号码, sealed';
comment on column people.person.phone_digest is 'keyed digest of the phone';
comment on column people.person.phone_mask is '@personal stored mask of the phone';
comment on column people.person.verification is 'whether name and number were found to belong together';
comment on column people.person.gone_on is 'the day the person moved to another cell; the row is a tombstone from then on';

create table people.person_cell (
  person_id  uuid     not null,
  cell_id    integer  not null,
  constraint person_cell_pkey PRIMARY KEY (person_id, cell_id)
);
grant select, insert on people.person_cell to gongqiao_app;
comment on table people.person_cell is '@directory All cells that hold something of a person: answers "all that is mine".';

create table people.phone_code (
  digest      bytea        not null,
  code        bytea        not null,
  sent_at     timestamptz  not null,
  expires_at  timestamptz  not null,
  tries       integer      not null,
  sent_today  integer      not null,
  constraint phone_code_pkey PRIMARY KEY (digest)
);
grant select, insert, update, delete on people.phone_code to gongqiao_app;
grant select, delete on people.phone_code to gongqiao_job;
comment on table people.phone_code is '@directory The last code sent to a phone, by digests only: single use, short-lived, few tries.';

create table people.phone_directory (
  digest      bytea    not null,
  cell_id     integer  not null,
  account_id  uuid     not null,
  constraint phone_directory_pkey PRIMARY KEY (digest)
);
grant select, insert, update, delete on people.phone_directory to gongqiao_app;
comment on table people.phone_directory is '@directory Which account a proven phone belongs to; one verified phone an account.';

create table people.session (
  cell_id       integer      not null,
  token_digest  bytea        not null,
  account_id    uuid         not null,
  created_at    timestamptz  not null,
  expires_at    timestamptz  not null,
  ended_at      timestamptz,
  constraint session_pkey PRIMARY KEY (cell_id, token_digest)
);
create index session_of_account ON people.session USING btree (cell_id, account_id) WHERE (ended_at IS NULL);
grant select, insert, update on people.session to gongqiao_app;
grant select, delete on people.session to gongqiao_job;
comment on table people.session is 'Members'' sessions; the token itself is only in the browser and begins with the cell.';

create view people.open_person with (security_invoker=true) as
 SELECT cell_id,
    id,
    path,
    account_id,
    name,
    sex,
    birth_date,
    identity_kind,
    identity_digest,
    identity_mask,
    phone_digest,
    phone_mask,
    verification,
    gone_on
   FROM people.person;
grant select on people.open_person to gongqiao_app;
comment on view people.open_person is 'A person as other modules read them: without what is sealed. The reader''s scope binds it.';
