-- The spine takes any state of any module; a matter of ours is in one of the states its machine knows.
alter table kernel.matter add constraint matter_state_of_application check (
  kind <> 'membership.application' or state in ('submitted', 'returned', 'person_check', 'confirmed', 'withdrawn', 'replaced'));
alter table kernel.matter add constraint matter_state_of_not_me check (
  kind <> 'membership.not_me' or state in ('reported', 'answered', 'settled'));
