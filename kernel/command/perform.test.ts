import pg from 'pg'
import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import type { Tx } from '../database/tx.ts'
import { Refusal } from '../refusal.ts'
import { Nothing } from '../shapes.ts'
import { systemActor } from './actor.ts'
import { ask } from './ask.ts'
import { type CommandContext, command, type Outcome } from './command.ts'
import { perform } from './perform.ts'
import { type QueryContext, query } from './query.ts'

const house = await openHouse()
const { services, units } = house
const officer = await house.officer(units.shop)
const shopPlace = { cell: units.shop.cell, path: units.shop.path }
let made = 0

type Done = { readonly done: boolean }
const Answer = Type.Object({ done: Type.Boolean() }, { additionalProperties: false })

/** A note in a table without a place: what a test's command changes. */
const note = (tx: Tx, id: string) =>
  tx.run('insert into kernel.installation (id, value, changed_at) values ($1, $2, $3)', [id, {}, house.now()])
const notes = (id: string) => house.rows('select id from kernel.installation where id = $1', [id])

/** A command of a test's own that does what is given, for whatever kind of actor. */
function doing(
  run: (context: CommandContext<object, 'post' | 'person' | 'anyone'>) => Promise<Outcome<Done>>,
  beyond: { readonly [name: string]: string } = {},
) {
  const act = `house.act_${++made}`
  return {
    act,
    command: command({ act, by: ['post', 'person', 'anyone'], input: Nothing, output: Answer, beyond, run }),
  }
}
const ended = { cell: units.shop.cell, answer: { done: true } }

test('a command that never asked allow changes nothing and leaves neither audit nor fact', async () => {
  const { act, command: silent } = doing(async ({ tx }) => {
    await note(tx, 'never asked')
    return { ...ended, facts: [{ cell: units.shop.cell, name: 'house.never_asked', body: {} }] }
  })

  await expect(perform(services, systemActor('test'), silent, {})).rejects.toThrow(`${act} never asked allow`)

  expect(await notes('never asked')).toEqual([])
  expect(await house.rows('select from kernel.audit where act = $1', [act])).toEqual([])
  expect(await house.rows(`select from kernel.outbox where name = 'house.never_asked'`)).toEqual([])
  expect(await house.rows(`select from kernel.fact where name = 'house.never_asked'`)).toEqual([])
})

test('a reach that is not declared is refused and rolls back what was changed before it', async () => {
  const { act, command: reaching } = doing(async ({ tx, allow, reach }) => {
    allow.everybody('a test')
    await note(tx, 'undeclared')
    await reach('elsewhere', shopPlace)
    return ended
  })

  await expect(perform(services, house.anyone(), reaching, {})).rejects.toThrow(
    `${act} declares no reach named elsewhere`,
  )

  expect(await notes('undeclared')).toEqual([])
})

test('a reach before allow is refused and rolls back, be it declared', async () => {
  const { command: reaching } = doing(
    async ({ tx, allow, reach }) => {
      await note(tx, 'too early')
      await reach('elsewhere', shopPlace)
      allow.everybody('a test')
      return ended
    },
    { elsewhere: 'a test' },
  )

  await expect(perform(services, house.anyone(), reaching, {})).rejects.toThrow('before it asked allow')

  expect(await notes('too early')).toEqual([])
})

test('a declared reach shows the place it names, and nothing beside it', async () => {
  const applicant = await house.applies({ unit: units.shop })
  await house.applies({ unit: units.cousinShop })
  const seen = 'select id from people.person where cell_id = $1'
  const counts: number[] = []
  const { command: reaching } = doing(
    async ({ tx, allow, reach }) => {
      counts.push(await tx.run(seen, [units.shop.cell]))
      allow.everybody('a test')
      await reach('shop', shopPlace)
      const rows = await tx.many<{ id: string }>(seen, [units.shop.cell])
      counts.push(rows.length)
      expect(rows).toEqual([{ id: applicant.actor.person }])
      return ended
    },
    { shop: 'a test' },
  )

  await perform(services, house.anyone(), reaching, {})

  expect(counts).toEqual([0, 1])
})

test('an act is for the kinds of actor it names: others sign in first, or are told that theirs may not', async () => {
  const forPosts = command({
    act: 'house.for_posts',
    by: ['post'],
    input: Nothing,
    output: Answer,
    async run({ allow }) {
      allow.anywhere()
      return ended
    },
  })
  const { actor } = await house.applies()

  await expect(perform(services, house.anyone(), forPosts, {})).rejects.toThrow('kernel.sign_in_first')
  await expect(perform(services, actor, forPosts, {})).rejects.toThrow('kernel.forbidden')
  await expect(perform(services, officer, forPosts, {})).rejects.toThrow('kernel.forbidden')
  expect(await house.rows(`select from kernel.audit where act = 'house.for_posts'`)).toEqual([])
})

test('what a command throws after it wrote is taken back whole; what it refuses with a trace is kept', async () => {
  const { command: throwing } = doing(async ({ tx, allow }) => {
    allow.everybody('a test')
    await note(tx, 'thrown')
    throw new Refusal('kernel.absent')
  })
  const { act, command: counting } = doing(async ({ tx, allow }) => {
    allow.everybody('a test')
    await note(tx, 'counted')
    return { cell: units.shop.cell, refusal: new Refusal('kernel.absent') }
  })

  await expect(perform(services, house.anyone(), throwing, {})).rejects.toThrow('kernel.absent')
  await expect(perform(services, house.anyone(), counting, {})).rejects.toThrow('kernel.absent')

  expect(await notes('thrown')).toEqual([])
  expect(await notes('counted')).toHaveLength(1)
  expect(await house.rows('select actor_kind from kernel.audit where act = $1', [act])).toEqual([
    { actor_kind: 'anyone' },
  ])
})

test('an act leaves one audit row with who, as what, on what, from what to what', async () => {
  const subject = officer.account
  const { act, command: changing } = doing(async ({ allow }) => {
    allow.everybody('a test')
    return { ...ended, subject, before: { state: 'shut' }, after: { state: 'open' } }
  })

  await perform(services, officer, changing, {})

  expect(await house.rows('select * from kernel.audit where act = $1', [act])).toMatchObject([
    {
      cell_id: units.shop.cell,
      at: house.now(),
      actor_kind: 'post',
      account_id: officer.account,
      post_id: officer.post.id,
      subject_id: subject,
      before: { state: 'shut' },
      after: { state: 'open' },
    },
  ])
})

test('the facts of one act keep the order in which it told them', async () => {
  const names = Array.from({ length: 30 }, (_, index) => `house.step_${String(index).padStart(2, '0')}`)
  const { command: telling } = doing(async ({ allow }) => {
    allow.everybody('a test')
    return { ...ended, facts: names.map((name) => ({ cell: 990_001, name, body: {} })) }
  })

  await perform(services, house.anyone(), telling, {})

  const told = `select name from (select id, name from kernel.outbox where cell_id = 990001
    union all select id, name from kernel.fact where cell_id = 990001) as told order by id`
  expect((await house.rows(told)).map((row) => row.name)).toEqual(names)
})

/** A command that locks two rows, one after the other, and waits in between until both have their first. */
function locking(first: string, second: string, meet: () => Promise<void>) {
  const lock = 'select id from kernel.installation where id = $1 for update'
  let tries = 0
  const made = doing(async ({ tx, allow }) => {
    allow.everybody('a test')
    tries++
    await tx.one(lock, [first])
    if (tries === 1) await meet()
    await tx.one(lock, [second])
    return ended
  })
  return { ...made, tries: () => tries }
}

/** A place where two meet: both go on when both have come. */
function meeting(): () => Promise<void> {
  let waiting: (() => void) | undefined
  return () =>
    new Promise((resolve) => {
      if (!waiting) {
        waiting = resolve
        return
      }
      waiting()
      resolve()
    })
}

test('two acts that stand in each other’s way both end: the one that gave way runs again, with one audit row each', async () => {
  await house.rows(
    `insert into kernel.installation (id, value, changed_at) values ('left', '{}', now()), ('right', '{}', now())`,
  )
  const meet = meeting()
  const [one, other] = [locking('left', 'right', meet), locking('right', 'left', meet)]

  await Promise.all([
    perform(services, house.anyone(), one.command, {}),
    perform(services, house.anyone(), other.command, {}),
  ])

  expect(one.tries() + other.tries()).toBeGreaterThan(2)
  expect(await house.rows('select from kernel.audit where act = any($1)', [[one.act, other.act]])).toHaveLength(2)
})

test('an act that always collides is tried four times and then fails as a mistake, with nothing kept', async () => {
  let tries = 0
  const { act, command: colliding } = doing(async ({ tx, allow }) => {
    allow.everybody('a test')
    tries++
    await note(tx, 'first half')
    await note(tx, 'left')
    return ended
  })

  await expect(perform(services, house.anyone(), colliding, {})).rejects.toThrow(pg.DatabaseError)

  expect(tries).toBe(4)
  expect(await notes('first half')).toEqual([])
  expect(await house.rows('select from kernel.audit where act = $1', [act])).toEqual([])
})

test('whoever waits too long for somebody else’s lock is told that the same is being done', async () => {
  const impatient = new pg.Pool({ ...services.pool.options, max: 1, options: '-c lock_timeout=50ms' })
  impatient.on('error', () => undefined)
  const [locked, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const held = locking('left', 'right', () => {
    locked.resolve()
    return gate.promise
  })
  const holding = perform(services, house.anyone(), held.command, {})
  await locked.promise
  const { command: waiting } = doing(async ({ tx, allow }) => {
    allow.everybody('a test')
    await tx.one(`select id from kernel.installation where id = 'left' for update`)
    return ended
  })

  await expect(perform({ ...services, pool: impatient }, house.anyone(), waiting, {})).rejects.toThrow(
    'kernel.same_request_running',
  )

  gate.resolve()
  await holding
  await impatient.end()
})

test('a query that never asked allow shows nothing, and none writes', async () => {
  const looking = (run: (context: QueryContext<object, 'post' | 'anyone'>) => Promise<Done>) =>
    query({ act: 'house.look', by: ['post', 'anyone'], input: Nothing, output: Answer, run })
  const silent = looking(async () => ({ done: true }))
  const writing = looking(async ({ tx, allow }) => {
    allow.everybody('a test')
    await note(tx, 'by a query')
    return { done: true }
  })

  await expect(ask(services, house.anyone(), silent, {})).rejects.toThrow('never asked allow')
  await expect(ask(services, house.anyone(), writing, {})).rejects.toThrow('read-only transaction')
  expect(await notes('by a query')).toEqual([])
})

test('a query opens no more than its post covers, nothing before allow, and nothing it has not declared', async () => {
  const county = { cellLo: units.county.cell, cellHi: units.county.cell, pathLo: '', pathHi: '~' }
  const looking = (run: (context: QueryContext<object, 'post'>) => Promise<Done>, beyond = {}) =>
    ask(services, officer, query({ act: 'house.look', by: ['post'], input: Nothing, output: Answer, beyond, run }), {})

  await expect(
    looking(async ({ allow, within }) => {
      allow.everybody('a test')
      await within(county)
      return { done: true }
    }),
  ).rejects.toThrow('would open more than its post covers')
  await expect(
    looking(async ({ within }) => {
      await within(county)
      return { done: true }
    }),
  ).rejects.toThrow('before it asked allow')
  await expect(
    looking(async ({ allow, reach }) => {
      allow.everybody('a test')
      await reach('elsewhere', shopPlace)
      return { done: true }
    }),
  ).rejects.toThrow('declares no reach named elsewhere')
  await expect(
    looking(
      async ({ reach }) => {
        await reach('shop', shopPlace)
        return { done: true }
      },
      { shop: 'a test' },
    ),
  ).rejects.toThrow('before it asked allow')
  await expect(
    looking(async ({ allow, mine }) => {
      allow.everybody('a test')
      await mine(units.shop.cell)
      return { done: true }
    }),
  ).rejects.toThrow('is not about the person who asks')
})
