import { nation } from '@gongqiao/kernel/matter/deadline-rule.ts'
import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { statutoryDeadlines } from './register.ts'

const house = await openHouse()
const { deadlines } = house.services

/** What the worked examples say of rules that stand in the register: event, due day, and the safe day where it is named. */
const examples = [
  ['X1', 'DL-ARB-SUE', '2026-09-18', '2026-10-08', '2026-09-30'],
  ['X2', 'DL-MED-15', '2026-02-10', '2026-02-25', '2026-02-25'],
  ['X3', 'DL-SUP-YJS', '2026-02-09', '2026-03-06', '2026-03-06'],
  ['X4', 'DL-PET-CON', '2026-08-03', '2026-10-08', '2026-09-30'],
  ['X6', 'DL-AID-DEC', '2026-04-30', '2026-05-13', '2026-05-07'],
  ['X7', 'DL-CB-FILE', '2025-09-25', '2025-10-09', '2025-09-30'],
  ['X8', 'DL-CB-REV', '2025-10-09', '2025-10-24', undefined],
  ['X10', 'DL-MED-CONF', '2026-01-20', '2026-02-24', '2026-02-14'],
  ['X11', 'DL-HLP-NOT', '2026-04-28', '2026-05-08', undefined],
  ['X12', 'DL-ARB-AWD', '2026-08-20', '2026-10-08', undefined],
  ['X13', 'DL-ARB-LIM', '2025-03-31', '2026-03-31', '2026-03-31'],
  ['X15', 'DL-PET-INF', '2025-01-20', '2025-02-05', '2025-01-27'],
  ['X16', 'DL-PET-OBJ', '2025-01-20', '2025-01-26', '2025-01-26'],
  ['X17', 'DL-CB-ANS', '2026-04-13', '2026-05-06', '2026-04-30'],
  ['X18', 'DL-LAY-30', '2026-04-02', '2026-03-02', undefined],
  ['X19', 'DL-PET-SMP', '2026-09-17', '2026-10-08', undefined],
  ['X21', 'DL-ARB-ACC', '2026-09-28', '2026-10-10', undefined],
  ['X22', 'DL-LSI-INV', '2026-08-31', '2026-11-27', undefined],
] as const

test.each(examples)('%s: %s from %s is due on %s', (_id, rule, from, on, safeBy) => {
  const due = deadlines.due(rule, from, { region: nation })
  expect(due.on).toBe(on)
  if (safeBy !== undefined) expect(due.safeBy).toBe(safeBy)
})

test('X5, X12: an extension within what the rule allows counts on from the event', () => {
  expect(deadlines.due('DL-PET-CON', '2026-08-03', { region: nation, extensions: [30] })).toMatchObject({
    on: '2026-11-02',
    safeBy: '2026-10-30',
  })
  expect(deadlines.due('DL-ARB-AWD', '2026-08-20', { region: nation, extensions: [15] }).on).toBe('2026-10-19')
})

test('X20: a rule by hours gives the very time', () => {
  expect(deadlines.due('DL-SEC-OTH', new Date('2026-10-01T22:30:00+08:00'), { region: nation }).at).toBe(
    '2026-10-02T02:30:00+08:00',
  )
})

test('every rule names its source and its event, every duty says what follows, and every right reminds by its safe day', () => {
  for (const { id, source } of deadlines.all()) expect([id, source === '']).toEqual([id, false])
  for (const { id } of statutoryDeadlines) {
    const rule = deadlines.rule(id, '2026-11-22', { region: nation })
    expect([id, rule.trigger_zh === '' || rule.trigger_en === '']).toEqual([id, false])
    if (rule.side === 'duty') expect([id, rule.on_expire]).not.toEqual([id, 'none'])
    else expect([id, rule.reminders]).toEqual([id, null])
  }
  expect(new Set(statutoryDeadlines.map(({ id }) => id)).size).toBe(statutoryDeadlines.length)
})

test('T-17: every rule is explained in both languages', () => {
  for (const { id } of statutoryDeadlines) {
    expect(deadlines.explain(id, '2026-03-02', 'zh', { region: nation })).toMatch(/。起算：.+。.*2026年/s)
    expect(deadlines.explain(id, '2026-03-02', 'en', { region: nation })).toMatch(/It runs from: .+20\d\d/s)
  }
})
