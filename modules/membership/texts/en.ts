import type { Translation } from '@gongqiao/kernel/shared/texts.ts'
import { lifeEn } from '../life/texts/en.ts'
import { transferEn } from '../transfer/texts/en.ts'
import type { zh } from './zh.ts'

export const en: Translation<typeof zh> = {
  'membership.past_of_one_county':
    'Choose a county or a union below it\nThe roll of a past day is asked county by county; figures of a past day can be asked anywhere.',
  'membership.code_malformed': 'This is no joining code\nPlease scan again, or ask the union for a new one.',
  'membership.code_forged': 'This joining code is forged\nPlease type nothing on this page; call 12351 to check.',
  'membership.code_foreign':
    'This joining code belongs to another platform\nPlease open it there, or ask your union for a code of this one.',
  'membership.code_expired': 'This joining code has expired\nPlease ask the union for a new one, or call 12351.',
  'membership.code_revoked':
    'This joining code is no longer in use\nPlease ask the union for a new one, or call 12351.',
  'membership.short_code_unknown':
    'There is no such short code\nCompare the six characters with the poster again: short codes have no 0, 1, I, L, O, S or Z. You can also scan the square on the poster, or call 12351.',
  'membership.posters_by_county':
    'One file holds the posters of one county, of {most} unions at most\nGo down to a county or below it.',
  'membership.no_open_codes': 'There is no joining code in use here\nMake the codes first, then get the posters.',
  'membership.unit_closing':
    'This union is merging or closing and takes no new members\nPlease turn to the union above, or call 12351.',
  'membership.application_open':
    'An application of yours is still open: {unit}\nYou can apply to this union instead; the earlier one is then taken back.',
  'membership.nothing_to_claim':
    'No roster has this name, number and phone together\nThe phone on the roster may be missing or wrong. Scan your union’s joining code to join: when the union confirms, it is matched with the roster. Or bring your document to a union window, or call 12351.',
  'membership.number_of_another':
    'This number cannot stand on this membership\nPlease check the document. If it is right, turn to the union above, or call 12351.',
  'membership.listed_unclaimed':
    'Nobody has claimed this roster record yet\nLet the person scan a joining code to claim it, or apply for them at the window: when it is confirmed, it is matched with the roster.',
  'membership.letter_of_members':
    'No letter can be issued here\nThe person is no confirmed member of this union now. See which union holds them and refer the matter there.',
  'membership.no_card': 'There is no card yet\nScan a union’s joining code to join.',
  'membership.search_no_name': 'Please type a name, or characters of one',
  'membership.list_without_names':
    'The list has no column called name or member number\nPlease write the names of the columns into the first row, and choose the file again.',
  'membership.search_no_number': 'Please type the whole document number or phone',
  'membership.view_holds_number': 'A saved view cannot hold a document number or phone',
  'membership.too_many_views': 'At most {limit} views can be saved\nPlease delete those you no longer need first.',
  'membership.decided_in_future': 'The decision cannot lie ahead of today',
  'membership.decided_before_application': 'The decision cannot come before the application',
  'membership.person_must_prove':
    'The person has to prove who they are first\nPlease ask them to come to a union window with their document, or to follow the text message they got.',
  'membership.application_ended': 'This application has ended\nPlease reload to see where it stands.',
  'membership.expiry_days': 'A code is valid for 1 to 365 days',
  'membership.paper_missing': 'The signed paper was not found; please upload it again',
  'membership.proof_needs_phone': 'Please enter the phone the code goes to',
  'membership.message.confirmed.title': '{unit} has confirmed your membership',
  'membership.message.confirmed.text':
    'It counts from {since}. Your card is valid; you can vote and use every member service now.',
  'membership.message.returned.title': '{unit} asks you to mend your application',
  'membership.message.returned.text':
    'Reason: {reason}. Open it, change it and send it again; you need not start over.',
  'membership.message.person_check.title': '{unit} asks you to prove who you are',
  'membership.message.person_check.text':
    'The union has decided. Please come to a union window once with your document. If you cannot, call 12351.',
  'membership.message.alert.title': 'Somebody applied to {unit} with your document number',
  'membership.message.alert.text':
    'If it was you, please say so; if not, tell us “not me” and a person will look at it. Your membership has not changed.',
  'membership.message.digest.title': 'This week: {open} open, {overdue} overdue',
  'membership.message.digest.text': 'Open the desk to see each one and its due day.',
  'membership.message.name_corrected.title': '{before} corrected their name',
  'membership.message.name_corrected.text':
    'The name on the roll is {name} now, by the person themselves. Please ask them if in doubt.',
  'membership.message.number_corrected.title': '{unit} corrected your document number',
  'membership.message.number_corrected.text':
    'It was corrected by the document you showed at the window. If that was not you, turn to your union at once, or call 12351.',
  'membership.message.roster_accepted.title': '{name} looked at the roster: the roster is right',
  'membership.message.roster_accepted.text':
    'The person agrees with the roster, and the record at {unit} is as they wish; another phone counts once they proved it by its code.',
  'membership.message.roster_declined.title': '{name} looked at the roster: the record is right',
  'membership.message.roster_declined.text':
    'The person says that the record at {unit} is right; nothing was changed. Please correct the roster.',
  'membership.message.roster_left.title': '{name} says they have left',
  'membership.message.roster_left.text':
    'The person says they are no longer at {unit}. The membership is still with you: please talk to them about a transfer or keeping it.',
  'membership.message.roster_denied.title': '{name} says that the roster should not name them',
  'membership.message.roster_denied.text':
    'That line of the roster of {unit} has ended. A report “not me” waits in the queue: please look into the roster and answer.',
  'membership.message.roster_elsewhere.title': '{name} chose another union',
  'membership.message.roster_elsewhere.text':
    'Several rosters named this person, who chose elsewhere; that line of the roster of {unit} has ended.',
  'membership.message.roster_wish.title': '{name} wishes to transfer to {unit}',
  'membership.message.roster_wish.text':
    'The person is a member, and the wish to transfer is kept; that line of the roster has ended, and they come onto your roll with the transfer.',
  'membership.alert_text':
    '[{brand}] Somebody applied to {unit} with your document number. If it was not you, open Gongqiao and choose “not me”, or call 12351. Your membership has not changed.',
  'membership.reason.name_and_number_differ': 'name and number do not belong together',
  'membership.reason.not_working_here': 'does not work where this union is',
  'membership.reason.other_unit': 'belongs to another union',
  'membership.reason.details_missing': 'details are missing',
  'membership.reason.other': 'another reason',
  'membership.alert_answered': 'You have answered this already\nPlease reload to see where it stands.',
  'membership.message.answered.title': '{unit} has answered your report',
  'membership.message.answered.text':
    'Open it to read the answer. If it is settled, please say so; if not, ask us to go on.',
  'membership.message.due_moved.title': 'One of your time limits now ends on {to}',
  'membership.message.due_moved.text':
    'The holidays of the year or a rule have changed; the limit moved from {from} to {to}. Please keep to the new day.',
  ...lifeEn,
  ...transferEn,
}
