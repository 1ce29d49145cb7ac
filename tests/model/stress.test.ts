import { expect, test } from 'vitest'
import { perform } from '../../kernel/command/perform.ts'
import { openPool } from '../../kernel/database/connect.ts'
import { sqlState } from '../../kernel/database/failures.ts'
import { inTransaction } from '../../kernel/database/tx.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { acceptTransfer } from '../../modules/membership/transfer/commands/accept-transfer.ts'
import { askTransfer } from '../../modules/membership/transfer/commands/ask-transfer.ts'
import { letTransferGo } from '../../modules/membership/transfer/commands/let-transfer-go.ts'
import { pathLabel, type SeedUnit, seedUnits, unionId } from '../../modules/organization/index.ts'
import { openHouse } from '../house.ts'
import { asNow, breachesIn, type Member, memberOf } from '../members.ts'

/*
 * Members pulled from union to union by sixteen connections at once. STRESS_TRANSFERS asks for more of it; ten thousand are
 * what the house is built for.
 */
const house = await openHouse()
const wanted = Number(process.env.STRESS_TRANSFERS ?? 120)
const howManyPeople = Math.max(24, Math.min(400, wanted / 10))
const connections = 16
const unitsWanted = 50

/** Fifty unions of six cells. */
async function plantUnions(): Promise<SeedUnit[]> {
  const { city, otherCity } = house.units
  const counties = [city, city, city, otherCity, otherCity, otherCity].map((parent, n): SeedUnit => {
    const code = `99900000${String(100 + n)}0`
    const cell = 500_000 + n
    return {
      id: unionId(code),
      name: `压力县${n}总工会`,
      shortName: `压力县${n}`,
      level: 'county',
      divisionCode: null,
      parentId: parent.id,
      cell,
      path: '',
    }
  })
  const unions = Array.from({ length: unitsWanted }, (_, n): SeedUnit => {
    const county = counties[n % counties.length]
    if (!county) throw new Error('six counties')
    const code = `99900001${String(1000 + n)}`
    return {
      id: unionId(code),
      name: `压力厂${n}工会`,
      shortName: `压力厂${n}`,
      level: 'grassroots',
      divisionCode: null,
      parentId: county.id,
      cell: county.cell,
      path: pathLabel(1 + Math.floor(n / counties.length)),
    }
  })
  await inTransaction(house.services.pool, undefined, (tx) =>
    seedUnits(tx, [...counties, ...unions], '2026-01-01', house.now()),
  )
  return unions
}

test('sixteen connections pull members between fifty unions of six cells: nobody is lost or doubled, and no deadlock is heard of', async () => {
  const unions = await plantUnions()
  const officer = await house.officer(house.units.nation)
  const people: Member[] = []
  for (let n = 0; n < howManyPeople; n++) {
    const unit = unions[n % unions.length]
    if (unit) people.push(await memberOf(house, asPlanted(unit)))
  }
  const pool = openPool(house.appUrl, connections, 'stress')
  const services = { ...house.services, pool }
  const surfaced: unknown[] = []
  let left = wanted
  let done = 0
  let refused = 0
  const lawful = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work()
    } catch (error) {
      if (error instanceof Refusal) refused++
      else surfaced.push(sqlState(error) ?? error)
      return undefined
    }
  }

  async function pull(worker: number): Promise<void> {
    for (let turn = 0; left > 0; turn++) {
      left--
      const member = people[(worker * 7 + turn * 13) % people.length]
      const to = unions[(worker * 11 + turn * 17) % unions.length]
      if (!member || !to) continue
      const asked = await lawful(async () =>
        perform(services, await asNow(house, member), askTransfer, { unit: to.id }),
      )
      if (!asked) continue
      const { cell, matter } = asked.answer
      const [row] = await house.rows('select to_cell, incoming_id from membership.transfer where matter_id = $1', [
        matter,
      ])
      const into = { cell: Number(row?.['to_cell']), matter: String(row?.['incoming_id']) }
      // Both unions act at the same moment.
      const ends = await Promise.all([
        lawful(() => perform(services, officer, acceptTransfer, into)),
        lawful(() => perform(services, officer, letTransferGo, { cell, matter })),
      ])
      if (ends.some((end) => end?.answer.state === 'completed')) done++
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: connections }, (_, worker) => pull(worker)))
  await pool.end()

  if (process.env.STRESS_TRANSFERS)
    console.log(`${done} of ${wanted} done, ${refused} refused, in ${Math.round(performance.now() - started)} ms`)
  expect(surfaced).toEqual([])
  expect(done).toBeGreaterThan(wanted / 3)
  const [held] = await house.rows(
    `select count(*)::int as rows, count(distinct person_id)::int as people from membership.membership where status = 'active'`,
  )
  expect(held).toEqual({ rows: people.length, people: people.length })
  expect(await breachesIn(house)).toEqual([])
}, 3_600_000)

/** Safe because of a planted union nothing but these fields is asked for. */
function asPlanted(unit: SeedUnit): typeof house.units.shop {
  return unit as typeof house.units.shop
}
