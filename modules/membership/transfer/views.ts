import type { ActingPost } from '@gongqiao/kernel/command/actor.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { openSteps } from '@gongqiao/kernel/shared/matter.ts'
import { covers } from '@gongqiao/kernel/shared/place.ts'
import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import { findGoingOn, type OpenUnit, openUnitsById, ownerOf, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import { dueOf, findMatter, historyOf, type Line } from '../views.ts'
import type { IncomingView, TransferView } from './contract.ts'
import { incoming, type ObjectionReason, objectionReasons, transfer } from './machine.ts'
import { findIncomingRow, type IncomingRow, type TransferRow, transferColumns } from './pair.ts'

/** Whoever looks: when, in which language, and as what. */
export type Looker = {
  readonly services: Services
  readonly today: string
  readonly language: Language
  /** The post that looks; undefined for the person. */
  readonly post?: ActingPost | undefined
}

/** A transfer in the open scope with its matter, or undefined. */
export async function findTransfer(
  tx: Tx,
  cell: number,
  id: string,
): Promise<{ readonly row: TransferRow; readonly matter: Matter } | undefined> {
  const matter = await findMatter(tx, cell, id)
  if (matter?.kind !== transfer.name) return undefined
  const row = await tx.maybe<TransferRow>(
    `select ${transferColumns} from membership.transfer where cell_id = $1 and matter_id = $2`,
    [cell, id],
  )
  return row && { row, matter }
}

/** An incoming transfer in the open scope with its matter, or undefined. */
export async function findIncoming(
  tx: Tx,
  cell: number,
  id: string,
): Promise<{ readonly row: IncomingRow; readonly matter: Matter } | undefined> {
  const matter = await findMatter(tx, cell, id)
  if (matter?.kind !== incoming.name) return undefined
  const row = await findIncomingRow({ tx }, cell, id)
  return row && { row, matter }
}

function unitIn(units: ReadonlyMap<string, OpenUnit>, id: string): OpenUnit {
  const unit = units.get(id)
  if (!unit) throw new Error('a transfer is between unions that exist')
  return unit
}

/** The steps of a transfer that a post may take: its own union's, or those of whoever decides over an objection. */
export function officerSteps(matter: Matter, decider: OpenUnit | undefined, post: ActingPost): string[] {
  const steps = openSteps(transfer, matter.state, 'officer')
  if (matter.state !== 'objected') return steps
  const decides = decider !== undefined && post.ranges.some((range) => covers(range, placeOf(decider)))
  return steps.filter((step) => (step === 'drop') !== decides)
}

/** Where a union stands. */
export const placeOf = ({ cell_id, path }: OpenUnit) => ({ cell: cell_id, path })

/** The latest objection in a history, with who decides over it. */
function objectionIn(history: readonly Line[], decider: OpenUnit | undefined): TransferView['objection'] {
  const line = history.findLast(({ step }) => step === 'object')
  const reason = objectionReasons.find((one: ObjectionReason) => one === line?.reason)
  if (!line || !reason || !decider) return null
  return { reason, note: line.note ?? '', at: line.at, decider: unitNameOf(decider) }
}

/**
 * When a transfer is done at the latest, where nobody objects: the later of the two sides' days. Null while somebody has
 * to decide over an objection.
 */
export function latestDay({ services }: Pick<Looker, 'services'>, row: TransferRow, matter: Matter): string | null {
  if (matter.endedAt !== null || matter.state === 'objected' || matter.clockFrom === null) return null
  const there = services.deadlines.due('MEM-TRANSFER-IN', matter.clockFrom, { cell: row.toCell }).on
  const here = matter.state === 'asked' ? matter.dueOn : null
  const days = [here, row.acceptedAt === null ? there : null].filter((day) => day !== null)
  return days.sort().at(-1) ?? matter.dueOn
}

/** Who has a transfer, in words. Whoever answers at another union is not named to an officer beyond their own area. */
async function ownerSeen(
  tx: Tx,
  matter: Matter,
  from: OpenUnit,
  post: ActingPost | undefined,
): Promise<TransferView['owner']> {
  const owner = await ownerOf(tx, matter, from)
  return post && matter.owner !== from.desk_post_id ? { ...owner, name: null } : owner
}

/** A transfer as whoever looks sees it. */
export async function transferView(tx: Tx, row: TransferRow, matter: Matter, looker: Looker): Promise<TransferView> {
  const { services, today, language, post } = looker
  const units = await openUnitsById(tx, [row.from, row.to])
  const from = unitIn(units, row.from)
  const decider = row.decider === null ? undefined : await findGoingOn(tx, row.decider)
  const history = await historyOf(tx, row.cell, row.matter)
  return {
    cell: row.cell,
    matter: row.matter,
    person: row.person,
    name: matter.title,
    state: matter.state,
    from: unitNameOf(from),
    to: unitNameOf(unitIn(units, row.to)),
    channel: row.channel,
    askedAt: row.askedAt.toISOString(),
    owner: await ownerSeen(tx, matter, from, post),
    due: matter.endedAt ? null : dueOf(services, matter, today, language),
    latestOn: latestDay(looker, row, matter),
    accepted: row.acceptedAt !== null,
    releasedBy: row.releasedBy,
    objection: objectionIn(history, decider),
    steps: post ? officerSteps(matter, decider, post) : openSteps(transfer, matter.state, 'person'),
    history,
  }
}

/** An incoming transfer as an officer of the union sees it that the member comes to. */
export async function incomingView(tx: Tx, row: IncomingRow, matter: Matter, looker: Looker): Promise<IncomingView> {
  const { services, today, language } = looker
  const units = await openUnitsById(tx, [row.from, matter.hostUnit])
  const to = unitIn(units, matter.hostUnit)
  return {
    cell: row.cell,
    matter: row.matter,
    person: row.person,
    name: row.name,
    identityMask: row.identityMask,
    state: matter.state,
    from: unitNameOf(unitIn(units, row.from)),
    to: unitNameOf(to),
    channel: row.channel,
    askedAt: row.askedAt.toISOString(),
    owner: await ownerOf(tx, matter, to),
    due: matter.endedAt ? null : dueOf(services, matter, today, language),
    steps: openSteps(incoming, matter.state, 'officer'),
    history: await historyOf(tx, row.cell, row.matter),
  }
}
