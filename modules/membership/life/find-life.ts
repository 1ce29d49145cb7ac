import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { Static } from 'typebox'
import { recordsOf } from './content.ts'
import type { LifeView, MyLife } from './contract.ts'
import { deemed, expulsion, resignation, standing } from './machine.ts'
import { rightsOf } from './transitions.ts'

type MatterLine = Static<typeof LifeView>['matters'][number]
type Row = {
  readonly person: string
  readonly status: LifeView['status']
  readonly path: string
  readonly code: number | null
  readonly confidential: boolean
}

/** Everything about how a membership stands, in the open scope. Refuses `kernel.absent`. */
async function readLife(tx: Tx, services: Services, cell: number, membership: string) {
  const row = await tx.maybe<Row>(
    `select m.person_id as person, m.status, m.path, (select h.change_code from membership.membership_history h
       where h.cell_id = m.cell_id and h.membership_id = m.id and h.status = 'ended' order by h.number desc limit 1) as code,
       exists (select from membership.confidence c
         where c.cell_id = m.cell_id and c.membership_id = m.id and c.ended_at is null) as confidential
     from membership.membership m where m.cell_id = $1 and m.id = $2`,
    [cell, membership],
  )
  if (!row) throw absent()
  const matters = await tx.many<Omit<MatterLine, 'openedAt'> & { at: Date }>(
    `select m.id as matter, m.kind, m.state, m.opened_at as at, m.ended_at is null as open
     from membership.life_matter l join kernel.matter m on m.cell_id = l.cell_id and m.id = l.matter_id
     where l.cell_id = $1 and l.membership_id = $2 order by m.opened_at desc, m.id limit 50`,
    [cell, membership],
  )
  return {
    row,
    matters: matters.map(({ at, ...line }): MatterLine => ({ ...line, openedAt: at.toISOString() })),
    records: await recordsOf(tx, services, cell, membership),
  }
}

const endings: { readonly [code: number]: LifeView['ended'] } = {
  4: 'moved',
  5: 'expelled',
  6: 'resigned',
  90: 'deceased',
}

/** How somebody's membership stands, with what an officer may begin now. Refuses `kernel.absent`. */
export async function findLife(tx: Tx, services: Services, cell: number, membership: string): Promise<LifeView> {
  const { row, matters, records } = await readLife(tx, services, cell, membership)
  const isOpen = (kind: string) => matters.some((one) => one.open && one.kind === kind)
  const isMember = row.status === 'active' || row.status === 'retained'
  const acts: LifeView['acts'] = []
  if (row.status === 'active') acts.push('retain')
  if (row.status === 'retained') acts.push('resume')
  if (row.status === 'active' && !isOpen(deemed.name)) acts.push('deemed')
  if (isMember && !isOpen(expulsion.name)) acts.push('expulsion')
  if (isMember) acts.push('death')
  if (isMember || row.status === 'provisional') acts.push('name')
  return {
    ...{ cell, membership, person: row.person, status: row.status, ...rightsOf(row.status) },
    confidential: row.confidential,
    ended: row.status === 'ended' ? (endings[row.code ?? 0] ?? 'other') : null,
    ...{ acts, matters, records },
  }
}

/** Where a membership is, for whoever asks after it. Refuses `kernel.absent`. */
export async function placeOfMembership(tx: Tx, cell: number, membership: string): Promise<string> {
  const row = await tx.maybe<{ path: string }>(
    'select path from membership.membership where cell_id = $1 and id = $2',
    [cell, membership],
  )
  if (!row) throw absent()
  return row.path
}

/** How my own membership stands, with what I can do now; undefined where I have none in this cell. */
export async function findMyLifeIn(
  tx: Tx,
  services: Services,
  cell: number,
  person: string,
): Promise<MyLife | undefined> {
  const own = await tx.maybe<{ id: string }>(
    `select id from membership.membership where cell_id = $1 and person_id = $2 and status not in ('listed', 'ended')`,
    [cell, person],
  )
  if (!own) return undefined
  const { row, matters, records } = await readLife(tx, services, cell, own.id)
  const isOpen = (kind: string) => matters.some((one) => one.open && one.kind === kind)
  const acts: MyLife['acts'] = []
  const isMember = row.status === 'active' || row.status === 'retained'
  if (isMember && !isOpen(standing.name)) acts.push(row.status === 'active' ? 'retain' : 'resume')
  if (isMember && !isOpen(resignation.name)) acts.push('resign')
  return {
    ...{ cell, membership: own.id, status: row.status, ...rightsOf(row.status), acts, records },
    matters: matters.map((line) => ({ cell, ...line })),
  }
}
