import { cellsWithMatters, type MovedRow, movedMatters } from '../national-scans.ts'
import { type Breach, type Invariant, inEachRow, readNetwork } from '../verify/invariant.ts'

type Spine = {
  readonly id: string
  readonly due: string | null
  readonly open: boolean
  readonly referrals: number
  readonly referred: boolean
  readonly gap: number | null
}

/** Each matter with whether its history is one unbroken line, and whether a referral waits as its spine says. */
const spines = `select m.id, m.due_on as due, m.ended_at is null as open,
    m.referral_due is not null as referred,
    (select count(*)::int from kernel.matter_referral r where r.cell_id = $1 and r.matter_id = m.id and r.outcome is null) as referrals,
    (select min(h.number) from (select e.number, e.from_state, lag(e.to_state) over (order by e.number) as before,
        lag(e.number, 1, 0) over (order by e.number) as previous
      from kernel.matter_event e where e.cell_id = $1 and e.matter_id = m.id) h
     where h.from_state is distinct from h.before or h.number <> h.previous + 1) as gap
  from (select id, due_on, ended_at, referral_due from kernel.matter
    where cell_id = $1 and id > $2 order by id limit $3) m
  order by m.id`

function spineBreach({ id, due, open, referrals, referred, gap }: Spine, cell: number): Breach | undefined {
  const row = `kernel.matter (${cell}, ${id})`
  if (gap !== null) return { row, words: `has a history that does not follow on at step ${gap}` }
  if (open && due === null) return { row, words: 'is open and has no clock' }
  if (open && referred !== (referrals === 1))
    return { row, words: `says otherwise than its ${referrals} open referrals` }
  return undefined
}

/** What is wrong with the rows of one matter that went from cell to cell. */
function placeBreaches(rows: readonly MovedRow[]): Breach[] {
  const [first] = rows
  if (!first) return []
  const living = rows.filter(({ movedTo }) => movedTo === null)
  const row = `kernel.matter (${living[0]?.cell ?? first.cell}, ${first.id})`
  if (living.length !== 1) return [{ row, words: `lives in ${living.length} cells` }]
  const cells = new Set(rows.map(({ cell }) => cell))
  return rows.flatMap(({ cell, id, movedTo, open }) => {
    const trace = `kernel.matter (${cell}, ${id})`
    if (movedTo !== null && !cells.has(movedTo))
      return [{ row: trace, words: `went to cell ${movedTo}, where it is not` }]
    return movedTo !== null && open ? [{ row: trace, words: 'is a trace and open' }] : []
  })
}

/** What holds of every matter. */
export const matterInvariants: readonly Invariant[] = [
  {
    name: 'kernel.matter_is_whole',
    words: 'an open matter has a clock, and its history follows on step by step',
    check: inEachRow<Spine>(cellsWithMatters, spines, spineBreach),
  },
  {
    name: 'kernel.matter_lives_once',
    words: 'a matter that went from cell to cell lives in one of them, and its traces lead there',
    async check({ pool, found, step }) {
      const rows = await readNetwork(pool, movedMatters)
      const byMatter = Map.groupBy(rows, ({ id }) => id)
      found({ checked: byMatter.size, breaches: [...byMatter.values()].flatMap(placeBreaches) })
      step(1, 1)
    },
  },
]
