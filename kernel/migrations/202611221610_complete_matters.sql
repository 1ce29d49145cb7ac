-- What everybody gets from a matter: what was filled in, comments, papers, signatures, referral, and a queue of 100,000.
alter table kernel.matter
  add column waits            boolean  not null default false,
  add column referral_due     date,
  add column moved_to_cell    integer,
  add column moved_from_cell  integer,
  add constraint matter_that_left_has_ended check (moved_to_cell is null or ended_at is not null),
  add constraint matter_that_ended_waits_for_nobody check (ended_at is null or (not waits and referral_due is null));
comment on column kernel.matter.subject_id is 'the person or unit it concerns';
comment on column kernel.matter.waits is 'the next word is the person''s, by the definition of its state';
comment on column kernel.matter.referral_due is 'until then whoever it was referred to may send it back; null once it is theirs';
comment on column kernel.matter.moved_to_cell is 'it was referred into this cell and lives there; the row here is its trace';
comment on column kernel.matter.moved_from_cell is 'where its trace is, when it came from another cell';

-- A page and its counts are read from one index each: by owner and turn, by place, and by day over a whole cell.
drop index kernel.matter_queue;
create index matter_queue on kernel.matter (cell_id, owner_post_id, waits, due_on, id) include (path, paused_from) where ended_at is null;
drop index kernel.matter_by_place;
create index matter_by_place on kernel.matter (cell_id, path, due_on, id) include (waits, paused_from) where ended_at is null;
create index matter_by_due on kernel.matter (cell_id, due_on, id) include (path, waits, paused_from) where ended_at is null;
create index matter_referred on kernel.matter (cell_id, referral_due) where referral_due is not null;

create table kernel.matter_form (
  cell_id    integer          not null,
  matter_id  uuid             not null,
  version    integer          not null,
  path       text collate "C" not null,
  step       text,
  at         timestamptz      not null,
  sealed     bytea            not null,
  constraint matter_form_pkey primary key (cell_id, matter_id, version),
  constraint matter_form_of_matter foreign key (cell_id, matter_id) references kernel.matter (cell_id, id)
);
alter table kernel.matter_form enable row level security;
alter table kernel.matter_form force row level security;
create policy matter_form_in_scope on kernel.matter_form using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table kernel.matter_form is '@append-only What was filled in with a matter, sealed: when it was opened (step is null), and with steps since.';
comment on column kernel.matter_form.sealed is '@personal the answers as one text under the cell''s key';

create table kernel.matter_comment (
  cell_id     integer          not null,
  matter_id   uuid             not null,
  id          uuid             not null,
  path        text collate "C" not null,
  at          timestamptz      not null,
  actor_kind  text             not null,
  account_id  uuid,
  post_id     uuid,
  by_words    text,
  visible     text             not null,
  sealed      bytea            not null,
  constraint matter_comment_pkey primary key (cell_id, matter_id, id),
  constraint matter_comment_of_matter foreign key (cell_id, matter_id) references kernel.matter (cell_id, id),
  constraint matter_comment_is_read_by_somebody check (visible in ('union', 'person'))
);
alter table kernel.matter_comment enable row level security;
alter table kernel.matter_comment force row level security;
create policy matter_comment_in_scope on kernel.matter_comment using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table kernel.matter_comment is '@append-only Comments on a matter, among officers (union) or also for the person (person).';
comment on column kernel.matter_comment.sealed is '@personal the words, under the cell''s key';
comment on column kernel.matter_comment.by_words is 'post and unit of the writer; null for the person themselves';

create table kernel.matter_attachment (
  cell_id     integer          not null,
  matter_id   uuid             not null,
  id          uuid             not null,
  path        text collate "C" not null,
  at          timestamptz      not null,
  actor_kind  text             not null,
  account_id  uuid,
  post_id     uuid,
  by_words    text,
  visible     text             not null,
  name        text             not null,
  media_type  text             not null,
  size_bytes  integer          not null,
  hash        bytea            not null,
  constraint matter_attachment_pkey primary key (cell_id, matter_id, id),
  constraint matter_attachment_of_matter foreign key (cell_id, matter_id) references kernel.matter (cell_id, id),
  constraint matter_attachment_is_read_by_somebody check (visible in ('union', 'person')),
  constraint matter_attachment_has_bytes check (size_bytes > 0)
);
alter table kernel.matter_attachment enable row level security;
alter table kernel.matter_attachment force row level security;
create policy matter_attachment_in_scope on kernel.matter_attachment using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table kernel.matter_attachment is '@append-only Papers and pictures with a matter; the content lies sealed in the store.';
comment on column kernel.matter_attachment.name is '@personal what the file is called';
comment on column kernel.matter_attachment.hash is 'of the content, under the suite of the installation: whoever has the file can compare';

create table kernel.matter_signature (
  cell_id     integer          not null,
  matter_id   uuid             not null,
  step        text             not null,
  round       integer          not null,
  post_id     uuid             not null,
  path        text collate "C" not null,
  by_words    text             not null,
  asked_at    timestamptz      not null,
  decided_at  timestamptz,
  decision    text,
  account_id  uuid,
  note        text,
  constraint matter_signature_pkey primary key (cell_id, matter_id, step, round, post_id),
  constraint matter_signature_of_matter foreign key (cell_id, matter_id) references kernel.matter (cell_id, id),
  constraint matter_signature_is_a_word check (decision in ('agreed', 'refused')),
  constraint matter_signature_is_dated check ((decision is null) = (decided_at is null))
);
alter table kernel.matter_signature enable row level security;
alter table kernel.matter_signature force row level security;
create policy matter_signature_in_scope on kernel.matter_signature using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table kernel.matter_signature is '会签: posts asked to sign a step of a matter, round by round, and what each said.';
comment on column kernel.matter_signature.note is '@personal free words of the signer, among officers';

create table kernel.matter_referral (
  cell_id      integer          not null,
  matter_id    uuid             not null,
  number       integer          not null,
  path         text collate "C" not null,
  from_unit    uuid             not null,
  from_cell    integer          not null,
  to_unit      uuid             not null,
  at           timestamptz      not null,
  reason       text             not null,
  due_on       date             not null,
  final        boolean          not null,
  outcome      text,
  ended_at     timestamptz,
  constraint matter_referral_pkey primary key (cell_id, matter_id, number),
  constraint matter_referral_of_matter foreign key (cell_id, matter_id) references kernel.matter (cell_id, id),
  constraint matter_referral_came_out check (outcome in ('accepted', 'silent', 'sent_back', 'passed_on')),
  constraint matter_referral_ends_with_an_outcome check ((outcome is null) = (ended_at is null))
);
alter table kernel.matter_referral enable row level security;
alter table kernel.matter_referral force row level security;
create policy matter_referral_in_scope on kernel.matter_referral using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table kernel.matter_referral is '转办: each time a matter went to another unit, why, and what became of it.';
comment on column kernel.matter_referral.final is 'the receiver cannot send it back: it did so once before, or a unit above both decided';

-- Lets everything of some matters of a cell be read from another place of it; nothing else of it changes. The scope of the
-- caller binds it: it covers the place they leave and the one they come to.
create function kernel.follow_matters(cell integer, matters uuid[], at_path text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update kernel.matter m set path = at_path where m.cell_id = cell and m.id = any(matters);
  update kernel.matter_event e set path = at_path where e.cell_id = cell and e.matter_id = any(matters);
  update kernel.matter_form f set path = at_path where f.cell_id = cell and f.matter_id = any(matters);
  update kernel.matter_comment c set path = at_path where c.cell_id = cell and c.matter_id = any(matters);
  update kernel.matter_attachment a set path = at_path where a.cell_id = cell and a.matter_id = any(matters);
  update kernel.matter_signature s set path = at_path where s.cell_id = cell and s.matter_id = any(matters);
  update kernel.matter_referral r set path = at_path where r.cell_id = cell and r.matter_id = any(matters);
end $$;
comment on function kernel.follow_matters is 'what belongs to matters is read from where they are now; append-only rows change in nothing but their place';
revoke all on function kernel.follow_matters(integer, uuid[], text) from public;

grant execute on function kernel.follow_matters(integer, uuid[], text) to gongqiao_app;
grant select, insert on kernel.matter_form, kernel.matter_comment, kernel.matter_attachment to gongqiao_app;
grant select, insert, update on kernel.matter_signature, kernel.matter_referral to gongqiao_app;
