import { officialCalendar } from '@gongqiao/calendar'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DeadlineRule, ruleBook, ruleIn } from './deadline-rule.ts'
import { type ClockRun, daysLeft, dueDay, explainDue, pauseBetween } from './due-day.ts'

const calendar = officialCalendar()
const plain: DeadlineRule = {
  id: 'TEST',
  region: '000000',
  article: '第三条',
  source: '测试办法',
  words_zh: '应在期限内答复',
  words_en: 'An answer is due',
  trigger_zh: '收到申请',
  trigger_en: 'the application arrives',
  length: 7,
  unit: 'day',
  alt_unit: null,
  counting: 'after',
  roll: true,
  side: 'duty',
  bearer: 'union',
  pause_on: [],
  extend: null,
  on_expire: 'raise',
  reminders: null,
  confidence: 'REC',
  effective_from: '2020-01-01',
  effective_to: null,
}
const of = (change: Partial<DeadlineRule>): DeadlineRule => ({ ...plain, ...change })
const due = (change: Partial<DeadlineRule>, from: string | Date, run: ClockRun = {}) =>
  dueDay(of(change), from, run, calendar)

test('X6, T-12: under two readings the due day is the later and the safe day the earlier one', () => {
  expect(due({ alt_unit: 'workday' }, '2026-04-30')).toEqual({
    on: '2026-05-13',
    safeBy: '2026-05-07',
    provisional: false,
  })
})

test('X21, T-12: overdue only after the make-up Saturday, under either order of the readings', () => {
  expect(due({ length: 5, alt_unit: 'workday' }, '2026-09-28').on).toBe('2026-10-10')
  expect(due({ length: 5, unit: 'workday', roll: false, alt_unit: 'day' }, '2026-09-28').on).toBe('2026-10-10')
})

test('T-13, X18: a rule that counts back gives the latest day before its event, with full days where it says so', () => {
  expect(due({ length: 30, counting: 'before_clear', roll: false }, '2026-04-02').on).toBe('2026-03-02')
  expect(due({ length: 10, counting: 'before', roll: false }, '2026-10-15').on).toBe('2026-09-30')
})

test('T-14, X20: a rule by hours gives the very time, and a mere day counts to its 24:00', () => {
  const hours = { length: 4, unit: 'hour', roll: false } as const
  expect(due(hours, new Date('2026-10-01T22:30:00+08:00'))).toMatchObject({
    on: '2026-10-02',
    at: '2026-10-02T02:30:00+08:00',
  })
  expect(due({ ...hours, length: 24 }, '2026-10-01')).toMatchObject({
    on: '2026-10-02',
    at: '2026-10-03T00:00:00+08:00',
  })
})

test('T-14: hours run on through pauses', () => {
  const pauses = [{ from: '2026-10-02', to: '2026-10-09' }]
  expect(due({ length: 24, unit: 'hour', roll: false }, '2026-10-01', { pauses }).on).toBe('2026-10-02')
})

test('X5, T-16: an extension counts on from the event', () => {
  expect(due({ length: 60 }, '2026-08-03', { extensions: [30] }).on).toBe('2026-11-02')
})

test('T-11: the day the clock stopped is lost and the day it runs on counts; within one day nothing is lost', () => {
  expect(pauseBetween('2026-03-05', '2026-03-10', '听证')).toEqual({
    from: '2026-03-05',
    to: '2026-03-09',
    reason: '听证',
  })
  expect(pauseBetween('2026-03-05', '2026-03-05', '听证')).toBeUndefined()
})

test('T-11: what is left of a clock that stands still is known', () => {
  const rule = of({ length: 10, unit: 'workday', roll: false })
  expect(daysLeft(rule, '2026-03-02', '2026-03-06', {}, calendar)).toBe(6)
})

test('the version in force is that of the smallest place around, and of several the newest (T-CAL-04, G-07)', () => {
  const book = ruleBook([
    plain,
    of({ length: 9, effective_from: '2026-01-01' }),
    of({ region: '440000', length: 5 }),
    of({ region: '440100', length: 3, effective_from: '2026-02-01', effective_to: '2026-02-28' }),
  ])
  const lengthIn = (day: string, region?: string) => ruleIn(book, 'TEST', day, region)?.length

  expect([lengthIn('2025-12-31'), lengthIn('2026-01-01'), lengthIn('2019-12-31')]).toEqual([7, 9, undefined])
  expect([lengthIn('2026-03-01', '440103'), lengthIn('2026-03-01', '350000')]).toEqual([5, 9])
  expect([lengthIn('2026-02-28', '440103'), lengthIn('2026-02-28', '440300')]).toEqual([3, 5])
})

test('T-17: the explanation names rule, event, both readings, pauses and a clock that stands', () => {
  const run: ClockRun = {
    pauses: [{ from: '2026-05-06', to: '2026-05-07', reason: '补正材料' }],
    standing: { from: '2026-05-08', reason: '听证' },
  }
  const rule = of({ alt_unit: 'workday' })

  const zh = explainDue(rule, '2026-04-30', run, calendar, 'zh')
  const en = explainDue(rule, '2026-04-30', run, calendar, 'en')

  expect(zh).toContain('应在期限内答复（第三条）。起算：收到申请。这里的“日”有两种读法。按日历日：自2026年4月30日')
  expect(zh).toContain('中止期间不计：5月6日至5月7日（补正材料），共2日。')
  expect(zh).toContain('自2026年5月8日（星期五）起期限中止（听证）')
  expect(en).toContain(
    'An answer is due (第三条). It runs from: the application arrives. The law can be read in two ways.',
  )
  expect(en).toContain('The clock stands still since Friday, 8 May 2026 (听证)')
})

const days = fc.integer({ min: 0, max: 1000 }).map((n) => addDay('2024-01-02', n))
function addDay(day: string, n: number): string {
  return new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10)
}
const lengths = fc.integer({ min: 1, max: 90 })
const units = fc.constantFrom('day', 'workday', 'month') satisfies fc.Arbitrary<DeadlineRule['unit']>

test('T-11: a pause of n working days inside moves a due day by exactly n working days', () => {
  fc.assert(
    fc.property(
      days,
      lengths,
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 20 }),
      (from, length, gap, extent) => {
        const change = { length, unit: 'workday', roll: false } as const
        const before = due(change, from).on
        const pause = { from: addDay(from, 1 + gap), to: addDay(from, 1 + gap + extent) }
        fc.pre(pause.from <= before)
        const lost = workdaysFrom(pause.from, pause.to)
        const after = due(change, from, { pauses: [pause] }).on
        expect(workdaysFrom(addDay(before, 1), after)).toBe(lost)
      },
    ),
  )
})
function workdaysFrom(first: string, last: string): number {
  let count = 0
  for (let day = first; day <= last; day = addDay(day, 1)) {
    if (
      calendar
        .daysOf()
        .kindOf(Math.floor(Date.parse(day) / 86_400_000))
        .match(/^(workday|makeup_workday)$/)
    )
      count++
  }
  return count
}

test('a later event, a longer length, an extension or a pause never makes a due day earlier; the other reading neither', () => {
  fc.assert(
    fc.property(days, lengths, units, fc.integer({ min: 0, max: 40 }), (from, length, unit, more) => {
      const on = due({ length, unit }, from).on
      expect(due({ length, unit }, addDay(from, more)).on >= on).toBe(true)
      expect(due({ length: length + more, unit }, from).on >= on).toBe(true)
      if (more > 0) expect(due({ length, unit }, from, { extensions: [more] }).on >= on).toBe(true)
      const pause = { from: addDay(from, 1 + more), to: addDay(from, 3 + more) }
      expect(due({ length, unit }, from, { pauses: [pause] }).on >= on).toBe(true)
      if (unit === 'month') return
      const both = due({ length, unit, alt_unit: unit === 'day' ? 'workday' : 'day' }, from)
      expect(both.on >= on && both.safeBy <= due({ length, unit }, from).safeBy).toBe(true)
    }),
  )
})
