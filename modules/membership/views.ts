import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { dueOf, historyOf } from '@gongqiao/kernel/matter/history.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { type MatterDefinition, openSteps, type StepTaker } from '@gongqiao/kernel/shared/matter.ts'
import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import { deskOf, type OpenUnit, unitNameOf, upperNameOf } from '@gongqiao/modules/organization/index.ts'
import type { Static } from 'typebox'
import { cardKey } from './card-key.ts'
import type { Card, MyMatter, Owner } from './contract.ts'
import { lifeMatters } from './life/machine.ts'
import { application, notMe } from './machine.ts'
import { incoming, transfer } from './transfer/machine.ts'

export { dueOf, findMatter, historyOf, type Line } from '@gongqiao/kernel/matter/history.ts'

/** The matter definitions of this module by their names. */
export const definitions: { readonly [name: string]: MatterDefinition } = {
  [application.name]: application,
  [notMe.name]: notMe,
  [transfer.name]: transfer,
  [incoming.name]: incoming,
  ...Object.fromEntries(lifeMatters.map((one) => [one.name, one])),
}

/** A matter's definition. Throws for a kind of another module. */
export function definitionOf(kind: string): MatterDefinition {
  const definition = definitions[kind]
  if (!definition) throw new Error(`no matter is called ${kind}`)
  return definition
}

export type OwnerWords = Static<typeof Owner>

/** Who has a matter, in words: the post that owns it, else the desk of its unit. */
export async function ownerOf(tx: Tx, matter: Pick<Matter, 'owner'>, unit: OpenUnit): Promise<OwnerWords> {
  if (matter.owner === null || matter.owner === unit.desk_post_id) return deskOf(unit)
  const row = await tx.maybe<{ post: string; unit: string; name: string | null }>(
    `select p.title as post, p.unit_name as unit, h.holder_name as name from kernel.post p
     left join kernel.post_holding h on h.post_id = p.id and h.valid_to is null and h.superseded_at is null where p.id = $1`,
    [matter.owner],
  )
  return row ?? deskOf(unit)
}

/** A matter as the person it concerns, or an officer, sees it. */
export async function matterView(
  tx: Tx,
  services: Services,
  matter: Matter,
  unit: OpenUnit,
  who: StepTaker,
  today: string,
  language: Language,
): Promise<MyMatter> {
  return {
    cell: matter.cell,
    id: matter.id,
    kind: matter.kind,
    state: matter.state,
    unit: unitNameOf(unit),
    owner: await ownerOf(tx, matter, unit),
    openedAt: matter.openedAt.toISOString(),
    due: matter.endedAt ? null : dueOf(services, matter, today, language),
    waits: matter.waits,
    steps: openSteps(definitionOf(matter.kind), matter.state, who),
    history: await historyOf(tx, matter.cell, matter.id),
  }
}

/** What a card is made of. */
export type CardRow = {
  readonly number: string
  readonly name: string
  readonly status: Card['status']
  readonly since: string | null
}

/** The card 电子会员证 with its secret, for its owner only. */
export function cardOf(services: Services, row: CardRow, unit: OpenUnit, matter: MyMatter | null): Card {
  const key = cardKey(services, row.number)
  return {
    ...row,
    unit: unitNameOf(unit),
    upper: upperNameOf(unit),
    secret: key.secret,
    secretUntil: key.until.toISOString(),
    matter,
  }
}
