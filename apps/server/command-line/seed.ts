import { seedDemonstration } from '@gongqiao/modules/demonstration/index.ts'
import type { CliCommand } from './command.ts'
import { CannotOpen, withInstallation } from './installation.ts'
import { sizeOf, sizeOptions } from './serve.ts'

/** `gongqiao seed`: fills a demonstration and ends. */
export const seed: CliCommand = {
  name: 'seed',
  summary: 'Fills a demonstration county: unions, members, officers with known passwords. Nobody in it exists.',
  takes: [],
  options: sizeOptions,
  details: 'Does nothing where a demonstration stands already; production is refused.',
  async run(given, surroundings) {
    const { terminal, config } = surroundings
    if (config().mode === 'production')
      throw new CannotOpen('production holds no demonstration: its passwords are known')
    return withInstallation(surroundings, async ({ services, officers }) => {
      const { joinLink, unitName } = await seedDemonstration(services, officers, sizeOf(given), terminal.progress)
      terminal.say(`the demonstration stands; its joining code is that of ${unitName}:\n${joinLink}`)
      return 0
    })
  },
}
