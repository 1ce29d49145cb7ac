import type { Translation } from '@gongqiao/kernel/shared/texts.ts'
import type { lifeZh } from './life-zh.ts'

export const lifeEn: Translation<typeof lifeZh> = {
  'organization.caretaker':
    'The committee’s term is over and you act as a caretaker, who does not do this (ELE-03)\nRoll, queue and window go on as ever. Ask for more time: once the union above has approved it you can do this; or the union above does it for you.',
  'organization.committee_barred':
    'The rules do not allow this committee\nBelow is who and which rule; please mend it and send it again.',
  'organization.committee_by_above':
    'The union above records this\nIt approves elections and by-elections (ELE-40): please contact it.',
  'organization.committee_earlier':
    'The election is later than that of the committee in office, {day}\nPlease check the day.',
  'organization.seat_taken': 'There is a chair in office\nPlease record first that the one before has left.',
  'organization.seat_protected':
    'A chair or vice-chair is not moved before the term ends (ORG-40)\nWhere it has to be, with the consent of their committee and of the union above, the union above records it.',
  'organization.seat_before_its_time':
    'The day of leaving is before the day of taking office, {day}\nPlease check the day.',
  'organization.no_term': 'No term is recorded for this union\nPlease record the committee in office first.',
  'organization.not_a_caretaker':
    'The term of this union runs or was extended: there is no caretaker\nNothing has to be ended.',
  'organization.caretaker_too_high':
    'Caretakers above the county are not ended here\nPlease let the union above see to the re-election.',
  'organization.extension_not_later': 'More time means later than {day}, when the term ends',
  'organization.extension_past': 'More time means later than today',
  'organization.extension_too_long': 'Until {day} at most: a re-election is put off by six months at most ({rule})',
  'organization.message.term_ends.title': 'The committee’s term of {unit} ends in {days} days',
  'organization.message.term_ends.text':
    'It runs until {day}. Please prepare the re-election; if it cannot be on time, ask the union above for more time now.',
  'organization.message.term_over.title': 'The committee’s term of {unit} is over',
  'organization.message.term_over.text':
    'It ended on {day}. Roll, queue and window go on; elections, funds and exports wait for the re-election or more time.',
  'organization.message.term_over_above.title': '{unit} has not been re-elected in time',
  'organization.message.term_over_above.text':
    'Its term ended on {day}. Please see to the re-election, approve more time, or end the caretakers and look after it yourselves.',
  'organization.seat.chair': 'chair',
  'organization.seat.vice_chair': 'vice-chair',
  'organization.seat.standing_member': 'standing committee',
  'organization.seat.committee_member': 'committee member',
  'organization.seat.fund_review_chair': 'head of fund review',
  'organization.seat.fund_review_member': 'fund review',
  'organization.seat.women_chair': 'head of the women’s committee',
  'organization.seat.women_member': 'women’s committee',
  'organization.seat.organizer': 'organizer',
  'organization.seat.finance_head': 'finance head',
  'organization.seat.staff': 'staff',
  'organization.bar.chair': '{name} as {seat}: the chair is not of fund review ({rule})',
  'organization.bar.vice_chair': '{name} as {seat}: a vice-chair is not of fund review ({rule})',
  'organization.bar.standing_member': '{name} as {seat}: the standing committee is not of fund review ({rule})',
  'organization.bar.finance_head': '{name} as {seat}: the finance head is not of fund review ({rule})',
  'organization.bar.handles_money': '{name} as {seat}: whoever handles money or goods is not of fund review ({rule})',
  'organization.bar.principal': '{name} as {seat}: not the head of the employer ({rule})',
  'organization.bar.legal_representative': '{name} as {seat}: not the employer’s legal representative ({rule})',
  'organization.bar.partner': '{name} as {seat}: not a partner of the employer ({rule})',
  'organization.bar.deputy': '{name} as {seat}: not a deputy head of the employer ({rule})',
  'organization.bar.personnel_head': '{name} as {seat}: not the head of human resources ({rule})',
  'organization.bar.kin_of_principal': '{name} as {seat}: not a near relative of the head ({rule})',
  'organization.bar.kin_of_legal_representative':
    '{name} as {seat}: not a near relative of the legal representative ({rule})',
  'organization.bar.kin_of_partner': '{name} as {seat}: not a near relative of a partner ({rule})',
  'organization.bar.kin_of_deputy': '{name} as {seat}: not a near relative of a deputy head ({rule})',
  'organization.bar.foreign': '{name} as {seat}: not a foreign employee ({rule})',
  'organization.bar.retained': '{name} as {seat}: retained members cannot stand ({rule})',
  'organization.bar.not_a_member': '{name} as {seat}: only members can stand ({rule})',
  'organization.bar.not_a_woman': '{name} as {seat}: a woman heads the women’s committee ({rule})',
  'organization.bar.not_of_committee':
    '{name} as {seat}: the head of the women’s committee is of the committee ({rule})',
  'organization.committee.no_chair': 'A committee has a chair ({rule})',
  'organization.committee.several_chairs': 'There is one chair ({rule})',
  'organization.committee.several_organizers': 'There is one organizer ({rule})',
  'organization.committee.years': 'A grassroots committee is elected for 3 or 5 years, a local union’s for 5 ({rule})',
  'organization.committee.committee_needed': 'From 25 members a union has a committee ({rule})',
  'organization.committee.women_needed': 'From 10 women members there is a women’s committee ({rule})',
  'organization.committee.not_yet': 'The day of the election is not after today',
  'organization.change_open': 'A change of this union is under way\nPlease finish it or take it back first.',
  'organization.change.no_resolution': 'A resolution of the members’ or delegates’ meeting is needed ({rule})',
  'organization.change.no_resolution_there':
    'The union it goes into needs a resolution too: please give its day ({rule})',
  'organization.change.no_audit': 'The books are audited before: please give the day and by whom ({rule})',
  'organization.change.no_property': 'Please say what becomes of funds and assets ({rule})',
  'organization.change.not_yet': 'The day is not after today',
  'organization.change.no_other': 'Please choose the other union ({rule})',
  'organization.change.no_name': 'Please name the new union ({rule})',
  'organization.change.takes_nothing': 'Please choose members, unions below or employers for the new union ({rule})',
  'organization.change.says_nothing': 'Please give a new name, short name or division code ({rule})',
  'organization.change.other_not_active': 'That union is closing or closed ({rule})',
  'organization.change.itself': 'It cannot be the union itself ({rule})',
  'organization.change.below_itself': 'It cannot stand below a union of its own ({rule})',
  'organization.change.there_already': 'It stands under that union already ({rule})',
  'organization.change.whole_cell': 'Unions of a county and above are not changed here ({rule})',
  'organization.change.children_elsewhere':
    'There are unions below: before it goes to another county, move them there one by one ({rule})',
  'organization.change.not_its_own': 'The unions chosen do not stand directly below this one ({rule})',
}
