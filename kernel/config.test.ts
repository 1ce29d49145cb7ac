import { expect, test } from 'vitest'
import { ConfigFaults, readConfig } from './config.ts'

const key = Buffer.alloc(32, 1).toString('base64')
const production = {
  GONGQIAO_MODE: 'production',
  GONGQIAO_MASTER_KEY: key,
  GONGQIAO_URL: 'https://union.example',
  GONGQIAO_SMS_URL: 'https://sms.example/send',
}
const folder = '/srv/union'

/** What is wrong with settings, by the setting that each fault begins with. */
function faultsOf(env: { readonly [name: string]: string }): string[] {
  try {
    readConfig(env, folder)
  } catch (error) {
    if (error instanceof ConfigFaults) return [...error.faults]
    throw error
  }
  return []
}

test('no setting at all is a demonstration on this machine alone, at port 3000, in the folder data', () => {
  expect(readConfig({}, folder)).toMatchObject({
    mode: 'demonstration',
    port: 3000,
    host: '127.0.0.1',
    dataFolder: '/srv/union/data',
    suite: 'sm',
    masterKey: undefined,
    database: undefined,
    brand: { name: '工桥' },
  })
})

test('all faults are told together, each with its setting', () => {
  const faults = faultsOf({
    PORT: 'eighty',
    GONGQIAO_MODE: 'test',
    GONGQIAO_URL: 'https://union.example/path',
    GONGQIAO_SUITE: 'rot13',
    GONGQIAO_MASTER_KEY: 'short',
    GONGQIAO_COLOUR: 'red',
    GONGQIAO_MARK: 'mark.svg',
    GONGQIAO_NAME: '桥'.repeat(31),
    GONGQIAO_SHORT_NAME: '桥'.repeat(13),
    GONGQIAO_SMS_URL: 'sms',
    GONGQIAO_COLOR: '#ff0000',
    DATABASE_URL: 'mysql://localhost',
    DATABASE_APP_URL: 'postgres://app@localhost/union',
  })

  const named = faults.map((fault) => fault.split(' ')[0]).sort()
  expect(new Set(named)).toEqual(
    new Set([
      'PORT',
      'GONGQIAO_MODE',
      'GONGQIAO_URL',
      'GONGQIAO_SUITE',
      'GONGQIAO_MASTER_KEY',
      'GONGQIAO_COLOUR',
      'GONGQIAO_MARK',
      'GONGQIAO_NAME',
      'GONGQIAO_SHORT_NAME',
      'GONGQIAO_SMS_URL',
      'GONGQIAO_COLOR',
      'DATABASE_URL',
      'DATABASE_APP_URL',
    ]),
  )
  expect(new ConfigFaults(faults).message.split('\n')).toHaveLength(faults.length + 1)
})

test('a fault says what is wrong and never the value: it may be a secret', () => {
  const secrets = { GONGQIAO_MASTER_KEY: 'my-master-secret', DATABASE_URL: 'pg://root:hunter2@host' }

  expect(faultsOf(secrets).join(' ')).not.toMatch(/my-master-secret|hunter2/)
})

test('a port outside 0 to 65535 is refused, and 0 takes a free one', () => {
  expect(faultsOf({ PORT: '65536' })).toHaveLength(1)
  expect(faultsOf({ PORT: '-1' })).toHaveLength(1)
  expect(faultsOf({ PORT: '3000.5' })).toHaveLength(1)
  expect(readConfig({ PORT: '0' }, folder).port).toBe(0)
})

test('an empty setting is none', () => {
  expect(readConfig({ GONGQIAO_URL: '', PORT: '', DATABASE_URL: '' }, folder)).toMatchObject({
    url: undefined,
    port: 3000,
    database: undefined,
  })
})

test('settings of others are passed over, and a misspelt one of ours is a fault', () => {
  expect(faultsOf({ PATH: '/bin', npm_config_cache: 'x' })).toEqual([])
  expect(faultsOf({ GONGQIAO_DATEN: '/srv' })).toEqual([
    expect.stringMatching(/^GONGQIAO_DATEN is no setting; known are .*GONGQIAO_DATA/),
  ])
})

test('production refuses to start without its own key, its address and a way to send codes, all told together', () => {
  expect(readConfig(production, folder)).toMatchObject({ mode: 'production', host: '0.0.0.0', masterKey: key })

  const faults = faultsOf({ GONGQIAO_MODE: 'production' })
  expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
    'GONGQIAO_MASTER_KEY',
    'GONGQIAO_URL',
    'GONGQIAO_SMS_URL',
  ])
})

test('production is opened over TLS only', () => {
  expect(faultsOf({ ...production, GONGQIAO_URL: 'http://union.example' })).toEqual([
    'GONGQIAO_URL is https in production',
  ])
  expect(readConfig({ GONGQIAO_URL: 'http://localhost:3000' }, folder).url).toBe('http://localhost:3000')
})

test('where we may not make roles, the request role and the job role come together, beside the owner', () => {
  const roles = { DATABASE_APP_URL: 'postgres://app@db/union', DATABASE_JOB_URL: 'postgres://job@db/union' }

  expect(faultsOf({ DATABASE_URL: 'postgres://owner@db/union', DATABASE_APP_URL: roles.DATABASE_APP_URL })).toEqual([
    'DATABASE_APP_URL and DATABASE_JOB_URL come together',
  ])
  expect(faultsOf(roles)).toEqual(['DATABASE_URL is needed beside DATABASE_APP_URL'])
  expect(readConfig({ DATABASE_URL: 'postgresql://owner@db/union', ...roles }, folder).database).toEqual({
    url: 'postgresql://owner@db/union',
    appUrl: roles.DATABASE_APP_URL,
    jobUrl: roles.DATABASE_JOB_URL,
  })
})

test('an absolute data folder stays where it is', () => {
  expect(readConfig({ GONGQIAO_DATA: '/var/union' }, folder).dataFolder).toBe('/var/union')
  expect(readConfig({ GONGQIAO_DATA: 'kept' }, folder).dataFolder).toBe('/srv/union/kept')
})
