create schema elections;
grant usage on schema elections to gongqiao_app, gongqiao_job;
comment on schema elections is '民主: elections of unions, from the plan to the approved result.';

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
  constraint parameter_pkey primary key (key, region, valid_from),
  constraint parameter_period_is_forward check (valid_to is null or valid_to >= valid_from),
  constraint parameter_confidence_is_known check (confidence in ('V1', 'V2', 'U', 'REC'))
);
comment on table elections.parameter is '@reference 地方参数: what the rules of elections are in a place, since when, and where that is written (rulebook 9).';
comment on column elections.parameter.region is 'GB/T 2260 code of the division it holds in; 000000 the whole country';
comment on column elections.parameter.shipped is 'the row as the product last wrote it; one that says anything else was edited here and stays';

create table elections.election (
  cell_id           integer          not null,
  matter_id         uuid             not null,
  path              text collate "C" not null,
  unit_id           uuid             not null,
  kind              text             not null,
  form              text             not null,
  term_years        integer          not null,
  chair_by          text             not null,
  in_enterprise     boolean          not null,
  keeps_accounts    boolean          not null,
  members           integer          not null,
  women             integer          not null,
  women_employees   integer,
  term_ends_on      date,
  extended_to       date,
  meeting_on        date             not null,
  meeting_place     text             not null,
  told_on           date,
  published_on      date,
  public_until      date,
  held_on           date,
  expected          integer,
  present           integer,
  ballot            text,
  proxies           integer,
  decided_on        date,
  document_number   text,
  rules             jsonb,
  constraint election_pkey primary key (cell_id, matter_id),
  constraint election_of_matter foreign key (cell_id, matter_id) references kernel.matter (cell_id, id),
  constraint election_of_unit foreign key (unit_id) references organization.unit (id),
  constraint election_kind_is_known check (kind in ('re_election', 'by_election')),
  constraint election_form_is_known check (form in ('general', 'delegate')),
  constraint election_chair_is_elected_by_somebody check (chair_by in ('meeting', 'committee')),
  constraint election_ballot_is_known check (ballot in ('secret', 'show_of_hands')),
  constraint election_counts_are_counts check (members >= 0 and women between 0 and members and women_employees >= 0),
  constraint election_meeting_is_whole check ((held_on is null) = (expected is null) and (held_on is null) = (present is null)),
  constraint election_present_were_expected check (present <= expected)
);
create index election_of_place on elections.election (cell_id, unit_id, matter_id);
alter table elections.election enable row level security;
alter table elections.election force row level security;
create policy election_in_scope on elections.election using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table elections.election is '换届、补选: one election of a union; state, owner and clock stand in the spine.';
comment on column elections.election.members is 'members who may vote, by the roll, on the day of the plan';
comment on column elections.election.told_on is 'the day delegates were told of date, agenda and topics (ELE-15)';
comment on column elections.election.public_until is 'the last day the candidates are published (ELE-35)';
comment on column elections.election.expected is '应到会人数';
comment on column elections.election.present is '实到会人数';
comment on column elections.election.proxies is 'votes cast for somebody else, which no rule allows (ELE-55)';
comment on column elections.election.document_number is '批复文号';
comment on column elections.election.rules is 'the rows of the parameter table the decision rests on';

create table elections.contest (
  cell_id    integer          not null,
  matter_id  uuid             not null,
  body       text             not null,
  path       text collate "C" not null,
  seats      integer          not null,
  reduced_to integer,
  constraint contest_pkey primary key (cell_id, matter_id, body),
  constraint contest_of_election foreign key (cell_id, matter_id) references elections.election (cell_id, matter_id),
  constraint contest_body_is_known check (body in ('committee', 'standing', 'fund_review', 'womens', 'chair', 'vice_chair')),
  constraint contest_has_seats check (seats > 0 and reduced_to between 0 and seats)
);
alter table elections.contest enable row level security;
alter table elections.contest force row level security;
create policy contest_in_scope on elections.contest using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table elections.contest is '选举职务: what an election fills, and with how many.';
comment on column elections.contest.reduced_to is 'seats the meeting decided to leave it at (ELE-60)';

create table elections.candidate (
  cell_id        integer          not null,
  matter_id      uuid             not null,
  id             uuid             not null,
  path           text collate "C" not null,
  membership_id  uuid,
  name           text             not null,
  sex            text             not null,
  bodies         text[]           not null,
  declared       text[]           not null,
  declared_by    text             not null,
  front_line     boolean          not null,
  model_worker   boolean          not null,
  constraint candidate_pkey primary key (cell_id, matter_id, id),
  constraint candidate_of_election foreign key (cell_id, matter_id) references elections.election (cell_id, matter_id),
  constraint candidate_stands_for_something check (cardinality(bodies) > 0),
  constraint candidate_sex_is_known check (sex in ('male', 'female', 'unknown'))
);
alter table elections.candidate enable row level security;
alter table elections.candidate force row level security;
create policy candidate_in_scope on elections.candidate using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table elections.candidate is '候选人: who stands, for what, and what was declared about them.';
comment on column elections.candidate.name is '@personal 姓名';
comment on column elections.candidate.declared is '@personal what somebody answered for about them (ELE-22, ELE-31 to ELE-33)';
comment on column elections.candidate.declared_by is 'post and unit of whoever declared it';

create table elections.delegate (
  cell_id        integer          not null,
  matter_id      uuid             not null,
  id             uuid             not null,
  path           text collate "C" not null,
  membership_id  uuid,
  name           text             not null,
  sex            text             not null,
  constituency   text             not null,
  manager        boolean          not null,
  front_line     boolean          not null,
  constraint delegate_pkey primary key (cell_id, matter_id, id),
  constraint delegate_of_election foreign key (cell_id, matter_id) references elections.election (cell_id, matter_id),
  constraint delegate_sex_is_known check (sex in ('male', 'female', 'unknown'))
);
alter table elections.delegate enable row level security;
alter table elections.delegate force row level security;
create policy delegate_in_scope on elections.delegate using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table elections.delegate is '会员代表: who was sent to the meeting, by which constituency.';
comment on column elections.delegate.name is '@personal 姓名';

create table elections.round (
  cell_id    integer          not null,
  matter_id  uuid             not null,
  body       text             not null,
  number     integer          not null,
  path       text collate "C" not null,
  kind       text             not null,
  seats      integer          not null,
  candidates uuid[]           not null,
  opened_at  timestamptz      not null,
  constraint round_pkey primary key (cell_id, matter_id, body, number),
  constraint round_of_contest foreign key (cell_id, matter_id, body) references elections.contest (cell_id, matter_id, body),
  constraint round_kind_is_known check (kind in ('first', 'repeat', 'run_off', 'rest')),
  constraint round_has_seats check (seats > 0)
);
alter table elections.round enable row level security;
alter table elections.round force row level security;
create policy round_in_scope on elections.round using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table elections.round is '@append-only 轮次: one ballot for one body: the first, one repeated because it was void, a run-off among equals, one for the rest.';

create table elections.tally (
  cell_id      integer          not null,
  matter_id    uuid             not null,
  body         text             not null,
  number       integer          not null,
  teller       integer          not null,
  version      integer          not null,
  path         text collate "C" not null,
  teller_name  text             not null,
  present      integer          not null,
  issued       integer          not null,
  returned     integer          not null,
  invalid      integer          not null,
  votes        jsonb            not null,
  account_id   uuid,
  at           timestamptz      not null,
  constraint tally_pkey primary key (cell_id, matter_id, body, number, teller, version),
  constraint tally_of_round foreign key (cell_id, matter_id, body, number) references elections.round (cell_id, matter_id, body, number),
  constraint tally_has_two_tellers check (teller in (1, 2)),
  constraint tally_counts_are_counts check (present >= 0 and issued >= 0 and returned >= 0 and invalid >= 0)
);
alter table elections.tally enable row level security;
alter table elections.tally force row level security;
create policy tally_in_scope on elections.tally using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table elections.tally is '@append-only 计票: what one teller counted in one round; a correction is a next version, and the last one counts.';
comment on column elections.tally.teller_name is '@personal who counted';
comment on column elections.tally.votes is 'candidate id to [for, against, abstaining]';

create table elections.elected (
  cell_id        integer          not null,
  matter_id      uuid             not null,
  body           text             not null,
  candidate_id   uuid             not null,
  path           text collate "C" not null,
  unit_id        uuid             not null,
  membership_id  uuid,
  name           text             not null,
  yes            integer          not null,
  term_from      date             not null,
  term_to        date             not null,
  constraint elected_pkey primary key (cell_id, matter_id, body, candidate_id),
  constraint elected_of_candidate foreign key (cell_id, matter_id, candidate_id) references elections.candidate (cell_id, matter_id, id),
  constraint elected_term_is_forward check (term_to >= term_from)
);
create index elected_of_unit on elections.elected (cell_id, unit_id, term_from);
alter table elections.elected enable row level security;
alter table elections.elected force row level security;
create policy elected_in_scope on elections.elected using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table elections.elected is '@append-only 当选: who was elected, by an approved result.';
comment on column elections.elected.name is '@personal 姓名';

create table elections.removal (
  cell_id          integer          not null,
  matter_id        uuid             not null,
  path             text collate "C" not null,
  unit_id          uuid             not null,
  name             text             not null,
  post             text             not null,
  reason           text             not null,
  electorate       text             not null,
  all_voters       integer,
  yes              integer,
  held_on          date,
  document_number  text,
  constraint removal_pkey primary key (cell_id, matter_id),
  constraint removal_of_matter foreign key (cell_id, matter_id) references kernel.matter (cell_id, id),
  constraint removal_of_unit foreign key (unit_id) references organization.unit (id),
  constraint removal_post_is_known check (post in ('chair', 'vice_chair')),
  constraint removal_electorate_is_known check (electorate in ('members', 'delegates')),
  constraint removal_votes_are_votes check (yes between 0 and all_voters)
);
create index removal_of_place on elections.removal (cell_id, unit_id, matter_id);
alter table elections.removal enable row level security;
alter table elections.removal force row level security;
create policy removal_in_scope on elections.removal using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table elections.removal is '罢免: a vote on removing a chair or vice-chair (ELE-41).';
comment on column elections.removal.name is '@personal whose removal is voted on';
comment on column elections.removal.reason is '@personal what was brought forward';

grant select on elections.parameter to gongqiao_app, gongqiao_job;
grant insert, update on elections.parameter to gongqiao_app;
grant select, insert, update on elections.election, elections.contest, elections.removal to gongqiao_app;
grant select, insert, update, delete on elections.candidate, elections.delegate to gongqiao_app;
grant delete on elections.contest to gongqiao_app;
grant select, insert on elections.round, elections.tally, elections.elected to gongqiao_app;
