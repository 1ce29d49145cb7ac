create table organization.officer_invitation (
  cell_id       integer           not null,
  id            uuid              not null,
  path          text collate "C"  not null,
  unit_id       uuid              not null,
  role          text              not null,
  title         text              not null,
  name          text              not null,
  phone_cipher  bytea,
  phone_mask    text,
  mail_cipher   bytea,
  mail_mask     text,
  digest        bytea             not null,
  invited_by    uuid              not null,
  invited_at    timestamptz       not null,
  renewed       integer           not null,
  expires_at    timestamptz       not null,
  accepted_at   timestamptz,
  account_id    uuid,
  post_id       uuid,
  revoked_at    timestamptz,
  constraint officer_invitation_pkey primary key (cell_id, id),
  constraint officer_invitation_for_unit foreign key (unit_id) references organization.unit (id),
  constraint officer_invitation_by_post foreign key (invited_by) references kernel.post (id),
  constraint officer_invitation_to_post foreign key (post_id) references kernel.post (id),
  constraint officer_invitation_accepted_has_post check ((accepted_at is null) = (post_id is null) and (accepted_at is null) = (account_id is null)),
  constraint officer_invitation_ends_one_way check (accepted_at is null or revoked_at is null)
);
create unique index officer_invitation_by_digest on organization.officer_invitation (cell_id, digest);
create unique index officer_is_invited_once on organization.officer_invitation (cell_id, unit_id, title, name)
  where accepted_at is null and revoked_at is null;
create index officer_invitation_of_place on organization.officer_invitation (cell_id, path, id);
alter table organization.officer_invitation enable row level security;
alter table organization.officer_invitation force row level security;
create policy officer_invitation_in_scope on organization.officer_invitation using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table organization.officer_invitation is '干部邀请: a one-time link by which an officer opens an account and takes a post. Of the link only a keyed digest is kept.';
comment on column organization.officer_invitation.name is '@personal whom it is for';
comment on column organization.officer_invitation.phone_cipher is '@personal where the link was sent; let go of when it is accepted or revoked';
comment on column organization.officer_invitation.phone_mask is '@personal';
comment on column organization.officer_invitation.mail_cipher is '@personal where the link is sent by hand; let go of when it is accepted or revoked';
comment on column organization.officer_invitation.mail_mask is '@personal';
comment on column organization.officer_invitation.renewed is 'how often a new link took the place of the one before';
comment on column organization.officer_invitation.post_id is 'the post it led to';
grant select, insert, update on organization.officer_invitation to gongqiao_app;
