import { newId } from '../kernel/shared/ids.ts'
import type { Row, Rule } from './route-row.ts'

const change = {
  rule: 'RISE-NEXT',
  region: '000000',
  length: 6,
  unit: 'workday',
  roll: false,
  wordsZh: '每 6 个工作日再上报一级',
  wordsEn: 'One more level every 6 working days',
  article: '测试办法第三条',
  confidence: 'REC',
  source: '测试通知',
}
const year = { year: 2031, source: '测试通知', days: [{ day: '2031-01-01', kind: 'statutory', name: '元旦' }] }
/** A county keeps no rules: it hears that they are not its own, and was let in. */
const lawfulNo = 'clock.not_yours'

let days = 0
/** A day on which no version begins yet. */
const freshDay = () => new Date(Date.UTC(2031, 0, 1 + days++)).toISOString().slice(0, 10)

/** Time limits and the calendar: read by every officer who handles members or units, kept by the nation and the provinces. */
export function clockRules(byGrant: Rule, handles: Rule): { readonly [route: string]: Row } {
  const reads: Rule = byGrant
  const keeps: Rule = { ...byGrant, grassroots_officer: 'forbidden' }
  return {
    // Whoever handles matters may prolong them; the rules of applications allow none, so that all hear the lawful no.
    'POST /matters/{cell}/{matter}/extension': {
      rule: handles,
      lawfulNo: 'clock.not_prolonged',
      ask: ({ open }) => ({
        values: { cell: open.cell, matter: open.matter },
        body: { length: 1, reason: '需要核实' },
      }),
    },
    'GET /clock/rules': { rule: reads },
    'GET /clock/changes': { rule: reads },
    'GET /clock/years/{year}': { rule: reads, ask: () => ({ values: { year: 2026 } }) },
    'GET /clock/years/{year}/sheet': { rule: reads, ask: () => ({ values: { year: 2026 } }) },
    'POST /clock/rules': { rule: keeps, lawfulNo, ask: () => ({ body: { ...change, from: freshDay() } }) },
    'POST /clock/rules/preview': { rule: keeps, lawfulNo, ask: () => ({ body: { ...change, from: freshDay() } }) },
    'POST /clock/years': { rule: keeps, lawfulNo, ask: () => ({ body: year }) },
    'POST /clock/years/preview': { rule: keeps, lawfulNo, ask: () => ({ body: year }) },
    'POST /clock/sheets': {
      rule: keeps,
      ask: () => ({ body: Buffer.from('day,kind\n2031-01-01,放假\n'), headers: { 'content-type': 'text/csv' } }),
    },
    'POST /clock/changes/{change}/preview': {
      rule: { ...keeps, upper_officer: 'absent' },
      ask: () => ({ values: { change: newId() } }),
    },
    'POST /clock/changes/{change}/undo': {
      rule: { ...keeps, upper_officer: 'absent' },
      ask: () => ({ values: { change: newId() } }),
    },
  }
}
