-- Rows come in by the ten thousand: asking for each whether its import is there, and a third index, cost more than the rows.
alter table kernel.import_row drop constraint import_row_of_import;
drop index kernel.import_row_in_order;
-- What became of a row is written beside what was found of it: room on the same page keeps the indexes out of it.
alter table kernel.import_row set (fillfactor = 50);
