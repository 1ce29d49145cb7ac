-- A note that somebody wished to move becomes a question to them: they are told what moving means, and say yes or no.
alter table membership.transfer_wish rename to transfer_call;
alter table membership.transfer_call rename constraint transfer_wish_pkey to transfer_call_pkey;
alter table membership.transfer_call rename constraint transfer_wish_of_membership to transfer_call_of_membership;
alter table membership.transfer_call rename constraint transfer_wish_to_unit to transfer_call_to_unit;
alter index membership.transfer_wish_of_membership rename to transfer_call_of_membership;
set local app.scope = '0|999999||~';
alter table membership.transfer_call
  add column person_id    uuid,
  add column origin       text not null default 'scan',
  add column answered_at  timestamptz,
  add column answer       text,
  add constraint transfer_call_origin_is_known check (origin in ('scan', 'roster', 'union')),
  add constraint transfer_call_answer_is_known check (answer in ('moved', 'stayed')),
  add constraint transfer_call_is_answered_once check ((answer is null) = (answered_at is null));
update membership.transfer_call c set person_id = m.person_id from membership.membership m where m.cell_id = c.cell_id and m.id = c.membership_id;
alter table membership.transfer_call alter column person_id set not null, alter column origin drop default;
create index transfer_call_of_person on membership.transfer_call (cell_id, person_id) where answered_at is null;
alter table membership.transfer_call enable row level security;
alter table membership.transfer_call force row level security;
create policy transfer_call_in_scope on membership.transfer_call using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table membership.transfer_call is '转会邀约: a member scanned another union''s code, or that union asks them to come; they say yes or no (T-MEM-1).';
comment on column membership.transfer_call.origin is 'scan: their own act; roster: a roster names them; union: the other union asks';
grant update on membership.transfer_call to gongqiao_app;

create table membership.transfer (
  cell_id          integer          not null,
  matter_id        uuid             not null,
  path             text collate "C" not null,
  membership_id    uuid             not null,
  person_id        uuid             not null,
  from_unit_id     uuid             not null,
  to_unit_id       uuid             not null,
  to_cell          integer          not null,
  incoming_id      uuid             not null,
  channel          text             not null,
  asked_at         timestamptz      not null,
  accepted_at      timestamptz,
  released_at      timestamptz,
  released_by      text,
  decider_unit_id  uuid,
  ended_at         timestamptz,
  goes_on_id       uuid,
  constraint transfer_pkey primary key (cell_id, matter_id),
  constraint transfer_of_matter foreign key (cell_id, matter_id) references kernel.matter (cell_id, id),
  constraint transfer_of_membership foreign key (cell_id, membership_id) references membership.membership (cell_id, id),
  constraint transfer_from_unit foreign key (from_unit_id) references organization.unit (id),
  constraint transfer_to_unit foreign key (to_unit_id) references organization.unit (id),
  constraint transfer_decided_by_unit foreign key (decider_unit_id) references organization.unit (id),
  constraint transfer_channel_is_known check (channel in ('self', 'window', 'invited')),
  constraint transfer_release_is_known check (released_by in ('union', 'silence', 'decision')),
  constraint transfer_is_released_somehow check ((released_at is null) = (released_by is null))
);
create unique index transfer_one_open on membership.transfer (cell_id, membership_id) where ended_at is null;
create index transfer_of_person on membership.transfer (cell_id, person_id, asked_at);
alter table membership.transfer enable row level security;
alter table membership.transfer force row level security;
create policy transfer_in_scope on membership.transfer using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table membership.transfer is '转会: content of the matter at the union the member leaves (MEM-30, MEM-31).';
comment on column membership.transfer.incoming_id is 'the matter at the union they come to, in its cell';
comment on column membership.transfer.released_by is 'how the old union''s side was through: it said so, it was silent for its days, or the union above both decided';
comment on column membership.transfer.decider_unit_id is 'who decides over an objection: the union above both';
comment on column membership.transfer.goes_on_id is 'the membership it became, in the cell of the new union';

create table membership.incoming (
  cell_id        integer          not null,
  matter_id      uuid             not null,
  path           text collate "C" not null,
  unit_id        uuid             not null,
  person_id      uuid             not null,
  name           text             not null,
  identity_mask  text             not null,
  from_cell      integer          not null,
  transfer_id    uuid             not null,
  from_unit_id   uuid             not null,
  channel        text             not null,
  asked_at       timestamptz      not null,
  ended_at       timestamptz,
  constraint incoming_pkey primary key (cell_id, matter_id),
  constraint incoming_of_matter foreign key (cell_id, matter_id) references kernel.matter (cell_id, id),
  constraint incoming_to_unit foreign key (unit_id) references organization.unit (id),
  constraint incoming_from_unit foreign key (from_unit_id) references organization.unit (id),
  constraint incoming_channel_is_known check (channel in ('self', 'window', 'invited'))
);
create index incoming_of_place on membership.incoming (cell_id, path, matter_id);
alter table membership.incoming enable row level security;
alter table membership.incoming force row level security;
create policy incoming_in_scope on membership.incoming using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table membership.incoming is '转入: content of the matter at the union a member comes to. It is there only once the person has said yes.';
comment on column membership.incoming.name is '@personal 姓名';
comment on column membership.incoming.identity_mask is '@personal stored mask of the number: first two characters and the last';
comment on column membership.incoming.transfer_id is 'the matter at the union they leave, in from_cell';

create table membership.transfer_invitation (
  cell_id          integer          not null,
  id               uuid             not null,
  path             text collate "C" not null,
  unit_id          uuid             not null,
  name             text             not null,
  identity_digest  bytea            not null,
  identity_mask    text             not null,
  post_id          uuid             not null,
  by_words         text             not null,
  at               timestamptz      not null,
  expires_on       date             not null,
  came_at          timestamptz,
  constraint transfer_invitation_pkey primary key (cell_id, id),
  constraint transfer_invitation_to_unit foreign key (unit_id) references organization.unit (id)
);
create index transfer_invitation_of_place on membership.transfer_invitation (cell_id, path, id);
alter table membership.transfer_invitation enable row level security;
alter table membership.transfer_invitation force row level security;
create policy transfer_invitation_in_scope on membership.transfer_invitation using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table membership.transfer_invitation is '转入邀请: a union asks somebody it names to move to it. Whether the network knows them is never said; it reads the same for everybody until they say yes.';
comment on column membership.transfer_invitation.name is '@personal 姓名 as the union typed it';
comment on column membership.transfer_invitation.identity_digest is 'keyed digest of the number the union typed';
comment on column membership.transfer_invitation.identity_mask is '@personal mask of that number';
comment on column membership.transfer_invitation.came_at is 'when the person said yes; nothing is kept of a no';

alter table kernel.matter add constraint matter_state_of_transfer check (
  kind <> 'membership.transfer' or state in ('asked', 'objected', 'released', 'completed', 'withdrawn', 'declined', 'refused', 'ended'));
alter table kernel.matter add constraint matter_state_of_incoming check (
  kind <> 'membership.incoming' or state in ('asked', 'accepted', 'completed', 'declined', 'ended'));

grant select, insert, update on membership.transfer, membership.incoming, membership.transfer_invitation to gongqiao_app;
