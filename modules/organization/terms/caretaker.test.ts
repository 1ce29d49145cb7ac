import { expect, test } from 'vitest'
import { electsInUnion } from '../election-acts.ts'
import { withheldFromCaretaker } from './caretaker.ts'

const looking = /\.(?:view|list|find|count)_/

test('a caretaker looks at elections and money, and takes no step of either (ELE-03)', () => {
  const funds = ['funds.view_account', 'funds.pay', 'funds.approve_budget']
  const acts = new Set([...electsInUnion, ...funds])

  const withheld = withheldFromCaretaker(acts)

  expect([...withheld].sort()).toEqual([...acts].filter((act) => !looking.test(act)).sort())
  expect(withheld.has('elections.plan')).toBe(true)
  expect(withheld.has('elections.enter_count')).toBe(true)
  expect(withheld.has('elections.view_election')).toBe(false)
})

test('no list leaves the house by a caretaker, and the union’s future is not theirs to change (ELE-03)', () => {
  const acts = ['kernel.start_export', 'membership.export_roll', 'rights.export_figures', 'organization.propose_change']

  expect([...withheldFromCaretaker(new Set(acts))]).toEqual(acts)
})

test('daily work stays a caretaker’s: queue, roll, window, asks, transfers, and asking for more time (ELE-04)', () => {
  const acts = [
    'kernel.work_queue',
    'kernel.take_step',
    'kernel.export_record',
    'membership.list_roll',
    'membership.confirm',
    'membership.window',
    'membership.let_transfer_go',
    'rights.answer',
    'organization.ask_extension',
  ]

  expect([...withheldFromCaretaker(new Set(acts))]).toEqual([])
})
