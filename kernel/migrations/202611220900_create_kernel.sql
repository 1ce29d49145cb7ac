create schema kernel;
grant usage on schema kernel to gongqiao_app, gongqiao_job;
comment on schema kernel is 'How it is done: scope, matters, clocks, facts, audit. No word of the field stands here.';

-- One setting, app.scope = 'cellLo|cellHi|pathLo|pathHi'. Unset is null, reset is '': both see nothing.
create function kernel.scope_cell_lo() returns integer language sql stable parallel safe
  return nullif(split_part(current_setting('app.scope', true), '|', 1), '')::integer;
create function kernel.scope_cell_hi() returns integer language sql stable parallel safe
  return nullif(split_part(current_setting('app.scope', true), '|', 2), '')::integer;
create function kernel.scope_path_lo() returns text language sql stable parallel safe
  return split_part(current_setting('app.scope', true), '|', 3);
create function kernel.scope_path_hi() returns text language sql stable parallel safe
  return split_part(current_setting('app.scope', true), '|', 4);

create table kernel.installation (
  id          text         not null,
  value       jsonb        not null,
  changed_at  timestamptz  not null,
  constraint installation_pkey primary key (id)
);
comment on table kernel.installation is '@reference What this installation is: its mode, its seeds, its signing keys'' public halves.';

create table kernel.data_key (
  cell_id     integer      not null,
  key_id      integer      not null,
  suite       text         not null,
  wrapped     bytea        not null,
  created_at  timestamptz  not null,
  constraint data_key_pkey primary key (cell_id, key_id),
  constraint data_key_fits_two_bytes check (key_id between 1 and 65535),
  constraint data_key_suite_is_known check (suite in ('sm', 'intl'))
);
comment on table kernel.data_key is 'Data keys, one row a cell and generation, wrapped by the master key. The highest key_id writes, all read.';

create table kernel.idempotency (
  cell_id    integer      not null,
  owner      text         not null,
  key        uuid         not null,
  body_hash  bytea        not null,
  answer     bytea,
  at         timestamptz  not null,
  constraint idempotency_pkey primary key (cell_id, owner, key)
);
comment on table kernel.idempotency is 'Requests already answered, for 24 hours: the hash of the body and the encrypted answer.';
comment on column kernel.idempotency.owner is 'account or device the key belongs to';
comment on column kernel.idempotency.answer is 'sealed answer; null while the first call runs';

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
  constraint audit_pkey primary key (cell_id, id),
  constraint audit_actor_kind_is_known check (actor_kind in ('post', 'officer', 'person', 'anyone', 'system'))
);
create index audit_of_subject on kernel.audit (cell_id, subject_id, at);
comment on table kernel.audit is '@append-only One row for each act: who, as what, on what, from what to what. Ids and states, never names or numbers.';

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
  constraint access_pkey primary key (cell_id, id)
);
create index access_of_subject on kernel.access using gin (subjects);
comment on table kernel.access is '@append-only Reads of personal records by somebody else: which post, for which act, whose records. The person sees it.';

-- Posts: a seat with a role at a place; whoever holds it acts as it.
create table kernel.post (
  id          uuid     not null,
  title       text     not null,
  role        text     not null,
  unit_id     uuid     not null,
  unit_name   text     not null,
  cell_id     integer  not null,
  path        text collate "C" not null,
  constraint post_pkey primary key (id)
);
create index post_of_unit on kernel.post (unit_id, id);
comment on table kernel.post is '@reference 岗位: a seat that carries a role at a unit. A grant is account × post × period.';
comment on column kernel.post.cell_id is 'cell of the unit the post stands in';

create table kernel.post_range (
  post_id  uuid     not null,
  ordinal  integer  not null,
  cell_lo  integer  not null,
  cell_hi  integer  not null,
  path_lo  text collate "C" not null,
  path_hi  text collate "C" not null,
  constraint post_range_pkey primary key (post_id, ordinal),
  constraint post_range_of_post foreign key (post_id) references kernel.post (id),
  constraint post_range_is_not_empty check (cell_lo <= cell_hi and path_lo < path_hi)
);
comment on table kernel.post_range is '@reference What a post covers. Several rows where history broke one range; a statement never sees more than one.';

create table kernel.post_holding (
  id             uuid         not null,
  post_id        uuid         not null,
  account_id     uuid         not null,
  holder_name    text         not null,
  valid_from     date         not null,
  valid_to       date,
  recorded_at    timestamptz  not null,
  superseded_at  timestamptz,
  constraint post_holding_pkey primary key (id),
  constraint post_holding_of_post foreign key (post_id) references kernel.post (id),
  constraint post_holding_period_is_forward check (valid_to is null or valid_to >= valid_from)
);
create index post_holding_of_account on kernel.post_holding (account_id) where superseded_at is null;
create unique index post_has_one_holder on kernel.post_holding (post_id) where valid_to is null and superseded_at is null;
comment on table kernel.post_holding is '@reference Who holds which post, when (in the world) and since when we know it (recorded).';
comment on column kernel.post_holding.valid_to is 'the first day they no longer hold it';
comment on column kernel.post_holding.holder_name is 'the officer''s name as it stands on the door';

create table kernel.post_cell (
  post_id  uuid     not null,
  cell_id  integer  not null,
  constraint post_cell_pkey primary key (post_id, cell_id)
);
comment on table kernel.post_cell is '@directory Cells outside its own in which a post has had matters: where its queue has to look.';

create table kernel.calendar_year (
  year      integer  not null,
  official  boolean  not null,
  source    text     not null,
  constraint calendar_year_pkey primary key (year)
);
comment on table kernel.calendar_year is '@reference Years of the working-day calendar; official once the State Council notice is loaded (T-CAL-06).';

create table kernel.calendar_day (
  day   date  not null,
  kind  text  not null,
  name  text,
  constraint calendar_day_pkey primary key (day),
  constraint calendar_day_kind_is_known check (kind in ('workday', 'weekend', 'statutory', 'adjusted_rest', 'makeup_workday'))
);
comment on table kernel.calendar_day is '@reference Days whose kind is not told by the day of the week (T-CAL-05).';

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
  constraint deadline_rule_pkey primary key (id, region, effective_from),
  constraint deadline_rule_length_is_positive check (length > 0),
  constraint deadline_rule_unit_is_known check (unit in ('hour', 'day', 'workday', 'month', 'year')),
  constraint deadline_rule_side_is_known check (side in ('right', 'duty')),
  constraint deadline_rule_confidence_is_known check (confidence in ('V1', 'V2', 'U', 'REC'))
);
comment on table kernel.deadline_rule is '@reference 时限规则: every deadline is a row with its source, never a constant (G-07).';
comment on column kernel.deadline_rule.region is 'division code the rule holds for; 000000 the whole country';

create table kernel.matter (
  cell_id          integer          not null,
  id               uuid             not null,
  path             text collate "C" not null,
  kind             text             not null,
  host_unit_id     uuid             not null,
  subject_id       uuid             not null,
  title            text             not null,
  state            text             not null,
  owner_post_id    uuid,
  escalations      integer          not null,
  clock_rule       text,
  clock_from       date,
  due_on           date,
  due_provisional  boolean          not null,
  opened_at        timestamptz      not null,
  changed_at       timestamptz      not null,
  ended_at         timestamptz,
  last_event       integer          not null,
  constraint matter_pkey primary key (cell_id, id),
  constraint matter_open_has_clock check (ended_at is not null or (clock_rule is not null and due_on is not null))
);
create index matter_queue on kernel.matter (cell_id, owner_post_id, due_on, id) where ended_at is null;
create index matter_by_place on kernel.matter (cell_id, path, due_on, id) where ended_at is null;
create index matter_of_subject on kernel.matter (cell_id, subject_id, opened_at);
alter table kernel.matter enable row level security;
alter table kernel.matter force row level security;
create policy matter_in_scope on kernel.matter using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table kernel.matter is '事项: the one spine. It alone holds state, owner and clock of everything that is done for somebody.';
comment on column kernel.matter.title is '@personal whom or what it concerns, as the queue shows it';
comment on column kernel.matter.subject_id is 'the person it concerns';
comment on column kernel.matter.escalations is 'how many levels it rose because it was late';

create table kernel.matter_event (
  cell_id     integer          not null,
  matter_id   uuid             not null,
  number      integer          not null,
  path        text collate "C" not null,
  at          timestamptz      not null,
  step        text             not null,
  from_state  text,
  to_state    text             not null,
  actor_kind  text             not null,
  account_id  uuid,
  post_id     uuid,
  by_words    text,
  reason      text,
  note        text,
  constraint matter_event_pkey primary key (cell_id, matter_id, number),
  constraint matter_event_of_matter foreign key (cell_id, matter_id) references kernel.matter (cell_id, id),
  constraint matter_event_actor_kind_is_known check (actor_kind in ('post', 'officer', 'person', 'anyone', 'system'))
);
alter table kernel.matter_event enable row level security;
alter table kernel.matter_event force row level security;
create policy matter_event_in_scope on kernel.matter_event using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table kernel.matter_event is '@append-only The history of a matter: each step, who took it, when, and why.';
comment on column kernel.matter_event.by_words is 'post and unit of whoever took the step; null for the person themselves and the system';
comment on column kernel.matter_event.note is '@personal free words of the officer to the person';

-- Begins a matter: spine row and first event together, for the statement of a module that also writes its content.
create function kernel.begin_matter(
  cell integer, matter uuid, at_path text, matter_kind text, host_unit uuid, subject uuid, matter_title text,
  first_state text, owner_post uuid, rule text, rule_from date, due date, due_is_provisional boolean,
  now_at timestamptz, step text, by_kind text, account uuid, post uuid, words text
) returns void language plpgsql as $$
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
end $$;

create table kernel.outbox (
  cell_id  integer      not null,
  id       uuid         not null,
  name     text         not null,
  body     jsonb        not null,
  at       timestamptz  not null,
  constraint outbox_pkey primary key (cell_id, id)
);
comment on table kernel.outbox is 'Facts whose transaction has committed and that have no number yet.';

create table kernel.fact_lease (
  cell_id      integer  not null,
  next_number  bigint   not null,
  constraint fact_lease_pkey primary key (cell_id)
);
comment on table kernel.fact_lease is 'One row a cell: the number its next fact gets. Whoever holds the row numbers.';

create table kernel.fact (
  cell_id  integer      not null,
  number   bigint       not null,
  id       uuid         not null,
  name     text         not null,
  body     jsonb        not null,
  at       timestamptz  not null,
  constraint fact_pkey primary key (cell_id, number)
);
comment on table kernel.fact is '@append-only Committed facts of a cell, numbered densely from 1. Consumers resume by (cell, number).';

create table kernel.consumer (
  cell_id  integer  not null,
  name     text     not null,
  number   bigint   not null,
  constraint consumer_pkey primary key (cell_id, name)
);
comment on table kernel.consumer is 'How far each consumer has come in each cell.';

create table kernel.message (
  cell_id      integer      not null,
  id           uuid         not null,
  account_id   uuid         not null,
  at           timestamptz  not null,
  kind         text         not null,
  variables    jsonb        not null,
  link         text,
  read_at      timestamptz,
  constraint message_pkey primary key (cell_id, id)
);
create index message_of_account on kernel.message (cell_id, account_id, id);
comment on table kernel.message is '站内信: messages to an account, as a kind and variables; the reader''s language makes the words.';

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
  constraint outgoing_pkey primary key (cell_id, id),
  constraint outgoing_channel_is_known check (channel in ('sms', 'mail'))
);
create index outgoing_waiting on kernel.outgoing (cell_id, next_at) where sent_at is null;
comment on table kernel.outgoing is 'Text messages and mails on their way, address and words sealed; a demonstration shows them on its inbox page.';

create table kernel.file (
  cell_id     integer          not null,
  id          uuid             not null,
  path        text collate "C" not null,
  hash        bytea            not null,
  media_type  text             not null,
  size_bytes  integer          not null,
  account_id  uuid             not null,
  at          timestamptz      not null,
  constraint file_pkey primary key (cell_id, id),
  constraint file_has_bytes check (size_bytes > 0)
);
alter table kernel.file enable row level security;
alter table kernel.file force row level security;
create policy file_in_scope on kernel.file using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table kernel.file is 'Files by content: what stands in the store under this hash, sealed.';

grant select on kernel.installation, kernel.calendar_year, kernel.calendar_day, kernel.deadline_rule to gongqiao_app, gongqiao_job;
grant insert, update on kernel.installation to gongqiao_app;
grant insert, update, delete on kernel.calendar_year, kernel.calendar_day, kernel.deadline_rule to gongqiao_app;
grant select, insert on kernel.data_key to gongqiao_app;
grant select, insert, update, delete on kernel.idempotency to gongqiao_app;
grant select, insert on kernel.audit, kernel.access to gongqiao_app;
grant select, insert, update on kernel.post, kernel.post_range, kernel.post_holding to gongqiao_app;
grant select, insert on kernel.post_cell to gongqiao_app;
grant select, insert, update on kernel.matter to gongqiao_app;
grant select, insert on kernel.matter_event to gongqiao_app;
grant select, insert on kernel.outbox to gongqiao_app;
grant select, insert, update on kernel.message to gongqiao_app;
grant select, insert, update, delete on kernel.outgoing to gongqiao_app;
grant select, insert on kernel.file to gongqiao_app;
grant select on kernel.fact, kernel.fact_lease, kernel.consumer to gongqiao_app;
grant select, delete on kernel.outbox to gongqiao_job;
grant select, insert on kernel.fact to gongqiao_job;
grant select, insert, update on kernel.fact_lease, kernel.consumer to gongqiao_job;
grant select, delete on kernel.idempotency, kernel.outgoing to gongqiao_job;
