import { Type } from 'typebox'
import { command } from '../../command/command.ts'
import { Cell, Count } from '../../shapes.ts'

const atOnce = 500

/** Whether a cell has a referral that nobody answered in time. */
export const couldAccept =
  'select from kernel.matter m where m.cell_id = $1 and m.referral_due is not null and m.referral_due < $2 limit 1'

const acceptAll = `
  with silent as (
    select m.id, m.path, m.state, m.last_event + 1 as number from kernel.matter m
    where m.cell_id = $1 and m.referral_due < $2 order by m.referral_due, m.id limit $4 for update of m
  ), ended as (
    update kernel.matter_referral r set outcome = 'silent', ended_at = $3 from silent
    where r.cell_id = $1 and r.matter_id = silent.id and r.outcome is null
  ), taken as (
    update kernel.matter m set referral_due = null, last_event = silent.number from silent
    where m.cell_id = $1 and m.id = silent.id
  )
  insert into kernel.matter_event (cell_id, matter_id, number, path, at, step, from_state, to_state, actor_kind)
  select $1, id, number, path, $3, 'accept_silently', state, state, 'system' from silent`

/**
 * Takes silence for acceptance 逾期视为接收: what was referred and neither accepted nor sent back in time is the receiver's.
 *
 * @see PET 23; rulebook DL-PET-OBJ
 */
export const acceptSilently = command({
  act: 'kernel.accept_silently',
  by: ['system'],
  input: Type.Object({ cell: Cell }, { additionalProperties: false }),
  output: Type.Object({ accepted: Count }, { additionalProperties: false }),
  cellOf: ({ cell }) => cell,
  beyond: { cell: 'days pass everywhere: referrals of the whole cell' },
  async run({ tx, input, now, today, allow, reach }) {
    const { cell } = input
    const everything = { cell, path: '' }
    allow(everything)
    await reach('cell', everything)
    const accepted = await tx.run(acceptAll, [cell, today, now, atOnce])
    return { cell, after: { accepted }, answer: { accepted } }
  },
})
