import { join, resolve } from 'node:path'
import { suiteNamed } from '@gongqiao/kernel/crypto/suites.ts'
import { openPool } from '@gongqiao/kernel/database/connect.ts'
import { migrate, readMigrations } from '@gongqiao/kernel/database/migrate.ts'
import { DoesNotFit, readWhole } from '@gongqiao/kernel/whole/read-whole.ts'
import { migrationFolders } from '../app.ts'
import { openDatabase } from '../database.ts'
import { keyringOver, masterKeyOf } from '../keys.ts'
import type { CliCommand } from './command.ts'
import { CannotOpen, opened } from './installation.ts'

/** `gongqiao import --all FOLDER`: fills an empty installation from what another one wrote. */
export const importAll: CliCommand = {
  name: 'import --all',
  summary: 'Fills an empty installation from a folder that export --all wrote.',
  takes: ['FOLDER'],
  options: {},
  details: `GONGQIAO_DATA names a new data folder, or DATABASE_URL an empty database; GONGQIAO_SUITE and GONGQIAO_MASTER_KEY are those
of the installation that wrote the folder. Of a demonstration, copy its demonstration-master.key into the new data folder first.
All of it is taken, checked by its hashes, or nothing.`,
  async run(given, { config, terminal, stopped }) {
    const [name = ''] = given.words
    const settings = config()
    const suite = suiteNamed(settings.suite)
    const masterKey = await masterKeyOf(settings)
    const urls = await opened(() =>
      openDatabase(
        settings,
        suite,
        masterKey,
        (step) => terminal.progress(`database: ${step}`),
        () => undefined,
      ),
    )
    const pool = openPool(urls.app, 2, 'gongqiao import')
    try {
      const migrations = await readMigrations(migrationFolders)
      await migrate(urls.owner, migrations, (done, all) => terminal.progress(`migrations ${done}/${all}`))
      const target = {
        ownerUrl: urls.owner,
        keyring: keyringOver(pool, suite, masterKey),
        filesFolder: join(settings.dataFolder, 'files'),
        migrations: migrations.map((migration) => migration.name),
      }
      const manifest = await opened(() => readWhole(target, resolve(name), terminal.progress, stopped)).catch(
        (error) => {
          throw error instanceof DoesNotFit ? new CannotOpen(error.message, { cause: error }) : error
        },
      )
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      terminal.say(
        `${rows.toLocaleString('en')} rows of ${manifest.tables.length} tables and ${manifest.files.toLocaleString('en')} files are here`,
      )
      terminal.say('gongqiao verify asks whether everything holds')
      return 0
    } finally {
      await pool.end()
      await urls.stop()
    }
  },
}
