import { startExportCommand } from '@gongqiao/kernel/exports/commands/start-export.ts'
import { runExports } from '@gongqiao/kernel/exports/run-exports.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { exportParts } from '@gongqiao/server/exports.ts'
import { afterAll, expect, test } from 'vitest'
import { type Applicant, openHouse } from '../../../tests/house.ts'
import { makeNeighbours, type There } from '../../../tests/neighbours.ts'
import type { Asked } from '../../../tests/route-row.ts'
import { rules } from '../../../tests/route-rules.ts'
import { type Case, casesOf, makeSender } from '../../../tests/route-sending.ts'
import { applyAtWindow } from '../commands/apply-at-window.ts'
import { confirmApplication } from '../commands/confirm-application.ts'
import { noticeVersion } from '../index.ts'
import { searchPeople } from '../queries/search-people.ts'

const house = await openHouse()
const { units } = house
await house.server.listen({ port: 0, host: '127.0.0.1' })
afterAll(() => house.server.server.closeAllConnections())
const neighbours = makeNeighbours(house)
const upper = await house.officer(units.township)
const there = await neighbours.plantAt(units.shop)
const send = makeSender(house.server)
const cases = casesOf(JSON.parse((await house.server.inject('/api/openapi.json')).payload))

/** Everything a union's officer can read without a person's own session, by any route. */
const readings = cases.filter(({ method, route }) => method === 'get' && !/ \/(me|demonstration)\b/.test(route))

/** How each is asked: what a reading needs to have there is made once. */
const wishes = new Map<string, Asked>()

/** What the employer's officer is shown by every one of them. */
async function everythingShown(): Promise<Map<string, string>> {
  await house.settled()
  const shown = new Map<string, string>()
  const headers = { cookie: await neighbours.sessionOf(there.officer.account), 'x-post': there.officer.post.id }
  for (const one of readings) shown.set(one.route, await shownBy(one, there, headers))
  return shown
}
async function shownBy(one: Case, at: There, headers: { cookie: string; 'x-post': string }): Promise<string> {
  const asked = wishes.get(one.route) ?? (await rules[one.route]?.ask?.(at, { house, neighbours })) ?? {}
  wishes.set(one.route, asked)
  const { status, body } = await send(one, asked, headers)
  return `${status} ${body}`
}
async function joinsConfidentially(): Promise<Applicant> {
  const person = await house.applies({ code: there.code.token, confidential: true })
  const { cell = 0, id: matter = '' } = person.outcome.card?.matter ?? {}
  await house.does(upper, confirmApplication, { cell, matter, decidedOn: '2026-03-02' })
  return person
}

test('no list, count, figure or picture of the employer’s union changes when somebody there joins confidentially', async () => {
  // What a reading itself changes, such as an inbox that counts looks, is no list of members.
  await everythingShown()
  const [first, before] = [await everythingShown(), await everythingShown()]
  const still = readings.filter(({ route }) => first.get(route) === before.get(route)).map(({ route }) => route)

  await joinsConfidentially()
  const after = await everythingShown()

  for (const route of [
    'GET /units/{unit}/people',
    'GET /units/{unit}/figures',
    'GET /queue',
    'GET /queue/counts',
    'GET /units/{unit}/joining-codes',
  ])
    expect(still).toContain(route)
  expect(still.filter((route) => after.get(route) !== before.get(route))).toEqual([])
  expect(readings.map(({ route }) => route).filter((route) => !still.includes(route)).length).toBeLessThan(8)
}, 120_000)

test('a search for the name, the number or the phone finds a confidential member as little as somebody nobody knows, by the same statements', async () => {
  const [person, nobody] = [await joinsConfidentially(), house.stranger()]
  await house.settled()
  const asks = async (who: typeof nobody) => {
    const answers: unknown[] = []
    const statements = await house.statementsOf(async () => {
      for (const input of [{ text: who.identityNumber }, { text: who.phone }, { text: `${who.name}甲乙丙` }])
        answers.push(await house.asks(there.officer, searchPeople, { unit: units.shop.id, ...input }))
    })
    return { answers, statements }
  }

  expect(await asks(person)).toEqual(await asks(nobody))
})

test('an export of the roll holds a confidential member no more than the list does', async () => {
  const person = await joinsConfidentially()
  const asked = { kind: 'membership.roll', filter: { unit: units.shop.id }, format: 'csv' }

  const { id } = await house.does(there.officer, startExportCommand(exportParts), asked)
  await runExports(exportParts, house.services, new AbortController().signal)
  const headers = { cookie: await neighbours.sessionOf(there.officer.account), 'x-post': there.officer.post.id }
  const file = await house.server.inject({ url: `/api/exports/${id}/file`, headers })

  expect(file.statusCode).toBe(200)
  expect(file.payload).toContain(there.member.who.name)
  expect(file.payload).not.toContain(person.name)
  expect(file.payload).not.toContain(person.outcome.card?.number ?? '?')
})

test('the employer’s window takes the number of a confidential member as anybody’s, by the same statements', async () => {
  const person = await joinsConfidentially()
  const takesDown = async (identityNumber: string) => {
    const { name, phone } = house.stranger()
    const proof = { kind: 'code', phoneCode: await house.phoneCode(phone) }
    const consents = { notice: noticeVersion, sensitive: true }
    const form = { unit: units.shop.id, name, phone, identityNumber, identityKind: 'resident_card', proof, consents }
    let state = ''
    const statements = await house.statementsOf(async () => {
      state = (await house.does(there.officer, applyAtWindow, form)).state
    })
    return { state, statements }
  }

  const [theirs, nobodys] = [await takesDown(person.identityNumber), await takesDown(house.stranger().identityNumber)]

  expect(theirs).toEqual(nobodys)
})

test('what is kept of a confidential member answers the employer’s officer as what does not exist', async () => {
  const person = await joinsConfidentially()
  const [row] = await house.rows('select id from membership.membership where person_id = $1', [person.actor.person])
  const headers = { cookie: await neighbours.sessionOf(there.officer.account), 'x-post': there.officer.post.id }
  const { cell } = units.shop
  const at = async (id: string) => {
    const answers: string[] = []
    for (const path of [`members/${id}`, `members/${id}/life`, `applications/${id}`, `life/${id}`]) {
      const { statusCode, payload } = await house.server.inject({ url: `/api/cells/${cell}/${path}`, headers })
      answers.push(`${statusCode} ${payload.replaceAll(id, '#')}`)
    }
    return answers
  }

  expect(await at(String(row?.id))).toEqual(await at(newId()))
})

test('no message reaches anybody who answers for the employer’s union', async () => {
  const inbox = () => house.rows('select kind from kernel.message where account_id = $1', [there.officer.account])
  const before = await inbox()

  await joinsConfidentially()
  await house.settled()

  expect(await inbox()).toEqual(before)
})
