-- Whoever a union's own roster names stands on the roll as listed until they have proved themselves.
alter table membership.membership
  add column claimed_at   timestamptz,
  add column affirmed_on  date,
  add column affirmed     boolean not null default false,
  drop constraint membership_status_is_known,
  add constraint membership_status_is_known check (status in ('provisional', 'listed', 'active', 'retained', 'ended')),
  add constraint membership_listed_is_unclaimed check (status <> 'listed' or claimed_at is null),
  add constraint membership_affirmed_by_claimer check (not affirmed or (claimed_at is not null and affirmed_on is not null));
comment on column membership.membership.status is 'listed 在册待认领: named by a roster, holds no number and no phone';
comment on column membership.membership.claimed_at is '认领: when the person proved themselves by code and phone and took the record';
comment on column membership.membership.affirmed_on is 'the day the person last said that the record is true';
comment on column membership.membership.affirmed is '一年内本人确认: what figures count; lapses twelve months after affirmed_on';

-- A listed row holds no place: somebody may be listed and belong somewhere.
drop index membership.membership_one_open_a_person;
create unique index membership_one_open_a_person on membership.membership (cell_id, person_id) where status not in ('listed', 'ended');

alter table membership.membership_history
  drop constraint membership_history_status_is_known,
  add constraint membership_history_status_is_known check (status in ('provisional', 'listed', 'active', 'retained', 'ended'));

create table membership.listed_directory (
  digest         bytea    not null,
  cell_id        integer  not null,
  membership_id  uuid     not null,
  phone_digest   bytea,
  constraint listed_directory_pkey primary key (digest, cell_id, membership_id)
);
comment on table membership.listed_directory is '@directory Which rosters name an identity number: reserves nothing, and is looked at only for whoever proved a phone.';
comment on column membership.listed_directory.phone_digest is 'the phone on the roster: whoever proves it is shown the record';
grant select, insert, update, delete on membership.listed_directory to gongqiao_app;

-- Whoever joins by themselves has claimed their record and said that it is true.
create or replace function membership.begin_provisional(
  cell integer, at_path text, membership uuid, person uuid, unit uuid, person_name text, bigrams text[], person_sex text,
  born date, number_mask text, card text, matter uuid, code uuid, channel text, typed text, paper uuid, now_at timestamptz
) returns void language plpgsql as $$
begin
  insert into membership.membership (cell_id, path, id, person_id, unit_id, name, name_bigrams, sex, birth_date,
    identity_mask, status, applied_at, card_number, claimed_at, affirmed_on, affirmed)
  values (cell, at_path, membership, person, unit, person_name, bigrams, person_sex, born,
    number_mask, 'provisional', now_at, card, now_at, (now_at at time zone 'Asia/Shanghai')::date, true);
  insert into membership.membership_history (cell_id, membership_id, number, valid_from, recorded_at, path, unit_id, status)
  values (cell, membership, 1, now_at, now_at, at_path, unit, 'provisional');
  insert into membership.card (number, cell_id, membership_id) values (card, cell, membership);
  insert into membership.application (cell_id, matter_id, path, membership_id, person_id, unit_id, code_id, channel,
    typed_by, paper_file_id, submitted_at)
  values (cell, matter, at_path, membership, person, unit, code, channel, typed, paper, now_at);
end $$;

-- Whoever applied before this day claimed their record by applying; the figures hear of it as of everything else.
set local app.scope = '0|999999||~';
update membership.membership m set claimed_at = m.applied_at, affirmed_on = (m.applied_at at time zone 'Asia/Shanghai')::date,
  affirmed = m.applied_at > current_timestamp - interval '1 year'
where m.status in ('provisional', 'active', 'retained')
  and exists (select from membership.application a where a.cell_id = m.cell_id and a.membership_id = m.id);
insert into kernel.outbox (cell_id, id, name, body, at)
select cell_id, gen_random_uuid(), 'membership.stood_changed',
  jsonb_build_object('unit', unit_id, 'claimed', count(*), 'affirmed', count(*) filter (where affirmed)), current_timestamp
from membership.membership where status in ('active', 'retained') and claimed_at is not null
group by cell_id, unit_id;
