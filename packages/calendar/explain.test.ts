import { expect, test } from 'vitest'
import { compute } from './compute.ts'
import { computeBefore } from './compute-before.ts'
import { explain } from './explain.ts'
import { officialCalendar } from './make-calendar.ts'

const calendar = officialCalendar()

test('T-17: a trace holds trigger, rule, counted and skipped days and the calendar version, and survives JSON', () => {
  const deadline = compute(
    { trigger: '2026-09-17', length: 10, unit: 'workday', roll: false, rule: 'DL-PET-SMP', region: '110105' },
    calendar,
  )

  expect(JSON.parse(JSON.stringify(deadline))).toEqual({
    naturalEnd: '2026-10-08',
    dueAt: '2026-10-08',
    safeBy: '2026-10-08',
    provisional: false,
    trace: {
      kind: 'days',
      rule: 'DL-PET-SMP',
      region: '110105',
      calendar: calendar.version,
      trigger: '2026-09-17',
      length: 10,
      unit: 'workday',
      roll: false,
      countedFrom: '2026-09-18',
      counted: 10,
      restDaysCounted: 0,
      skipped: [
        { from: '2026-09-19', to: '2026-09-19', days: 1 },
        { from: '2026-09-25', to: '2026-09-27', days: 3, name: '中秋节' },
        { from: '2026-10-01', to: '2026-10-07', days: 7, name: '国庆节' },
      ],
      makeUpDays: ['2026-09-20'],
      pauses: [],
      pausedDays: 0,
      naturalEnd: '2026-10-08',
      rolledOver: [],
      dueAt: '2026-10-08',
      safeBy: '2026-10-08',
      provisionalYears: [],
    },
  })
})

test('T-17: rolling and the safe day are told in plain words', () => {
  const { trace } = compute(
    { trigger: '2026-09-18', length: 15, unit: 'day', roll: true, rule: 'DL-ARB-SUE' },
    calendar,
  )
  expect(explain(trace, 'zh')).toBe(
    '依据规则 DL-ARB-SUE。自2026年9月18日（星期五）的次日起计算15日，到2026年10月3日（星期六）满期。其间的7个休息日计算在内。' +
      '满期之日是休息日（10月3日至10月7日国庆节），顺延到其后第一个工作日2026年10月8日（星期四）。' +
      '截止到2026年10月8日（星期四）24时。为稳妥起见，请不晚于2026年9月30日（星期三）办理。',
  )
  expect(explain(trace, 'en')).toBe(
    'Under rule DL-ARB-SUE. Counting from the day after Friday, 18 September 2026, 15 days end on Saturday, 3 October 2026. ' +
      'Rest days in between count: 7. The last day is a rest day (3 October to 7 October National Day), so the period ends ' +
      'on the first working day after it. Due by 24:00 on Thursday, 8 October 2026. ' +
      'To be safe, act no later than Wednesday, 30 September 2026.',
  )
})

test('T-17: skipped rest days and make-up days are told in plain words', () => {
  const { trace } = compute({ trigger: '2026-02-09', length: 15, unit: 'workday', roll: false }, calendar)
  expect(explain(trace, 'zh')).toBe(
    '自2026年2月9日（星期一）的次日起计算15个工作日，到2026年3月6日（星期五）满期。' +
      '其间的休息日不计：2月15日至2月23日春节、3月1日。调休上班日2月14日、2月28日按工作日计算。' +
      '截止到2026年3月6日（星期五）24时。',
  )
  expect(explain(trace, 'en')).toContain('do not count: 15 February to 23 February Spring Festival, 1 March.')
  expect(explain(trace, 'en')).toContain('Make-up working days count: 14 February, 28 February.')
})

test('T-17: two holidays in one run are both named', () => {
  const { trace } = compute({ trigger: '2025-09-30', length: 1, unit: 'workday', roll: false }, calendar)
  expect(explain(trace, 'zh')).toContain('10月1日至10月8日国庆节、中秋节')
  expect(explain(trace, 'en')).toContain('1 October to 8 October National Day and Mid-Autumn Festival')
})

test('T-11, T-16, T-17: pauses and extensions are told in plain words', () => {
  const { trace } = compute(
    {
      trigger: '2026-03-02',
      length: 10,
      unit: 'day',
      roll: true,
      extensions: [5],
      pauses: [{ from: '2026-03-05', to: '2026-03-09', reason: '听证' }],
    },
    calendar,
  )
  expect(explain(trace, 'zh')).toContain('计算10日（另延长5日），到2026年3月22日（星期日）满期。')
  expect(explain(trace, 'zh')).toContain('中止期间不计：3月5日至3月9日（听证），共5日。')
  expect(explain(trace, 'en')).toContain('10 days (extended by 5 days) end on')
  expect(explain(trace, 'en')).toContain('do not count: 5 March to 9 March (听证), 5 in all.')
})

test('T-CAL-06, T-17: a provisional date says which schedule is missing', () => {
  const { trace } = compute({ trigger: '2026-12-29', length: 3, unit: 'workday', roll: false }, calendar)
  expect(explain(trace, 'zh')).toContain('2027年的放假安排尚未公布，此日期为暂定，公布后重新计算。')
  expect(explain(trace, 'en')).toContain('The holiday schedule of 2027 is not published yet')
})

test('T-14, T-17: hours are told by the clock', () => {
  const { trace } = compute({ trigger: '2026-10-01T14:30:00Z', length: 1, unit: 'hour', roll: false }, calendar)
  expect(explain(trace, 'zh')).toBe(
    '自2026年10月1日（星期四）22:30起连续计算1小时，休息日不顺延。截止到2026年10月1日（星期四）23:30。',
  )
  expect(explain(trace, 'en')).toBe(
    'Counting 1 hour on the clock from 22:30 on Thursday, 1 October 2026, rest days included. ' +
      'Due by 23:30 on Thursday, 1 October 2026.',
  )
})

test('T-13, T-17: a day counted back is told in plain words', () => {
  const { trace } = computeBefore({ event: '2026-10-15', length: 10, unit: 'day' }, calendar)
  expect(explain(trace, 'zh')).toBe(
    '须在2026年10月15日（星期四）之前至少提前10日，当日不计，倒推到2026年10月5日（星期一）。' +
      '遇休息日（10月1日至10月5日国庆节）提前到其前最后一个工作日。最迟在2026年9月30日（星期三）办理。',
  )
  expect(explain(trace, 'en')).toContain('Act by Wednesday, 30 September 2026.')
  const clear = computeBefore({ event: '2026-04-02', length: 30, unit: 'day', clearDays: true }, calendar)
  expect(explain(clear.trace, 'zh')).toContain('至少提前满30日')
})
