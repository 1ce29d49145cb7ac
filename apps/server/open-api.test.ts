import { readFileSync } from 'node:fs'
import { spokenName } from '@gongqiao/kernel/http/openapi.ts'
import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { faultsOfDocument } from '../../tests/openapi-grammar.ts'
import { allRoutes } from './routes.ts'

const house = await openHouse()
const answer = await house.server.inject({ url: '/api/openapi.json' })
const document = answer.json()

/** Routes as they stand in the tables, with the parameters of their paths as OpenAPI writes them. */
const routes = allRoutes(house.officers, {
  brand: { name: '工桥', shortName: '工桥', colour: undefined, mark: undefined },
  demonstration: true,
  version: '0.0.0',
})

test('the API describes itself to whoever asks, as OpenAPI 3.1', () => {
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toMatch(/^application\/json/)
  expect(faultsOfDocument(document)).toEqual([])
})

test('every route of the tables stands in the document with its act, its actors and its words, and no other', () => {
  const described = Object.entries<object>(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, ...operation })),
  )

  const lines = described.map((one) => [one.method, one.path, one['x-act'], String(one['x-actors']), one.summary])
  const expected = routes.map(({ method, path, act, summary }) => [
    method.toLowerCase(),
    path.replace(/:(\w+)/g, (_, name: string) => `{${spokenName(name)}}`),
    act.act,
    String(act.by),
    summary,
  ])
  expect(lines.sort()).toEqual(expected.sort())
})

test('a route that nobody may ask without signing in names the cookie that lets them in', () => {
  const names = document.components.securitySchemes
  expect(names.officerSession).toMatchObject({ in: 'cookie', name: 'gongqiao-officer.session_token' })
  expect(names.memberSession).toMatchObject({ in: 'cookie', name: 'gongqiao-member' })
  for (const item of Object.values<Record<string, { security: object[]; 'x-actors': string[] }>>(document.paths)) {
    for (const { security, 'x-actors': actors } of Object.values(item)) {
      expect(security.some((one) => Object.keys(one).length === 0)).toBe(actors.includes('anyone'))
      expect(security.some((one) => 'memberSession' in one)).toBe(actors.includes('person'))
    }
  }
})

test('what is kept in docs/openapi.json is what an installation answers', () => {
  const kept = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'))

  expect(kept).toEqual(document)
})
