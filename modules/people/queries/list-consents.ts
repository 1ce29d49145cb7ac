import { query } from '@gongqiao/kernel/command/query.ts'
import { Nothing } from '@gongqiao/kernel/shapes.ts'
import { type Consent, ConsentList } from '../contract.ts'

type Row = Omit<Consent, 'at' | 'withdrawnAt'> & { readonly at: Date; readonly withdrawn_at: Date | null }

/** What I have agreed to 我的同意: which text, which version, when and how (PI-03). */
export const listConsents = query({
  act: 'people.list_consents',
  by: ['person'],
  input: Nothing,
  output: ConsentList,
  async run({ tx, actor, allow, mine }) {
    if (actor.kind === 'system') throw new Error('the system agrees to nothing')
    allow.self(actor.person)
    const { cell } = actor.place
    await mine(cell)
    const rows = await tx.many<Row>(
      'select purpose, version, channel, at, withdrawn_at from people.consent where cell_id = $1 and person_id = $2 order by at desc, id limit 100',
      [cell, actor.person],
    )
    return {
      items: rows.map(({ at, withdrawn_at, ...row }) => ({
        ...row,
        at: at.toISOString(),
        withdrawnAt: withdrawn_at?.toISOString() ?? null,
      })),
    }
  },
})
