-- A matter may begin with the person's word: then its first clock is the person's own time (T-15), and the spine says so.
create or replace function kernel.begin_matter(
  cell integer, matter uuid, at_path text, matter_kind text, host_unit uuid, subject uuid, matter_title text,
  first_state text, owner_post uuid, rule text, rule_from date, due date, due_is_provisional boolean,
  now_at timestamptz, step text, by_kind text, account uuid, post uuid, words text
) returns void language plpgsql as $$
begin
  insert into kernel.matter (cell_id, id, path, kind, host_unit_id, subject_id, title, state, owner_post_id, escalations,
    clock_rule, clock_from, due_on, due_provisional, opened_at, changed_at, last_event, waits)
  values (cell, matter, at_path, matter_kind, host_unit, subject, matter_title, first_state, owner_post, 0,
    rule, rule_from, due, due_is_provisional, now_at, now_at, 1,
    coalesce((select r.side = 'right' from kernel.deadline_rule r where r.id = rule limit 1), false));
  insert into kernel.matter_event (cell_id, matter_id, number, path, at, step, to_state, actor_kind, account_id, post_id, by_words)
  values (cell, matter, 1, at_path, now_at, step, first_state, by_kind, account, post, words);
  -- A desk in another cell: the union has no officer of its own, and its matters go to the nearest one above.
  insert into kernel.post_cell (post_id, cell_id)
  select p.id, cell from kernel.post p where p.id = owner_post and p.cell_id <> cell on conflict do nothing;
end $$;
