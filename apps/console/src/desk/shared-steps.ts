import type { KindStep, MatterKindView, QueueRow } from '@gongqiao/kernel/matter/contract.ts'

/** What a row tells about the steps it stands before. */
type Standing = Pick<QueueRow, 'kind' | 'state' | 'steps'>
type Kinds = readonly Pick<MatterKindView, 'kind' | 'steps'>[]

/** A file belongs to one matter, so a step that demands one is taken one by one. */
const demandsFile = ({ form }: KindStep) => form?.fields.some(({ kind, required }) => kind === 'files' && required)

/** The steps of one row that can be taken for several at once; none where its module has acts of its own. */
export function stepsOfRow({ kind, state, steps }: Standing, kinds: Kinds): KindStep[] {
  const all = kinds.find((one) => one.kind === kind)?.steps ?? []
  return all.filter((one) => one.from === state && steps.includes(one.step) && !demandsFile(one))
}

/** What a step asks for, wherever it is taken from. */
const demandsOf = ({ from: _from, ...step }: KindStep) => JSON.stringify(step)

/** The steps that all of these rows share by their definition: of one kind, leading to one state, asking for the same. */
export function sharedSteps(rows: readonly Standing[], kinds: Kinds): KindStep[] {
  const [first, ...others] = rows
  if (!first || others.some(({ kind }) => kind !== first.kind)) return []
  const rest = others.map((row) => new Set(stepsOfRow(row, kinds).map(demandsOf)))
  return stepsOfRow(first, kinds).filter((step) => rest.every((demands) => demands.has(demandsOf(step))))
}
