import { toDayNumber } from '@gongqiao/calendar'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { OpenUnit } from '../open-unit.ts'
import { type OfficerRow, officerColumns } from './rows.ts'
import { isCommitteeSeat, type Seat } from './seats.ts'
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
