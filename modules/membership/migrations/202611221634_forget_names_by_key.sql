-- Many names at once: each person's tokens are looked up by their whole key, whatever the planner believes of a cell that
-- was filled a moment ago; it would read all tokens of the cell for each.
create or replace function membership.forget_names(cell integer, memberships uuid[]) returns void language plpgsql as $$
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
end $$;

create or replace function membership.keep_names(cell integer, memberships uuid[]) returns void language plpgsql as $$
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
end $$;
