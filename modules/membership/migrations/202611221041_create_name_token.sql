-- Search by name compares texts for equality and order only: row-level security lets these into an index, whereas the
-- containment of arrays would have to wait until each row of the scope was looked at.
create table membership.name_token (
  cell_id        integer          not null,
  token          text collate "C" not null,
  path           text collate "C" not null,
  membership_id  uuid             not null,
  constraint name_token_pkey primary key (cell_id, token, path, membership_id)
);
alter table membership.name_token enable row level security;
alter table membership.name_token force row level security;
create policy name_token_in_scope on membership.name_token using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table membership.name_token is '姓名检索: what names on the roll are found by, in the order of a list. Derived from membership; written by its triggers.';
comment on column membership.name_token.token is '@personal two neighbouring characters of a name, or its last one: each character begins a token';
comment on column membership.name_token.path is 'the membership''s own, so that a subtree is one stretch of the index';

-- What a name is found by: its pairs of neighbours, and its last character, which begins no pair.
create function membership.name_tokens(bigrams text[]) returns setof text language sql immutable parallel safe as $$
  select bigram from unnest(bigrams) as bigram union select right(bigrams[cardinality(bigrams)], 1) where cardinality(bigrams) > 0
$$;

create function membership.keep_name_tokens_of_new() returns trigger language plpgsql set search_path = '' as $$
begin
  insert into membership.name_token (cell_id, token, path, membership_id)
  select e.cell_id, t.token, e.path, e.id from entered e cross join lateral membership.name_tokens(e.name_bigrams) as t (token)
  where e.status <> 'ended';
  return null;
end $$;
create trigger membership_keeps_tokens_of_new after insert on membership.membership
  referencing new table as entered for each statement execute function membership.keep_name_tokens_of_new();

create function membership.keep_name_tokens() returns trigger language plpgsql set search_path = '' as $$
begin
  delete from membership.name_token n
  where n.cell_id = old.cell_id and n.token in (select membership.name_tokens(old.name_bigrams)) and n.path = old.path
    and n.membership_id = old.id;
  if tg_op = 'UPDATE' and new.status <> 'ended' then
    insert into membership.name_token (cell_id, token, path, membership_id)
    select new.cell_id, t.token, new.path, new.id from membership.name_tokens(new.name_bigrams) as t (token);
  end if;
  return null;
end $$;
create trigger membership_keeps_tokens_of_changed after update on membership.membership
  for each row when (old.name_bigrams is distinct from new.name_bigrams or old.path <> new.path or (old.status = 'ended') <> (new.status = 'ended'))
  execute function membership.keep_name_tokens();
create trigger membership_keeps_tokens_of_deleted after delete on membership.membership
  for each row execute function membership.keep_name_tokens();

grant select, insert, delete on membership.name_token to gongqiao_app;

set local app.scope = '0|999999||~';
insert into membership.name_token (cell_id, token, path, membership_id)
select m.cell_id, t.token, m.path, m.id from membership.membership m cross join lateral membership.name_tokens(m.name_bigrams) as t (token)
where m.status <> 'ended';
