import { command, type Fact } from '../../command/command.ts'
import { Refusal } from '../../refusal.ts'
import { newId } from '../../shared/ids.ts'
import { openForPost, openOwn, ownReach, type WritingContext } from '../acting.ts'
import { commentsOf } from '../contents.ts'
import { Comment, MatterComment, MyComment } from '../contract.ts'
import { type Matter, wordsOf } from '../matters.ts'
import type { MatterParts } from '../parts.ts'
import { sealWords } from '../sealed.ts'

async function write(
  { tx, services, actor, now }: WritingContext,
  { cell, id: matter, host }: Matter,
  given: string,
  visible: 'union' | 'person',
): Promise<MatterComment> {
  const text = given.trim()
  if (text === '')
    throw new Refusal('kernel.invalid_input', { faults: [{ field: '/text', code: 'kernel.field_missing' }] })
  const id = newId(now.getTime())
  const sealed = await sealWords(services, { cell, table: 'kernel.matter_comment', matter, row: id }, text)
  await tx.run(
    `insert into kernel.matter_comment (cell_id, matter_id, id, path, at, actor_kind, account_id, post_id, by_words, visible, sealed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[cell, matter, id, host.path, now, actor.kind, 'account' in actor ? actor.account : null],
      ...[actor.kind === 'post' ? actor.post.id : null, wordsOf(actor), visible, sealed],
    ],
  )
  const written = (await commentsOf(tx, services, { cell, matter }, 'officer')).find((comment) => comment.id === id)
  if (!written) throw new Error('a comment that has just been written is there')
  return written
}

function commentedFact({ cell, id, kind, hostUnit, subject }: Matter, comment: string, by: 'post' | 'person'): Fact {
  return { cell, name: 'matter.commented', body: { matter: id, kind, unit: hostUnit, person: subject, comment, by } }
}

/** Comments on a matter 备注, among officers or so that the person reads it too. Refuses `kernel.absent`, `kernel.forbidden`. */
export function commentMatter(parts: MatterParts) {
  return command({
    act: 'kernel.comment_matter',
    by: ['post'],
    input: Comment,
    output: MatterComment,
    cellOf: ({ cell }) => cell,
    async run(context) {
      const { input } = context
      const { matter } = await openForPost(context, parts)
      const { text, visible = 'union' } = input
      const answer = await write(context, matter, text, visible)
      const facts = visible === 'person' ? [commentedFact(matter, answer.id, 'post')] : []
      return { cell: input.cell, subject: input.matter, after: { comment: answer.id, visible }, facts, answer }
    },
  })
}

/** Adds a word to one's own matter 补充说明. Refuses `kernel.absent`. */
export function commentMyMatter(parts: MatterParts) {
  return command({
    act: 'kernel.comment_my_matter',
    by: ['person'],
    input: MyComment,
    output: MatterComment,
    cellOf: ({ cell }) => cell,
    beyond: ownReach,
    async run(context) {
      const { input } = context
      const { matter } = await openOwn(context, parts)
      const answer = await write(context, matter, input.text, 'person')
      const facts = [commentedFact(matter, answer.id, 'person')]
      return { cell: input.cell, subject: input.matter, after: { comment: answer.id }, facts, answer }
    },
  })
}
