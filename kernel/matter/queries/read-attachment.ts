import { Type } from 'typebox'
import { query } from '../../command/query.ts'
import type { Tx } from '../../database/tx.ts'
import { absent } from '../../refusal.ts'
import type { Services } from '../../services.ts'
import { Id } from '../../shapes.ts'
import { getAttachment } from '../attachments.ts'
import { attachmentsOf, type Reader } from '../contents.ts'
import { matterKey } from '../contract.ts'
import { findMatter } from '../history.ts'
import type { Matter } from '../matters.ts'

const AttachmentKey = Type.Object({ ...matterKey, attachment: Id }, { additionalProperties: false })
const FileBytes = Type.Object({
  mediaType: Type.String(),
  bytes: Type.Unsafe<Buffer>(Type.Unknown()),
  fileName: Type.String(),
  subject: Id,
  cell: Type.Integer(),
})

async function contentOf(tx: Tx, services: Services, matter: Matter, id: string, reader: Reader) {
  const of = { cell: matter.cell, matter: matter.id }
  const found = (await attachmentsOf(tx, of, reader)).find((attachment) => attachment.id === id)
  if (!found) throw absent()
  const bytes = await getAttachment(services, { ...of, id })
  return { mediaType: found.mediaType, bytes, fileName: found.name, subject: matter.subject, cell: matter.cell }
}

/** The content of a paper with a matter 附件内容. Refuses `kernel.absent`, `kernel.forbidden`. */
export const readAttachment = query({
  act: 'kernel.read_attachment',
  by: ['post'],
  input: AttachmentKey,
  output: FileBytes,
  cellOf: ({ cell }) => cell,
  subjects: ({ cell, subject }) => [{ cell, people: [subject] }],
  async run({ tx, input, allow, services }) {
    const matter = await findMatter(tx, input.cell, input.matter)
    if (!matter) throw absent()
    allow(matter.host)
    return contentOf(tx, services, matter, input.attachment, 'officer')
  },
})

/** The content of a paper with one's own matter. Refuses `kernel.absent`. */
export const readMyAttachment = query({
  act: 'kernel.read_my_attachment',
  by: ['person'],
  input: AttachmentKey,
  output: FileBytes,
  async run({ tx, input, actor, allow, mine, services }) {
    if (actor.kind === 'system') throw new Error('the system has no matters')
    allow.self(actor.person)
    await mine(input.cell)
    const matter = await findMatter(tx, input.cell, input.matter)
    if (!matter || matter.subject !== actor.person) throw absent()
    return contentOf(tx, services, matter, input.attachment, 'person')
  },
})
