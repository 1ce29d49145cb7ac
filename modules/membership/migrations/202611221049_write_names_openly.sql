-- What a name is found by is written by whoever writes the name, in the same statement or the one beside it: a table that
-- is distributed has no triggers to rely on.
drop trigger membership_keeps_tokens_of_new on membership.membership;
drop trigger membership_keeps_tokens_of_changed on membership.membership;
drop trigger membership_keeps_tokens_of_deleted on membership.membership;
drop function membership.keep_name_tokens_of_new();
drop function membership.keep_name_tokens();

create function membership.forget_names(cell integer, memberships uuid[]) returns void language sql as $$
  delete from membership.name_token n using membership.membership m
  where m.cell_id = cell and m.id = any(memberships) and n.cell_id = cell
    and n.token in (select membership.name_tokens(m.name_bigrams)) and n.path = m.path and n.membership_id = m.id
$$;
comment on function membership.forget_names is 'nobody is found by the names these memberships have now; asked before a name or a place changes';

create function membership.keep_names(cell integer, memberships uuid[]) returns void language sql as $$
  delete from membership.name_token n using membership.membership m
  where m.cell_id = cell and m.id = any(memberships) and m.status = 'ended' and n.cell_id = cell
    and n.token in (select membership.name_tokens(m.name_bigrams)) and n.path = m.path and n.membership_id = m.id;
  insert into membership.name_token (cell_id, token, path, membership_id)
  select m.cell_id, t.token, m.path, m.id from membership.membership m cross join lateral membership.name_tokens(m.name_bigrams) as t (token)
  where m.cell_id = cell and m.id = any(memberships) and m.status <> 'ended'
  on conflict do nothing;
$$;
comment on function membership.keep_names is 'whoever is on the roll is found by the name they have now, whoever has left is not';

create or replace function membership.begin_provisional(
  cell integer, at_path text, membership uuid, person uuid, unit uuid, person_name text, bigrams text[], person_sex text,
  born date, number_mask text, card text, matter uuid, code uuid, channel text, typed text, paper uuid, now_at timestamptz
) returns void language plpgsql as $$
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
end $$;

create or replace function membership.take_back_listed(cell integer, memberships uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
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
end $$;
