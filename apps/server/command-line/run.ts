import { ConfigFaults } from '@gongqiao/kernel/config.ts'
import { CellsLeft } from '@gongqiao/kernel/jobs/walk.ts'
import { RolesNeeded } from '../database.ts'
import { DemonstrationSecret } from '../keys.ts'
import { backup } from './backup.ts'
import { calendarLoad } from './calendar-load.ts'
import { type CliCommand, helpOf, readArguments, type Surroundings, UsageFault, usageOf } from './command.ts'
import { exportAll } from './export-all.ts'
import { importSheet } from './import.ts'
import { importAll } from './import-all.ts'
import { CannotOpen } from './installation.ts'
import { migrate } from './migrate.ts'
import { rebuildFigures } from './rebuild-figures.ts'
import { sealRenewKey } from './renew-seal-key.ts'
import { restore } from './restore.ts'
import { runJob } from './run-job.ts'
import { seed } from './seed.ts'
import { serve } from './serve.ts'
import { showConfig } from './show-config.ts'
import { verify } from './verify.ts'
import { verifyAudit } from './verify-audit.ts'
import { verifyPack } from './verify-pack.ts'
import { verifyReceipt } from './verify-receipt.ts'
import { villages } from './villages.ts'

/** Every command of `gongqiao`. */
export const allCommands: readonly CliCommand[] = [
  serve,
  migrate,
  seed,
  verify,
  verifyAudit,
  rebuildFigures,
  runJob,
  calendarLoad,
  villages,
  verifyPack,
  verifyReceipt,
  sealRenewKey,
  importSheet,
  exportAll,
  importAll,
  backup,
  restore,
  showConfig,
]

/** Exit codes: done, did not come out well, called in a way that is not known. */
const ended = { well: 0, badly: 1, unknown: 2 } as const

/**
 * Runs a command line such as `['verify']`; without a command it serves. What an operator can mend is said in words; a
 * mistake of ours is shown whole.
 *
 * @returns the exit code
 */
export async function runCommandLine(
  args: readonly string[],
  surroundings: Surroundings,
  commands: readonly CliCommand[] = allCommands,
): Promise<number> {
  const { terminal } = surroundings
  const [first, second] = args
  if (first === 'help' || first === '--help' || first === '-h') return help(args.slice(1))
  const asked = first === undefined || first.startsWith('-') ? 'serve' : first
  const command =
    commands.find(({ name }) => name === `${asked} ${second}`) ?? commands.find(({ name }) => name === asked)
  if (!command) {
    terminal.warn(
      `${[first, second].filter((word) => word && !word.startsWith('-')).join(' ')} is no command\n\n${overview(commands)}`,
    )
    return ended.unknown
  }
  const rest = asked === first ? args.slice(command.name.split(' ').length) : args
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.say(helpOf(command))
    return ended.well
  }
  try {
    return await command.run(readArguments(command, rest), surroundings)
  } catch (error) {
    return explain(command, error)
  }

  function help(words: readonly string[]): number {
    const found = commands.find(({ name }) => name === words.join(' '))
    terminal.say(found ? helpOf(found) : overview(commands))
    return ended.well
  }

  function explain(of: CliCommand, error: unknown): number {
    if (error instanceof UsageFault) {
      terminal.warn(`${error.message}\n\n${usageOf(of)}`)
      return ended.unknown
    }
    if (error instanceof RolesNeeded) {
      terminal.warn(error.message)
      terminal.say(error.script)
    } else if (
      error instanceof ConfigFaults ||
      error instanceof DemonstrationSecret ||
      error instanceof CannotOpen ||
      error instanceof CellsLeft
    ) {
      terminal.warn(error.message)
    } else if (surroundings.stopped.aborted) {
      terminal.warn('stopped')
    } else {
      terminal.warn(error instanceof Error ? (error.stack ?? error.message) : String(error))
    }
    return ended.badly
  }
}

/** All commands with what they do. */
function overview(commands: readonly CliCommand[]): string {
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(18)} ${summary}`)
  return [
    'gongqiao COMMAND [options]',
    '',
    ...lines,
    '',
    'gongqiao help COMMAND says more; every command takes --help.',
  ].join('\n')
}
