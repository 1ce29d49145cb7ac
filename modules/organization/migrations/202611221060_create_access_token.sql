create table organization.access_token (
  digest       bytea        not null,
  id           uuid         not null,
  account_id   uuid         not null,
  post_id      uuid         not null,
  name         text         not null,
  scopes       text[]       not null,
  created_at   timestamptz  not null,
  expires_at   timestamptz  not null,
  last_used_on date,
  revoked_at   timestamptz,
  constraint access_token_pkey primary key (digest),
  constraint access_token_of_post foreign key (post_id) references kernel.post (id),
  constraint access_token_ends_after_it_begins check (expires_at > created_at),
  constraint access_token_has_scopes check (cardinality(scopes) > 0)
);
create index access_token_of_account on organization.access_token (account_id, id);
comment on table organization.access_token is
  '@directory 访问令牌: what a program shows instead of an officer; acts as one post, within named scopes, until it ends.';
comment on column organization.access_token.digest is 'of the token; the token itself is shown once and kept nowhere';
comment on column organization.access_token.name is 'which program it is for, in the officer''s words';
comment on column organization.access_token.last_used_on is 'the last day it was used: by the day, so that a use is no write';
grant select, insert, update on organization.access_token to gongqiao_app;
