create schema people;
grant usage on schema people to gongqiao_app, gongqiao_job;
comment on schema people is '人员: persons, their documents and contacts, the network-wide directories, members'' sign-in.';

create table people.person (
  cell_id          integer          not null,
  id               uuid             not null,
  path             text collate "C" not null,
  account_id       uuid,
  name             text             not null,
  sex              text             not null,
  birth_date       date             not null,
  identity_kind    text             not null,
  identity_cipher  bytea            not null,
  identity_digest  bytea            not null,
  identity_mask    text             not null,
  phone_cipher     bytea,
  phone_digest     bytea,
  phone_mask       text,
  verification     text             not null,
  gone_on          date,
  created_at       timestamptz      not null,
  constraint person_pkey primary key (cell_id, id),
  constraint person_sex_is_known check (sex in ('male', 'female', 'unknown')),
  constraint person_identity_kind_is_known check (identity_kind in (
    'resident_card', 'hk_macao_residence_permit', 'taiwan_residence_permit', 'foreign_permanent_resident_card',
    'passport', 'hk_macao_travel_permit', 'taiwan_travel_permit', 'military_officer_card', 'other')),
  constraint person_verification_is_known check (verification in ('not_verified', 'matches', 'differs'))
);
create index person_of_account on people.person (cell_id, account_id);
alter table people.person enable row level security;
alter table people.person force row level security;
create policy person_in_scope on people.person using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table people.person is '人员: one row in the cell of the current membership; a tombstone with name and dates where they moved away.';
comment on column people.person.name is '@personal 姓名';
comment on column people.person.birth_date is '@personal 出生日期, the basis of the age shown';
comment on column people.person.sex is '@personal 性别 (GB/T 2261.1)';
comment on column people.person.identity_cipher is '@personal 证件号码, sealed';
comment on column people.person.identity_digest is 'keyed digest of kind and number';
comment on column people.person.identity_kind is 'kind of document (rulebook 8.3), not personal by itself';
comment on column people.person.phone_mask is '@personal stored mask of the phone';
comment on column people.person.identity_mask is '@personal stored mask: first two characters and the last';
comment on column people.person.phone_cipher is '@personal 手机号码, sealed';
comment on column people.person.phone_digest is 'keyed digest of the phone';
comment on column people.person.verification is 'whether name and number were found to belong together';
comment on column people.person.gone_on is 'the day the person moved to another cell; the row is a tombstone from then on';

create view people.open_person with (security_invoker = true) as
  select cell_id, id, path, account_id, name, sex, birth_date, identity_kind, identity_digest, identity_mask,
    phone_digest, phone_mask, verification, gone_on
  from people.person;
comment on view people.open_person is 'A person as other modules read them: without what is sealed. The reader''s scope binds it.';
grant select on people.open_person to gongqiao_app;

create table people.identity_directory (
  digest     bytea    not null,
  cell_id    integer  not null,
  person_id  uuid     not null,
  constraint identity_directory_pkey primary key (digest)
);
comment on table people.identity_directory is '@directory Which cell and person hold an identity number: only ACTIVE and RETAINED members stand here (MEM-13).';

create table people.phone_directory (
  digest      bytea    not null,
  cell_id     integer  not null,
  account_id  uuid     not null,
  constraint phone_directory_pkey primary key (digest)
);
comment on table people.phone_directory is '@directory Which account a proven phone belongs to; one verified phone an account.';

create table people.person_cell (
  person_id  uuid     not null,
  cell_id    integer  not null,
  constraint person_cell_pkey primary key (person_id, cell_id)
);
comment on table people.person_cell is '@directory All cells that hold something of a person: answers "all that is mine".';

create table people.account (
  cell_id     integer          not null,
  id          uuid             not null,
  path        text collate "C" not null,
  person_id   uuid             not null,
  created_at  timestamptz      not null,
  constraint account_pkey primary key (cell_id, id),
  constraint account_of_person foreign key (cell_id, person_id) references people.person (cell_id, id)
);
comment on table people.account is '会员账户: what a member signs in to.';

create table people.session (
  cell_id       integer      not null,
  token_digest  bytea        not null,
  account_id    uuid         not null,
  created_at    timestamptz  not null,
  expires_at    timestamptz  not null,
  ended_at      timestamptz,
  constraint session_pkey primary key (cell_id, token_digest)
);
create index session_of_account on people.session (cell_id, account_id) where ended_at is null;
comment on table people.session is 'Members'' sessions; the token itself is only in the browser and begins with the cell.';

create table people.phone_code (
  digest      bytea        not null,
  code        bytea        not null,
  sent_at     timestamptz  not null,
  expires_at  timestamptz  not null,
  tries       integer      not null,
  sent_today  integer      not null,
  constraint phone_code_pkey primary key (digest)
);
comment on table people.phone_code is '@directory The last code sent to a phone, by digests only: single use, short-lived, few tries.';

create table people.consent (
  cell_id       integer      not null,
  id            uuid         not null,
  person_id     uuid         not null,
  purpose       text         not null,
  version       text         not null,
  channel       text         not null,
  at            timestamptz  not null,
  withdrawn_at  timestamptz,
  constraint consent_pkey primary key (cell_id, id),
  constraint consent_channel_is_known check (channel in ('self', 'window_code', 'window_paper'))
);
create index consent_of_person on people.consent (cell_id, person_id);
comment on table people.consent is '同意: which text, which version, when and how (PI-03, PI-09).';

-- A person enters the network: the person, what they signed in with, what they consented to, and where their things are.
create function people.enter(
  cell integer, person uuid, at_path text, account uuid, person_name text, person_sex text, born date, kind text,
  number_cipher bytea, number_digest bytea, number_mask text, phone_sealed bytea, phone_hash bytea, phone_shown text,
  verified text, session_hash bytea, session_until timestamptz, notice text, channel text, consent_ids uuid[],
  now_at timestamptz
) returns void language plpgsql as $$
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
end $$;

-- Checks a code sent to a phone: right once and gone, or wrong and counted. Five tries, then a new code is needed.
create function people.take_phone_code(phone_hash bytea, code_hash bytea, now_at timestamptz)
returns integer language plpgsql as $$
declare
  used integer;
begin
  delete from people.phone_code where digest = phone_hash and code = code_hash and expires_at > now_at and tries < 5;
  if found then return -1; end if;
  update people.phone_code set tries = tries + 1 where digest = phone_hash and expires_at > now_at and tries < 5
    returning tries into used;
  return case when used is null then 0 else 5 - used end;
end $$;
comment on function people.take_phone_code(bytea, bytea, timestamptz) is '-1 when the code is right, else the tries that are left';

grant select, insert, update on people.person to gongqiao_app;
grant select, insert, update, delete on people.identity_directory, people.phone_directory, people.phone_code to gongqiao_app;
grant select, insert on people.person_cell, people.account to gongqiao_app;
grant update on people.account to gongqiao_app;
grant select, insert, update on people.session, people.consent to gongqiao_app;
grant select, delete on people.session, people.phone_code to gongqiao_job;
