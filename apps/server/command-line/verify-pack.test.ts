import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suiteNamed } from '@gongqiao/kernel/crypto/suites.ts'
import { packFormat, sealPack } from '@gongqiao/kernel/packs/pack.ts'
import { afterAll, expect, test } from 'vitest'
import { runCommandLine } from './run.ts'

const folder = await mkdtemp(join(tmpdir(), 'gongqiao-pack-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const suite = suiteNamed('sm')
const key = suite.generateSigningKey()
const slip = Buffer.from('a pay slip')
const pack = sealPack(
  {
    format: packFormat,
    language: 'en',
    made: { at: '2026-11-22T08:00:00.000Z', by: 'an officer', where: 'https://union.example', brand: 'Gongqiao' },
    matter: {
      cell: 440103,
      id: '01935f00-0000-7000-8000-000000000001',
      kind: 'membership.application',
      kindWords: 'Application to join',
      title: '林晓禾',
      unit: '沙面制衣厂工会',
      state: 'confirmed',
      stateWords: 'Confirmed',
      openedAt: '2026-11-01T01:00:00.000Z',
      endedAt: '2026-11-02T01:00:00.000Z',
      due: null,
    },
    content: [],
    history: [],
    comments: [],
    attachments: [
      {
        name: 'slip.png',
        type: 'image/png',
        bytes: slip.length,
        at: '2026-11-01T01:00:00.000Z',
        by: 'the person',
        hash: suite.hash(slip).toString('hex'),
      },
    ],
  },
  { suite, publicKey: key.publicKey, sign: (bytes) => suite.sign(key, bytes) },
)

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}
async function run(...files: readonly string[]) {
  const [said, warned]: [string[], string[]] = [[], []]
  const terminal = {
    say: (words: string) => void said.push(words),
    warn: (words: string) => void warned.push(words),
    progress: () => undefined,
  }
  const config = () => {
    throw new Error('a record is checked without an installation')
  }
  const code = await runCommandLine(['verify-pack', ...files], {
    terminal,
    config,
    stopped: new AbortController().signal,
  })
  return { code, said: said.join('\n'), warned: warned.join('\n') }
}

test('a record is checked without settings and without a database, its attachments with it', async () => {
  const { code, said, warned } = await run(
    await file('good.json', JSON.stringify(pack)),
    await file('slip.png', slip),
    await file('other.png', slip),
  )

  expect(code).toBe(0)
  expect(said).toContain('Application to join: 林晓禾')
  expect(said).toContain('✓ nothing was changed')
  expect(warned).toContain('other.png is no attachment')
})

test('a changed record ends with code 1 and says what was changed', async () => {
  const changed = { ...pack, body: { ...pack.body, matter: { ...pack.body.matter, title: '林晓和' } } }

  const one = await run(await file('changed.json', JSON.stringify(changed)))
  expect(one).toMatchObject({ code: 1, said: expect.stringContaining('✗ something in it was changed') })
  const other = await run(await file('good.json', JSON.stringify(pack)), await file('slip.png', 'another'))
  expect(other).toMatchObject({ code: 1, said: expect.stringContaining('✗ slip.png is not the file') })
  expect(await run(await file('cut.json', JSON.stringify(pack).slice(0, 200)))).toMatchObject({ code: 1 })
  expect(await run(join(folder, 'absent.json'))).toMatchObject({ code: 2 })
})
