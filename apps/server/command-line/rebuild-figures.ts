import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { cellsWithFacts } from '@gongqiao/kernel/national-scans.ts'
import { mendSums, rebuildCell, rebuildDays } from '@gongqiao/modules/insight/index.ts'
import type { CliCommand } from './command.ts'
import { withInstallation } from './installation.ts'

/** `gongqiao rebuild figures`: recounts everything from the first fact. */
export const rebuildFigures: CliCommand = {
  name: 'rebuild figures',
  summary: 'Recounts the figures of every union from the first fact, and puts right what differs.',
  takes: [],
  options: {},
  details:
    'The figures of now stay readable meanwhile, and a server may run; those of past days are folded anew at the end.',
  run: (_given, surroundings) =>
    withInstallation(surroundings, async ({ jobPool, services }) => {
      const { terminal, stopped } = surroundings
      const cells = await inTransaction(jobPool, undefined, cellsWithFacts, 'read only')
      let wrong = 0
      for (const [index, cell] of cells.entries()) {
        stopped.throwIfAborted()
        wrong += (await rebuildCell(jobPool, cell, services.now())).length
        terminal.progress(`figures: ${index + 1} of ${cells.length} cells`)
      }
      wrong += await mendSums(jobPool, services.now())
      terminal.progress('figures of past days')
      await rebuildDays(jobPool)
      terminal.say(`${cells.length} cells recounted, ${wrong} unions put right`)
      return 0
    }),
}
