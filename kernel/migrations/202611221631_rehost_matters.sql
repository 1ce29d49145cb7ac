-- Gives open matters of one cell to another unit of it, with their whole history: nobody who answers for them is shown less
-- of it than before. What the history says of earlier hosts is not touched, only where it may be read from.
create function kernel.rehost_matters(cell integer, matters uuid[], unit uuid, at_path text, desk uuid) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  moved uuid[];
begin
  with hosted as (
    update kernel.matter m set host_unit_id = unit, path = at_path,
      owner_post_id = case when m.owner_post_id is null or m.owner_post_id = u.desk_post_id then desk else m.owner_post_id end
    from organization.unit u
    where m.cell_id = cell and m.id = any(matters) and m.ended_at is null and u.id = m.host_unit_id
    returning m.id, m.owner_post_id
  ), seen as (
    insert into kernel.post_cell (post_id, cell_id)
    select distinct p.id, cell from hosted join kernel.post p on p.id = hosted.owner_post_id where p.cell_id <> cell
    on conflict do nothing
  )
  select array_agg(id) into moved from hosted;
  perform kernel.follow_matters(cell, moved, at_path);
  return coalesce(cardinality(moved), 0);
end $$;
comment on function kernel.rehost_matters is 'open matters of a unit that goes on as another one: host, owner and place; the scope of the caller binds it';
revoke all on function kernel.rehost_matters(integer, uuid[], uuid, text, uuid) from public;
grant execute on function kernel.rehost_matters(integer, uuid[], uuid, text, uuid) to gongqiao_app;
