import type { Fault } from '@gongqiao/kernel/refusal.ts'
import type { OpenUnit } from '../open-unit.ts'
import { type ChangeKind, endsUnion } from './unit-change.ts'

/** One new union of a split, as far as the rules look. */
export type AskedPart = {
  readonly name?: string | undefined
  readonly children?: readonly string[] | undefined
  readonly employers?: readonly string[] | undefined
  readonly people?: readonly string[] | undefined
}

/** What is asked for a union, as far as the rules look. */
export type AskedChange = {
  readonly kind: ChangeKind
  readonly into?: string | undefined
  readonly name?: string | undefined
  readonly shortName?: string | undefined
  readonly divisionCode?: string | undefined
  readonly parts?: readonly AskedPart[] | undefined
  readonly resolution?: { readonly on: string; readonly by: string } | undefined
  readonly intoResolution?: string | undefined
  readonly audit?: { readonly on: string; readonly by: string } | undefined
  readonly property?: string | undefined
}

/** Kinds that the members' meeting resolves (ORG-25); a union ends with its employer without asking (ORG-26). */
const resolved: ReadonlySet<ChangeKind> = new Set(['merge', 'split', 'dissolve'])
/** Kinds before which the books are audited everywhere (ORG-29); where a place rules so, before a union ends with its employer too. */
const audited: ReadonlySet<ChangeKind> = new Set(['merge', 'split', 'dissolve'])
/** Kinds that say what becomes of the property (ORG-28, ORG-29). */
const divides: ReadonlySet<ChangeKind> = new Set(['merge', 'split', 'dissolve', 'close'])

/**
 * What papers a change lacks: the resolution, that of the other union, the audit, the word about the property; days that have
 * not been; a split that takes nobody and nothing.
 *
 * @see ORG-25, ORG-26, ORG-28, ORG-29; T-ORG-3
 */
export function paperFaults(asked: AskedChange, today: string): Fault[] {
  const { kind } = asked
  const faults: Fault[] = []
  const lacks = (field: string, code: string, rule: string) =>
    faults.push({ field, code: `organization.change.${code}`, variables: { rule } })
  const notYet = (field: string, day: string | undefined) => {
    if (day !== undefined && day > today) faults.push({ field, code: 'organization.change.not_yet' })
  }
  if (resolved.has(kind) && !asked.resolution) lacks('/resolution', 'no_resolution', 'ORG-25')
  if (kind === 'merge' && asked.intoResolution === undefined) lacks('/intoResolution', 'no_resolution_there', 'ORG-25')
  if (audited.has(kind) && !asked.audit) lacks('/audit', 'no_audit', 'ORG-29')
  if (divides.has(kind) && !asked.property) lacks('/property', 'no_property', kind === 'split' ? 'ORG-29' : 'ORG-28')
  notYet('/resolution/on', asked.resolution?.on)
  notYet('/intoResolution', asked.intoResolution)
  notYet('/audit/on', asked.audit?.on)
  if ((kind === 'merge' || kind === 'move') && asked.into === undefined) lacks('/into', 'no_other', 'ORG-01')
  if (kind === 'split') faults.push(...partFaults(asked.parts ?? []))
  if (
    kind === 'rename' &&
    asked.name === undefined &&
    asked.shortName === undefined &&
    asked.divisionCode === undefined
  )
    lacks('/name', 'says_nothing', 'ORG-37')
  return faults
}

/** What is wrong with the new unions of a split: none, one without anything, one thing given to two, two of one name. */
function partFaults(parts: readonly AskedPart[]): Fault[] {
  if (parts.length === 0)
    return [{ field: '/parts', code: 'organization.change.no_name', variables: { rule: 'ORG-25' } }]
  const faults: Fault[] = []
  const taken = new Set<string>()
  parts.forEach((part, index) => {
    const add = (field: string, code: string) =>
      faults.push({
        field: `/parts/${index}/${field}`,
        code: `organization.change.${code}`,
        variables: { rule: 'ORG-29' },
      })
    const lists = { children: part.children ?? [], employers: part.employers ?? [], people: part.people ?? [] }
    if (Object.values(lists).every(({ length }) => length === 0)) add('people', 'takes_nothing')
    for (const [field, ids] of Object.entries(lists)) {
      if (ids.some((id) => taken.has(id))) add(field, 'taken_twice')
      for (const id of ids) taken.add(id)
    }
    const name = part.name?.trim()
    if (name && parts.slice(0, index).some((other) => other.name?.trim() === name)) add('name', 'same_name')
  })
  return faults
}

/** The unions a change is about. */
export type Around = {
  readonly unit: OpenUnit
  readonly into?: OpenUnit | undefined
  /** Which unions stand directly below it, and which employers it covers, of those that a split takes along. */
  readonly own: ReadonlySet<string>
}

/**
 * What stands in the way of a change in the tree: a union that is not active, a loop, unions below that would be left behind.
 *
 * @see ORG-01
 */
export function treeFaults({ kind, parts = [] }: AskedChange, { unit, into, own }: Around): Fault[] {
  const faults: Fault[] = []
  const add = (field: string, code: string) =>
    faults.push({ field, code: `organization.change.${code}`, variables: { rule: 'ORG-01' } })
  if (into && into.state !== 'active') add('/into', 'other_not_active')
  if (into && into.id === unit.id) add('/into', 'itself')
  const below = into && into.cell_id === unit.cell_id && into.id !== unit.id && into.path.startsWith(unit.path)
  if (below && kind !== 'rename') add('/into', 'below_itself')
  if (kind === 'move' && into && into.id === unit.parent_id) add('/into', 'there_already')
  if (unit.path === '' && kind !== 'rename') add('/unit', 'whole_cell')
  const leavesCell = into !== undefined && into.cell_id !== unit.cell_id && (endsUnion(kind) || kind === 'move')
  if (leavesCell && unit.children > 0) add('/into', 'children_elsewhere')
  parts.forEach((part, index) => {
    if (part.children?.some((id) => !own.has(id))) add(`/parts/${index}/children`, 'not_its_own')
    if (part.employers?.some((id) => !own.has(id))) add(`/parts/${index}/employers`, 'not_covered')
  })
  return faults
}
