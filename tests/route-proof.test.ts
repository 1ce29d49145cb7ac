import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PostActor } from '../kernel/command/actor.ts'
import type { RoleName } from '../modules/organization/index.ts'
import { openHouse } from './house.ts'
import { knownToAll, knownToPerson, knownToPost, makeNeighbours, type Secret, type There } from './neighbours.ts'
import type { Row, Sent, Verdict, Where, Who } from './route-row.ts'
import { rules } from './route-rules.ts'
import { type Case, casesOf, makeSender, withoutIds } from './route-sending.ts'

type Asker = {
  readonly who: Who
  readonly called: string
  readonly places: { readonly [P in Where]?: There }
  readonly headers: () => Promise<{ readonly [name: string]: string }>
  readonly mayKnow: (secret: Secret) => boolean
}

const house = await openHouse()
const neighbours = makeNeighbours(house)
const kit = { house, neighbours }
const { units } = house
const cases = casesOf((await house.server.inject({ url: '/api/openapi.json' })).json())
const send = makeSender(house.server)
const told: { readonly route: string; readonly body: string }[] = []
const askers: Asker[] = []

beforeAll(async () => {
  await house.server.listen({ port: 0, host: '127.0.0.1' })
  const planted: { [name: string]: There } = {}
  for (const name of ['nation', 'province', 'city', 'county', 'township', 'siblingTownship'] as const)
    planted[name] = await neighbours.plantAt(units[name])
  const [shop, siblingShop, neighbourShop, farShop] = [
    await neighbours.plantAt(units.shop),
    await neighbours.plantAt(units.siblingShop),
    await neighbours.plantAt(units.neighbourShop),
    await neighbours.plantAt(units.farShop),
  ]
  const { nation, province, city, county, township, siblingTownship } = planted
  if (!nation || !province || !city || !county || !township || !siblingTownship) throw new Error('all are planted')
  const outside = { 'other cell': neighbourShop, 'other province': farShop } as const
  const ofTownship = { own: township, subtree: shop, sibling: siblingTownship, ancestor: county, ...outside }
  const ofShop = { own: shop, sibling: siblingShop, ancestor: township, ...outside }
  const ofCity = { own: city, subtree: neighbourShop, ancestor: province, 'other province': farShop }
  const twoPlaces = { own: shop, 'other cell': neighbourShop }

  askers.push(
    await asPost('upper_officer', ofTownship),
    await asPost('grassroots_officer', ofTownship),
    await asPost('statistician', ofTownship),
    await asPost('grassroots_officer', ofShop),
    await asPost('upper_officer', ofCity),
    await asPost('statistician', ofCity),
    await asPost('upper_officer', { own: nation, subtree: farShop }),
    await withoutPost('officer without a post', twoPlaces),
    await withoutPost('officer as a post of another', twoPlaces, shop.officer),
    // Each request of a member is made by somebody who has just applied, so that nothing of theirs is done already.
    { ...nobody, who: 'member', called: 'a member', places: { ...ofShop, another: shop } },
    { ...nobody, who: 'ended session', places: twoPlaces, headers: () => endedSessions(shop) },
    { ...nobody, places: twoPlaces },
  )
}, 120_000)

afterAll(() => house.server.server.closeAllConnections())

const nobody: Asker = { who: 'nobody', called: 'nobody', places: {}, headers: async () => ({}), mayKnow: () => false }

async function asPost(role: RoleName, places: Asker['places']): Promise<Asker> {
  const { own } = places
  if (!own) throw new Error('a post stands somewhere')
  const officer = await neighbours.officerAt(own.unit, role)
  const { account, post } = officer
  const officerToken = await neighbours.tokenOf(officer)
  const officerExport = await neighbours.exportOf(officer)
  const officerView = await neighbours.viewOf(officer)
  const officerMessage = await neighbours.messageTo(own.unit.cell, account)
  return {
    who: role,
    called: `${role} of ${own.unit.name}`,
    places: { ...places, own: { ...own, officerMessage, officerToken, officerExport, officerView } },
    headers: async () => ({ cookie: await neighbours.sessionOf(account), 'x-post': post.id }),
    mayKnow: knownToPost(post),
  }
}

/** An officer of a far union who names no post, or one that somebody else holds. */
async function withoutPost(who: Who, places: Asker['places'], of?: PostActor): Promise<Asker> {
  const { account, post } = await neighbours.officerAt(units.farShop, 'upper_officer')
  const named = of && { 'x-post': of.post.id }
  const headers = async () => ({ cookie: await neighbours.sessionOf(account), ...named })
  return { who, called: who, places, headers, mayKnow: knownToPost(post) }
}

async function endedSessions(there: There) {
  const { open } = await neighbours.withNewcomer(there)
  await house.rows('update people.session set ended_at = $1 where account_id = $2', [
    house.now(),
    open.who.actor.account,
  ])
  const officer = await neighbours.sessionOf(there.officer.account, '2026-03-01')
  return { cookie: `${officer}; ${open.who.cookie}`, 'x-post': there.officer.post.id }
}

const known: { readonly [answer: string]: Verdict } = {
  '401 kernel.sign_in_first': 'sign_in',
  '403 kernel.forbidden': 'forbidden',
  '404 kernel.absent': 'absent',
}

function verdictOf(row: Row, sent: Sent): string {
  if (sent.status < 300) return row.verdict?.(sent) ?? 'allowed'
  const code = /"code":"([^"]+)"/.exec(sent.body)?.[1] ?? 'no code'
  if (code === row.lawfulNo) return 'allowed'
  return known[`${sent.status} ${code}`] ?? `${sent.status} ${sent.body.slice(0, 300)}`
}

/** How many rows tell of an act or a look. */
async function countTraces(): Promise<string> {
  const tables = `kernel.audit kernel.fact kernel.outbox kernel.matter_event kernel.access kernel.outgoing kernel.file
    membership.membership_history membership.joining_code kernel.post_holding`
  const counts = tables.split(/\s+/).map((table) => `(select count(*) from ${table})`)
  const [row] = await house.rows(`select ${counts.join(' + ')} as traces`)
  return String(row?.traces)
}

/** One asker asks about one place; gives what is wrong with the answer. */
async function proveOne(one: Case, row: Row, asker: Asker, where: Where, planted: There): Promise<string[]> {
  const rule = row.rule[asker.who]
  const expected = typeof rule === 'string' ? rule : rule[where]
  const faults: string[] = []
  const fault = (words: string) => faults.push(`${asker.called} about ${where} (${planted.unit.name}): ${words}`)

  const me = asker.who === 'member' ? await neighbours.withNewcomer(planted) : undefined
  const place = me && where === 'own' ? me : planted
  const there = expected === 'allowed' && row.fresh ? await row.fresh(place, kit) : place
  const headers = me ? { cookie: me.open.who.cookie } : await asker.headers()
  const asked = (await row.ask?.(there, kit)) ?? {}
  const before = expected === 'allowed' || row.verdict ? undefined : await countTraces()
  const sent = await send(one, asked, headers)
  const verdict = verdictOf(row, sent)
  if (verdict !== expected) fault(`expected ${expected}, got ${verdict}`)
  if (before !== undefined && (await countTraces()) !== before) fault('was refused and left a trace')

  if (expected === 'allowed') told.push({ route: one.route, body: sent.body })
  const mayKnow = me ? knownToPerson(me.open, me) : asker.mayKnow
  const openToAll = row.rule.nobody === 'allowed' ? knownToAll(there) : () => false
  for (const secret of row.tells === undefined ? neighbours.secrets : []) {
    const { text, of, at } = secret
    if (of === 'unit' && row.namesUnits !== undefined) continue
    if (!sent.body.includes(text) || sent.request.includes(text) || mayKnow(secret) || openToAll(secret)) continue
    fault(`is told ${text}, of the ${of} at ${at.cell}/${at.path}`)
  }

  if (expected === 'absent') {
    const other = await send(one, (await row.ask?.(neighbours.nowhere(there), kit)) ?? {}, headers)
    const [mine, theirs] = [withoutIds(sent), withoutIds(other)]
    if (mine !== theirs) fault(`what exists answers otherwise than what does not:\n${mine}\n${theirs}`)
  }
  return faults
}

test('every route has a rule, and every rule its route', () => {
  expect(cases.map(({ route }) => route).sort()).toEqual(Object.keys(rules).sort())
})

for (const one of cases) {
  test(`${one.route} gives each role at each place what its rule says, and nothing of another place`, async () => {
    const row = rules[one.route]
    if (!row) throw new Error(`${one.route} has no rule`)

    const faults: string[] = []
    for (const asker of askers) {
      for (const where of wheresOf(asker)) {
        const there = asker.places[where]
        // What is open to everybody, or is of no place, is the same wherever one asks from.
        if (!there || (where !== 'own' && (!row.ask || row.rule.nobody === 'allowed'))) continue
        faults.push(...(await proveOne(one, row, asker, where, there)))
      }
    }

    expect(faults.slice(0, 20)).toEqual([])
    if (row.rule.nobody !== 'sign_in') expect(one.operation['x-actors']).toContain('anyone')
  })
}

test('a picture and a stream take the post from their address, under the same rule', async () => {
  const [asker] = askers
  const [inside, outside] = [asker?.places.subtree, asker?.places.sibling]
  if (!asker || !inside || !outside) throw new Error('an officer of a township is planted')
  const { cookie = '', 'x-post': post = '' } = await asker.headers()

  for (const route of ['GET /cells/{cell}/joining-codes/{file}', 'GET /units/{unit}/figures/stream']) {
    const [one, row] = [cases.find((found) => found.route === route), rules[route]]
    if (!one || !row?.ask) throw new Error(`${route} is described and has a rule`)
    const ask = async (there: There, named: string) =>
      verdictOf(row, await send(one, { ...(await row.ask?.(there, kit)), query: { post: named } }, { cookie }))

    expect([await ask(inside, post), await ask(outside, post), await ask(inside, outside.officer.post.id)]).toEqual([
      'allowed',
      'absent',
      'forbidden',
    ])
  }
})

/** Routes whose yes is reached by nobody who is planted here; what they answer is shown by the tests of their acts. */
const unreached = [
  'POST /officer/sign-in/totp',
  'POST /clock/changes/{change}/preview',
  'POST /clock/changes/{change}/undo',
  'POST /units/{unit}/term/extension-refusal',
  'POST /units/{unit}/matters/{kind}',
  'POST /me/matters',
]

test('no answer of any route holds an identity number, a birth date or a digest of a number (PI-07)', async () => {
  const rows = await house.rows('select identity_digest, phone_digest, birth_date::text as born from people.person')
  const digests = rows.flatMap((row) => [row.identity_digest, row.phone_digest]).filter(Buffer.isBuffer)
  const births = [...new Set(rows.map((row) => String(row.born)))]
  const never = [
    ...neighbours.secrets.map(({ text }) => text).filter((text) => /^\d{17}[\dX]$/.test(text)),
    ...births.flatMap((day) => [day, day.replaceAll('-', '')]),
    ...digests.flatMap((digest) => [digest.toString('hex'), digest.toString('base64'), digest.toString('base64url')]),
  ]

  const found = told.flatMap(({ route, body }) =>
    never.filter((text) => body.includes(text)).map((text) => `${route} tells ${text}`),
  )

  const routes = new Set(told.map(({ route }) => route))
  expect(
    cases
      .map(({ route }) => route)
      .filter((route) => !routes.has(route))
      .sort(),
  ).toEqual([...unreached].sort())
  expect(never.length).toBeGreaterThan(100)
  expect(found).toEqual([])
})

function wheresOf(asker: Asker): Where[] {
  return Object.keys(asker.places) as Where[]
}
