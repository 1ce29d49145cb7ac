import { get, lookUp, post, type Route } from '@gongqiao/kernel/http/route.ts'
import { sheetTypes } from '@gongqiao/kernel/imports/contract.ts'
import { catchAllRoutes } from './catch-all/routes.ts'
import { affirmRecord } from './commands/affirm-record.ts'
import { answerReport } from './commands/answer-report.ts'
import { answerRoster } from './commands/answer-roster.ts'
import { applyAtWindow } from './commands/apply-at-window.ts'
import { changePhone } from './commands/change-phone.ts'
import { confirmApplication } from './commands/confirm-application.ts'
import { confirmManyApplications } from './commands/confirm-applications.ts'
import { correctName } from './commands/correct-name.ts'
import { correctNumber } from './commands/correct-number.ts'
import { correctPhone } from './commands/correct-phone.ts'
import { deleteRollView } from './commands/delete-roll-view.ts'
import { denyRecord } from './commands/deny-record.ts'
import { keepRollColumns } from './commands/keep-roll-columns.ts'
import { makeJoiningCode } from './commands/make-joining-code.ts'
import { makeMissingCodes } from './commands/make-missing-codes.ts'
import { openShortCode } from './commands/open-short-code.ts'
import { proveClaim } from './commands/prove-claim.ts'
import { reopenReport } from './commands/reopen-report.ts'
import { resubmitApplication } from './commands/resubmit-application.ts'
import { returnApplication } from './commands/return-application.ts'
import { revokeJoiningCode } from './commands/revoke-joining-code.ts'
import { changeRollView, saveRollView } from './commands/save-roll-view.ts'
import { sayItIsMe } from './commands/say-it-is-me.ts'
import { sayNotMe } from './commands/say-not-me.ts'
import { settleReport } from './commands/settle-report.ts'
import { submitApplication } from './commands/submit-application.ts'
import { takeRecord } from './commands/take-record.ts'
import { withdrawApplication } from './commands/withdraw-application.ts'
import { confidentialRoutes } from './confidential/routes.ts'
import { duplicateRoutes } from './duplicates/routes.ts'
import { lifeRoutes } from './life/routes.ts'
import { listOwnPeople } from './life-of-units/queries/list-own-people.ts'
import { namePeople } from './life-of-units/queries/name-people.ts'
import { checkCard } from './queries/check-card.ts'
import { countPosters } from './queries/count-posters.ts'
import { drawJoiningCode } from './queries/draw-joining-code.ts'
import { drawPoster } from './queries/draw-poster.ts'
import { drawPosters } from './queries/draw-posters.ts'
import { findApplication } from './queries/find-application.ts'
import { findClaimTerms } from './queries/find-claim-terms.ts'
import { findInvitation } from './queries/find-invitation.ts'
import { findMember } from './queries/find-member.ts'
import { findMyCard } from './queries/find-my-card.ts'
import { findMyRecord } from './queries/find-my-record.ts'
import { findReport } from './queries/find-report.ts'
import { listAlerts } from './queries/list-alerts.ts'
import { listJoiningCodes } from './queries/list-joining-codes.ts'
import { listMyClaims } from './queries/list-my-claims.ts'
import { listPastRoll } from './queries/list-past-roll.ts'
import { listRoll } from './queries/list-roll.ts'
import { listRollViews } from './queries/list-roll-views.ts'
import { searchPeople } from './queries/search-people.ts'
import { transferRoutes } from './transfer/routes.ts'

export const membershipRoutes: readonly Route[] = [
  get('/joining/invitations/:code', findInvitation, '扫码看到的入会邀请'),
  post('/joining/short-codes', openShortCode, '打开一个短码'),
  post('/joining/applications', submitApplication, '提交入会申请', { status: 201 }),
  get('/claims/terms', findClaimTerms, '认领前的告知'),
  post('/claims', proveClaim, '认领：证明是本人'),
  get('/me/claims', listMyClaims, '等我认领的名册记录'),
  post('/me/claims/:cell/:membership/taking', takeRecord, '认领这份记录'),
  post('/me/claims/:cell/:membership/denial', denyRecord, '名册上的这一条不对'),
  get('/me/record', findMyRecord, '我的会籍'),
  post('/me/records/:cell/:membership/affirmation', affirmRecord, '本人确认记录属实'),
  post('/me/records/:cell/:membership/roster-answers', answerRoster, '名册写得不一样，我的答复'),
  post('/me/records/:cell/:membership/name', correctName, '更正我的姓名'),
  post('/me/records/:cell/:membership/phone', correctPhone, '更换我的手机号'),
  get('/cards/:code', checkCard, '验证会员证'),
  get('/me/card', findMyCard, '我的会员证'),
  post('/me/applications/:cell/:matter/withdrawal', withdrawApplication, '撤回申请'),
  post('/me/applications/:cell/:matter/resubmission', resubmitApplication, '补充后重新提交'),
  get('/me/alerts', listAlerts, '有人用了我的证件号码'),
  post('/me/alerts/:cell/:alert/not-me', sayNotMe, '不是我'),
  post('/me/alerts/:cell/:alert/it-is-me', sayItIsMe, '是我本人'),
  post('/me/reports/:cell/:matter/settlement', settleReport, '申告已解决'),
  post('/me/reports/:cell/:matter/reopening', reopenReport, '申告没有解决，继续办理'),
  get('/cells/:cell/reports/:matter', findReport, '一份“不是我”申告'),
  post('/cells/:cell/reports/:matter/answer', answerReport, '答复“不是我”申告'),
  get('/cells/:cell/applications/:matter', findApplication, '一份入会申请'),
  post('/cells/:cell/applications/:matter/confirmation', confirmApplication, '确认入会'),
  post('/cells/:cell/applications/:matter/return', returnApplication, '退回补充'),
  post('/applications/confirmations', confirmManyApplications, '批量确认入会'),
  post('/units/:unit/joining-codes', makeJoiningCode, '制作入会码', { status: 201 }),
  get('/units/:unit/joining-codes', listJoiningCodes, '入会码列表'),
  get('/cells/:cell/joining-codes/:file', drawJoiningCode, '入会码图片', {
    asBytes: ['image/svg+xml', 'image/png'],
  }),
  get('/cells/:cell/joining-codes/:id/poster', drawPoster, '入会海报', { asBytes: ['application/pdf'] }),
  post('/units/:unit/joining-codes/missing', makeMissingCodes, '给还没有入会码的工会制作', { status: 201 }),
  get('/units/:unit/posters/count', countPosters, '会有多少张入会海报'),
  get('/units/:unit/posters', drawPosters, '下级工会的入会海报', { asBytes: ['application/pdf'] }),
  post('/cells/:cell/joining-codes/:id/revocation', revokeJoiningCode, '停用入会码'),
  get('/units/:unit/people/past', listPastRoll, '截至某日的会员名册'),
  get('/units/:unit/people', listRoll, '会员名册'),
  get('/units/:unit/people/own', listOwnPeople, '工会自己的会员，不含下级'),
  lookUp('/units/:unit/people/naming', namePeople, '从表格读出本工会的会员', { bodyBytes: sheetTypes }),
  lookUp('/units/:unit/people/search', searchPeople, '在会员名册里查找'),
  get('/roll-views', listRollViews, '我保存的名册视图'),
  post('/roll-views', saveRollView, '保存名册视图', { status: 201 }),
  post('/roll-views/:view', changeRollView, '修改名册视图'),
  post('/roll-views/:view/deletion', deleteRollView, '删除名册视图'),
  post('/roll-columns', keepRollColumns, '记住名册显示的列'),
  get('/cells/:cell/members/:membership', findMember, '一位会员'),
  post('/window/applications', applyAtWindow, '窗口代办入会', { status: 201 }),
  post('/window/number-corrections', correctNumber, '窗口更正证件号码'),
  post('/window/phone-changes', changePhone, '窗口换绑手机号'),
  ...lifeRoutes,
  ...confidentialRoutes,
  ...duplicateRoutes,
  ...catchAllRoutes,
  ...transferRoutes,
]
