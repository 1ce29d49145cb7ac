import { makeCreditCode, makeIdentityNumber } from '@gongqiao/codes'
import { suiteNamed } from '@gongqiao/kernel/crypto/suites.ts'
import { signToken } from '@gongqiao/kernel/crypto/token.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { beforeEach, expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { revokeJoiningCode } from './commands/revoke-joining-code.ts'
import { makeJoiningCode } from './index.ts'
import { writePayload } from './rules.ts'
import { noticeVersion } from './texts/notice.ts'

const house = await openHouse()
const { units, services } = house
const officer = await house.officer(units.shop)
const code = await house.code(units.shop)
const address = '/api/joining/applications'

type Problem = {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly faults?: readonly { readonly field: string; readonly code: string; readonly text: string }[]
}
type Form = { readonly [field: string]: unknown }

/** A form that would be accepted, with what is changed in it. */
async function form(changes: Form = {}): Promise<Form> {
  const person = house.stranger()
  await house.phoneCode(person.phone)
  const consents = { notice: noticeVersion, sensitive: true }
  return { code, ...person, identityKind: 'resident_card', phoneCode: '123456', consents, ...changes }
}

/** Sends bytes or a form, and gives the refusal. */
async function refused(payload: Buffer | string | Form, headers: Record<string, string> = {}): Promise<Problem> {
  const isForm = !Buffer.isBuffer(payload) && typeof payload !== 'string'
  const answer = await house.server.inject({
    method: 'POST',
    url: address,
    headers: { 'content-type': 'application/json', ...headers },
    payload: isForm ? JSON.stringify(payload) : payload,
  })
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
  expect(answer.statusCode).toBeLessThan(500)
  expect(answer.headers['set-cookie']).toBeUndefined()
  const problem: Problem = answer.json()
  expect(problem.status).toBe(answer.statusCode)
  return problem
}
const fieldsOf = (problem: Problem) => (problem.faults ?? []).map(({ field }) => field).sort()

/** How many rows stand in every table that acts write, so that a test may prove that nothing was left behind. */
async function rowCounts(): Promise<unknown> {
  const tables = await house.rows(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname in ('kernel', 'people', 'membership', 'organization', 'signin')
       and c.oid not in ('kernel.consumer'::regclass, 'kernel.fact_lease'::regclass, 'kernel.outbox'::regclass, 'kernel.fact'::regclass)`,
  )
  const counts = tables.map(({ name }) => `select '${String(name)}' as name, count(*) as rows from ${String(name)}`)
  const facts = `select 'facts' as name, (select count(*) from kernel.fact) + (select count(*) from kernel.outbox) as rows`
  return house.rows(`${[...counts, facts].join(' union all ')} order by name`)
}

let before: unknown
/** Prepares a form first, so that only what is sent afterwards is counted. */
async function prepared(changes: Form = {}): Promise<Form> {
  const made = await form(changes)
  before = await rowCounts()
  return made
}
beforeEach(async () => {
  before = await rowCounts()
})
const nothingIsLeft = async () => expect(await rowCounts()).toEqual(before)

test('the form these tests break is accepted as it is', async () => {
  const sent = await house.server.inject({ method: 'POST', url: address, payload: { ...(await form()) } })

  expect(sent.statusCode).toBe(201)
})

test('every wrong field is named at once, in words, whatever is wrong with it', async () => {
  const problem = await refused(
    await prepared({
      code: 'x'.repeat(401),
      name: '张3',
      identityKind: 'library_card',
      identityNumber: 7,
      birthDate: 'yesterday',
      sex: 'yes',
      phone: '12',
      phoneCode: '1',
      consents: { notice: 'older', sensitive: 'yes', more: true },
      replaces: { cell: -1 },
      nickname: 'x',
    }),
  )

  expect([problem.status, problem.code]).toEqual([422, 'kernel.invalid_input'])
  expect(new Set(fieldsOf(problem))).toEqual(
    new Set([
      '/code',
      '/identityKind',
      '/identityNumber',
      '/birthDate',
      '/sex',
      '/phone',
      '/phoneCode',
      '/consents/notice',
      '/consents/sensitive',
      '/consents/more',
      '/replaces/cell',
      '/replaces/matter',
      '/nickname',
    ]),
  )
  for (const { text, code: named } of problem.faults ?? []) {
    expect(text).toMatch(/\p{Script=Han}/u)
    expect(text).not.toContain(named)
  }
  await nothingIsLeft()
})

test('a form without any field names each that is needed', async () => {
  const needed = ['/code', '/consents', '/identityKind', '/identityNumber', '/name', '/phone', '/phoneCode']

  expect(fieldsOf(await refused({}))).toEqual(needed)
  expect(fieldsOf(await refused(''))).toEqual(needed)
  expect(fieldsOf(await refused('null'))).toEqual(needed)
  await nothingIsLeft()
})

test('words come in the language that is asked for', async () => {
  const sent = await prepared({ name: '' })
  const [zh, en] = [
    await refused(sent, { 'accept-language': 'zh-CN,zh;q=0.9' }),
    await refused(sent, { 'accept-language': 'en-GB' }),
  ]

  expect(zh.faults?.[0]?.text).toMatch(/\p{Script=Han}/u)
  expect(en.faults?.[0]?.text).toMatch(/^[\x20-\x7e]+$/)
  expect([zh.code, fieldsOf(zh)]).toEqual([en.code, fieldsOf(en)])
})

test('a code that is forged, expired, revoked, of another platform or none at all is refused by its name, each with what to do', async () => {
  const suite = suiteNamed('sm')
  const payload = { cell: units.shop.cell, code: newId(), unit: units.shop.id, expiresAt: new Date('2027-01-01') }
  const foreign = signToken(suite, suite.generateSigningKey(), writePayload(payload))
  const unknown = services.tokens.sign(writePayload(payload))
  const expired = services.tokens.sign(writePayload({ ...payload, expiresAt: new Date('2026-03-01') }))
  const forged = code.slice(0, -9) + (code.at(-9) === 'A' ? 'B' : 'A') + code.slice(-8)
  const made = await house.does(officer, makeJoiningCode, { unit: units.shop.id, label: '门口', validDays: 30 })
  await house.does(officer, revokeJoiningCode, { cell: made.cell, id: made.id })
  const revoked = made.link.split('/').at(-1) ?? ''
  const sent = await prepared()

  const answers: Record<string, Problem> = {}
  for (const [kind, text] of Object.entries({
    foreign,
    unknown,
    expired,
    forged,
    revoked,
    malformed: 'hello',
    empty: '',
  }))
    answers[kind] = await refused({ ...sent, code: text })

  expect(
    Object.fromEntries(Object.entries(answers).map(([kind, { status, code: named }]) => [kind, `${status} ${named}`])),
  ).toEqual({
    foreign: '422 membership.code_foreign',
    unknown: '422 membership.code_foreign',
    expired: '410 membership.code_expired',
    forged: '422 membership.code_forged',
    revoked: '410 membership.code_revoked',
    malformed: '422 membership.code_malformed',
    empty: '422 membership.code_malformed',
  })
  for (const { detail } of Object.values(answers)) expect(detail).toMatch(/请/)
  await nothingIsLeft()
})

test('a refused joining code does not use up the phone’s code: the same form with a good one is accepted', async () => {
  const sent = await prepared({ code: 'hello' })
  await refused(sent)

  const again = await house.server.inject({ method: 'POST', url: address, payload: { ...sent, code } })

  expect(again.statusCode).toBe(201)
})

test('a number is checked as the kind that was picked: a check character that fits another kind of number helps nobody', async () => {
  const { identityNumber } = house.stranger()
  const creditCode = makeCreditCode({ registrar: '9', class: '1', division: '440103', subject: 'MA5CU3X7' })
  const permit = `8${identityNumber.slice(1)}`
  const wrong: readonly [string, string][] = [
    ['resident_card', creditCode],
    ['resident_card', identityNumber.slice(0, 15)],
    ['resident_card', `${identityNumber.slice(0, 17)}${identityNumber.at(-1) === '1' ? '2' : '1'}`],
    ['resident_card', permit],
    ['hk_macao_residence_permit', identityNumber],
    ['taiwan_residence_permit', identityNumber],
    ['foreign_permanent_resident_card', identityNumber],
    ['passport', creditCode.repeat(2)],
  ]

  for (const [identityKind, number] of wrong) {
    const sent = await prepared({ identityKind, identityNumber: number, birthDate: '1990-05-01', sex: 'male' })
    const problem = await refused(sent)
    expect([identityKind, number, fieldsOf(problem).includes('/identityNumber')]).toEqual([identityKind, number, true])
    await nothingIsLeft()
  }
})

test('a name of 200 characters is refused with its field, and never shortened', async () => {
  const problem = await refused(await prepared({ name: '欧'.repeat(200) }))

  expect(fieldsOf(problem)).toEqual(['/name'])
  expect(problem.faults?.[0]?.text).toContain('50')
  await nothingIsLeft()
})

test('a phone that is bound to another record is refused only to whoever proves it, and says how to go on', async () => {
  const other = await house.applies({ code })
  const sent = await form()
  await house.phoneCode(other.phone)
  before = await rowCounts()

  const unproven = await refused({ ...sent, phone: other.phone, phoneCode: '000000' })
  const proven = await refused({ ...sent, phone: other.phone })

  expect([unproven.status, unproven.code]).toEqual([422, 'people.phone_code_wrong'])
  expect([proven.status, proven.code]).toEqual([409, 'people.phone_of_another'])
  expect(proven.detail).toContain('12351')
  // The refusal with a wrong code is a trace of its own, since tries are counted; nothing else stands anywhere.
  const acts = `select count(*) as acts from kernel.audit where act = 'membership.submit_application' and subject_id is null`
  expect((await house.rows(acts))[0]).toEqual({ acts: '1' })
})

test('a worker under sixteen is refused on the day before the birthday, and joins on it (MEM-04)', async () => {
  const born = (birthDate: string) => makeIdentityNumber({ address: '440103', birthDate, sequence: 31 })

  const young = await refused(await prepared({ identityNumber: born('2010-03-03') }))
  await nothingIsLeft()
  const oldEnough = await house.server.inject({
    method: 'POST',
    url: address,
    payload: { ...(await form({ identityNumber: born('2010-03-02') })) },
  })

  expect(young.faults).toEqual([
    { field: '/identityNumber', code: 'people.under_age', text: expect.stringContaining('16') },
  ])
  expect(oldEnough.statusCode).toBe(201)
})

test('a body of the wrong type is refused in words', async () => {
  for (const body of ['[]', '"text"', '7', 'true', '[{}]', '{', '{"a":1}{}', 'code=1&name=2', '\u0000', '1e999'])
    expect([body, (await refused(body)).code]).toEqual([body, 'kernel.malformed_body'])
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
  ])
    expect([type, (await refused(JSON.stringify(await form()), { 'content-type': type })).code]).toEqual([
      type,
      'kernel.media_type',
    ])
})

test('a body that is too large is refused with 413, at the limit it is read', async () => {
  const sent = await prepared()
  const padded = (bytes: number) => {
    const text = JSON.stringify(sent)
    return `${text.slice(0, -1)}${' '.repeat(bytes - text.length)}}`
  }

  expect(await refused(padded(256 * 1024 + 1))).toMatchObject({ status: 413, code: 'kernel.body_too_large' })
  await nothingIsLeft()
  const read = await house.server.inject({
    method: 'POST',
    url: address,
    headers: { 'content-type': 'application/json' },
    payload: padded(256 * 1024 - 200),
  })
  expect(read.statusCode).toBe(201)
})

test('bytes that are no UTF-8 are refused: GB18030, UTF-16, a cut character; so is a charset that says so', async () => {
  const sent = JSON.stringify(await prepared({ name: '张三' }))
  const gb18030 = Buffer.from([0xd5, 0xc5, 0xc8, 0xfd])
  const [head = '', tail = ''] = sent.split('张三')
  const cut = Buffer.concat([Buffer.from(head), Buffer.from('张').subarray(0, 2), Buffer.from(tail)])

  expect((await refused(Buffer.concat([Buffer.from(head), gb18030, Buffer.from(tail)]))).code).toBe(
    'kernel.malformed_body',
  )
  expect((await refused(Buffer.from(sent, 'utf16le'))).code).toBe('kernel.malformed_body')
  expect((await refused(cut)).code).toBe('kernel.malformed_body')
  expect((await refused(sent, { 'content-type': 'application/json; charset=gb18030' })).code).toBe('kernel.media_type')
  expect((await refused(sent, { 'content-type': 'application/json; charset="GBK"' })).code).toBe('kernel.media_type')
  await nothingIsLeft()
})

test('deep JSON, keys that reach into prototypes and thousands of unknown fields are refused without harm', async () => {
  const sent = await prepared()
  const deep = (levels: number) => `{"name":${'['.repeat(levels)}${']'.repeat(levels)}}`
  const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`f${index}`, 1]))

  for (const levels of [21, 1_000, 10_000, 120_000])
    expect((await refused(deep(levels))).code).toBe('kernel.malformed_body')
  for (const key of ['__proto__', 'constructor'])
    expect((await refused(`{"${key}":{"polluted":true},"consents":{"${key}":{}}}`)).code).toBe('kernel.malformed_body')
  expect(fieldsOf(await refused({ ...sent, toString: 1, 'a/b~c': 1, hasOwnProperty: 1 }))).toEqual([
    '/a~1b~0c',
    '/hasOwnProperty',
    '/toString',
  ])
  expect((await refused({ ...sent, ...many })).faults).toHaveLength(500)
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  await nothingIsLeft()
})

test('text the database cannot keep is named by its field: NUL, and half of a character pair', async () => {
  const problem = await refused(
    await prepared({
      name: '张\u0000三',
      phoneCode: '\ud83d12345',
      code: '\u0000',
      replaces: { cell: 1, matter: '\udc00' },
    }),
  )

  const broken = (problem.faults ?? []).filter((fault) => fault.code === 'kernel.field_broken_text')
  expect(broken.map(({ field }) => field).sort()).toEqual(['/code', '/name', '/phoneCode', '/replaces/matter'])
  await nothingIsLeft()
})

test('an idempotency key that is no UUID is refused with its field, and a form under it is not taken', async () => {
  const sent = await prepared()
  for (const key of ['1', 'x'.repeat(36), `${newId()},${newId()}`, newId().slice(1)]) {
    const problem = await refused(sent, { 'idempotency-key': key })
    expect([key, problem.status, fieldsOf(problem)]).toEqual([key, 422, ['/Idempotency-Key']])
  }
  await nothingIsLeft()
})

test('over HTTP a repeat under its key gets the same answer and the same cookie, and another body is refused', async () => {
  const [sent, key] = [await form(), newId()]
  const send = (payload: Form) =>
    house.server.inject({
      method: 'POST',
      url: address,
      headers: { 'idempotency-key': key.toUpperCase() },
      payload: { ...payload },
    })

  const first = await send(sent)
  before = await rowCounts()
  const again = await send(sent)
  const other = await send({ ...sent, name: '李四' })

  expect([first.statusCode, again.statusCode, other.statusCode]).toEqual([201, 201, 422])
  expect(again.payload).toBe(first.payload)
  expect(again.headers['set-cookie']).toEqual(first.headers['set-cookie'])
  expect(first.headers['set-cookie']).toMatch(/^gongqiao-member=.+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/)
  expect(other.json().code).toBe('kernel.key_with_other_body')
  await nothingIsLeft()
})

test('a form that is sent from another site’s page is refused before it is read', async () => {
  const sent = await prepared()

  expect((await refused(sent, { origin: 'https://elsewhere.example' })).code).toBe('kernel.other_site')
  expect((await refused(sent, { 'sec-fetch-site': 'cross-site' })).code).toBe('kernel.other_site')
  await nothingIsLeft()
})

test('an address with broken signs, another method or no such place is answered in words', async () => {
  const ask = async (url: string, method: 'GET' | 'PUT' | 'DELETE' = 'GET') => {
    const answer = await house.server.inject({ method, url })
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    return `${answer.statusCode} ${answer.json().code}`
  }

  expect(await ask('/api/joining/invitations/%ff')).toBe('400 kernel.malformed_body')
  expect(await ask('/api/joining/invitations/%00')).toBe('422 kernel.invalid_input')
  expect(await ask(`/api/joining/invitations/${'x'.repeat(700)}`)).toBe('404 kernel.no_such_address')
  expect(await ask('/api/cards/x?__proto__=1')).toBe('422 kernel.invalid_input')
  expect(await ask('/api/cards/x?code=y&other=1')).toBe('422 kernel.invalid_input')
  expect(await ask(address, 'PUT')).toBe('404 kernel.no_such_address')
  expect(await ask('/api/nowhere')).toBe('404 kernel.no_such_address')
  const stream = await house.server.inject({ method: 'HEAD', url: `/api/units/${units.shop.id}/figures/stream` })
  expect(stream.statusCode).toBe(404)
})
