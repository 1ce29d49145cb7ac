-- Those who are on their way to a union that closes are found by it.
create index incoming_open_of_unit on membership.incoming (cell_id, unit_id, matter_id) where ended_at is null;
