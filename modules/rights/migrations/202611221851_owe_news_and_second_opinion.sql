-- What a specially complex ask owes its asker by its tenth working day, and that the union above took one up again.
alter table rights.ask
  add column interim_on            date,
  add column interim_reminded_due  date,
  add column interim_reminded_mark text,
  add column interim_missed_due    date,
  add column redispatched          boolean not null default false;
comment on column rights.ask.interim_on is 'the day of the last news of how far it is, since its clock began';
comment on column rights.ask.interim_reminded_due is 'the due day of news that was reminded of last';
comment on column rights.ask.interim_reminded_mark is 'at which mark';
comment on column rights.ask.interim_missed_due is 'the due day of news that passed without any, and of which asker and union above were told';
comment on column rights.ask.redispatched is 'its asker was not content, and the union one level up took it up again: once (rulebook 2.7)';
create index ask_that_owes_news on rights.ask (cell_id, matter_id) where class = 'complex' and interim_on is null;
