create schema membership;
grant usage on schema membership to gongqiao_app, gongqiao_job;
comment on schema membership is '会员: the roll, joining, the card.';

create table membership.joining_code (
  cell_id     integer          not null,
  id          uuid             not null,
  path        text collate "C" not null,
  unit_id     uuid             not null,
  label       text             not null,
  token       text             not null,
  created_at  timestamptz      not null,
  expires_at  timestamptz      not null,
  revoked_at  timestamptz,
  constraint joining_code_pkey primary key (cell_id, id),
  constraint joining_code_of_unit foreign key (unit_id) references organization.unit (id)
);
create index joining_code_of_place on membership.joining_code (cell_id, unit_id, id);
comment on table membership.joining_code is '入会码: a signed, expiring, revocable code that names a unit and no person.';

create table membership.membership (
  cell_id          integer          not null,
  path             text collate "C" not null,
  id               uuid             not null,
  person_id        uuid             not null,
  unit_id          uuid             not null,
  employer_cipher  bytea,
  name             text             not null,
  name_bigrams     text[]           not null,
  sex              text             not null,
  birth_date       date             not null,
  identity_mask    text             not null,
  status           text             not null,
  applied_at       timestamptz      not null,
  since            date,
  ended_on         date,
  card_number      text             not null,
  constraint membership_pkey primary key (cell_id, id),
  constraint membership_of_person foreign key (cell_id, person_id) references people.person (cell_id, id),
  constraint membership_of_unit foreign key (unit_id) references organization.unit (id),
  constraint membership_status_is_known check (status in ('provisional', 'active', 'retained', 'ended')),
  constraint membership_decided_when_confirmed check (status not in ('active', 'retained') or since is not null),
  constraint membership_sex_is_known check (sex in ('male', 'female', 'unknown'))
);
create unique index membership_one_open_a_person on membership.membership (cell_id, person_id) where status <> 'ended';
create index membership_by_place on membership.membership (cell_id, path, id) where status <> 'ended';
alter table membership.membership enable row level security;
alter table membership.membership force row level security;
create policy membership_in_scope on membership.membership using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table membership.membership is '会员名册: the roll. A row carries what lists need; who holds the member gives the path.';
comment on column membership.membership.name is '@personal 姓名';
comment on column membership.membership.birth_date is '@personal the basis of the age shown';
comment on column membership.membership.name_bigrams is '@personal neighbouring characters of the name, for search';
comment on column membership.membership.identity_mask is '@personal stored mask of the number: first two characters and the last';
comment on column membership.membership.unit_id is 'the union that holds the member; every count is by holder';
comment on column membership.membership.employer_cipher is 'the employer, sealed; readable from the holding unit upward only';
comment on column membership.membership.since is 'the committee''s decision day: membership starts there (MEM-11)';
comment on column membership.membership.card_number is '会员证编号, fixed once; says nothing';

create table membership.membership_history (
  cell_id        integer          not null,
  membership_id  uuid             not null,
  number         integer          not null,
  valid_from     timestamptz      not null,
  valid_to       timestamptz,
  recorded_at    timestamptz      not null,
  superseded_at  timestamptz,
  path           text collate "C" not null,
  unit_id        uuid             not null,
  status         text             not null,
  change_code    integer,
  constraint membership_history_pkey primary key (cell_id, membership_id, number),
  constraint membership_history_of_membership foreign key (cell_id, membership_id) references membership.membership (cell_id, id),
  constraint membership_history_of_unit foreign key (unit_id) references organization.unit (id),
  constraint membership_history_status_is_known check (status in ('provisional', 'active', 'retained', 'ended')),
  constraint membership_history_period_is_forward check (valid_to is null or valid_to >= valid_from)
);
comment on table membership.membership_history is '会籍变化: where and as what somebody belonged, in the world and as known to us.';
comment on column membership.membership_history.number is 'the line''s place in the history of this membership, from 1';
comment on column membership.membership_history.change_code is '会籍变化类型: 1 join, 2 transfer in, 3 retain, 4 transfer out, 5 expelled, 6 resigned, 90 deceased';

create table membership.card (
  number         text     not null,
  cell_id        integer  not null,
  membership_id  uuid     not null,
  constraint card_pkey primary key (number)
);
comment on table membership.card is '@directory 会员证: which membership a card number stands for.';

create table membership.application (
  cell_id        integer          not null,
  matter_id      uuid             not null,
  path           text collate "C" not null,
  membership_id  uuid             not null,
  person_id      uuid             not null,
  unit_id        uuid             not null,
  code_id        uuid,
  channel        text             not null,
  typed_by       text,
  paper_file_id  uuid,
  decided_on     date,
  submitted_at   timestamptz      not null,
  constraint application_pkey primary key (cell_id, matter_id),
  constraint application_of_matter foreign key (cell_id, matter_id) references kernel.matter (cell_id, id),
  constraint application_of_membership foreign key (cell_id, membership_id) references membership.membership (cell_id, id),
  constraint application_paper_is_a_file foreign key (cell_id, paper_file_id) references kernel.file (cell_id, id),
  constraint application_channel_is_known check (channel in ('self', 'window_code', 'window_paper')),
  constraint application_paper_has_a_file check ((channel = 'window_paper') = (paper_file_id is not null))
);
create index application_of_membership on membership.application (cell_id, membership_id, matter_id);
create index application_of_code on membership.application (cell_id, code_id) where code_id is not null;
alter table membership.application enable row level security;
alter table membership.application force row level security;
create policy application_in_scope on membership.application using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table membership.application is '入会申请: content of the matter membership.application (MEM-10).';
comment on column membership.application.typed_by is 'post and name of the staff who typed it at the window';

create table membership.transfer_wish (
  cell_id        integer          not null,
  id             uuid             not null,
  path           text collate "C" not null,
  membership_id  uuid             not null,
  to_unit_id     uuid             not null,
  at             timestamptz      not null,
  constraint transfer_wish_pkey primary key (cell_id, id),
  constraint transfer_wish_of_membership foreign key (cell_id, membership_id) references membership.membership (cell_id, id),
  constraint transfer_wish_to_unit foreign key (to_unit_id) references organization.unit (id)
);
comment on table membership.transfer_wish is '转会意愿: a member scanned another union''s code (T-MEM-1).';

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
  constraint identity_alert_pkey primary key (cell_id, id),
  constraint identity_alert_once unique (cell_id, person_id, application_cell, application_id),
  constraint identity_alert_to_unit foreign key (unit_id) references organization.unit (id),
  constraint identity_alert_of_matter foreign key (cell_id, matter_id) references kernel.matter (cell_id, id),
  constraint identity_alert_answer_is_known check (answer in ('not_me', 'it_is_me')),
  constraint identity_alert_is_answered_once check ((answer is null) = (answered_at is null)),
  constraint identity_alert_denied_has_a_matter check ((matter_id is not null) = (answer is not distinct from 'not_me'))
);
create index identity_alert_of_report on membership.identity_alert (cell_id, matter_id) where matter_id is not null;
comment on table membership.identity_alert is 'Somebody applied with a member''s identity number: only that member is told.';
comment on column membership.identity_alert.person_id is 'the member; their row stands in this cell';
comment on column membership.identity_alert.application_cell is 'where the application stands that named their number';
comment on column membership.identity_alert.matter_id is 'the report that it was not them';

-- A provisional membership with its application: roll row, first line of its history, card, content of the matter.
create function membership.begin_provisional(
  cell integer, at_path text, membership uuid, person uuid, unit uuid, person_name text, bigrams text[], person_sex text,
  born date, number_mask text, card text, matter uuid, code uuid, channel text, typed text, paper uuid, now_at timestamptz
) returns void language plpgsql as $$
begin
  insert into membership.membership (cell_id, path, id, person_id, unit_id, name, name_bigrams, sex, birth_date,
    identity_mask, status, applied_at, card_number)
  values (cell, at_path, membership, person, unit, person_name, bigrams, person_sex, born,
    number_mask, 'provisional', now_at, card);
  insert into membership.membership_history (cell_id, membership_id, number, valid_from, recorded_at, path, unit_id, status)
  values (cell, membership, 1, now_at, now_at, at_path, unit, 'provisional');
  insert into membership.card (number, cell_id, membership_id) values (card, cell, membership);
  insert into membership.application (cell_id, matter_id, path, membership_id, person_id, unit_id, code_id, channel,
    typed_by, paper_file_id, submitted_at)
  values (cell, matter, at_path, membership, person, unit, code, channel, typed, paper, now_at);
end $$;

grant select, insert, update on membership.joining_code, membership.membership, membership.membership_history,
  membership.application, membership.identity_alert to gongqiao_app;
grant select, insert on membership.card, membership.transfer_wish to gongqiao_app;
