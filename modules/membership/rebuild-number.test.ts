import { ageOn, identityCheckCharacter, makeIdentityNumber } from '@gongqiao/codes'
import { findSelf } from '@gongqiao/modules/people/queries/find-self.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { listQueue } from '../../tests/matters.ts'
import { productApi } from '../../tools/product-api.ts'
import { confirmApplication } from './commands/confirm-application.ts'
import { findApplication } from './queries/find-application.ts'
import { findMember } from './queries/find-member.ts'
import { listRoll } from './queries/list-roll.ts'

const house = await openHouse()
const { units } = house
const officer = await house.officer(units.shop)
const code = await house.code(units.shop)
const today = '2026-03-02'
const dayMs = 86_400_000

/** Everything that is shown of a person and bears on their number. */
type Shown = { readonly identityMask: string; readonly age: number; readonly sex: string }

/** The civil days on which somebody of an age was born. */
function birthDays(age: number): string[] {
  const start = new Date(`${today}T00:00:00Z`)
  start.setUTCFullYear(start.getUTCFullYear() - age - 1)
  const days = Array.from({ length: 370 }, (_, index) =>
    new Date(start.getTime() + index * dayMs).toISOString().slice(0, 10),
  )
  return days.filter((day) => ageOn(day, today) === age)
}

/** How many numbers fit what is shown, for somebody who also guesses the county in which the number was given. */
function candidates({ identityMask, age, sex }: Shown, address: string): number {
  const [head, last] = [identityMask.slice(0, 2), identityMask.at(-1)]
  if (!address.startsWith(head)) return 0
  let fitting = 0
  for (const day of birthDays(age)) {
    for (let sequence = 0; sequence < 1000; sequence++) {
      if (sex !== 'unknown' && (sequence % 2 === 1) !== (sex === 'male')) continue
      const seventeen = address + day.replaceAll('-', '') + String(sequence).padStart(3, '0')
      if (identityCheckCharacter(seventeen) === last) fitting++
    }
  }
  return fitting
}

const anybody = fc.record({
  birth: fc.date({ min: new Date('1946-01-01'), max: new Date('2009-12-31'), noInvalidDate: true }),
  sequence: fc.integer({ min: 0, max: 999 }),
})

test('mask, age and sex together leave thousands of numbers, even for who guesses the county the number was given in', async () => {
  await fc.assert(
    fc.asyncProperty(anybody, async ({ birth, sequence }) => {
      const birthDate = birth.toISOString().slice(0, 10)
      const identityNumber = makeIdentityNumber({ address: '440103', birthDate, sequence })
      const person = await house.applies({ code, identityNumber })
      const matter = person.outcome.card?.matter
      const key = { cell: matter?.cell, matter: matter?.id }

      const view = await house.asks(officer, findApplication, key)

      expect(ageOn(birthDate, today)).toBe(view.age)
      expect(candidates(view, '440103')).toBeGreaterThan(10_000)
    }),
    { numRuns: 12 },
  )
})

test('no two answers about a person show more together than each alone: the same mask, the same age, no birth date', async () => {
  const identityNumber = makeIdentityNumber({ address: '440103', birthDate: '1987-11-23', sequence: 417 })
  const person = await house.applies({ code, identityNumber })
  const matter = person.outcome.card?.matter
  const key = { cell: matter?.cell, matter: matter?.id }
  const queue = await house.asks(officer, listQueue, { view: 'unit' })
  const application = await house.asks(officer, findApplication, key)
  await house.does(officer, confirmApplication, { ...key, decidedOn: today })
  const roll = await house.asks(officer, listRoll, { unit: units.shop.id, order: 'joined' })
  const row = roll.items.find((item) => item.person === person.actor.person)
  const member = await house.asks(officer, findMember, { cell: row?.cell, membership: row?.membership })
  const self = await house.asks(person.actor, findSelf, {})

  const shown = [application, row, member, self]
  expect(shown.map((answer) => answer?.identityMask)).toEqual(
    Array(4).fill(`44***************${identityNumber.at(-1)}`),
  )
  expect([application, row, member].map((answer) => [answer?.age, answer?.sex])).toEqual(Array(3).fill([38, 'male']))
  const everything = JSON.stringify([queue, shown, person.outcome])
  for (const part of [
    identityNumber,
    '1987-11-23',
    '19871123',
    '11-23',
    '1123',
    identityNumber.slice(6, 17),
    identityNumber.slice(0, 6),
  ])
    expect(
      everything.replace(
        /"(id|cell|matter|person|membership|subject|secret|number|cardNumber|account)":("[^"]*"|\d+)/g,
        '',
      ),
    ).not.toContain(part)
})

test('no shape that any route answers has a field for a number, a birth date, a cipher or a digest', () => {
  const { paths, components } = productApi(new URL('../..', import.meta.url).pathname)
  const seen = new Set<string>()
  const fields = new Set<string>()
  const walk = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return
    if ('$ref' in value) {
      const name = String(value.$ref).split('/').at(-1) ?? ''
      if (!seen.has(name)) {
        seen.add(name)
        walk(components.schemas[name])
      }
    }
    if ('properties' in value && value.properties !== null && typeof value.properties === 'object')
      for (const field of Object.keys(value.properties)) fields.add(field)
    for (const item of Object.values(value)) walk(item)
  }
  const product = Object.values(paths).flatMap((item) => Object.values(item))
  // What a demonstration shows is made up, and shown so that somebody can try it.
  for (const operation of product) if (!operation['x-act'].startsWith('demonstration.')) walk(operation.responses)

  expect(seen).toContain('membership.RollPage')
  expect(fields).toContain('identityMask')
  expect([...fields].filter((field) => /birth|identityNumber|cipher|digest|phone$/i.test(field))).toEqual(['phone'])
})
