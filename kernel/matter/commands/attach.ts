import { Type } from 'typebox'
import { command } from '../../command/command.ts'
import { fileContent } from '../../files/keep-file.ts'
import { openForPost, openOwn, ownReach, type WritingContext } from '../acting.ts'
import { attachTo } from '../attachments.ts'
import { attachmentsOf } from '../contents.ts'
import { MatterAttachment, matterKey } from '../contract.ts'
import type { Matter } from '../matters.ts'
import type { MatterParts } from '../parts.ts'

/** A file with a matter, as the body of a request. */
const Attach = Type.Object(
  {
    ...matterKey,
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    visible: Type.Optional(Type.Enum(['union', 'person'])),
    bytes: Type.Unsafe<Buffer>(Type.Unknown()),
    mediaType: Type.String(),
  },
  { additionalProperties: false },
)

type Given = { readonly name?: string; readonly bytes: Buffer; readonly mediaType: string }

async function attach(
  context: WritingContext,
  before: Matter,
  input: Given,
  visible: 'union' | 'person',
): Promise<MatterAttachment> {
  const { tx, matters } = context
  const content = fileContent(input)
  const of = { cell: before.cell, matter: before.id }
  const name = input.name?.trim() || content.mediaType.split('/').at(-1) || 'file'
  const id = await attachTo(context, { matter: before.id, place: before.host }, { ...content, name, visible })
  await matters.mark(before, 'attach')
  const made = (await attachmentsOf(tx, of, 'officer')).find((attachment) => attachment.id === id)
  if (!made) throw new Error('a paper that has just been attached is there')
  return made
}

/**
 * Attaches a paper or picture to a matter 附件; the person sees it unless it is for officers only.
 *
 * Refuses `kernel.media_type` for anything but JPG, PNG and PDF, `kernel.absent`, `kernel.forbidden`.
 */
export function attachToMatter(parts: MatterParts) {
  return command({
    act: 'kernel.attach_to_matter',
    by: ['post'],
    input: Attach,
    output: MatterAttachment,
    cellOf: ({ cell }) => cell,
    async run(context) {
      const { input } = context
      const { matter } = await openForPost(context, parts)
      const answer = await attach(context, matter, input, input.visible ?? 'person')
      const { id, sizeBytes, hash } = answer
      return { cell: input.cell, subject: input.matter, after: { attachment: id, sizeBytes, hash }, answer }
    },
  })
}

/** Attaches a paper or picture to one's own matter. Refuses `kernel.media_type`, `kernel.absent`. */
export function attachToMyMatter(parts: MatterParts) {
  return command({
    act: 'kernel.attach_to_my_matter',
    by: ['person'],
    input: Attach,
    output: MatterAttachment,
    cellOf: ({ cell }) => cell,
    beyond: ownReach,
    async run(context) {
      const { input } = context
      const { matter } = await openOwn(context, parts)
      const answer = await attach(context, matter, input, 'person')
      const { id, sizeBytes, hash } = answer
      return { cell: input.cell, subject: input.matter, after: { attachment: id, sizeBytes, hash }, answer }
    },
  })
}
