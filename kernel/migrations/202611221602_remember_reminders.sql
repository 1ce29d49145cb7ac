-- The last reminder of a clock, so that none goes out twice.
alter table kernel.matter add column reminded_due date, add column reminded_mark text;
comment on column kernel.matter.reminded_due is 'the day the last reminder counted to: another day is reminded of anew';
comment on column kernel.matter.reminded_mark is 'the last mark that was reminded of (T-15)';
