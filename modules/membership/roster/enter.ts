import type { Fact } from '@gongqiao/kernel/command/command.ts'
import type { Applied, ImportContext } from '@gongqiao/kernel/imports/kind.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { enterMany } from '@gongqiao/modules/people/index.ts'
import { enrolMany } from '../enrol-many.ts'
import type { Compared } from './compare.ts'
import { keepDetails } from './details.ts'
import { markOf } from './records.ts'

type Entered = { readonly rows: Applied[]; readonly facts: Fact[] }

/** Enters lines of one cell on the roll as listed 在册待认领: no number is held, no phone bound, nobody elsewhere touched. */
export async function enterLines(context: ImportContext, cell: number, lines: readonly Compared[]): Promise<Entered> {
  const { tx, services, now } = context
  const made = lines.map((compared) => {
    const { unit } = compared
    if (!unit) throw new Error('a new line has a union')
    return { ...compared, unit, person: newId(now.getTime()), membership: newId(now.getTime()) }
  })
  await enterMany(
    tx,
    services,
    cell,
    made.map(({ person: id, unit: { path }, line: { person, phone } }) => ({
      ...{ id, path, person, phone, account: null, holdsNumber: false },
    })),
    now,
  )
  const facts = await enrolMany(
    tx,
    cell,
    made.map(({ membership: id, person: personId, unit, line: { person, since } }) => ({
      ...{ id, personId, path: unit.path, unit: unit.id, person, status: 'listed' as const, since, claim: null },
    })),
    now,
  )
  await keepDetails(
    tx,
    cell,
    made.map(({ membership, unit: { path }, line: { ethnicity, employment, change } }) => ({
      ...{ membership, path, ethnicity, employment, change },
    })),
  )
  const rows = made.map(({ row, membership, person, unit, line, digest, phone }): Applied => {
    const { ethnicity, employment, change, since } = line
    const mark = markOf(services, {
      ...{ cell, membership, person, path: unit.path, unit: unit.id, name: line.person.name, status: 'listed' },
      ...{ claimed: false, since, identity: digest, phone, ethnicity, employment, change, lines: 1 },
    })
    return { row, outcome: 'applied', subject: { cell, id: membership }, mark }
  })
  return { rows, facts }
}
