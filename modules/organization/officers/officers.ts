import { toDayNumber } from '@gongqiao/calendar'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { type AsOf, heldOn } from '../as-of.ts'
import type { OpenUnit } from '../open-unit.ts'
import { type OfficerRow, officerColumns } from './rows.ts'
import { isCommitteeSeat, type Seat, seats } from './seats.ts'
import type { Officer } from './shapes.ts'
import type { TermRow } from './terms-of.ts'

/** Seats that have ended, the latest first. */
export async function pastOfficers(tx: Tx, unit: OpenUnit): Promise<OfficerRow[]> {
  return tx.many<OfficerRow>(
    `select ${officerColumns} from organization.officer
     where cell_id = $1 and unit_id = $2 and valid_to is not null and superseded_at is null order by valid_from desc, id limit 500`,
    [unit.cell_id, unit.id],
  )
}

/** Who sat in a union at the end of a past day, as if it were today: an end that came later is not told. */
export async function officersOnDay(tx: Tx, unit: OpenUnit, { on, knownOn }: AsOf): Promise<OfficerRow[]> {
  const rows = await tx.many<OfficerRow>(
    `select ${officerColumns} from organization.officer
     where cell_id = $1 and unit_id = $2 and ${heldOn('$3', '$4')} order by valid_from, id limit 500`,
    [unit.cell_id, unit.id, on, knownOn],
  )
  return rows
    .map((row) => ({ ...row, to: null, because: null }))
    .sort((a, b) => seats.indexOf(a.seat) - seats.indexOf(b.seat))
}

const kept: ReadonlySet<Seat> = new Set(['chair', 'vice_chair'])

/** Seats by human, in the order of their first, with what protects them (ORG-40, ORG-41). */
export function asOfficers(rows: readonly OfficerRow[], term: TermRow | undefined, today: string): Officer[] {
  return [...Map.groupBy(rows, ({ who }) => who)].flatMap(([who, held]) => {
    const [first] = held
    if (!first) return []
    const elected = held.filter(({ seat }) => isCommitteeSeat(seat))
    const began = elected.map(({ from }) => from).sort()[0]
    const fullTime = first.engagement === 'full_time' && began !== undefined && began <= today
    return [
      {
        who,
        name: first.name,
        sex: first.sex,
        engagement: first.engagement,
        ties: [...first.ties],
        seats: held.map(({ id, seat, from, to, because }) => ({ id, seat, from, to, because })),
        keptUntil:
          term && term.ends_on >= today && held.some(({ seat, to }) => to === null && kept.has(seat))
            ? term.ends_on
            : null,
        contractDays: fullTime ? toDayNumber(today) - toDayNumber(began) : null,
      },
    ]
  })
}
