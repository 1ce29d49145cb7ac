import { command } from '../../command/command.ts'
import { leaveMessages } from '../../messages/inbox.ts'
import { Refusal } from '../../refusal.ts'
import { stepFrom } from '../../shared/matter.ts'
import { mustBeOpen, openForPost } from '../acting.ts'
import { lastRound, signaturesOf } from '../contents.ts'
import { AskSignatures, MatterView, Sign } from '../contract.ts'
import { kindText } from '../history.ts'
import type { MatterParts } from '../parts.ts'
import { postsById } from '../posts.ts'
import { matterViewOf } from '../view.ts'

/**
 * Asks posts to sign a step 会签: all of them or any, as the step says. Asking again begins another round; the last counts.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open` for a step that is not open or not signed, and
 * `kernel.invalid_input` for posts that nobody holds, or that would not see the matter.
 */
export function askSignatures(parts: MatterParts) {
  return command({
    act: 'kernel.ask_signatures',
    by: ['post'],
    input: AskSignatures,
    output: MatterView,
    cellOf: ({ cell }) => cell,
    async run(context) {
      const { tx, input, actor, now, today, services, matters } = context
      if (actor.kind !== 'post') throw new Error('signatures are asked for by a post')
      const opened = await openForPost(context, parts)
      mustBeOpen(opened)
      const { matter, kind } = opened
      if (!stepFrom(kind.definition, matter.state, input.step)?.sign) throw new Refusal('matter.step_not_open')
      const ids = [...new Set(input.posts)].sort()
      const posts = await postsById(tx, ids)
      const chain = new Set((await parts.units.above(tx, matter.hostUnit)).map(({ id }) => id))
      const asked = ids.flatMap((id) => posts.get(id) ?? [])
      const faults = ids.flatMap((id) => {
        const post = posts.get(id)
        const sees = post !== undefined && post.account !== null && chain.has(post.unit)
        return sees ? [] : [{ field: `/posts/${input.posts.indexOf(id)}`, code: 'kernel.field_choice' }]
      })
      if (faults.length > 0) throw new Refusal('kernel.invalid_input', { faults })
      await tx.run(
        `insert into kernel.matter_signature (cell_id, matter_id, step, round, post_id, path, by_words, asked_at)
         select $1, $2, $3, (select coalesce(max(s.round), 0) + 1 from kernel.matter_signature s
           where s.cell_id = $1 and s.matter_id = $2 and s.step = $3), p.id, $4, p.words, $5
         from unnest($6::uuid[], $7::text[]) as p (id, words)`,
        [
          ...[matter.cell, matter.id, input.step, matter.host.path, now],
          ...[asked.map(({ id }) => id), asked.map(({ unitName, title }) => `${unitName} ${title}`)],
        ],
      )
      const note = input.note === undefined ? {} : { note: input.note }
      const after = await matters.mark(matter, 'ask_signatures', { reason: input.step, ...note })
      for (const post of asked) {
        if (post.account === null) continue
        const variables = { by: matters.byWords ?? '', kind: kindText(matter.kind, 'name') }
        const link = `/matters/${matter.cell}/${matter.id}`
        await leaveMessages(
          tx,
          post.cell,
          [{ account: post.account, kind: 'kernel.message.matter_to_sign', variables, link }],
          now,
        )
      }
      return {
        cell: input.cell,
        subject: input.matter,
        after: { step: input.step, asked: ids },
        answer: await matterViewOf(parts, tx, after, actor, { services, today, language: actor.language }),
      }
    },
  })
}

/**
 * Signs a step, or refuses to 签署.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.not_asked_to_sign` for a post that the last round does not wait for.
 */
export function signMatter(parts: MatterParts) {
  return command({
    act: 'kernel.sign_matter',
    by: ['post'],
    input: Sign,
    output: MatterView,
    cellOf: ({ cell }) => cell,
    async run(context) {
      const { tx, input, actor, now, today, services, matters } = context
      if (actor.kind !== 'post') throw new Error('a post signs')
      const opened = await openForPost(context, parts)
      mustBeOpen(opened)
      const { matter } = opened
      const round = lastRound(await signaturesOf(tx, { cell: matter.cell, matter: matter.id }), input.step)
      const mine = round.find(({ post }) => post === actor.post.id)
      if (!mine || mine.decision !== null) throw new Refusal('matter.not_asked_to_sign')
      await tx.run(
        `update kernel.matter_signature set decision = $6, decided_at = $7, account_id = $8, note = $9
         where cell_id = $1 and matter_id = $2 and step = $3 and round = $4 and post_id = $5`,
        [
          ...[matter.cell, matter.id, input.step, mine.round, actor.post.id],
          ...[input.decision, now, actor.account, input.note ?? null],
        ],
      )
      const step = input.decision === 'agreed' ? 'agree' : 'refuse'
      const after = await matters.mark(matter, step, { reason: input.step })
      return {
        cell: input.cell,
        subject: input.matter,
        after: { step: input.step, decision: input.decision },
        answer: await matterViewOf(parts, tx, after, actor, { services, today, language: actor.language }),
      }
    },
  })
}
