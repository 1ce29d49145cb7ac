import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { type Fault, Refusal } from '@gongqiao/kernel/refusal.ts'
import type { Place } from '@gongqiao/kernel/shared/place.ts'
import { rollPeople, rollPeopleNamed } from '@gongqiao/modules/membership/index.ts'

type Typed = { readonly membership?: string | null; readonly name: string; readonly sex: 'male' | 'female' | 'unknown' }

/**
 * Finds the row of the roll behind each of some people: the one that was named, else the only one of that name in the union.
 * Whoever is on no roll keeps their name and has no row; the checks say so with their rule.
 *
 * Refuses `kernel.invalid_input` with every row that is not there, is named twice, or has namesakes.
 */
export async function resolveNames<T extends Typed>(
  tx: Tx,
  place: Place,
  typed: readonly T[],
  field: string,
): Promise<(T & { readonly membership: string | null })[]> {
  const known = await rollPeople(
    tx,
    place.cell,
    typed.flatMap(({ membership }) => membership ?? []),
  )
  const unnamed = typed.filter(({ membership }) => !membership).map(({ name }) => name)
  const byName = Map.groupBy(await rollPeopleNamed(tx, place, [...new Set(unnamed)]), ({ name }) => name)
  const faults: Fault[] = []
  const seen = new Set<string>()
  const rows = typed.map((row, index) => {
    const named = row.membership ? known.get(row.membership) : undefined
    const same = row.membership ? [] : (byName.get(row.name) ?? [])
    if (row.membership && !named) faults.push({ field: `${field}/${index}/name`, code: 'elections.not_on_roll' })
    if (same.length > 1) {
      faults.push({
        field: `${field}/${index}/name`,
        code: 'elections.namesakes',
        variables: { name: row.name, people: same.length },
      })
    }
    const found = named ?? (same.length === 1 ? same[0] : undefined)
    if (found && seen.has(found.id)) faults.push({ field: `${field}/${index}/name`, code: 'elections.person_twice' })
    if (found) seen.add(found.id)
    return found
      ? { ...row, membership: found.id, name: found.name, sex: found.sex === 'unknown' ? row.sex : found.sex }
      : { ...row, membership: null }
  })
  if (faults.length > 0) throw new Refusal('kernel.invalid_input', { faults })
  return rows
}
