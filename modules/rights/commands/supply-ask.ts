import { command } from '@gongqiao/kernel/command/command.ts'
import { MyAsk, Supply } from '../contract.ts'
import { clockOfClass } from '../handling.ts'
import { askFaults } from '../intake.ts'
import { readMedia } from '../media/check-media.ts'
import { ownReach } from '../own-ask.ts'
import { takeOwnStep } from '../own-step.ts'
import { afterPause } from '../rules.ts'

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
    const { input, today, services } = context
    return takeOwnStep(context, { name: 'supply' }, ({ before, row }, account) => {
      const clock = clockOfClass(row)
      const place = { cell: before.cell }
      const began = row.clockFrom ?? today
      const pauses = [{ from: row.pausedOn ?? today, to: today }]
      const due = services.deadlines.due(clock, began, { ...place, pauses })
      const from = afterPause(began, today, due.on, (day) => services.deadlines.due(clock, day, place).on)
      return {
        name: 'supply',
        note: { clock, clockFrom: from },
        change: { clockFrom: from, pausedOn: null },
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
