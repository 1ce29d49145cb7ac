-- Whoever checks that a matter lives in one cell alone finds the traces without reading every matter.
create index matter_moved on kernel.matter (cell_id, id) where moved_to_cell is not null or moved_from_cell is not null;
