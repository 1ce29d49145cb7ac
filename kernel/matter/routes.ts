import { keepMyFile } from '../files/keep-file.ts'
import { get, post, type Route } from '../http/route.ts'
import { fileTypes } from '../http/server.ts'
import { attachToMatter, attachToMyMatter } from './commands/attach.ts'
import { commentMatter, commentMyMatter } from './commands/comment.ts'
import { handOverMatter } from './commands/hand-over.ts'
import { openMatter, openMyMatter } from './commands/open-matter.ts'
import { pauseMatter, resumeMatter } from './commands/pause.ts'
import { acceptReferral, referMatter, sendReferralBack } from './commands/refer.ts'
import { askSignatures, signMatter } from './commands/signatures.ts'
import { takeMyStep, takeStep, takeSteps } from './commands/take-step.ts'
import type { MatterParts } from './parts.ts'
import { countQueue } from './queries/count-queue.ts'
import { findOneMatter } from './queries/find-matter.ts'
import { findMyMatter } from './queries/find-my-matter.ts'
import { listMatterKinds } from './queries/list-kinds.ts'
import { listMyMatters } from './queries/list-my-matters.ts'
import { listQueue } from './queries/list-queue.ts'
import { listReceivers } from './queries/list-receivers.ts'
import { readAttachment, readMyAttachment } from './queries/read-attachment.ts'

/** The addresses of matters, over the kinds that modules define. */
export function matterRoutes(parts: MatterParts): readonly Route[] {
  const one = '/matters/:cell/:matter'
  const mine = '/me/matters/:cell/:matter'
  const made = { status: 201 } as const
  const file = { status: 201, bodyBytes: fileTypes } as const
  return [
    get('/queue', listQueue(parts), '待办'),
    get('/queue/counts', countQueue, '待办数'),
    get('/matters/kinds', listMatterKinds(parts), '事项种类'),
    post('/units/:unit/matters/:kind', openMatter(parts), '登记一件事项', made),
    post('/matters/steps', takeSteps(parts), '批量办理'),
    get(one, findOneMatter(parts), '一件事项'),
    post(`${one}/steps/:step`, takeStep(parts), '办理一步'),
    get(`${one}/receivers`, listReceivers(parts), '可接收、可会签的岗位'),
    post(`${one}/hand-over`, handOverMatter(parts), '移交'),
    post(`${one}/referral`, referMatter(parts), '转办'),
    post(`${one}/referral/acceptance`, acceptReferral(parts), '接收转办'),
    post(`${one}/referral/return`, sendReferralBack(parts), '退回转办'),
    post(`${one}/comments`, commentMatter(parts), '备注', made),
    post(`${one}/attachments`, attachToMatter(parts), '上传附件', file),
    get(`${one}/attachments/:attachment`, readAttachment, '附件内容', { asBytes: fileTypes }),
    post(`${one}/signatures`, askSignatures(parts), '请岗位会签'),
    post(`${one}/signature`, signMatter(parts), '签署'),
    post(`${one}/pause`, pauseMatter(parts), '期限中止'),
    post(`${one}/resumption`, resumeMatter(parts), '期限恢复'),
    get('/me/matters', listMyMatters(parts), '我的事项'),
    post('/me/matters', openMyMatter(parts), '提出一件事项', made),
    get(mine, findMyMatter(parts), '我的一件事项'),
    post(`${mine}/steps/:step`, takeMyStep(parts), '我的事项：办理一步'),
    post(`${mine}/comments`, commentMyMatter(parts), '我的事项：补充说明', made),
    post(`${mine}/attachments`, attachToMyMatter(parts), '我的事项：上传附件', file),
    get(`${mine}/attachments/:attachment`, readMyAttachment, '我的事项：附件内容', { asBytes: fileTypes }),
    post('/me/files', keepMyFile, '上传照片或材料', file),
  ]
}
