import { writeFile } from 'node:fs/promises'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { checkAudit } from '@gongqiao/kernel/seal/check/check-audit.ts'
import { readKeptSeal } from '@gongqiao/kernel/seal/check-receipt.ts'
import { newestSeal } from '@gongqiao/kernel/seal/make-receipt.ts'
import { type CliCommand, UsageFault } from './command.ts'
import { readGiven, readGivenKey } from './given-files.ts'
import { withInstallation } from './installation.ts'

const mostBytes = 10 * 1024 * 1024
const mostCell = 999_999

/** `gongqiao verify audit`: whether audit and access log stand as they were sealed. */
export const verifyAudit: CliCommand = {
  name: 'verify audit',
  summary: 'Checks that audit and access log stand as they were sealed, and names every row that does not.',
  takes: [],
  options: {
    cells: { type: 'text', value: 'A-B', words: 'only rows of these cells; the seals are checked whole' },
    since: { type: 'text', value: 'FILE', words: 'a kept seal or a receipt: today must be a continuation of it' },
    key: { type: 'text', value: 'FILE', words: 'public key to trust, instead of the first one of the installation' },
    keep: { type: 'text', value: 'FILE', words: 'writes the newest seal there, to be kept elsewhere for --since' },
  },
  details: `Finds rows that were changed, removed, added later or put elsewhere, and whatever of the seal itself was touched, and
names the seal by which it is known. That the newest part was cut off can only be found with a seal that was kept elsewhere.
Nothing is locked; a server may run meanwhile. The exit code is 1 when something was found.`,
  run: async (given, surroundings) => {
    const cells = cellsOf(given.text('cells'))
    const [sinceFile, keyFile, keepFile] = [given.text('since'), given.text('key'), given.text('keep')]
    const since = sinceFile === undefined ? undefined : await keptIn(sinceFile)
    const trusted = keyFile === undefined ? undefined : await readGivenKey(keyFile)
    return withInstallation(surroundings, async ({ services }) => {
      const { terminal, stopped } = surroundings
      const verdict = await checkAudit({
        pool: services.pool,
        suite: services.sealKeys.suite,
        now: services.now(),
        signal: stopped,
        cells,
        since,
        trusted,
        onFinding: ({ row, words }) => terminal.say(`✗ ${row} ${words}`),
        onProgress: terminal.progress,
      })
      const { rows, cells: count, seals, findings, keys } = verdict
      const words = `${rows.toLocaleString('en')} rows of ${count} cells under ${seals.toLocaleString('en')} seals`
      terminal.say(
        `${findings === 0 ? '✓' : '✗'} ${words}, ${findings} not as they were sealed; keys ${keys.join(', ')}`,
      )
      if (keepFile !== undefined && findings === 0) {
        const seal = await inTransaction(services.pool, undefined, newestSeal, 'read only')
        if (seal) await writeFile(keepFile, `${JSON.stringify(seal, null, 1)}\n`)
        terminal.say(seal ? `seal ${seal.number} is kept in ${keepFile}` : 'there is no seal to keep yet')
      }
      return findings === 0 ? 0 : 1
    })
  },
}

function cellsOf(text: string | undefined) {
  if (text === undefined) return undefined
  const found = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(text)
  const [lowest, highest] = [Number(found?.[1]), Number(found?.[2] ?? found?.[1])]
  if (!found || lowest > highest || highest > mostCell)
    throw new UsageFault(`--cells is a cell or two with a dash between, such as 440100-440199, not ${text}`)
  return { lowest, highest }
}

async function keptIn(file: string) {
  const seal = readKeptSeal((await readGiven(file, mostBytes)).toString('utf8'))
  if (!seal) throw new UsageFault(`${file} is neither a kept seal nor a receipt`)
  return seal
}
