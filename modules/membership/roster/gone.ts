import type { Closing, ImportContext } from '@gongqiao/kernel/imports/kind.ts'
import type { RosterMemory } from './memory.ts'

type Row = {
  readonly membership: string
  readonly person: string
  readonly path: string
  readonly name: string
  readonly identityMask: string
}

const page = 2_000

const ofUnits = `select m.id as membership, m.person_id as person, m.path, m.name, m.identity_mask as "identityMask"
  from membership.membership m
  where m.cell_id = $1 and m.path >= $2 and m.path < $3 and m.status <> 'ended' and m.status in ('listed', 'active', 'retained')
    and m.unit_id = any($4::uuid[]) and (m.path, m.id) > ($5, $6)
  order by m.path, m.id limit $7`

/**
 * Who stands on the roll of a union the sheet speaks of and is no longer in the sheet: proposed for leaving, never
 * removed. Whoever has the name of a line that could not be read is not among them.
 */
export async function* whoIsGone(context: ImportContext<RosterMemory>): AsyncGenerator<Closing> {
  const { tx, memory } = context
  const { range } = context.import
  const units = [...memory.units.values()].flatMap((found) => ('unit' in found ? [found.unit] : []))
  for (const [cell, some] of Map.groupBy(units, (unit) => unit.cell)) {
    const ids = some.map(({ id }) => id)
    let after = { path: '', membership: '00000000-0000-0000-0000-000000000000' }
    for (;;) {
      const values = [cell, range.pathLo, range.pathHi, ids, after.path, after.membership, page]
      const rows = await tx.many<Row>(ofUnits, values)
      for (const { membership, person, name, identityMask } of rows) {
        if (memory.named.has(membership) || memory.unread.has(name.replace(/\s/g, ''))) continue
        const subject = { cell, id: membership, person }
        yield { verdict: 'gone', subject, shown: { name, identityNumber: identityMask } }
      }
      const last = rows.at(-1)
      if (!last || rows.length < page) break
      after = last
    }
  }
}
