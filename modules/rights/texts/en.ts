import type { Translation } from '@gongqiao/kernel/shared/texts.ts'
import type { zh } from './zh.ts'

export const en: Translation<typeof zh> = {
  'rights.query_code_unknown':
    'There is no such query code\nPlease check it again: 12 characters, without 0, 1, I, L, O, S, Z. You can also call 12351.',
  'rights.no_union_to_ask': 'You belong to no union yet\nPlease choose the union of a place; it takes your question.',
  'rights.nothing_by_this_phone':
    'Nothing was asked with this phone\nWhat was asked by no name is opened by its query code alone.',
  'rights.extended_already': 'It was extended once already\nA question is extended once only. Please answer in time.',
  'rights.urgent_not_extended':
    'What is urgent is not extended\nPlease call the person at once, or refer it to a union that can act.',
  'rights.extension_too_late':
    'It is late already\nThe person is told of an extension before the day is over. Please answer soon.',
  'rights.clock_runs_on':
    'The clock of this question cannot stand still\nReach the person directly, or say what is missing by “Tell how far it is”; the clock runs on.',
  'rights.stands':
    'The union’s clock has stood still since {from} and no day counts; working days left: {left}. It runs on from the day after more is added.',
  'rights.stands.days':
    'The union’s clock has stood still since {from} and no day counts; days left: {left}. It runs on from the day after more is added.',
  'rights.no_second_opinion':
    'The union above has taken it up again already, or there is none\nThe union that has it can go on with it, and you can call 12351.',
  'rights.nothing_heard': 'Please write what the person said on the phone',
  'rights.not_alike':
    'These cannot be joined\nOnly unanswered questions about the same employer or of the same kind can be.',
  'rights.unit_closing': 'This union is merging or closing\nPlease choose the union above it, or call 12351.',
  'rights.unit_not_a_place': 'Please choose the union of a place',
  'rights.nothing_said': 'Please write a few words, or record some',
  'rights.credit_code_wrong': 'This credit code is wrong; if you do not know it, the name alone will do',
  'rights.voice_too_long': 'A recording has {seconds} seconds at most; please say it in several',
  'rights.voice_too_large': 'The recording is too large; {megabytes} MB at most',
  'rights.voice_unreadable': 'This recording cannot be played; please record it again',
  'rights.picture_too_large': 'Picture {number} is too large; {megabytes} MB at most',
  'rights.picture_unreadable': 'Picture {number} cannot be opened; please send a JPG or PNG',
  'rights.text_news':
    '[{brand}] There is news of what you asked. Open it by your query code: {link} . You can also call 12351.',
  'rights.message.answered.title': '{unit} has answered you',
  'rights.message.answered.text':
    'Open it to read the answer. Say whether that solves it; if not, you can ask them to go on.',
  'rights.message.more.title': '{unit} asks you for a little more',
  'rights.message.more.text':
    'Open it to see what is missing. The union goes on once you have added it; the days until then do not count.',
  'rights.message.interim.title': '{unit} tells you how far it is',
  'rights.message.interim.text': 'Open it to read the news.',
  'rights.message.extended.title': '{unit} needs more time',
  'rights.message.extended.text': 'Open it to see why, and the new day. A question is extended once only.',
  'rights.message.interim_missed.title': '{unit} has not told you yet how far it is',
  'rights.message.interim_missed.text':
    'Of a specially complex question you are told by the 10th working day. The union above has been told; you can also call 12351.',
  'rights.message.interim_due.title': 'A specially complex question is owed news by {on}',
  'rights.message.interim_due.text': 'Please open it and tell the person how far it is.',
  'rights.message.interim_owed.title': '{unit} has not told an asker in time how far their question is',
  'rights.message.interim_owed.text':
    'Of a specially complex question the person is told by the 10th working day ({on}). Please see to it.',
  'rights.message.unreachable.title': '{unit} could not reach you',
  'rights.message.unreachable.text':
    'Nobody answered the calls, so your question counts as unconfirmed and not as satisfied. If it is not solved, you can have it taken up again at any time.',
  'rights.message.urgent.title': '{unit} has an urgent question',
  'rights.message.urgent.text': 'Please call the person within 30 minutes.',
  'rights.message.retaliation.title': '{unit} has a report of retaliation',
  'rights.message.retaliation.text':
    'Please take it up within 1 working day. Only the union one level up can see it; do not tell the employer or the union that handles the first matter.',
}
