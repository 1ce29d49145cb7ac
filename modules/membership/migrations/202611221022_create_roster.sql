-- What a roster says beside the person: the two fields of the minimum set (rulebook 4.3) that stand nowhere else.
create table membership.roster_detail (
  cell_id        integer          not null,
  membership_id  uuid             not null,
  path           text collate "C" not null,
  ethnicity      text,
  employment     text,
  change_code    integer,
  constraint roster_detail_pkey primary key (cell_id, membership_id),
  constraint roster_detail_of_membership foreign key (cell_id, membership_id) references membership.membership (cell_id, id),
  constraint roster_detail_employment_is_known check (employment in ('1', '2', '3', '4', '5', '6', '7', '8', '9')),
  constraint roster_detail_change_is_known check (change_code in (1, 2, 3))
);
alter table membership.roster_detail enable row level security;
alter table membership.roster_detail force row level security;
create policy roster_detail_in_scope on membership.roster_detail using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table membership.roster_detail is '名册补充项: of the collection sheet''s minimum set (rulebook 4.3) what the roll and the person do not hold. Nothing else of a roster is kept.';
comment on column membership.roster_detail.ethnicity is '@personal 民族 (GB/T 3304): the union statistics count members of ethnic minorities from the records, so that nobody asks again';
comment on column membership.roster_detail.employment is '@personal 就业状况 1 to 9: retirement and unemployment decide over retained membership and dues (MEM-35, MEM-36)';
comment on column membership.roster_detail.change_code is '会籍变化类型 as the roster had it: 1 join, 2 transfer in, 3 retain';

create table membership.roster_request (
  cell_id        integer          not null,
  id             uuid             not null,
  path           text collate "C" not null,
  membership_id  uuid             not null,
  person_id      uuid             not null,
  import_id      uuid             not null,
  proposed       bytea            not null,
  columns        text[]           not null,
  at             timestamptz      not null,
  ended_at       timestamptz,
  answer         text,
  constraint roster_request_pkey primary key (cell_id, id),
  constraint roster_request_of_membership foreign key (cell_id, membership_id) references membership.membership (cell_id, id),
  constraint roster_request_of_import foreign key (cell_id, import_id) references kernel.import (cell_id, id),
  constraint roster_request_answer_is_known check (answer in ('accepted', 'declined', 'withdrawn')),
  constraint roster_request_is_answered_once check ((answer is null) = (ended_at is null))
);
create unique index roster_request_one_open on membership.roster_request (cell_id, membership_id) where ended_at is null;
create index roster_request_of_membership on membership.roster_request (cell_id, membership_id, at);
alter table membership.roster_request enable row level security;
alter table membership.roster_request force row level security;
create policy roster_request_in_scope on membership.roster_request using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table membership.roster_request is '请本人核对: a roster says otherwise than a record its person has claimed. Only the person changes it.';
comment on column membership.roster_request.proposed is '@personal sealed: what the roster says, by column';
comment on column membership.roster_request.columns is 'which columns differ, for the union to see';

-- Takes back rows of the roll that a roster entered and nobody has claimed. The scope of the caller binds it.
create function membership.take_back_listed(cell integer, memberships uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  mine uuid[];
  cards text[];
  digests bytea[];
begin
  select array_agg(m.id), array_agg(m.card_number), array_agg(p.identity_digest) into mine, cards, digests
  from membership.membership m join people.person p on p.cell_id = cell and p.id = m.person_id
  where m.cell_id = cell and m.id = any(memberships) and m.status = 'listed' and m.claimed_at is null;
  delete from membership.roster_detail d where d.cell_id = cell and d.membership_id = any(mine);
  delete from membership.listed_directory d where d.digest = any(digests) and d.cell_id = cell and d.membership_id = any(mine);
  delete from membership.card c where c.number = any(cards) and c.cell_id = cell and c.membership_id = any(mine);
  delete from membership.membership_history h where h.cell_id = cell and h.membership_id = any(mine);
  delete from membership.membership m where m.cell_id = cell and m.id = any(mine);
end $$;
revoke all on function membership.take_back_listed(integer, uuid[]) from public;
grant execute on function membership.take_back_listed(integer, uuid[]) to gongqiao_app;

-- Who of a scope a sheet names; and taking a row back asks each table that refers to it whether it still does.
create index membership_of_person on membership.membership (cell_id, person_id);
create index transfer_wish_of_membership on membership.transfer_wish (cell_id, membership_id);
create index roster_report_of_membership on membership.roster_report (cell_id, membership_id);

grant select, insert, update on membership.roster_detail, membership.roster_request to gongqiao_app;
