import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImportView } from '@gongqiao/kernel/imports/contract.ts'
import pg from 'pg'
import type { BenchInstallation } from './installation.ts'

/** The tables an import of people writes, those that others refer to first, with what of them the import left. */
const tables = [
  ['people.person', 'cell_id = $1 and id in (select person_id from bench_left)'],
  ['people.person_cell', 'cell_id = $1 and person_id in (select person_id from bench_left)'],
  ['membership.membership', 'cell_id = $1 and id in (select id from bench_left)'],
  ['membership.name_token', 'cell_id = $1 and membership_id in (select id from bench_left)'],
  ['membership.membership_history', 'cell_id = $1 and membership_id in (select id from bench_left)'],
  ['membership.card', 'number in (select card_number from bench_left)'],
  ['membership.listed_directory', 'digest in (select digest from bench_left) and cell_id = $1'],
  ['membership.roster_detail', 'cell_id = $1 and membership_id in (select id from bench_left)'],
] as const

/**
 * Copies the rows that an import left into files of the database server, takes them away, and copies them in again: how
 * many seconds COPY alone takes for them, with every index and reference checked.
 */
export async function copyAgain(
  { superuserUrl }: BenchInstallation,
  { cell, import: id }: ImportView,
): Promise<number> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(
      `create temporary table bench_left as
       select m.id, m.person_id, m.card_number, p.identity_digest as digest from kernel.import_row r
       join membership.membership m on m.cell_id = $1 and m.id = r.subject_id join people.person p on p.cell_id = $1 and p.id = m.person_id
       where r.cell_id = $1 and r.import_id = $2 and r.outcome = 'applied'`
        .replaceAll('$1', String(cell))
        .replaceAll('$2', `'${id}'`),
    )
    await client.query('analyze bench_left')
    const folder = String((await client.query('show data_directory')).rows[0]?.data_directory)
    const files = tables.map(([name, where]) => ({
      name,
      where: where.replaceAll('$1', String(cell)),
      file: join(folder, `bench_${name.replace('.', '_')}.copy`),
    }))
    for (const { name, where, file } of files)
      await client.query(`copy (select * from ${name} where ${where}) to '${file}' (format binary)`)
    for (const { name, where } of files.toReversed()) await client.query(`delete from ${name} where ${where}`)
    await client.query('commit')

    const started = performance.now()
    await client.query('begin')
    for (const { name, file } of files) await client.query(`copy ${name} from '${file}' (format binary)`)
    await client.query('commit')
    const seconds = (performance.now() - started) / 1000
    await client.query('drop table bench_left')
    for (const { file } of files) await rm(file, { force: true })
    return seconds
  } finally {
    await client.end()
  }
}
