import Fastify from 'fastify'
import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { answerShape } from './answer-shape.ts'

const Name = Type.Object({ name: Type.String() }, { $id: 'house.Name', additionalProperties: false })
const Page = Type.Object(
  { first: Name, others: Type.Array(Name), best: Type.Union([Name, Type.Null()]), note: Type.Optional(Type.String()) },
  { $id: 'house.Page', additionalProperties: false },
)

async function answered(value: unknown): Promise<unknown> {
  const server = Fastify()
  server.get('/', { schema: { response: { 200: answerShape(Page) } } }, () => value)
  const answer = await server.inject('/')
  await server.close()
  return answer.json()
}
const one = { name: '张三' }

test('what a shape does not declare never leaves the server, however deep it stands', async () => {
  const leaky = { ...one, identityNumber: '440103199005010014' }

  expect(await answered({ first: leaky, others: [leaky], best: one, secret: 1 })).toEqual({
    first: one,
    others: [one],
    best: one,
  })
  // Where a shape offers a choice, what fits none of it ends the answer.
  const choice = await answered({ first: one, others: [], best: leaky })
  expect(choice).toMatchObject({ statusCode: 500 })
  expect(JSON.stringify(choice)).not.toContain(leaky.identityNumber)
})

test('what may be null is null, what is optional may be left out, and a named shape may stand in several places', async () => {
  expect(await answered({ first: one, others: [], best: null })).toEqual({ first: one, others: [], best: null })
})

test('an answer that lacks what its shape promises is a mistake and not half an answer', async () => {
  expect(await answered({ first: one })).toMatchObject({ statusCode: 500 })
})

test('the shape itself is left as it is', () => {
  answerShape(Page)

  expect(JSON.stringify(Page)).toContain('house.Page')
  expect(JSON.stringify(Page)).toContain('house.Name')
})
