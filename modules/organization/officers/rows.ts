import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { TSchema } from 'typebox'
import type { OpenUnit } from '../open-unit.ts'
import { type Engagement, endsWithTerm, type Seat, type SeatEnd, seats, type Tie } from './seats.ts'

/** Somebody who takes seats of a union. */
export type NewOfficer = {
  readonly name: string
  readonly sex: 'male' | 'female' | 'unknown'
  readonly engagement: Engagement
  readonly seats: readonly Seat[]
  readonly ties: readonly Tie[]
  /** Their record as a member, where it is known. */
  readonly person?: string | undefined
  /** The human who sits here already, where it is the same. */
  readonly who?: string | undefined
}

/** One seat of one human, as it is kept. */
export type OfficerRow = {
  readonly id: string
  readonly who: string
  readonly person: string | null
  readonly name: string
  readonly sex: 'male' | 'female' | 'unknown'
  readonly seat: Seat
  readonly engagement: Engagement
  readonly ties: readonly Tie[]
  readonly from: string
  readonly to: string | null
  readonly because: SeatEnd | null
}

export const officerColumns = `id, who, person_id as person, name, sex, seat, engagement, ties, valid_from as "from",
  valid_to as "to", ended_because as because`

/** Who sits in a union now, in the order of the seats. */
export async function officersInOffice(tx: Tx, unit: OpenUnit): Promise<OfficerRow[]> {
  const rows = await tx.many<OfficerRow>(
    `select ${officerColumns} from organization.officer
     where cell_id = $1 and unit_id = $2 and valid_to is null and superseded_at is null order by valid_from, id limit 500`,
    [unit.cell_id, unit.id],
  )
  return rows.sort((a, b) => seats.indexOf(a.seat) - seats.indexOf(b.seat))
}

type Seating = Pick<CommandContext<TSchema, 'post' | 'system'>, 'tx' | 'now'>

/**
 * Seats people in a union from a day. As a committee they take the place of everybody whose seat ends with the term;
 * otherwise they come beside those who sit there.
 *
 * @returns for each of them the human they are in this union
 */
export async function seatOfficers(
  { tx, now }: Seating,
  unit: OpenUnit,
  officers: readonly NewOfficer[],
  from: string,
  as: 'committee' | 'beside',
): Promise<string[]> {
  const whos = officers.map(({ who }) => who ?? newId(now.getTime()))
  const rows = officers.flatMap((officer, index) =>
    officer.seats.map((seat) => ({ ...officer, seat, id: newId(now.getTime()), who: whos[index] })),
  )
  if (as === 'committee') await endSeats(tx, unit, 'term_ended', from, now, seats.filter(endsWithTerm))
  await tx.run(
    `insert into organization.officer (cell_id, id, path, unit_id, who, person_id, name, sex, seat, engagement, ties, valid_from, recorded_at)
     select $1, id, $2, $3, who, person, name, sex, seat, engagement, case when ties = '' then array[]::text[] else string_to_array(ties, ',') end, $4, $5
     from unnest($6::uuid[], $7::uuid[], $8::uuid[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[])
       as o (id, who, person, name, sex, seat, engagement, ties)
     on conflict (cell_id, unit_id, who, seat) where valid_to is null and superseded_at is null do nothing`,
    [
      unit.cell_id,
      unit.path,
      unit.id,
      from,
      now,
      rows.map(({ id }) => id),
      rows.map(({ who }) => who),
      rows.map(({ person }) => person ?? null),
      rows.map(({ name }) => name),
      rows.map(({ sex }) => sex),
      rows.map(({ seat }) => seat),
      rows.map(({ engagement }) => engagement),
      rows.map((row) => row.ties.join(',')),
    ],
  )
  return whos
}

/** Ends the open seats of some kinds in a union; what would end before it began never was. */
export async function endSeats(
  tx: Tx,
  unit: Pick<OpenUnit, 'cell_id' | 'id'>,
  because: SeatEnd,
  on: string,
  now: Date,
  kinds: readonly Seat[] = seats,
): Promise<void> {
  await tx.run(
    `update organization.officer set valid_to = greatest(valid_from, $3::date), ended_because = $4, end_recorded_at = $5,
       superseded_at = case when valid_from > $3::date then $5::timestamptz end
     where cell_id = $1 and unit_id = $2 and valid_to is null and superseded_at is null and seat = any($6::text[])`,
    [unit.cell_id, unit.id, on, because, now, kinds],
  )
}
