import { get, lookUp, post, type Route } from '@gongqiao/kernel/http/route.ts'
import { sheetTypes } from '@gongqiao/kernel/imports/contract.ts'
import { agreeToElection } from './commands/agree-to-election.ts'
import { approveRemoval } from './commands/approve-removal.ts'
import { approveResult } from './commands/approve-result.ts'
import { cancelElection } from './commands/cancel-election.ts'
import { changeParameter } from './commands/change-parameter.ts'
import { changePlan } from './commands/change-plan.ts'
import { closeCount } from './commands/close-count.ts'
import { declareWrittenIn } from './commands/declare-written-in.ts'
import { enterCandidates } from './commands/enter-candidates.ts'
import { enterCount } from './commands/enter-count.ts'
import { enterDelegates } from './commands/enter-delegates.ts'
import { holdAgain } from './commands/hold-again.ts'
import { holdMeeting } from './commands/hold-meeting.ts'
import { leaveSeatsEmpty } from './commands/leave-seats-empty.ts'
import { planElection } from './commands/plan-election.ts'
import { proposeRemoval } from './commands/propose-removal.ts'
import { publishCandidates } from './commands/publish-candidates.ts'
import { recordRemovalVote } from './commands/record-removal-vote.ts'
import { recount } from './commands/recount.ts'
import { refuseRemoval } from './commands/refuse-removal.ts'
import { refuseResult } from './commands/refuse-result.ts'
import { reopenCandidates } from './commands/reopen-candidates.ts'
import { reportRemoval } from './commands/report-removal.ts'
import { reportResult } from './commands/report-result.ts'
import { requestElection } from './commands/request-election.ts'
import { returnPlan } from './commands/return-plan.ts'
import { undoParameterChange } from './commands/undo-parameter-change.ts'
import { voteAgain } from './commands/vote-again.ts'
import { withdrawRemoval } from './commands/withdraw-removal.ts'
import { drawDocument } from './queries/draw-document.ts'
import { drawSheet } from './queries/draw-sheet.ts'
import { findElection } from './queries/find-election.ts'
import { findRemoval } from './queries/find-removal.ts'
import { listElections } from './queries/list-elections.ts'
import { listMyElections } from './queries/list-my-elections.ts'
import { listParameters } from './queries/list-parameters.ts'
import { previewParameter, previewParameterUndo } from './queries/preview-parameter.ts'
import { readSheet } from './queries/read-sheet.ts'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const one = '/cells/:cell/elections/:matter'
const removed = '/cells/:cell/removals/:matter'

export const electionRoutes: readonly Route[] = [
  get('/me/elections', listMyElections, '我的工会正在选什么'),
  get('/election-parameters', listParameters, '选举参数和变更'),
  post('/election-parameters', changeParameter, '新增选举参数版本', { status: 201 }),
  lookUp('/election-parameters/preview', previewParameter, '试算：参数改了，涉及哪些选举'),
  lookUp('/election-parameters/changes/:change/preview', previewParameterUndo, '试算：撤销这次参数变更'),
  post('/election-parameters/changes/:change/undo', undoParameterChange, '撤销参数变更'),
  get('/units/:unit/elections', listElections, '工会的选举'),
  post('/units/:unit/elections', planElection, '拟订选举方案', { status: 201 }),
  get(one, findElection, '一次选举'),
  get(`${one}/documents/:document`, drawDocument, '选举文书', { asBytes: ['application/pdf'] }),
  get(`${one}/sheets/:list`, drawSheet, '选举名单和计票表格', { asBytes: [workbook] }),
  lookUp(`${one}/sheets/:list/reading`, readSheet, '从表格读出名单', { bodyBytes: sheetTypes, bodyAtMost: 5_000_000 }),
  post(`${one}/plan`, changePlan, '修改选举方案'),
  post(`${one}/request`, requestElection, '报送请示'),
  post(`${one}/agreement`, agreeToElection, '批复同意换届'),
  post(`${one}/return`, returnPlan, '退回方案'),
  post(`${one}/cancellation`, cancelElection, '取消选举'),
  post(`${one}/candidates`, enterCandidates, '录入候选人'),
  post(`${one}/delegates`, enterDelegates, '录入会员代表'),
  post(`${one}/publication`, publishCandidates, '公示候选人'),
  post(`${one}/reopening`, reopenCandidates, '撤回公示'),
  post(`${one}/meeting`, holdMeeting, '登记会议'),
  post(`${one}/meeting-again`, holdAgain, '重新开会'),
  post(`${one}/counts`, enterCount, '录入计票'),
  post(`${one}/candidates/:candidate/declaration`, declareWrittenIn, '申报另选的人'),
  post(`${one}/rounds`, voteAgain, '再投一轮'),
  post(`${one}/fewer-seats`, leaveSeatsEmpty, '减少名额'),
  post(`${one}/closing`, closeCount, '完成计票'),
  post(`${one}/recount`, recount, '重新计票'),
  post(`${one}/report`, reportResult, '上报选举结果'),
  post(`${one}/approval`, approveResult, '批准选举结果'),
  post(`${one}/refusal`, refuseResult, '不批准选举结果'),
  post('/units/:unit/removals', proposeRemoval, '提出罢免', { status: 201 }),
  get(removed, findRemoval, '一件罢免'),
  post(`${removed}/vote`, recordRemovalVote, '登记罢免表决'),
  post(`${removed}/withdrawal`, withdrawRemoval, '撤回罢免'),
  post(`${removed}/report`, reportRemoval, '上报罢免结果'),
  post(`${removed}/approval`, approveRemoval, '批准罢免'),
  post(`${removed}/refusal`, refuseRemoval, '不批准罢免'),
]
