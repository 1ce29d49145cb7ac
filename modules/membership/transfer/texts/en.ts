import type { transferZh } from './zh.ts'

export const transferEn: { readonly [key in keyof typeof transferZh]: string } = {
  'membership.not_a_member':
    'There is no membership to move yet\nA transfer is for confirmed members. While you are applying, you can apply to another union instead.',
  'membership.already_there': 'Your membership is with this union already\nThere is nothing to move.',
  'membership.unit_unknown':
    'There is no such union\nIt may have been merged or dissolved. Look for it again, or call 12351.',
  'membership.transfer_open':
    'A transfer to {unit} is under way\nYou can move to one union at a time. Take that one back first.',
  'membership.transfer_not_proved':
    'Name, number and phone do not lead to a membership that can move\nThey have to be as the person registered them. Check them with the person; whoever is no member joins instead.',
  'membership.decided_from_above': 'The union above both decides\nThe union that objected can take its objection back.',
  'membership.transfer_text':
    '[{brand}] {unit} asks you to move your membership to it. It is for you to decide: sign in and answer on the first page. If you do not want to, do nothing; it will not learn of it.',
  'membership.message.transfer_call.title': '{unit} asks you to move to it',
  'membership.message.transfer_call.text':
    'It is for you to decide. If you do not answer or say no, it does not learn whether you are a member, or where.',
  'membership.message.transfer_asked.title': '{name} asks to move to {to}',
  'membership.message.transfer_asked.text':
    'If you object, do so in time and with a reason; your silence lets them go.',
  'membership.message.transfer_coming.title': '{name} asks to come from {from}',
  'membership.message.transfer_coming.text': 'Please register and accept them; your silence accepts them.',
  'membership.message.transfer_objected.title': '{from} objects to your transfer',
  'membership.message.transfer_objected.text':
    'The union above both decides; until then nothing changes for you. Open it to see the reason, or to take the transfer back.',
  'membership.message.transfer_to_decide.title': 'An objection to {name}’s transfer waits for you',
  'membership.message.transfer_to_decide.text':
    'Please hear both unions and the member, and decide with reasons in time.',
  'membership.message.transfer_declined.title': '{to} did not accept your transfer',
  'membership.message.transfer_declined.text':
    'Your membership is with {from} as before. Open it to see the reason; you can ask again.',
  'membership.message.transfer_upheld.title': 'The union above both decided: no transfer',
  'membership.message.transfer_upheld.text':
    'Your membership is with {from} as before. Open it to see the reasons; if you do not agree, call 12351.',
  'membership.message.transfer_overrule.title': 'Decided: {name} may go',
  'membership.message.transfer_overrule.text':
    '{unit} decided that the objection falls; its reasons stand in the matter.',
  'membership.message.transfer_uphold.title': 'Decided: {name} stays',
  'membership.message.transfer_uphold.text':
    '{unit} decided that the objection stands; its reasons stand in the matter.',
  'membership.message.transfer_done.title': 'Your membership is with {to} now',
  'membership.message.transfer_done.text':
    'Your card number and the day you joined stay the same. From next month you pay your dues at {to}.',
  'membership.message.transfer_left.title': '{name} has moved away',
  'membership.message.transfer_left.text': 'The membership is with {to} now; the roll is up to date.',
  'membership.message.transfer_came.title': '{name} has moved here',
  'membership.message.transfer_came.text': 'The membership came from {from}; the roll is up to date.',
  'membership.message.transfer_over.title': '{name}’s transfer has ended',
  'membership.message.transfer_over.text':
    'There is nothing left to do. The reason stands in the history at both unions.',
  'membership.message.transfer_gone.title': '{to} has ended with its employer, and your transfer with it',
  'membership.message.transfer_gone.text': 'Your membership is with {from} as before. You can ask to move elsewhere.',
  'membership.message.transfer_same.title': '{to} and your union have become one',
  'membership.message.transfer_same.text': 'Your membership is with this union already; there is nothing to move.',
  'membership.message.transfer_followed.title': '{to} has your transfer now',
  'membership.message.transfer_followed.text':
    'The union you were moving to has gone on as {to}. You need not ask again, and nothing is lost. If you do not want to move there, open it and take it back.',
  'membership.export.transfers_out': 'Members leaving',
  'membership.export.transfers_in': 'Members coming',
  'membership.export.from': 'From',
  'membership.export.to': 'To',
  'membership.export.transfer_state': 'State',
  'membership.export.asked': 'Asked on',
  'membership.export.ended': 'Ended on',
}
