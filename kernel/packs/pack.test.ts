import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { suites } from '../crypto/suites.ts'
import { canonical, type Plain } from './canonical.ts'
import { checkPack } from './check-pack.ts'
import { type Pack, packFormat, sealPack, type Unsealed } from './pack.ts'

const statement = Buffer.from('三个月没有发工资')
const unsealed: Unsealed = {
  format: packFormat,
  language: 'zh',
  made: { at: '2026-11-22T08:00:00.000Z', by: '荔湾区总工会 工作人员', where: 'https://union.example', brand: '工桥' },
  matter: {
    cell: 440103,
    id: '01935f00-0000-7000-8000-000000000001',
    kind: 'rights.ask',
    kindWords: '诉求',
    title: '龚䶮𬭎',
    unit: '荔湾区总工会',
    state: 'answered',
    stateWords: '已答复',
    openedAt: '2026-11-01T01:00:00.000Z',
    endedAt: null,
    due: { on: '2026-12-01', rule: 'ASK', article: '12351', words: '五个工作日', provisional: false },
  },
  content: [{ title: '反映的事', rows: [['说明', '工资']] }],
  history: [1, 2, 3].map((number) => ({
    number,
    at: `2026-11-0${number}T01:00:00.000Z`,
    step: 'answer',
    stepWords: '答复',
    from: number === 1 ? null : 'open',
    to: 'answered',
    toWords: '已答复',
    by: '工作人员',
    reason: null,
    note: null,
  })),
  comments: [{ at: '2026-11-02T01:00:00.000Z', by: '工作人员', text: '已去现场' }],
  attachments: [
    {
      name: '工资条.png',
      type: 'image/png',
      bytes: statement.length,
      at: '2026-11-01T01:00:00.000Z',
      by: '本人',
      hash: '',
    },
  ],
}

describe.each(suites)('with the suite $name', (suite) => {
  const key = suite.generateSigningKey()
  const attachments = unsealed.attachments.map((one) => ({ ...one, hash: suite.hash(statement).toString('hex') }))
  const pack = sealPack(
    { ...unsealed, attachments },
    { suite, publicKey: key.publicKey, sign: (bytes) => suite.sign(key, bytes) },
  )
  const check = (changed: unknown, files?: ReadonlyMap<string, Uint8Array>) =>
    checkPack(JSON.stringify(changed), suites, files).faults.map(({ code, at }) => (at ? `${code} ${at}` : code))

  test('a pack is good on a machine that has nothing but the file, in whatever order its keys were written', () => {
    expect(check(pack)).toEqual([])
    expect(check({ seal: pack.seal, body: Object.fromEntries(Object.entries(pack.body).reverse()) })).toEqual([])
    expect(check(pack, new Map([['工资条.png', statement]]))).toEqual([])
  })

  test('whatever single value is changed, the check says so', () => {
    const places = leavesOf(pack.body, [])
    expect(places.length).toBeGreaterThan(40)
    for (const place of places) expect(check(changedAt(pack, place)), place.join('.')).not.toEqual([])
  })

  test('a changed step is named, and a step taken out or put elsewhere is found', () => {
    const [first, second, third] = pack.body.history
    const withHistory = (history: unknown) => ({ ...pack, body: { ...pack.body, history } })
    expect(check(withHistory([first, { ...second, by: '别人' }, third]))).toContain('history_changed 2')
    expect(check(withHistory([first, third]))).toContain('history_changed 3')
    expect(check(withHistory([second, first, third]))).toContain('history_changed 2')
  })

  test('a pack that somebody else signed names another key, and a signature of another purpose is none', () => {
    const other = suite.generateSigningKey()
    const forged = sealPack(unsealed, { suite, publicKey: other.publicKey, sign: (bytes) => suite.sign(other, bytes) })
    const keyOf = (one: Pack) => checkPack(JSON.stringify(one), suites).key
    expect(keyOf(forged)).not.toBe(keyOf(pack))
    const reused = suite.sign(key, Buffer.from(pack.seal.hash, 'hex')).toString('base64')
    expect(check({ ...pack, seal: { ...pack.seal, signature: reused } })).toEqual(['signature_wrong'])
    expect(check({ ...pack, seal: { ...pack.seal, publicKey: 'bm90IGEga2V5' } })).toEqual(['signature_wrong'])
  })

  test('a file that is not the one that was handed in is named', () => {
    expect(
      check(
        pack,
        new Map([
          ['工资条.png', Buffer.from('别的')],
          ['旁的.txt', statement],
        ]),
      ),
    ).toEqual(['file_changed 工资条.png'])
  })

  test.each(['', '{', 'null', '[]', '{"body":{},"seal":{}}', '"text"'])(
    'what is no pack is said to be none: %j',
    (json) => {
      expect(checkPack(json, suites).faults).toEqual([{ code: 'unreadable' }])
    },
  )
})

test('a canonical text is one for equal values and another for different ones', () => {
  const leaf = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null))
  const plain = fc.letrec<{ plain: Plain }>((tie) => ({
    plain: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('plain'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('plain'), { noNullPrototype: true }),
    ),
  })).plain
  fc.assert(
    fc.property(plain, plain, (one, other) => {
      expect(JSON.parse(canonical(one))).toEqual(JSON.parse(JSON.stringify(one)))
      const shuffled: Plain = JSON.parse(JSON.stringify(one), (_key, value) =>
        value && typeof value === 'object' && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).reverse())
          : value,
      )
      expect(canonical(shuffled)).toBe(canonical(one))
      if (canonical(one) === canonical(other)) expect(one).toEqual(other)
    }),
  )
  expect(() => canonical({ a: 0.1 })).toThrow(RangeError)
})

type Step = string | number

function leavesOf(value: unknown, place: Step[]): Step[][] {
  if (typeof value !== 'object' || value === null) return [place]
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, [...place, key]))
}

/** The pack with one value of its body changed. */
function changedAt(pack: Pack, place: readonly Step[]): unknown {
  const copy = JSON.parse(JSON.stringify(pack))
  let at = copy.body
  for (const step of place.slice(0, -1)) at = at[step]
  const last = place.at(-1) ?? ''
  const value = at[last]
  at[last] = typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${value ?? ''}x`
  return copy
}
