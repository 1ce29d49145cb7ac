import { resolve } from 'node:path'
import { BackupBroken } from '@gongqiao/kernel/backup/chunks.ts'
import { checkBackup, restoreBackup } from '@gongqiao/kernel/backup/read-backup.ts'
import { startEmbedded } from '@gongqiao/kernel/postgres/embedded.ts'
import { masterKeyOf } from '../keys.ts'
import { fingerprintOf, installedMajor, share, withOwnDatabase } from './backup.ts'
import { type CliCommand, UsageFault } from './command.ts'
import { CannotOpen, opened } from './installation.ts'

/** Where root's database goes when PostgreSQL's account cannot enter the data folder; as for a start. */
const refuge = '/var/lib/gongqiao'

/** `gongqiao restore FILE`: a backup into an empty data folder. */
export const restore: CliCommand = {
  name: 'restore',
  summary: 'Restores a backup into a data folder without a database, and starts that once to see that it comes up.',
  takes: ['FILE'],
  options: { check: { type: 'flag', words: 'read the backup to its end and check every byte; write nothing' } },
  details: `The data folder is GONGQIAO_DATA; the master key has to be the one of the backup. The database appears when the last byte
has been checked: a damaged file leaves none. Afterwards gongqiao verify asks the restored data for what must always hold.`,
  async run(given, surroundings) {
    const { terminal, stopped } = surroundings
    const config = withOwnDatabase(surroundings)
    const masterKey = await masterKeyOf(config)
    const wish = {
      file: resolve(given.words[0] ?? ''),
      masterKey,
      fingerprintOf: (suite: 'sm' | 'intl') => fingerprintOf(suite, masterKey),
      onProgress: (bytes: number, of: number) => terminal.progress(share(bytes, of)),
      stopped,
    }
    try {
      if (given.flag('check')) {
        const { at, product } = await checkBackup(wish)
        terminal.say(`whole: begun ${at} by version ${product}`)
        return 0
      }
      const place = { dataDir: config.dataFolder, refuge, postgres: await installedMajor() }
      const { at, product } = await opened(() => restoreBackup(wish, place))
      const server = await startEmbedded({
        dataDir: config.dataFolder,
        onProgress: terminal.progress,
        log: () => undefined,
      })
      await server.stop()
      terminal.say(`restored into ${config.dataFolder}: begun ${at} by version ${product}. Next: gongqiao verify`)
      return 0
    } catch (error) {
      if (error instanceof BackupBroken) throw new CannotOpen(error.message, { cause: error })
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
        throw new UsageFault(`${wish.file} cannot be read`, { cause: error })
      throw error
    }
  },
}
