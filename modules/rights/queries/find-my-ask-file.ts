import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { findRightsMatter } from '../ask-view.ts'
import { FileBytes } from '../media/file-bytes.ts'
import { readMediaFile } from '../media/keep-media.ts'

/** A recording or a picture of an ask of my own. Refuses `kernel.absent`. */
export const findMyAskFile = query({
  act: 'rights.find_my_ask',
  by: ['person'],
  input: Type.Object({ cell: Cell, matter: Id, file: Id }, { additionalProperties: false }),
  output: FileBytes,
  async run({ tx, input, actor, allow, mine, services }) {
    if (actor.kind === 'system') throw new Error('the system asks nobody')
    allow.self(actor.person)
    const { cell, matter, file } = input
    await mine(cell)
    if ((await findRightsMatter(tx, cell, matter)).subject !== actor.person) throw absent()
    return readMediaFile(tx, services, cell, matter, file)
  },
})
