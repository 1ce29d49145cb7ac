import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../house.ts'
import { knownToAll, knownToPerson, makeNeighbours, type There } from '../neighbours.ts'
import type { Row, Where } from '../route-row.ts'
import { rules } from '../route-rules.ts'
import { type Case, casesOf, makeSender, withoutIds } from '../route-sending.ts'
import { type Asker, plantAskers } from './askers.ts'
import { makeFinder, neverTold } from './never-told.ts'
import { ofShard } from './shards.ts'
import { unreached } from './unreached.ts'
import { verdictOf } from './verdicts.ts'

/** A route is asked some sixty times; a machine that does much else at once is no fault of it. */
const timeoutMs = 120_000

/** Proves a share of all routes: for each a test, and one more over everything they told. */
export async function proveShard(shard: number): Promise<void> {
  const house = await openHouse()
  const neighbours = makeNeighbours(house)
  const kit = { house, neighbours }
  const cases = ofShard(casesOf((await house.server.inject({ url: '/api/openapi.json' })).json()), shard)
  const send = makeSender(house.server)
  const told: { readonly route: string; readonly body: string }[] = []
  const askers: Asker[] = []

  beforeAll(async () => {
    await house.server.listen({ port: 0, host: '127.0.0.1' })
    askers.push(...(await plantAskers(house, neighbours)))
  }, 120_000)

  afterAll(() => house.server.server.closeAllConnections())

  for (const one of cases) {
    const name = `${one.route} gives each role at each place what its rule says, and nothing of another place`
    test(name, { timeout: timeoutMs }, async () => {
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

  const inAll = 'no answer of any route holds an identity number, a birth date or a digest of a number (PI-07)'
  test(inAll, { timeout: timeoutMs }, async () => {
    const never = await neverTold(house, neighbours.secrets)
    const find = makeFinder(never)

    const found = told.flatMap(({ route, body }) => find(body).map((text) => `${route} tells ${text}`))

    const routes = new Set(told.map(({ route }) => route))
    const ours = cases.map(({ route }) => route)
    expect(ours.filter((route) => !routes.has(route)).sort()).toEqual(
      unreached.filter((route) => ours.includes(route)).sort(),
    )
    expect(never.length).toBeGreaterThan(100)
    expect(found).toEqual([])
  })

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

  /** How many rows tell of an act or a look. */
  async function countTraces(): Promise<string> {
    const tables = `kernel.audit kernel.fact kernel.outbox kernel.matter_event kernel.access kernel.outgoing kernel.file
      membership.membership_history membership.joining_code kernel.post_holding`
    const counts = tables.split(/\s+/).map((table) => `(select count(*) from ${table})`)
    const [row] = await house.rows(`select ${counts.join(' + ')} as traces`)
    return String(row?.traces)
  }
}

function wheresOf(asker: Asker): Where[] {
  return Object.keys(asker.places) as Where[]
}
