create table organization.term (
  id              uuid         not null,
  unit_id         uuid         not null,
  valid_from      date         not null,
  valid_to        date,
  years           smallint,
  ends_on         date         not null,
  extended_until  date,
  origin          text         not null,
  basis           text,
  recorded_at     timestamptz  not null,
  superseded_at   timestamptz,
  constraint term_pkey primary key (id),
  constraint term_of_unit foreign key (unit_id) references organization.unit (id),
  constraint term_is_three_to_five_years check (years between 3 and 5),
  constraint term_origin_is_known check (origin in ('founding', 'election', 'recorded')),
  constraint term_period_is_forward check (ends_on >= valid_from and (valid_to is null or valid_to >= valid_from)),
  constraint term_is_extended_forward check (extended_until is null or extended_until > ends_on)
);
create unique index unit_has_one_term on organization.term (unit_id) where valid_to is null and superseded_at is null;
create index term_by_end on organization.term (ends_on) where valid_to is null and superseded_at is null;
comment on table organization.term is '@reference 任期: how long a union''s committee was elected for (ELE-01), in the world and as known to us. A union without a row has no term, as a representative agency has none (ORG-05).';
comment on column organization.term.valid_from is 'the day of the election: the term counts from it (ELE-01)';
comment on column organization.term.valid_to is 'the day another committee took over; null for the one in office';
comment on column organization.term.years is '3 or 5; 4 in data from before; null where it came to us without';
comment on column organization.term.ends_on is 'the last day of the term';
comment on column organization.term.extended_until is 'the last day the union above has approved, six months at most (ELE-03)';
comment on column organization.term.basis is 'number of the document that approved it';

create table organization.officer (
  cell_id        integer           not null,
  id             uuid              not null,
  path           text collate "C"  not null,
  unit_id        uuid              not null,
  who            uuid              not null,
  person_id      uuid,
  name           text              not null,
  sex            text              not null,
  seat           text              not null,
  engagement     text              not null,
  ties           text[]            not null,
  valid_from     date              not null,
  valid_to       date,
  ended_because  text,
  recorded_at    timestamptz       not null,
  superseded_at  timestamptz,
  constraint officer_pkey primary key (cell_id, id),
  constraint officer_of_unit foreign key (unit_id) references organization.unit (id),
  constraint officer_sex_is_known check (sex in ('male', 'female', 'unknown')),
  constraint officer_seat_is_known check (seat in ('chair', 'vice_chair', 'standing_member', 'committee_member', 'fund_review_chair',
    'fund_review_member', 'women_chair', 'women_member', 'organizer', 'finance_head', 'staff')),
  constraint officer_engagement_is_known check (engagement in ('full_time', 'part_time', 'seconded', 'contracted')),
  constraint officer_end_is_known check (ended_because in ('term_ended', 'resigned', 'moved', 'removed', 'retired', 'died', 'unit_closed', 'other')),
  constraint officer_end_has_a_reason check ((valid_to is null) = (ended_because is null)),
  constraint officer_period_is_forward check (valid_to is null or valid_to >= valid_from)
);
create unique index officer_holds_a_seat_once on organization.officer (cell_id, unit_id, who, seat) where valid_to is null and superseded_at is null;
create unique index unit_has_one_chair on organization.officer (cell_id, unit_id) where seat = 'chair' and valid_to is null and superseded_at is null;
create index officer_of_union on organization.officer (cell_id, unit_id, valid_from);
alter table organization.officer enable row level security;
alter table organization.officer force row level security;
create policy officer_in_scope on organization.officer using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table organization.officer is '工会干部任职: who sits in which seat of a union''s committee, and how they are engaged (ORG-44), in the world and as known to us.';
comment on column organization.officer.who is 'the same for every seat of one human in this union';
comment on column organization.officer.person_id is 'their record as a member, where it is known';
comment on column organization.officer.name is '@personal 姓名';
comment on column organization.officer.sex is '@personal 性别';
comment on column organization.officer.ties is '@personal what they declared about the employer, as far as a rule asks for it (ELE-22, ELE-31 to ELE-33)';
comment on column organization.officer.valid_to is 'the first day they no longer sit there';

create table organization.term_reminder (
  unit_id   uuid         not null,
  ends_on   date         not null,
  days      smallint     not null,
  told_at   timestamptz  not null,
  constraint term_reminder_pkey primary key (unit_id, ends_on, days),
  constraint term_reminder_of_unit foreign key (unit_id) references organization.unit (id),
  constraint term_reminder_day_is_known check (days in (180, 90, 30))
);
comment on table organization.term_reminder is '@reference 换届提醒: which reminders of a term''s end were given (ELE-04), so that each is given once.';

create table organization.term_end (
  cell_id    integer           not null,
  matter_id  uuid              not null,
  path       text collate "C"  not null,
  unit_id    uuid              not null,
  ends_on    date              not null,
  wish       text,
  asked_until date,
  asked_on   date,
  answer     text,
  document   text,
  constraint term_end_pkey primary key (cell_id, matter_id),
  constraint term_end_of_matter foreign key (cell_id, matter_id) references kernel.matter (cell_id, id),
  constraint term_end_of_unit foreign key (unit_id) references organization.unit (id),
  constraint term_end_asks_with_a_reason check ((asked_until is null) = (wish is null))
);
create unique index term_end_once on organization.term_end (cell_id, unit_id, ends_on);
alter table organization.term_end enable row level security;
alter table organization.term_end force row level security;
create policy term_end_in_scope on organization.term_end using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table organization.term_end is '换届到期: content of the matter organization.term_end, the end of one term and what is asked about it (ELE-03, ELE-04).';
comment on column organization.term_end.wish is 'why the union asks for more time';
comment on column organization.term_end.document is 'number of the document that approved it';

create table organization.vacancy (
  cell_id    integer           not null,
  matter_id  uuid              not null,
  path       text collate "C"  not null,
  unit_id    uuid              not null,
  seat       text              not null,
  since      date              not null,
  constraint vacancy_pkey primary key (cell_id, matter_id),
  constraint vacancy_of_matter foreign key (cell_id, matter_id) references kernel.matter (cell_id, id),
  constraint vacancy_of_unit foreign key (unit_id) references organization.unit (id)
);
create index vacancy_of_union on organization.vacancy (cell_id, unit_id);
alter table organization.vacancy enable row level security;
alter table organization.vacancy force row level security;
create policy vacancy_in_scope on organization.vacancy using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table organization.vacancy is '主席空缺: content of the matter organization.vacancy: a chair that is vacant and due to be filled (ORG-43).';

grant select, insert, update on organization.term to gongqiao_app;
grant select, insert, update on organization.officer, organization.term_end, organization.vacancy to gongqiao_app;
grant select, insert on organization.term_reminder to gongqiao_app;
