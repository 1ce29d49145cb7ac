import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { isId } from '@gongqiao/kernel/shared/ids.ts'
import { isPath } from '@gongqiao/kernel/shared/place.ts'

/** Where a page of people ended: cell, place, id, and the value it was sorted by. */
export type RollCursor = { readonly cell: number; readonly path: string; readonly id: string; readonly by: string }

const nilId = '00000000-0000-0000-0000-000000000000'
/** Before everybody. */
export const beforeAll: RollCursor = { cell: -1, path: '', id: nilId, by: '' }

/** Writes a cursor. */
export function writeRollCursor({ cell, path, id, by }: RollCursor): string {
  return [cell, path, id, Buffer.from(by).toString('base64url')].join('.')
}

/** Reads a cursor. Refuses `kernel.invalid_input` for text that no page gave. */
export function readRollCursor(text: string | undefined): RollCursor {
  if (text === undefined) return beforeAll
  const [cell = '', path = '', id = '', by = ''] = text.split('.')
  if (!/^\d{1,6}$/.test(cell) || !isPath(path) || !isId(id)) {
    throw new Refusal('kernel.invalid_input', { faults: [{ field: '/after', code: 'kernel.field_form' }] })
  }
  return { cell: Number(cell), path, id, by: Buffer.from(by, 'base64url').toString() }
}
