import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { type AsOf, heldOn } from '../as-of.ts'
import { latestExtension, termState } from '../terms/term.ts'
import type { Term } from './shapes.ts'

/** A term as it is kept. */
export type TermRow = {
  readonly id: string
  readonly from: string
  readonly to: string | null
  readonly years: number | null
  readonly ends_on: string
  readonly extended_until: string | null
  readonly origin: 'founding' | 'election' | 'recorded'
  readonly document: string | null
}

const columns = `id, valid_from as "from", valid_to as "to", years, ends_on, extended_until, origin, basis as document`

/** The term of a union's committee in office, or undefined. */
export function termOf(tx: Tx, unit: string): Promise<TermRow | undefined> {
  return tx.maybe<TermRow>(
    `select ${columns} from organization.term where unit_id = $1 and valid_to is null and superseded_at is null`,
    [unit],
  )
}

/** The terms of a union that have ended, the latest first; twenty at most. */
export function pastTerms(tx: Tx, unit: string): Promise<TermRow[]> {
  return tx.many<TermRow>(
    `select ${columns} from organization.term where unit_id = $1 and valid_to is not null and superseded_at is null
     order by valid_from desc limit 20`,
    [unit],
  )
}

/** The term that a union's committee was in at the end of a past day, as if it were today, or undefined. */
export async function termOnDay(tx: Tx, unit: string, { on, knownOn }: AsOf): Promise<TermRow | undefined> {
  const term = await tx.maybe<TermRow>(
    `select ${columns} from organization.term where unit_id = $1 and ${heldOn('$2', '$3')}
     order by valid_from desc, recorded_at desc limit 1`,
    [unit, on, knownOn],
  )
  return term && { ...term, to: null }
}

/** A term as answers carry it. */
export function asTerm(row: TermRow, today: string): Term {
  return {
    electedOn: row.from,
    years: row.years,
    endsOn: row.ends_on,
    extendedUntil: row.extended_until,
    latest: latestExtension(row.ends_on),
    state: termState({ endsOn: row.ends_on, extendedUntil: row.extended_until }, today),
    origin: row.origin,
    document: row.document,
    to: row.to,
  }
}
