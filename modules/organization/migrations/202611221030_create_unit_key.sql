create table organization.unit_alias (
  id             uuid         not null,
  unit_id        uuid         not null,
  text           text         not null,
  key            text collate "C" not null,
  kind           text         not null,
  recorded_at    timestamptz  not null,
  post_id        uuid,
  superseded_at  timestamptz,
  constraint unit_alias_pkey primary key (id),
  constraint unit_alias_of_unit foreign key (unit_id) references organization.unit (id),
  constraint unit_alias_by_post foreign key (post_id) references kernel.post (id),
  constraint unit_alias_kind_is_known check (kind in ('former', 'abbreviation', 'settled'))
);
create unique index unit_has_an_alias_once on organization.unit_alias (unit_id, key) where superseded_at is null;
create index unit_alias_by_key on organization.unit_alias (key) where superseded_at is null;
comment on table organization.unit_alias is '@reference 曾用名、简称、认定的写法: what a union is called beside its names of today.';
comment on column organization.unit_alias.key is 'the text as names are compared: one width, lower case, no signs';
comment on column organization.unit_alias.kind is 'former: its name until it was renamed; abbreviation: given with it; settled: a clerk said that this spelling means it';
comment on column organization.unit_alias.post_id is 'who settled it; null where it followed from a change of name';

create table organization.unit_key (
  unit_id   uuid              not null,
  number    smallint          not null,
  kind      text              not null,
  key       text collate "C"  not null,
  core      text collate "C"  not null,
  tail      text collate "C"  not null,
  initials  text collate "C"  not null,
  tokens    text[]            not null,
  height    smallint          not null,
  cell_id   integer           not null,
  path      text collate "C"  not null,
  constraint unit_key_pkey primary key (unit_id, number),
  constraint unit_key_of_unit foreign key (unit_id) references organization.unit (id),
  constraint unit_key_kind_is_known check (kind in ('name', 'short', 'former', 'abbreviation', 'settled'))
);
create index unit_key_by_core on organization.unit_key (core, cell_id, path);
create index unit_key_by_tail on organization.unit_key (tail, cell_id, path) where tail <> core;
create index unit_key_by_prefix on organization.unit_key (height, key, cell_id, path);
create index unit_key_by_initials on organization.unit_key (height, initials, cell_id, path);
create index unit_key_by_prefix_in_cell on organization.unit_key (cell_id, key);
create index unit_key_by_initials_in_cell on organization.unit_key (cell_id, initials);
create index unit_key_in_place on organization.unit_key (cell_id, path);
create index unit_key_by_pairs on organization.unit_key using gin (tokens) with (gin_pending_list_limit = 512);
comment on table organization.unit_key is '@reference What unions are found by: every name of each, made comparable. Derived from unit and unit_alias; written again whenever they change.';
comment on column organization.unit_key.core is 'the key without what every union''s or enterprise''s name ends in';
comment on column organization.unit_key.tail is 'the core without the places above it that it begins with';
comment on column organization.unit_key.initials is 'pinyin initials of the key';
comment on column organization.unit_key.tokens is 'pairs of neighbouring characters of the key but for those of 有限责任公司工会委员会, 街道总工会 and the like, and @cell, @prefecture, @province by leading digits of the cell';
comment on column organization.unit_key.height is 'level as a number: 0 the nation, 7 grassroots';
comment on column organization.unit_key.cell_id is 'the union''s own place, repeated so that a search stays inside a range';

drop index organization.unit_name_prefix;
drop index organization.unit_short_name_prefix;
create index unit_roots on organization.unit (cell_id) where path = '';
create index unit_by_credit_code on organization.unit (credit_code collate "C") where credit_code is not null;

grant select, insert, update on organization.unit_alias to gongqiao_app;
grant select, insert, delete on organization.unit_key to gongqiao_app;
