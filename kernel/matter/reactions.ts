import { systemActor } from '../command/actor.ts'
import { perform } from '../command/perform.ts'
import type { Reaction } from '../facts/reaction.ts'
import type { Services } from '../services.ts'
import { tellPerson } from './commands/tell-person.ts'
import type { MatterParts } from './parts.ts'

type Body = { readonly [key: string]: unknown }

/** What of a fact the person is told; undefined for what they did themselves, and for a matter that begins. */
function tellingOf(name: string, cell: number, body: Body) {
  const { matter, kind, person, unit, step, by, number, comment, to } = body
  const same = { matter, kind, person }
  if (name === 'matter.stepped')
    return by === 'post' && step !== 'open'
      ? { ...same, cell, unit, what: 'stepped', step, once: `${number}` }
      : undefined
  if (name === 'matter.commented')
    return by === 'post' ? { ...same, cell, unit, what: 'commented', once: `${comment}` } : undefined
  return { ...same, cell: body['cell'], unit: to, what: 'referred', once: `${number}` }
}

/** What follows from what was done with matters: the person it concerns is told. */
export function matterReactions(services: Services, parts: MatterParts): readonly Reaction[] {
  const system = systemActor('kernel.matter_told')
  const tell = tellPerson(parts)
  return [
    {
      name: 'kernel.matter_told',
      facts: ['matter.stepped', 'matter.commented', 'matter.referred'],
      async react(cell, facts) {
        for (const { name, body } of facts) {
          const telling = tellingOf(name, cell, body)
          if (telling) await perform(services, system, tell, telling)
        }
      },
    },
  ]
}
