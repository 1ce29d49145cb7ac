import type { ChangeAsked } from '@gongqiao/modules/organization/contract.ts'
import type { ChangeKind } from '@gongqiao/modules/organization/machine.ts'
import type { Wish } from './queries.ts'
import { emptyPart, type PartDraft, type Placed } from './split-draft.ts'

/** A change as it is typed, before it is asked for. */
export type Draft = {
  readonly kind: ChangeKind | null
  readonly into: string | null
  /** What the union chosen before is called, where a change is mended. */
  readonly intoName: string | null
  readonly name: string
  readonly shortName: string
  readonly divisionCode: string
  readonly parts: readonly PartDraft[]
  readonly placed: Placed
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
  intoName: null,
  name: '',
  shortName: '',
  divisionCode: '',
  parts: [emptyPart()],
  placed: {},
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
    named: kind === 'rename',
    resolution: kind === 'merge' || kind === 'split' || kind === 'dissolve',
    intoResolution: kind === 'merge',
    audit: kind === 'merge' || kind === 'split' || kind === 'dissolve',
    /** Only where a place rules so: it may be left out. */
    auditMaybe: kind === 'close',
    property: kind !== 'move' && kind !== 'rename',
    members: kind === 'close',
    parts: kind === 'split',
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
    ...(papers.parts && { parts: draft.parts.map((part) => partOf(part, draft.placed)) }),
    ...(papers.members && { members: draft.members }),
    ...(papers.resolution &&
      draft.resolvedOn !== null && { resolution: { on: draft.resolvedOn, by: text(draft.resolvedBy) } }),
    ...(papers.intoResolution && draft.intoResolvedOn !== null && { intoResolution: draft.intoResolvedOn }),
    ...((papers.audit || papers.auditMaybe) &&
      draft.auditedOn !== null && { audit: { on: draft.auditedOn, by: text(draft.auditedBy) } }),
    ...(papers.property && text(draft.property) && { property: text(draft.property) }),
  }
}

const partOf = ({ key, name, shortName, children, employers }: PartDraft, placed: Placed) => ({
  name: name.trim(),
  ...(shortName.trim() && { shortName: shortName.trim() }),
  ...{ children, employers },
  people: Object.entries(placed).flatMap(([membership, part]) => (part === key ? [membership] : [])),
})

/** The steps of asking for a kind: a split says first what goes where. */
export function stepsOf(kind: ChangeKind | null) {
  return kind === 'split'
    ? (['kind', 'parts', 'people', 'papers', 'preview'] as const)
    : (['kind', 'papers', 'preview'] as const)
}

/** What was asked for as it is typed again, to be mended. */
export function draftOf(asked: ChangeAsked): Draft {
  const parts = (asked.parts ?? []).map(({ name, shortName = '', children = [], employers = [] }) => ({
    ...emptyPart(),
    ...{ name, shortName, children, employers },
  }))
  const placed = Object.fromEntries(
    (asked.parts ?? []).flatMap(({ people = [] }, index) =>
      people.map((membership): [string, string] => [membership, parts[index]?.key ?? '']),
    ),
  )
  return {
    kind: asked.kind,
    into: asked.into?.id ?? null,
    intoName: asked.into?.name ?? null,
    name: asked.name ?? '',
    shortName: asked.shortName ?? '',
    divisionCode: asked.divisionCode ?? '',
    parts: parts.length > 0 ? parts : [emptyPart()],
    placed,
    members: asked.members ?? 'keep',
    reason: asked.reason,
    resolvedOn: asked.resolution?.on ?? null,
    resolvedBy: asked.resolution?.by ?? '',
    intoResolvedOn: asked.intoResolution ?? null,
    auditedOn: asked.audit?.on ?? null,
    auditedBy: asked.audit?.by ?? '',
    property: asked.property ?? '',
  }
}
