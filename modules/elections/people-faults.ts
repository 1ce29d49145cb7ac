import { checkName } from '@gongqiao/codes'
import type { Fault } from '@gongqiao/kernel/refusal.ts'

/** Names that are none, in a list of people somebody typed. */
export function nameFaults(people: unknown, field: string): Fault[] {
  return rowsOf(people).flatMap(({ name }, index): Fault[] => {
    if (typeof name !== 'string' || name === '') return []
    const checked = checkName(name)
    return checked.ok
      ? []
      : checked.faults.map(({ code }) => ({ field: `${field}/${index}/name`, code: `people.name.${code}` }))
  })
}

/** Rows of the roll that a list names twice. */
export function twiceFaults(people: unknown, field: string): Fault[] {
  const seen = new Set<unknown>()
  return rowsOf(people).flatMap(({ membership }, index): Fault[] => {
    if (typeof membership !== 'string') return []
    const twice = seen.has(membership)
    seen.add(membership)
    return twice ? [{ field: `${field}/${index}/name`, code: 'elections.person_twice' }] : []
  })
}

/** Safe because both fields are looked at before they are used. */
function rowsOf(people: unknown): readonly { name?: unknown; membership?: unknown }[] {
  return Array.isArray(people) ? people.map((row: unknown) => (row !== null && typeof row === 'object' ? row : {})) : []
}
