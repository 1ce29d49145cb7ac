-- What a place rules for founding and dividing unions is a row with its source, as rulebook 9 has it; '' is the whole country.
alter table organization.local_rule drop constraint local_rule_is_known;
alter table organization.local_rule add constraint local_rule_is_known
  check (rule in ('show_of_hands', 'audit_at_close', 'must_establish', 'establish_within', 'womens_committee', 'split_rule'));
alter table organization.local_rule drop constraint local_rule_division_is_digits;
alter table organization.local_rule add constraint local_rule_division_is_digits check (division ~ '^([0-9]{2,6})?$');
alter table organization.local_rule add column value jsonb not null default 'true';
alter table organization.local_rule add column confidence text not null default 'V1';
alter table organization.local_rule add constraint local_rule_confidence_is_known check (confidence in ('V1', 'V2', 'U', 'REC'));
comment on table organization.local_rule is '@reference 地方规定: what a place rules, by the leading digits of its division, the nearest first. show_of_hands: fewer than ten members may elect by show of hands (rulebook 1.3); audit_at_close: the books are audited although a union ends with its employer (ORG-29); must_establish: from how many members or employees a union with a committee is established (ORG-20); establish_within: by when; womens_committee: from how many women there is a women workers'' committee (ELE-23); split_rule: how property is divided (ORG-29).';
comment on column organization.local_rule.value is 'in the shape of its rule; true where a place either rules so or does not';
comment on column organization.local_rule.confidence is 'how sure the source is: V1 read in full, V2 second hand, U unchecked, REC recommended';
