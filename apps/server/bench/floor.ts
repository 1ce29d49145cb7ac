import { randomBytes } from 'node:crypto'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { BenchNation } from './nation.ts'
import type { PlainJob } from './plain-process.ts'

/** Everything may be seen: set once a connection, so that a floor join is one statement and one round trip. */
export const floorSession = [`set app.scope = '0|999999||~'`] as const

/**
 * The least that a join could be: person, membership, outbox and audit by one statement that commits by itself. It is
 * fixed, so that figures of different versions have one measure.
 */
export const floorStatement = {
  name: 'floor',
  text: `
    with entered as (
      insert into people.person (cell_id, id, path, name, sex, birth_date, identity_kind, identity_cipher, identity_digest,
        identity_mask, phone_cipher, phone_digest, phone_mask, verification, created_at)
      values ($1, $2, $3, $4, 'male', $5, 'resident_card', $6, $7, $8, $6, $9, $10, 'not_verified', $11)
    ), begun as (
      insert into membership.membership (cell_id, path, id, person_id, unit_id, name, name_bigrams, sex, birth_date,
        identity_mask, status, applied_at, card_number)
      values ($1, $3, $12, $2, $13, $4, $14, 'male', $5, $8, 'provisional', $11, $15)
    ), told as (
      insert into kernel.outbox (cell_id, id, name, body, at) values ($1, $16, 'bench.joined', $17, $11)
    )
    insert into kernel.audit (cell_id, id, at, act, actor_kind, subject_id, after)
    values ($1, $18, $11, 'bench.join', 'anyone', $2, $17)`,
} as const

/** The values of so many floor joins, spread over the counties like the others. */
export function floorRuns(nation: BenchNation, howMany: number): PlainJob['runs'] {
  return Array.from({ length: howMany }, (_, index) => {
    const county = nation.counties[index % nation.counties.length]
    const unit = county?.holders[0]
    if (!county || !unit) throw new Error('a county has unions')
    const now = new Date()
    const [person, membership] = [newId(), newId()]
    const values = [
      county.cell,
      person,
      unit.path,
      '张三丰',
      '1990-05-17',
      randomBytes(84),
      randomBytes(32),
      '44***************X',
      randomBytes(32),
      '154****1234',
      now,
      membership,
      unit.id,
      ['张三', '三丰'],
      String(index).padStart(16, '0'),
      newId(),
      { person, membership, unit: unit.id, status: 'provisional' },
      newId(),
    ]
    return [{ statement: 0, values }]
  })
}
