/** One new union of a split as it is typed. */
export type PartDraft = {
  readonly key: string
  readonly name: string
  readonly shortName: string
  readonly children: readonly string[]
  readonly employers: readonly string[]
}

/** To which of the new unions each person goes, by member number; whoever is not in it stays. */
export type Placed = { readonly [membership: string]: string }

/** Somebody of the union, as far as placing looks. */
export type Placeable = {
  readonly membership: string
  readonly name: string
  readonly identityMask: string
  readonly status: string
}

let made = 0
export const emptyPart = (): PartDraft => ({
  ...{ key: `part-${++made}`, name: '', shortName: '' },
  ...{ children: [], employers: [] },
})

/** Places people, or lets them stay where `part` is null; in a new object. */
export function place(placed: Placed, memberships: Iterable<string>, part: string | null): Placed {
  const next: { [membership: string]: string } = { ...placed }
  for (const membership of memberships) {
    if (part === null) delete next[membership]
    else next[membership] = part
  }
  return next
}

/** Without those who were to go to a union that is not founded after all. */
export function withoutPart(placed: Placed, part: string): Placed {
  return Object.fromEntries(Object.entries(placed).filter(([, to]) => to !== part))
}

/** What people are narrowed to: a text in name or masked number, a standing, where they go (`stays`, a part's key, or all). */
export type PeopleNarrowed = { readonly text: string; readonly status: string; readonly where: string }

export function narrowed<P extends Placeable>(people: readonly P[], placed: Placed, by: PeopleNarrowed): P[] {
  const text = by.text.trim()
  return people.filter(
    ({ membership, name, identityMask, status }) =>
      (text === '' || name.includes(text) || identityMask.includes(text.toUpperCase())) &&
      (by.status === '' || status === by.status) &&
      (by.where === '' || (placed[membership] ?? 'stays') === by.where),
  )
}

/** Whom a list placed: each line goes where it says, else to the union chosen; a name that is none of the new unions is told. */
export function placeNamed(
  placed: Placed,
  found: readonly { readonly row: number; readonly membership: string; readonly to: string | null }[],
  parts: readonly PartDraft[],
  chosen: string | null,
): { readonly placed: Placed; readonly count: number; readonly unknown: readonly { row: number; to: string }[] } {
  const next: { [membership: string]: string } = { ...placed }
  const unknown: { row: number; to: string }[] = []
  let count = 0
  for (const { row, membership, to } of found) {
    const part =
      to === null ? chosen : (parts.find(({ name, shortName }) => isCalled(to, name, shortName))?.key ?? null)
    if (part === null) unknown.push({ row, to: to ?? '' })
    else {
      next[membership] = part
      count++
    }
  }
  return { placed: next, count, unknown }
}

const isCalled = (to: string, name: string, shortName: string) =>
  to.trim() === name.trim() || (shortName.trim() !== '' && to.trim() === shortName.trim())

/** How many go to each new union, members and those who wait apart; and who stays. */
export function counted(people: readonly Placeable[], placed: Placed, parts: readonly PartDraft[]) {
  const of = (some: readonly Placeable[]) => ({
    members: some.filter(({ status }) => status !== 'provisional').length,
    waiting: some.filter(({ status }) => status === 'provisional').length,
  })
  const by = Map.groupBy(people, ({ membership }) => placed[membership] ?? 'stays')
  const stay = by.get('stays') ?? []
  return {
    parts: parts.map((part) => ({ part, ...of(by.get(part.key) ?? []) })),
    stays: { ...of(stay), names: stay.map(({ name }) => name) },
  }
}
