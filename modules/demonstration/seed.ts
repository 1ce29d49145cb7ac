import { civilDay } from '@gongqiao/calendar'
import type { PostActor } from '@gongqiao/kernel/command/actor.ts'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { OfficerSignIn } from '@gongqiao/kernel/signin/officers.ts'
import { makeJoiningCode } from '@gongqiao/modules/membership/index.ts'
import {
  findActingPost,
  pathLabel,
  readDivisions,
  type SeedUnit,
  seedPosts,
  seedUnits,
  unionId,
} from '@gongqiao/modules/organization/index.ts'
import type { Demonstration } from './contract.ts'
import { type DemonstrationCounty, demonstrationCounty } from './county.ts'
import { applyAsNewcomers } from './newcomers.ts'
import { longyou } from './place.ts'
import { accountOf, demonstrationPassword, totpSecretOf } from './sign-ins.ts'
import { writeBodies } from './write-bodies.ts'
import { claimable, type PlacedUnit, writeMembers } from './write-members.ts'

/** How large a demonstration is. */
export type DemonstrationSize = {
  readonly enterprises: number
  readonly members: number
  readonly newcomers: number
  /** Another number makes other unions and people. */
  readonly seed?: number
}

/**
 * Fills an installation with a demonstration county: enterprise unions, members, officers with known passwords, a joining
 * code, and some applications that wait. Nobody in it exists. Does nothing when it has been done.
 */
export async function seedDemonstration(
  services: Services,
  officers: OfficerSignIn,
  size: DemonstrationSize,
  onProgress: (words: string) => void,
): Promise<Demonstration> {
  const { pool } = services
  const kept = await inTransaction(
    pool,
    undefined,
    (tx) => tx.maybe<{ value: Demonstration }>(`select value from kernel.installation where id = 'demonstration'`),
    'read only',
  )
  if (kept) return kept.value
  const now = services.now()
  const townships = (await readDivisions()).filter(
    (division) => division.level === 'township' && division.code.startsWith(longyou.countyCode),
  )
  const county = demonstrationCounty({ seed: 20, ...size, townships, ...longyou })
  const cell = Number(longyou.countyCode)
  onProgress(`${county.units.length} enterprise unions, ${size.members.toLocaleString('en')} members`)
  const places = await writeUnits(services, county, now)
  const electable = await writeMembers(services, county, places, cell, now)
  await writeBodies(services, county, places, electable, now)
  await writeOfficers(services, officers, county, places, now)
  const demonstration = {
    ...(await openDoors(services, county, size.newcomers)),
    listed: claimable(county).map(({ name, identityNumber, phone }) => ({ name, identityNumber, phone })),
  }
  await inTransaction(pool, undefined, (tx) =>
    tx.run(
      `insert into kernel.installation (id, value, changed_at) values ('demonstration', $1, $2) on conflict (id) do nothing`,
      [demonstration, now],
    ),
  )
  return demonstration
}

async function writeUnits(
  services: Services,
  county: DemonstrationCounty,
  now: Date,
): Promise<Map<number, PlacedUnit>> {
  const places = new Map<number, PlacedUnit>()
  await inTransaction(services.pool, undefined, async (tx) => {
    const townships = await tx.many<{ code: string; id: string; path: string }>(
      'select division_code as code, id, path from organization.unit where cell_id = $1 and division_code is not null order by path',
      [Number(longyou.countyCode)],
    )
    const next = new Map<string, number>()
    const units = county.units.map((unit): SeedUnit => {
      const township = townships.find(({ code }) => code === unit.townshipCode)
      if (!township) throw new Error(`no township union for ${unit.townshipCode}`)
      const ordinal = (next.get(township.id) ?? 0) + 1
      next.set(township.id, ordinal)
      const place = { id: demonstrationUnitId(unit.ordinal), path: township.path + pathLabel(ordinal) }
      places.set(unit.ordinal, place)
      const { name, shortName, unionCreditCode: creditCode } = unit
      return {
        ...place,
        name,
        shortName,
        level: 'grassroots',
        divisionCode: null,
        creditCode,
        parentId: township.id,
        cell: Number(longyou.countyCode),
      }
    })
    await seedUnits(tx, units, '2023-06-30', now)
  })
  return places
}

/** A demonstration unit's id: the same in every installation, like those of the tree. */
function demonstrationUnitId(ordinal: number): string {
  return unionId(`999${String(ordinal).padStart(9, '0')}`)
}

async function writeOfficers(
  services: Services,
  signIn: OfficerSignIn,
  county: DemonstrationCounty,
  places: Map<number, PlacedUnit>,
  now: Date,
): Promise<void> {
  const accounts = county.officers.map((officer) => ({ officer, id: accountOf(officer.login) }))
  await signIn.add(
    accounts.map(({ officer, id }) => ({
      id,
      login: officer.login,
      name: officer.name,
      password: demonstrationPassword,
      totpSecret: totpSecretOf(officer.login),
    })),
  )
  await inTransaction(services.pool, undefined, async (tx) => {
    const posts = []
    for (const { officer, id } of accounts) {
      const { unit } = officer
      const unitId =
        'ordinal' in unit
          ? places.get(unit.ordinal)?.id
          : (
              await tx.one<{ id: string }>(
                'select id from organization.unit where division_code is not distinct from $1 and level = $2',
                [unit.divisionCode, officer.level],
              )
            ).id
      if (unitId === undefined) throw new Error(`no union for ${officer.login}`)
      const role = officer.level === 'grassroots' ? 'grassroots_officer' : 'upper_officer'
      posts.push({ id, title: officer.title, role, unit: unitId, holder: { account: id, name: officer.name } })
    }
    await seedPosts(tx, posts, civilDay(now), now)
  })
}

/** Makes the joining code of the grassroots officer's union and lets some newcomers apply through it. */
async function openDoors(services: Services, county: DemonstrationCounty, newcomers: number): Promise<Demonstration> {
  const officer = county.officers.find(({ level }) => level === 'grassroots')
  const account = officer && accountOf(officer.login)
  const post = account === undefined ? undefined : await findActingPost(services, account, account)
  if (!officer || account === undefined || !post) throw new Error('a demonstration has a grassroots officer')
  const actor: PostActor = { kind: 'post', account, name: officer.name, post, language: 'zh', keyOwner: account }
  const { answer: code } = await perform(services, actor, makeJoiningCode, {
    unit: post.unit,
    label: '职工之家门口',
    validDays: 365,
  })
  await applyAsNewcomers(services, code.link.split('/').at(-1) ?? '', newcomers)
  return { joinLink: code.link, unitName: code.unit.name }
}
