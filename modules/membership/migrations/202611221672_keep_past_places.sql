-- Where somebody belonged on a past day stays what it was when their union moves: the line ends, and the next has the new place.
comment on table membership.membership_history is '@stays-where-it-happened 会籍变化: where and as what somebody belonged, in the world and as known to us.';

create function membership.before_places_move(cell integer, from_path text, to_path text, at timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
begin
  with ended as (
    update membership.membership_history h set valid_to = greatest(h.valid_from, at)
    where h.cell_id = cell and h.path >= from_path and h.path < from_path || '~' and h.valid_to is null and h.superseded_at is null
    returning h.membership_id, h.path, h.unit_id, h.status
  )
  insert into membership.membership_history (cell_id, membership_id, number, valid_from, recorded_at, path, unit_id, status)
  select cell, e.membership_id, 1 + (select max(l.number) from membership.membership_history l
      where l.cell_id = cell and l.membership_id = e.membership_id),
    at, at, to_path || pg_catalog.substr(e.path, pg_catalog.length(from_path) + 1), e.unit_id, e.status
  from ended e;
end $$;
comment on function membership.before_places_move is 'called by kernel.move_places';
revoke all on function membership.before_places_move(integer, text, text, timestamptz) from public;
