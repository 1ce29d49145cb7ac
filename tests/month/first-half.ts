import type { MyMatterWhole } from '@gongqiao/kernel/matter/contract.ts'
import type { TransferPage, TransferView } from '@gongqiao/modules/membership/contract.ts'
import type { AskView } from '@gongqiao/modules/rights/contract.ts'
import { answers, issues, refers } from './asking.ts'
import { askNow, nth, type Sitting } from './cast.ts'
import { signsIn } from './desk.ts'
import { confirms, returns } from './joining.ts'
import { letsGo, objects, takesIn } from './moving.ts'

/** Those who scanned the poster; one who asks for a letter; a question. */
const firstDay: Sitting = {
  day: 1,
  on: 'desk',
  async does({ world, promised, cast, sits }) {
    for (let at = 0; at < 4; at++) cast.joined.push(await world.joins())
    const [first, second, third] = [nth(cast.joined, 0), nth(cast.joined, 1), nth(cast.joined, 2)]
    const asker = nth(cast.askers, 0)
    cast.asks.push(await asker.asks('上个月的高温津贴没有发'))
    const letter = await cast.late.party.send<MyMatterWhole>('/me/matters', {
      kind: 'membership.letter',
      form: { purpose: 'benefit', to: '沙面医院' },
    })

    const officer = await sits()
    await signsIn(world, officer)
    await returns(world, officer, first, '姓名与证件号码不符', '请照身份证再填一次。')
    await returns(world, officer, second, '资料不全', '请到办公室出示工作证。')
    await confirms(world, officer, third)
    await answers(world, officer, asker, '已说明', '津贴随下月工资一起补发，财务已经答应。')
    await issues(world, officer, cast.late)

    const returned = await first.card()
    promised('who was returned reads the reason', returned.matter?.history.at(-1)?.note, '请照身份证再填一次。')
    promised('who was confirmed holds a card', (await third.card()).status, 'active')
    promised('the asker has an answer', (await askNow(asker, nth(cast.asks, 0))).state, 'answered')
    const whole = await cast.late.party.ask<MyMatterWhole>(`/me/matters/${letter.cell}/${letter.id}`)
    const paper = nth(whole.attachments, 0)
    const path = `/api/me/matters/${letter.cell}/${letter.id}/attachments/${paper.id}`
    promised('the letter is a paper', (await cast.late.party.bytes(path)).subarray(0, 5).toString(), '%PDF-')
    for (const { party, name, number, card } of [first, second]) {
      const { matter } = await card()
      const again = { name, identityKind: 'resident_card', identityNumber: number }
      await party.send(`/me/applications/${matter?.cell}/${matter?.id}/resubmission`, again)
    }
  },
}

/** On the way, with a phone: what two members ask, one of which only the union above can see to. */
const onTheWay: Sitting = {
  day: 4,
  on: 'phone',
  async does({ world, promised, cast, sits }) {
    const [second, third] = [nth(cast.askers, 1), nth(cast.askers, 2)]
    cast.asks.push(await second.asks('宿舍热水器坏了两个星期'))
    cast.asks.push(await third.asks('镇上的托管班名额怎么分'))

    const officer = await sits()
    await signsIn(world, officer)
    await answers(world, officer, second, '已解决', '后勤今天下午换新的。')
    await refers(world, officer, third, world.place.name, world.place.name.slice(-8))

    promised('the second asker has an answer', (await askNow(second, nth(cast.asks, 1))).state, 'answered')
    const { cell, matter } = nth(cast.asks, 2)
    const town = await world.demonstrated('township')
    const seen = await town.ask<AskView>(`/cells/${cell}/asks/${matter}`)
    promised('the union above has what was referred', seen.owner.unit, world.place.name)
    promised('its asker sees where it is', (await askNow(third, nth(cast.asks, 2))).owner.unit, world.place.name)
    const words = { words: '还是没有热水' }
    const again = nth(cast.asks, 1)
    await second.party.send(`/asks/${again.cell}/${again.matter}/reopening`, words)
    const rating = { solved: 'solved', answer: 5, handling: 5 }
    const done = nth(cast.asks, 0)
    await nth(cast.askers, 0).party.send(`/asks/${done.cell}/${done.matter}/closing`, rating)
  },
}

/** Three come from next door, two want to go there. */
const movingDay: Sitting = {
  day: 6,
  on: 'desk',
  async does({ world, promised, cast, sits }) {
    const { leaver, stayer, comers } = cast
    const code = world.link.split('/').at(-1)
    for (const { party } of comers) await party.send('/me/transfers', { code })
    for (const { party } of [leaver, stayer])
      await party.send('/me/transfers', { code: world.nextCode.split('/').at(-1) })
    const next = await world.again(world.neighbour)
    const out = await next.ask<TransferPage>(`/units/${world.neighbour.unit.id}/transfers?way=out&show=open`)
    for (const { cell, matter } of out.items) await next.send(`/cells/${cell}/transfers/${matter}/release`)
    const into = await next.ask<TransferPage>(`/units/${world.neighbour.unit.id}/transfers?way=in&show=open`)
    for (const { cell, matter } of into.items) await next.send(`/cells/${cell}/incoming/${matter}/acceptance`)

    const officer = await sits()
    await signsIn(world, officer)
    for (const comer of comers) await takesIn(world, officer, comer)
    await letsGo(world, officer, leaver)
    await objects(world, officer, stayer, '本人昨天还在二车间上班，说没有提出过转会。')

    const unitOf = async (worker: typeof leaver) => (await worker.card()).unit.name
    for (const comer of comers) promised('who came holds a card here', await unitOf(comer), world.chair.unit.name)
    promised('who went holds a card next door', await unitOf(leaver), world.neighbour.unit.name)
    promised('who was objected to stays until it is decided', await unitOf(stayer), world.chair.unit.name)
    const town = await world.demonstrated('township')
    const { items } = await town.ask<TransferPage>(`/units/${world.chair.unit.id}/transfers?way=out&show=open`)
    const { cell, matter } = nth(items, 0)
    const verdict = { decision: 'uphold', note: '本人到镇工会说明没有提出，号码被别人填错。' }
    const view = await town.send<TransferView>(`/cells/${cell}/transfers/${matter}/decision`, verdict)
    promised('the union above decides over the objection', view.state, 'refused')
  },
}

/** Again with a phone: who was not content, and another question. */
const secondThoughts: Sitting = {
  day: 9,
  on: 'phone',
  async does({ world, promised, cast, sits }) {
    const [second, fourth] = [nth(cast.askers, 1), nth(cast.askers, 3)]
    cast.asks.push(await fourth.asks('体检什么时候安排'))

    const officer = await sits()
    await signsIn(world, officer)
    await answers(world, officer, second, '已解决', '昨晚已换好，楼长试过有热水。')
    await answers(world, officer, fourth, '已说明', '下月第二周，名单贴在食堂。')

    promised('who was not content has a second answer', (await askNow(second, nth(cast.asks, 1))).turns.length, 4)
    promised('the fourth asker has an answer', (await askNow(fourth, nth(cast.asks, 3))).state, 'answered')
  },
}

export const firstHalf: readonly Sitting[] = [firstDay, onTheWay, movingDay, secondThoughts]
