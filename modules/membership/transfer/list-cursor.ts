import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { isId } from '@gongqiao/kernel/shared/ids.ts'

/** Where a page of a list by cells begins: after this id of this cell. */
export type After = { readonly cell: number; readonly id: string }
const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Reads a cursor of a list that goes down: newest first in each cell. Refuses `kernel.invalid_input`. */
export function readAfter(text: string | undefined): After {
  if (text === undefined) return { cell: -1, id: last }
  const [cell = '', id = ''] = text.split('_')
  if (!/^\d{1,6}$/.test(cell) || !isId(id))
    throw new Refusal('kernel.invalid_input', { faults: [{ field: '/after', code: 'kernel.field_form' }] })
  return { cell: Number(cell), id }
}

/** Where a cell's rows begin under a cursor. */
export const startIn = (cell: number, after: After) => (cell === after.cell ? after.id : last)
/** The cursor that goes on after a row. */
export const writeAfter = ({ cell, id }: After) => `${cell}_${id}`
