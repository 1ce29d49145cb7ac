import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { QueryCode } from '../contract.ts'
import { FileBytes } from '../media/file-bytes.ts'
import { readMediaFile } from '../media/keep-media.ts'
import { codeDigest, findByQueryCode, plainQueryCode } from '../query-code.ts'

/**
 * A recording or a picture of the ask a query code stands for. Refuses `kernel.absent`, which says of a code no more than of
 * a file.
 */
export const findFileByCode = query({
  act: 'rights.open_by_code',
  by: ['anyone'],
  input: Type.Object({ code: QueryCode, file: Id }, { additionalProperties: false }),
  output: FileBytes,
  beyond: { own: 'the one ask that the query code stands for' },
  async run({ tx, input, allow, reach, services }) {
    allow.everybody('whoever holds the query code is the asker')
    const plain = plainQueryCode(input.code)
    const found = plain === undefined ? undefined : await findByQueryCode(tx, codeDigest(services, plain))
    if (!found) throw absent()
    await reach('own', { cell: found.cell, path: '' })
    return readMediaFile(tx, services, found.cell, found.matter, input.file)
  },
})
