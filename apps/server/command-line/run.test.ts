import { ConfigFaults, readConfig } from '@gongqiao/kernel/config.ts'
import { expect, test } from 'vitest'
import { RolesNeeded } from '../database.ts'
import type { CliCommand, Surroundings } from './command.ts'
import { CannotOpen } from './installation.ts'
import { allCommands, runCommandLine } from './run.ts'

/** Runs a command line and gives the exit code with what was said and warned. */
async function run(
  args: readonly string[],
  more: { commands?: readonly CliCommand[]; config?: Surroundings['config'] } = {},
) {
  const [said, warned]: [string[], string[]] = [[], []]
  const terminal = {
    say: (words: string) => void said.push(words),
    warn: (words: string) => void warned.push(words),
    progress: () => undefined,
  }
  const config = more.config ?? (() => readConfig({}, '/nowhere'))
  const code = await runCommandLine(args, { terminal, config, stopped: new AbortController().signal }, more.commands)
  return { code, said: said.join('\n'), warned: warned.join('\n') }
}
const trial = (does: CliCommand['run']): CliCommand => ({
  name: 'serve',
  summary: 'Tries.',
  takes: [],
  options: {
    loud: { type: 'flag', words: 'says it twice' },
    people: { type: 'number', least: 8, most: 100, words: 'how many' },
    to: { type: 'text', value: 'NAME', words: 'to whom' },
  },
  details: '',
  run: does,
})

test.each(allCommands.map(({ name }) => name))('gongqiao %s --help and gongqiao help %s say the same', async (name) => {
  const long = await run([...name.split(' '), '--help'])

  expect(long.code).toBe(0)
  expect(long.said).toContain(`gongqiao ${name}`)
  expect(await run(['help', ...name.split(' ')])).toEqual(long)
})

test('help lists every command with what it does', async () => {
  const { code, said } = await run(['help'])

  expect(code).toBe(0)
  for (const { name, summary } of allCommands)
    expect(said).toMatch(new RegExp(`^  ${name} +${summary.slice(0, 20)}`, 'm'))
})

test('an unknown command is named and the known ones are listed', async () => {
  expect(await run(['serf'])).toMatchObject({
    code: 2,
    warned: expect.stringMatching(/^serf is no command\n\n.*gongqiao/s),
  })
})

test('every wrong option is named at once, and nothing runs', async () => {
  let ran = false
  const command = trial(async () => {
    ran = true
    return 0
  })

  const { code, warned } = await run(['serve', '--loud=yes', '--people', '7', '--too', 'x', '--to'], {
    commands: [command],
  })

  expect(code).toBe(2)
  expect(warned.split('\n')).toEqual([
    '--loud takes no value',
    '--people is a whole number from 8 to 100, not 7',
    '--too is no option; known are --loud, --people, --to',
    '--to needs a value',
    'x is one word too many',
    '',
    'gongqiao serve [--loud] [--people NUMBER] [--to NAME]',
  ])
  expect(ran).toBe(false)
})

test('without a command it serves, options included', async () => {
  const given: unknown[] = []
  const command = trial(async ({ number, text }) => {
    given.push(number('people'), text('to'))
    return 0
  })

  expect((await run([], { commands: [command] })).code).toBe(0)
  expect((await run(['--people', '9', '--to', 'all'], { commands: [command] })).code).toBe(0)

  expect(given).toEqual([undefined, undefined, 9, 'all'])
})

test('faults of the settings, a database that does not open and roles that are missing are told plainly', async () => {
  const failing = (error: Error) =>
    run(['serve'], {
      commands: [
        trial(async () => {
          throw error
        }),
      ],
    })

  expect(await failing(new ConfigFaults(['PORT is no number']))).toEqual({
    code: 1,
    said: '',
    warned: 'the settings cannot be used:\n  - PORT is no number',
  })
  expect(await failing(new CannotOpen('port 3000 is in use'))).toEqual({
    code: 1,
    said: '',
    warned: 'port 3000 is in use',
  })
  const roles = await failing(new RolesNeeded('create role x;', new Error('42501')))
  expect(roles.warned).not.toContain(' at ')
  expect(roles).toMatchObject({ code: 1, said: 'create role x;' })
})

test('a mistake of ours is shown whole', async () => {
  const command = trial(async () => {
    throw new TypeError('undefined is no function')
  })

  const { code, warned } = await run(['serve'], { commands: [command] })

  expect(code).toBe(1)
  expect(warned).toMatch(/TypeError: undefined is no function\n +at /)
})

test('config shows what is in force, and no secret', async () => {
  const masterKey = Buffer.alloc(32, 9).toString('base64')
  const { code, said } = await run(['config'], {
    config: () =>
      readConfig(
        {
          GONGQIAO_MODE: 'production',
          GONGQIAO_MASTER_KEY: masterKey,
          GONGQIAO_URL: 'https://union.example',
          GONGQIAO_SMS_URL: 'https://user:hidden@sms.example/send?token=hidden',
          DATABASE_URL: 'postgres://owner:hidden@db.example:5433/union',
        },
        '/nowhere',
      ),
  })

  expect(code).toBe(0)
  expect(said).toContain('GONGQIAO_MODE        production')
  expect(said).toContain('DATABASE_URL         postgres://db.example:5433/union')
  expect(said).toContain('GONGQIAO_SMS_URL     https://sms.example/send')
  expect(said).not.toContain('hidden')
  expect(said).not.toContain(masterKey)
})

test('production is never seeded', async () => {
  const config = () =>
    readConfig(
      {
        GONGQIAO_MODE: 'production',
        GONGQIAO_MASTER_KEY: Buffer.alloc(32, 9).toString('base64'),
        GONGQIAO_URL: 'https://union.example',
        GONGQIAO_SMS_URL: 'https://sms.example/send',
      },
      '/nowhere',
    )

  expect(await run(['seed'], { config })).toMatchObject({ code: 1, warned: expect.stringContaining('known') })
})
