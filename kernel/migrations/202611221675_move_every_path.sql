-- A row may keep a second place, as of a unit that it led to: every column that is a path goes along.
create or replace function kernel.move_places(cell integer, from_path text, to_path text, at timestamptz) returns bigint
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
    select n.nspname, c.relname, p.attname
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute p on p.attrelid = c.oid and (p.attname = 'path' or p.attname like '%\_path') and not p.attisdropped
      and p.atttypid = 'text'::pg_catalog.regtype
    join pg_catalog.pg_attribute k on k.attrelid = c.oid and k.attname = 'cell_id' and not k.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition
      and coalesce(pg_catalog.obj_description(c.oid, 'pg_class'), '') !~ '@stays-where-it-happened\M'
    order by 1, 2, 3
  loop
    execute pg_catalog.format(
      'update %1$I.%2$I set %3$I = $3 || pg_catalog.substr(%3$I, $4) where cell_id = $1 and %3$I collate "C" >= $2 and %3$I collate "C" < $2 || ''~''',
      place.nspname, place.relname, place.attname) using cell, from_path, to_path, pg_catalog.length(from_path) + 1;
    get diagnostics touched = row_count;
    total := total + touched;
  end loop;
  update kernel.post_range set path_lo = to_path || pg_catalog.substr(path_lo, pg_catalog.length(from_path) + 1),
    path_hi = to_path || pg_catalog.substr(path_hi, pg_catalog.length(from_path) + 1)
  where cell_lo = cell and cell_hi = cell and path_lo >= from_path and path_lo < from_path || '~';
  return total;
end $$;
