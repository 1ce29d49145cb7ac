import { get, lookUp, post, type Route } from '@gongqiao/kernel/http/route.ts'
import { acceptTransfer } from './commands/accept-transfer.ts'
import { answerCall } from './commands/answer-call.ts'
import { askTransfer } from './commands/ask-transfer.ts'
import { decideTransfer } from './commands/decide-transfer.ts'
import { declineTransfer } from './commands/decline-transfer.ts'
import { dropObjection } from './commands/drop-objection.ts'
import { inviteMember } from './commands/invite-member.ts'
import { letTransferGo } from './commands/let-transfer-go.ts'
import { objectToTransfer } from './commands/object-to-transfer.ts'
import { transferAtWindow } from './commands/transfer-at-window.ts'
import { withdrawTransfer } from './commands/withdraw-transfer.ts'
import { findIncoming } from './queries/find-incoming.ts'
import { findMyTransfer } from './queries/find-my-transfer.ts'
import { findTransfer } from './queries/find-transfer.ts'
import { findTransferTerms } from './queries/find-transfer-terms.ts'
import { listInvited } from './queries/list-invited.ts'
import { listMyCalls } from './queries/list-my-calls.ts'
import { listTransfers } from './queries/list-transfers.ts'
import { searchUnions } from './queries/search-unions.ts'

export const transferRoutes: readonly Route[] = [
  get('/me/transfer-calls', listMyCalls, '请我转会的'),
  post('/me/transfer-calls/:cell/:call/refusal', answerCall, '不转'),
  get('/me/unions', searchUnions, '找一家工会转过去'),
  lookUp('/me/transfer-terms', findTransferTerms, '转会会怎样'),
  post('/me/transfers', askTransfer, '转会', { status: 201 }),
  get('/me/transfers/:cell/:matter', findMyTransfer, '我的转会'),
  post('/me/transfers/:cell/:matter/withdrawal', withdrawTransfer, '撤回转会'),
  get('/units/:unit/transfers', listTransfers, '转入转出'),
  get('/units/:unit/transfer-invitations', listInvited, '请谁转来'),
  get('/cells/:cell/transfers/:matter', findTransfer, '一件转出'),
  post('/cells/:cell/transfers/:matter/release', letTransferGo, '同意转出'),
  post('/cells/:cell/transfers/:matter/objection', objectToTransfer, '对转出提出异议'),
  post('/cells/:cell/transfers/:matter/objection/withdrawal', dropObjection, '撤回异议'),
  post('/cells/:cell/transfers/:matter/decision', decideTransfer, '裁决转会异议'),
  get('/cells/:cell/incoming/:matter', findIncoming, '一件转入'),
  post('/cells/:cell/incoming/:matter/acceptance', acceptTransfer, '登记接收'),
  post('/cells/:cell/incoming/:matter/refusal', declineTransfer, '不予接收'),
  post('/window/transfers', transferAtWindow, '窗口代办转入', { status: 201 }),
  post('/transfer-invitations', inviteMember, '请人转来', { status: 201 }),
]
