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

insert into organization.local_rule (rule, division, effective_from, value, article, confidence) values
  ('must_establish', '', '1993-01-01', '{"members": 25, "employees": null}', '工会法第十一条：会员二十五人以上的，应当建立基层工会委员会', 'V1'),
  ('must_establish', '4403', '1993-01-01', '{"members": 10, "employees": 25}', '深圳市实施工会法办法：会员十人以上或者职工二十五人以上的，应当建立工会', 'V2'),
  ('establish_within', '4403', '1993-01-01', '{"months": 6, "otherwise": null}', '深圳市实施工会法办法：六个月内建立工会', 'V2'),
  ('establish_within', '31', '1993-01-01', '{"months": 6, "otherwise": null}', '上海市工会条例：自开业或者设立之日起六个月内建立工会', 'V1'),
  ('establish_within', '11', '1993-01-01', '{"months": 6, "otherwise": "helpers"}', '北京市实施工会法办法：满六个月未建立的，上级工会派员帮助、指导', 'V1'),
  ('establish_within', '50', '1993-01-01', '{"months": 12, "otherwise": "notice"}', '重庆市实施工会法办法：满一年未建立的，发出意见书', 'V1'),
  ('womens_committee', '', '1993-01-01', '{"members": 10, "employees": null, "oneFrom": 1}', '工会女职工委员会工作条例第十一条', 'V2'),
  ('womens_committee', '11', '1993-01-01', '{"members": null, "employees": 25, "oneFrom": 1}', '北京市实施工会法办法：女职工二十五人以上', 'V1'),
  ('womens_committee', '31', '1993-01-01', '{"members": 25, "employees": null, "oneFrom": 1}', '上海市工会条例：女会员二十五人以上', 'V1'),
  ('womens_committee', '4101', '1993-01-01', '{"members": null, "employees": 25, "oneFrom": 1}', '郑州市工会条例（1994）：女职工二十五人以上', 'V1'),
  ('womens_committee', '4403', '1993-01-01', '{"members": 10, "employees": 25, "oneFrom": 3}', '深圳市实施工会法办法：女职工二十五人或者女会员十人以上', 'V2'),
  ('split_rule', '', '1993-01-01', '"by_employees"', '全国推荐值：按职工人数分割', 'REC'),
  ('split_rule', '50', '1993-01-01', '"by_employees"', '重庆市实施工会法办法第四十二条：按职工人数分割', 'V1'),
  ('split_rule', '41', '1993-01-01', '"by_employees"', '河南省实施工会法办法第三十五条：按职工人数分割', 'V1'),
  ('split_rule', '11', '1993-01-01', '"reasonable"', '北京市实施工会法办法第六十条：由原工会合理分配', 'V1');
