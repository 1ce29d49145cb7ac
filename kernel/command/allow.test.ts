import { expect, test } from 'vitest'
import { newId } from '../shared/ids.ts'
import { cellsBetween, subtreeOf } from '../shared/place.ts'
import { type Actor, type PostActor, startingRange, systemActor } from './actor.ts'
import { makeAllow, refuseOtherKinds } from './allow.ts'

const act = 'house.paint'
const from = { language: 'zh', keyOwner: 'a test' } as const
const place = { cell: 440_103, path: '001' }
const post = (acts: readonly string[], ranges = [subtreeOf(place)]): PostActor => ({
  ...from,
  kind: 'post',
  account: newId(),
  name: '干部',
  post: { id: newId(), title: '岗位', unit: newId(), unitName: '工会', place, acts: new Set(acts), ranges },
})
const person: Actor = { ...from, kind: 'person', account: newId(), person: newId(), place }
const officer: Actor = { ...from, kind: 'officer', account: newId(), name: '干部' }
const anyone: Actor = { ...from, kind: 'anyone', address: '::1' }

test('a post that has the act may do it in what it covers: inside, below, and in each of its ranges', () => {
  const allow = makeAllow(act, post([act], [subtreeOf(place), cellsBetween(440_200, 440_299)]))

  for (const at of [place, { cell: 440_103, path: '001002' }, { cell: 440_250, path: 'zzz' }])
    expect(() => allow(at)).not.toThrow()
  expect(allow.asked()).toBe(true)
})

test('outside of what a post covers everything is absent, whether it has the act or not', () => {
  for (const acts of [[act], []])
    for (const at of [
      { cell: 440_103, path: '002' },
      { cell: 440_103, path: '' },
      { cell: 440_104, path: '001' },
    ])
      expect(() => makeAllow(act, post(acts))(at)).toThrow('kernel.absent')
})

test('inside, a post without the act is told that it may not', () => {
  expect(() => makeAllow(act, post(['house.sweep']))(place)).toThrow('kernel.forbidden')
  expect(() => makeAllow(act, post(['house.sweep'])).anywhere()).toThrow('kernel.forbidden')
  expect(() => makeAllow(act, post([act])).anywhere()).not.toThrow()
})

test('whoever is no post has no place: not a person, not an officer without a post, not anyone', () => {
  for (const actor of [person, officer, anyone]) {
    expect(() => makeAllow(act, actor)(place)).toThrow('kernel.absent')
    expect(() => makeAllow(act, actor).anywhere()).toThrow('kernel.forbidden')
  }
})

test('a person’s own is theirs alone: not another person’s, not an officer’s, not the network’s', () => {
  expect(() => makeAllow(act, person).self(person.kind === 'person' ? person.person : '')).not.toThrow()
  for (const actor of [person, officer, anyone, post([act]), systemActor('test')])
    expect(() => makeAllow(act, actor).self(newId())).toThrow('kernel.absent')
})

test('an officer’s own account is theirs alone', () => {
  const own = officer.kind === 'officer' ? officer.account : ''
  expect(() => makeAllow(act, officer).own(own)).not.toThrow()
  for (const actor of [person, anyone, officer, post([act])])
    expect(() => makeAllow(act, actor).own(newId())).toThrow('kernel.absent')
})

test('asking is remembered even when the answer was no, and an opening without a reason is no asking', () => {
  const [refused, opened, silent] = [makeAllow(act, person), makeAllow(act, anyone), makeAllow(act, anyone)]

  expect(() => refused(place)).toThrow()
  opened.everybody('a sign on the door')
  silent.everybody('')

  expect([refused.asked(), opened.asked(), silent.asked(), makeAllow(act, person).asked()]).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('the network itself may everywhere', () => {
  expect(() => makeAllow(act, systemActor('test'))({ cell: 0, path: '' })).not.toThrow()
})

test('an actor of another kind signs in first when nobody is signed in, and is refused otherwise', () => {
  expect(() => refuseOtherKinds(['post'], anyone)).toThrow('kernel.sign_in_first')
  expect(() => refuseOtherKinds(['post'], person)).toThrow('kernel.forbidden')
  expect(() => refuseOtherKinds(['post'], officer)).toThrow('kernel.forbidden')
  expect(() => refuseOtherKinds(['person', 'anyone'], anyone)).not.toThrow()
  expect(() => refuseOtherKinds([], systemActor('test'))).not.toThrow()
})

test('an actor begins with what is theirs, and whoever has no place with nothing', () => {
  expect(startingRange(person)).toEqual({ cellLo: 440_103, cellHi: 440_103, pathLo: '001', pathHi: '001~' })
  expect([startingRange(officer), startingRange(anyone), startingRange(systemActor('test'))]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
