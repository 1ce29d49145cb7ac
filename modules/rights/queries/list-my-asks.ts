import { query } from '@gongqiao/kernel/command/query.ts'
import { Nothing } from '@gongqiao/kernel/shapes.ts'
import { openUnitsById, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import { openWords } from '../content.ts'
import { type MyAskLine, MyAskList } from '../contract.ts'
import { ask, retaliation, topics } from '../machine.ts'

type Row = {
  readonly cell: number
  readonly matter: string
  readonly kind: string
  readonly state: string
  readonly unit: string
  readonly openedAt: Date
  readonly dueOn: string | null
  readonly rule: string | null
  readonly from: string | null
  readonly topic: string | null
  readonly words: Buffer
  readonly spoken: boolean
}

/** How much of what was said a list shows. */
const beginning = 60

/** All I asked and reported, newest first, wherever it is kept. */
export const listMyAsks = query({
  act: 'rights.list_my_asks',
  by: ['person'],
  input: Nothing,
  output: MyAskList,
  async run({ tx, actor, today, allow, mine, services }) {
    if (actor.kind === 'system') throw new Error('the system asks nobody')
    allow.self(actor.person)
    const cells = await tx.many<{ cell: number }>(
      'select cell_id as cell from people.person_cell where person_id = $1 order by cell_id',
      [actor.person],
    )
    const lines: (Omit<MyAskLine, 'unit'> & { readonly unitId: string })[] = []
    for (const { cell } of cells) {
      await mine(cell)
      const rows = await tx.many<Row>(
        `select m.cell_id as cell, m.id as matter, m.kind, m.state, m.host_unit_id as unit, m.opened_at as "openedAt",
           case when m.ended_at is null then m.due_on end as "dueOn", m.clock_rule as rule, m.clock_from as "from", a.topic, t.words,
           exists (select from rights.ask_file f where f.cell_id = $1 and f.matter_id = m.id and f.kind = 'voice') as spoken
         from kernel.matter m
         join rights.ask_turn t on t.cell_id = m.cell_id and t.matter_id = m.id and t.number = 1
         left join rights.ask a on a.cell_id = m.cell_id and a.matter_id = m.id
         where m.cell_id = $1 and m.subject_id = $2 and m.kind = any($3::text[]) and m.moved_to_cell is null
         order by m.opened_at desc limit 50`,
        [cell, actor.person, [ask.name, retaliation.name]],
      )
      await services.keyring.dataKey(cell)
      lines.push(...rows.map((row) => lineOf(row)))
    }
    const units = await openUnitsById(
      tx,
      lines.map(({ unitId }) => unitId),
    )
    const items = lines.flatMap(({ unitId, ...line }) => {
      const unit = units.get(unitId)
      return unit ? [{ ...line, unit: unitNameOf(unit) }] : []
    })
    return { items: items.sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1)) }

    function lineOf({ cell, matter, kind, state, unit, openedAt, dueOn, rule, from, topic, words, spoken }: Row) {
      const side = rule === null || from === null ? null : services.deadlines.rule(rule, from, { cell }).side
      // The asker's own days never stand still.
      const safeBy = side === 'right' && rule && from ? services.deadlines.due(rule, from, { cell }).safeBy : null
      return {
        cell,
        matter,
        kind,
        state,
        unitId: unit,
        openedAt: openedAt.toISOString(),
        dueOn,
        safeBy: safeBy !== null && dueOn !== null && safeBy < dueOn ? safeBy : null,
        overdue: side === 'duty' && dueOn !== null && dueOn < today,
        topic: topics.find((known) => known === topic) ?? null,
        begins: [...openWords(services, cell, matter, 1, words)].slice(0, beginning).join(''),
        spoken,
      }
    }
  },
})
