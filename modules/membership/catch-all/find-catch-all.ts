import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { type OpenUnit, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import type { CatchAll } from './contract.ts'
import type { Occupation } from './occupations.ts'

/** The standing decision of a union, as it is open. */
export type Standing = {
  readonly id: string
  readonly occupations: readonly Occupation[]
  readonly decidedOn: string
  readonly document: string
  readonly by: string
  readonly openedAt: Date
}

/** The open standing decision of a union, in the open scope of its cell; undefined where it takes nobody in at once. */
export async function standingDecision(tx: Tx, cell: number, unit: string): Promise<Standing | undefined> {
  return tx.maybe<Standing>(
    `select id, occupations, decided_on as "decidedOn", document, by_words as by, opened_at as "openedAt"
     from membership.catch_all where cell_id = $1 and unit_id = $2 and ended_at is null`,
    [cell, unit],
  )
}

/** What a union takes in at once, with how many it has. */
export async function catchAllView(tx: Tx, unit: OpenUnit): Promise<CatchAll> {
  const standing = await standingDecision(tx, unit.cell_id, unit.id)
  const people = await tx.many<CatchAll['people'][number]>(
    `select o.occupation, count(*)::int as people from membership.occupation o
     join membership.membership m on m.cell_id = o.cell_id and m.id = o.membership_id
     where o.cell_id = $1 and m.unit_id = $2 and m.status in ('active', 'retained') group by o.occupation order by o.occupation`,
    [unit.cell_id, unit.id],
  )
  return {
    unit: unitNameOf(unit),
    open: standing !== undefined,
    occupations: [...(standing?.occupations ?? [])],
    decidedOn: standing?.decidedOn ?? null,
    document: standing?.document ?? null,
    by: standing?.by ?? null,
    openedAt: standing?.openedAt.toISOString() ?? null,
    people,
  }
}
