alter table rights.ask add column pauses jsonb not null default '[]';
alter table rights.ask add constraint ask_pauses_are_a_list check (jsonb_typeof(pauses) = 'array');
comment on column rights.ask.pauses is 'days on which the union''s clock stood still since clock_from, both ends included (T-11)';
