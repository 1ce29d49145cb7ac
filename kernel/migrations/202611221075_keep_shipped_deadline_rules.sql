-- What the code says of a rule today can be told apart from what an installation has made of it.
alter table kernel.deadline_rule add column shipped jsonb;
comment on column kernel.deadline_rule.shipped is 'the row as the code last wrote it; where the row says anything else, the installation has edited it. Null: the installation''s own row';
