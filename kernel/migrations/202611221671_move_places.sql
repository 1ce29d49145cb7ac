-- A unit that moves inside its cell takes everything at its place and below along, in one transaction: whatever has a cell
-- and a path is found in the catalog, so that no table of any module can be forgotten.
create function kernel.move_places(cell integer, from_path text, to_path text, at timestamptz) returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  place record;
  touched bigint;
  total bigint := 0;
begin
  if from_path = '' or to_path = '' or to_path collate "C" like from_path collate "C" || '%' then
    raise exception 'a place does not move into itself';
  end if;
  -- What keeps a history of places writes it before the places change.
  for place in
    select n.nspname from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where p.proname = 'before_places_move' order by 1
  loop
    execute pg_catalog.format('select %I.before_places_move($1, $2, $3, $4)', place.nspname) using cell, from_path, to_path, at;
  end loop;
  for place in
    select n.nspname, c.relname
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute p on p.attrelid = c.oid and p.attname = 'path' and not p.attisdropped
    join pg_catalog.pg_attribute k on k.attrelid = c.oid and k.attname = 'cell_id' and not k.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition
      and coalesce(pg_catalog.obj_description(c.oid, 'pg_class'), '') !~ '@stays-where-it-happened\M'
    order by 1, 2
  loop
    execute pg_catalog.format(
      'update %I.%I set path = $3 || pg_catalog.substr(path, $4) where cell_id = $1 and path >= $2 and path < $2 || ''~''',
      place.nspname, place.relname) using cell, from_path, to_path, pg_catalog.length(from_path) + 1;
    get diagnostics touched = row_count;
    total := total + touched;
  end loop;
  update kernel.post_range set path_lo = to_path || pg_catalog.substr(path_lo, pg_catalog.length(from_path) + 1),
    path_hi = to_path || pg_catalog.substr(path_hi, pg_catalog.length(from_path) + 1)
  where cell_lo = cell and cell_hi = cell and path_lo >= from_path and path_lo < from_path || '~';
  return total;
end $$;
comment on function kernel.move_places is 'everything at a place and below goes along to another place of the same cell; the scope of the whole cell is open';
revoke all on function kernel.move_places(integer, text, text, timestamptz) from public;
grant execute on function kernel.move_places(integer, text, text, timestamptz) to gongqiao_app;

-- What stands at one place exactly goes to another, where a unit goes on as another one: matters that have ended too.
create function kernel.take_matters_along(cell integer, from_unit uuid, to_unit uuid, to_path text) returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  place record;
  moved uuid[];
begin
  with hosted as (
    update kernel.matter set host_unit_id = to_unit, path = to_path where cell_id = cell and host_unit_id = from_unit returning id
  ) select pg_catalog.array_agg(id) into moved from hosted;
  if moved is null then return 0; end if;
  perform kernel.follow_matters(cell, moved, to_path);
  for place in
    select n.nspname, c.relname
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute p on p.attrelid = c.oid and p.attname = 'path' and not p.attisdropped
    join pg_catalog.pg_attribute k on k.attrelid = c.oid and k.attname = 'cell_id' and not k.attisdropped
    join pg_catalog.pg_attribute m on m.attrelid = c.oid and m.attname = 'matter_id' and not m.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname <> 'kernel'
    order by 1, 2
  loop
    execute pg_catalog.format('update %I.%I set path = $2 where cell_id = $1 and matter_id = any($3)', place.nspname, place.relname)
      using cell, to_path, moved;
  end loop;
  return pg_catalog.cardinality(moved);
end $$;
comment on function kernel.take_matters_along is 'all matters of a unit with what belongs to them go to the unit that goes on from it; the scope of the whole cell is open';
revoke all on function kernel.take_matters_along(integer, uuid, uuid, text) from public;
grant execute on function kernel.take_matters_along(integer, uuid, uuid, text) to gongqiao_app;
