import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { faultsOfDocument } from '../../tests/openapi-grammar.ts'
import { command } from '../command/command.ts'
import { query } from '../command/query.ts'
import { openApiOf } from './openapi.ts'
import { get, post, type Route } from './route.ts'

const closed = { additionalProperties: false } as const
const Door = Type.Object({ colour: Type.String({ description: '颜色' }) }, { $id: 'house.Door', ...closed })
const Room = Type.Object(
  { doors: Type.Array(Door), next: Type.Union([Door, Type.Null()]) },
  { $id: 'house.Room', ...closed },
)
const run = async () => {
  throw new Error('is described, not asked')
}
const listRooms = query({
  act: 'house.list_rooms',
  by: ['post'],
  input: Type.Object({ house: Type.String({ format: 'uuid' }), after: Type.Optional(Type.Integer()) }, closed),
  output: Room,
  run,
})
const paintDoor = command({
  act: 'house.paint_door',
  by: ['person', 'anyone'],
  input: Type.Object({ house: Type.String(), colour: Type.String(), coats: Type.Optional(Type.Integer()) }, closed),
  output: Door,
  run,
})

const describe = (routes: readonly Route[]) =>
  openApiOf(routes, {
    title: 'House',
    version: '1.0.0',
    description: 'doors',
    cookies: { officer: 'officer', member: 'member' },
  })

test('a document of a route table is OpenAPI 3.1', () => {
  const document = describe([
    get('/houses/:house/rooms', listRooms, '房间'),
    get('/houses/:house/rooms/stream', listRooms, '房间（实时）', { live: { event: 'rooms', topic: () => 'rooms' } }),
    get('/houses/:house/plan', listRooms, '平面图', { asBytes: ['image/png'] }),
    post('/houses/:house/painting', paintDoor, '刷门', { status: 201 }),
    post('/houses', paintDoor, '刷任意的门'),
  ])

  expect(faultsOfDocument(document)).toEqual([])
})

test('a query takes its input from path and query string, says who may ask and acts as a post', () => {
  const document = describe([get('/houses/:house/rooms', listRooms, '房间')])

  expect(document.paths['/houses/{house}/rooms']?.get).toMatchObject({
    operationId: 'getHousesHouseRooms',
    summary: '房间',
    'x-act': 'house.list_rooms',
    'x-actors': ['post'],
    security: [{ officerSession: [] }, { program: [] }],
    parameters: [
      { name: 'house', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
      { name: 'after', in: 'query', required: false, schema: { type: 'integer' } },
      { $ref: '#/components/parameters/Post' },
    ],
    responses: {
      200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/house.Room' } } } },
      401: { $ref: '#/components/responses/SignInFirst' },
      default: { $ref: '#/components/responses/Problem' },
    },
  })
})

test('a command takes in its body what its path does not hold, under an idempotency key', () => {
  const document = describe([post('/houses/:house/painting', paintDoor, '刷门', { status: 201 })])
  const operation = document.paths['/houses/{house}/painting']?.post

  expect(operation?.requestBody).toEqual({
    required: true,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['colour'],
          properties: { colour: { type: 'string' }, coats: { type: 'integer' } },
          additionalProperties: false,
        },
      },
    },
  })
  expect(operation?.parameters).toContainEqual({ $ref: '#/components/parameters/IdempotencyKey' })
  expect(operation?.security).toEqual([{}, { memberSession: [] }])
  expect(operation?.responses).toHaveProperty('201')
})

test('a named shape stands once, and whatever holds it refers to it', () => {
  const { schemas } = describe([get('/houses/:house/rooms', listRooms, '房间')]).components

  expect(schemas['house.Room']).toMatchObject({
    properties: {
      doors: { items: { $ref: '#/components/schemas/house.Door' } },
      next: { anyOf: [{ $ref: '#/components/schemas/house.Door' }, { type: 'null' }] },
    },
  })
  expect(JSON.stringify(schemas)).not.toContain('$id')
})

test('two shapes of one name and two operations of one name are refused', () => {
  const otherDoor = query({
    act: 'house.find_door',
    by: ['anyone'],
    input: Type.Object({}),
    output: Type.Object({ height: Type.Integer() }, { $id: 'house.Door' }),
    run,
  })

  expect(() => describe([get('/houses/:house/rooms', listRooms, '房间'), get('/door', otherDoor, '门')])).toThrow(
    'two shapes are called house.Door',
  )
  expect(() => describe([get('/a-b', otherDoor, '门'), get('/a/b', otherDoor, '门')])).toThrow(
    'two operations are called getAB',
  )
})
