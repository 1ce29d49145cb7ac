-- Whoever moves to another cell stays signed in: the session's row there is the one that holds, and this one leads to it.
alter table people.session add column moved_to integer;
comment on column people.session.moved_to is 'the cell its person moved to: what the session is now stands there, under the same digest';
