import type { Figures } from '@gongqiao/modules/insight/contract.ts'
import type { MyLife, RollPage } from '@gongqiao/modules/membership/contract.ts'
import { openSheet } from '../../kernel/sheets/open-sheet.ts'
import { newcomer } from '../stories/people.ts'
import { answers, takesCall } from './asking.ts'
import { askNow, nth, type Scene, type Sitting } from './cast.ts'
import { signsIn } from './desk.ts'
import { confirmsAll, takesDown } from './joining.ts'
import { announces, corrects, recordsDeath, retains } from './life.ts'
import { bringsIn, exports, looksAtFigures, seesTerm } from './running.ts'
import { freePhone, listed, rosterOf } from './sheets.ts'

const withoutPhone = newcomer()
const rightName = ({ name }: { readonly name: string }) => `${name.slice(0, 1)}若愚`
const onRoll = async ({ world }: Scene, more = '') => {
  const own = await world.again(world.chair)
  return own.ask<RollPage>(`/units/${world.chair.unit.id}/people?order=name${more}`)
}

/** Who stands at the window, who calls, who retires, who leaves. */
const windowDay: Sitting = {
  day: 11,
  on: 'desk',
  async does({ world, promised, cast, sits }) {
    const { retired, resigned } = cast
    const life = async ({ party }: typeof retired) => party.ask<MyLife>('/me/life')
    const { cell, membership } = await life(retired)
    const standing = { wish: 'retain', reason: 'retired', since: world.today() }
    await retired.party.send(`/me/records/${cell}/${membership}/standing`, standing)
    const other = await life(resigned)
    await resigned.party.send(`/me/records/${other.cell}/${other.membership}/resignation`)

    const officer = await sits()
    await signsIn(world, officer)
    await retains(world, officer, retired)
    await announces(world, officer, resigned)
    await takesDown(world, officer, withoutPhone, await officer.page.screenshot())
    await takesCall(world, officer, {
      words: '爱人是我们厂的，问子女暑期托管班怎么报名',
      name: '温女士',
      phone: freePhone(900),
      answer: '每年六月在镇工会报名，带户口本。',
    })

    promised(
      'who retired keeps the membership, and votes no more',
      [(await life(retired)).status, (await life(retired)).votes],
      ['retained', false],
    )
    promised('who resigned has no card', (await resigned.card().catch(() => null))?.status ?? 'ended', 'ended')
  },
}

/** After the committee has met: everybody who waits; the term that ends; a question. */
const afterTheMeeting: Sitting = {
  day: 13,
  on: 'desk',
  async does(scene) {
    const { world, promised, cast, sits } = scene
    for (let at = 0; at < 4; at++) cast.joined.push(await world.joins())
    const waiting = cast.joined.filter((_, at) => at !== 2)
    const asker = nth(cast.askers, 4)
    cast.asks.push(await asker.asks('夜班补贴按哪个标准'))

    const officer = await sits()
    await signsIn(world, officer)
    await confirmsAll(world, officer, [...waiting, withoutPhone])
    await answers(world, officer, asker, '已说明', '按集体合同第九条，每晚三十元。')
    const reminder = await seesTerm(world, officer)

    for (const worker of waiting) promised('each of them holds a card', (await worker.card()).status, 'active')
    const named = (await onRoll(scene, '&status=active')).items.filter(({ name }) => name === withoutPhone.name)
    promised('who has no phone stands on the roll', named.length > 0, true)
    promised('the asker of that day has an answer', (await askNow(asker, nth(cast.asks, 4))).state, 'answered')
    promised('the reminder says until when', /届满|到期|换届/.test(reminder), true)
  },
}

/** A death, and a name that was wrong. */
const twoRecords: Sitting = {
  day: 16,
  on: 'desk',
  async does(scene) {
    const { world, promised, cast, sits } = scene
    const { late, renamed } = cast
    const right = rightName(renamed)
    const officer = await sits()
    await signsIn(world, officer)
    const isFirst = world.today().endsWith('-01')
    await recordsDeath(world, officer, late, { on: world.today(isFirst ? 0 : -1), kin: '田秀英', relation: '配偶' })
    await corrects(world, officer, renamed, right, await officer.page.screenshot())

    const names = (await onRoll(scene, '&status=active')).items.map(({ name }) => name)
    promised('who died stands on the roll no more', names.includes(late.name), false)
    promised('who was renamed reads the right name on the card', (await renamed.card()).name, right)
  },
}

/** The personnel office sends next month's sheet. */
const nextRoster: Sitting = {
  day: 21,
  on: 'desk',
  async does(scene) {
    const { world, promised, cast, sits } = scene
    const moved = world.roster.slice(2).map((one, at) => (at < 4 ? { ...one, phone: freePhone(at) } : one))
    const { leaver, resigned, late, renamed, joined, comers } = cast
    const stayed = world.withPhones.filter((one) => ![leaver, resigned, late, renamed].includes(one))
    const others = [...stayed, { ...renamed, name: rightName(renamed) }, ...joined, ...comers, withoutPhone]
    const people = [...moved, ...others.map((one) => ({ ...one, since: '' })), ...listed(2)]
    const sheet = rosterOf('会员名册-下月.csv', world.chair.unit.name, people)
    const officer = await sits()
    await signsIn(world, officer)
    const before = (await figuresOf(scene)).onRoll
    await bringsIn(world, officer, sheet, 2)
    promised('two are new and two have left', (await figuresOf(scene)).onRoll, before)
  },
}

/** The last day: the roll for the personnel office, and the figures that make themselves. */
const lastDay: Sitting = {
  day: 27,
  on: 'desk',
  async does(scene) {
    const { world, promised, sits } = scene
    const officer = await sits()
    await signsIn(world, officer)
    const bytes = await exports(world, officer)
    const words = await looksAtFigures(world, officer)

    const texts: string[] = []
    const sheet = await openSheet(bytes, {})
    for await (const { cells } of sheet.rows()) texts.push(cells.map(({ text }) => text).join())
    await sheet.close()
    const numbers = [...world.roster, ...world.withPhones].map(({ number }) => number)
    promised(
      'no number leaves whole',
      numbers.filter((number) => texts.join().includes(number)),
      [],
    )
    const { onRoll: people } = await figuresOf(scene)
    promised('the month adds up: 300 + 9 joined + 3 came − 1 went − 1 left − 1 died', people, 309)
    promised('the officer sees the same', words.includes(String(people)), true)
    const asked = officer.page.getByRole('main').locator('form, textarea, input[type=text], input[type=number]')
    promised('nobody is asked to fill in figures', await asked.count(), 0)
    const { paths } = await asPaths(await fetch(`${world.house.url}/api/openapi.json`))
    const reports = Object.entries(paths).filter(([path, { post }]) => /figures|statistic/.test(path) && post)
    promised('no figure can be sent in', reports, [])
  },
}

/** Safe because the document is written from the contracts, in the form of OpenAPI. */
async function asPaths(answer: Response) {
  return (await answer.json()) as { readonly paths: Readonly<Record<string, { readonly post?: unknown }>> }
}

async function figuresOf({ world }: Scene): Promise<Figures> {
  const own = await world.again(world.chair)
  return own.ask<Figures>(`/units/${world.chair.unit.id}/figures`)
}

export const secondHalf: readonly Sitting[] = [windowDay, afterTheMeeting, twoRecords, nextRoster, lastDay]
