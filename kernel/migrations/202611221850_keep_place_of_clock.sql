-- A clock goes on by the rules of the place where it began, wherever its matter is referred to.
alter table kernel.matter add column clock_cell integer;
comment on column kernel.matter.clock_cell is 'where its clock began, when that was another cell: rules and holidays of that place go on holding for it; null here';
