import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { openThrowawayDatabase } from '../../tools/throwaway-database.ts'
import { openLog } from './log.ts'

const database = await openThrowawayDatabase()
afterAll(() => database.drop())
const name = '欧阳修'
const number = '440103199005010014'

/** What is written of an error. */
function written(error: unknown): { text: string; err: Record<string, unknown> } {
  const lines: string[] = []
  openLog('info', { write: (line) => lines.push(line) }).error({ err: error }, 'mistake')
  const [text = ''] = lines
  return { text, err: JSON.parse(text).err }
}
async function failure(sql: string, values: readonly unknown[] = []): Promise<unknown> {
  return database.client.query(sql, [...values]).catch((error: unknown) => error)
}

test('an error of the database is written by its code and constraint, without the values it quotes', async () => {
  await database.client.query('create table person (name text, number text constraint person_number_once unique)')
  await database.client.query('insert into person values ($1, $2)', [name, number])
  const twice = await failure('insert into person values ($1, $2)', [name, number])
  const cast = await failure(`select '${number}${name}'::uuid`)
  expect(String(twice instanceof pg.DatabaseError ? twice.detail : '')).toContain(number)
  expect(String(cast)).toContain(name)

  for (const error of [twice, cast]) {
    const { text } = written(error)
    expect(text).not.toContain(name)
    expect(text).not.toContain(number)
  }
  expect(written(twice).err).toMatchObject({ code: '23505', constraint: 'person_number_once' })
  expect(written(cast).err).toMatchObject({ code: '22P02' })
})

test('the cause of an error is written as carefully as the error itself', async () => {
  const cause = await failure(`select '${number}'::uuid`)
  const { text, err } = written(new Error('the roll could not be read', { cause }))

  expect(err).toMatchObject({ kind: 'Error', message: 'the roll could not be read', cause: { code: '22P02' } })
  expect(text).not.toContain(number)
})

test('a message of several lines leaves none of them in the stack', () => {
  const parse = new SyntaxError(`unexpected token\nin ${name} ${number}\n  atlas of ${name}`)

  expect(written(parse).text).not.toContain(name)
  expect(written(parse).text).not.toContain(number)
  expect(String(written(parse).err['stack'])).toMatch(/^\s+at .*log\.test\.ts/)
})

test('what is thrown and is no error is written as its kind alone', () => {
  expect(written(`${name} ${number}`).err).toEqual({ kind: 'string' })
  expect(written({ name, number }).err).toEqual({ kind: 'object' })
})
