import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { asMatter, type Matter, matterColumns } from '@gongqiao/kernel/matter/matters.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import { deskOf, type OpenUnit } from '@gongqiao/modules/organization/index.ts'
import type { ElectionView } from './contract.ts'

type Due = NonNullable<ElectionView['due']>

/** One matter in the open scope, or undefined. */
export async function findMatter(tx: Tx, cell: number, id: string): Promise<Matter | undefined> {
  const row = await tx.maybe<Parameters<typeof asMatter>[0]>(
    `select ${matterColumns} from kernel.matter where cell_id = $1 and id = $2`,
    [cell, id],
  )
  return row && asMatter(row)
}

/** The due day of a matter with its rule in words, or null once it has ended. */
export function dueOf(services: Services, matter: Matter, today: string, language: Language): Due | null {
  const { clockRule, clockFrom, dueOn } = matter
  if (matter.endedAt || clockRule === null || clockFrom === null || dueOn === null) return null
  const { article } = services.deadlines.rule(clockRule, clockFrom, { cell: matter.cell })
  return {
    on: dueOn,
    rule: clockRule,
    article,
    words: services.deadlines.explain(clockRule, clockFrom, language, { cell: matter.cell }),
    provisional: matter.dueProvisional,
    overdue: dueOn < today,
  }
}

/** Who has a matter, in words: the post that owns it, else the desk of its unit. */
export async function ownerOf(tx: Tx, matter: Matter, unit: OpenUnit): Promise<ElectionView['owner']> {
  if (matter.owner === null || matter.owner === unit.desk_post_id) return deskOf(unit)
  const row = await tx.maybe<ElectionView['owner']>(
    `select p.title as post, p.unit_name as unit, h.holder_name as name from kernel.post p
     left join kernel.post_holding h on h.post_id = p.id and h.valid_to is null and h.superseded_at is null where p.id = $1`,
    [matter.owner],
  )
  return row ?? deskOf(unit)
}

type EventRow = {
  at: Date
  step: string
  from: string | null
  to: string
  actor: string
  by: string | null
  reason: string | null
  note: string | null
}

/** The history of a matter, oldest first. */
export async function historyOf(tx: Tx, { cell, id }: Matter): Promise<ElectionView['history']> {
  const rows = await tx.many<EventRow>(
    `select at, step, from_state as "from", to_state as "to", actor_kind as actor, by_words as by, reason, note
     from kernel.matter_event where cell_id = $1 and matter_id = $2 order by number limit 200`,
    [cell, id],
  )
  return rows.map(({ actor, ...row }) => ({
    ...row,
    at: row.at.toISOString(),
    by: actor === 'post' ? row.by : actor === 'system' ? 'system' : 'person',
  }))
}
