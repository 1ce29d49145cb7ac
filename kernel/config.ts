import { isAbsolute, resolve } from 'node:path'
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { shapeErrors } from './shape-errors.ts'
import { withNumbers } from './texts-as-numbers.ts'

/** Every setting of an installation. Read once at start; nothing else reads the environment. */
const Environment = Type.Object({
  PORT: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 65_535, description: 'port to listen on; 0 takes a free one' }),
  ),
  HOST: Type.Optional(Type.String({ minLength: 1, description: 'address to listen on' })),
  GONGQIAO_DATA: Type.Optional(Type.String({ minLength: 1, description: 'data folder' })),
  GONGQIAO_MODE: Type.Optional(Type.Enum(['demonstration', 'production'])),
  GONGQIAO_URL: Type.Optional(
    Type.String({ pattern: '^https?://[^/]+$', description: 'where people open it, without a path' }),
  ),
  GONGQIAO_SUITE: Type.Optional(Type.Enum(['sm', 'intl'], { description: 'crypto suite; for life' })),
  GONGQIAO_MASTER_KEY: Type.Optional(Type.String({ minLength: 44, maxLength: 44, description: '32 bytes in base64' })),
  GONGQIAO_SMS_URL: Type.Optional(
    Type.String({ pattern: '^https?://', description: 'gateway that takes {phone, text}' }),
  ),
  GONGQIAO_NAME: Type.Optional(Type.String({ minLength: 1, maxLength: 30, description: 'displayed name' })),
  GONGQIAO_SHORT_NAME: Type.Optional(Type.String({ minLength: 1, maxLength: 12 })),
  GONGQIAO_COLOUR: Type.Optional(
    Type.String({ pattern: '^#[0-9A-Fa-f]{6}$', description: 'main colour in place of pomegranate' }),
  ),
  GONGQIAO_MARK: Type.Optional(
    Type.String({ pattern: '^/|^https://', description: 'address of a picture in place of the mark' }),
  ),
  GONGQIAO_BOUNDARIES: Type.Optional(
    Type.String({ minLength: 1, description: 'folder of maps in place of the sketch that comes along' }),
  ),
  GONGQIAO_REQUESTS_PER_MINUTE: Type.Optional(
    Type.Integer({
      minimum: 60,
      description: 'from one network address; an account may have a fifth of it, a program a tenth',
    }),
  ),
  DATABASE_URL: Type.Optional(Type.String({ pattern: '^postgres(ql)?://' })),
  DATABASE_APP_URL: Type.Optional(
    Type.String({ pattern: '^postgres(ql)?://', description: 'request role, where we may not make roles' }),
  ),
  DATABASE_JOB_URL: Type.Optional(Type.String({ pattern: '^postgres(ql)?://' })),
})

export type Config = {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  readonly mode: 'demonstration' | 'production'
  readonly url: string | undefined
  readonly suite: 'sm' | 'intl'
  readonly masterKey: string | undefined
  readonly smsUrl: string | undefined
  /** From one network address. */
  readonly requestsPerMinute: number
  /** Folder of maps in place of the sketch that comes along. */
  readonly boundaries: string | undefined
  readonly brand: {
    readonly name: string
    readonly shortName: string
    readonly colour: string | undefined
    readonly mark: string | undefined
  }
  readonly database:
    | { readonly url: string; readonly appUrl: string | undefined; readonly jobUrl: string | undefined }
    | undefined
}

/** Settings that cannot be used, all of them at once. */
export class ConfigFaults extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(`the settings cannot be used:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
    this.name = 'ConfigFaults'
    this.faults = faults
  }
}

const checker = Compile(Environment)

/**
 * Reads the settings from an environment, such as `process.env`.
 *
 * @throws ConfigFaults with every fault, in words
 */
export function readConfig(env: { readonly [name: string]: string | undefined }, workFolder: string): Config {
  const known = Object.keys(Environment.properties)
  const given = Object.fromEntries(
    known.filter((name) => env[name] !== undefined && env[name] !== '').map((name) => [name, env[name]]),
  )
  const value = withNumbers(Environment.properties, given)
  const faults: string[] = []
  if (!checker.Check(value)) {
    for (const error of shapeErrors(checker, value)) faults.push(`${error.instancePath.slice(1)} ${error.message}`)
  }
  for (const name of Object.keys(env)) {
    if (name.startsWith('GONGQIAO_') && !known.includes(name))
      faults.push(`${name} is no setting; known are ${known.join(', ')}`)
  }
  const settings = asSettings(value)
  const mode = settings.GONGQIAO_MODE ?? 'demonstration'
  if (mode === 'production') {
    for (const name of ['GONGQIAO_MASTER_KEY', 'GONGQIAO_URL', 'GONGQIAO_SMS_URL'] as const) {
      if (settings[name] === undefined) faults.push(`${name} is needed in production`)
    }
    if (settings.GONGQIAO_URL?.startsWith('http://')) faults.push('GONGQIAO_URL is https in production')
  }
  if ((settings.DATABASE_APP_URL === undefined) !== (settings.DATABASE_JOB_URL === undefined)) {
    faults.push('DATABASE_APP_URL and DATABASE_JOB_URL come together')
  }
  if (settings.DATABASE_APP_URL !== undefined && settings.DATABASE_URL === undefined)
    faults.push('DATABASE_URL is needed beside DATABASE_APP_URL')
  if (faults.length > 0) throw new ConfigFaults(faults)
  const folder = settings.GONGQIAO_DATA ?? './data'
  return {
    port: settings.PORT ?? 3000,
    host: settings.HOST ?? (mode === 'production' ? '0.0.0.0' : '127.0.0.1'),
    dataFolder: isAbsolute(folder) ? folder : resolve(workFolder, folder),
    mode,
    url: settings.GONGQIAO_URL,
    suite: settings.GONGQIAO_SUITE ?? 'sm',
    masterKey: settings.GONGQIAO_MASTER_KEY,
    smsUrl: settings.GONGQIAO_SMS_URL,
    requestsPerMinute: settings.GONGQIAO_REQUESTS_PER_MINUTE ?? 6000,
    boundaries: settings.GONGQIAO_BOUNDARIES && resolve(workFolder, settings.GONGQIAO_BOUNDARIES),
    brand: {
      name: settings.GONGQIAO_NAME ?? '工桥',
      shortName: settings.GONGQIAO_SHORT_NAME ?? '工桥',
      colour: settings.GONGQIAO_COLOUR,
      mark: settings.GONGQIAO_MARK,
    },
    database:
      settings.DATABASE_URL === undefined
        ? undefined
        : { url: settings.DATABASE_URL, appUrl: settings.DATABASE_APP_URL, jobUrl: settings.DATABASE_JOB_URL },
  }
}

/**
 * The settings of this process.
 *
 * @throws ConfigFaults with every fault, in words
 */
export function ownConfig(): Config {
  return readConfig(process.env, process.cwd())
}

/** Safe because faults are thrown before any setting is used, and an absent one is undefined. */
function asSettings(value: unknown): Static<typeof Environment> {
  return value as Static<typeof Environment>
}
