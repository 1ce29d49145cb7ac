import { get, lookUp, post, type Route } from '@gongqiao/kernel/http/route.ts'
import { answerAsk } from './commands/answer-ask.ts'
import { answerGroup } from './commands/answer-group.ts'
import { answerRetaliation } from './commands/answer-retaliation.ts'
import { askMore } from './commands/ask-more.ts'
import { callAsker } from './commands/call-asker.ts'
import { closeAsk } from './commands/close-ask.ts'
import { extendAsk } from './commands/extend-ask.ts'
import { joinAsks } from './commands/join-asks.ts'
import { openAskByCode } from './commands/open-ask-by-code.ts'
import { recoverCodes } from './commands/recover-codes.ts'
import { reopenAsk } from './commands/reopen-ask.ts'
import { reportRetaliation } from './commands/report-retaliation.ts'
import { sayInterim } from './commands/say-interim.ts'
import { signAsk } from './commands/sign-ask.ts'
import { sortAsk } from './commands/sort-ask.ts'
import { submitAnonymousAsk } from './commands/submit-anonymous-ask.ts'
import { submitAsk } from './commands/submit-ask.ts'
import { submitGuestAsk } from './commands/submit-guest-ask.ts'
import { supplyAsk } from './commands/supply-ask.ts'
import { takeDownAsk } from './commands/take-down-ask.ts'
import { takeUpRetaliation } from './commands/take-up-retaliation.ts'
import { withdrawAsk } from './commands/withdraw-ask.ts'
import { pictureTypes, voiceTypes } from './media/sniff.ts'
import { findAsk } from './queries/find-ask.ts'
import { findAskFile } from './queries/find-ask-file.ts'
import { findFigures } from './queries/find-figures.ts'
import { findFileByCode } from './queries/find-file-by-code.ts'
import { findMyAsk } from './queries/find-my-ask.ts'
import { findMyAskFile } from './queries/find-my-ask-file.ts'
import { findRetaliation } from './queries/find-retaliation.ts'
import { listAlike } from './queries/list-alike.ts'
import { listMyAsks } from './queries/list-my-asks.ts'
import { listPlaces } from './queries/list-places.ts'

const asBytes = [...voiceTypes, ...pictureTypes]
/** A recording and four pictures in base64, with room for the words. */
const withFiles = { bodyAtMost: 14 * 1_048_576 }

export const rightsRoutes: readonly Route[] = [
  get('/asks/places', listPlaces, '可以提诉求的地方工会'),
  post('/me/asks', submitAsk, '向工会提诉求', { status: 201, ...withFiles }),
  post('/asks/guest', submitGuestAsk, '非会员提诉求', { status: 201, ...withFiles }),
  post('/asks/anonymous', submitAnonymousAsk, '匿名提诉求', { status: 201, ...withFiles }),
  post('/asks/by-code', openAskByCode, '凭查询码查看诉求'),
  { ...lookUp('/asks/by-code/files', findFileByCode, '凭查询码听录音、看图片'), asBytes },
  post('/asks/codes', recoverCodes, '凭手机号找回查询码'),
  get('/me/asks', listMyAsks, '我的诉求'),
  get('/me/asks/:cell/:matter', findMyAsk, '我的一件诉求'),
  get('/me/asks/:cell/:matter/files/:file', findMyAskFile, '我的诉求的录音、图片', { asBytes }),
  post('/asks/:cell/:matter/supply', supplyAsk, '补充诉求', withFiles),
  post('/asks/:cell/:matter/closing', closeAsk, '确认办结并评价'),
  post('/asks/:cell/:matter/reopening', reopenAsk, '没有解决，继续办理'),
  post('/asks/:cell/:matter/withdrawal', withdrawAsk, '撤回诉求'),
  post('/asks/:cell/:matter/retaliation', reportRetaliation, '反映打击报复', { status: 201, ...withFiles }),
  post('/window/asks', takeDownAsk, '窗口、电话代记诉求', { status: 201, ...withFiles }),
  get('/cells/:cell/asks/:matter', findAsk, '一件诉求'),
  get('/cells/:cell/asks/:matter/files/:file', findAskFile, '诉求的录音、图片', { asBytes }),
  get('/cells/:cell/asks/:matter/alike', listAlike, '可以并案的诉求'),
  post('/cells/:cell/asks/:matter/signing', signAsk, '签收诉求'),
  post('/cells/:cell/asks/:matter/answer', answerAsk, '答复诉求'),
  post('/cells/:cell/asks/:matter/more', askMore, '请本人补充'),
  post('/cells/:cell/asks/:matter/interim', sayInterim, '告知进展'),
  post('/cells/:cell/asks/:matter/calling', callAsker, '电话回访'),
  post('/cells/:cell/asks/:matter/sorting', sortAsk, '改等级或类别'),
  post('/cells/:cell/asks/:matter/extension', extendAsk, '延期'),
  post('/cells/:cell/asks/:matter/joining', joinAsks, '并案'),
  post('/cells/:cell/asks/:matter/group-answer', answerGroup, '一并答复'),
  get('/cells/:cell/retaliations/:matter', findRetaliation, '一件打击报复反映'),
  post('/cells/:cell/retaliations/:matter/taking-up', takeUpRetaliation, '受理打击报复反映'),
  post('/cells/:cell/retaliations/:matter/answer', answerRetaliation, '答复打击报复反映'),
  get('/units/:unit/asks/figures', findFigures, '诉求统计'),
]
