import type { ChangeKind } from '@gongqiao/modules/organization/machine.ts'
import type { Wish } from './queries.ts'

/** A change as it is typed, before it is asked for. */
export type Draft = {
  readonly kind: ChangeKind | null
  readonly into: string | null
  readonly name: string
  readonly shortName: string
  readonly divisionCode: string
  readonly children: readonly string[]
  readonly members: 'keep' | 'retain'
  readonly reason: string
  readonly resolvedOn: string | null
  readonly resolvedBy: string
  readonly intoResolvedOn: string | null
  readonly auditedOn: string | null
  readonly auditedBy: string
  readonly property: string
}

export const emptyDraft: Draft = {
  kind: null,
  into: null,
  name: '',
  shortName: '',
  divisionCode: '',
  children: [],
  members: 'keep',
  reason: '',
  resolvedOn: null,
  resolvedBy: '',
  intoResolvedOn: null,
  auditedOn: null,
  auditedBy: '',
  property: '',
}

/** Which papers a kind asks for: what the server would say is missing is asked before. */
export function papersOf(kind: ChangeKind) {
  return {
    into: kind === 'merge' || kind === 'move' || kind === 'dissolve',
    named: kind === 'split' || kind === 'rename',
    resolution: kind === 'merge' || kind === 'split' || kind === 'dissolve',
    intoResolution: kind === 'merge',
    audit: kind !== 'move' && kind !== 'rename',
    members: kind === 'close',
    children: kind === 'split',
  }
}

/** What is asked for: only what was typed. */
export function wishOf(draft: Draft, kind: ChangeKind): Wish {
  const papers = papersOf(kind)
  const text = (value: string) => value.trim()
  return {
    kind,
    reason: text(draft.reason),
    ...(papers.into && draft.into !== null && { into: draft.into }),
    ...(papers.named && text(draft.name) && { name: text(draft.name) }),
    ...(papers.named && text(draft.shortName) && { shortName: text(draft.shortName) }),
    ...(kind === 'rename' && text(draft.divisionCode) && { divisionCode: text(draft.divisionCode) }),
    ...(papers.children && draft.children.length > 0 && { children: draft.children }),
    ...(papers.members && { members: draft.members }),
    ...(papers.resolution &&
      draft.resolvedOn !== null && { resolution: { on: draft.resolvedOn, by: text(draft.resolvedBy) } }),
    ...(papers.intoResolution && draft.intoResolvedOn !== null && { intoResolution: draft.intoResolvedOn }),
    ...(papers.audit && draft.auditedOn !== null && { audit: { on: draft.auditedOn, by: text(draft.auditedBy) } }),
    ...(papers.audit && text(draft.property) && { property: text(draft.property) }),
  }
}
