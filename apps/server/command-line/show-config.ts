import type { Config } from '@gongqiao/kernel/config.ts'
import type { CliCommand } from './command.ts'

/** An address without who signs in with what. */
function withoutSecrets(address: string): string {
  const url = new URL(address)
  return `${url.protocol}//${url.host}${url.pathname}`
}

/** The settings in force, by the names they are told by; of a secret only whether there is one. */
export function settingsOf(config: Config): readonly (readonly [name: string, value: string])[] {
  const { database, brand } = config
  const unset = '(not set)'
  return [
    ['GONGQIAO_MODE', config.mode],
    ['GONGQIAO_DATA', config.dataFolder],
    ['PORT', String(config.port)],
    ['HOST', config.host],
    ['GONGQIAO_URL', config.url ?? `http://localhost:${config.port}`],
    ['GONGQIAO_SUITE', config.suite],
    ['GONGQIAO_MASTER_KEY', config.masterKey === undefined ? 'made once, in the data folder' : 'given'],
    ['GONGQIAO_SMS_URL', config.smsUrl === undefined ? unset : withoutSecrets(config.smsUrl)],
    ['GONGQIAO_NAME', brand.name],
    ['GONGQIAO_SHORT_NAME', brand.shortName],
    ['GONGQIAO_COLOUR', brand.colour ?? unset],
    ['GONGQIAO_MARK', brand.mark ?? unset],
    ['DATABASE_URL', database ? withoutSecrets(database.url) : 'the database that comes along, in the data folder'],
    ['DATABASE_APP_URL', database?.appUrl === undefined ? unset : withoutSecrets(database.appUrl)],
    ['DATABASE_JOB_URL', database?.jobUrl === undefined ? unset : withoutSecrets(database.jobUrl)],
  ]
}

/** `gongqiao config`: shows the settings in force. */
export const showConfig: CliCommand = {
  name: 'config',
  summary: 'Shows the settings in force, without secrets.',
  takes: [],
  options: {},
  details: 'Settings are told by the environment, under these names. Every fault of them is named at once.',
  async run(_given, { terminal, config }) {
    for (const [name, value] of settingsOf(config())) terminal.say(`${name.padEnd(20)} ${value}`)
    return 0
  },
}
