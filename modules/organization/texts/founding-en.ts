import type { Translation } from '@gongqiao/kernel/shared/texts.ts'
import type { foundingZh } from './founding-zh.ts'

export const foundingEn: Translation<typeof foundingZh> = {
  'organization.founding.not_above':
    'A union of members approves no founding\nThis is done by a township union or one above it.',
  'organization.founding.group_needed':
    'From 25 members on a preparatory group comes first\nOnly fewer than 25 may leave it out and meet at once.',
  'organization.founding.placed_already':
    'After the reply, name, form and level stay as they are\nStop this founding first, and begin another.',
  'organization.founding.covers_one':
    'A union of this form covers one employer\nFor several, choose a joint, regional or industry union.',
  'organization.founding.own_needed':
    'This employer needs a union committee of its own\nFrom {least} people on, a joint union is not enough.',
  'organization.founding.second_union':
    'An employer has one union of members\n{employer} is covered by {union}. Please settle it with that union before you approve.',
  'organization.founding.union_there':
    'This employer has a union: {union}. Please apply to join it, or turn to the union above it',
  'organization.founding.in_hand':
    '{upper} is already founding a union for this employer, and there is one of them only. Please turn to it',
  'organization.founding.agency_alone':
    'An agency has no committee and elects nobody; every other form has a committee or an organizer',
  'organization.founding.committee_needed': 'With {least} members or more there has to be a committee',
  'organization.founding.committee_needed_employees': 'Here there has to be a committee with {least} employees or more',
  'organization.founding.name_says_nothing': 'Please write the full name of the union',
  'organization.founding.employer_twice': 'One credit code stands here twice',
  'organization.founding.division_unknown': 'There is no such division code',
  'organization.founding.industry_unknown': 'There is no such industry code',
  'organization.founding.more_than_employees': 'More than there are employees',
  'organization.founding.day_in_future': 'This day is not later than today',
  'organization.founding.day_past': 'This day is not before today',
  'organization.founding.group_size': 'A preparatory group has {least} to {most} people',
  'organization.founding.one_leader': 'The group has one leader',
  'organization.founding.named_twice': '{name} stands here twice',
  'organization.founding.elected_in_future': 'The election is not later than today',
  'organization.founding.term_years': 'A term is 3 or 5 years',
  'organization.founding.more_women_than_members': 'More women than members',
  'organization.founding.general_meeting_needed': 'Fewer than {below} members meet as a general meeting',
  'organization.founding.more_expected_than_members': 'More are expected than there are members',
  'organization.founding.more_present_than_expected': 'More are present than were expected',
  'organization.founding.no_quorum': 'No quorum: at least {least} have to be present',
  'organization.founding.secret_ballot_needed':
    'The ballot is secret; fewer than {below} may show hands where the place allows it',
  'organization.founding.more_issued_than_present': 'More ballots were issued than people came',
  'organization.founding.more_returned_than_issued':
    'More ballots came back than were issued: the election is void and held again',
  'organization.founding.one_chair': 'There is one chair',
  'organization.founding.one_organizer': 'One organizer is elected',
  'organization.founding.more_elected_than_seats': 'More were elected than there are seats',
  'organization.founding.committee_too_small': 'A committee has at least {least} people',
  'organization.founding.votes_missing': 'Please give the votes for {name}',
  'organization.founding.more_votes_than_ballots': '{name} has more votes than there are ballots',
  'organization.founding.not_elected': '{name} has no majority: it takes at least {least} votes',
  'organization.founding.review_needed': 'A fund-review committee is elected along with it',
  'organization.founding.review_incompatible': '{name} is chair or vice-chair and cannot review the funds',
  'organization.founding.women_committee_needed':
    'With {least} women or more there is a women workers’ committee of at least 3',
  'organization.founding.women_committee_needed_employees':
    'Here {least} women employees or more have a women workers’ committee of at least 3',
  'organization.founding.women_member_needed': 'Where there are women, one member is for women workers',
  'organization.founding.sheet_no_name': 'The sheet has no column with the employer’s name',
  'organization.founding.sheet_code_destroyed':
    'The sheet made a number of this credit code and its last digits are lost\nSet the column to text and type it again.',
  'organization.founding.sheet_number': 'This is a number of people',
  'organization.founding.sheet_too_long': 'At most {most} at a time',
  'organization.credit.of_a_union': 'This code is a union’s; please give the employer’s',
  'organization.founding.sms':
    '[{brand}] {upper} has answered your request. Open the link you kept to see how it goes on.',
  'organization.registration.by_law':
    'No registration is needed\nUnions of counties and above and industrial unions are legal persons by law.',
  'organization.registration.not_founded':
    'This union is still being founded\nIt can be registered once its election is approved.',
  'organization.registration.not_registrable':
    'An agency or a union with an organizer alone is no legal person\nApply once there is a committee.',
  'organization.registration.open_already': 'An application is open already\nWait for it, or take it back first.',
  'organization.registration.registered_already': 'This union is registered already\nApply for a renewal or a change.',
  'organization.registration.not_registered': 'This union is not registered yet\nApply for its first registration.',
  'organization.registration.too_early':
    'It is too early to renew\nThe certificate ends on {to}; from {from} on its renewal can be applied for.',
  'organization.registration.term_over':
    'This committee’s term is over for more than six months, and no certificate can be issued\nElect anew first, or have the union above approve an extension.',
  'organization.registration.postcode': 'A postcode is 6 digits',
  'organization.registration.liability': 'A legal person has to be able to bear civil liability',
  'organization.registration.more_members_than_employees': 'More members than employees',
  'organization.registration.founded_after_election': 'A union is not founded later than its election',
  'organization.registration.extension_number': 'Please give the number of the document that extends the term',
  'organization.registration.birth_date_differs': 'The birth date does not agree with the identity number',
  'organization.message.ask_replied.title': '{upper} agrees that {unit} is founded',
  'organization.message.ask_replied.text': 'You can apply to join now. Nobody tells the employer who asked.',
  'organization.message.ask_declined.title': '{upper} answered your request for a union',
  'organization.message.ask_declined.text': 'Open it to see why, and how you can join a union now.',
  'organization.message.ask_joined.title': '{unit} covers your employer now',
  'organization.message.ask_joined.text': 'You can apply to join this union.',
  'organization.message.ask_approved.title': '{unit} has been founded',
  'organization.message.ask_approved.text': '{upper} has approved it. You can join, or see how it goes on.',
  'organization.message.ask_stopped.title': 'The founding of {unit} was stopped',
  'organization.message.ask_stopped.text': 'Open it to see why. You can still join {upper}.',
  'organization.message.registration_first.title': '{unit} is registered as a legal person',
  'organization.message.registration_first.text': 'Its certificate and credit code stand on the registration page.',
  'organization.message.registration_renewal.title': 'The certificate of {unit} was renewed',
  'organization.message.registration_renewal.text': 'The new one is valid as long as the term.',
  'organization.message.registration_change.title': 'The change of {unit} is registered',
  'organization.message.registration_change.text': 'A new certificate was issued and the one before recalled.',
  'organization.message.registration_cancellation.title': 'The registration of {unit} was cancelled',
  'organization.message.registration_cancellation.text': 'The certificate is recalled.',
  'organization.message.registration_returned.title': 'The application of {unit} was returned',
  'organization.message.registration_returned.text': 'Open it to see why, mend it and send it again.',
  'organization.message.certificate_ends.title': 'The certificate of {unit} ends on {on}',
  'organization.message.certificate_ends.text': 'Its renewal can be applied for now.',
}
