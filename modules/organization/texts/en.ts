import type { Translation } from '@gongqiao/kernel/shared/texts.ts'
import { foundingEn } from './founding-en.ts'
import { importEn } from './import-en.ts'
import { lifeEn } from './life-en.ts'
import type { zh } from './zh.ts'

export const en: Translation<typeof zh> = {
  'organization.not_an_officer_here':
    'That person is no officer of this union or the one above\nPlease choose one from the list.',
  'organization.holds_it_already': 'This person holds the post already\nThere is nothing to hand over.',
  'organization.too_many_tokens': 'You have {most} tokens already\nPlease revoke those you no longer use first.',
  'organization.message.escalated.title': '{matters} late matters of {unit} were passed up to you',
  'organization.message.escalated.text': 'They stand in your queue; their state and due day have not changed.',
  'organization.unit_not_active': 'This union is closing or closed\nPlease do this at the union that takes its place.',
  'organization.role_of_another_level':
    'This role belongs to another level\nA union of members has grassroots officers, every union above has upper officers.',
  'organization.invited_already':
    'This person is invited to this post already\nThe list of invitations lets you send it again or take it back.',
  'organization.invitation_unknown':
    'This link is not valid\nIt may be incomplete, or a newer one has taken its place: use the latest link you got, or ask the union that invited you to send it again.',
  'organization.invitation_used':
    'This invitation was used\nThe account is open, please sign in. If it was not you who opened it, tell the union that invited you at once.',
  'organization.invitation_revoked': 'This invitation was taken back\nPlease contact the union that invited you.',
  'organization.invitation_expired':
    'This invitation has ended\nA link works for 14 days. Please ask the union that invited you to send it again.',
  'organization.code_wrong':
    'The code is wrong\nType the six digits your authenticator shows now; the phone’s time has to be automatic.',
  'organization.login_taken': 'This login is somebody’s already\nPlease choose another one.',
  'organization.login.form': 'A login has 3 to 40 letters, digits, dots, hyphens or underscores',
  'organization.password.short': 'A password has at least {limit} characters',
  'organization.password.is_login': 'The password must not be the login',
  'organization.code.form': 'The code is six digits',
  'organization.mail.form': 'This is no mail address',
  'organization.invitation.sms':
    '[{brand}] {unit} invites you to the post “{title}”. Open the link within {days} days to open your account: {link} . It works once; please do not pass it on.',
  ...importEn,
  ...lifeEn,
  ...foundingEn,
}
