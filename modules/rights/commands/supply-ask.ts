import { command } from '@gongqiao/kernel/command/command.ts'
import { MyAsk, Supply } from '../contract.ts'
import { clockOfClass } from '../handling.ts'
import { askFaults } from '../intake.ts'
import { supplement } from '../machine.ts'
import { readMedia } from '../media/check-media.ts'
import { ownReach } from '../own-ask.ts'
import { takeOwnStep } from '../own-step.ts'

/**
 * Adds what the union asked for 补充. Its clock goes on by what it stood still.
 *
 * Refuses every fault at once, `kernel.absent`, `rights.query_code_unknown`, `matter.step_not_open`.
 *
 * @see T-11
 */
export const supplyAsk = command({
  act: 'rights.supply_ask',
  by: ['person', 'anyone'],
  input: Supply,
  output: MyAsk,
  cellOf: (input) => input.cell,
  check: askFaults,
  beyond: ownReach,
  run(context) {
    const { input, today } = context
    return takeOwnStep(context, { name: 'supply' }, ({ row }, account) => {
      const clock = clockOfClass(row)
      const clockFrom = row.clockFrom ?? today
      // The day it comes is not counted (T-01).
      const pauses = [...row.pauses, { from: row.pausedOn ?? today, to: today, reason: supplement }]
      return {
        name: 'supply',
        note: { clock, clockFrom, pauses },
        change: { clockFrom, pauses, pausedOn: null },
        said: {
          side: 'asker',
          step: 'supply',
          by: null,
          words: input.words?.trim() ?? '',
          media: readMedia(input).media,
          ...(account !== undefined && { account }),
        },
      }
    })
  },
})
