import { analyzeFreshTables } from '@gongqiao/kernel/database/analyze.ts'
import { verify as verifyAll } from '@gongqiao/kernel/verify/verify.ts'
import { allInvariants } from '../invariants.ts'
import type { CliCommand } from './command.ts'
import { withInstallation } from './installation.ts'

/** `gongqiao verify`: asks the live database whether everything holds that must. */
export const verify: CliCommand = {
  name: 'verify',
  summary: 'Checks the invariants of the live database and says which row breaks which.',
  takes: [],
  options: {},
  details: `Nothing is locked and nothing changed; a server may run meanwhile. The exit code is 1 when a row breaks an invariant.
What is checked:
${allInvariants.map(({ words }) => `  - ${words}`).join('\n')}`,
  run: (_given, surroundings) =>
    withInstallation(surroundings, async ({ services, ownerUrl }) => {
      const { terminal, stopped } = surroundings
      await analyzeFreshTables(ownerUrl)
      const verdicts = await verifyAll(
        services.pool,
        allInvariants,
        {
          onProgress: ({ words }, done, all) => terminal.progress(`${words}: ${done} of ${all}`),
          onBreach: ({ words }, { row, words: how }) => terminal.say(`✗ ${words}: ${row} ${how}`),
        },
        stopped,
      )
      for (const { words, checked, breaches } of verdicts) {
        const mark = breaches === 0 ? '✓' : '✗'
        terminal.say(`${mark} ${words} (${checked.toLocaleString('en')} rows, ${breaches} broken)`)
      }
      return verdicts.some(({ breaches }) => breaches > 0) ? 1 : 0
    }),
}
