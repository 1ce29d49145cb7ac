import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { isPath, type Place } from '@gongqiao/kernel/shared/place.ts'

/** Before every place. */
const start: Place = { cell: -1, path: '' }

/** Writes where a page of places ended. */
export function writeCursor(last: { readonly cell_id: number; readonly path: string }): string {
  return `${last.cell_id}.${last.path}`
}

/** Reads where a page begins. Refuses `kernel.invalid_input` for text that no page gave. */
export function readCursor(text: string | undefined): Place {
  if (text === undefined) return start
  const [, cell, path = ''] = /^(\d{1,6})\.([0-9a-z]*)$/.exec(text) ?? []
  if (cell === undefined || !isPath(path))
    throw new Refusal('kernel.invalid_input', { faults: [{ field: '/after', code: 'kernel.field_form' }] })
  return { cell: Number(cell), path }
}
