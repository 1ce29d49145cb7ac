import { Type } from 'typebox'
import { type QueryContext, query } from '../command/query.ts'
import type { Services } from '../services.ts'
import { Id } from '../shapes.ts'
import type { Language } from '../shared/texts.ts'
import { MessagePage } from './contract.ts'
import { type KeptMessage, messagesOf } from './inbox.ts'

const After = Type.Object({ after: Type.Optional(Id) }, { additionalProperties: false })

function spoken(services: Services, language: Language, message: KeptMessage) {
  const { id, at, kind, variables, link, read_at } = message
  return {
    id,
    at: at.toISOString(),
    title: services.say(language, `${kind}.title`, variables),
    text: services.say(language, `${kind}.text`, variables),
    link,
    read: read_at !== null,
  }
}

type Reading = Pick<QueryContext<{ after?: string }, never>, 'tx' | 'input' | 'services'>

async function pageOf({ tx, input, services }: Reading, language: Language, cell: number, account: string) {
  const page = await messagesOf(tx, cell, account, input.after)
  return { items: page.items.map((message) => spoken(services, language, message)), next: page.next }
}

/** My inbox 站内信, newest first, in my language. */
export const listMyMessages = query({
  act: 'kernel.list_my_messages',
  by: ['person'],
  input: After,
  output: MessagePage,
  async run(context) {
    const { actor, allow } = context
    if (actor.kind === 'system') throw new Error('the system has no inbox')
    allow.self(actor.person)
    return pageOf(context, actor.language, actor.place.cell, actor.account)
  },
})

/** The inbox of an officer in the cell of the post they act as. */
export const listOfficerMessages = query({
  act: 'kernel.list_officer_messages',
  by: ['post'],
  input: After,
  output: MessagePage,
  async run(context) {
    const { actor, allow } = context
    if (actor.kind !== 'post') throw new Error('the system has no inbox')
    allow.own(actor.account)
    return pageOf(context, actor.language, actor.post.place.cell, actor.account)
  },
})
