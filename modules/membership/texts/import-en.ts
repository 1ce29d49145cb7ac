import type { Translation } from '@gongqiao/kernel/shared/texts.ts'
import type { importZh } from './import-zh.ts'

export const importEn: Translation<typeof importZh> = {
  'membership.import.number_destroyed':
    'A spreadsheet destroyed the last digits of the number; they cannot be brought back and are not guessed\nFormat the column as text in the original sheet and paste the numbers again. Whose number truly ends in 000 joins by scanning.',
  'membership.import.fifteen_converted':
    'An old number of 15 digits was converted to 18 by the national standard; compare it',
  'membership.import.no_phone': 'No phone: the person claims the record at the window',
  'membership.import.unknown_identityKind':
    'Unknown kind of document\nWrite a code 1 to 9 or a word, such as 居民身份证.',
  'membership.import.unknown_sex': 'Unknown sex\nWrite 男 or 女, or 1 or 2.',
  'membership.import.unknown_ethnicity':
    'Unknown ethnic group\nWrite the national code or the name, such as 01 or 汉族.',
  'membership.import.unknown_employment': 'Unknown employment status\nWrite a code 1 to 9 or a word, such as 在岗.',
  'membership.import.unknown_change': 'Unknown kind of membership change\nWrite a code 1 to 6 or a word, such as 入会.',
  'membership.import.has_left':
    'By the kind of change this person has left, so they are not entered\nIf they stand on the roll, they are listed among those no longer in the sheet for you to decide.',
  'membership.import.denied':
    'This person has said that the roster names them wrongly; while that report is open they are not listed again\nAnswer the report in the work queue first.',
  'membership.import.no_day': 'Not a date\nWrite it like 2015-06-01.',
  'membership.import.day_unclear': 'Year and month only; write the day too, like 2015-06-01',
  'membership.import.day_ahead': 'The date lies ahead; compare it',
  'membership.import.unit_name_too_long': 'The name of the union is too long; is it another column?',
  'membership.import.unit_unknown':
    'No such union in your scope\nCompare the name; where the union is not there yet, import unions first.',
  'membership.import.unit_closing': 'This union is being merged or dissolved and takes nobody in',
  'membership.import.other_name':
    'The name in the sheet and the name on the roll have no character in common, but the number is the same',
  'membership.import.same_person': 'It is the same person: the name changed, or was wrong on the roll',
  'membership.import.there_already': 'Since the dry run this person has come onto the roll',
  'membership.import.otherwise_now':
    'Things have changed since the dry run, so nothing was done\nUpload this row again.',
  'membership.import.ended_since': 'The record has ended since',
  'membership.import.claimed_since': 'The person has claimed the record since',
  'membership.import.answered_since': 'The person has answered since',
  'membership.import.no_open_code':
    'The union has no open joining code, and nobody was invited\nPlease make one first, then import.',
  'membership.import.called_since': 'This phone was invited since the dry run',
  'membership.call_text':
    '[{brand}] {unit} invites you to join the union. Whether you do is yours to decide, and your employer does not learn it: {link} If not, just leave it.',
  'membership.import.changed_since': 'The record has been changed since',
  'membership.message.roster_differs.title': 'The roster of {unit} differs from your record',
  'membership.message.roster_differs.text':
    'Your record has not changed. Compare: if the roster is right, change it yourself; if not, there is nothing to do.',
  'membership.message.roster_misses.title': 'Are you still at {unit}?',
  'membership.message.roster_misses.text':
    'The union’s new roster does not name you. Your membership has not changed; if you work elsewhere now, you can ask for a transfer.',
}
