import { matterParts } from '../apps/server/matter-parts.ts'
import { attachToMatter, attachToMyMatter } from '../kernel/matter/commands/attach.ts'
import { commentMatter, commentMyMatter } from '../kernel/matter/commands/comment.ts'
import { handOverMatter } from '../kernel/matter/commands/hand-over.ts'
import { openMatter, openMyMatter } from '../kernel/matter/commands/open-matter.ts'
import { pauseMatter, resumeMatter } from '../kernel/matter/commands/pause.ts'
import { acceptReferral, referMatter, sendReferralBack } from '../kernel/matter/commands/refer.ts'
import { askSignatures, signMatter } from '../kernel/matter/commands/signatures.ts'
import { takeMyStep, takeStep, takeSteps } from '../kernel/matter/commands/take-step.ts'
import { tellPerson } from '../kernel/matter/commands/tell-person.ts'
import { type MatterKind, matterKind } from '../kernel/matter/kind.ts'
import type { MatterParts } from '../kernel/matter/parts.ts'
import { findOneMatter } from '../kernel/matter/queries/find-matter.ts'
import { findMyMatter } from '../kernel/matter/queries/find-my-matter.ts'
import { listMatterKinds } from '../kernel/matter/queries/list-kinds.ts'
import { listMyMatters } from '../kernel/matter/queries/list-my-matters.ts'
import { listQueue } from '../kernel/matter/queries/list-queue.ts'
import { listReceivers } from '../kernel/matter/queries/list-receivers.ts'
import { matter } from '../kernel/shared/matter.ts'

const words = {
  name: '求助',
  'state.asked': '待受理',
  'state.working': '办理中',
  'state.answered': '待本人确认',
  'state.done': '办结',
  'state.dropped': '已撤回',
  'step.take': '受理',
  'step.answer': '答复',
  'step.decide': '集体决定',
  'step.give_back': '退回上一步',
  'step.accept': '满意',
  'step.object': '没有解决',
  'step.withdraw': '撤回',
  'step.again': '重新填写',
  'step.reopen': '重新办理',
  'reason.granted': '同意',
  'reason.refused': '不同意',
  'reason.proof_awaited': '等材料',
  'field.what': '什么事',
  'field.since': '从哪天起',
  'field.papers': '材料',
  'field.owed_fen': '涉及金额',
  'field.answer': '答复内容',
}

/** A kind that no module has: every state, step and form that the engine knows, for tests of it. */
export const errand: MatterKind = matterKind({
  definition: matter({
    name: 'house.errand',
    initial: 'asked',
    refers: true,
    states: {
      asked: {
        clock: 'MEM-SLA',
        pause: ['proof_awaited'],
        steps: {
          take: { to: 'working', who: 'officer' },
          again: { to: 'asked', who: 'person', form: 'again' },
          withdraw: { to: 'dropped', who: 'person' },
        },
      },
      working: {
        clock: 'MEM-SLA',
        steps: {
          answer: {
            to: 'answered',
            who: 'officer',
            reasons: ['granted', 'refused'],
            form: { fields: [{ key: 'answer', kind: 'long', required: true }] },
          },
          decide: { to: 'answered', who: 'officer', sign: 'all' },
          give_back: { to: 'asked', who: 'officer', back: true },
        },
      },
      answered: {
        clock: 'MEM-SETTLE',
        waits: 'person',
        steps: { accept: { to: 'done', who: 'person' }, object: { to: 'working', who: 'person', back: true } },
      },
      done: { steps: { reopen: { to: 'working', who: 'person', reopen: true } } },
      dropped: { steps: {} },
    },
  }),
  texts: { zh: words, en: words },
  form: {
    fields: [
      { key: 'what', kind: 'text', required: true, max: 20 },
      { key: 'since', kind: 'date' },
      { key: 'owed_fen', kind: 'money' },
      { key: 'papers', kind: 'files', max: 3 },
    ],
  },
  opens: ['person', 'post'],
  title: ({ what }) => (typeof what === 'string' ? what : undefined),
})

/** The engine's acts over the kinds of the product and some more. */
export function actsOver(...kinds: readonly MatterKind[]) {
  const parts: MatterParts = { ...matterParts, kinds: [...matterParts.kinds, ...kinds] }
  return {
    parts,
    open: openMatter(parts),
    openMine: openMyMatter(parts),
    step: takeStep(parts),
    steps: takeSteps(parts),
    myStep: takeMyStep(parts),
    comment: commentMatter(parts),
    myComment: commentMyMatter(parts),
    attach: attachToMatter(parts),
    myAttach: attachToMyMatter(parts),
    handOver: handOverMatter(parts),
    refer: referMatter(parts),
    accept: acceptReferral(parts),
    sendBack: sendReferralBack(parts),
    askSignatures: askSignatures(parts),
    sign: signMatter(parts),
    pause: pauseMatter(parts),
    resume: resumeMatter(parts),
    tell: tellPerson(parts),
    find: findOneMatter(parts),
    mine: findMyMatter(parts),
    listMine: listMyMatters(parts),
    queue: listQueue(parts),
    kinds: listMatterKinds(parts),
    receivers: listReceivers(parts),
  } as const
}
