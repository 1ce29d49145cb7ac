import { type Breach, type Invariant, inEachRow } from '@gongqiao/kernel/verify/invariant.ts'
import { cellsWithMembers } from '../national-scans.ts'

type Ended = {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly status: string
  readonly own: boolean
}

const statement = `select l.matter_id as id, k.kind, k.state, m.status, k.subject_id = m.person_id as own
  from (select matter_id, membership_id from membership.life_matter
        where cell_id = $1 and matter_id > $2 order by matter_id limit $3) l
  join kernel.matter k on k.cell_id = $1 and k.id = l.matter_id
  join membership.membership m on m.cell_id = $1 and m.id = l.membership_id
  order by l.matter_id`

const ending: ReadonlySet<string> = new Set(['announced', 'declared', 'decided', 'filed'])

/** What was announced, declared or decided did end the membership it is about. */
function lifeBreach({ id, kind, state, status, own }: Ended, cell: number): Breach | undefined {
  const goesOn = ending.has(state) && status !== 'ended'
  if (own && !goesOn) return undefined
  const words = goesOn ? `is ${state}, and its membership goes on as ${status}` : 'is about somebody else’s membership'
  return { row: `membership.life_matter (${cell}, ${id})`, words: `${kind} ${words}` }
}

/** What holds of the matters that change or end a membership. */
export const lifeInvariant: Invariant = {
  name: 'membership.life',
  words: 'a membership that a matter ended has ended',
  check: inEachRow<Ended>(cellsWithMembers, statement, lifeBreach),
}
