import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { roles } from '@gongqiao/modules/organization/roles.ts'
import { reportRetaliation } from '@gongqiao/modules/rights/commands/report-retaliation.ts'
import { submitAsk } from '@gongqiao/modules/rights/commands/submit-ask.ts'
import { afterAll, expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { takeRecord } from '../../tests/records.ts'
import { runCommandLine } from './command-line/run.ts'
import { matterParts } from './matter-parts.ts'

const house = await openHouse()
const folder = await mkdtemp(join(tmpdir(), 'gongqiao-record-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Kinds that keep nothing of their own: what the engine keeps says everything. */
const saidByTheEngine: { readonly [kind: string]: string } = {
  'membership.letter': 'its form, its steps and the letter itself, a paper that is attached, are the engine’s',
}

/** Tables whose rows name a file, and the kinds whose records list it. */
const listsFilesOf: { readonly [table: string]: readonly string[] } = {
  'membership.application': ['membership.application'],
  'rights.ask_file': ['rights.ask', 'rights.retaliation'],
  // What was done to a membership at a desk, without a matter: there is no record that it could be missing from.
  'membership.life_record': [],
}

/** By which act an officer sees what the record of a kind says. */
const seenBy: { readonly [kind: string]: string } = {
  'organization.founding': 'organization.run_founding',
  'organization.registration': 'organization.view_registration',
  'organization.term_end': 'organization.view_committee',
  'organization.vacancy': 'organization.view_committee',
  'organization.unit_change': 'organization.view_changes',
  'membership.application': 'membership.view_application',
  'membership.not_me': 'membership.view_report',
  'membership.standing': 'membership.view_life_matter',
  'membership.resignation': 'membership.view_life_matter',
  'membership.deemed': 'membership.view_life_matter',
  'membership.expulsion': 'membership.view_life_matter',
  'membership.transfer': 'membership.view_transfer',
  'membership.incoming': 'membership.view_incoming',
  'elections.re_election': 'elections.view_election',
  'elections.by_election': 'elections.view_election',
  'elections.removal': 'elections.view_removal',
  'rights.ask': 'rights.view_ask',
}

test('every kind of matter says in its record what it keeps in tables of its own', () => {
  const silent = matterParts.kinds.filter(({ record }) => !record).map(({ definition }) => definition.name)

  expect(silent.sort()).toEqual(Object.keys(saidByTheEngine).sort())
})

test('a record lists the files of every table that names any', async () => {
  const tables = await house.rows(
    `select n.nspname || '.' || t.relname as name from pg_catalog.pg_constraint c
     join pg_catalog.pg_class t on t.oid = c.conrelid join pg_catalog.pg_namespace n on n.oid = t.relnamespace
     where c.contype = 'f' and c.confrelid = 'kernel.file'::regclass order by 1`,
  )
  const listing = matterParts.kinds.filter(({ recordFiles }) => recordFiles).map(({ definition }) => definition.name)

  expect(tables.map(({ name }) => name)).toEqual(Object.keys(listsFilesOf).sort())
  expect(listing.sort()).toEqual(Object.values(listsFilesOf).flat().sort())
})

test('whoever may take a record may see what it says: no role reads more of a matter in its record than in its view', () => {
  const open = matterParts.kinds.filter(({ record, restricted }) => record && restricted === undefined)
  expect(open.map(({ definition }) => definition.name).sort()).toEqual(Object.keys(seenBy).sort())
  for (const [role, acts] of Object.entries(roles)) {
    const held: readonly string[] = acts
    if (!held.includes('kernel.export_record')) continue
    expect(
      Object.values(seenBy).filter((act) => !held.includes(act)),
      role,
    ).toEqual([])
  }
})

/** What `gongqiao verify-pack` says on a machine that has nothing but the files. */
async function verified(...names: readonly string[]) {
  const said: string[] = []
  const terminal = { say: (words: string) => void said.push(words), warn: () => undefined, progress: () => undefined }
  const config = () => {
    throw new Error('a record is checked without an installation')
  }
  const code = await runCommandLine(['verify-pack', ...names.map((name) => join(folder, name))], {
    ...{ terminal, config, stopped: new AbortController().signal },
  })
  return { code, said: said.join('\n') }
}

test('a record and the files named in it verify on another machine, and one changed byte of either is found', async () => {
  const { actor } = await house.applies({ unit: house.units.shop })
  const webm = Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.alloc(200, 7)])
  const voice = { data: webm.toString('base64'), seconds: 3 }
  const { ask } = await house.does(actor, submitAsk, { words: '机器没有护罩' })
  const report = await house.does(actor, reportRetaliation, { cell: ask.cell, matter: ask.matter, voice })
  const { json, body } = await takeRecord(house, await house.officer(house.units.township), report.ask)
  const [file] = body.attachments
  if (!file) throw new Error('the recording is in the record')
  await writeFile(join(folder, 'record.json'), json)
  await writeFile(join(folder, file.name), webm)
  expect((await verified('record.json', file.name)).code).toBe(0)

  await writeFile(join(folder, file.name), Buffer.concat([webm.subarray(0, -1), Buffer.from([8])]))
  expect(await verified('record.json', file.name)).toMatchObject({ code: 1, said: expect.stringContaining(file.name) })
  await writeFile(join(folder, 'record.json'), json.replace(file.hash, `${file.hash.slice(1)}0`))
  expect((await verified('record.json')).code).toBe(1)
})
