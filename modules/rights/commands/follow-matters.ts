import { command } from '@gongqiao/kernel/command/command.ts'
import { Cell, Count } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'

const atOnce = 500

/** What of a cell is not read where its matter is: asks and reports, with where their matters are now. */
const strays = `select a.matter_id as matter, m.path from rights.ask a
  join kernel.matter m on m.cell_id = a.cell_id and m.id = a.matter_id where a.cell_id = $1 and a.path <> m.path
  union all
  select r.matter_id, m.path from rights.retaliation r
  join kernel.matter m on m.cell_id = r.cell_id and m.id = r.matter_id where r.cell_id = $1 and r.path <> m.path`

/** Whether a cell has any. */
export const hasStrays = `select from (${strays}) as found limit 1`

/**
 * Lets what was said be read where its matter is now: a union that was merged, split or moved takes its matters along, and
 * this is what belongs to them.
 */
export const followMatters = command({
  act: 'rights.follow_matters',
  by: ['system'],
  input: Type.Object({ cell: Cell }, { additionalProperties: false }),
  output: Type.Object({ followed: Count }, { additionalProperties: false }),
  cellOf: (input) => input.cell,
  beyond: { cell: 'unions move inside the whole cell' },
  async run({ tx, input, allow, reach }) {
    const { cell } = input
    allow({ cell, path: '' })
    await reach('cell', { cell, path: '' })
    const found = await tx.many<{ matter: string; path: string }>(`${strays} order by 1 limit $2`, [cell, atOnce])
    for (const { matter, path } of found) await tx.run('select rights.follow($1, $2, $3)', [cell, matter, path])
    return { cell, after: { followed: found.length }, answer: { followed: found.length } }
  },
})
