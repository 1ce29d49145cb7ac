import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readBoundaryIndex } from '@gongqiao/modules/insight/index.ts'
import Fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { serveBoundaries } from './boundaries.ts'

const house = await openHouse()
const map = '/console/boundaries/440100.geo.json'

test('a map comes small to whoever can unpack it, and whole to whoever cannot', async () => {
  const [br, gzip, plain] = await Promise.all(
    ['gzip, br', 'gzip', ''].map((accepted) =>
      house.server.inject({ url: map, headers: { 'accept-encoding': accepted } }),
    ),
  )

  expect([br, gzip, plain].map((answer) => answer?.headers['content-encoding'])).toEqual(['br', 'gzip', undefined])
  expect(br?.rawPayload.length).toBeLessThan(4_000)
  expect(gunzipSync(gzip?.rawPayload ?? '').toString()).toBe(plain?.body)
  expect(plain?.json().type).toBe('Topology')
})

test('a browser that has a map is told that it still stands, and is not sent it again', async () => {
  const { etag = '' } = (await house.server.inject({ url: map })).headers

  const again = await house.server.inject({ url: map, headers: { 'if-none-match': String(etag) } })

  expect([again.statusCode, again.body]).toEqual([304, ''])
})

test('no file is served that the index does not name', async () => {
  for (const name of ['999999.geo.json', '..%2Fabout.json', '..%2F..%2F..%2F..%2Fpackage.json', 'index.json']) {
    const answer = await house.server.inject({ url: `/console/boundaries/${name}` })
    expect([name, answer.statusCode]).toEqual([name, 404])
  }
})

test('an installation’s own folder takes the place of the sketch as a whole', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'boundaries-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const index = {
    source: { zh: '某省', en: 'a province' },
    sketch: false,
    approval: '审图号：GS(2026)0000号',
    maps: ['440000'],
  }
  await writeFile(join(folder, 'index.geo.json'), JSON.stringify(index))
  await writeFile(join(folder, '440000.geo.json'), '{"type":"FeatureCollection","features":[]}')
  const server = Fastify()
  server.setErrorHandler((_error, _request, reply) => reply.code(404).send())
  serveBoundaries(server, folder, await readBoundaryIndex(folder))

  const own = await server.inject({ url: '/console/boundaries/index.geo.json' })
  const sketched = await server.inject({ url: map })

  expect(own.json()).toEqual(index)
  expect(sketched.statusCode).toBe(404)
})
