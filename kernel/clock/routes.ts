import { get, lookUp, post, type Route } from '../http/route.ts'
import { sheetTypes } from '../imports/contract.ts'
import { loadCalendarYear } from '../matter/load-calendar-year.ts'
import type { MatterParts } from '../matter/parts.ts'
import { changeRule } from './commands/change-rule.ts'
import { extendMatterCommand } from './commands/extend-matter.ts'
import { undoClockChange } from './commands/undo-change.ts'
import { drawCalendarSheet } from './queries/draw-sheet.ts'
import { findCalendarYear } from './queries/find-year.ts'
import { listClockChanges } from './queries/list-changes.ts'
import { listRules } from './queries/list-rules.ts'
import { previewRule, previewUndo, previewYear } from './queries/preview-change.ts'
import { readCalendarSheet } from './queries/read-sheet.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The addresses of time limits and the working-day calendar 时限与日历. */
export const clockRoutes = (parts: MatterParts): readonly Route[] => [
  get('/clock/rules', listRules, '时限规则和日历年份'),
  post('/clock/rules', changeRule, '新增时限规则版本', { status: 201 }),
  lookUp('/clock/rules/preview', previewRule, '试算：规则改了，哪些到期日会变'),
  get('/clock/years/:year', findCalendarYear, '一年的工作日历'),
  get('/clock/years/:year/sheet', drawCalendarSheet, '一年的工作日历（表格）', { asBytes: [xlsx] }),
  post('/clock/years', loadCalendarYear, '装入一年的节假日安排', { status: 201 }),
  lookUp('/clock/years/preview', previewYear, '试算：装入这一年，哪些到期日会变'),
  lookUp('/clock/sheets', readCalendarSheet, '从表格读出节假日', { bodyBytes: sheetTypes, bodyAtMost: 2_000_000 }),
  post('/matters/:cell/:matter/extension', extendMatterCommand(parts), '延长期限'),
  get('/clock/changes', listClockChanges, '时限与日历的变更'),
  lookUp('/clock/changes/:change/preview', previewUndo, '试算：撤销这次变更'),
  post('/clock/changes/:change/undo', undoClockChange, '撤销变更'),
]
