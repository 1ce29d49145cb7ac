import { query } from '@gongqiao/kernel/command/query.ts'
import { mustKnow } from '@gongqiao/kernel/matter/restricted.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { findRightsMatter } from '../ask-view.ts'
import { retaliation } from '../machine.ts'
import { FileBytes } from '../media/file-bytes.ts'
import { readMediaFile } from '../media/keep-media.ts'

/**
 * A recording or a picture of an ask, for whoever handles it; of a report of retaliation only by the act that shows those.
 *
 * Refuses `kernel.absent`.
 */
export const findAskFile = query({
  act: 'rights.view_ask',
  by: ['post'],
  input: Type.Object({ cell: Cell, matter: Id, file: Id }, { additionalProperties: false }),
  output: FileBytes,
  cellOf: (input) => input.cell,
  async run({ tx, input, actor, allow, services }) {
    const { cell, matter, file } = input
    const found = await findRightsMatter(tx, cell, matter)
    allow(found.host)
    const restricted = found.kind === retaliation.name
    if (restricted && actor.kind === 'post' && !actor.post.acts.has('rights.view_retaliation'))
      throw new Refusal('kernel.forbidden')
    if (restricted) mustKnow({ restricted: 'rights.view_retaliation' }, found, actor)
    return readMediaFile(tx, services, cell, matter, file)
  },
})
