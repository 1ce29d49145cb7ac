export const en = {
  'clock.not_yours':
    'Your post does not keep the rules and the calendar of this place\nThose of the country are kept by the national federation, those of a province by the province.',
  'clock.no_such_rule':
    'There is no such time limit\nNo version is in force there on that day. Please check rule and day.',
  'clock.version_there': 'A version begins on that day already\nPlease choose another day, or undo that change first.',
  'clock.not_prolonged':
    'It cannot be prolonged so much\nThis time limit is prolonged by {most} at most in all, in its own unit; 0 means not at all.',
  'clock.too_late': 'The time has passed already\nPlease handle it soon, or ask the union one level up.',
  'clock.own_extension':
    'Whoever handles it does not prolong it\nPlease ask another post of the union, or the union one level up.',
  'clock.undone_already': 'This change was undone already\nPlease reload to see how it stands.',
  'clock.changed_since': 'Somebody has changed it since\nPlease undo the later change first.',
  'clock.alt_unit': 'Another reading is either of days or of working days, unlike the first',
  'clock.roll_of_hours': 'Hours and working days do not roll',
  'clock.hours_before': 'Hours are not counted back',
  'clock.ends_before_it_begins': 'It ends before it begins',
  'clock.length_too_long': 'Too long for this unit',
  'clock.sheet_day': 'Row {row}: the day was not understood; please write 2027-01-01',
  'clock.sheet_kind':
    'Row {row}: the kind was not understood; please write holiday, adjusted rest, weekend, make-up day or working day',
  'clock.sheet_title': 'Calendar',
  'clock.sheet_day_title': 'Day',
  'clock.sheet_kind_title': 'Kind',
  'clock.sheet_name_title': 'Holiday',
  'clock.kind.statutory': 'holiday',
  'clock.kind.adjusted_rest': 'adjusted rest',
  'clock.kind.weekend': 'weekend',
  'clock.kind.makeup_workday': 'make-up day',
  'clock.kind.workday': 'working day',
  'clock.message.reminded.title': 'Watch the time of these matters: {matters}',
  'clock.message.reminded.text':
    'Due today: {due_day}. One working day left: {one_workday_before}. Three working days left: {three_workdays_before}. Four fifths of the time gone: {four_fifths}. Half of it gone: {half}. They are in your queue.',
  'clock.message.supervised.title': 'Due tomorrow at {unit}: {matters}',
  'clock.message.supervised.text':
    'They are not done yet. What is still open one working day after its due day goes to the union one level up.',
  'clock.message.your_time.title': 'Please act by {on}: {what}',
  'clock.message.your_time.text':
    'Your time ends on {due}. To be safe, act no later than {on}; the union’s window and 12351 help you with it.',
  'clock.message.extended.title': 'The time of a matter now ends on {to}',
  'clock.message.extended.text': 'It ended on {from} before. The reason: {reason}.',
} as const
