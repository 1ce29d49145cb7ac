-- A place that a union has left is never another one's: what happened there stays there, to be read by whoever stood there.
create table organization.former_place (
  cell_id  integer           not null,
  path     text collate "C"  not null,
  unit_id  uuid              not null,
  until    timestamptz       not null,
  constraint former_place_pkey primary key (cell_id, path),
  constraint former_place_of_unit foreign key (unit_id) references organization.unit (id)
);
create index former_place_by_unit on organization.former_place (unit_id, until);
comment on table organization.former_place is '@reference @stays-where-it-happened 曾在的位置: where a union stood before it moved inside its cell.';
comment on column organization.former_place.until is 'when it left; before that, and after the place it left before, it stood there';
grant select on organization.former_place to gongqiao_app;

create function organization.before_places_move(cell integer, from_path text, to_path text, at timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into organization.former_place (cell_id, path, unit_id, until)
  select u.cell_id, u.path, u.id, at from organization.unit u
  where u.cell_id = cell and u.path >= from_path and u.path < from_path || '~';
end $$;
comment on function organization.before_places_move is 'called by kernel.move_places';
revoke all on function organization.before_places_move(integer, text, text, timestamptz) from public;

-- Who stood below a union on a past day is looked up from above.
create index parent_link_by_parent on organization.parent_link (parent_id) where kind = 'LEADING';
