import { query } from '@gongqiao/kernel/command/query.ts'
import { writePaper } from '@gongqiao/kernel/documents/paper.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { dayInChinese } from '../../founding/papers/draft.ts'
import { findCertificateRow } from '../certificate.ts'

const CertificateFile = Type.Object({
  mediaType: Type.String(),
  bytes: Type.Unsafe<Buffer>(Type.Unknown()),
  fileName: Type.String(),
})

/**
 * What a certificate 工会法人资格证书 says, as a PDF to be put on the printed form; one that was recalled says so across the
 * page. Refuses `kernel.absent`, `kernel.forbidden`.
 */
export const drawCertificate = query({
  act: 'organization.view_registration',
  by: ['post'],
  input: Type.Object({ cell: Cell, id: Id }, { additionalProperties: false }),
  output: CertificateFile,
  cellOf: (input) => input.cell,
  async run({ tx, input, now, allow, services }) {
    const row = await findCertificateRow(tx, input.cell, input.id)
    if (!row) throw absent()
    allow({ cell: input.cell, path: row.path })
    const bytes = await writePaper({
      title: '工会法人资格证书',
      language: 'zh',
      number: `统一社会信用代码 ${row.creditCode}`,
      ...(row.endedBecause !== null && { across: '已收回' }),
      brand: services.brand,
      made: now,
      blocks: [
        {
          kind: 'text',
          text: '依据《中华人民共和国工会法》，经审查核准，该工会取得社会团体法人资格。',
          indent: true,
        },
        {
          kind: 'fields',
          rows: [
            ['名称', row.name],
            ['法定代表人', row.representative],
            ['住所', row.address],
            ['业务范围', row.scope],
            ['证书号', row.number],
            ['初次登记', dayInChinese(row.firstOn)],
            ['有效期', `${dayInChinese(row.validFrom)}至${dayInChinese(row.validTo)}`],
          ],
        },
        { kind: 'signature', by: row.registrar, on: dayInChinese(row.issuedOn) },
      ],
    })
    return { mediaType: 'application/pdf', bytes, fileName: `工会法人资格证书 ${row.name}.pdf` }
  },
})
