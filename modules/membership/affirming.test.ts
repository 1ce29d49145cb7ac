import { civilDay } from '@gongqiao/calendar'
import type { PersonActor } from '@gongqiao/kernel/command/actor.ts'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { verify } from '@gongqiao/kernel/verify/verify.ts'
import { whoseSession } from '@gongqiao/modules/people/index.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allInvariants } from '../../apps/server/invariants.ts'
import { openHouse } from '../../tests/house.ts'
import { listPeople } from '../../tests/rosters.ts'
import { affirmRecord } from './commands/affirm-record.ts'
import { confirmApplication } from './commands/confirm-application.ts'
import { denyRecord } from './commands/deny-record.ts'
import { makeJoiningCode } from './commands/make-joining-code.ts'
import { takeRecord } from './commands/take-record.ts'
import { membershipJobs } from './jobs.ts'
import { findMyRecord } from './queries/find-my-record.ts'
import { listMyClaims } from './queries/list-my-claims.ts'
import { affirmationDue, affirmationEnded } from './rules.ts'

const house = await openHouse()
const { units, services } = house
const lapse = membershipJobs.find(({ name }) => name === 'membership.lapse_affirmations')
const signal = new AbortController().signal
const night = () => lapse?.run({ services, jobPool: house.jobPool, signal })

const namesOf = <K extends string>(record: { readonly [name in K]: unknown }) => Object.keys(record) as K[]

async function figures(unit: { id: string }) {
  await house.settled()
  const [row] = await house.rows(
    'select on_roll, provisional, claimed, affirmed from insight.unit_count where unit_id = $1',
    [unit.id],
  )
  return row ?? { on_roll: 0, provisional: 0, claimed: 0, affirmed: 0 }
}
async function member(unit: { id: string; cell: number } = units.farShop): Promise<PersonActor> {
  const officer = await house.officer(unit)
  const { actor, outcome } = await house.applies({ unit })
  const matter = outcome.card?.matter
  const decidedOn = civilDay(house.now())
  await house.does(officer, confirmApplication, { cell: matter?.cell, matter: matter?.id, decidedOn })
  return actor
}
async function recordOf(actor: PersonActor) {
  return house.asks(actor, findMyRecord, {})
}

test('a word counts for twelve months, and one is asked again after eleven', () => {
  expect(affirmationEnded('2027-03-02')).toBe('2026-03-02')
  expect(affirmationEnded('2028-02-29')).toBe('2027-02-28')
  expect(affirmationDue('2026-03-02', '2027-02-01')).toBe(false)
  expect(affirmationDue('2026-03-02', '2027-02-02')).toBe(true)
  expect(affirmationDue(null, '2026-03-02')).toBe(true)
})

test('who joins by themselves stands claimed and affirmed once the committee has decided, and not among the roll before', async () => {
  await house.applies({ unit: units.farShop })
  expect(await figures(units.farShop)).toEqual({ on_roll: 0, provisional: 1, claimed: 0, affirmed: 0 })

  await member()

  expect(await figures(units.farShop)).toEqual({ on_roll: 1, provisional: 1, claimed: 1, affirmed: 1 })
})

test('after twelve months the figure falls by itself, once, and membership stands; one press lifts it again', async () => {
  const actor = await member(units.neighbourShop)
  const { cell, membership } = await recordOf(actor)
  const before = await figures(units.neighbourShop)

  house.moveTo('2027-03-01T02:20:00+08:00')
  await night()
  expect(await figures(units.neighbourShop)).toEqual(before)
  expect(await recordOf(actor)).toMatchObject({ affirmationDue: true })

  house.moveTo('2027-03-02T02:20:00+08:00')
  await night()
  await night()
  expect(await figures(units.neighbourShop)).toEqual({ ...before, affirmed: 0 })
  expect(await recordOf(actor)).toMatchObject({ status: 'active', affirmedOn: '2026-03-02' })

  const after = await house.does(actor, affirmRecord, { cell, membership })
  await house.does(actor, affirmRecord, { cell, membership })

  expect(after).toMatchObject({ affirmedOn: '2027-03-02', affirmationDue: false })
  expect(await figures(units.neighbourShop)).toEqual(before)
  const audit = await house.audit(membership)
  expect(audit).toHaveLength(2)
  expect(audit).toContainEqual(
    expect.objectContaining({ before: { affirmedOn: '2026-03-02' }, after: { affirmedOn: '2027-03-02' } }),
  )
})

test('nobody affirms what somebody else’s record says, nor a record that is not decided on', async () => {
  const [own, other] = [await member(), await member()]
  const { cell, membership } = await recordOf(other)
  await expect(house.does(own, affirmRecord, { cell, membership })).rejects.toMatchObject({ code: 'kernel.absent' })

  const applicant = await house.applies({ unit: units.farShop })
  const open = await recordOf(applicant.actor)
  await expect(
    house.does(applicant.actor, affirmRecord, { cell: open.cell, membership: open.membership }),
  ).rejects.toMatchObject({ code: 'kernel.absent' })
})

test('whatever people do in whatever order, the counts of every union equal the rows of the roll', async () => {
  const unitsOf = [units.shop, units.siblingShop, units.neighbourShop, units.farShop] as const
  const someUnit = fc.constantFrom(...unitsOf)
  const often = { list: 3, scan: 4, take: 4, confirm: 2, affirm: 1, deny: 1, months: 1 } as const
  const steps = fc.record({
    act: fc.constantFrom(...namesOf(often).flatMap((act) => Array.from({ length: often[act] }, () => act))),
    unit: someUnit,
    who: fc.nat(1),
    months: fc.integer({ min: 1, max: 9 }),
  })
  const codes = new Map<string, string>()
  const officers = new Map<string, Awaited<ReturnType<typeof house.officer>>>()
  for (const unit of unitsOf) officers.set(unit.id, await house.officer(unit))

  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 8, maxLength: 20 }), async (taken) => {
      const people = [house.stranger(), house.stranger()]
      const actors = new Map<number, PersonActor>()
      await newCodes()
      for (const { act, unit, who, months } of taken) {
        const person = people[who] ?? house.stranger()
        const actor = actors.get(who)
        try {
          if (act === 'months') {
            const at = new Date(house.now())
            at.setMonth(at.getMonth() + months)
            house.moveTo(at.toISOString())
            await newCodes()
            await night()
          } else if (act === 'list') await listPeople(services, unit, [person])
          else if (act === 'scan') {
            const applied = await house.applies({ ...person, code: codes.get(unit.id) ?? '' })
            actors.set(who, applied.actor)
          } else if (actor) await actOf(act, actor, officers.get(unit.id))
        } catch (fault) {
          // A lawful no leaves the counts as they are.
          if (!(fault instanceof Refusal)) throw fault
        }
      }
      await house.settled()

      const found: string[] = []
      const onBreach = (_: unknown, { row, words }: { row: string; words: string }) => found.push(`${row} ${words}`)
      await verify(services.pool, allInvariants, { onBreach }, signal)
      expect(found).toEqual([])
    }),
    { numRuns: 8 },
  )

  async function newCodes(): Promise<void> {
    for (const { id: unit } of unitsOf) {
      const made = await house.does(officers.get(unit) ?? house.anyone(), makeJoiningCode, {
        ...{ unit, label: '门口', validDays: 365 },
      })
      codes.set(unit, made.link.split('/').at(-1) ?? '')
    }
  }

  async function actOf(
    act: 'take' | 'deny' | 'affirm' | 'confirm',
    actor: PersonActor,
    officer: Awaited<ReturnType<typeof house.officer>> | undefined,
  ): Promise<void> {
    if (act === 'affirm') {
      const { cell, membership } = await recordOf(actor)
      await house.does(actor, affirmRecord, { cell, membership })
    } else if (act === 'confirm' && officer) {
      const [open] = await house.rows(
        `select cell_id as cell, id as matter from kernel.matter where subject_id = $1 and ended_at is null and kind = 'membership.application'`,
        [actor.person],
      )
      if (open) await house.does(officer, confirmApplication, { ...open, decidedOn: civilDay(house.now()) })
    } else {
      const [claim] = (await house.asks(actor, listMyClaims, {})).items
      if (!claim) return
      const key = { cell: claim.cell, membership: claim.membership }
      if (act === 'deny') await house.does(actor, denyRecord, { ...key, reason: 'left' })
      else {
        const { cookie } = await perform(services, actor, takeRecord, key)
        const who = cookie && (await whoseSession(services, cookie.value))
        if (who) Object.assign(actor, who)
      }
    }
  }
}, 120_000)
