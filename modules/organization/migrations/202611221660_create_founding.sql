alter table organization.unit drop constraint unit_state_is_known;
alter table organization.unit add constraint unit_state_is_known check (state in ('founding', 'active', 'closing', 'closed'));
alter table organization.unit drop constraint unit_org_form_is_known;
alter table organization.unit add constraint unit_org_form_is_known
  check (org_form in ('single', 'joint', 'project', 'building', 'market', 'park', 'industry', 'region', 'federation', 'village', 'agency', 'catch_all'));
comment on column organization.unit.state is 'founding: the union above has replied and people may join, while nobody is elected yet (ORG-20 to ORG-27)';

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
  unit_path         text collate "C",
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
  constraint founding_pkey primary key (cell_id, matter_id),
  constraint founding_of_matter foreign key (cell_id, matter_id) references kernel.matter (cell_id, id),
  constraint founding_under_unit foreign key (host_unit_id) references organization.unit (id),
  constraint founding_makes_unit foreign key (unit_id) references organization.unit (id),
  constraint founding_joins_unit foreign key (joined_unit_id) references organization.unit (id),
  constraint founding_form_is_known check (form in ('single', 'joint', 'project', 'building', 'market', 'park', 'industry', 'region', 'federation', 'village', 'agency', 'catch_all')),
  constraint founding_body_is_known check (body in ('committee', 'organizer', 'agency')),
  constraint founding_asked_as_is_known check (asked_as in ('worker', 'employer', 'officer')),
  constraint founding_meeting_is_known check (meeting in ('general', 'delegates')),
  constraint founding_ballot_is_known check (ballot in ('secret', 'show_of_hands')),
  constraint founding_has_place_with_unit check ((unit_id is null) = (unit_path is null)),
  constraint founding_numbers_are_counts check (asks >= 0 and members_expected >= 0 and members >= 0 and women_members >= 0 and women_members <= members)
);
create index founding_of_place on organization.founding (cell_id, path, matter_id);
create unique index founding_of_unit on organization.founding (cell_id, unit_id) where unit_id is not null;
alter table organization.founding enable row level security;
alter table organization.founding force row level security;
create policy founding_in_scope on organization.founding using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table organization.founding is '建会: one founding of a union, from the request to its registration (ORG-20 to ORG-27).';
comment on column organization.founding.path is 'the place of the union above, which replies and approves';
comment on column organization.founding.body is 'who will lead it: a committee, one organizer 组织员 (fewer than 25 members, ORG-21), or nobody elected (ORG-05)';
comment on column organization.founding.asked_as is 'who asked first; who that was stands in founding_ask and is never shown to the employer''s side';
comment on column organization.founding.unit_id is 'the union that is being founded, from the reply on';
comment on column organization.founding.joined_unit_id is 'the joint union that took the employer in, where none of its own was founded';

create table organization.founding_employer (
  cell_id        integer           not null,
  matter_id      uuid              not null,
  number         integer           not null,
  path           text collate "C"  not null,
  name           text              not null,
  credit_code    text,
  address        text,
  division_code  text,
  industry       text,
  employees      integer,
  women          integer,
  new_employment integer,
  constraint founding_employer_pkey primary key (cell_id, matter_id, number),
  constraint founding_employer_of_founding foreign key (cell_id, matter_id) references organization.founding (cell_id, matter_id),
  constraint founding_employer_people_are_counts check (employees >= 0 and women >= 0 and new_employment >= 0)
);
create index founding_employer_by_credit_code on organization.founding_employer (cell_id, credit_code) where credit_code is not null;
alter table organization.founding_employer enable row level security;
alter table organization.founding_employer force row level security;
create policy founding_employer_in_scope on organization.founding_employer using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table organization.founding_employer is '涵盖单位: whom the union being founded will cover; a joint union covers many (ORG-11).';
comment on column organization.founding_employer.new_employment is 'couriers, drivers and others in new forms of employment (ORG-12)';

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
  constraint founding_person_pkey primary key (cell_id, matter_id, part, number),
  constraint founding_person_of_founding foreign key (cell_id, matter_id) references organization.founding (cell_id, matter_id),
  constraint founding_person_part_is_known check (part in ('group', 'committee', 'review', 'women'))
);
alter table organization.founding_person enable row level security;
alter table organization.founding_person force row level security;
create policy founding_person_in_scope on organization.founding_person using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table organization.founding_person is '筹备组、当选人员: the preparatory group, and who was elected with how many votes.';
comment on column organization.founding_person.name is '@personal';
comment on column organization.founding_person.work is '@personal their post at the employer';
comment on column organization.founding_person.yes is 'approvals counted; null where nobody votes on it';

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
  constraint founding_ask_pkey primary key (cell_id, id),
  constraint founding_ask_of_founding foreign key (cell_id, matter_id) references organization.founding (cell_id, matter_id),
  constraint founding_ask_as_is_known check (asked_as in ('worker', 'employer'))
);
create unique index founding_ask_by_digest on organization.founding_ask (cell_id, digest);
create index founding_ask_of_matter on organization.founding_ask (cell_id, matter_id, id);
create index founding_ask_of_person on organization.founding_ask (cell_id, person_id) where person_id is not null;
alter table organization.founding_ask enable row level security;
alter table organization.founding_ask force row level security;
create policy founding_ask_in_scope on organization.founding_ask using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table organization.founding_ask is '要求建会的人: who asked for a union where they work. Seen by the union of the place alone; several ask for one employer and none sees another.';
comment on column organization.founding_ask.digest is 'of the text by which the asker follows it; the text itself is kept nowhere';
comment on column organization.founding_ask.name_cipher is '@personal';
comment on column organization.founding_ask.phone_cipher is '@personal';
comment on column organization.founding_ask.phone_mask is '@personal';
comment on column organization.founding_ask.words_cipher is '@personal what they said, in their own words';

create table organization.founding_paper (
  cell_id     integer           not null,
  matter_id   uuid              not null,
  kind        text              not null,
  path        text collate "C"  not null,
  number      text,
  text        text              not null,
  kept_at     timestamptz       not null,
  post_id     uuid              not null,
  constraint founding_paper_pkey primary key (cell_id, matter_id, kind),
  constraint founding_paper_of_founding foreign key (cell_id, matter_id) references organization.founding (cell_id, matter_id),
  constraint founding_paper_by_post foreign key (post_id) references kernel.post (id),
  constraint founding_paper_kind_is_known check (kind in ('request', 'reply', 'resolution', 'result_report', 'result_reply'))
);
alter table organization.founding_paper enable row level security;
alter table organization.founding_paper force row level security;
create policy founding_paper_in_scope on organization.founding_paper using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table organization.founding_paper is '建会文书: the words of a drafted document as an officer changed them; what is not here is drafted anew from the facts.';
comment on column organization.founding_paper.number is '文号';
comment on column organization.founding_paper.text is '@personal names whoever was elected';

create table organization.local_rule (
  rule            text  not null,
  division        text  not null,
  effective_from  date  not null,
  effective_to    date,
  article         text  not null,
  constraint local_rule_pkey primary key (rule, division, effective_from),
  constraint local_rule_is_known check (rule in ('show_of_hands')),
  constraint local_rule_division_is_digits check (division ~ '^[0-9]{2,6}$')
);
comment on table organization.local_rule is '@reference 地方规定: where a place allows what the country does not, by the leading digits of its division; show_of_hands: fewer than ten members may elect by show of hands (rulebook 1.3).';
comment on column organization.local_rule.article is 'the text that says so';

grant select, insert, update on organization.local_rule to gongqiao_app;
grant select, insert, update on organization.founding, organization.founding_paper to gongqiao_app;
grant select, insert, update, delete on organization.founding_employer, organization.founding_person to gongqiao_app;
grant select, insert, update (withdrawn_at, name_cipher, phone_cipher, phone_mask, words_cipher) on organization.founding_ask to gongqiao_app;
