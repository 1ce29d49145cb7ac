import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell } from '@gongqiao/kernel/shapes.ts'
import { isId } from '@gongqiao/kernel/shared/ids.ts'
import QRCode from 'qrcode'
import { Type } from 'typebox'
import { joiningLink } from '../joining-code.ts'
import { findCode } from '../joining-codes.ts'

/** A joining code as a picture to print or to send: SVG, or PNG of 1,024 pixels. The file's name says which. */
export const drawJoiningCode = query({
  act: 'membership.list_codes',
  by: ['post'],
  input: Type.Object(
    { cell: Cell, file: Type.String({ pattern: '^[0-9a-f-]{36}\\.(svg|png)$' }) },
    { additionalProperties: false },
  ),
  output: Type.Object({
    mediaType: Type.String(),
    bytes: Type.Unsafe<Buffer>(Type.Unknown()),
    fileName: Type.String(),
  }),
  cellOf: (input) => input.cell,
  async run({ tx, input, allow, services }) {
    const [id = '', kind] = input.file.split('.')
    const code = isId(id) ? await findCode(tx, input.cell, id) : undefined
    if (!code) throw absent()
    allow({ cell: input.cell, path: code.path })
    const link = joiningLink(services, code.token)
    const options = { errorCorrectionLevel: 'M', margin: 4 } as const
    if (kind === 'svg') {
      const drawn = await QRCode.toString(link, { ...options, type: 'svg' })
      return { mediaType: 'image/svg+xml', bytes: Buffer.from(drawn), fileName: `${code.label}.svg` }
    }
    const bytes = await QRCode.toBuffer(link, { ...options, type: 'png', width: 1024 })
    return { mediaType: 'image/png', bytes, fileName: `${code.label}.png` }
  },
})
