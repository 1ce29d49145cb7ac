import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { generateApi } from 'swagger-typescript-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeToken } from '../modules/organization/commands/make-token.ts'
import { openHouse } from './house.ts'

const run = promisify(execFile)
const house = await openHouse()
const root = fileURLToPath(new URL('..', import.meta.url))
const partner = fileURLToPath(new URL('partner', import.meta.url))
let folder: string
let address: string

beforeAll(async () => {
  await house.server.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${portOf(house.server.server.address())}`
  folder = await mkdtemp(join(root, '.cache', 'partner-'))
  await cp(partner, folder, { recursive: true })
  const document = join(folder, 'openapi.json')
  await writeFile(document, await (await fetch(`${address}/api/openapi.json`)).text())
  await generateApi({
    input: document,
    output: folder,
    fileName: 'client.ts',
    httpClientType: 'fetch',
    singleHttpClient: true,
    silent: true,
  })
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a client generated from the document compiles with a program written against it', async () => {
  const flags =
    '--ignoreConfig --noEmit --strict --target es2023 --module esnext --moduleResolution bundler --allowImportingTsExtensions'
  const types = ['--lib', 'es2023,dom', '--types', '']

  const compiled = run(join(root, 'node_modules/.bin/tsc'), [...flags.split(' '), ...types, join(folder, 'program.ts')])

  expect(await compiled.catch(({ stdout }) => ({ stdout }))).toMatchObject({ stdout: '' })
})

test('the program reads what its token may see over HTTP, and is refused the rest as a problem in words', async () => {
  const { units } = house
  const officer = await house.officer(units.county)
  const { secret } = await house.does(officer, makeToken, { name: '伙伴', scopes: ['figures.read'], days: 1 })
  await house.applies()
  await house.settled()
  const program: { readFigures(address: string, token: string, unit: string): Promise<unknown> } = await import(
    /* @vite-ignore */ join(folder, 'program.ts')
  )

  expect(await program.readFigures(address, secret, units.county.id)).toMatchObject({
    status: 'ok',
    name: units.county.name,
    below: [units.township.name, units.siblingTownship.name],
    onRoll: expect.any(Number),
    refused: { status: 403, code: 'kernel.forbidden', title: expect.any(String) },
  })
})

function portOf(bound: AddressInfo | string | null): number {
  if (bound === null || typeof bound === 'string') throw new Error('the server listens on no port')
  return bound.port
}
