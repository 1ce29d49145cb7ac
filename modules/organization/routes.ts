import { get, post, type Route } from '@gongqiao/kernel/http/route.ts'
import { handOverPost } from './commands/hand-over-post.ts'
import { inviteOfficer } from './commands/invite-officer.ts'
import { makeToken } from './commands/make-token.ts'
import { printInvitations } from './commands/print-invitations.ts'
import { renewInvitation } from './commands/renew-invitation.ts'
import { revokeInvitation } from './commands/revoke-invitation.ts'
import { revokeToken } from './commands/revoke-token.ts'
import { takeInvitedPost } from './commands/take-invited-post.ts'
import { enterEmployers } from './coverage/commands/enter-employers.ts'
import { findCoverage } from './coverage/queries/find-coverage.ts'
import { findPastCoverage } from './coverage/queries/find-past-coverage.ts'
import { listEmployers } from './coverage/queries/list-employers.ts'
import { listPastEmployers } from './coverage/queries/list-past-employers.ts'
import { foundingRoutes } from './founding/routes.ts'
import { returnChange, withdrawChange } from './life/commands/answer-change.ts'
import { approveChange } from './life/commands/approve-change.ts'
import { proposeChange } from './life/commands/propose-change.ts'
import { resubmitChange } from './life/commands/resubmit-change.ts'
import { findAskedChange } from './life/queries/find-asked.ts'
import { findUnitChange } from './life/queries/find-change.ts'
import { findUnitPast } from './life/queries/find-unit-past.ts'
import { previewChange } from './life/queries/preview-change.ts'
import { appointOfficer } from './officers/commands/appoint-officer.ts'
import { endSeat } from './officers/commands/end-seat.ts'
import { recordCommitteeByHand } from './officers/commands/record-committee-by-hand.ts'
import { findCommittee } from './officers/queries/find-committee.ts'
import { findPastCommittee } from './officers/queries/find-past-committee.ts'
import { findInvitation } from './queries/find-invitation.ts'
import { findOfficerSelf } from './queries/find-officer-self.ts'
import { findUnions } from './queries/find-unions.ts'
import { findUnit } from './queries/find-unit.ts'
import { listChildren } from './queries/list-children.ts'
import { listInvitations } from './queries/list-invitations.ts'
import { listOfficers } from './queries/list-officers.ts'
import { listPastChildren } from './queries/list-past-children.ts'
import { listPosts } from './queries/list-posts.ts'
import { listTokens } from './queries/list-tokens.ts'
import { searchUnits } from './queries/search-units.ts'
import { registrationRoutes } from './registration/routes.ts'
import { askExtension } from './terms/commands/ask-extension.ts'
import { endCaretaker } from './terms/commands/end-caretaker.ts'
import { extendTerm } from './terms/commands/extend-term.ts'
import { refuseExtension } from './terms/commands/refuse-extension.ts'

export const organizationRoutes: readonly Route[] = [
  ...foundingRoutes,
  ...registrationRoutes,
  get('/officer/me', findOfficerSelf, '我的岗位'),
  get('/units', searchUnits, '按名称、曾用名、拼音首字母或信用代码找工会'),
  get('/unions', findUnions, '按名称找任何一个工会'),
  get('/units/:unit', findUnit, '一个工会和它的上级'),
  get('/units/:unit/children', listChildren, '下一级工会'),
  get('/units/:unit/children/past', listPastChildren, '截至某日的下级工会'),
  get('/units/:unit/posts', listPosts, '工会的岗位'),
  get('/units/:unit/officers', listOfficers, '可以接任的干部'),
  get('/units/:unit/invitations', listInvitations, '干部邀请'),
  post('/units/:unit/invitations', inviteOfficer, '邀请干部', { status: 201 }),
  post('/cells/:cell/invitations/printing', printInvitations, '打印干部邀请'),
  post('/cells/:cell/invitations/:invitation/renewal', renewInvitation, '重发干部邀请'),
  post('/cells/:cell/invitations/:invitation/revocation', revokeInvitation, '撤回干部邀请'),
  get('/officer/invitations/:token', findInvitation, '查看收到的邀请'),
  post('/officer/invitations/taking', takeInvitedPost, '用已有账号接受邀请'),
  post('/posts/:post/hand-over', handOverPost, '交接岗位'),
  get('/units/:unit/committee', findCommittee, '工会干部、任期和空缺'),
  get('/units/:unit/committee/past', findPastCommittee, '截至某日的工会干部和任期'),
  post('/units/:unit/committee', recordCommitteeByHand, '登记委员会和任期', { status: 201 }),
  post('/units/:unit/committee/seats', appointOfficer, '登记任职或补选', { status: 201 }),
  post('/cells/:cell/committee-seats/:seat/ending', endSeat, '登记离任'),
  post('/units/:unit/term/extension-request', askExtension, '申请延期换届'),
  post('/units/:unit/term/extension', extendTerm, '批准延期换届'),
  post('/units/:unit/term/extension-refusal', refuseExtension, '不予延期'),
  post('/units/:unit/caretaker/ending', endCaretaker, '终止看守'),
  get('/units/:unit/coverage', findCoverage, '建会覆盖面'),
  get('/units/:unit/coverage/past', findPastCoverage, '截至某日的建会覆盖面'),
  get('/units/:unit/employers', listEmployers, '用人单位'),
  get('/units/:unit/employers/past', listPastEmployers, '截至某日的用人单位'),
  post('/units/:unit/employers', enterEmployers, '登记用人单位', { status: 201 }),
  get('/units/:unit/past', findUnitPast, '工会的沿革'),
  get('/units/:unit/changes/preview', previewChange, '组织变动会带走什么'),
  post('/units/:unit/changes', proposeChange, '报请组织变动', { status: 201 }),
  get('/cells/:cell/unit-changes/:matter', findUnitChange, '一项组织变动'),
  get('/cells/:cell/unit-changes/:matter/asked', findAskedChange, '报请组织变动的原文，用于补充'),
  post('/cells/:cell/unit-changes/:matter/approval', approveChange, '批准组织变动'),
  post('/cells/:cell/unit-changes/:matter/return', returnChange, '退回补充'),
  post('/cells/:cell/unit-changes/:matter/withdrawal', withdrawChange, '撤回组织变动'),
  post('/cells/:cell/unit-changes/:matter/resubmission', resubmitChange, '补充后重新报送'),
  get('/officer/tokens', listTokens, '我的访问令牌'),
  post('/officer/tokens', makeToken, '新建访问令牌', { status: 201 }),
  post('/officer/tokens/:token/revocation', revokeToken, '撤销访问令牌'),
]
