import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { dueOf, findMatter, historyOf } from '@gongqiao/kernel/matter/history.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { openSteps } from '@gongqiao/kernel/shared/matter.ts'
import { findOpenUnit, ownerOf, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import { votesToBeElected } from './arithmetic/majority.ts'
import type { SmallMatter } from './contract.ts'
import { type Looker, standsAbove, stepsOf } from './election-view.ts'
import { removal } from './machine.ts'
import { parametersOf } from './parameter-table.ts'

/** A removal as its table has it. */
export type RemovalRow = {
  readonly cell: number
  readonly matter: string
  readonly path: string
  readonly unit: string
  readonly name: string
  readonly post: 'chair' | 'vice_chair'
  readonly reason: string
  readonly electorate: 'members' | 'delegates'
  readonly all: number | null
  readonly yes: number | null
  readonly heldOn: string | null
  readonly documentNumber: string | null
}

/** One removal of a cell in the open scope, or undefined. */
export function findStoredRemoval(tx: Tx, cell: number, matter: string): Promise<RemovalRow | undefined> {
  return tx.maybe<RemovalRow>(
    `select cell_id as cell, matter_id as matter, path, unit_id as unit, name, post, reason, electorate, all_voters as "all", yes,
       held_on as "heldOn", document_number as "documentNumber"
     from elections.removal where cell_id = $1 and matter_id = $2`,
    [cell, matter],
  )
}

/** A removal as whoever looks may see it. */
export async function removalView(
  tx: Tx,
  services: Services,
  row: RemovalRow,
  today: string,
  looker: Looker,
): Promise<SmallMatter> {
  const matter = await findMatter(tx, row.cell, row.matter)
  const unit = await findOpenUnit(tx, row.unit)
  if (!matter || !unit) throw new Error('a removal is a matter of a union')
  const fromAbove = await standsAbove(tx, unit, looker)
  const { values } = await parametersOf(tx, services, row.cell, row.heldOn ?? today)
  const { name, post, reason, electorate, all, yes, heldOn } = row
  return {
    ...{ cell: row.cell, matter: row.matter, kind: matter.kind, state: matter.state, fromAbove },
    unit: unitNameOf(unit),
    owner: await ownerOf(tx, matter, unit),
    openedAt: matter.openedAt.toISOString(),
    due: dueOf(services, matter, today, looker.language),
    steps: stepsOf(openSteps(removal, matter.state, 'officer'), fromAbove),
    history: await historyOf(tx, matter.cell, matter.id),
    documentNumber: row.documentNumber,
    removal: {
      ...{ name, post, reason, electorate, all, yes, heldOn },
      need: all === null ? null : votesToBeElected(all, values.removal),
      share: values.removal,
    },
  }
}
