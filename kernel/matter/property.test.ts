import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actsOver, errand } from '../../tests/errands.ts'
import { openHouse } from '../../tests/house.ts'
import type { PostActor } from '../command/actor.ts'
import { Refusal } from '../refusal.ts'
import { kernelInvariants } from '../verify/kernel-invariants.ts'
import { verify } from '../verify/verify.ts'

const house = await openHouse()
const { units } = house
const acts = actsOver(errand)
await house.rows(`update kernel.deadline_rule set pause_on = '{proof_awaited}' where id = 'MEM-SLA'`)
await house.services.deadlines.reload()
const worker = await house.applies({ unit: units.shop })
const posts: PostActor[] = []
for (const unit of [units.shop, units.siblingShop, units.township, units.neighbourShop, units.farShop, units.city])
  posts.push(await house.officer(unit))

/** What breaks, as `invariant: row words`. */
async function broken(): Promise<string[]> {
  const found: string[] = []
  await verify(
    house.services.pool,
    kernelInvariants,
    { onBreach: ({ name }, { row, words }) => found.push(`${name}: ${row} ${words}`) },
    new AbortController().signal,
  )
  return found
}
const livingAt = async (matter: string) =>
  (await house.rows('select cell_id as cell from kernel.matter where id = $1 and moved_to_cell is null', [matter])).map(
    ({ cell }) => Number(cell),
  )

const doings = [
  'take',
  'answer',
  'give_back',
  'refer',
  'accept',
  'send_back',
  'hand_over',
  'pause',
  'resume',
  'comment',
  'ask',
  'sign',
  'decide',
  'agree',
  'object',
  'withdraw',
  'reopen',
] as const
type Doing = { readonly what: (typeof doings)[number]; readonly by: number; readonly at: number; readonly days: number }
const doing = fc.record({
  what: fc.constantFrom(...doings),
  by: fc.nat(posts.length - 1),
  at: fc.nat(posts.length - 1),
  days: fc.nat(4),
})

/** Does one thing, as whoever it falls to; a lawful no changes nothing. */
async function does({ what, by, at }: Doing, key: { cell: number; matter: string }): Promise<void> {
  const [post, other] = [posts[by], posts[at]]
  if (!post || !other) throw new Error('there are posts')
  const own = (step: string) => house.does(worker.actor, acts.myStep, { ...key, step })
  const step = (name: string, more: object = {}) => house.does(post, acts.step, { ...key, step: name, ...more })
  const done: { readonly [W in Doing['what']]: () => Promise<unknown> } = {
    take: () => step('take'),
    answer: () => step('answer', { reason: 'granted', form: { answer: '好' } }),
    give_back: () => step('give_back'),
    refer: () => house.does(post, acts.refer, { ...key, unit: other.post.unit, reason: 'other' }),
    accept: () => house.does(post, acts.accept, key),
    send_back: () => house.does(post, acts.sendBack, { ...key, reason: 'other' }),
    hand_over: () => house.does(post, acts.handOver, { ...key, post: other.post.id }),
    pause: () => house.does(post, acts.pause, { ...key, reason: 'proof_awaited' }),
    resume: () => house.does(post, acts.resume, key),
    comment: () => house.does(post, acts.comment, { ...key, text: '好' }),
    ask: () => house.does(post, acts.askSignatures, { ...key, step: 'decide', posts: [other.post.id] }),
    sign: () => house.does(other, acts.sign, { ...key, step: 'decide', decision: 'agreed' }),
    decide: () => step('decide'),
    agree: () => own('accept'),
    object: () => own('object'),
    withdraw: () => own('withdraw'),
    reopen: () => own('reopen'),
  }
  try {
    await done[what]()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

test('whatever is done in whatever order: an open matter has an owner and a clock, lives once, and its history follows on', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { minLength: 8, maxLength: 20, size: 'max' }), async (sequence) => {
      house.moveTo('2026-03-02T09:00:00+08:00')
      const { id } = await house.does(worker.actor, acts.openMine, { kind: 'house.errand', form: { what: '一件事' } })
      for (const one of sequence) {
        house.moveTo(new Date(house.now().getTime() + one.days * 86_400_000).toISOString())
        const [cell = -1, ...more] = await livingAt(id)
        expect(more).toEqual([])
        await does(one, { cell, matter: id })
      }
      expect(await broken()).toEqual([])
      expect(
        await house.rows('select from kernel.matter where id = $1 and ended_at is null and owner_post_id is null', [
          id,
        ]),
      ).toEqual([])
      const [cell = -1] = await livingAt(id)
      const mine = await house.asks(worker.actor, acts.mine, { cell, matter: id })
      expect(mine.history.at(-1)?.to).toBe(mine.state)
      expect(mine.forms[0]?.answers).toEqual({ what: '一件事' })
    }),
    { numRuns: 12 },
  )
}, 120_000)

test('what breaks is named: a line of history that is gone, a matter that lives twice, a trace to nowhere', async () => {
  const { id } = await house.does(worker.actor, acts.openMine, { kind: 'house.errand', form: { what: '一件事' } })
  const key = { cell: units.shop.cell, matter: id }
  const shop = posts[0]
  if (!shop) throw new Error('there are posts')
  await house.does(shop, acts.step, { ...key, step: 'take' })
  await house.does(shop, acts.refer, { ...key, unit: units.farShop.id, reason: 'other' })
  expect(await broken()).toEqual([])

  for (const [harm, mend, words] of [
    [
      'moved_to_cell = 1, ended_at = now(), referral_due = null',
      "moved_to_cell = null, ended_at = null, referral_due = '2026-03-09'",
      'lives in 0 cells',
    ],
    ['referral_due = null', "referral_due = '2026-03-09'", 'says otherwise than its 1 open referrals'],
  ] as const) {
    await house.rows(`update kernel.matter set ${harm} where id = $1 and cell_id = $2`, [id, units.farShop.cell])
    expect((await broken()).join()).toContain(words)
    await house.rows(`update kernel.matter set ${mend} where id = $1 and cell_id = $2`, [id, units.farShop.cell])
  }
  await house.rows(`update kernel.matter_event set from_state = 'done' where matter_id = $1 and number = 2`, [id])
  expect((await broken()).join()).toContain('does not follow on at step 2')
  await house.rows(`update kernel.matter_event set from_state = 'asked' where matter_id = $1 and number = 2`, [id])
  expect(await broken()).toEqual([])
})
