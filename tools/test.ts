import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runSilently, seeToJudge } from './sm2-judge.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, '.cache')
const vitestReport = join(cache, 'vitest.json')
const storiesReport = join(cache, 'stories.json')

interface Stage {
  readonly name: string
  readonly command: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  /** How many passed and failed, from the report the stage leaves; without one the stage counts as one. */
  readonly count?: () => Count
  /** What it needs of the machine; says what is missing. */
  readonly needs?: () => string | undefined
}

interface Count {
  readonly passed: number
  readonly failed: number
}

const stages: readonly Stage[] = [
  { name: 'checks', command: [process.execPath, 'tools/check.ts'] },
  {
    name: 'tests',
    needs: () => seeToJudge(process.getuid?.() === 0, runSilently),
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
    count: () => {
      const { numPassedTests, numFailedTests } = readReport(vitestReport)
      return { passed: Number(numPassedTests), failed: Number(numFailedTests) }
    },
  },
  {
    name: 'stories',
    command: ['playwright', 'test', '--reporter=list,json', '--pass-with-no-tests'],
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: storiesReport },
    count: () => {
      const { expected = 0, unexpected = 0, flaky = 0 } = Object(readReport(storiesReport).stats)
      return { passed: Number(expected), failed: Number(unexpected) + Number(flaky) }
    },
  },
]

function readReport(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(file, 'utf8'))
}

async function run({ command, environment, count }: Stage): Promise<Count> {
  const [program = '', ...rest] = command
  const local = join(root, 'node_modules/.bin', program)
  const code = await new Promise<number>((resolve, reject) => {
    const options = { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } } as const
    const child = spawn(existsSync(local) ? local : program, rest, options)
    child.on('error', reject)
    child.on('close', (ended) => resolve(ended ?? 1))
  })
  const { passed, failed } = count?.() ?? { passed: code === 0 ? 1 : 0, failed: 0 }
  // A run can fail without a failed test: a file that does not load, a worker that dies.
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}

mkdirSync(cache, { recursive: true })
for (const file of [vitestReport, storiesReport]) rmSync(file, { force: true })
const only = process.argv.slice(2)
const total = { passed: 0, failed: 0 }
for (const stage of stages.filter(({ name }) => only.length === 0 || only.includes(name))) {
  console.log(`\n— ${stage.name}`)
  const missing = stage.needs?.()
  if (missing !== undefined) console.error(missing)
  const { passed, failed } = await run(stage).catch((error: unknown) => {
    console.error(error)
    return { passed: 0, failed: 1 }
  })
  total.passed += passed
  total.failed += failed
}
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
