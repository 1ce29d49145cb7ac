export const lifeEn: { readonly [key in keyof typeof import('./zh.ts').lifeZh]: string } = {
  'membership.merge_not_two':
    'These two records cannot be made one\nPlease reload: one may have ended, or it is one record already.',
  'membership.merge_decide_first':
    'The record to be dropped has an application that is not decided\nPlease confirm or return it first.',
  'membership.merge_keep_greater':
    'The lesser record would be kept\nPlease turn it round: keep the member’s record, and drop the roster’s line.',
  'membership.merge_undone': 'This merge was undone already\nPlease reload to see the records.',
  'membership.merge_too_late':
    'It could be undone until {until}\nIf they are two people, please let the other apply again, or ask the union above.',
  'membership.duplicates_by_county':
    'Duplicates are looked for in a county or below\nPlease choose a union of one county.',
  'membership.catch_all_of_place':
    'An employer’s own union cannot be a catch-all\nA union of a county, township or community, a joint union or a federation can.',
  'membership.employers_by_county':
    'Figures by employer are shown for a county or a township\nPlease choose a union of one.',
  'membership.nobody_above':
    'There is no union above this one that could hold confidential members\nPlease scan the code of the union one level up, or call 12351.',
  'membership.not_confidential': 'Your membership is not confidential\nPlease reload to see how it stands.',
  'membership.confidential_already': 'Your membership is confidential already\nPlease reload to see how it stands.',
  'membership.change_not_open':
    'This membership cannot be changed so\nPlease reload to see how it stands; whoever has left can simply apply again.',
  'membership.life_open': 'The same is already under way\nPlease go on there, or take it back first.',
  'membership.still_member':
    'This membership is still held here, and this is still to be done\nPlease go on; what the person can take back, please let them.',
  'membership.no_group_opinion':
    'The union group has not given its opinion, so the committee cannot vote\nPlease let the group discuss it and write its opinion down first.',
  'membership.mend_time_runs':
    'The person has until {until} to mend it; nothing can be declared yet\nPlease wait for them, and let the committee decide after that day.',
  'membership.vote_not_carried':
    'Not more than half of all committee members voted for it\nThe membership has not changed. Please go on talking to them, or end this as mended.',
  'membership.filed_from_above': 'The union one level up files it\nPlease let one of its officers do so.',
  'membership.route_same_unit': 'The application is at this union already\nPlease choose another one.',
  'membership.route_within_county':
    'It can be routed only within the same county\nPlease tell the person to scan that union’s joining code: their application moves by itself.',
  'membership.day_in_future': 'Cannot lie ahead of today',
  'membership.day_before_membership': 'Cannot come before the day of the step before',
  'membership.reason_missing': 'Please choose a reason',
  'membership.unpaid_too_short': 'On the day of the talk, dues must have been unpaid for six months in a row',
  'membership.took_part_lately': 'Whoever took part within the six months is not deemed to have left',
  'membership.retained_owes_nothing': 'A retained member owes no dues and is not deemed to have left',
  'membership.vote_no_committee': 'A committee has at least one member',
  'membership.vote_more_than_members': 'No more can be present than the committee has members',
  'membership.vote_does_not_add_up': 'For, against and abstained must add up to those present',
  'membership.retention.retired': 'retired',
  'membership.retention.laid_off': 'laid off',
  'membership.retention.unemployed': 'unemployed',
  'membership.retention.unit_closed': 'the employer closed or went bankrupt',
  'membership.wish.retain': 'to be retained',
  'membership.wish.resume': 'to be active again',
  'membership.decline.still_working_here': 'still works here',
  'membership.decline.proof_missing': 'a proof is missing',
  'membership.decline.other_union': 'another union has to do it',
  'membership.decline.other': 'another reason',
  'membership.message.retained.title': '{unit} has retained your membership',
  'membership.message.retained.text':
    'From {on}; reason: {reason}. You pay no dues and neither vote, stand nor decide meanwhile; card and services go on. When you work again, scan the code of the new union.',
  'membership.message.resumed.title': '{unit} has made your membership active again',
  'membership.message.resumed.text': 'From {on} you vote, stand and decide again. Dues run from {dues}.',
  'membership.message.declined.title': '{unit} did not agree to what you asked',
  'membership.message.declined.text':
    'Reason: {reason}. Your membership has not changed. If you disagree, turn to {upper}, or call 12351.',
  'membership.message.standing_asked.title': '{name} asks {wish}',
  'membership.message.standing_asked.text': 'Please do it in the queue; a no needs its reason.',
  'membership.message.resignation_told.title': '{name} leaves the union',
  'membership.message.resignation_told.text':
    'Everybody is free to leave. Please let the committee announce it; until then the person can take it back.',
  'membership.message.resigned.title': '{unit} has announced that you left',
  'membership.message.resigned.text':
    'Your membership ended on {on} and the card is recalled. You can apply again at any time.',
  'membership.message.warned.title': '{unit} reminds you: dues and taking part',
  'membership.message.warned.text':
    'Your union wrote down six months in a row without dues and without taking part. Please make it good, or say why; otherwise the committee will discuss it. Open it to see what was written and by which rule.',
  'membership.message.mended.title': '{unit}: this is over',
  'membership.message.mended.text': 'Your membership has not changed.',
  'membership.message.declared.title': 'The committee of {unit} declared that you have left',
  'membership.message.declared.text':
    'By Article 6 of the Charter. If you disagree, you can appeal to {upper}, or call 12351. You can apply again at any time.',
  'membership.message.expulsion_proposed.title': '{unit} proposes to expel you',
  'membership.message.expulsion_proposed.text':
    'By Article 7 of the Charter the group discusses it first, then the committee votes. Until then your membership has not changed. Open it to see the judgment it rests on and every step.',
  'membership.message.kept.title': '{unit}: your membership stays as it is',
  'membership.message.kept.text': 'The expulsion did not carry, or was given up.',
  'membership.message.expelled.title': 'The committee of {unit} decided to expel you',
  'membership.message.expelled.text':
    'By Article 7 of the Charter; {upper} files it. If you disagree, you can appeal to {upper}, or call 12351.',
  'membership.message.renamed.title': '{unit} corrected your name',
  'membership.message.renamed.text':
    'The record says {name} now, as the document you showed at the window. If that is wrong, tell your union at once, or call 12351.',
  'membership.message.routed.title': 'Your application was given to {unit}',
  'membership.message.routed.text':
    'The union above {from} did so; there is nothing for you to do. You stay provisional, and the time limit of {unit} begins today. If it does not fit, withdraw it or scan another union’s code.',
  'membership.message.phone_freed.title': 'Your phone number has a new owner',
  'membership.message.phone_freed.text':
    'Somebody proved by a code that the number is theirs now, and your record no longer uses it. Please register a new one; if you did not give it up, tell your union at once, or call 12351.',
}
