import type { PostActor } from '../command/actor.ts'
import type { Tx } from '../database/tx.ts'
import { absent } from '../refusal.ts'
import type { Services } from '../services.ts'
import { type MatterDefinition, openSteps } from '../shared/matter.ts'
import type { Language } from '../shared/texts.ts'
import { extensionOf, pauseReasonsOf } from './clock-acts.ts'
import { attachmentsOf, commentsOf, formsOf, lastRound, signaturesOf } from './contents.ts'
import type {
  MatterPause,
  MatterReferral,
  MatterSignature,
  MatterView,
  MyMatter,
  MyMatterWhole,
  UnitRef,
} from './contract.ts'
import { dueOf, historyOf } from './history.ts'
import type { MatterKind } from './kind.ts'
import type { Matter } from './matters.ts'
import { offersOf } from './offers.ts'
import type { MatterParts } from './parts.ts'
import { postsById } from './posts.ts'
import type { MatterUnit } from './unit.ts'

/** Whoever asks for a view: when, and in which language. */
export type Asker = { readonly services: Services; readonly today: string; readonly language: Language }

/** A unit as views name it. */
export function unitRef({ id, name, shortName, level }: MatterUnit): UnitRef {
  return { id, name, shortName, level }
}

/** The kind of a matter; undefined where no module says what it is. */
export function kindOf({ kinds }: Pick<MatterParts, 'kinds'>, { kind }: Pick<Matter, 'kind'>): MatterKind | undefined {
  return kinds.find(({ definition }) => definition.name === kind)
}

/** The unit a matter is at. Refuses `kernel.absent` when there is none. */
export async function hostOf({ units }: MatterParts, tx: Tx, matter: Matter): Promise<MatterUnit> {
  const host = (await units.byId(tx, [matter.hostUnit])).get(matter.hostUnit)
  if (!host) throw absent()
  return host
}

/** Who has a matter, in words: the post that owns it, else the desk of its unit. */
export async function ownerWords(tx: Tx, matter: Pick<Matter, 'owner'>, unit: MatterUnit): Promise<MyMatter['owner']> {
  const id = matter.owner ?? unit.desk
  const post = id === null ? undefined : (await postsById(tx, [id])).get(id)
  return post
    ? { post: post.title, unit: post.unitName, name: post.holder }
    : { post: null, unit: unit.name, name: null }
}

function pauseOf({ pausedFrom, pausedFor }: Matter): MatterPause | null {
  return pausedFrom !== null && pausedFor !== null ? { since: pausedFrom, reason: pausedFor } : null
}

/** A matter as the person it concerns sees it in a list. Refuses `kernel.absent` when it is somebody else's. */
export async function myMatterOf(
  parts: MatterParts,
  tx: Tx,
  matter: Matter | undefined,
  person: string,
  { services, today, language }: Asker,
): Promise<MyMatter> {
  if (!matter || matter.subject !== person) throw absent()
  const unit = await hostOf(parts, tx, matter)
  const kind = kindOf(parts, matter)
  return {
    cell: matter.cell,
    id: matter.id,
    kind: matter.kind,
    state: matter.state,
    unit: unitRef(unit),
    owner: await ownerWords(tx, matter, unit),
    openedAt: matter.openedAt.toISOString(),
    due: dueOf(services, matter, today, language),
    waits: matter.waits,
    steps: kind ? openSteps(kind.definition, matter.state, 'person') : [],
    history: await historyOf(tx, matter.cell, matter.id),
  }
}

/** A matter as the person it concerns sees it, with all there is for them. Refuses `kernel.absent` when it is somebody else's. */
export async function myWholeMatterOf(
  parts: MatterParts,
  tx: Tx,
  matter: Matter | undefined,
  person: string,
  asker: Asker,
): Promise<MyMatterWhole> {
  const view = await myMatterOf(parts, tx, matter, person, asker)
  if (!matter) throw absent()
  const of = { cell: matter.cell, matter: matter.id }
  return {
    ...view,
    title: matter.title,
    endedAt: matter.endedAt?.toISOString() ?? null,
    paused: pauseOf(matter),
    offers: offersOf(kindOf(parts, matter), matter, 'person', []),
    forms: await formsOf(tx, asker.services, of),
    comments: await commentsOf(tx, asker.services, of, 'person'),
    attachments: await attachmentsOf(tx, of, 'person'),
  }
}

type ReferralRow = { from_unit: string; at: Date; reason: string; due_on: string; final: boolean }

async function referralOf(parts: MatterParts, tx: Tx, matter: Matter): Promise<MatterReferral | null> {
  if (matter.referralDue === null) return null
  const row = await tx.maybe<ReferralRow>(
    `select from_unit, at, reason, due_on, final from kernel.matter_referral
     where cell_id = $1 and matter_id = $2 and outcome is null order by number desc limit 1`,
    [matter.cell, matter.id],
  )
  const from = row && (await parts.units.byId(tx, [row.from_unit])).get(row.from_unit)
  if (!row || !from) return null
  return { from: unitRef(from), at: row.at.toISOString(), reason: row.reason, dueOn: row.due_on, final: row.final }
}

/** What a post may do with a matter beside its steps. */
function mayOf(
  matter: Matter,
  kind: MatterKind | undefined,
  referral: MatterReferral | null,
  signatures: readonly MatterSignature[],
  clock: Pick<MatterView, 'pauseReasons' | 'extension'>,
  { post }: Pick<PostActor, 'post'>,
): MatterView['may'] {
  if (!kind || matter.movedTo !== null) return []
  const has = (act: string) => post.acts.has(`kernel.${act}`)
  const state: MatterDefinition['states'][string] | undefined = kind.definition.states[matter.state]
  const open = matter.endedAt === null
  const signs = Object.values(state?.steps ?? {}).some(({ sign }) => sign !== undefined)
  const asked = Object.keys(state?.steps ?? {}).some((step) =>
    lastRound(signatures, step).some((one) => one.post === post.id && one.decision === null),
  )
  const offered: readonly (readonly [MatterView['may'][number], boolean])[] = [
    ['hand_over', open && has('hand_over_matter')],
    ['refer', open && kind.definition.refers === true && referral === null && has('refer_matter')],
    ['accept', open && referral !== null && has('accept_referral')],
    ['send_back', open && referral !== null && !referral.final && has('send_back_referral')],
    ['comment', has('comment_matter')],
    ['attach', has('attach_to_matter')],
    ['ask_signatures', open && signs && has('ask_signatures')],
    ['sign', open && asked && has('sign_matter')],
    ['pause', open && matter.pausedFrom === null && clock.pauseReasons.length > 0 && has('pause_matter')],
    ['resume', open && matter.pausedFrom !== null && has('resume_matter')],
    // Nobody takes more time for themselves.
    ['extend', clock.extension !== null && matter.owner !== post.id && has('extend_matter')],
  ]
  return offered.filter(([, may]) => may).map(([act]) => act)
}

/** A matter as an officer sees it. */
export async function matterViewOf(
  parts: MatterParts,
  tx: Tx,
  matter: Matter,
  actor: Pick<PostActor, 'post'>,
  { services, today, language }: Asker,
): Promise<MatterView> {
  const unit = await hostOf(parts, tx, matter)
  const kind = kindOf(parts, matter)
  const of = { cell: matter.cell, matter: matter.id }
  const signatures = await signaturesOf(tx, of)
  const referral = await referralOf(parts, tx, matter)
  const { deadlines } = services
  const clock = {
    pauseReasons: pauseReasonsOf(deadlines, kind, matter),
    extension: extensionOf(deadlines, matter, today, language),
  }
  return {
    cell: matter.cell,
    id: matter.id,
    kind: matter.kind,
    subject: matter.subject,
    title: matter.title,
    state: matter.state,
    unit: unitRef(unit),
    owner: await ownerWords(tx, matter, unit),
    openedAt: matter.openedAt.toISOString(),
    endedAt: matter.endedAt?.toISOString() ?? null,
    due: dueOf(services, matter, today, language),
    waitsForPerson: matter.waits,
    paused: pauseOf(matter),
    ...clock,
    escalations: matter.escalations,
    referral,
    movedTo: matter.movedTo,
    steps: offersOf(kind, matter, 'officer', signatures),
    may: mayOf(matter, kind, referral, signatures, clock, actor),
    forms: await formsOf(tx, services, of),
    history: await historyOf(tx, matter.cell, matter.id),
    comments: await commentsOf(tx, services, of, 'officer'),
    attachments: await attachmentsOf(tx, of, 'officer'),
    signatures,
  }
}
