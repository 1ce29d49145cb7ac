import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import {
  type Breach,
  breachesListed,
  type Finding,
  type Invariant,
  inEachCell,
} from '@gongqiao/kernel/verify/invariant.ts'
import { askCountName, pileDeltas } from './ask-count.ts'
import { cellsWithAsks } from './national-scans.ts'
import { pileOf } from './standing.ts'

type Row = { readonly id: string; readonly words: string }

/** Each row a statement gives breaks the promise. */
const none =
  (table: string, statement: string) =>
  async (tx: Tx, cell: number): Promise<Finding> => {
    const { checked } = await tx.one<{ checked: number }>(
      'select count(*)::int as checked from rights.ask where cell_id = $1',
      [cell],
    )
    const rows = await tx.many<Row>(statement, [cell, breachesListed])
    const breaches: Breach[] = rows.map(({ id, words }) => ({ row: `${table} (${cell}, ${id})`, words }))
    return { checked, breaches }
  }

const contentOfMatters = `select m.id, 'has no content' as words from kernel.matter m
  left join rights.ask a on a.cell_id = m.cell_id and a.matter_id = m.id
  left join rights.retaliation r on r.cell_id = m.cell_id and r.matter_id = m.id
  where m.cell_id = $1 and m.kind in ('rights.ask', 'rights.retaliation') and m.moved_to_cell is null
    and a.matter_id is null and r.matter_id is null
  union all
  select a.matter_id, 'stands elsewhere than its matter' from rights.ask a
  join kernel.matter m on m.cell_id = a.cell_id and m.id = a.matter_id
  where a.cell_id = $1 and a.path <> m.path
  order by 1 limit $2`

const nobodyBehind = `select a.matter_id as id, 'is anonymous and leads to somebody' as words from rights.ask a
  join kernel.matter m on m.cell_id = a.cell_id and m.id = a.matter_id
  join kernel.matter_event e on e.cell_id = a.cell_id and e.matter_id = a.matter_id and e.number = 1
  where a.cell_id = $1 and a.asker = 'anonymous'
    and (m.subject_id <> m.id or a.phone_digest is not null or (a.channel = 'app' and e.account_id is not null))
  order by a.matter_id limit $2`

const endedByAsker = `select a.matter_id as id, 'is rated and was not closed by its asker' as words from rights.ask a
  join kernel.matter m on m.cell_id = a.cell_id and m.id = a.matter_id
  where a.cell_id = $1 and (a.solved is not null) <> (m.state = 'closed')
  order by a.matter_id limit $2`

type Kept = { readonly unit: string; readonly key: string; readonly asks: number }
const keyOf = (unit: string, pile: ReturnType<typeof pileOf>) =>
  `${unit} ${pile.month} ${pile.topic} ${pile.standing} ${pile.days}`

type CountedRow = Parameters<typeof pileOf>[0] & { readonly unit: string; readonly cell: number }

/** The piles of a cell are its asks, less what has happened and is not folded yet, all read as of one moment. */
async function countsEqualAsks(tx: Tx, cell: number): Promise<Finding> {
  await tx.run('set transaction isolation level repeatable read')
  const asks = await tx.many<CountedRow>(
    `select a.asked_unit_id as unit, a.asked_cell as cell, a.opened_on as "openedOn", a.topic, m.state, a.solved, a.answered_on as "answeredOn"
     from rights.ask a join kernel.matter m on m.cell_id = a.cell_id and m.id = a.matter_id where a.cell_id = $1`,
    [cell],
  )
  const kept = await tx.many<Kept>(
    `select unit_id as unit, concat_ws(' ', unit_id, month, topic, standing, days) as key, asks from rights.ask_count where cell_id = $1 and asks <> 0`,
    [cell],
  )
  const ahead = pileDeltas(
    await tx.many(
      `select name, body from kernel.outbox where cell_id = $1
       union all
       select f.name, f.body from kernel.fact f where f.cell_id = $1 and f.number > coalesce(
         (select c.number from kernel.consumer c where c.cell_id = $1 and c.name = $2), 0)`,
      [cell, askCountName],
    ),
  )
  const sums = new Map<string, number>()
  const add = (key: string, asks: number) => sums.set(key, (sums.get(key) ?? 0) + asks)
  for (const ask of asks) if (ask.cell === cell) add(keyOf(ask.unit, pileOf(ask)), 1)
  for (const { key, asks: some } of kept) add(key, -some)
  for (const delta of ahead) add(keyOf(delta.unit, delta), -delta.asks)
  // What was asked here and went to another cell is counted here and stands there: so many more may be counted, and no more.
  const { away } = await tx.one<{ away: number }>(
    `select count(*)::int as away from kernel.matter where cell_id = $1 and kind = 'rights.ask' and moved_to_cell is not null`,
    [cell],
  )
  const more = [...sums.values()].reduce((sum, asks) => sum + Math.max(0, -asks), 0)
  const wrong = [...sums].filter(([, asks]) => asks > 0 || (asks < 0 && more > away))
  const breaches = wrong.map(([key, asks]) => ({
    row: `rights.ask_count (${cell}, ${key})`,
    words: `counts ${asks > 0 ? `${asks} fewer` : `${-asks} more`} than there are`,
  }))
  return { checked: asks.length, breaches: breaches.slice(0, breachesListed) }
}

/** What holds of asks at any moment. */
export const rightsInvariants: readonly Invariant[] = [
  {
    name: 'rights.ask_has_content',
    words: 'every ask and every report of retaliation has its content, where its matter is',
    check: inEachCell(cellsWithAsks, none('kernel.matter', contentOfMatters)),
  },
  {
    name: 'rights.nobody_behind_anonymous',
    words: 'nothing leads from an anonymous ask to a person, an account or a phone',
    check: inEachCell(cellsWithAsks, none('rights.ask', nobodyBehind)),
  },
  {
    name: 'rights.ended_by_asker',
    words: 'only what its asker closed says that it was solved',
    check: inEachCell(cellsWithAsks, none('rights.ask', endedByAsker)),
  },
  {
    name: 'rights.counts_equal_asks',
    words: 'the figures of asks equal the asks',
    check: inEachCell(cellsWithAsks, countsEqualAsks),
  },
]
