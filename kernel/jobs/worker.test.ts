import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { getConstructionPlans, PgBoss } from 'pg-boss'
import { expect, onTestFinished, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import type { Job } from './job.ts'
import { startJobs } from './worker.ts'

const house = await openHouse()

function jobNamed(name: string, run: Job['run'], schedule = '0 0 1 1 *'): Job {
  return { name, schedule, retry: { times: 2, delaySeconds: 0 }, longestSeconds: 60, run }
}

async function start(jobs: readonly Job[]) {
  const seen = { done: [] as unknown[], mistakes: [] as unknown[] }
  const running = await startJobs({
    databaseUrl: house.jobUrl,
    jobs,
    parts: { services: house.services, jobPool: house.jobPool },
    onDone: (job, report) => seen.done.push({ job, ...report }),
    onMistake: (error) => seen.mistakes.push(error),
    lookEverySeconds: 0.5,
  })
  onTestFinished(() => running.stop())
  return { ...seen, ...running }
}

async function until(met: () => boolean): Promise<void> {
  while (!met()) await sleep(20)
}

test('the tables of the jobs are word for word those that pg-boss lays out', async () => {
  const file = new URL('../migrations/202611220907_create_pgboss.sql', import.meta.url)
  const lines = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('--'))
  const plan = getConstructionPlans('pgboss')
  const own = plan.slice(plan.indexOf('CREATE SCHEMA'), plan.lastIndexOf('COMMIT;'))

  const migrated = lines(await readFile(file, 'utf8'))

  expect(migrated.slice(0, lines(own).length)).toEqual(lines(own))
})

test('a job runs under the role of the jobs, which owns nothing and makes nothing', async () => {
  const { done, mistakes, runSoon } = await start([jobNamed('trial.role', async () => ({ cells: 3 }))])

  await runSoon('trial.role')
  await until(() => done.length > 0)

  expect(done).toEqual([{ job: 'trial.role', cells: 3 }])
  expect(mistakes).toEqual([])
  expect(
    await house.rows(`select distinct r.rolname from pg_class c join pg_roles r on r.oid = c.relowner
    where c.relnamespace = 'pgboss'::regnamespace`),
  ).toEqual([{ rolname: 'gongqiao_owner' }])
})

test('a job that fails is tried again, and what is kept of it says nothing of the inside', async () => {
  let tries = 0
  const { done, mistakes, runSoon } = await start([
    jobNamed('trial.fails', async () => {
      if (++tries === 1) throw new Error('张三 110101199003070011')
      return { tries }
    }),
  ])

  await runSoon('trial.fails')
  await until(() => done.length > 0)

  expect(done).toEqual([{ job: 'trial.fails', tries: 2 }])
  expect(mistakes).toHaveLength(1)
  const kept = await house.rows(`select output::text from pgboss.job where name = 'trial.fails'`)
  expect(JSON.stringify(kept)).not.toContain('1101011990')
})

test('schedules are those of the table, in Beijing time, and one taken out of the table ends', async () => {
  const once = await start([jobNamed('trial.old', async () => ({}), '5 1 * * *')])
  await once.stop()
  await start([jobNamed('trial.new', async () => ({}), '0 6 * * *')])

  const schedules = await house.rows('select name, cron, timezone from pgboss.schedule order by name')

  expect(schedules).toEqual([{ name: 'trial.new', cron: '0 6 * * *', timezone: 'Asia/Shanghai' }])
})

test('stopping tells the job that runs, waits for it, and leaves it to be tried again', async () => {
  const steps: string[] = []
  const job = jobNamed('trial.long', async ({ signal }) => {
    steps.push('begins')
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    await sleep(100)
    steps.push('ends in order')
    signal.throwIfAborted()
    return {}
  })
  const { runSoon, stop, mistakes } = await start([job])
  await runSoon('trial.long')
  await until(() => steps.length > 0)

  await stop()

  expect(steps).toEqual(['begins', 'ends in order'])
  expect(mistakes).toEqual([])
  expect(await house.rows(`select state from pgboss.job where name = 'trial.long'`)).toEqual([{ state: 'retry' }])
})

test('of two processes one runs a job at a time', async () => {
  let [running, most, all] = [0, 0, 0]
  const job = jobNamed('trial.one', async () => {
    most = Math.max(most, ++running)
    await sleep(300)
    running--
    return { all: ++all }
  })
  const first = await start([job])
  const second = await start([job])

  await first.runSoon('trial.one')
  await until(() => running === 1)
  await second.runSoon('trial.one')
  await until(() => all === 2)

  expect(most).toBe(1)
})

test('nothing of the tables drifts from what the code expects', async () => {
  const boss = new PgBoss({
    connectionString: house.jobUrl,
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    max: 1,
  })
  await boss.start()
  onTestFinished(() => boss.stop({ graceful: false }))

  expect((await boss.detectSchemaDrift()).ok).toBe(true)
})
