create schema rights;
grant usage on schema rights to gongqiao_app, gongqiao_job;
comment on schema rights is '维权: what workers ask of their union.';

create table rights.ask_group (
  cell_id     integer          not null,
  id          uuid             not null,
  path        text collate "C" not null,
  unit_id     uuid             not null,
  created_at  timestamptz      not null,
  constraint ask_group_pkey primary key (cell_id, id),
  constraint ask_group_of_unit foreign key (unit_id) references organization.unit (id)
);
alter table rights.ask_group enable row level security;
alter table rights.ask_group force row level security;
create policy ask_group_in_scope on rights.ask_group using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table rights.ask_group is '并案: asks about the same employer or the same topic that get one answer. No asker is shown that there are others.';

create table rights.ask (
  cell_id          integer          not null,
  matter_id        uuid             not null,
  path             text collate "C" not null,
  asker            text             not null,
  channel          text             not null,
  asked_cell       integer          not null,
  asked_unit_id    uuid             not null,
  confidential     boolean          not null,
  class            text             not null,
  topic            text,
  extended         boolean          not null,
  content          bytea            not null,
  employer_digest  bytea,
  code_digest      bytea,
  phone_digest     bytea,
  typed_by         text,
  group_id         uuid,
  clock_from       date,
  paused_on        date,
  opened_on        date             not null,
  answered_on      date,
  result           text,
  solved           text,
  answer_score     integer,
  handling_score   integer,
  constraint ask_pkey primary key (cell_id, matter_id),
  constraint ask_of_matter foreign key (cell_id, matter_id) references kernel.matter (cell_id, id),
  constraint ask_of_union foreign key (asked_unit_id) references organization.unit (id),
  constraint ask_in_group foreign key (cell_id, group_id) references rights.ask_group (cell_id, id),
  constraint ask_asker_is_known check (asker in ('member', 'guest', 'anonymous')),
  constraint ask_channel_is_known check (channel in ('app', 'window', 'phone')),
  constraint ask_class_is_known check (class in ('general', 'difficult', 'complex', 'urgent')),
  constraint ask_topic_is_known check (topic ~ '^(0[1-9]|1[0-9]|20|9[0-2]|99)$'),
  constraint ask_result_is_known check (result in ('solved', 'explained', 'referred', 'impossible')),
  constraint ask_solved_is_known check (solved in ('solved', 'partly', 'unsolved')),
  constraint ask_scores_are_one_to_five check (answer_score between 1 and 5 and handling_score between 1 and 5),
  constraint ask_answered_after_opened check (answered_on >= opened_on),
  constraint ask_without_account_has_a_code check ((asker = 'member') = (code_digest is null)),
  constraint ask_anonymous_keeps_no_phone check (asker = 'guest' or phone_digest is null)
);
create index ask_of_group on rights.ask (cell_id, group_id) where group_id is not null;
create index ask_about_employer on rights.ask (cell_id, employer_digest) where employer_digest is not null;
create index ask_of_place on rights.ask (cell_id, path, topic);
alter table rights.ask enable row level security;
alter table rights.ask force row level security;
create policy ask_in_scope on rights.ask using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table rights.ask is '诉求: content of the matter rights.ask. What was said is sealed under the key of the cell (PI-09).';
comment on column rights.ask.asker is 'member: signed in, provisional ones too; guest: by a phone they proved; anonymous: nobody, known by a query code alone';
comment on column rights.ask.asked_unit_id is 'the union that was asked: it is counted there, wherever it was referred to';
comment on column rights.ask.confidential is 'the asker does not want the union of their own unit to see it: it stands one level up';
comment on column rights.ask.content is '@personal sealed: name, phone, employer as the asker gave them';
comment on column rights.ask.employer_digest is 'keyed digest of the employer''s credit code, else of its tidied name: which asks are about the same one';
comment on column rights.ask.code_digest is 'keyed digest of the query code; the code itself is shown once and kept nowhere';
comment on column rights.ask.phone_digest is 'keyed digest of the phone a guest proved';
comment on column rights.ask.topic is 'matter code of rulebook 0.6';
comment on column rights.ask.typed_by is 'post and name of the staff who took it down at the window or on the phone';
comment on column rights.ask.clock_from is 'the day the clock of the union counts from: of signing for it, or of its reopening, moved on by what it stood still';
comment on column rights.ask.paused_on is 'the day the union asked for more: until it comes, no day counts against the union';
comment on column rights.ask.answered_on is 'the day of the first answer';
comment on column rights.ask.solved is 'by the asker alone';

create table rights.ask_turn (
  cell_id    integer          not null,
  matter_id  uuid             not null,
  number     integer          not null,
  path       text collate "C" not null,
  at         timestamptz      not null,
  side       text             not null,
  step       text             not null,
  by_words   text,
  result     text,
  words      bytea            not null,
  constraint ask_turn_pkey primary key (cell_id, matter_id, number),
  constraint ask_turn_of_matter foreign key (cell_id, matter_id) references kernel.matter (cell_id, id),
  constraint ask_turn_side_is_known check (side in ('asker', 'union'))
);
alter table rights.ask_turn enable row level security;
alter table rights.ask_turn force row level security;
create policy ask_turn_in_scope on rights.ask_turn using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table rights.ask_turn is '@append-only What asker and union said to each other, of an ask or of a report of retaliation, each turn sealed.';
comment on column rights.ask_turn.words is '@personal sealed';
comment on column rights.ask_turn.by_words is 'post and unit of whoever spoke for the union; null for the asker';

create table rights.ask_file (
  cell_id    integer          not null,
  file_id    uuid             not null,
  matter_id  uuid             not null,
  number     integer          not null,
  path       text collate "C" not null,
  kind       text             not null,
  seconds    integer,
  constraint ask_file_pkey primary key (cell_id, file_id),
  constraint ask_file_is_a_file foreign key (cell_id, file_id) references kernel.file (cell_id, id),
  constraint ask_file_of_turn foreign key (cell_id, matter_id, number) references rights.ask_turn (cell_id, matter_id, number),
  constraint ask_file_kind_is_known check (kind in ('voice', 'picture')),
  constraint ask_file_voice_has_a_length check ((kind = 'voice') = (seconds is not null))
);
create index ask_file_of_matter on rights.ask_file (cell_id, matter_id, number);
alter table rights.ask_file enable row level security;
alter table rights.ask_file force row level security;
create policy ask_file_in_scope on rights.ask_file using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table rights.ask_file is '@append-only Recordings and pictures that were sent along with a turn.';
comment on column rights.ask_file.seconds is 'how long a recording is';

create table rights.query_code (
  digest     bytea    not null,
  cell_id    integer  not null,
  matter_id  uuid     not null,
  constraint query_code_pkey primary key (digest)
);
comment on table rights.query_code is '@directory 查询码: which ask a code stands for, by its keyed digest. It leads to no person.';

create table rights.guest (
  phone_digest  bytea    not null,
  cell_id       integer  not null,
  matter_id     uuid     not null,
  constraint guest_pkey primary key (phone_digest, cell_id, matter_id)
);
comment on table rights.guest is '@directory Asks of somebody who is no member, by the keyed digest of the phone they proved.';

create table rights.code_guess (
  source  bytea        not null,
  since   timestamptz  not null,
  wrong   integer      not null,
  constraint code_guess_pkey primary key (source)
);
comment on table rights.code_guess is '@directory Wrong query codes and new anonymous asks by the digest of where they came from; forgotten after an hour.';

create table rights.retaliation (
  cell_id       integer          not null,
  matter_id     uuid             not null,
  path          text collate "C" not null,
  about_cell    integer          not null,
  about_matter  uuid             not null,
  about_kind    text             not null,
  about_unit_id uuid             not null,
  content       bytea            not null,
  code_digest   bytea,
  opened_on     date             not null,
  constraint retaliation_pkey primary key (cell_id, matter_id),
  constraint retaliation_about_unit foreign key (about_unit_id) references organization.unit (id),
  constraint retaliation_of_matter foreign key (cell_id, matter_id) references kernel.matter (cell_id, id)
);
create index retaliation_about on rights.retaliation (cell_id, about_cell, about_matter);
alter table rights.retaliation enable row level security;
alter table rights.retaliation force row level security;
create policy retaliation_in_scope on rights.retaliation using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table rights.retaliation is '打击报复: content of the matter rights.retaliation. The matter it is about shows nothing of it (G-05).';
comment on column rights.retaliation.content is '@personal sealed: who suffers, as they are known';
comment on column rights.retaliation.about_matter is 'the matter for which somebody is made to suffer';

create table rights.ask_count (
  cell_id   integer  not null,
  unit_id   uuid     not null,
  month     date     not null,
  topic     text     not null,
  standing  text     not null,
  days      integer  not null,
  asks      integer  not null,
  constraint ask_count_pkey primary key (cell_id, unit_id, month, topic, standing, days),
  constraint ask_count_month_is_its_first_day check (extract(day from month) = 1)
);
comment on table rights.ask_count is 'How many asks a union itself has had, folded from facts; rebuildable from zero.';
comment on column rights.ask_count.days is 'calendar days until the first answer; -1 while there is none';
comment on column rights.ask_count.topic is 'matter code of rulebook 0.6; 00 while nobody has set one';

-- An ask begins: what it is about, its first turn, and where its code and its phone lead.
create function rights.begin_ask(
  cell integer, matter uuid, at_path text, unit uuid, asker_kind text, by_channel text, is_confidential boolean, ask_class text,
  ask_topic text, sealed bytea, employer bytea, code bytea, phone bytea, typed text, today date, now_at timestamptz,
  sealed_words bytea, words_by text
) returns void language plpgsql as $$
begin
  insert into rights.ask (cell_id, matter_id, path, asker, channel, asked_cell, asked_unit_id, confidential, class, topic, extended,
    content, employer_digest, code_digest, phone_digest, typed_by, opened_on)
  values (cell, matter, at_path, asker_kind, by_channel, cell, unit, is_confidential, ask_class, ask_topic, false,
    sealed, employer, code, phone, typed, today);
  insert into rights.ask_turn (cell_id, matter_id, number, path, at, side, step, by_words, words)
  values (cell, matter, 1, at_path, now_at, 'asker', 'ask', words_by, sealed_words);
  if code is not null then
    insert into rights.query_code (digest, cell_id, matter_id) values (code, cell, matter);
  end if;
  if phone is not null then
    insert into rights.guest (phone_digest, cell_id, matter_id) values (phone, cell, matter);
  end if;
end $$;

-- Takes the content of an ask or a report out of the cell it leaves; the scope of the caller binds it. Its trace in the spine
-- stays, its files stay sealed in the store.
create function rights.take_out(cell integer, matter uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  delete from rights.ask_file f where f.cell_id = cell and f.matter_id = matter;
  delete from rights.ask_turn t where t.cell_id = cell and t.matter_id = matter;
  delete from rights.ask a where a.cell_id = cell and a.matter_id = matter;
end $$;
revoke all on function rights.take_out(integer, uuid) from public;
grant execute on function rights.take_out(integer, uuid) to gongqiao_app;

-- Lets the content of an ask or a report be read from another place of its cell, as its matter is.
create function rights.follow(cell integer, matter uuid, at_path text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update rights.ask a set path = at_path, group_id = null where a.cell_id = cell and a.matter_id = matter;
  update rights.ask_turn t set path = at_path where t.cell_id = cell and t.matter_id = matter;
  update rights.ask_file f set path = at_path where f.cell_id = cell and f.matter_id = matter;
  update rights.retaliation r set path = at_path where r.cell_id = cell and r.matter_id = matter;
  update kernel.file k set path = at_path from rights.ask_file f
    where k.cell_id = cell and f.cell_id = cell and f.matter_id = matter and k.id = f.file_id;
end $$;
revoke all on function rights.follow(integer, uuid, text) from public;
grant execute on function rights.follow(integer, uuid, text) to gongqiao_app;

grant select, insert, update on rights.ask, rights.ask_group to gongqiao_app;
grant select, insert on rights.ask_turn, rights.ask_file, rights.retaliation to gongqiao_app;
grant select, insert, update, delete on rights.query_code, rights.code_guess, rights.guest to gongqiao_app;
grant select on rights.ask_count to gongqiao_app;
grant select, insert, update, delete on rights.ask_count to gongqiao_job;
