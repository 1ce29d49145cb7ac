import type { Card, JoiningCode } from '@gongqiao/modules/membership/contract.ts'
import type { Unit, UnitHits } from '@gongqiao/modules/organization/contract.ts'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import { unionName, unitSheet } from '../afternoon/sheets.ts'
import type { Installation } from '../stories/installation.ts'
import { openLedger } from './ledger.ts'
import { type Filled, type Officer, officerAt } from './officer.ts'
import type { Party } from './party.ts'
import { type Account, appoint, atWork, demonstrated } from './posts.ts'
import { broughtIn, type Listed, listed, rosterOf } from './sheets.ts'
import { openTold } from './told.ts'
import { joins, type Worker } from './worker.ts'

const minutesOfDay = 24 * 60
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const computer: BrowserContextOptions = { viewport: { width: 1440, height: 900 } }

export type World = Awaited<ReturnType<typeof openWorld>>

/** An enterprise union of 300 members, its part-time chair, the union next door and the one above; and the month's clock. */
export async function openWorld(house: Installation, browser: Browser) {
  const told = openTold()
  const ledger = openLedger()
  const filled: Filled[] = []
  const read = new Set<string>()
  const contexts = new Map<string, Promise<BrowserContext>>()
  const mistakes: string[] = []
  let ahead = 0
  const now = (days = 0) => new Date(Date.now() + (ahead + days * minutesOfDay) * 60_000)
  const today = (days = 0) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now(days))

  const [town, place] = await demonstrated(house, told, 'township')
  const [county, countyUnit] = await demonstrated(house, told, 'county')
  await broughtIn(county, countyUnit.id, 'organization.units', await unitSheet(2, [place.name]))
  const unitCalled = async (name: string): Promise<Unit> => {
    const path = `/units?text=${encodeURIComponent(name)}&under=${place.id}`
    const hit = (await county.ask<UnitHits>(path)).items.find(({ unit }) => unit.name === name)
    if (!hit) throw new Error(`no union is called ${name}`)
    return hit.unit
  }
  const chair = await appoint(house, told, town, await unitCalled(unionName(0)), '舒望', 'shuwang')
  const neighbour = await appoint(house, told, town, await unitCalled(unionName(1)), '乔安', 'qiaoan')
  const own = await atWork(house, told, chair, now())
  const next = await atWork(house, told, neighbour, now())
  const codeOf = (party: Party, unit: Unit) =>
    party.send<JoiningCode>(`/units/${unit.id}/joining-codes`, { label: '门口海报', validDays: 300 })
  const { link } = await codeOf(own, chair.unit)
  const nextCode = await codeOf(next, neighbour.unit)

  /** Somebody who has been a member for a while and has a phone. */
  async function member(party: Party, by: string): Promise<Worker> {
    const worker = await joins(house, told, by)
    await confirmed(party, await worker.card(), today())
    return worker
  }
  const members = async (party: Party, by: string, howMany: number) => {
    const all: Worker[] = []
    while (all.length < howMany) all.push(await member(party, by))
    return all
  }

  await own.send(`/units/${chair.unit.id}/committee`, {
    electedOn: endingIn(100),
    years: 3,
    officers: [{ name: '舒望', sex: 'female', engagement: 'part_time', seats: ['chair'], ties: [] }],
  })
  const withPhones = await members(own, link, 12)
  const comers = await members(next, nextCode.link, 3)
  const roster = listed(300 - withPhones.length)
  told.tell(roster)
  await broughtIn(own, chair.unit.id, 'membership.roster', rosterOf('会员名册.csv', chair.unit.name, roster))

  async function contextOf(kind: 'desk' | 'phone'): Promise<BrowserContext> {
    const options = kind === 'desk' ? computer : phone
    const context = await browser.newContext({
      baseURL: house.url,
      reducedMotion: 'reduce',
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      ...options,
    })
    context.setDefaultTimeout(20_000)
    context.on('weberror', (error) => mistakes.push(String(error.error().stack ?? error.error())))
    context.on('request', (sent) => {
      if (sent.method() === 'POST' && /json/.test(sent.headers()['content-type'] ?? '')) told.tell(sent.postDataJSON())
    })
    return context
  }

  return {
    house,
    told,
    ledger,
    filled,
    mistakes,
    today,
    now,
    place,
    own,
    next,
    chair,
    neighbour,
    link,
    nextCode: nextCode.link,
    withPhones,
    comers,
    roster: roster as readonly Listed[],
    joins: () => joins(house, told, link),
    /** Moves the month on to a day, and lets the nights between do their work. */
    async day(days: number): Promise<void> {
      ahead = days * minutesOfDay
      await house.moveClock(ahead)
      for (const job of ['membership.lapse_transfers', 'organization.tend_terms', 'organization.escalate'])
        await house.runJob(job, ahead)
    },
    /** The officer sits down: at a desk or with a phone, not signed in any more. */
    async sits(kind: 'desk' | 'phone' = 'desk'): Promise<Officer> {
      const opened = contexts.get(kind) ?? contextOf(kind)
      contexts.set(kind, opened)
      const context = await opened
      await context.clearCookies()
      const page: Page = context.pages()[0] ?? (await context.newPage())
      await page.clock.setSystemTime(now())
      return officerAt(page, ledger, told, filled, read, kind === 'phone')
    },
    /** Signed in again as another party: sessions end while days pass. */
    again: (account: Account) => atWork(house, told, account, now()),
    demonstrated: (level: string) => demonstrated(house, told, level).then(([party]) => party),
  }
}

/** The day three years before the one in so many days: a term of three years ends then. */
function endingIn(days: number): string {
  const end = new Date(Date.now() + days * minutesOfDay * 60_000)
  end.setUTCFullYear(end.getUTCFullYear() - 3)
  return end.toISOString().slice(0, 10)
}

/** Confirms an application by the interface, as decided on a day. */
export const confirmed = (officer: Party, { matter }: Card, decidedOn: string) =>
  officer.send(`/cells/${matter?.cell}/applications/${matter?.id}/confirmation`, { decidedOn })
