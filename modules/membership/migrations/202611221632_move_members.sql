-- Whoever moves to another cell begins anew there; each row says where its person came from and where they went.
alter table membership.membership
  add column came_from_cell  integer,
  add column came_from_id    uuid,
  add column went_to_cell    integer,
  add column went_to_id      uuid,
  add constraint membership_came_from_a_row check ((came_from_cell is null) = (came_from_id is null)),
  add constraint membership_went_to_a_row check ((went_to_cell is null) = (went_to_id is null));
comment on column membership.membership.came_from_id is 'the membership it goes on from, in another cell';
comment on column membership.membership.went_to_id is 'the membership that goes on from it, in another cell';

-- A card keeps its number wherever its member goes.
grant update on membership.card to gongqiao_app;
