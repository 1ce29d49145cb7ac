alter table elections.contest
  add column places integer,
  add constraint contest_list_has_a_place_for_every_seat check (places >= seats);
comment on column elections.contest.places is 'places on the final list that a preliminary vote 预选 makes; null where there is none (ELE-61)';

alter table elections.round
  drop constraint round_kind_is_known,
  add constraint round_kind_is_known
    check (kind in ('preliminary', 'preliminary_again', 'first', 'repeat', 'run_off', 'rest'));
comment on column elections.round.seats is 'how many one ballot may choose: the seats, or the places of a final list';

alter table elections.candidate
  drop constraint candidate_stands_for_something,
  -- Until now nobody was asked, and everybody was seated so.
  add column engagement text default 'part_time',
  add constraint candidate_engagement_is_known check (engagement in ('full_time', 'part_time', 'seconded'));
alter table elections.candidate alter column engagement drop default;
comment on column elections.candidate.bodies is 'what they stand for; empty for somebody whom ballots named 另选他人 (ELE-55)';
comment on column elections.candidate.declared_by is 'post and unit of whoever declared it; empty while nobody has';
comment on column elections.candidate.engagement is '任职方式, once elected; null while it was not asked';

comment on column elections.tally.votes is 'candidate id to [for, against, abstaining]; of somebody written in only the first';
