import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { renewSealKey } from '@gongqiao/kernel/seal/keys.ts'
import type { CliCommand } from './command.ts'
import { withInstallation } from './installation.ts'

/** `gongqiao seal renew-key`: seals are signed by a fresh key from now on. */
export const sealRenewKey: CliCommand = {
  name: 'seal renew-key',
  summary: 'Signs the seals of the audit with a fresh key from now on.',
  takes: [],
  options: {},
  details: `The key that signed until now vouches for the fresh one; what it sealed stays sealed by it. A server that runs takes
the fresh key with its next seal.`,
  run: (_given, surroundings) =>
    withInstallation(surroundings, async ({ services }) => {
      const key = await inTransaction(services.pool, undefined, (tx) =>
        renewSealKey(tx, services.sealKeys, services.now()),
      )
      surroundings.terminal.say(`seals are signed by key ${key} from now on`)
      return 0
    }),
}
