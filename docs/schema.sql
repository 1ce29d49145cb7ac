-- The database as the migrations leave it, for reading. Written from its catalog.

-- elections -------------------------------------------------------------------------------------------

create schema elections;
comment on schema elections is '民主: elections of unions, from the plan to the approved result.';

create table elections.candidate (
  cell_id        integer           not null,
  matter_id      uuid              not null,
  id             uuid              not null,
  path           text collate "C"  not null,
  membership_id  uuid,
  name           text              not null,
  sex            text              not null,
  bodies         text[]            not null,
  declared       text[]            not null,
  declared_by    text              not null,
  front_line     boolean           not null,
  model_worker   boolean           not null,
  engagement     text,
  constraint candidate_pkey PRIMARY KEY (cell_id, matter_id, id),
  constraint candidate_of_election FOREIGN KEY (cell_id, matter_id) REFERENCES elections.election(cell_id, matter_id),
  constraint candidate_engagement_is_known CHECK (engagement = ANY (ARRAY['full_time'::text, 'part_time'::text, 'seconded'::text])),
  constraint candidate_sex_is_known CHECK (sex = ANY (ARRAY['male'::text, 'female'::text, 'unknown'::text]))
);
alter table elections.candidate enable row level security;
alter table elections.candidate force row level security;
create policy candidate_in_scope on elections.candidate using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update, delete on elections.candidate to gongqiao_app;
comment on table elections.candidate is '候选人: who stands, for what, and what was declared about them.';
comment on column elections.candidate.name is '@personal 姓名';
comment on column elections.candidate.bodies is 'what they stand for; empty for somebody whom ballots named 另选他人 (ELE-55)';
comment on column elections.candidate.declared is '@personal what somebody answered for about them (ELE-22, ELE-31 to ELE-33)';
comment on column elections.candidate.declared_by is 'post and unit of whoever declared it; empty while nobody has';
comment on column elections.candidate.engagement is '任职方式, once elected; null while it was not asked';

create table elections.contest (
  cell_id     integer           not null,
  matter_id   uuid              not null,
  body        text              not null,
  path        text collate "C"  not null,
  seats       integer           not null,
  reduced_to  integer,
  places      integer,
  constraint contest_pkey PRIMARY KEY (cell_id, matter_id, body),
  constraint contest_of_election FOREIGN KEY (cell_id, matter_id) REFERENCES elections.election(cell_id, matter_id),
  constraint contest_body_is_known CHECK (body = ANY (ARRAY['committee'::text, 'standing'::text, 'fund_review'::text, 'womens'::text, 'chair'::text, 'vice_chair'::text])),
  constraint contest_has_seats CHECK (seats > 0 AND reduced_to >= 0 AND reduced_to <= seats),
  constraint contest_list_has_a_place_for_every_seat CHECK (places >= seats)
);
alter table elections.contest enable row level security;
alter table elections.contest force row level security;
create policy contest_in_scope on elections.contest using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update, delete on elections.contest to gongqiao_app;
comment on table elections.contest is '选举职务: what an election fills, and with how many.';
comment on column elections.contest.reduced_to is 'seats the meeting decided to leave it at (ELE-60)';
comment on column elections.contest.places is 'places on the final list that a preliminary vote 预选 makes; null where there is none (ELE-61)';

create table elections.delegate (
  cell_id        integer           not null,
  matter_id      uuid              not null,
  id             uuid              not null,
  path           text collate "C"  not null,
  membership_id  uuid,
  name           text              not null,
  sex            text              not null,
  constituency   text              not null,
  manager        boolean           not null,
  front_line     boolean           not null,
  constraint delegate_pkey PRIMARY KEY (cell_id, matter_id, id),
  constraint delegate_of_election FOREIGN KEY (cell_id, matter_id) REFERENCES elections.election(cell_id, matter_id),
  constraint delegate_sex_is_known CHECK (sex = ANY (ARRAY['male'::text, 'female'::text, 'unknown'::text]))
);
alter table elections.delegate enable row level security;
alter table elections.delegate force row level security;
create policy delegate_in_scope on elections.delegate using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update, delete on elections.delegate to gongqiao_app;
comment on table elections.delegate is '会员代表: who was sent to the meeting, by which constituency.';
comment on column elections.delegate.name is '@personal 姓名';

create table elections.elected (
  cell_id        integer           not null,
  matter_id      uuid              not null,
  body           text              not null,
  candidate_id   uuid              not null,
  path           text collate "C"  not null,
  unit_id        uuid              not null,
  membership_id  uuid,
  name           text              not null,
  yes            integer           not null,
  term_from      date              not null,
  term_to        date              not null,
  constraint elected_pkey PRIMARY KEY (cell_id, matter_id, body, candidate_id),
  constraint elected_of_candidate FOREIGN KEY (cell_id, matter_id, candidate_id) REFERENCES elections.candidate(cell_id, matter_id, id),
  constraint elected_term_is_forward CHECK (term_to >= term_from)
);
create index elected_of_unit ON elections.elected USING btree (cell_id, unit_id, term_from);
alter table elections.elected enable row level security;
alter table elections.elected force row level security;
create policy elected_in_scope on elections.elected using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert on elections.elected to gongqiao_app;
comment on table elections.elected is '@append-only 当选: who was elected, by an approved result.';
comment on column elections.elected.name is '@personal 姓名';

create table elections.election (
  cell_id          integer           not null,
  matter_id        uuid              not null,
  path             text collate "C"  not null,
  unit_id          uuid              not null,
  kind             text              not null,
  form             text              not null,
  term_years       integer           not null,
  chair_by         text              not null,
  in_enterprise    boolean           not null,
  keeps_accounts   boolean           not null,
  members          integer           not null,
  women            integer           not null,
  women_employees  integer,
  term_ends_on     date,
  extended_to      date,
  meeting_on       date              not null,
  meeting_place    text              not null,
  told_on          date,
  published_on     date,
  public_until     date,
  held_on          date,
  expected         integer,
  present          integer,
  ballot           text,
  proxies          integer,
  decided_on       date,
  document_number  text,
  rules            jsonb,
  constraint election_pkey PRIMARY KEY (cell_id, matter_id),
  constraint election_of_matter FOREIGN KEY (cell_id, matter_id) REFERENCES kernel.matter(cell_id, id),
  constraint election_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint election_ballot_is_known CHECK (ballot = ANY (ARRAY['secret'::text, 'show_of_hands'::text])),
  constraint election_chair_is_elected_by_somebody CHECK (chair_by = ANY (ARRAY['meeting'::text, 'committee'::text])),
  constraint election_counts_are_counts CHECK (members >= 0 AND women >= 0 AND women <= members AND women_employees >= 0),
  constraint election_form_is_known CHECK (form = ANY (ARRAY['general'::text, 'delegate'::text])),
  constraint election_kind_is_known CHECK (kind = ANY (ARRAY['re_election'::text, 'by_election'::text])),
  constraint election_meeting_is_whole CHECK ((held_on IS NULL) = (expected IS NULL) AND (held_on IS NULL) = (present IS NULL)),
  constraint election_present_were_expected CHECK (present <= expected)
);
create index election_of_place ON elections.election USING btree (cell_id, unit_id, matter_id);
alter table elections.election enable row level security;
alter table elections.election force row level security;
create policy election_in_scope on elections.election using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on elections.election to gongqiao_app;
comment on table elections.election is '换届、补选: one election of a union; state, owner and clock stand in the spine.';
comment on column elections.election.members is 'members who may vote, by the roll, on the day of the plan';
comment on column elections.election.told_on is 'the day delegates were told of date, agenda and topics (ELE-15)';
comment on column elections.election.public_until is 'the last day the candidates are published (ELE-35)';
comment on column elections.election.expected is '应到会人数';
comment on column elections.election.present is '实到会人数';
comment on column elections.election.proxies is 'votes cast for somebody else, which no rule allows (ELE-55)';
comment on column elections.election.document_number is '批复文号';
comment on column elections.election.rules is 'the rows of the parameter table the decision rests on';

create table elections.parameter (
  key         text   not null,
  region      text   not null,
  valid_from  date   not null,
  valid_to    date,
  value       jsonb  not null,
  document    text   not null,
  article     text   not null,
  confidence  text   not null,
  shipped     jsonb,
  constraint parameter_pkey PRIMARY KEY (key, region, valid_from),
  constraint parameter_confidence_is_known CHECK (confidence = ANY (ARRAY['V1'::text, 'V2'::text, 'U'::text, 'REC'::text])),
  constraint parameter_period_is_forward CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
grant select, insert, update, delete on elections.parameter to gongqiao_app;
grant select on elections.parameter to gongqiao_job;
comment on table elections.parameter is '@reference 地方参数: what the rules of elections are in a place, since when, and where that is written (rulebook 9).';
comment on column elections.parameter.region is 'GB/T 2260 code of the division it holds in; 000000 the whole country';
comment on column elections.parameter.shipped is 'the row as the product last wrote it; one that says anything else was edited here and stays';

create table elections.parameter_change (
  id          uuid         not null,
  at          timestamptz  not null,
  account_id  uuid,
  post_id     uuid,
  by_words    text,
  key         text         not null,
  region      text         not null,
  from_day    date         not null,
  source      text         not null,
  undone_at   timestamptz,
  undone_by   text,
  constraint parameter_change_pkey PRIMARY KEY (id)
);
grant select, insert, update on elections.parameter_change to gongqiao_app;
comment on table elections.parameter_change is '@reference 地方参数的变更: each new version of a parameter made here, and its undoing.';
comment on column elections.parameter_change.source is 'the notice or decision it rests on, in the officer''s words';

create table elections.removal (
  cell_id          integer           not null,
  matter_id        uuid              not null,
  path             text collate "C"  not null,
  unit_id          uuid              not null,
  name             text              not null,
  post             text              not null,
  reason           text              not null,
  electorate       text              not null,
  all_voters       integer,
  yes              integer,
  held_on          date,
  document_number  text,
  constraint removal_pkey PRIMARY KEY (cell_id, matter_id),
  constraint removal_of_matter FOREIGN KEY (cell_id, matter_id) REFERENCES kernel.matter(cell_id, id),
  constraint removal_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint removal_electorate_is_known CHECK (electorate = ANY (ARRAY['members'::text, 'delegates'::text])),
  constraint removal_post_is_known CHECK (post = ANY (ARRAY['chair'::text, 'vice_chair'::text])),
  constraint removal_votes_are_votes CHECK (yes >= 0 AND yes <= all_voters)
);
create index removal_of_place ON elections.removal USING btree (cell_id, unit_id, matter_id);
alter table elections.removal enable row level security;
alter table elections.removal force row level security;
create policy removal_in_scope on elections.removal using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on elections.removal to gongqiao_app;
comment on table elections.removal is '罢免: a vote on removing a chair or vice-chair (ELE-41).';
comment on column elections.removal.name is '@personal whose removal is voted on';
comment on column elections.removal.reason is '@personal what was brought forward';

create table elections.round (
  cell_id     integer           not null,
  matter_id   uuid              not null,
  body        text              not null,
  number      integer           not null,
  path        text collate "C"  not null,
  kind        text              not null,
  seats       integer           not null,
  candidates  uuid[]            not null,
  opened_at   timestamptz       not null,
  constraint round_pkey PRIMARY KEY (cell_id, matter_id, body, number),
  constraint round_of_contest FOREIGN KEY (cell_id, matter_id, body) REFERENCES elections.contest(cell_id, matter_id, body),
  constraint round_has_seats CHECK (seats > 0),
  constraint round_kind_is_known CHECK (kind = ANY (ARRAY['preliminary'::text, 'preliminary_again'::text, 'first'::text, 'repeat'::text, 'run_off'::text, 'rest'::text]))
);
alter table elections.round enable row level security;
alter table elections.round force row level security;
create policy round_in_scope on elections.round using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert on elections.round to gongqiao_app;
comment on table elections.round is '@append-only 轮次: one ballot for one body: the first, one repeated because it was void, a run-off among equals, one for the rest.';
comment on column elections.round.seats is 'how many one ballot may choose: the seats, or the places of a final list';

create table elections.tally (
  cell_id      integer           not null,
  matter_id    uuid              not null,
  body         text              not null,
  number       integer           not null,
  teller       integer           not null,
  version      integer           not null,
  path         text collate "C"  not null,
  teller_name  text              not null,
  present      integer           not null,
  issued       integer           not null,
  returned     integer           not null,
  invalid      integer           not null,
  votes        jsonb             not null,
  account_id   uuid,
  at           timestamptz       not null,
  constraint tally_pkey PRIMARY KEY (cell_id, matter_id, body, number, teller, version),
  constraint tally_of_round FOREIGN KEY (cell_id, matter_id, body, number) REFERENCES elections.round(cell_id, matter_id, body, number),
  constraint tally_counts_are_counts CHECK (present >= 0 AND issued >= 0 AND returned >= 0 AND invalid >= 0),
  constraint tally_has_two_tellers CHECK (teller = ANY (ARRAY[1, 2]))
);
alter table elections.tally enable row level security;
alter table elections.tally force row level security;
create policy tally_in_scope on elections.tally using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert on elections.tally to gongqiao_app;
comment on table elections.tally is '@append-only 计票: what one teller counted in one round; a correction is a next version, and the last one counts.';
comment on column elections.tally.teller_name is '@personal who counted';
comment on column elections.tally.votes is 'candidate id to [for, against, abstaining]; of somebody written in only the first';

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

create table insight.unit_day (
  cell_id          integer  not null,
  unit_id          uuid     not null,
  valid_on         date     not null,
  recorded_on      date     not null,
  on_roll          integer  not null,
  provisional      integer  not null,
  claimed          integer  not null,
  affirmed         integer  not null,
  own_on_roll      integer  not null,
  own_provisional  integer  not null,
  own_claimed      integer  not null,
  own_affirmed     integer  not null,
  constraint unit_day_pkey PRIMARY KEY (cell_id, unit_id, valid_on, recorded_on)
);
grant select on insight.unit_day to gongqiao_app;
grant select, insert, update, delete on insight.unit_day to gongqiao_job;
comment on table insight.unit_day is 'How the counts of a union changed from which day on, and on which day that became known; folded from facts, rebuildable from zero. Counts as of a past day are its sum.';
comment on column insight.unit_day.valid_on is 'the day from which the change holds in the world';
comment on column insight.unit_day.recorded_on is 'the day on which it was told: what was known then sums up to here';

-- kernel ----------------------------------------------------------------------------------------------

create schema kernel;
comment on schema kernel is 'How it is done: scope, matters, clocks, facts, audit. No word of the field stands here.';

CREATE OR REPLACE FUNCTION kernel.begin_matter(cell integer, matter uuid, at_path text, matter_kind text, host_unit uuid, subject uuid, matter_title text, first_state text, owner_post uuid, rule text, rule_from date, due date, due_is_provisional boolean, now_at timestamp with time zone, step text, by_kind text, account uuid, post uuid, words text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  insert into kernel.matter (cell_id, id, path, kind, host_unit_id, subject_id, title, state, owner_post_id, escalations,
    clock_rule, clock_from, due_on, due_provisional, opened_at, changed_at, last_event, waits)
  values (cell, matter, at_path, matter_kind, host_unit, subject, matter_title, first_state, owner_post, 0,
    rule, rule_from, due, due_is_provisional, now_at, now_at, 1,
    coalesce((select r.side = 'right' from kernel.deadline_rule r where r.id = rule limit 1), false));
  insert into kernel.matter_event (cell_id, matter_id, number, path, at, step, to_state, actor_kind, account_id, post_id, by_words)
  values (cell, matter, 1, at_path, now_at, step, first_state, by_kind, account, post, words);
  -- A desk in another cell: the union has no officer of its own, and its matters go to the nearest one above.
  insert into kernel.post_cell (post_id, cell_id)
  select p.id, cell from kernel.post p where p.id = owner_post and p.cell_id <> cell on conflict do nothing;
end $function$;

CREATE OR REPLACE FUNCTION kernel.follow_matters(cell integer, matters uuid[], at_path text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update kernel.matter m set path = at_path where m.cell_id = cell and m.id = any(matters);
  update kernel.matter_event e set path = at_path where e.cell_id = cell and e.matter_id = any(matters);
  update kernel.matter_form f set path = at_path where f.cell_id = cell and f.matter_id = any(matters);
  update kernel.matter_comment c set path = at_path where c.cell_id = cell and c.matter_id = any(matters);
  update kernel.matter_attachment a set path = at_path where a.cell_id = cell and a.matter_id = any(matters);
  update kernel.matter_signature s set path = at_path where s.cell_id = cell and s.matter_id = any(matters);
  update kernel.matter_referral r set path = at_path where r.cell_id = cell and r.matter_id = any(matters);
end $function$;
revoke execute on function kernel.follow_matters(cell integer, matters uuid[], at_path text) from public;
grant execute on function kernel.follow_matters(cell integer, matters uuid[], at_path text) to gongqiao_app;
comment on function kernel.follow_matters(cell integer, matters uuid[], at_path text) is 'what belongs to matters is read from where they are now; append-only rows change in nothing but their place';

CREATE OR REPLACE FUNCTION kernel.move_places(cell integer, from_path text, to_path text, at timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  place record;
  touched bigint;
  total bigint := 0;
begin
  if from_path = '' or to_path = '' or to_path collate "C" like from_path collate "C" || '%' then
    raise exception 'a place does not move into itself';
  end if;
  -- What keeps a history of places writes it before the places change.
  for place in
    select n.nspname from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where p.proname = 'before_places_move' order by 1
  loop
    execute pg_catalog.format('select %I.before_places_move($1, $2, $3, $4)', place.nspname) using cell, from_path, to_path, at;
  end loop;
  for place in
    select n.nspname, c.relname, p.attname
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute p on p.attrelid = c.oid and (p.attname = 'path' or p.attname like '%\_path') and not p.attisdropped
      and p.atttypid = 'text'::pg_catalog.regtype
    join pg_catalog.pg_attribute k on k.attrelid = c.oid and k.attname = 'cell_id' and not k.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition
      and coalesce(pg_catalog.obj_description(c.oid, 'pg_class'), '') !~ '@stays-where-it-happened\M'
    order by 1, 2, 3
  loop
    execute pg_catalog.format(
      'update %1$I.%2$I set %3$I = $3 || pg_catalog.substr(%3$I, $4) where cell_id = $1 and %3$I collate "C" >= $2 and %3$I collate "C" < $2 || ''~''',
      place.nspname, place.relname, place.attname) using cell, from_path, to_path, pg_catalog.length(from_path) + 1;
    get diagnostics touched = row_count;
    total := total + touched;
  end loop;
  update kernel.post_range set path_lo = to_path || pg_catalog.substr(path_lo, pg_catalog.length(from_path) + 1),
    path_hi = to_path || pg_catalog.substr(path_hi, pg_catalog.length(from_path) + 1)
  where cell_lo = cell and cell_hi = cell and path_lo >= from_path and path_lo < from_path || '~';
  return total;
end $function$;
revoke execute on function kernel.move_places(cell integer, from_path text, to_path text, at timestamp with time zone) from public;
grant execute on function kernel.move_places(cell integer, from_path text, to_path text, at timestamp with time zone) to gongqiao_app;
comment on function kernel.move_places(cell integer, from_path text, to_path text, at timestamp with time zone) is 'everything at a place and below goes along to another place of the same cell; the scope of the whole cell is open';

CREATE OR REPLACE FUNCTION kernel.rehost_matters(cell integer, matters uuid[], unit uuid, at_path text, desk uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  moved uuid[];
begin
  with hosted as (
    update kernel.matter m set host_unit_id = unit, path = at_path,
      owner_post_id = case when m.owner_post_id is null or m.owner_post_id = u.desk_post_id then desk else m.owner_post_id end
    from organization.unit u
    where m.cell_id = cell and m.id = any(matters) and m.ended_at is null and u.id = m.host_unit_id
    returning m.id, m.owner_post_id
  ), seen as (
    insert into kernel.post_cell (post_id, cell_id)
    select distinct p.id, cell from hosted join kernel.post p on p.id = hosted.owner_post_id where p.cell_id <> cell
    on conflict do nothing
  )
  select array_agg(id) into moved from hosted;
  perform kernel.follow_matters(cell, moved, at_path);
  return coalesce(cardinality(moved), 0);
end $function$;
revoke execute on function kernel.rehost_matters(cell integer, matters uuid[], unit uuid, at_path text, desk uuid) from public;
grant execute on function kernel.rehost_matters(cell integer, matters uuid[], unit uuid, at_path text, desk uuid) to gongqiao_app;
comment on function kernel.rehost_matters(cell integer, matters uuid[], unit uuid, at_path text, desk uuid) is 'open matters of a unit that goes on as another one: host, owner and place; the scope of the caller binds it';

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

CREATE OR REPLACE FUNCTION kernel.take_matters_along(cell integer, from_unit uuid, to_unit uuid, to_path text)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  place record;
  moved uuid[];
begin
  with hosted as (
    update kernel.matter set host_unit_id = to_unit, path = to_path where cell_id = cell and host_unit_id = from_unit returning id
  ) select pg_catalog.array_agg(id) into moved from hosted;
  if moved is null then return 0; end if;
  perform kernel.follow_matters(cell, moved, to_path);
  for place in
    select n.nspname, c.relname
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute p on p.attrelid = c.oid and p.attname = 'path' and not p.attisdropped
    join pg_catalog.pg_attribute k on k.attrelid = c.oid and k.attname = 'cell_id' and not k.attisdropped
    join pg_catalog.pg_attribute m on m.attrelid = c.oid and m.attname = 'matter_id' and not m.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname <> 'kernel'
    order by 1, 2
  loop
    execute pg_catalog.format('update %I.%I set path = $2 where cell_id = $1 and matter_id = any($3)', place.nspname, place.relname)
      using cell, to_path, moved;
  end loop;
  return pg_catalog.cardinality(moved);
end $function$;
revoke execute on function kernel.take_matters_along(cell integer, from_unit uuid, to_unit uuid, to_path text) from public;
grant execute on function kernel.take_matters_along(cell integer, from_unit uuid, to_unit uuid, to_path text) to gongqiao_app;
comment on function kernel.take_matters_along(cell integer, from_unit uuid, to_unit uuid, to_path text) is 'all matters of a unit with what belongs to them go to the unit that goes on from it; the scope of the whole cell is open';

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
  written_in  bigint       not null default ((pg_current_xact_id())::text)::bigint,
  constraint access_pkey PRIMARY KEY (cell_id, id)
);
create index access_of_subject ON kernel.access USING gin (subjects);
create index access_written ON kernel.access USING brin (written_in) WITH (pages_per_range='32', autosummarize='on');
grant select, insert on kernel.access to gongqiao_app;
grant select on kernel.access to gongqiao_job;
comment on table kernel.access is '@append-only Reads of personal records by somebody else: which post, for which act, whose records. The person sees it.';
comment on column kernel.access.reason is 'what the post wrote of why, where an act asks for it; the person sees it';
comment on column kernel.access.written_in is 'number of the transaction that wrote the row: where the sealer looks. No part of what is sealed';

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
  written_in  bigint       not null default ((pg_current_xact_id())::text)::bigint,
  constraint audit_pkey PRIMARY KEY (cell_id, id),
  constraint audit_actor_kind_is_known CHECK (actor_kind = ANY (ARRAY['post'::text, 'officer'::text, 'person'::text, 'anyone'::text, 'system'::text]))
);
create index audit_of_subject ON kernel.audit USING btree (cell_id, subject_id, at);
create index audit_written ON kernel.audit USING brin (written_in) WITH (pages_per_range='32', autosummarize='on');
grant select, insert on kernel.audit to gongqiao_app;
grant select on kernel.audit to gongqiao_job;
comment on table kernel.audit is '@append-only One row for each act: who, as what, on what, from what to what. Ids and states, never names or numbers.';
comment on column kernel.audit.written_in is 'number of the transaction that wrote the row: where the sealer looks. No part of what is sealed';

create table kernel.calendar_day (
  day     date  not null,
  kind    text  not null,
  name    text,
  region  text  not null default '000000'::text,
  constraint calendar_day_pkey PRIMARY KEY (day, region),
  constraint calendar_day_kind_is_known CHECK (kind = ANY (ARRAY['workday'::text, 'weekend'::text, 'statutory'::text, 'adjusted_rest'::text, 'makeup_workday'::text])),
  constraint calendar_day_region_is_a_code CHECK (region ~ '^[0-9]{6}$'::text)
);
grant select, insert, update, delete on kernel.calendar_day to gongqiao_app;
grant select on kernel.calendar_day to gongqiao_job;
comment on table kernel.calendar_day is '@reference Days whose kind is not told by the day of the week (T-CAL-05).';
comment on column kernel.calendar_day.region is 'division code of the place the day holds for; 000000 the whole country (T-CAL-04)';

create table kernel.calendar_year (
  year      integer  not null,
  official  boolean  not null,
  source    text     not null,
  constraint calendar_year_pkey PRIMARY KEY (year)
);
grant select, insert, update, delete on kernel.calendar_year to gongqiao_app;
grant select on kernel.calendar_year to gongqiao_job;
comment on table kernel.calendar_year is '@reference Years of the working-day calendar; official once the State Council notice is loaded (T-CAL-06).';

create table kernel.clock_change (
  id             uuid         not null,
  at             timestamptz  not null,
  account_id     uuid,
  post_id        uuid,
  by_words       text,
  kind           text         not null,
  region         text         not null,
  rule_id        text,
  from_day       date,
  year           integer,
  source         text         not null,
  before         jsonb        not null,
  after          jsonb        not null,
  undone_at      timestamptz,
  undone_by      text,
  followed_cell  integer      not null default '-1'::integer,
  followed_at    timestamptz,
  taken_until    timestamptz,
  moved          integer      not null default 0,
  constraint clock_change_pkey PRIMARY KEY (id),
  constraint clock_change_kind_is_known CHECK (kind = ANY (ARRAY['rule'::text, 'year'::text])),
  constraint clock_change_names_what_changed CHECK ((kind = 'rule'::text) = (rule_id IS NOT NULL AND from_day IS NOT NULL) AND (kind = 'year'::text) = (year IS NOT NULL))
);
create index clock_change_to_follow ON kernel.clock_change USING btree (at) WHERE (followed_at IS NULL);
grant select, insert, update on kernel.clock_change to gongqiao_app;
comment on table kernel.clock_change is '@reference 时限与日历的变更: each change of a rule or a year, and its undoing.';
comment on column kernel.clock_change.source is 'the notice or decision it rests on, in the officer''s words';
comment on column kernel.clock_change.before is 'what stood there, so that it can be put back';
comment on column kernel.clock_change.followed_cell is 'the last cell whose due days were computed anew: the walk goes on from there';
comment on column kernel.clock_change.moved is 'how many due days of open matters moved';

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
  counting        text     not null default 'after'::text,
  alt_unit        text,
  trigger_zh      text     not null default ''::text,
  trigger_en      text     not null default ''::text,
  bearer          text     not null default ''::text,
  pause_on        text[]   not null default '{}'::text[],
  extend          jsonb,
  on_expire       text     not null default 'none'::text,
  reminders       text[],
  source          text     not null default ''::text,
  constraint deadline_rule_pkey PRIMARY KEY (id, region, effective_from),
  constraint deadline_rule_confidence_is_known CHECK (confidence = ANY (ARRAY['V1'::text, 'V2'::text, 'U'::text, 'REC'::text])),
  constraint deadline_rule_counting_is_known CHECK (counting = ANY (ARRAY['after'::text, 'before'::text, 'before_clear'::text])),
  constraint deadline_rule_end_is_known CHECK (on_expire = ANY (ARRAY['none'::text, 'raise'::text, 'lapses'::text, 'opens_next'::text, 'takes_effect'::text, 'counts_as_refused'::text, 'breach'::text])),
  constraint deadline_rule_ends_after_it_begins CHECK (effective_to IS NULL OR effective_to >= effective_from),
  constraint deadline_rule_extension_is_said CHECK (extend IS NULL OR jsonb_typeof(extend) = 'object'::text AND ((extend ->> 'max'::text)::integer) > 0),
  constraint deadline_rule_length_is_positive CHECK (length > 0),
  constraint deadline_rule_other_reading_is_of_days CHECK (alt_unit IS NULL OR counting = 'after'::text AND (unit = 'day'::text AND alt_unit = 'workday'::text OR unit = 'workday'::text AND alt_unit = 'day'::text)),
  constraint deadline_rule_region_is_a_code CHECK (region ~ '^[0-9]{6}$'::text),
  constraint deadline_rule_reminders_are_known CHECK (reminders IS NULL OR reminders <@ ARRAY['half'::text, 'four_fifths'::text, 'three_workdays_before'::text, 'one_workday_before'::text, 'due_day'::text]),
  constraint deadline_rule_side_is_known CHECK (side = ANY (ARRAY['right'::text, 'duty'::text])),
  constraint deadline_rule_unit_is_known CHECK (unit = ANY (ARRAY['hour'::text, 'day'::text, 'workday'::text, 'month'::text, 'year'::text]))
);
grant select, insert, update, delete on kernel.deadline_rule to gongqiao_app;
grant select on kernel.deadline_rule to gongqiao_job;
comment on table kernel.deadline_rule is '@reference 时限规则: every deadline is a row with its source, never a constant (G-07).';
comment on column kernel.deadline_rule.region is 'division code the rule holds for; 000000 the whole country';
comment on column kernel.deadline_rule.shipped is 'the row as the code last wrote it; where the row says anything else, the installation has edited it. Null: the installation''s own row';
comment on column kernel.deadline_rule.counting is 'after an event (T-01), before one (T-13), or before one with full days between';
comment on column kernel.deadline_rule.alt_unit is 'the other reading of 日, where the law leaves it open: overdue only under both (T-07, T-12)';
comment on column kernel.deadline_rule.trigger_zh is 'the event that starts the clock, as the explanation names it (T-17)';
comment on column kernel.deadline_rule.bearer is 'whose time or duty it is: a code of the register';
comment on column kernel.deadline_rule.pause_on is 'reasons for which the clock may stand still (T-11)';
comment on column kernel.deadline_rule.extend is 'how far it may be prolonged: max, unit, approver, notify (T-16)';
comment on column kernel.deadline_rule.on_expire is 'what follows when the day has passed';
comment on column kernel.deadline_rule.reminders is 'the marks of T-15 at which it reminds; null: all of them';
comment on column kernel.deadline_rule.source is 'the instrument of law it is taken from';

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
  pauses           jsonb             not null default '[]'::jsonb,
  paused_from      date,
  paused_for       text,
  extensions       integer[]         not null default '{}'::integer[],
  reminded_due     date,
  reminded_mark    text,
  waits            boolean           not null default false,
  referral_due     date,
  moved_to_cell    integer,
  moved_from_cell  integer,
  clock_cell       integer,
  constraint matter_pkey PRIMARY KEY (cell_id, id),
  constraint matter_open_has_clock CHECK (ended_at IS NOT NULL OR clock_rule IS NOT NULL AND due_on IS NOT NULL),
  constraint matter_stands_for_a_reason CHECK ((paused_from IS NULL) = (paused_for IS NULL)),
  constraint matter_state_of_application CHECK (kind <> 'membership.application'::text OR (state = ANY (ARRAY['submitted'::text, 'returned'::text, 'person_check'::text, 'confirmed'::text, 'withdrawn'::text, 'replaced'::text]))),
  constraint matter_state_of_deemed CHECK (kind <> 'membership.deemed'::text OR (state = ANY (ARRAY['warned'::text, 'explained'::text, 'mended'::text, 'declared'::text, 'closed'::text]))),
  constraint matter_state_of_expulsion CHECK (kind <> 'membership.expulsion'::text OR (state = ANY (ARRAY['proposed'::text, 'opined'::text, 'decided'::text, 'kept'::text, 'filed'::text, 'closed'::text]))),
  constraint matter_state_of_incoming CHECK (kind <> 'membership.incoming'::text OR (state = ANY (ARRAY['asked'::text, 'accepted'::text, 'completed'::text, 'declined'::text, 'ended'::text]))),
  constraint matter_state_of_not_me CHECK (kind <> 'membership.not_me'::text OR (state = ANY (ARRAY['reported'::text, 'answered'::text, 'settled'::text]))),
  constraint matter_state_of_resignation CHECK (kind <> 'membership.resignation'::text OR (state = ANY (ARRAY['told'::text, 'announced'::text, 'withdrawn'::text, 'closed'::text]))),
  constraint matter_state_of_standing CHECK (kind <> 'membership.standing'::text OR (state = ANY (ARRAY['asked'::text, 'agreed'::text, 'declined'::text, 'withdrawn'::text, 'closed'::text]))),
  constraint matter_state_of_term_end CHECK (kind <> 'organization.term_end'::text OR (state = ANY (ARRAY['due'::text, 'asked'::text, 'overdue'::text, 'extended'::text, 'renewed'::text, 'unit_closed'::text]))),
  constraint matter_state_of_transfer CHECK (kind <> 'membership.transfer'::text OR (state = ANY (ARRAY['asked'::text, 'objected'::text, 'released'::text, 'completed'::text, 'withdrawn'::text, 'declined'::text, 'refused'::text, 'ended'::text]))),
  constraint matter_state_of_unit_change CHECK (kind <> 'organization.unit_change'::text OR (state = ANY (ARRAY['submitted'::text, 'returned'::text, 'moving'::text, 'done'::text, 'withdrawn'::text]))),
  constraint matter_state_of_vacancy CHECK (kind <> 'organization.vacancy'::text OR (state = ANY (ARRAY['vacant'::text, 'filled'::text, 'unit_closed'::text]))),
  constraint matter_that_ended_waits_for_nobody CHECK (ended_at IS NULL OR NOT waits AND referral_due IS NULL),
  constraint matter_that_left_has_ended CHECK (moved_to_cell IS NULL OR ended_at IS NOT NULL)
);
create index matter_by_due ON kernel.matter USING btree (cell_id, due_on, id) INCLUDE (path, waits, paused_from) WHERE (ended_at IS NULL);
create index matter_by_place ON kernel.matter USING btree (cell_id, path, due_on, id) INCLUDE (waits, paused_from) WHERE (ended_at IS NULL);
create index matter_by_title ON kernel.matter USING btree (cell_id, title COLLATE "C", id) INCLUDE (path, owner_post_id, due_on, waits, paused_from) WHERE (ended_at IS NULL);
create index matter_moved ON kernel.matter USING btree (cell_id, id) WHERE ((moved_to_cell IS NOT NULL) OR (moved_from_cell IS NOT NULL));
create index matter_of_subject ON kernel.matter USING btree (cell_id, subject_id, opened_at);
create index matter_queue ON kernel.matter USING btree (cell_id, owner_post_id, waits, due_on, id) INCLUDE (path, paused_from) WHERE (ended_at IS NULL);
create index matter_referred ON kernel.matter USING btree (cell_id, referral_due) WHERE (referral_due IS NOT NULL);
alter table kernel.matter enable row level security;
alter table kernel.matter force row level security;
create policy matter_in_scope on kernel.matter using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on kernel.matter to gongqiao_app;
comment on table kernel.matter is '事项: the one spine. It alone holds state, owner and clock of everything that is done for somebody.';
comment on column kernel.matter.subject_id is 'the person or unit it concerns';
comment on column kernel.matter.title is '@personal whom or what it concerns, as the queue shows it';
comment on column kernel.matter.escalations is 'how many levels it rose because it was late';
comment on column kernel.matter.pauses is 'days of the state''s clock that do not count: from, to, reason; both ends included (T-11)';
comment on column kernel.matter.paused_from is 'the clock stands still since this day, which no longer counts; the due day is known again when it runs on';
comment on column kernel.matter.paused_for is 'the reason, one of those the rule or the state lists';
comment on column kernel.matter.extensions is 'by how much the state''s clock was prolonged, in the unit of its rule (T-16)';
comment on column kernel.matter.reminded_due is 'the day the last reminder counted to: another day is reminded of anew';
comment on column kernel.matter.reminded_mark is 'the last mark that was reminded of (T-15)';
comment on column kernel.matter.waits is 'the next word is the person''s, by the definition of its state';
comment on column kernel.matter.referral_due is 'until then whoever it was referred to may send it back; null once it is theirs';
comment on column kernel.matter.moved_to_cell is 'it was referred into this cell and lives there; the row here is its trace';
comment on column kernel.matter.moved_from_cell is 'where its trace is, when it came from another cell';
comment on column kernel.matter.clock_cell is 'where its clock began, when that was another cell: rules and holidays of that place go on holding for it; null here';

create table kernel.matter_attachment (
  cell_id     integer           not null,
  matter_id   uuid              not null,
  id          uuid              not null,
  path        text collate "C"  not null,
  at          timestamptz       not null,
  actor_kind  text              not null,
  account_id  uuid,
  post_id     uuid,
  by_words    text,
  visible     text              not null,
  name        text              not null,
  media_type  text              not null,
  size_bytes  integer           not null,
  hash        bytea             not null,
  constraint matter_attachment_pkey PRIMARY KEY (cell_id, matter_id, id),
  constraint matter_attachment_of_matter FOREIGN KEY (cell_id, matter_id) REFERENCES kernel.matter(cell_id, id),
  constraint matter_attachment_has_bytes CHECK (size_bytes > 0),
  constraint matter_attachment_is_read_by_somebody CHECK (visible = ANY (ARRAY['union'::text, 'person'::text]))
);
alter table kernel.matter_attachment enable row level security;
alter table kernel.matter_attachment force row level security;
create policy matter_attachment_in_scope on kernel.matter_attachment using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert on kernel.matter_attachment to gongqiao_app;
comment on table kernel.matter_attachment is '@append-only Papers and pictures with a matter; the content lies sealed in the store.';
comment on column kernel.matter_attachment.name is '@personal what the file is called';
comment on column kernel.matter_attachment.hash is 'of the content, under the suite of the installation: whoever has the file can compare';

create table kernel.matter_comment (
  cell_id     integer           not null,
  matter_id   uuid              not null,
  id          uuid              not null,
  path        text collate "C"  not null,
  at          timestamptz       not null,
  actor_kind  text              not null,
  account_id  uuid,
  post_id     uuid,
  by_words    text,
  visible     text              not null,
  sealed      bytea             not null,
  constraint matter_comment_pkey PRIMARY KEY (cell_id, matter_id, id),
  constraint matter_comment_of_matter FOREIGN KEY (cell_id, matter_id) REFERENCES kernel.matter(cell_id, id),
  constraint matter_comment_is_read_by_somebody CHECK (visible = ANY (ARRAY['union'::text, 'person'::text]))
);
alter table kernel.matter_comment enable row level security;
alter table kernel.matter_comment force row level security;
create policy matter_comment_in_scope on kernel.matter_comment using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert on kernel.matter_comment to gongqiao_app;
comment on table kernel.matter_comment is '@append-only Comments on a matter, among officers (union) or also for the person (person).';
comment on column kernel.matter_comment.by_words is 'post and unit of the writer; null for the person themselves';
comment on column kernel.matter_comment.sealed is '@personal the words, under the cell''s key';

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

create table kernel.matter_form (
  cell_id    integer           not null,
  matter_id  uuid              not null,
  version    integer           not null,
  path       text collate "C"  not null,
  step       text,
  at         timestamptz       not null,
  sealed     bytea             not null,
  constraint matter_form_pkey PRIMARY KEY (cell_id, matter_id, version),
  constraint matter_form_of_matter FOREIGN KEY (cell_id, matter_id) REFERENCES kernel.matter(cell_id, id)
);
alter table kernel.matter_form enable row level security;
alter table kernel.matter_form force row level security;
create policy matter_form_in_scope on kernel.matter_form using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert on kernel.matter_form to gongqiao_app;
comment on table kernel.matter_form is '@append-only What was filled in with a matter, sealed: when it was opened (step is null), and with steps since.';
comment on column kernel.matter_form.sealed is '@personal the answers as one text under the cell''s key';

create table kernel.matter_referral (
  cell_id    integer           not null,
  matter_id  uuid              not null,
  number     integer           not null,
  path       text collate "C"  not null,
  from_unit  uuid              not null,
  from_cell  integer           not null,
  to_unit    uuid              not null,
  at         timestamptz       not null,
  reason     text              not null,
  due_on     date              not null,
  final      boolean           not null,
  outcome    text,
  ended_at   timestamptz,
  constraint matter_referral_pkey PRIMARY KEY (cell_id, matter_id, number),
  constraint matter_referral_of_matter FOREIGN KEY (cell_id, matter_id) REFERENCES kernel.matter(cell_id, id),
  constraint matter_referral_came_out CHECK (outcome = ANY (ARRAY['accepted'::text, 'silent'::text, 'sent_back'::text, 'passed_on'::text])),
  constraint matter_referral_ends_with_an_outcome CHECK ((outcome IS NULL) = (ended_at IS NULL))
);
alter table kernel.matter_referral enable row level security;
alter table kernel.matter_referral force row level security;
create policy matter_referral_in_scope on kernel.matter_referral using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on kernel.matter_referral to gongqiao_app;
comment on table kernel.matter_referral is '转办: each time a matter went to another unit, why, and what became of it.';
comment on column kernel.matter_referral.final is 'the receiver cannot send it back: it did so once before, or a unit above both decided';

create table kernel.matter_signature (
  cell_id     integer           not null,
  matter_id   uuid              not null,
  step        text              not null,
  round       integer           not null,
  post_id     uuid              not null,
  path        text collate "C"  not null,
  by_words    text              not null,
  asked_at    timestamptz       not null,
  decided_at  timestamptz,
  decision    text,
  account_id  uuid,
  note        text,
  constraint matter_signature_pkey PRIMARY KEY (cell_id, matter_id, step, round, post_id),
  constraint matter_signature_of_matter FOREIGN KEY (cell_id, matter_id) REFERENCES kernel.matter(cell_id, id),
  constraint matter_signature_is_a_word CHECK (decision = ANY (ARRAY['agreed'::text, 'refused'::text])),
  constraint matter_signature_is_dated CHECK ((decision IS NULL) = (decided_at IS NULL))
);
alter table kernel.matter_signature enable row level security;
alter table kernel.matter_signature force row level security;
create policy matter_signature_in_scope on kernel.matter_signature using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on kernel.matter_signature to gongqiao_app;
comment on table kernel.matter_signature is '会签: posts asked to sign a step of a matter, round by round, and what each said.';
comment on column kernel.matter_signature.note is '@personal free words of the signer, among officers';

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

create table kernel.seal (
  number       bigint       not null,
  at           timestamptz  not null,
  size         bigint       not null,
  root         bytea        not null,
  previous     bytea        not null,
  catching_up  boolean      not null,
  key_id       text         not null,
  signature    bytea        not null,
  constraint seal_pkey PRIMARY KEY (number),
  constraint seal_grows UNIQUE (size),
  constraint seal_covers_something CHECK (number > 0 AND size > 0)
);
grant select on kernel.seal to gongqiao_app;
grant select, insert on kernel.seal to gongqiao_job;
comment on table kernel.seal is '@reference @append-only 封签: the root of the tree of the network at a moment, chained to the seal before it and signed.';
comment on column kernel.seal.previous is 'hash of the seal before it, with its signature; zeros before the first';
comment on column kernel.seal.catching_up is 'rows may be older than the seal: nothing had been sealed before, or the database had come from another server';

create table kernel.seal_cell (
  cell_id      integer  not null,
  size         bigint   not null,
  frontier     bytea    not null,
  sealed_size  bigint   not null,
  constraint seal_cell_pkey PRIMARY KEY (cell_id),
  constraint seal_cell_is_sealed_after_it_grew CHECK (0 <= sealed_size AND sealed_size <= size)
);
grant select on kernel.seal_cell to gongqiao_app;
grant select, insert, update on kernel.seal_cell to gongqiao_job;
comment on table kernel.seal_cell is 'One row a cell: how large its tree is. Whoever holds the row gives leaves their numbers.';
comment on column kernel.seal_cell.frontier is 'hashes of the perfect subtrees the tree is made of, largest first: one for each bit of size';
comment on column kernel.seal_cell.sealed_size is 'how large it was when its root last went into the tree of the network';

create table kernel.seal_leaf (
  cell_id  integer  not null,
  number   bigint   not null,
  log      text     not null,
  row_id   uuid     not null,
  hash     bytea    not null,
  constraint seal_leaf_pkey PRIMARY KEY (cell_id, number),
  constraint seal_leaf_row_has_one_number UNIQUE (cell_id, row_id, log),
  constraint seal_leaf_log_is_known CHECK (log = ANY (ARRAY['audit'::text, 'access'::text]))
);
grant select on kernel.seal_leaf to gongqiao_app;
grant select, insert on kernel.seal_leaf to gongqiao_job;
comment on table kernel.seal_leaf is '@append-only A row of a log with its number in the tree of its cell, densely from 0, and the hash of its content (RFC 6962).';

create table kernel.seal_network (
  id           text    not null,
  size         bigint  not null,
  frontier     bytea   not null,
  seal_number  bigint  not null,
  seal_hash    bytea   not null,
  looked_to    bigint  not null,
  cluster      text    not null,
  constraint seal_network_pkey PRIMARY KEY (id),
  constraint seal_network_is_one CHECK (id = 'network'::text)
);
grant select on kernel.seal_network to gongqiao_app;
grant select, insert, update on kernel.seal_network to gongqiao_job;
comment on table kernel.seal_network is '@reference One row: how large the tree of the network is, its last seal, and up to where rows have been looked for. Whoever holds it seals.';
comment on column kernel.seal_network.looked_to is 'every committed row written in a transaction below this number has its leaf';
comment on column kernel.seal_network.cluster is 'the database server those numbers are of: in another one they mean nothing';

create table kernel.seal_node (
  cell_id  integer   not null,
  level    smallint  not null,
  number   bigint    not null,
  hash     bytea     not null,
  constraint seal_node_pkey PRIMARY KEY (cell_id, level, number),
  constraint seal_node_level_is_kept CHECK (level > 0 AND (level::integer % 4) = 0)
);
grant select on kernel.seal_node to gongqiao_app;
grant select, insert on kernel.seal_node to gongqiao_job;
comment on table kernel.seal_node is '@append-only Perfect subtrees of the tree of a cell, of each fourth level: number n of level l covers the 2^l leaves from n * 2^l on.';

create table kernel.seal_root (
  cell_id  integer  not null,
  size     bigint   not null,
  root     bytea    not null,
  number   bigint   not null,
  constraint seal_root_pkey PRIMARY KEY (cell_id, size)
);
create index seal_root_number ON kernel.seal_root USING btree (number);
grant select on kernel.seal_root to gongqiao_app;
grant select, insert on kernel.seal_root to gongqiao_job;
comment on table kernel.seal_root is '@append-only The root of the tree of a cell at a size, and its number as a leaf in the tree of the network, densely from 0.';

create table kernel.seal_root_node (
  level   smallint  not null,
  number  bigint    not null,
  hash    bytea     not null,
  constraint seal_root_node_pkey PRIMARY KEY (level, number),
  constraint seal_root_node_level_is_kept CHECK (level > 0 AND (level::integer % 4) = 0)
);
grant select on kernel.seal_root_node to gongqiao_app;
grant select, insert on kernel.seal_root_node to gongqiao_job;
comment on table kernel.seal_root_node is '@reference @append-only Perfect subtrees of the tree of the network, of each fourth level.';

-- membership ------------------------------------------------------------------------------------------

create schema membership;
comment on schema membership is '会员: the roll, joining, the card.';

CREATE OR REPLACE FUNCTION membership.before_places_move(cell integer, from_path text, to_path text, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  with ended as (
    update membership.membership_history h set valid_to = greatest(h.valid_from, at)
    where h.cell_id = cell and h.path >= from_path and h.path < from_path || '~' and h.valid_to is null and h.superseded_at is null
    returning h.membership_id, h.path, h.unit_id, h.status
  )
  insert into membership.membership_history (cell_id, membership_id, number, valid_from, recorded_at, path, unit_id, status)
  select cell, e.membership_id, 1 + (select max(l.number) from membership.membership_history l
      where l.cell_id = cell and l.membership_id = e.membership_id),
    at, at, to_path || pg_catalog.substr(e.path, pg_catalog.length(from_path) + 1), e.unit_id, e.status
  from ended e;
end $function$;
revoke execute on function membership.before_places_move(cell integer, from_path text, to_path text, at timestamp with time zone) from public;
comment on function membership.before_places_move(cell integer, from_path text, to_path text, at timestamp with time zone) is 'called by kernel.move_places';

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
 LANGUAGE plpgsql
AS $function$
declare
  named record;
begin
  for named in
    select m.id, m.path, array(select membership.name_tokens(m.name_bigrams)) as tokens from membership.membership m
    where m.cell_id = cell and m.id = any(memberships)
  loop
    delete from membership.name_token n
    where n.cell_id = cell and n.token = any(named.tokens) and n.path = named.path and n.membership_id = named.id;
  end loop;
end $function$;
comment on function membership.forget_names(cell integer, memberships uuid[]) is 'nobody is found by the names these memberships have now; asked before a name or a place changes';

CREATE OR REPLACE FUNCTION membership.keep_names(cell integer, memberships uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  gone uuid[];
begin
  select array_agg(m.id) into gone from membership.membership m
  where m.cell_id = cell and m.id = any(memberships) and m.status = 'ended';
  perform membership.forget_names(cell, gone);
  insert into membership.name_token (cell_id, token, path, membership_id)
  select m.cell_id, t.token, m.path, m.id from membership.membership m cross join lateral membership.name_tokens(m.name_bigrams) as t (token)
  where m.cell_id = cell and m.id = any(memberships) and m.status <> 'ended'
  on conflict do nothing;
end $function$;
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
grant select, insert, update on membership.card to gongqiao_app;
comment on table membership.card is '@directory 会员证: which membership a card number stands for.';

create table membership.catch_all (
  cell_id      integer           not null,
  id           uuid              not null,
  path         text collate "C"  not null,
  unit_id      uuid              not null,
  occupations  text[]            not null,
  decided_on   date              not null,
  document     text              not null,
  by_words     text              not null,
  opened_at    timestamptz       not null,
  ended_at     timestamptz,
  constraint catch_all_pkey PRIMARY KEY (cell_id, id),
  constraint catch_all_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint catch_all_takes_somebody CHECK (cardinality(occupations) > 0)
);
create UNIQUE index catch_all_one_open_a_unit ON membership.catch_all USING btree (cell_id, unit_id) WHERE (ended_at IS NULL);
grant select, insert, update on membership.catch_all to gongqiao_app;
comment on table membership.catch_all is '兜底接收: a union of a place whose committee decided once to take workers of some occupations in at once (MEM-03, MEM-11).';
comment on column membership.catch_all.decided_on is 'the day of the committee''s standing decision';

create table membership.confidence (
  cell_id        integer           not null,
  id             uuid              not null,
  membership_id  uuid              not null,
  path           text collate "C"  not null,
  employer       bytea             not null,
  since          timestamptz       not null,
  ended_at       timestamptz,
  constraint confidence_pkey PRIMARY KEY (cell_id, id),
  constraint confidence_of_membership FOREIGN KEY (cell_id, membership_id) REFERENCES membership.membership(cell_id, id),
  constraint confidence_period_is_forward CHECK (ended_at IS NULL OR ended_at >= since)
);
create UNIQUE index confidence_one_open_a_membership ON membership.confidence USING btree (cell_id, membership_id) WHERE (ended_at IS NULL);
alter table membership.confidence enable row level security;
alter table membership.confidence force row level security;
create policy confidence_in_scope on membership.confidence using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on membership.confidence to gongqiao_app;
comment on table membership.confidence is '保密会员: held by the union above their employer''s, which neither sees nor counts them (design 2.3).';
comment on column membership.confidence.path is 'the holding union''s own, so that the employer''s union never has it in its scope';
comment on column membership.confidence.employer is '@personal the union of the employer they work for, sealed';

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

create table membership.incoming (
  cell_id        integer           not null,
  matter_id      uuid              not null,
  path           text collate "C"  not null,
  unit_id        uuid              not null,
  person_id      uuid              not null,
  name           text              not null,
  identity_mask  text              not null,
  from_cell      integer           not null,
  transfer_id    uuid              not null,
  from_unit_id   uuid              not null,
  channel        text              not null,
  asked_at       timestamptz       not null,
  ended_at       timestamptz,
  constraint incoming_pkey PRIMARY KEY (cell_id, matter_id),
  constraint incoming_from_unit FOREIGN KEY (from_unit_id) REFERENCES organization.unit(id),
  constraint incoming_of_matter FOREIGN KEY (cell_id, matter_id) REFERENCES kernel.matter(cell_id, id),
  constraint incoming_to_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint incoming_channel_is_known CHECK (channel = ANY (ARRAY['self'::text, 'window'::text, 'invited'::text]))
);
create index incoming_of_place ON membership.incoming USING btree (cell_id, path, matter_id);
create index incoming_open_of_unit ON membership.incoming USING btree (cell_id, unit_id, matter_id) WHERE (ended_at IS NULL);
alter table membership.incoming enable row level security;
alter table membership.incoming force row level security;
create policy incoming_in_scope on membership.incoming using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on membership.incoming to gongqiao_app;
comment on table membership.incoming is '转入: content of the matter at the union a member comes to. It is there only once the person has said yes.';
comment on column membership.incoming.name is '@personal 姓名';
comment on column membership.incoming.identity_mask is '@personal stored mask of the number: first two characters and the last';
comment on column membership.incoming.transfer_id is 'the matter at the union they leave, in from_cell';

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

create table membership.life_matter (
  cell_id        integer           not null,
  matter_id      uuid              not null,
  path           text collate "C"  not null,
  membership_id  uuid              not null,
  person_id      uuid              not null,
  unit_id        uuid              not null,
  content        bytea             not null,
  constraint life_matter_pkey PRIMARY KEY (cell_id, matter_id),
  constraint life_matter_of_matter FOREIGN KEY (cell_id, matter_id) REFERENCES kernel.matter(cell_id, id),
  constraint life_matter_of_membership FOREIGN KEY (cell_id, membership_id) REFERENCES membership.membership(cell_id, id),
  constraint life_matter_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);
create index life_matter_of_member ON membership.life_matter USING btree (cell_id, membership_id, matter_id);
alter table membership.life_matter enable row level security;
alter table membership.life_matter force row level security;
create policy life_matter_in_scope on membership.life_matter using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
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
  constraint life_record_pkey PRIMARY KEY (cell_id, id),
  constraint life_record_of_membership FOREIGN KEY (cell_id, membership_id) REFERENCES membership.membership(cell_id, id),
  constraint life_record_proof_is_a_file FOREIGN KEY (cell_id, file_id) REFERENCES kernel.file(cell_id, id),
  constraint life_record_act_is_known CHECK (act = ANY (ARRAY['retain'::text, 'resume'::text, 'death'::text, 'correct_name'::text, 'correct_number'::text]))
);
create index life_record_of_member ON membership.life_record USING btree (cell_id, membership_id, at);
alter table membership.life_record enable row level security;
alter table membership.life_record force row level security;
create policy life_record_in_scope on membership.life_record using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert on membership.life_record to gongqiao_app;
comment on table membership.life_record is '@append-only 会籍办理记录: what was done to a membership at a desk, by whom, and on what proof.';
comment on column membership.life_record.said is '@personal what was said, sealed: reasons, a name before and after, kin; a number by its mask only';
comment on column membership.life_record.by_words is 'post and unit of whoever did it; null for the person themselves';

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
  came_from_cell   integer,
  came_from_id     uuid,
  went_to_cell     integer,
  went_to_id       uuid,
  constraint membership_pkey PRIMARY KEY (cell_id, id),
  constraint membership_of_person FOREIGN KEY (cell_id, person_id) REFERENCES people.person(cell_id, id),
  constraint membership_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint membership_affirmed_by_claimer CHECK (NOT affirmed OR claimed_at IS NOT NULL AND affirmed_on IS NOT NULL),
  constraint membership_came_from_a_row CHECK ((came_from_cell IS NULL) = (came_from_id IS NULL)),
  constraint membership_decided_when_confirmed CHECK ((status <> ALL (ARRAY['active'::text, 'retained'::text])) OR since IS NOT NULL),
  constraint membership_listed_is_unclaimed CHECK (status <> 'listed'::text OR claimed_at IS NULL),
  constraint membership_sex_is_known CHECK (sex = ANY (ARRAY['male'::text, 'female'::text, 'unknown'::text])),
  constraint membership_status_is_known CHECK (status = ANY (ARRAY['provisional'::text, 'listed'::text, 'active'::text, 'retained'::text, 'ended'::text])),
  constraint membership_went_to_a_row CHECK ((went_to_cell IS NULL) = (went_to_id IS NULL))
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
comment on column membership.membership.came_from_id is 'the membership it goes on from, in another cell';
comment on column membership.membership.went_to_id is 'the membership that goes on from it, in another cell';

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
  change_reason  text,
  constraint membership_history_pkey PRIMARY KEY (cell_id, membership_id, number),
  constraint membership_history_of_membership FOREIGN KEY (cell_id, membership_id) REFERENCES membership.membership(cell_id, id),
  constraint membership_history_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint membership_history_period_is_forward CHECK (valid_to IS NULL OR valid_to >= valid_from),
  constraint membership_history_reason_is_known CHECK (change_reason = ANY (ARRAY['retired'::text, 'laid_off'::text, 'unemployed'::text, 'unit_closed'::text, 'working_again'::text, 'asked'::text, 'deemed'::text, 'crime'::text, 'died'::text, 'mistaken'::text, 'routed'::text, 'duplicate'::text, 'not_duplicate'::text])),
  constraint membership_history_status_is_known CHECK (status = ANY (ARRAY['provisional'::text, 'listed'::text, 'active'::text, 'retained'::text, 'ended'::text]))
);
create index membership_history_by_place ON membership.membership_history USING btree (cell_id, path, membership_id);
grant select, insert, update on membership.membership_history to gongqiao_app;
comment on table membership.membership_history is '@stays-where-it-happened 会籍变化: where and as what somebody belonged, in the world and as known to us.';
comment on column membership.membership_history.number is 'the line''s place in the history of this membership, from 1';
comment on column membership.membership_history.change_code is '会籍变化类型: 1 join, 2 transfer in, 3 retain, 4 transfer out, 5 expelled, 6 resigned, 90 deceased';
comment on column membership.membership_history.change_reason is '会籍变化原因: why this line begins; null where its change code says it all';

create table membership.merge (
  cell_id     integer           not null,
  id          uuid              not null,
  path        text collate "C"  not null,
  kept_id     uuid              not null,
  dropped_id  uuid              not null,
  before      bytea             not null,
  by_words    text              not null,
  at          timestamptz       not null,
  undo_until  date              not null,
  undone_at   timestamptz,
  constraint merge_pkey PRIMARY KEY (cell_id, id),
  constraint merge_drops_a_membership FOREIGN KEY (cell_id, dropped_id) REFERENCES membership.membership(cell_id, id),
  constraint merge_keeps_a_membership FOREIGN KEY (cell_id, kept_id) REFERENCES membership.membership(cell_id, id),
  constraint merge_is_of_two CHECK (kept_id <> dropped_id)
);
create index merge_by_place ON membership.merge USING btree (cell_id, path, at);
alter table membership.merge enable row level security;
alter table membership.merge force row level security;
create policy merge_in_scope on membership.merge using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on membership.merge to gongqiao_app;
comment on table membership.merge is '合并重复记录: two records of one person made one, and how the other stood, for an undo.';
comment on column membership.merge.path is 'the place that holds both: the nearest common one';
comment on column membership.merge.before is '@personal the dropped record as it stood, sealed';

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

create table membership.occupation (
  cell_id        integer           not null,
  membership_id  uuid              not null,
  path           text collate "C"  not null,
  occupation     text              not null,
  source         text              not null,
  at             timestamptz       not null,
  constraint occupation_pkey PRIMARY KEY (cell_id, membership_id, occupation),
  constraint occupation_of_membership FOREIGN KEY (cell_id, membership_id) REFERENCES membership.membership(cell_id, id),
  constraint occupation_source_is_known CHECK (source = 'self'::text)
);
alter table membership.occupation enable row level security;
alter table membership.occupation force row level security;
create policy occupation_in_scope on membership.occupation using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on membership.occupation to gongqiao_app;
comment on table membership.occupation is '重点群体: the occupation group somebody said they work in (rulebook 4.1).';
comment on column membership.occupation.occupation is '@personal 重点群体代码';

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

create table membership.transfer (
  cell_id          integer           not null,
  matter_id        uuid              not null,
  path             text collate "C"  not null,
  membership_id    uuid              not null,
  person_id        uuid              not null,
  from_unit_id     uuid              not null,
  to_unit_id       uuid              not null,
  to_cell          integer           not null,
  incoming_id      uuid              not null,
  channel          text              not null,
  asked_at         timestamptz       not null,
  accepted_at      timestamptz,
  released_at      timestamptz,
  released_by      text,
  decider_unit_id  uuid,
  ended_at         timestamptz,
  goes_on_id       uuid,
  constraint transfer_pkey PRIMARY KEY (cell_id, matter_id),
  constraint transfer_decided_by_unit FOREIGN KEY (decider_unit_id) REFERENCES organization.unit(id),
  constraint transfer_from_unit FOREIGN KEY (from_unit_id) REFERENCES organization.unit(id),
  constraint transfer_of_matter FOREIGN KEY (cell_id, matter_id) REFERENCES kernel.matter(cell_id, id),
  constraint transfer_of_membership FOREIGN KEY (cell_id, membership_id) REFERENCES membership.membership(cell_id, id),
  constraint transfer_to_unit FOREIGN KEY (to_unit_id) REFERENCES organization.unit(id),
  constraint transfer_channel_is_known CHECK (channel = ANY (ARRAY['self'::text, 'window'::text, 'invited'::text])),
  constraint transfer_is_released_somehow CHECK ((released_at IS NULL) = (released_by IS NULL)),
  constraint transfer_release_is_known CHECK (released_by = ANY (ARRAY['union'::text, 'silence'::text, 'decision'::text]))
);
create index transfer_of_person ON membership.transfer USING btree (cell_id, person_id, asked_at);
create UNIQUE index transfer_one_open ON membership.transfer USING btree (cell_id, membership_id) WHERE (ended_at IS NULL);
alter table membership.transfer enable row level security;
alter table membership.transfer force row level security;
create policy transfer_in_scope on membership.transfer using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on membership.transfer to gongqiao_app;
comment on table membership.transfer is '转会: content of the matter at the union the member leaves (MEM-30, MEM-31).';
comment on column membership.transfer.incoming_id is 'the matter at the union they come to, in its cell';
comment on column membership.transfer.released_by is 'how the old union''s side was through: it said so, it was silent for its days, or the union above both decided';
comment on column membership.transfer.decider_unit_id is 'who decides over an objection: the union above both';
comment on column membership.transfer.goes_on_id is 'the membership it became, in the cell of the new union';

create table membership.transfer_call (
  cell_id        integer           not null,
  id             uuid              not null,
  path           text collate "C"  not null,
  membership_id  uuid              not null,
  to_unit_id     uuid              not null,
  at             timestamptz       not null,
  person_id      uuid              not null,
  origin         text              not null,
  answered_at    timestamptz,
  answer         text,
  constraint transfer_call_pkey PRIMARY KEY (cell_id, id),
  constraint transfer_call_of_membership FOREIGN KEY (cell_id, membership_id) REFERENCES membership.membership(cell_id, id),
  constraint transfer_call_to_unit FOREIGN KEY (to_unit_id) REFERENCES organization.unit(id),
  constraint transfer_call_answer_is_known CHECK (answer = ANY (ARRAY['moved'::text, 'stayed'::text])),
  constraint transfer_call_is_answered_once CHECK ((answer IS NULL) = (answered_at IS NULL)),
  constraint transfer_call_origin_is_known CHECK (origin = ANY (ARRAY['scan'::text, 'roster'::text, 'union'::text]))
);
create index transfer_call_of_membership ON membership.transfer_call USING btree (cell_id, membership_id);
create index transfer_call_of_person ON membership.transfer_call USING btree (cell_id, person_id) WHERE (answered_at IS NULL);
alter table membership.transfer_call enable row level security;
alter table membership.transfer_call force row level security;
create policy transfer_call_in_scope on membership.transfer_call using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on membership.transfer_call to gongqiao_app;
comment on table membership.transfer_call is '转会邀约: a member scanned another union''s code, or that union asks them to come; they say yes or no (T-MEM-1).';
comment on column membership.transfer_call.origin is 'scan: their own act; roster: a roster names them; union: the other union asks';

create table membership.transfer_invitation (
  cell_id          integer           not null,
  id               uuid              not null,
  path             text collate "C"  not null,
  unit_id          uuid              not null,
  name             text              not null,
  identity_digest  bytea             not null,
  identity_mask    text              not null,
  post_id          uuid              not null,
  by_words         text              not null,
  at               timestamptz       not null,
  expires_on       date              not null,
  came_at          timestamptz,
  constraint transfer_invitation_pkey PRIMARY KEY (cell_id, id),
  constraint transfer_invitation_to_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);
create index transfer_invitation_of_place ON membership.transfer_invitation USING btree (cell_id, path, id);
alter table membership.transfer_invitation enable row level security;
alter table membership.transfer_invitation force row level security;
create policy transfer_invitation_in_scope on membership.transfer_invitation using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on membership.transfer_invitation to gongqiao_app;
comment on table membership.transfer_invitation is '转入邀请: a union asks somebody it names to move to it. Whether the network knows them is never said; it reads the same for everybody until they say yes.';
comment on column membership.transfer_invitation.name is '@personal 姓名 as the union typed it';
comment on column membership.transfer_invitation.identity_digest is 'keyed digest of the number the union typed';
comment on column membership.transfer_invitation.identity_mask is '@personal mask of that number';
comment on column membership.transfer_invitation.came_at is 'when the person said yes; nothing is kept of a no';

create table membership.worker_call (
  cell_id       integer           not null,
  id            uuid              not null,
  path          text collate "C"  not null,
  unit_id       uuid              not null,
  phone_digest  bytea             not null,
  at            timestamptz       not null,
  constraint worker_call_pkey PRIMARY KEY (cell_id, id),
  constraint worker_call_once_a_phone UNIQUE (cell_id, unit_id, phone_digest),
  constraint worker_call_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);
alter table membership.worker_call enable row level security;
alter table membership.worker_call force row level security;
create policy worker_call_in_scope on membership.worker_call using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update, delete on membership.worker_call to gongqiao_app;
comment on table membership.worker_call is '单位名单邀请: which phones a union has invited from an employer''s list. No name, no number; it counts for nothing and reserves nothing.';
comment on column membership.worker_call.phone_digest is 'keyed digest of an invited phone, so that nobody is invited twice; the phone itself is not kept';

-- organization ----------------------------------------------------------------------------------------

create schema organization;
comment on schema organization is '组织: the unit tree and who answers for it.';

CREATE OR REPLACE FUNCTION organization.before_places_move(cell integer, from_path text, to_path text, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into organization.former_place (cell_id, path, unit_id, until)
  select u.cell_id, u.path, u.id, at from organization.unit u
  where u.cell_id = cell and u.path >= from_path and u.path < from_path || '~';
  insert into organization.employer_history (cell_id, employer_id, number, path, name, credit_code, industry, division_code, employees,
    covered_by, covered_since, taken_back, valid_from, recorded_at)
  select h.cell_id, h.employer_id, h.number + 1, to_path || pg_catalog.substr(h.path, pg_catalog.length(from_path) + 1), h.name,
    h.credit_code, h.industry, h.division_code, h.employees, h.covered_by, h.covered_since, false,
    (at at time zone 'Asia/Shanghai')::date, at
  from organization.employer e
  cross join lateral (select * from organization.employer_history h
    where h.cell_id = cell and h.employer_id = e.id order by h.number desc limit 1) h
  where e.cell_id = cell and e.path >= from_path and e.path < from_path || '~' and not h.taken_back;
end $function$;
revoke execute on function organization.before_places_move(cell integer, from_path text, to_path text, at timestamp with time zone) from public;
comment on function organization.before_places_move(cell integer, from_path text, to_path text, at timestamp with time zone) is 'called by kernel.move_places';

CREATE OR REPLACE FUNCTION organization.open_successor(unit uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$select coalesce(u.successor_id, u.id) from organization.unit u where u.id = unit$function$;
grant execute on function organization.open_successor(unit uuid) to gongqiao_app, gongqiao_job, public;
comment on function organization.open_successor(unit uuid) is 'the union itself, or the one that goes on from it';

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

create table organization.certificate (
  cell_id            integer           not null,
  id                 uuid              not null,
  path               text collate "C"  not null,
  unit_id            uuid              not null,
  registrar_unit_id  uuid              not null,
  number             text              not null,
  credit_code        text              not null,
  name               text              not null,
  address            text              not null,
  representative     text              not null,
  scope              text              not null,
  first_on           date              not null,
  issued_on          date              not null,
  valid_from         date              not null,
  valid_to           date              not null,
  issue              integer           not null,
  ended_on           date,
  ended_because      text,
  reminded_on        date,
  recorded_at        timestamptz,
  end_recorded_at    timestamptz,
  constraint certificate_pkey PRIMARY KEY (cell_id, id),
  constraint certificate_by_registrar FOREIGN KEY (registrar_unit_id) REFERENCES organization.unit(id),
  constraint certificate_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint certificate_code_is_of_a_union CHECK (credit_code ~ '^8[19]'::text),
  constraint certificate_end_has_a_reason CHECK ((ended_on IS NULL) = (ended_because IS NULL)),
  constraint certificate_end_is_known CHECK (ended_because = ANY (ARRAY['renewed'::text, 'changed'::text, 'cancelled'::text])),
  constraint certificate_period_is_forward CHECK (valid_to >= valid_from)
);
create index certificate_by_expiry ON organization.certificate USING btree (cell_id, valid_to, id) WHERE (ended_on IS NULL);
create index certificate_of_place ON organization.certificate USING btree (cell_id, path, id) WHERE (ended_on IS NULL);
create UNIQUE index unit_has_one_certificate ON organization.certificate USING btree (cell_id, unit_id) WHERE (ended_on IS NULL);
alter table organization.certificate enable row level security;
alter table organization.certificate force row level security;
create policy certificate_in_scope on organization.certificate using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on organization.certificate to gongqiao_app;
comment on table organization.certificate is '工会法人资格证书: what a union was registered as, until when; a change is a new issue, and the one before is recalled (ORG-36 to ORG-38).';
comment on column organization.certificate.number is 'the credit code since 2016; an older certificate has a number of its own';
comment on column organization.certificate.representative is '@personal 法定代表人: the chair (ORG-34)';
comment on column organization.certificate.first_on is 'the day the union was first registered';
comment on column organization.certificate.issue is '1 for the first, one more with every renewal and change';
comment on column organization.certificate.reminded_on is 'when its union was told that the renewal window has opened (ORG-36)';
comment on column organization.certificate.recorded_at is 'when it was written down; null where that was not kept: it counts as known from the day of issue';
comment on column organization.certificate.end_recorded_at is 'when its end was written down; null where that was not kept: it counts as known from its day';

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
create index covered_unit_of_employer ON organization.covered_unit USING btree (cell_id, employer_id) WHERE (valid_to IS NULL);
grant select, insert, update, delete on organization.covered_unit to gongqiao_app;
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
  employees      integer,
  constraint employer_pkey PRIMARY KEY (cell_id, id),
  constraint employer_has_employees CHECK (employees >= 0)
);
create index employer_by_credit_code ON organization.employer USING btree (cell_id, credit_code);
create index employer_by_place ON organization.employer USING btree (cell_id, path, id);
grant select, insert, update, delete on organization.employer to gongqiao_app;
comment on table organization.employer is '用人单位: enterprises, institutions, organs and social organizations (ORG-10).';
comment on column organization.employer.industry is 'GB/T 4754-2017';
comment on column organization.employer.employees is '职工人数, where it was said';

create table organization.employer_history (
  cell_id        integer           not null,
  employer_id    uuid              not null,
  number         integer           not null,
  path           text collate "C"  not null,
  name           text              not null,
  credit_code    text,
  industry       text,
  division_code  text,
  employees      integer,
  covered_by     uuid,
  covered_since  date,
  taken_back     boolean           not null,
  valid_from     date              not null,
  recorded_at    timestamptz       not null,
  constraint employer_history_pkey PRIMARY KEY (cell_id, employer_id, number),
  constraint employer_history_of_union FOREIGN KEY (covered_by) REFERENCES organization.unit(id),
  constraint employer_history_is_covered_since_a_day CHECK ((covered_by IS NULL) = (covered_since IS NULL))
);
create index employer_history_by_place ON organization.employer_history USING btree (cell_id, path, employer_id);
grant select, insert on organization.employer_history to gongqiao_app;
comment on table organization.employer_history is '@append-only @stays-where-it-happened 用人单位变化: what an employer was, where it stood and which union covered it, in the world and as known to us; each line is whole.';
comment on column organization.employer_history.number is 'the lines of one employer, from 1; each takes the place of the ones before from its day on';
comment on column organization.employer_history.covered_by is 'the union that covers it; of several the first';
comment on column organization.employer_history.taken_back is 'it was entered by mistake and is no more';
comment on column organization.employer_history.valid_from is 'the day from which it was so';

create table organization.former_place (
  cell_id  integer           not null,
  path     text collate "C"  not null,
  unit_id  uuid              not null,
  until    timestamptz       not null,
  constraint former_place_pkey PRIMARY KEY (cell_id, path),
  constraint former_place_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);
create index former_place_by_unit ON organization.former_place USING btree (unit_id, until);
grant select on organization.former_place to gongqiao_app;
comment on table organization.former_place is '@reference @stays-where-it-happened 曾在的位置: where a union stood before it moved inside its cell.';
comment on column organization.former_place.until is 'when it left; before that, and after the place it left before, it stood there';

create table organization.founding (
  cell_id           integer           not null,
  matter_id         uuid              not null,
  path              text collate "C"  not null,
  host_unit_id      uuid              not null,
  form              text              not null,
  body              text              not null,
  name              text              not null,
  short_name        text              not null,
  level             text              not null,
  asked_as          text              not null,
  asks              integer           not null,
  members_expected  integer           not null,
  unit_id           uuid,
  joined_unit_id    uuid,
  reply_number      text,
  replied_on        date,
  planned_on        date,
  members           integer,
  women_members     integer,
  meeting           text,
  ballot            text,
  elected_on        date,
  expected          integer,
  present           integer,
  issued            integer,
  returned          integer,
  seats             integer,
  term_years        integer,
  report_number     text,
  reported_on       date,
  approval_number   text,
  approved_on       date,
  constraint founding_pkey PRIMARY KEY (cell_id, matter_id),
  constraint founding_joins_unit FOREIGN KEY (joined_unit_id) REFERENCES organization.unit(id),
  constraint founding_makes_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint founding_of_matter FOREIGN KEY (cell_id, matter_id) REFERENCES kernel.matter(cell_id, id),
  constraint founding_under_unit FOREIGN KEY (host_unit_id) REFERENCES organization.unit(id),
  constraint founding_asked_as_is_known CHECK (asked_as = ANY (ARRAY['worker'::text, 'employer'::text, 'officer'::text])),
  constraint founding_ballot_is_known CHECK (ballot = ANY (ARRAY['secret'::text, 'show_of_hands'::text])),
  constraint founding_body_is_known CHECK (body = ANY (ARRAY['committee'::text, 'organizer'::text, 'agency'::text])),
  constraint founding_form_is_known CHECK (form = ANY (ARRAY['single'::text, 'joint'::text, 'project'::text, 'building'::text, 'market'::text, 'park'::text, 'industry'::text, 'region'::text, 'federation'::text, 'village'::text, 'agency'::text, 'catch_all'::text])),
  constraint founding_meeting_is_known CHECK (meeting = ANY (ARRAY['general'::text, 'delegates'::text])),
  constraint founding_numbers_are_counts CHECK (asks >= 0 AND members_expected >= 0 AND members >= 0 AND women_members >= 0 AND women_members <= members)
);
create index founding_of_place ON organization.founding USING btree (cell_id, path, matter_id);
create UNIQUE index founding_of_unit ON organization.founding USING btree (cell_id, unit_id) WHERE (unit_id IS NOT NULL);
alter table organization.founding enable row level security;
alter table organization.founding force row level security;
create policy founding_in_scope on organization.founding using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on organization.founding to gongqiao_app;
comment on table organization.founding is '建会: one founding of a union, from the request to its registration (ORG-20 to ORG-27).';
comment on column organization.founding.path is 'the place of the union above, which replies and approves';
comment on column organization.founding.body is 'who will lead it: a committee, one organizer 组织员 (fewer than 25 members, ORG-21), or nobody elected (ORG-05)';
comment on column organization.founding.asked_as is 'who asked first; who that was stands in founding_ask and is never shown to the employer''s side';
comment on column organization.founding.unit_id is 'the union that is being founded, from the reply on';
comment on column organization.founding.joined_unit_id is 'the joint union that took the employer in, where none of its own was founded';

create table organization.founding_ask (
  cell_id       integer           not null,
  id            uuid              not null,
  matter_id     uuid              not null,
  path          text collate "C"  not null,
  asked_as      text              not null,
  asked_at      timestamptz       not null,
  digest        bytea             not null,
  person_id     uuid,
  account_cell  integer,
  account_id    uuid,
  name_cipher   bytea,
  phone_cipher  bytea,
  phone_mask    text,
  words_cipher  bytea,
  withdrawn_at  timestamptz,
  constraint founding_ask_pkey PRIMARY KEY (cell_id, id),
  constraint founding_ask_of_founding FOREIGN KEY (cell_id, matter_id) REFERENCES organization.founding(cell_id, matter_id),
  constraint founding_ask_as_is_known CHECK (asked_as = ANY (ARRAY['worker'::text, 'employer'::text]))
);
create UNIQUE index founding_ask_by_digest ON organization.founding_ask USING btree (cell_id, digest);
create index founding_ask_of_matter ON organization.founding_ask USING btree (cell_id, matter_id, id);
create index founding_ask_of_person ON organization.founding_ask USING btree (cell_id, person_id) WHERE (person_id IS NOT NULL);
alter table organization.founding_ask enable row level security;
alter table organization.founding_ask force row level security;
create policy founding_ask_in_scope on organization.founding_ask using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update (name_cipher, phone_cipher, phone_mask, words_cipher, withdrawn_at) on organization.founding_ask to gongqiao_app;
comment on table organization.founding_ask is '要求建会的人: who asked for a union where they work. Seen by the union of the place alone; several ask for one employer and none sees another.';
comment on column organization.founding_ask.digest is 'of the text by which the asker follows it; the text itself is kept nowhere';
comment on column organization.founding_ask.name_cipher is '@personal';
comment on column organization.founding_ask.phone_cipher is '@personal';
comment on column organization.founding_ask.phone_mask is '@personal';
comment on column organization.founding_ask.words_cipher is '@personal what they said, in their own words';

create table organization.founding_claim (
  credit_code   text     not null,
  cell_id       integer  not null,
  matter_id     uuid     not null,
  host_unit_id  uuid     not null,
  constraint founding_claim_pkey PRIMARY KEY (credit_code),
  constraint founding_claim_under_unit FOREIGN KEY (host_unit_id) REFERENCES organization.unit(id)
);
create index founding_claim_of_matter ON organization.founding_claim USING btree (cell_id, matter_id);
grant select, insert, update, delete on organization.founding_claim to gongqiao_app;
comment on table organization.founding_claim is '@directory Which open founding an employer''s credit code belongs to, so that no two unions of members are founded in one employer (ORG-07). Asked by commands, never by a screen.';
comment on column organization.founding_claim.host_unit_id is 'the union above, which has the founding in hand';

create table organization.founding_employer (
  cell_id         integer           not null,
  matter_id       uuid              not null,
  number          integer           not null,
  path            text collate "C"  not null,
  name            text              not null,
  credit_code     text,
  address         text,
  division_code   text,
  industry        text,
  employees       integer,
  women           integer,
  new_employment  integer,
  constraint founding_employer_pkey PRIMARY KEY (cell_id, matter_id, number),
  constraint founding_employer_of_founding FOREIGN KEY (cell_id, matter_id) REFERENCES organization.founding(cell_id, matter_id),
  constraint founding_employer_people_are_counts CHECK (employees >= 0 AND women >= 0 AND new_employment >= 0)
);
create index founding_employer_by_credit_code ON organization.founding_employer USING btree (cell_id, credit_code) WHERE (credit_code IS NOT NULL);
alter table organization.founding_employer enable row level security;
alter table organization.founding_employer force row level security;
create policy founding_employer_in_scope on organization.founding_employer using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update, delete on organization.founding_employer to gongqiao_app;
comment on table organization.founding_employer is '涵盖单位: whom the union being founded will cover; a joint union covers many (ORG-11).';
comment on column organization.founding_employer.new_employment is 'couriers, drivers and others in new forms of employment (ORG-12)';

create table organization.founding_paper (
  cell_id    integer           not null,
  matter_id  uuid              not null,
  kind       text              not null,
  path       text collate "C"  not null,
  number     text,
  text       text              not null,
  kept_at    timestamptz       not null,
  post_id    uuid              not null,
  constraint founding_paper_pkey PRIMARY KEY (cell_id, matter_id, kind),
  constraint founding_paper_by_post FOREIGN KEY (post_id) REFERENCES kernel.post(id),
  constraint founding_paper_of_founding FOREIGN KEY (cell_id, matter_id) REFERENCES organization.founding(cell_id, matter_id),
  constraint founding_paper_kind_is_known CHECK (kind = ANY (ARRAY['request'::text, 'reply'::text, 'resolution'::text, 'result_report'::text, 'result_reply'::text]))
);
alter table organization.founding_paper enable row level security;
alter table organization.founding_paper force row level security;
create policy founding_paper_in_scope on organization.founding_paper using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on organization.founding_paper to gongqiao_app;
comment on table organization.founding_paper is '建会文书: the words of a drafted document as an officer changed them; what is not here is drafted anew from the facts.';
comment on column organization.founding_paper.number is '文号';
comment on column organization.founding_paper.text is '@personal names whoever was elected';

create table organization.founding_person (
  cell_id    integer           not null,
  matter_id  uuid              not null,
  part       text              not null,
  number     integer           not null,
  path       text collate "C"  not null,
  name       text              not null,
  post       text              not null,
  work       text,
  yes        integer,
  ties       text[]            not null default '{}'::text[],
  constraint founding_person_pkey PRIMARY KEY (cell_id, matter_id, part, number),
  constraint founding_person_of_founding FOREIGN KEY (cell_id, matter_id) REFERENCES organization.founding(cell_id, matter_id),
  constraint founding_person_part_is_known CHECK (part = ANY (ARRAY['group'::text, 'committee'::text, 'review'::text, 'women'::text]))
);
alter table organization.founding_person enable row level security;
alter table organization.founding_person force row level security;
create policy founding_person_in_scope on organization.founding_person using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update, delete on organization.founding_person to gongqiao_app;
comment on table organization.founding_person is '筹备组、当选人员: the preparatory group, and who was elected with how many votes.';
comment on column organization.founding_person.name is '@personal';
comment on column organization.founding_person.work is '@personal their post at the employer';
comment on column organization.founding_person.yes is 'approvals counted; null where nobody votes on it';
comment on column organization.founding_person.ties is 'what they said of themselves, as far as a rule asks';

create table organization.local_rule (
  rule            text   not null,
  division        text   not null,
  effective_from  date   not null,
  effective_to    date,
  article         text   not null,
  value           jsonb  not null default 'true'::jsonb,
  confidence      text   not null default 'V1'::text,
  constraint local_rule_pkey PRIMARY KEY (rule, division, effective_from),
  constraint local_rule_confidence_is_known CHECK (confidence = ANY (ARRAY['V1'::text, 'V2'::text, 'U'::text, 'REC'::text])),
  constraint local_rule_division_is_digits CHECK (division ~ '^([0-9]{2,6})?$'::text),
  constraint local_rule_is_known CHECK (rule = ANY (ARRAY['show_of_hands'::text, 'audit_at_close'::text, 'must_establish'::text, 'establish_within'::text, 'womens_committee'::text, 'split_rule'::text]))
);
grant select, insert, update on organization.local_rule to gongqiao_app;
comment on table organization.local_rule is '@reference 地方规定: what a place rules, by the leading digits of its division, the nearest first. show_of_hands: fewer than ten members may elect by show of hands (rulebook 1.3); audit_at_close: the books are audited although a union ends with its employer (ORG-29); must_establish: from how many members or employees a union with a committee is established (ORG-20); establish_within: by when; womens_committee: from how many women there is a women workers'' committee (ELE-23); split_rule: how property is divided (ORG-29).';
comment on column organization.local_rule.article is 'the text that says so';
comment on column organization.local_rule.value is 'in the shape of its rule; true where a place either rules so or does not';
comment on column organization.local_rule.confidence is 'how sure the source is: V1 read in full, V2 second hand, U unchecked, REC recommended';

create table organization.officer (
  cell_id          integer           not null,
  id               uuid              not null,
  path             text collate "C"  not null,
  unit_id          uuid              not null,
  who              uuid              not null,
  person_id        uuid,
  name             text              not null,
  sex              text              not null,
  seat             text              not null,
  engagement       text              not null,
  ties             text[]            not null,
  valid_from       date              not null,
  valid_to         date,
  ended_because    text,
  recorded_at      timestamptz       not null,
  superseded_at    timestamptz,
  end_recorded_at  timestamptz,
  constraint officer_pkey PRIMARY KEY (cell_id, id),
  constraint officer_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint officer_end_has_a_reason CHECK ((valid_to IS NULL) = (ended_because IS NULL)),
  constraint officer_end_is_known CHECK (ended_because = ANY (ARRAY['term_ended'::text, 'resigned'::text, 'moved'::text, 'removed'::text, 'retired'::text, 'died'::text, 'unit_closed'::text, 'other'::text])),
  constraint officer_engagement_is_known CHECK (engagement = ANY (ARRAY['full_time'::text, 'part_time'::text, 'seconded'::text, 'contracted'::text])),
  constraint officer_period_is_forward CHECK (valid_to IS NULL OR valid_to >= valid_from),
  constraint officer_seat_is_known CHECK (seat = ANY (ARRAY['chair'::text, 'vice_chair'::text, 'standing_member'::text, 'committee_member'::text, 'fund_review_chair'::text, 'fund_review_member'::text, 'women_chair'::text, 'women_member'::text, 'organizer'::text, 'finance_head'::text, 'staff'::text])),
  constraint officer_sex_is_known CHECK (sex = ANY (ARRAY['male'::text, 'female'::text, 'unknown'::text]))
);
create UNIQUE index officer_holds_a_seat_once ON organization.officer USING btree (cell_id, unit_id, who, seat) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
create index officer_of_union ON organization.officer USING btree (cell_id, unit_id, valid_from);
create UNIQUE index unit_has_one_chair ON organization.officer USING btree (cell_id, unit_id) WHERE ((seat = 'chair'::text) AND (valid_to IS NULL) AND (superseded_at IS NULL));
alter table organization.officer enable row level security;
alter table organization.officer force row level security;
create policy officer_in_scope on organization.officer using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on organization.officer to gongqiao_app;
comment on table organization.officer is '工会干部任职: who sits in which seat of a union''s committee, and how they are engaged (ORG-44), in the world and as known to us.';
comment on column organization.officer.who is 'the same for every seat of one human in this union';
comment on column organization.officer.person_id is 'their record as a member, where it is known';
comment on column organization.officer.name is '@personal 姓名';
comment on column organization.officer.sex is '@personal 性别';
comment on column organization.officer.ties is '@personal what they declared about the employer, as far as a rule asks for it (ELE-22, ELE-31 to ELE-33)';
comment on column organization.officer.valid_to is 'the first day they no longer sit there';
comment on column organization.officer.end_recorded_at is 'when valid_to was written down; null where it was not kept: it counts as known from the day it holds';

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
create index parent_link_by_parent ON organization.parent_link USING btree (parent_id) WHERE (kind = 'LEADING'::text);
create UNIQUE index unit_has_one_leading_parent ON organization.parent_link USING btree (unit_id) WHERE ((kind = 'LEADING'::text) AND (valid_to IS NULL) AND (superseded_at IS NULL));
grant select, insert, update on organization.parent_link to gongqiao_app;
comment on table organization.parent_link is '@reference Who leads whom (ORG-01, ORG-02), in the world and as known to us.';

create table organization.registration (
  cell_id            integer           not null,
  matter_id          uuid              not null,
  path               text collate "C"  not null,
  unit_id            uuid              not null,
  registrar_unit_id  uuid              not null,
  wish               text              not null,
  affiliation        text              not null,
  form_cipher        bytea             not null,
  changed_on         date,
  changes            text[]            not null,
  cleared_number     text,
  cleared_on         date,
  because            text,
  certificate_id     uuid,
  constraint registration_pkey PRIMARY KEY (cell_id, matter_id),
  constraint registration_by_registrar FOREIGN KEY (registrar_unit_id) REFERENCES organization.unit(id),
  constraint registration_of_matter FOREIGN KEY (cell_id, matter_id) REFERENCES kernel.matter(cell_id, id),
  constraint registration_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint registration_affiliation_is_known CHECK (affiliation = ANY (ARRAY['local'::text, 'railway'::text, 'finance'::text, 'civil_aviation'::text, 'central_beijing'::text, 'central_elsewhere'::text])),
  constraint registration_cancels_with_proof CHECK ((wish = 'cancellation'::text) = (cleared_number IS NOT NULL) AND (wish = 'cancellation'::text) = (cleared_on IS NOT NULL)),
  constraint registration_change_has_a_day CHECK ((wish = 'change'::text) = (changed_on IS NOT NULL) AND (wish = 'change'::text) = (cardinality(changes) > 0)),
  constraint registration_wish_is_known CHECK (wish = ANY (ARRAY['first'::text, 'renewal'::text, 'change'::text, 'cancellation'::text]))
);
create index registration_of_place ON organization.registration USING btree (cell_id, path, matter_id);
create index registration_of_union ON organization.registration USING btree (cell_id, unit_id, matter_id);
alter table organization.registration enable row level security;
alter table organization.registration force row level security;
create policy registration_in_scope on organization.registration using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on organization.registration to gongqiao_app;
comment on table organization.registration is '工会法人资格登记: one application to be registered as a legal person, to renew, change or cancel it (ORG-30 to ORG-38).';
comment on column organization.registration.form_cipher is '@personal the whole application form, sealed: it holds identity numbers and phones';
comment on column organization.registration.cleared_number is 'proof of the union above that funds, assets, claims and debts are cleared (ORG-38)';

create table organization.registration_directory (
  cell_id            integer  not null,
  matter_id          uuid     not null,
  unit_id            uuid     not null,
  registrar_unit_id  uuid     not null,
  opened_on          date     not null,
  ended_on           date,
  constraint registration_directory_pkey PRIMARY KEY (matter_id)
);
create index registration_directory_of_registrar ON organization.registration_directory USING btree (registrar_unit_id, matter_id) WHERE (ended_on IS NULL);
grant select, insert, update (ended_on) on organization.registration_directory to gongqiao_app;
comment on table organization.registration_directory is '@directory Which applications a registrar has: a railway''s union registers at the province, which does not cover its place (ORG-35).';

create table organization.term (
  id               uuid         not null,
  unit_id          uuid         not null,
  valid_from       date         not null,
  valid_to         date,
  years            smallint,
  ends_on          date         not null,
  extended_until   date,
  origin           text         not null,
  basis            text,
  recorded_at      timestamptz  not null,
  superseded_at    timestamptz,
  end_recorded_at  timestamptz,
  constraint term_pkey PRIMARY KEY (id),
  constraint term_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint term_is_extended_forward CHECK (extended_until IS NULL OR extended_until > ends_on),
  constraint term_is_three_to_five_years CHECK (years >= 3 AND years <= 5),
  constraint term_origin_is_known CHECK (origin = ANY (ARRAY['founding'::text, 'election'::text, 'recorded'::text])),
  constraint term_period_is_forward CHECK (ends_on >= valid_from AND (valid_to IS NULL OR valid_to >= valid_from))
);
create index term_by_end ON organization.term USING btree (ends_on) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
create index term_of_union ON organization.term USING btree (unit_id, valid_from);
create UNIQUE index unit_has_one_term ON organization.term USING btree (unit_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
grant select, insert, update on organization.term to gongqiao_app;
comment on table organization.term is '@reference 任期: how long a union''s committee was elected for (ELE-01), in the world and as known to us. A union without a row has no term, as a representative agency has none (ORG-05).';
comment on column organization.term.valid_from is 'the day of the election: the term counts from it (ELE-01)';
comment on column organization.term.valid_to is 'the day another committee took over; null for the one in office';
comment on column organization.term.years is '3 or 5; 4 in data from before; null where it came to us without';
comment on column organization.term.ends_on is 'the last day of the term';
comment on column organization.term.extended_until is 'the last day the union above has approved, six months at most (ELE-03)';
comment on column organization.term.basis is 'number of the document that approved it';
comment on column organization.term.end_recorded_at is 'when valid_to was written down; null where it was not kept: it counts as known from the day it holds';

create table organization.term_end (
  cell_id      integer           not null,
  matter_id    uuid              not null,
  path         text collate "C"  not null,
  unit_id      uuid              not null,
  ends_on      date              not null,
  wish         text,
  asked_until  date,
  asked_on     date,
  answer       text,
  document     text,
  constraint term_end_pkey PRIMARY KEY (cell_id, matter_id),
  constraint term_end_of_matter FOREIGN KEY (cell_id, matter_id) REFERENCES kernel.matter(cell_id, id),
  constraint term_end_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint term_end_asks_with_a_reason CHECK ((asked_until IS NULL) = (wish IS NULL))
);
create UNIQUE index term_end_once ON organization.term_end USING btree (cell_id, unit_id, ends_on);
alter table organization.term_end enable row level security;
alter table organization.term_end force row level security;
create policy term_end_in_scope on organization.term_end using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on organization.term_end to gongqiao_app;
comment on table organization.term_end is '换届到期: content of the matter organization.term_end, the end of one term and what is asked about it (ELE-03, ELE-04).';
comment on column organization.term_end.wish is 'why the union asks for more time';
comment on column organization.term_end.document is 'number of the document that approved it';

create table organization.term_reminder (
  unit_id  uuid         not null,
  ends_on  date         not null,
  days     smallint     not null,
  told_at  timestamptz  not null,
  constraint term_reminder_pkey PRIMARY KEY (unit_id, ends_on, days),
  constraint term_reminder_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint term_reminder_day_is_known CHECK (days = ANY (ARRAY[180, 90, 30]))
);
grant select, insert on organization.term_reminder to gongqiao_app;
comment on table organization.term_reminder is '@reference 换届提醒: which reminders of a term''s end were given (ELE-04), so that each is given once.';

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
  successor_id   uuid,
  constraint unit_pkey PRIMARY KEY (id),
  constraint unit_has_one_place UNIQUE (cell_id, path),
  constraint unit_desk_is_a_post FOREIGN KEY (desk_post_id) REFERENCES kernel.post(id),
  constraint unit_goes_on_as_a_unit FOREIGN KEY (successor_id) REFERENCES organization.unit(id),
  constraint unit_stands_under_a_unit FOREIGN KEY (parent_id) REFERENCES organization.unit(id),
  constraint unit_goes_on_only_when_closed CHECK (successor_id IS NULL OR state = 'closed'::text AND successor_id <> id),
  constraint unit_level_is_known CHECK (level = ANY (ARRAY['nation'::text, 'industry'::text, 'province'::text, 'prefecture'::text, 'county'::text, 'township'::text, 'village'::text, 'grassroots'::text])),
  constraint unit_only_the_nation_has_no_parent CHECK ((parent_id IS NULL) = (level = 'nation'::text)),
  constraint unit_org_form_is_known CHECK (org_form = ANY (ARRAY['single'::text, 'joint'::text, 'project'::text, 'building'::text, 'market'::text, 'park'::text, 'industry'::text, 'region'::text, 'federation'::text, 'village'::text, 'agency'::text, 'catch_all'::text])),
  constraint unit_state_is_known CHECK (state = ANY (ARRAY['founding'::text, 'active'::text, 'closing'::text, 'closed'::text]))
);
create index unit_by_credit_code ON organization.unit USING btree (credit_code COLLATE "C") WHERE (credit_code IS NOT NULL);
create index unit_by_successor ON organization.unit USING btree (successor_id) WHERE (successor_id IS NOT NULL);
create index unit_children ON organization.unit USING btree (parent_id, cell_id, path);
create index unit_roots ON organization.unit USING btree (cell_id) WHERE (path = ''::text);
grant select, insert, update on organization.unit to gongqiao_app;
grant select on organization.unit to gongqiao_job;
comment on table organization.unit is '@reference 工会组织: the tree as it is today; exactly one leading parent (ORG-01). Its past stands in unit_history and parent_link.';
comment on column organization.unit.path is 'place inside the cell: three base-36 characters a level; the cell''s own union has the empty path';
comment on column organization.unit.state is 'founding: the union above has replied and people may join, while nobody is elected yet (ORG-20 to ORG-27)';
comment on column organization.unit.desk_post_id is 'the post that answers for this union: its own, or the nearest above that is held';
comment on column organization.unit.children is 'how many unions that are not closed stand directly below';
comment on column organization.unit.org_form is '组织形式 (ORG-11, ORG-13): a form of organizing, never a level; null where it was not said';
comment on column organization.unit.founded_on is '成立日期';
comment on column organization.unit.successor_id is '承继: the union that goes on from it, never itself closed; null where it just ended';

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

create table organization.unit_change (
  cell_id           integer           not null,
  matter_id         uuid              not null,
  path              text collate "C"  not null,
  unit_id           uuid              not null,
  kind              text              not null,
  into_id           uuid,
  made_id           uuid,
  name              text,
  short_name        text,
  division_code     text,
  people            integer           not null,
  members           text              not null,
  reason            text              not null,
  resolved_on       date,
  resolved_by       text,
  into_resolved_on  date,
  audited_on        date,
  audited_by        text,
  property          text,
  asked_by          text              not null,
  asked_at          timestamptz       not null,
  answer            text,
  document          text,
  decided_at        timestamptz,
  done_at           timestamptz,
  constraint unit_change_pkey PRIMARY KEY (cell_id, matter_id),
  constraint unit_change_into_unit FOREIGN KEY (into_id) REFERENCES organization.unit(id),
  constraint unit_change_made_unit FOREIGN KEY (made_id) REFERENCES organization.unit(id),
  constraint unit_change_of_matter FOREIGN KEY (cell_id, matter_id) REFERENCES kernel.matter(cell_id, id),
  constraint unit_change_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint unit_change_goes_elsewhere CHECK (into_id IS DISTINCT FROM unit_id),
  constraint unit_change_kind_is_known CHECK (kind = ANY (ARRAY['merge'::text, 'split'::text, 'dissolve'::text, 'close'::text, 'move'::text, 'rename'::text])),
  constraint unit_change_members_are_known CHECK (members = ANY (ARRAY['keep'::text, 'retain'::text]))
);
create index unit_change_into_union ON organization.unit_change USING btree (into_id) WHERE (into_id IS NOT NULL);
create index unit_change_of_union ON organization.unit_change USING btree (cell_id, unit_id);
alter table organization.unit_change enable row level security;
alter table organization.unit_change force row level security;
create policy unit_change_in_scope on organization.unit_change using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on organization.unit_change to gongqiao_app;
comment on table organization.unit_change is '组织变动: content of the matter organization.unit_change: merge, split, dissolve, close with the employer, move, rename (ORG-25 to ORG-29).';
comment on column organization.unit_change.into_id is 'merge: the union it goes into; dissolve and close: who takes the members; move: the new union above';
comment on column organization.unit_change.made_id is 'move into another county: the union that goes on there';
comment on column organization.unit_change.members is 'keep: everybody keeps their standing; retain: members are retained 保留会籍 (ORG-26, MEM-36)';
comment on column organization.unit_change.resolved_on is 'day of the meeting''s resolution (ORG-25)';
comment on column organization.unit_change.property is 'what becomes of funds and assets (ORG-28, ORG-29)';

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
  constraint unit_change_part_pkey PRIMARY KEY (cell_id, matter_id, number),
  constraint unit_change_part_made_unit FOREIGN KEY (made_id) REFERENCES organization.unit(id),
  constraint unit_change_part_of_change FOREIGN KEY (cell_id, matter_id) REFERENCES organization.unit_change(cell_id, matter_id),
  constraint unit_change_part_is_counted CHECK (number >= 1 AND number <= 20)
);
alter table organization.unit_change_part enable row level security;
alter table organization.unit_change_part force row level security;
create policy unit_change_part_in_scope on organization.unit_change_part using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update, delete on organization.unit_change_part to gongqiao_app;
comment on table organization.unit_change_part is '分立方案: one new union of a split, and what goes to it (ORG-29).';
comment on column organization.unit_change_part.made_id is 'the union that was founded by it; null until it is approved';

create table organization.unit_change_person (
  cell_id        integer           not null,
  matter_id      uuid              not null,
  membership_id  uuid              not null,
  path           text collate "C"  not null,
  part           integer           not null default 1,
  constraint unit_change_person_pkey PRIMARY KEY (cell_id, matter_id, membership_id),
  constraint unit_change_person_of_change FOREIGN KEY (cell_id, matter_id) REFERENCES organization.unit_change(cell_id, matter_id)
);
alter table organization.unit_change_person enable row level security;
alter table organization.unit_change_person force row level security;
create policy unit_change_person_in_scope on organization.unit_change_person using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, delete on organization.unit_change_person to gongqiao_app;
comment on table organization.unit_change_person is '分立名单: whom a split takes to the new union; whoever has left by then stays out of it.';
comment on column organization.unit_change_person.part is 'to which of the new unions';

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
  division_code  text,
  constraint unit_history_pkey PRIMARY KEY (unit_id, valid_from, recorded_at),
  constraint unit_history_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint unit_history_period_is_forward CHECK (valid_to IS NULL OR valid_to > valid_from)
);
grant select, insert, update on organization.unit_history to gongqiao_app;
comment on table organization.unit_history is '@reference What a union was called and was, in the world (valid) and as known to us (recorded).';
comment on column organization.unit_history.division_code is 'the code of its division in that time; null in lines from before it was kept';

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

create table organization.vacancy (
  cell_id    integer           not null,
  matter_id  uuid              not null,
  path       text collate "C"  not null,
  unit_id    uuid              not null,
  seat       text              not null,
  since      date              not null,
  constraint vacancy_pkey PRIMARY KEY (cell_id, matter_id),
  constraint vacancy_of_matter FOREIGN KEY (cell_id, matter_id) REFERENCES kernel.matter(cell_id, id),
  constraint vacancy_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);
create index vacancy_of_union ON organization.vacancy USING btree (cell_id, unit_id);
alter table organization.vacancy enable row level security;
alter table organization.vacancy force row level security;
create policy vacancy_in_scope on organization.vacancy using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on organization.vacancy to gongqiao_app;
comment on table organization.vacancy is '主席空缺: content of the matter organization.vacancy: a chair that is vacant and due to be filled (ORG-43).';

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
  moved_to      integer,
  constraint session_pkey PRIMARY KEY (cell_id, token_digest)
);
create index session_of_account ON people.session USING btree (cell_id, account_id) WHERE (ended_at IS NULL);
grant select, insert, update on people.session to gongqiao_app;
grant select, delete on people.session to gongqiao_job;
comment on table people.session is 'Members'' sessions; the token itself is only in the browser and begins with the cell.';
comment on column people.session.moved_to is 'the cell its person moved to: what the session is now stands there, under the same digest';

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

-- rights ----------------------------------------------------------------------------------------------

create schema rights;
comment on schema rights is '维权: what workers ask of their union.';

CREATE OR REPLACE FUNCTION rights.begin_ask(cell integer, matter uuid, at_path text, unit uuid, asker_kind text, by_channel text, is_confidential boolean, ask_class text, ask_topic text, sealed bytea, employer bytea, code bytea, phone bytea, typed text, today date, now_at timestamp with time zone, sealed_words bytea, words_by text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION rights.follow(cell integer, matter uuid, at_path text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update rights.ask a set path = at_path, group_id = null where a.cell_id = cell and a.matter_id = matter;
  update rights.ask_turn t set path = at_path where t.cell_id = cell and t.matter_id = matter;
  update rights.ask_file f set path = at_path where f.cell_id = cell and f.matter_id = matter;
  update rights.retaliation r set path = at_path where r.cell_id = cell and r.matter_id = matter;
  update kernel.file k set path = at_path from rights.ask_file f
    where k.cell_id = cell and f.cell_id = cell and f.matter_id = matter and k.id = f.file_id;
end $function$;
revoke execute on function rights.follow(cell integer, matter uuid, at_path text) from public;
grant execute on function rights.follow(cell integer, matter uuid, at_path text) to gongqiao_app;

CREATE OR REPLACE FUNCTION rights.take_out(cell integer, matter uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from rights.ask_file f where f.cell_id = cell and f.matter_id = matter;
  delete from rights.ask_turn t where t.cell_id = cell and t.matter_id = matter;
  delete from rights.ask a where a.cell_id = cell and a.matter_id = matter;
end $function$;
revoke execute on function rights.take_out(cell integer, matter uuid) from public;
grant execute on function rights.take_out(cell integer, matter uuid) to gongqiao_app;

create table rights.ask (
  cell_id                integer           not null,
  matter_id              uuid              not null,
  path                   text collate "C"  not null,
  asker                  text              not null,
  channel                text              not null,
  asked_cell             integer           not null,
  asked_unit_id          uuid              not null,
  confidential           boolean           not null,
  class                  text              not null,
  topic                  text,
  extended               boolean           not null,
  content                bytea             not null,
  employer_digest        bytea,
  code_digest            bytea,
  phone_digest           bytea,
  typed_by               text,
  group_id               uuid,
  clock_from             date,
  paused_on              date,
  opened_on              date              not null,
  answered_on            date,
  result                 text,
  solved                 text,
  answer_score           integer,
  handling_score         integer,
  pauses                 jsonb             not null default '[]'::jsonb,
  interim_on             date,
  interim_reminded_due   date,
  interim_reminded_mark  text,
  interim_missed_due     date,
  redispatched           boolean           not null default false,
  constraint ask_pkey PRIMARY KEY (cell_id, matter_id),
  constraint ask_in_group FOREIGN KEY (cell_id, group_id) REFERENCES rights.ask_group(cell_id, id),
  constraint ask_of_matter FOREIGN KEY (cell_id, matter_id) REFERENCES kernel.matter(cell_id, id),
  constraint ask_of_union FOREIGN KEY (asked_unit_id) REFERENCES organization.unit(id),
  constraint ask_anonymous_keeps_no_phone CHECK (asker = 'guest'::text OR phone_digest IS NULL),
  constraint ask_answered_after_opened CHECK (answered_on >= opened_on),
  constraint ask_asker_is_known CHECK (asker = ANY (ARRAY['member'::text, 'guest'::text, 'anonymous'::text])),
  constraint ask_channel_is_known CHECK (channel = ANY (ARRAY['app'::text, 'window'::text, 'phone'::text])),
  constraint ask_class_is_known CHECK (class = ANY (ARRAY['general'::text, 'difficult'::text, 'complex'::text, 'urgent'::text])),
  constraint ask_pauses_are_a_list CHECK (jsonb_typeof(pauses) = 'array'::text),
  constraint ask_result_is_known CHECK (result = ANY (ARRAY['solved'::text, 'explained'::text, 'referred'::text, 'impossible'::text])),
  constraint ask_scores_are_one_to_five CHECK (answer_score >= 1 AND answer_score <= 5 AND handling_score >= 1 AND handling_score <= 5),
  constraint ask_solved_is_known CHECK (solved = ANY (ARRAY['solved'::text, 'partly'::text, 'unsolved'::text])),
  constraint ask_topic_is_known CHECK (topic ~ '^(0[1-9]|1[0-9]|20|9[0-2]|99)$'::text),
  constraint ask_without_account_has_a_code CHECK ((asker = 'member'::text) = (code_digest IS NULL))
);
create index ask_about_employer ON rights.ask USING btree (cell_id, employer_digest) WHERE (employer_digest IS NOT NULL);
create index ask_of_group ON rights.ask USING btree (cell_id, group_id) WHERE (group_id IS NOT NULL);
create index ask_of_place ON rights.ask USING btree (cell_id, path, topic);
create index ask_that_owes_news ON rights.ask USING btree (cell_id, matter_id) WHERE ((class = 'complex'::text) AND (interim_on IS NULL));
alter table rights.ask enable row level security;
alter table rights.ask force row level security;
create policy ask_in_scope on rights.ask using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on rights.ask to gongqiao_app;
comment on table rights.ask is '诉求: content of the matter rights.ask. What was said is sealed under the key of the cell (PI-09).';
comment on column rights.ask.asker is 'member: signed in, provisional ones too; guest: by a phone they proved; anonymous: nobody, known by a query code alone';
comment on column rights.ask.asked_unit_id is 'the union that was asked: it is counted there, wherever it was referred to';
comment on column rights.ask.confidential is 'the asker does not want the union of their own unit to see it: it stands one level up';
comment on column rights.ask.topic is 'matter code of rulebook 0.6';
comment on column rights.ask.content is '@personal sealed: name, phone, employer as the asker gave them';
comment on column rights.ask.employer_digest is 'keyed digest of the employer''s credit code, else of its tidied name: which asks are about the same one';
comment on column rights.ask.code_digest is 'keyed digest of the query code; the code itself is shown once and kept nowhere';
comment on column rights.ask.phone_digest is 'keyed digest of the phone a guest proved';
comment on column rights.ask.typed_by is 'post and name of the staff who took it down at the window or on the phone';
comment on column rights.ask.clock_from is 'the day the clock of the union counts from: of signing for it, or of its reopening, moved on by what it stood still';
comment on column rights.ask.paused_on is 'the day the union asked for more: until it comes, no day counts against the union';
comment on column rights.ask.answered_on is 'the day of the first answer';
comment on column rights.ask.solved is 'by the asker alone';
comment on column rights.ask.pauses is 'days on which the union''s clock stood still since clock_from, both ends included (T-11)';
comment on column rights.ask.interim_on is 'the day of the last news of how far it is, since its clock began';
comment on column rights.ask.interim_reminded_due is 'the due day of news that was reminded of last';
comment on column rights.ask.interim_reminded_mark is 'at which mark';
comment on column rights.ask.interim_missed_due is 'the due day of news that passed without any, and of which asker and union above were told';
comment on column rights.ask.redispatched is 'its asker was not content, and the union one level up took it up again: once (rulebook 2.7)';

create table rights.ask_count (
  cell_id   integer  not null,
  unit_id   uuid     not null,
  month     date     not null,
  topic     text     not null,
  standing  text     not null,
  days      integer  not null,
  asks      integer  not null,
  constraint ask_count_pkey PRIMARY KEY (cell_id, unit_id, month, topic, standing, days),
  constraint ask_count_month_is_its_first_day CHECK (EXTRACT(day FROM month) = 1::numeric)
);
grant select on rights.ask_count to gongqiao_app;
grant select, insert, update, delete on rights.ask_count to gongqiao_job;
comment on table rights.ask_count is 'How many asks a union itself has had, folded from facts; rebuildable from zero.';
comment on column rights.ask_count.topic is 'matter code of rulebook 0.6; 00 while nobody has set one';
comment on column rights.ask_count.days is 'calendar days until the first answer; -1 while there is none';

create table rights.ask_file (
  cell_id    integer           not null,
  file_id    uuid              not null,
  matter_id  uuid              not null,
  number     integer           not null,
  path       text collate "C"  not null,
  kind       text              not null,
  seconds    integer,
  constraint ask_file_pkey PRIMARY KEY (cell_id, file_id),
  constraint ask_file_is_a_file FOREIGN KEY (cell_id, file_id) REFERENCES kernel.file(cell_id, id),
  constraint ask_file_of_turn FOREIGN KEY (cell_id, matter_id, number) REFERENCES rights.ask_turn(cell_id, matter_id, number),
  constraint ask_file_kind_is_known CHECK (kind = ANY (ARRAY['voice'::text, 'picture'::text])),
  constraint ask_file_voice_has_a_length CHECK ((kind = 'voice'::text) = (seconds IS NOT NULL))
);
create index ask_file_of_matter ON rights.ask_file USING btree (cell_id, matter_id, number);
alter table rights.ask_file enable row level security;
alter table rights.ask_file force row level security;
create policy ask_file_in_scope on rights.ask_file using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert on rights.ask_file to gongqiao_app;
comment on table rights.ask_file is '@append-only Recordings and pictures that were sent along with a turn.';
comment on column rights.ask_file.seconds is 'how long a recording is';

create table rights.ask_group (
  cell_id     integer           not null,
  id          uuid              not null,
  path        text collate "C"  not null,
  unit_id     uuid              not null,
  created_at  timestamptz       not null,
  constraint ask_group_pkey PRIMARY KEY (cell_id, id),
  constraint ask_group_of_unit FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);
alter table rights.ask_group enable row level security;
alter table rights.ask_group force row level security;
create policy ask_group_in_scope on rights.ask_group using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert, update on rights.ask_group to gongqiao_app;
comment on table rights.ask_group is '并案: asks about the same employer or the same topic that get one answer. No asker is shown that there are others.';

create table rights.ask_turn (
  cell_id    integer           not null,
  matter_id  uuid              not null,
  number     integer           not null,
  path       text collate "C"  not null,
  at         timestamptz       not null,
  side       text              not null,
  step       text              not null,
  by_words   text,
  result     text,
  words      bytea             not null,
  constraint ask_turn_pkey PRIMARY KEY (cell_id, matter_id, number),
  constraint ask_turn_of_matter FOREIGN KEY (cell_id, matter_id) REFERENCES kernel.matter(cell_id, id),
  constraint ask_turn_side_is_known CHECK (side = ANY (ARRAY['asker'::text, 'union'::text]))
);
alter table rights.ask_turn enable row level security;
alter table rights.ask_turn force row level security;
create policy ask_turn_in_scope on rights.ask_turn using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert on rights.ask_turn to gongqiao_app;
comment on table rights.ask_turn is '@append-only What asker and union said to each other, of an ask or of a report of retaliation, each turn sealed.';
comment on column rights.ask_turn.by_words is 'post and unit of whoever spoke for the union; null for the asker';
comment on column rights.ask_turn.words is '@personal sealed';

create table rights.code_guess (
  source  bytea        not null,
  since   timestamptz  not null,
  wrong   integer      not null,
  constraint code_guess_pkey PRIMARY KEY (source)
);
grant select, insert, update, delete on rights.code_guess to gongqiao_app;
comment on table rights.code_guess is '@directory Wrong query codes and new anonymous asks by the digest of where they came from; forgotten after an hour.';

create table rights.guest (
  phone_digest  bytea    not null,
  cell_id       integer  not null,
  matter_id     uuid     not null,
  constraint guest_pkey PRIMARY KEY (phone_digest, cell_id, matter_id)
);
grant select, insert, update, delete on rights.guest to gongqiao_app;
comment on table rights.guest is '@directory Asks of somebody who is no member, by the keyed digest of the phone they proved.';

create table rights.query_code (
  digest     bytea    not null,
  cell_id    integer  not null,
  matter_id  uuid     not null,
  constraint query_code_pkey PRIMARY KEY (digest)
);
grant select, insert, update, delete on rights.query_code to gongqiao_app;
comment on table rights.query_code is '@directory 查询码: which ask a code stands for, by its keyed digest. It leads to no person.';

create table rights.retaliation (
  cell_id        integer           not null,
  matter_id      uuid              not null,
  path           text collate "C"  not null,
  about_cell     integer           not null,
  about_matter   uuid              not null,
  about_kind     text              not null,
  about_unit_id  uuid              not null,
  content        bytea             not null,
  code_digest    bytea,
  opened_on      date              not null,
  constraint retaliation_pkey PRIMARY KEY (cell_id, matter_id),
  constraint retaliation_about_unit FOREIGN KEY (about_unit_id) REFERENCES organization.unit(id),
  constraint retaliation_of_matter FOREIGN KEY (cell_id, matter_id) REFERENCES kernel.matter(cell_id, id)
);
create index retaliation_about ON rights.retaliation USING btree (cell_id, about_cell, about_matter);
alter table rights.retaliation enable row level security;
alter table rights.retaliation force row level security;
create policy retaliation_in_scope on rights.retaliation using (
  cell_id >= kernel.scope_cell_lo() AND cell_id <= kernel.scope_cell_hi() AND path >= kernel.scope_path_lo() AND path < kernel.scope_path_hi()
);
grant select, insert on rights.retaliation to gongqiao_app;
comment on table rights.retaliation is '打击报复: content of the matter rights.retaliation. The matter it is about shows nothing of it (G-05).';
comment on column rights.retaliation.about_matter is 'the matter for which somebody is made to suffer';
comment on column rights.retaliation.content is '@personal sealed: who suffers, as they are known';
