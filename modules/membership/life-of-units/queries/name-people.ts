import { query } from '@gongqiao/kernel/command/query.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { findOpenUnit, type OpenUnit } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { identityDigests } from '../../name-search.ts'
import { NamedPeople } from '../contract.ts'
import { linesAtMost, type PersonLine, readPeopleSheet } from '../read-people-sheet.ts'

type Own = {
  readonly membership: string
  readonly person: string
  readonly name: string
  readonly mask: string
  readonly digest: Buffer | null
}
type Unclear = NamedPeople['unclear'][number]

const own = `select m.id as membership, m.person_id as person, m.name, m.identity_mask as mask, p.identity_digest as digest
  from membership.membership m join people.open_person p on p.cell_id = m.cell_id and p.id = m.person_id
  where m.cell_id = $1 and m.path = $2 and m.unit_id = $3 and m.status <> 'ended'
    and (m.id::text = any($4::text[]) or m.name = any($5::text[])) order by m.id limit $6`

/**
 * Finds whom a list, xlsx or csv, names of a union's own people: by member number, by name and whole identity number, by name
 * and the masked number of our own lists, or by a name that only one of them has. Whoever stands elsewhere is not looked
 * for; a line that fits nobody or several is told with its row, every one at once. Nothing is written.
 *
 * Refuses what is no sheet (`sheet.*`), `membership.list_without_names`, `kernel.absent`, `kernel.forbidden`.
 *
 * @see ORG-29
 */
export const namePeople = query({
  act: 'membership.search_people',
  by: ['post'],
  input: Type.Object(
    { unit: Id, mediaType: Type.Optional(Type.String()), bytes: Type.Unsafe<Buffer>(Type.Unknown()) },
    { additionalProperties: false },
  ),
  output: NamedPeople,
  subjects: ({ found }) =>
    [...Map.groupBy(found, ({ cell }) => cell)].map(([cell, some]) => ({
      cell,
      people: some.map(({ person }) => person),
    })),
  async run({ tx, input, today, allow, services }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const lines = await readPeopleSheet(input.bytes)
    if (!lines) throw new Refusal('membership.list_without_names')
    const people = await tx.many<Own>(own, valuesOf(unit, lines))
    return match(unit.cell_id, lines, people, (number) => identityDigests(services, number, today))
  },
})

function valuesOf(unit: OpenUnit, lines: readonly PersonLine[]): unknown[] {
  const names = lines.map(({ name }) => name)
  return [unit.cell_id, unit.path, unit.id, lines.map(({ membership }) => membership), names, linesAtMost * 4]
}

/** Each line with whom it names; nobody is named by two lines. */
function match(
  cell: number,
  lines: readonly PersonLine[],
  people: readonly Own[],
  digestsOf: (number: string) => readonly Buffer[],
): NamedPeople {
  const byId = new Map(people.map((one) => [one.membership, one]))
  const byName = Map.groupBy(people, ({ name }) => name)
  const found: NamedPeople['found'] = []
  const unclear: Unclear[] = []
  const named = new Set<string>()
  for (const line of lines) {
    const who = whoIs(line, byId, byName, digestsOf)
    const why = typeof who === 'string' ? who : named.has(who.membership) ? 'twice' : undefined
    if (why !== undefined || typeof who === 'string') {
      unclear.push({ row: line.row, name: line.name, why: why ?? 'unknown' })
      continue
    }
    named.add(who.membership)
    const { membership, person, name } = who
    found.push({ cell, row: line.row, membership, person, name, to: line.to === '' ? null : line.to })
  }
  return { found, unclear }
}

function whoIs(
  line: PersonLine,
  byId: ReadonlyMap<string, Own>,
  byName: ReadonlyMap<string, readonly Own[]>,
  digestsOf: (number: string) => readonly Buffer[],
): Own | Unclear['why'] {
  if (line.membership !== '') return byId.get(line.membership) ?? 'unknown'
  if (line.name === '') return 'no_name'
  const digests = line.number === '' ? undefined : digestsOf(line.number)
  if (line.destroyed || digests?.length === 0) return 'number'
  const fits = (byName.get(line.name) ?? []).filter(
    (one) =>
      (!digests || digests.some((digest) => one.digest?.equals(digest))) &&
      (line.mask === '' || one.mask === line.mask),
  )
  const [only] = fits
  if (!only) return 'unknown'
  return fits.length === 1 ? only : 'several'
}
