import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { newId } from '../shared/ids.ts'
import { ask } from './ask.ts'
import { query } from './query.ts'

const house = await openHouse()
const { services, units } = house
const officer = await house.officer(units.shop)
const { cell } = units.shop

/** A question that shows the records of the people it is given, by cell. */
const showing = (act: string) =>
  query({
    act,
    by: ['post', 'person'],
    input: Type.Object({ people: Type.Array(Type.String()) }),
    output: Type.Object({ people: Type.Array(Type.String()) }),
    subjects: ({ people }) => [
      { cell, people },
      { cell: 440_104, people: [] },
    ],
    async run({ input, allow }) {
      allow.everybody('a test')
      return input
    },
  })
const looksOf = (act: string) => house.rows('select * from kernel.access where act = $1 order by id', [act])

test('a look is kept before its answer is given: who, as which post of which union, at whose records', async () => {
  const people = [newId(), newId()]

  await ask(services, officer, showing('house.look'), { people })

  expect(await looksOf('house.look')).toMatchObject([
    {
      cell_id: cell,
      at: house.now(),
      account_id: officer.account,
      post_id: officer.post.id,
      post_title: officer.post.title,
      unit_name: units.shop.name,
      subjects: people,
    },
  ])
})

test('looks at the same moment are all kept, each as its own', async () => {
  const people = Array.from({ length: 25 }, () => newId())

  await Promise.all(people.map((person) => ask(services, officer, showing('house.many'), { people: [person] })))

  const rows = await looksOf('house.many')
  expect(rows.map((row) => String(row['subjects'])).sort()).toEqual([...people].sort())
})

test('an answer that shows nobody leaves no look, and neither does a person’s look at their own', async () => {
  const { actor } = await house.applies()

  await ask(services, officer, showing('house.nobody'), { people: [] })
  await ask(services, actor, showing('house.own'), { people: [actor.person] })

  expect(await looksOf('house.nobody')).toEqual([])
  expect(await looksOf('house.own')).toEqual([])
})

test('what cannot be kept is not shown: no look, no answer', async () => {
  await house.rows('revoke insert on kernel.access from gongqiao_app')

  await expect(ask(services, officer, showing('house.unkept'), { people: [newId()] })).rejects.toThrow(
    'permission denied',
  )

  await house.rows('grant insert on kernel.access to gongqiao_app')
  await ask(services, officer, showing('house.kept'), { people: [newId()] })
  expect([await looksOf('house.unkept'), (await looksOf('house.kept')).length]).toEqual([[], 1])
})
