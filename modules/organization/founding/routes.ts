import { get, post, type Route } from '@gongqiao/kernel/http/route.ts'
import { sheetTypes } from '@gongqiao/kernel/imports/contract.ts'
import { approveResult } from './commands/approve-result.ts'
import { askForUnion } from './commands/ask-for-union.ts'
import { beginFoundingAtDesk } from './commands/begin-founding.ts'
import { changeFounding } from './commands/change-founding.ts'
import { declineFounding } from './commands/decline-founding.ts'
import { finishFounding } from './commands/finish-founding.ts'
import { joinExisting } from './commands/join-existing.ts'
import { keepPaper } from './commands/keep-paper.ts'
import { nameGroup } from './commands/name-group.ts'
import { planElection } from './commands/plan-election.ts'
import { readEmployersOfFounding } from './commands/read-employers.ts'
import { recordElection } from './commands/record-election.ts'
import { replyToRequest } from './commands/reply-to-request.ts'
import { reportResult } from './commands/report-result.ts'
import { returnResult } from './commands/return-result.ts'
import { stopFounding } from './commands/stop-founding.ts'
import { withdrawAsk, withdrawOwnAsk } from './commands/withdraw-ask.ts'
import { drawPaper } from './queries/draw-paper.ts'
import { findFounding } from './queries/find-founding.ts'
import { followAsk } from './queries/find-own-ask.ts'
import { findPaper } from './queries/find-paper.ts'
import { findUnitFounding } from './queries/find-unit-founding.ts'
import { listAsks } from './queries/list-asks.ts'
import { listFoundings } from './queries/list-foundings.ts'
import { listOwnAsks } from './queries/list-own-asks.ts'
import { listPlaceUnions } from './queries/list-place-unions.ts'

const one = '/cells/:cell/foundings/:matter'

export const foundingRoutes: readonly Route[] = [
  get('/place-unions', listPlaceUnions, '各地总工会'),
  post('/union-asks', askForUnion, '要求在我的单位建会', { status: 201 }),
  get('/union-asks/:follow', followAsk, '凭查询码看建会进度'),
  post('/union-asks/:follow/withdrawal', withdrawAsk, '凭查询码撤回建会要求'),
  get('/me/union-asks', listOwnAsks, '我要求的建会'),
  post('/me/union-asks/:cell/:ask/withdrawal', withdrawOwnAsk, '撤回我的建会要求'),
  get('/units/:unit/foundings', listFoundings, '建会列表'),
  post('/units/:unit/foundings', beginFoundingAtDesk, '登记一件建会', { status: 201 }),
  get('/units/:unit/founding', findUnitFounding, '这个工会是怎样建起来的'),
  get(one, findFounding, '一件建会'),
  post(`${one}/facts`, changeFounding, '修改建会情况'),
  post(`${one}/employers`, readEmployersOfFounding, '从表格读入涵盖单位', { bodyBytes: sheetTypes }),
  get(`${one}/asks`, listAsks, '谁要求建会'),
  post(`${one}/reply`, replyToRequest, '批复建会请示'),
  post(`${one}/refusal`, declineFounding, '不同意建会'),
  post(`${one}/joining`, joinExisting, '由联合工会涵盖'),
  post(`${one}/group`, nameGroup, '成立筹备组'),
  post(`${one}/stopping`, stopFounding, '停止建会'),
  post(`${one}/election-plan`, planElection, '定下选举方案'),
  post(`${one}/election`, recordElection, '录入选举结果'),
  post(`${one}/report`, reportResult, '报告选举结果'),
  post(`${one}/approval`, approveResult, '批准选举结果'),
  post(`${one}/return`, returnResult, '退回选举结果'),
  post(`${one}/finishing`, finishFounding, '办结建会，不登记法人'),
  get(`${one}/papers/:kind`, findPaper, '建会文书'),
  post(`${one}/papers/:kind`, keepPaper, '保存建会文书'),
  get(`${one}/papers/:kind/pdf`, drawPaper, '打印建会文书', { asBytes: ['application/pdf'] }),
]
