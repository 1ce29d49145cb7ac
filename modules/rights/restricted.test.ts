import { expect, test } from 'vitest'
import { matterParts } from '../../apps/server/matter-parts.ts'
import type { PostActor } from '../../kernel/command/actor.ts'
import { systemActor } from '../../kernel/command/actor.ts'
import { commentMatter } from '../../kernel/matter/commands/comment.ts'
import { handOverMatter } from '../../kernel/matter/commands/hand-over.ts'
import { findOneMatter } from '../../kernel/matter/queries/find-matter.ts'
import { listReceivers } from '../../kernel/matter/queries/list-receivers.ts'
import { findRecord } from '../../kernel/packs/find-record.ts'
import { openHouse } from '../../tests/house.ts'
import { listQueue } from '../../tests/matters.ts'
import { escalateMatters } from '../organization/commands/escalate-matters.ts'
import { reportRetaliation } from './commands/report-retaliation.ts'
import { submitAsk } from './commands/submit-ask.ts'
import { takeUpRetaliation } from './commands/take-up-retaliation.ts'
import { findRetaliation } from './queries/find-retaliation.ts'

const house = await openHouse()
const { units } = house
const accused = await house.officer(units.shop)
const handling = await house.officer(units.township)
const plain = await house.officer(units.township, 'grassroots_officer')
const county = await house.officer(units.county)
const province = await house.officer(units.province)
const code = await house.code(units.shop)

async function reported() {
  house.moveTo('2026-03-02T09:00:00+08:00')
  const { actor } = await house.applies({ code })
  const { ask } = await house.does(actor, submitAsk, { words: '拖欠工资' })
  const about = { cell: ask.cell, matter: ask.matter }
  const { ask: report } = await house.does(actor, reportRetaliation, { ...about, words: '被调到夜班' })
  return { cell: report.cell, matter: report.matter }
}
/** Every way in which an officer might come upon it; each by what it answers. */
async function waysIn(actor: PostActor, key: { cell: number; matter: string }): Promise<string[]> {
  const listed = async (view: string) => {
    const { items } = await house.asks(actor, listQueue, { view })
    return items.some(({ matter }) => matter === key.matter) ? 'found' : 'kernel.absent'
  }
  const codeOf = async (work: Promise<unknown>) =>
    work.then(
      () => 'found',
      (error: { code?: string }) => error.code ?? String(error),
    )
  return [
    await listed('unit'),
    await listed('mine'),
    await listed('overdue'),
    await codeOf(house.asks(actor, findOneMatter(matterParts), key)),
    await codeOf(house.asks(actor, listReceivers(matterParts), key)),
    await codeOf(house.asks(actor, findRecord(matterParts), { ...key, form: 'json' })),
    await codeOf(house.asks(actor, findRetaliation, key)),
    await codeOf(house.does(actor, commentMatter(matterParts), { ...key, text: '看到了' })),
    await codeOf(house.does(actor, takeUpRetaliation, key)),
  ]
}

test('a report of retaliation is there for the union one level up alone: no list, record or act of anybody else finds it (G-05)', async () => {
  const key = await reported()

  for (const stranger of [accused, county, province])
    expect([stranger.post.unitName, ...new Set(await waysIn(stranger, key))]).toEqual([
      stranger.post.unitName,
      'kernel.absent',
    ])
  // A post of that very union without the act finds nothing either; of the module's own acts it hears that they are not its.
  expect(new Set(await waysIn(plain, key))).toEqual(new Set(['kernel.absent', 'kernel.forbidden']))
  const found = await waysIn(handling, key)
  expect(found.filter((way) => way === 'found')).toHaveLength(8)
})

test('it is handed to nobody outside that union: neither to the one complained about nor above', async () => {
  const key = await reported()
  const { items } = await house.asks(handling, listReceivers(matterParts), key)

  expect(new Set(items.map(({ unit }) => unit.id))).toEqual(new Set([units.township.id]))
  for (const post of [accused.post.id, county.post.id])
    await expect(house.does(handling, handOverMatter(matterParts), { ...key, post })).rejects.toMatchObject({
      faults: [{ field: '/post' }],
    })
})

test('late, it rises one level by itself: the union above that one finds it then, the one complained about never', async () => {
  const key = await reported()
  house.moveTo('2026-03-04T09:00:00+08:00')
  await house.does(systemActor('test'), escalateMatters, { cell: units.shop.cell })

  expect((await house.asks(county, findOneMatter(matterParts), key)).escalations).toBe(1)
  const { items } = await house.asks(county, listQueue, { view: 'mine' })
  expect(items.find(({ matter }) => matter === key.matter)).toMatchObject({
    title: '打击报复（限知）',
    escalated: true,
  })
  for (const stranger of [accused, province])
    expect(new Set(await waysIn(stranger, key))).toEqual(new Set(['kernel.absent']))
})
