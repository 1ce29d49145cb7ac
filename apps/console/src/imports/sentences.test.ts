import { speaker } from '@gongqiao/kernel/shared/texts.ts'
import type { ImportView } from '@gongqiao/modules/people/contract.ts'
import { expect, test } from 'vitest'
import { checkedSentence, endSentence } from './sentences.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh.ts'

const say = speaker(zh, en)
const counts = { new: 2_900, changed: 40, same: 0, needsPerson: 5, ambiguous: 0, invalid: 55, gone: 12 }
const nothing = { applied: 0, asked: 0, stale: 0, undone: 0, kept: 0 }

function view(over: Partial<ImportView>): ImportView {
  return {
    ...{ cell: 1, import: 'i', kind: 'membership.roster', title: '名册', unit: { id: 'u', name: '工会' } },
    ...{ fileName: 'a.csv', state: 'checked', steps: [], sheets: [''], sheet: '', headerRows: [1] },
    ...{ sheetColumns: [], knownColumns: [], missing: [], dropped: [], total: 3_000, progress: { done: 0, of: null } },
    ...{ counts, outcomes: nothing, faults: [], trouble: null, by: '', createdAt: '', startedAt: '', endedAt: null },
    keptUntil: '',
    ...over,
  }
}

test('what the dry run found is one sentence without what is not there; who is missing from the sheet is told apart', () => {
  expect(checkedSentence(say('zh'), view({}))).toBe(
    '共 3,000 行：新增 2,900，有变化 40，要本人确认 5，有问题 55。 现在有、表里没有的 12 个。',
  )
  expect(checkedSentence(say('en'), view({ counts: { ...counts, gone: 0 } }))).toBe(
    'Rows 3,000: 2,900 new, 40 changed, 5 for the person to confirm, 55 with faults.',
  )
})

test('the end says what came in and what did not; a stop before the run changed nothing', () => {
  const done = view({ state: 'done', outcomes: { ...nothing, applied: 2_940, asked: 5 } })
  expect(endSentence(say('zh'), done)).toBe('导入 2,940 行，请本人确认 5 行，没有导入 55 行。')
  expect(endSentence(say('zh'), view({ state: 'cancelled' }))).toBe('停止了，什么都没有改动。')
  expect(endSentence(say('zh'), view({ state: 'undone', outcomes: { ...nothing, undone: 2_900, kept: 40 } }))).toBe(
    '撤销了 2,900 行。 40 行撤不了，原因在下面。',
  )
})
