import type { CliCommand } from './command.ts'
import { withInstallation } from './installation.ts'

/** `gongqiao migrate`: brings the database to the newest form and ends. */
export const migrate: CliCommand = {
  name: 'migrate',
  summary: 'Brings roles, tables and reference data to the newest form, and ends.',
  takes: [],
  options: {},
  details:
    'Every start does the same by itself. Where the database role may not make roles, the script to run is printed.',
  run: (_given, surroundings) =>
    withInstallation(surroundings, async () => {
      surroundings.terminal.say('the database has its newest form')
      return 0
    }),
}
