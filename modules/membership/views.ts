import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { dueOf, historyOf } from '@gongqiao/kernel/matter/history.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { type MatterDefinition, openSteps, type StepTaker } from '@gongqiao/kernel/shared/matter.ts'
import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import { type OpenUnit, ownerOf, unitNameOf, upperNameOf } from '@gongqiao/modules/organization/index.ts'
import { cardKey } from './card-key.ts'
import type { Card, MyMatter } from './contract.ts'
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
    due: dueOf(services, matter, today, language),
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
