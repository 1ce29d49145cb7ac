-- A rule says everything its clock needs: how it is counted, what stops and what prolongs it, and what happens at its end.
alter table kernel.deadline_rule
  add column counting   text    not null default 'after',
  add column alt_unit   text,
  add column trigger_zh text    not null default '',
  add column trigger_en text    not null default '',
  add column bearer     text    not null default '',
  add column pause_on   text[]  not null default '{}',
  add column extend     jsonb,
  add column on_expire  text    not null default 'none',
  add column reminders  text[],
  add column source     text    not null default '',
  add constraint deadline_rule_counting_is_known check (counting in ('after', 'before', 'before_clear')),
  add constraint deadline_rule_other_reading_is_of_days check (alt_unit is null or (counting = 'after'
    and ((unit = 'day' and alt_unit = 'workday') or (unit = 'workday' and alt_unit = 'day')))),
  add constraint deadline_rule_end_is_known check (on_expire in
    ('none', 'raise', 'lapses', 'opens_next', 'takes_effect', 'counts_as_refused', 'breach')),
  add constraint deadline_rule_reminders_are_known check (reminders is null or reminders <@ array[
    'half', 'four_fifths', 'three_workdays_before', 'one_workday_before', 'due_day']),
  add constraint deadline_rule_extension_is_said check (extend is null or (jsonb_typeof(extend) = 'object'
    and (extend ->> 'max')::integer > 0)),
  add constraint deadline_rule_region_is_a_code check (region ~ '^[0-9]{6}$'),
  add constraint deadline_rule_ends_after_it_begins check (effective_to is null or effective_to >= effective_from);
comment on column kernel.deadline_rule.counting is 'after an event (T-01), before one (T-13), or before one with full days between';
comment on column kernel.deadline_rule.alt_unit is 'the other reading of 日, where the law leaves it open: overdue only under both (T-07, T-12)';
comment on column kernel.deadline_rule.trigger_zh is 'the event that starts the clock, as the explanation names it (T-17)';
comment on column kernel.deadline_rule.bearer is 'whose time or duty it is: a code of the register';
comment on column kernel.deadline_rule.pause_on is 'reasons for which the clock may stand still (T-11)';
comment on column kernel.deadline_rule.extend is 'how far it may be prolonged: max, unit, approver, notify (T-16)';
comment on column kernel.deadline_rule.on_expire is 'what follows when the day has passed';
comment on column kernel.deadline_rule.reminders is 'the marks of T-15 at which it reminds; null: all of them';
comment on column kernel.deadline_rule.source is 'the instrument of law it is taken from';

-- A place may have holidays of its own (T-CAL-04).
alter table kernel.calendar_day add column region text not null default '000000';
alter table kernel.calendar_day drop constraint calendar_day_pkey;
alter table kernel.calendar_day
  add constraint calendar_day_pkey primary key (day, region),
  add constraint calendar_day_region_is_a_code check (region ~ '^[0-9]{6}$');
comment on column kernel.calendar_day.region is 'division code of the place the day holds for; 000000 the whole country (T-CAL-04)';

-- What a clock has gone through, so that its due day can be computed again at any time.
alter table kernel.matter
  add column pauses      jsonb     not null default '[]',
  add column paused_from date,
  add column paused_for  text,
  add column extensions  integer[] not null default '{}',
  add constraint matter_stands_for_a_reason check ((paused_from is null) = (paused_for is null));
comment on column kernel.matter.pauses is 'days of the state''s clock that do not count: from, to, reason; both ends included (T-11)';
comment on column kernel.matter.paused_from is 'the clock stands still since this day, which no longer counts; the due day is known again when it runs on';
comment on column kernel.matter.paused_for is 'the reason, one of those the rule or the state lists';
comment on column kernel.matter.extensions is 'by how much the state''s clock was prolonged, in the unit of its rule (T-16)';
