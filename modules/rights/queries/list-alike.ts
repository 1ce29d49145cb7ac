import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { findRightsMatter } from '../ask-view.ts'
import { findAskRow } from '../asked-row.ts'
import { openWords } from '../content.ts'
import { AlikeAsks, AskKey } from '../contract.ts'
import { ask, topics } from '../machine.ts'

type Row = {
  readonly matter: string
  readonly subject: string
  readonly asker: string
  readonly state: string
  readonly openedAt: Date
  readonly title: string
  readonly topic: string | null
  readonly sameEmployer: boolean
  readonly joined: boolean
  readonly words: Buffer
}

const beginning = 60

/**
 * Open asks at the same desk about the same employer or topic, and those that are joined with this one already, those about
 * the same employer first. Refuses `kernel.absent`.
 */
export const listAlike = query({
  act: 'rights.view_ask',
  by: ['post'],
  input: AskKey,
  output: AlikeAsks,
  cellOf: (input) => input.cell,
  subjects: ({ items }) =>
    [...Map.groupBy(items, ({ cell }) => cell)].map(([cell, some]) => ({
      cell,
      people: some.flatMap(({ person }) => person ?? []),
    })),
  async run({ tx, input, allow, services }) {
    const { cell, matter: id } = input
    const matter = await findRightsMatter(tx, cell, id)
    allow(matter.host)
    const own = matter.kind === ask.name ? await findAskRow(tx, cell, id) : undefined
    if (!own) throw absent()
    const rows = await tx.many<Row>(
      `select m.id as matter, m.subject_id as subject, a.asker, m.state, m.opened_at as "openedAt", m.title, a.topic, t.words,
         coalesce(a.employer_digest = $4, false) as "sameEmployer", coalesce(a.group_id = $6, false) as joined
       from rights.ask a
       join kernel.matter m on m.cell_id = a.cell_id and m.id = a.matter_id
       join rights.ask_turn t on t.cell_id = a.cell_id and t.matter_id = a.matter_id and t.number = 1
       where a.cell_id = $1 and a.matter_id <> $2 and m.host_unit_id = $3 and m.ended_at is null
         and (m.state in ('received', 'handling', 'more') or a.group_id = $6)
         and (a.employer_digest = $4 or a.topic = $5 or a.group_id = $6)
       order by 10 desc, 9 desc, m.opened_at desc limit 50`,
      [cell, id, matter.hostUnit, own.employerDigest, own.topic, own.groupId],
    )
    await services.keyring.dataKey(cell)
    return {
      items: rows.map((row) => ({
        cell,
        matter: row.matter,
        state: row.state,
        openedAt: row.openedAt.toISOString(),
        topic: topics.find((known) => known === row.topic) ?? null,
        person: row.asker === 'member' ? row.subject : null,
        title: row.title,
        begins: [...openWords(services, cell, row.matter, 1, row.words)].slice(0, beginning).join(''),
        sameEmployer: row.sameEmployer,
        joined: row.joined,
      })),
    }
  },
})
