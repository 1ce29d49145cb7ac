-- The queue is narrowed to titles that begin with a text: a text inside them had to be looked for in every open row.
create index matter_by_title on kernel.matter (cell_id, title collate "C", id) include (path, owner_post_id, due_on, waits, paused_from)
  where ended_at is null;
