import { realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type BackupSource, writeBackup } from '@gongqiao/kernel/backup/write-backup.ts'
import { openKeyring } from '@gongqiao/kernel/crypto/keyring.ts'
import { suiteNamed } from '@gongqiao/kernel/crypto/suites.ts'
import { startEmbedded } from '@gongqiao/kernel/postgres/embedded.ts'
import { installedPrograms } from '@gongqiao/kernel/postgres/programs.ts'
import { masterKeyOf } from '../keys.ts'
import { productVersion } from '../version.ts'
import type { CliCommand, Surroundings } from './command.ts'
import { CannotOpen, opened } from './installation.ts'

/** `gongqiao backup FILE`: everything into one sealed file, while the server works. */
export const backup: CliCommand = {
  name: 'backup',
  summary: 'Makes a backup of the database that comes along and of the kept papers, while the server works.',
  takes: ['FILE'],
  options: {
    plain: { type: 'flag', words: 'leave it readable without the master key; every byte is checked all the same' },
  },
  details: `It holds everything that was acknowledged before it ended, and is there whole or not at all. It is sealed under a key made
from the master key, which is never in it: keep that key elsewhere. A PostgreSQL of your own is backed up by its own tools.`,
  async run(given, surroundings) {
    const { terminal, stopped } = surroundings
    const config = withOwnDatabase(surroundings)
    const file = resolve(given.words[0] ?? '')
    const server = await opened(() =>
      startEmbedded({ dataDir: config.dataFolder, onProgress: terminal.progress, log: () => undefined }),
    )
    try {
      const masterKey = await masterKeyOf(config)
      const source: BackupSource = {
        superuserUrl: server.superuserUrl,
        pgdata: await realpath(join(config.dataFolder, 'postgres')),
        filesFolder: join(config.dataFolder, 'files'),
        suite: suiteNamed(config.suite),
        masterKey,
        fingerprint: fingerprintOf(config.suite, masterKey),
        product: await productVersion(),
        postgres: await installedMajor(),
      }
      const onProgress = (bytes: number, of: number) => terminal.progress(`${share(bytes, of)} of ${megabytes(of)}`)
      const wish = { file, plain: given.flag('plain'), at: new Date(), onProgress, stopped }
      const bytes = await opened(() => writeBackup(source, wish))
      terminal.say(`${file}: ${megabytes(bytes)}`)
      return 0
    } finally {
      await server.stop()
    }
  },
}

/** The settings, where the database is the one that comes along. @throws CannotOpen for a server of one's own */
export function withOwnDatabase({ config }: Surroundings) {
  const settings = config()
  if (settings.database)
    throw new CannotOpen('DATABASE_URL names a PostgreSQL of your own: use its tools, as docs/operating.md says')
  return settings
}

/** Which master key it is, said without it. */
export const fingerprintOf = (suite: 'sm' | 'intl', masterKey: Buffer): string =>
  openKeyring({ suite: suiteNamed(suite), masterKey, keys: { load: async () => [], store: async (key) => key } })
    .fingerprint

/** The major version of the database server that is installed. */
export const installedMajor = async (): Promise<string> => (await installedPrograms()).version.split('.')[0] ?? ''

/** Hundredths, for a line of progress. */
export const share = (part: number, of: number): string => `${of === 0 ? 100 : Math.floor((100 * part) / of)} %`

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6).toLocaleString('en')} MB`
