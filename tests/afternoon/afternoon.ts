import { setTimeout as sleep } from 'node:timers/promises'
import type { ImportQuestionList, ImportRowPage, ImportView } from '../../kernel/imports/contract.ts'
import { newId } from '../../kernel/shared/ids.ts'
import type { Figures } from '../../modules/insight/contract.ts'
import type { OfficerSelf, UnitPage } from '../../modules/organization/contract.ts'
import { makeServed } from '../served.ts'
import { monthLater, officerSheet, rosters, type Sheet, unitSheet } from './sheets.ts'

const faults = 0.02
const [people = 100_000, unions = 3_000] = process.argv.slice(2).map(Number)
const changed = { phones: Math.floor(people / 500), joined: Math.floor(people / 1000), left: Math.floor(people / 1000) }
const say = (words: string) => process.stdout.write(`${words}\n`)
const wrong: string[] = []
const expect = (what: string, is: unknown, must: unknown) => {
  if (is !== must) wrong.push(`${what}: ${String(is)} instead of ${String(must)}`)
}

// A county moves in, from its spreadsheets to its figures, and next month's sheet is a difference.
const house = await makeServed()
await house.start()
let cookie = ''
let post = ''

async function ask<T>(path: string, body?: object | Buffer, type = 'application/json'): Promise<T> {
  const sent = body === undefined ? undefined : Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body)
  const answer = await fetch(`${house.url}/api${path}`, {
    method: sent === undefined ? 'GET' : 'POST',
    headers: {
      cookie,
      ...(post !== '' && { 'x-post': post }),
      ...(sent !== undefined && { 'content-type': type, 'idempotency-key': newId() }),
    },
    ...(sent !== undefined && { body: sent }),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  for (const line of answer.headers.getSetCookie()) cookie = `${cookie}; ${line.split(';')[0] ?? ''}`
  return asAnswer<T>(await answer.json())
}

/** Safe because the server checks every answer against the contract the type was taken from. */
function asAnswer<T>(value: unknown): T {
  return value as T
}

async function signIn() {
  type Inbox = { officers: { login: string; password: string; code: string }[] }
  const officer = (await ask<Inbox>('/demonstration/inbox')).officers.find(({ login }) => login === 'demo-county')
  if (!officer) throw new Error('the demonstration has an officer of the county')
  await ask('/officer/sign-in', { login: officer.login, password: officer.password })
  const self = await ask<OfficerSelf>('/officer/sign-in/totp', { code: officer.code })
  post = self.posts[0]?.id ?? ''
  return self.posts[0]?.unit.id ?? ''
}

async function bringIn(unit: string, kind: string, sheet: Sheet): Promise<ImportView> {
  const started = performance.now()
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1)
  const uploaded = await ask<ImportView>(
    `/units/${unit}/imports/${kind}?name=${encodeURIComponent(sheet.name)}`,
    sheet.bytes,
    sheet.mediaType,
  )
  const one = `/cells/${uploaded.cell}/imports/${uploaded.import}`
  const until = async (...states: string[]) => {
    for (;;) {
      const view = await ask<ImportView>(one)
      if (states.includes(view.state)) return view
      if (view.state === 'failed') throw new Error(`${sheet.name}: ${view.trouble}`)
      await sleep(200)
    }
  }
  expect(`${sheet.name}: required columns without a place`, uploaded.missing.join(), '')
  const columns = uploaded.sheetColumns.map(({ index, key }) => ({ index, key }))
  await ask(`${one}/mapping`, { mapping: { headerRows: uploaded.headerRows, columns } })
  await until('checked')
  const dryRun = seconds()
  const { items } = await ask<ImportQuestionList>(`${one}/questions`)
  for (let at = 0; at < items.length; at += 200) {
    const choices = items
      .slice(at, at + 200)
      .map(({ question, candidates }) => ({ question, choice: candidates[0]?.id ?? 'none' }))
    await ask(`${one}/choices`, { choices })
    await until('checked')
  }
  const said = await faultyRows(one)
  const missed = [...sheet.faulty].filter((row) => !said.has(row))
  const invented = [...said].filter((row) => !sheet.faulty.has(row))
  expect(`${sheet.name}: planted faults that nobody named`, missed.length, 0)
  expect(`${sheet.name}: faults that nobody planted`, invented.length, 0)
  await ask(`${one}/run`, {})
  const done = await until('done')
  const { counts, outcomes } = done
  say(
    `${sheet.name}: ${sheet.rows.toLocaleString('en')} rows; ${counts.new} new, ${counts.changed} changed, ${counts.same} same, ${counts.needsPerson} for the person, ${counts.invalid} faulty, ${counts.gone} gone; ${outcomes.applied} applied; dry run ${dryRun} s, in after ${seconds()} s`,
  )
  return done
}

async function faultyRows(one: string): Promise<Set<number>> {
  const rows = new Set<number>()
  for (let after: string | null = ''; after !== null; ) {
    const page: ImportRowPage = await ask(`${one}/rows?verdict=invalid${after === '' ? '' : `&after=${after}`}`)
    for (const { row } of page.items) rows.add(row)
    after = page.next
  }
  return rows
}

try {
  const county = await signIn()
  const townships = (await ask<UnitPage>(`/units/${county}/children`)).items
    .filter(({ level }) => level === 'township')
    .map(({ name }) => name)
  const before = (await ask<Figures>(`/units/${county}/figures`)).onRoll
  const founded = await bringIn(county, 'organization.units', await unitSheet(unions, townships))
  expect('unions founded', founded.outcomes.applied, unions)
  const invited = await bringIn(county, 'organization.officers', officerSheet(unions))
  expect('officers invited', invited.outcomes.applied, unions)
  let entered = 0
  for (const sheet of await rosters(people, unions, faults)) {
    const { outcomes } = await bringIn(county, 'membership.roster', sheet)
    expect(`${sheet.name}: people entered`, outcomes.applied, sheet.rows - sheet.faulty.size)
    entered += outcomes.applied
  }
  const later = monthLater(people, unions, faults, changed)
  const next = await bringIn(county, 'membership.roster', later)
  expect('a month later: new', next.counts.new, later.difference.new)
  expect('a month later: changed', next.counts.changed, later.difference.changed)
  expect('a month later: proposed for leaving', next.counts.gone, later.difference.gone)
  entered += next.counts.new
  await sleep(3_000)
  const after = (await ask<Figures>(`/units/${county}/figures`)).onRoll
  expect('people on the roll of the county', after - before, entered)
  const { code, said } = await house.run('verify')
  say(said.trimEnd())
  expect('gongqiao verify', code, 0)
} finally {
  await house.remove()
}
for (const words of wrong) say(`✗ ${words}`)
say(wrong.length === 0 ? 'the county has moved in' : `${wrong.length} things are not as they must be`)
process.exitCode = wrong.length === 0 ? 0 : 1
