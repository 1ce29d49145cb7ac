create table elections.parameter_change (
  id          uuid         not null,
  at          timestamptz  not null,
  account_id  uuid,
  post_id     uuid,
  by_words    text,
  key         text         not null,
  region      text         not null,
  from_day    date         not null,
  source      text         not null,
  undone_at   timestamptz,
  undone_by   text,
  constraint parameter_change_pkey primary key (id)
);
grant select, insert, update on elections.parameter_change to gongqiao_app;
grant delete on elections.parameter to gongqiao_app;
comment on table elections.parameter_change is '@reference 地方参数的变更: each new version of a parameter made here, and its undoing.';
comment on column elections.parameter_change.source is 'the notice or decision it rests on, in the officer''s words';
