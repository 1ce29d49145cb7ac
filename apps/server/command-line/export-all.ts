import { join, resolve } from 'node:path'
import { writeWhole } from '@gongqiao/kernel/whole/write-whole.ts'
import { productVersion } from '../version.ts'
import { openedColumns } from '../whole.ts'
import type { CliCommand } from './command.ts'
import { opened, withInstallation } from './installation.ts'

/** `gongqiao export --all FOLDER`: everything an installation holds, into open files. */
export const exportAll: CliCommand = {
  name: 'export --all',
  summary: 'Writes everything the installation holds into a new folder of open, described files.',
  takes: ['FOLDER'],
  options: {
    sealed: { type: 'flag', words: 'leave identity numbers and phones sealed: readable with the master key only' },
  },
  details: `As of one moment; a server may run meanwhile. The folder's README says what stands where. Identity numbers and phones
stand in it in the clear unless --sealed is given: keep it accordingly.`,
  async run(given, surroundings) {
    const [name = ''] = given.words
    const folder = resolve(name)
    return withInstallation(surroundings, async ({ services, ownerUrl }, config) => {
      const { terminal, stopped } = surroundings
      const source = {
        ownerUrl,
        keyring: services.keyring,
        filesFolder: join(config.dataFolder, 'files'),
        version: await productVersion(),
        opens: given.flag('sealed') ? undefined : openedColumns,
      }
      const manifest = await opened(() => writeWhole(source, folder, services.now(), terminal.progress, stopped))
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      terminal.say(
        `${rows.toLocaleString('en')} rows of ${manifest.tables.length} tables and ${manifest.files.toLocaleString('en')} files in ${folder}`,
      )
      return 0
    })
  },
}
