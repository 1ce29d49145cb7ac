import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Closing, ImportContext } from '@gongqiao/kernel/imports/kind.ts'
import type { RosterMemory } from './memory.ts'

type Row = { readonly membership: string; readonly person: string; readonly path: string; readonly name: string }

const page = 2_000
/** Unions asked about at once. */
const unionsAtOnce = 200

const ofUnits = `select m.id as membership, m.person_id as person, m.path, m.name
  from membership.membership m
  where m.cell_id = $1 and m.path = any($2::text[]) and m.status <> 'ended' and m.status in ('listed', 'active', 'retained')
    and (m.path, m.id) > ($3, $4)
  order by m.path, m.id limit $5`

/**
 * Who stands on the roll of a union the sheet speaks of and is no longer in the sheet: proposed for leaving, never
 * removed. Whoever has the name of a line that could not be read is not among them.
 */
export async function* whoIsGone(context: ImportContext<RosterMemory>): AsyncGenerator<Closing> {
  const { tx, memory } = context
  const units = [...memory.units.values()].flatMap((found) => ('unit' in found ? [found.unit] : []))
  for (const [cell, some] of Map.groupBy(units, (unit) => unit.cell)) {
    const paths = [...new Set(some.map(({ path }) => path))].sort()
    for (let from = 0; from < paths.length; from += unionsAtOnce) {
      let after = { path: '', membership: '00000000-0000-0000-0000-000000000000' }
      for (;;) {
        // Whoever a union holds stands at its path.
        const values = [cell, paths.slice(from, from + unionsAtOnce), after.path, after.membership, page]
        const rows = await tx.many<Row>(ofUnits, values)
        for (const { membership, person, name } of rows) {
          if (memory.named.has(membership) || memory.unread.has(name.replace(/\s/g, ''))) continue
          yield { verdict: 'gone', subject: { cell, id: membership, person } }
        }
        const last = rows.at(-1)
        if (!last || rows.length < page) break
        after = last
      }
    }
  }
}

/** What a clerk is shown of rows of the roll: the name and the masked number. */
export async function showRosterRows(
  tx: Tx,
  cell: number,
  ids: readonly string[],
): Promise<Map<string, { readonly [column: string]: string }>> {
  const rows = await tx.many<{ id: string; name: string; identityNumber: string }>(
    'select id, name, identity_mask as "identityNumber" from membership.membership where cell_id = $1 and id = any($2::uuid[])',
    [cell, ids],
  )
  return new Map(rows.map(({ id, name, identityNumber }) => [id, { name, identityNumber }]))
}
