import { get, post, type Route } from '@gongqiao/kernel/http/route.ts'
import { agreeStanding } from './commands/agree-standing.ts'
import { announceResignation } from './commands/announce-resignation.ts'
import { askStanding } from './commands/ask-standing.ts'
import { closeLife } from './commands/close-life.ts'
import { correctNameAtWindow } from './commands/correct-name-at-window.ts'
import { decideExpulsion } from './commands/decide-expulsion.ts'
import { declareDeemed } from './commands/declare-deemed.ts'
import { declineStanding } from './commands/decline-standing.ts'
import { dropExpulsion } from './commands/drop-expulsion.ts'
import { explainNeglect } from './commands/explain-neglect.ts'
import { fileExpulsion } from './commands/file-expulsion.ts'
import { giveOpinion } from './commands/give-opinion.ts'
import { mendWays } from './commands/mend-ways.ts'
import { proposeExpulsion } from './commands/propose-expulsion.ts'
import { recordDeath } from './commands/record-death.ts'
import { resign } from './commands/resign.ts'
import { resumeMember } from './commands/resume-member.ts'
import { retainMember } from './commands/retain-member.ts'
import { routeApplication } from './commands/route-application.ts'
import { warnMember } from './commands/warn-member.ts'
import { withdrawLife } from './commands/withdraw-life.ts'
import { findLifeMatter } from './queries/find-life-matter.ts'
import { findMemberLife } from './queries/find-member-life.ts'
import { findMyLife, findMyLifeMatter } from './queries/find-my-life.ts'

/** The life of a membership 会籍: what its member may do, and what a union does and writes down. */
export const lifeRoutes: readonly Route[] = [
  get('/me/life', findMyLife, '我的会籍现在能做什么'),
  get('/me/life/:cell/:matter', findMyLifeMatter, '我的一件会籍事项'),
  post('/me/records/:cell/:membership/standing', askStanding, '申请保留或恢复会籍', { status: 201 }),
  post('/me/records/:cell/:membership/resignation', resign, '我要退会', { status: 201 }),
  post('/me/life/:cell/:matter/withdrawal', withdrawLife, '撤回退会或会籍申请'),
  post('/me/life/:cell/:matter/explanation', explainNeglect, '说明没有交会费的原因'),
  get('/cells/:cell/members/:membership/life', findMemberLife, '一位会员的会籍办理'),
  post('/cells/:cell/members/:membership/retention', retainMember, '保留会籍'),
  post('/cells/:cell/members/:membership/resumption', resumeMember, '恢复会籍'),
  post('/cells/:cell/members/:membership/death', recordDeath, '登记会员去世'),
  post('/cells/:cell/members/:membership/deemed', warnMember, '提起视为自动退会', { status: 201 }),
  post('/cells/:cell/members/:membership/expulsion', proposeExpulsion, '提起开除会籍', { status: 201 }),
  post('/window/name-corrections', correctNameAtWindow, '窗口更正姓名'),
  get('/cells/:cell/life/:matter', findLifeMatter, '一件会籍事项'),
  post('/cells/:cell/life/:matter/agreement', agreeStanding, '同意保留或恢复会籍'),
  post('/cells/:cell/life/:matter/refusal', declineStanding, '不同意保留或恢复会籍'),
  post('/cells/:cell/life/:matter/announcement', announceResignation, '公布退会'),
  post('/cells/:cell/life/:matter/mending', mendWays, '已改正或原因成立'),
  post('/cells/:cell/life/:matter/declaration', declareDeemed, '委员会宣布视为自动退会'),
  post('/cells/:cell/life/:matter/opinion', giveOpinion, '记下小组意见'),
  post('/cells/:cell/life/:matter/decision', decideExpulsion, '记下委员会表决'),
  post('/cells/:cell/life/:matter/dropping', dropExpulsion, '不再提起开除会籍'),
  post('/cells/:cell/life/:matter/filing', fileExpulsion, '上一级工会备案'),
  post('/cells/:cell/life/:matter/closing', closeLife, '结束已经没有用的会籍事项'),
  post('/cells/:cell/applications/:matter/routing', routeApplication, '把入会申请转给另一家工会'),
]
