create table kernel.import (
  cell_id            integer          not null,
  id                 uuid             not null,
  path               text collate "C" not null,
  unit_id            uuid             not null,
  unit_name          text             not null,
  kind               text             not null,
  state              text             not null,
  file_name          text             not null,
  file_bytes         integer          not null,
  sheet              jsonb            not null,
  account_id         uuid             not null,
  post_id            uuid             not null,
  by_words           text             not null,
  language           text             not null,
  total              integer,
  done               integer          not null default 0,
  at_rank            integer          not null default 0,
  at_number          integer          not null default 0,
  new_rows           integer          not null default 0,
  changed_rows       integer          not null default 0,
  same_rows          integer          not null default 0,
  needs_person_rows  integer          not null default 0,
  ambiguous_rows     integer          not null default 0,
  invalid_rows       integer          not null default 0,
  gone_rows          integer          not null default 0,
  applied_rows       integer          not null default 0,
  asked_rows         integer          not null default 0,
  stale_rows         integer          not null default 0,
  undone_rows        integer          not null default 0,
  kept_rows          integer          not null default 0,
  pass               uuid,
  trouble            text,
  trouble_variables  jsonb,
  created_at         timestamptz      not null,
  started_at         timestamptz,
  ended_at           timestamptz,
  let_go_at          timestamptz,
  constraint import_pkey primary key (cell_id, id),
  constraint import_state_is_known check (state in
    ('uploaded', 'checking', 'checked', 'running', 'done', 'undoing', 'undone', 'cancelled', 'failed')),
  constraint import_failed_says_why check ((state = 'failed') = (trouble is not null)),
  constraint import_has_bytes check (file_bytes > 0)
);
create index import_by_place on kernel.import (cell_id, path, id);
alter table kernel.import enable row level security;
alter table kernel.import force row level security;
create policy import_in_scope on kernel.import using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table kernel.import is '导入: one sheet on its way in, where it was started. Its file lies sealed in the store until let_go_at.';
comment on column kernel.import.sheet is '@personal what was found of the sheet: names of its sheets, rows of headings, columns with the mapping and masked samples';
comment on column kernel.import.file_name is '@personal as the clerk''s machine called it';
comment on column kernel.import.done is 'rows the step that runs has done';
comment on column kernel.import.at_rank is 'with at_number: how far the step that runs has come; moves in the transaction of each chunk';
comment on column kernel.import.at_number is 'see at_rank';
comment on column kernel.import.pass is 'the dry run whose rows stand here: another one takes nothing from a process that was thought dead';
comment on column kernel.import.let_go_at is 'from when on contents and file are gone and nothing can be undone';

create table kernel.import_row (
  cell_id       integer          not null,
  import_id     uuid             not null,
  number        integer          not null,
  path          text collate "C" not null,
  rank          integer          not null,
  verdict       text             not null,
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
  constraint import_row_pkey primary key (cell_id, import_id, number),
  constraint import_row_of_import foreign key (cell_id, import_id) references kernel.import (cell_id, id),
  constraint import_row_verdict_is_known check (verdict in
    ('new', 'changed', 'same', 'needs_person', 'ambiguous', 'invalid', 'gone')),
  constraint import_row_outcome_is_known check (outcome in ('applied', 'asked', 'stale', 'undone', 'kept')),
  constraint import_row_ambiguous_asks check ((verdict = 'ambiguous') = (question is not null)),
  constraint import_row_done_is_about_somebody check (outcome is null or outcome = 'stale' or subject_id is not null)
);
create index import_row_by_verdict on kernel.import_row (cell_id, import_id, verdict, number);
create index import_row_in_order on kernel.import_row (cell_id, import_id, rank, number)
  where verdict in ('new', 'changed', 'needs_person', 'gone');
alter table kernel.import_row enable row level security;
alter table kernel.import_row force row level security;
create policy import_row_in_scope on kernel.import_row using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table kernel.import_row is '导入行: what was found of each row of a sheet, and what became of it.';
comment on column kernel.import_row.number is 'as the spreadsheet numbers the row; whoever is no longer in the sheet (gone) stands behind the last one';
comment on column kernel.import_row.faults is 'column, reason and numbers of it; never a cell''s content';
comment on column kernel.import_row.contents is '@personal sealed: what was read, and masked texts to show; let go of 30 days after the end';
comment on column kernel.import_row.before is '@personal sealed: what stood there before, for the undo';
comment on column kernel.import_row.mark is 'keyed digest of what the import left there: whoever changed it since keeps it from being undone';
comment on column kernel.import_row.handout is '@personal sealed: what the clerk hands to somebody';

create table kernel.import_fault (
  cell_id     integer  not null,
  import_id   uuid     not null,
  column_key  text     not null,
  code        text     not null,
  rows        integer  not null,
  constraint import_fault_pkey primary key (cell_id, import_id, column_key, code),
  constraint import_fault_of_import foreign key (cell_id, import_id) references kernel.import (cell_id, id)
);
comment on table kernel.import_fault is 'How often each fault stands in a sheet.';

create table kernel.import_question (
  cell_id     integer  not null,
  import_id   uuid     not null,
  key         text     not null,
  column_key  text     not null,
  given       text     not null,
  candidates  jsonb    not null,
  remember    boolean  not null,
  choice      text,
  constraint import_question_pkey primary key (cell_id, import_id, key),
  constraint import_question_of_import foreign key (cell_id, import_id) references kernel.import (cell_id, id)
);
comment on table kernel.import_question is 'What only the clerk can decide of a sheet, once for all its rows.';

create table kernel.import_choice (
  cell_id     integer      not null,
  unit_id     uuid         not null,
  kind        text         not null,
  key         text         not null,
  choice      text         not null,
  account_id  uuid         not null,
  at          timestamptz  not null,
  constraint import_choice_pkey primary key (cell_id, unit_id, kind, key)
);
comment on table kernel.import_choice is 'What a clerk of a unit once decided: not asked again for the next sheet.';

create table kernel.import_mapping (
  cell_id      integer      not null,
  unit_id      uuid         not null,
  kind         text         not null,
  headings     bytea        not null,
  columns      jsonb        not null,
  at           timestamptz  not null,
  constraint import_mapping_pkey primary key (cell_id, unit_id, kind, headings)
);
comment on table kernel.import_mapping is 'Which columns a clerk of a unit took for what: kept for next month''s sheet with the same headings.';
comment on column kernel.import_mapping.headings is 'hash of the headings in their order';

create table kernel.import_work (
  cell_id      integer      not null,
  import_id    uuid         not null,
  queued_at    timestamptz  not null,
  lease_until  timestamptz,
  worker       uuid,
  tries        integer      not null default 0,
  constraint import_work_pkey primary key (cell_id, import_id),
  constraint import_work_of_import foreign key (cell_id, import_id) references kernel.import (cell_id, id)
);
comment on table kernel.import_work is 'Imports that have something to do, with the process that does it; gone when there is nothing.';

create table kernel.import_turn (
  cell_id  integer  not null,
  constraint import_turn_pkey primary key (cell_id)
);
comment on table kernel.import_turn is 'One row a cell: whoever holds it enters people there. Two sheets that name the same person come one after the other.';

grant select, insert, update on kernel.import, kernel.import_question, kernel.import_fault, kernel.import_choice, kernel.import_mapping to gongqiao_app;
grant select, insert, update, delete on kernel.import_row, kernel.import_work to gongqiao_app;
grant delete on kernel.import_question, kernel.import_fault to gongqiao_app;
grant select, insert, update on kernel.import_turn to gongqiao_app;
