import type { Static } from 'typebox'
import { hot, type Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import type { Language } from '../shared/texts.ts'
import type { Due, HistoryLine } from './contract.ts'
import { asMatter, clockPlace, type Matter, matterColumns } from './matters.ts'

type Clocked = Pick<Matter, 'cell' | 'clockRule' | 'clockFrom' | 'dueOn' | 'dueProvisional'> &
  Partial<Pick<Matter, 'clockCell' | 'kind' | 'endedAt' | 'pauses' | 'extensions' | 'pausedFrom' | 'pausedFor'>>

/** The key of a kind's text among the texts of the product. */
export const kindText = (kind: string, key: string) => `kind.${kind}.${key}`

/**
 * The due day of a matter with its rule in words, or null once it has ended: what its clock went through counts, and one
 * that stands still is no delay (T-11, T-15). Whose right it is sees the safe day too (T-12).
 */
export function dueOf(
  services: Pick<Services, 'deadlines' | 'say'>,
  matter: Clocked,
  today: string,
  language: Language,
): Due | null {
  const { kind = '', clockRule, clockFrom, dueOn, pauses = [], extensions = [], pausedFrom, pausedFor } = matter
  if (matter.endedAt || clockRule === null || clockFrom === null || dueOn === null) return null
  const place = clockPlace(matter)
  const { article, side } = services.deadlines.rule(clockRule, clockFrom, place)
  const because = (reason: string) => services.say(language, kindText(kind, `reason.${reason}`))
  const standing = pausedFrom && pausedFor ? { standing: { from: pausedFrom, reason: because(pausedFor) } } : {}
  const stood = pauses.map(({ reason, ...days }) => ({
    ...days,
    ...(reason !== undefined && { reason: because(reason) }),
  }))
  return {
    on: dueOn,
    rule: clockRule,
    article,
    safeBy: side === 'right' && !pausedFrom ? safeDay() : null,
    words: services.deadlines.explain(clockRule, clockFrom, language, {
      ...place,
      pauses: stood,
      extensions,
      ...standing,
    }),
    provisional: matter.dueProvisional,
    // A person's own time that has passed makes nobody late, and neither does a clock that stands still (T-11, T-15).
    overdue: side === 'duty' && dueOn < today && !pausedFrom,
  }

  /** Whose right it is had better act by this day, where it is an earlier one under another reading (T-12). */
  function safeDay(): string | null {
    if (clockRule === null || clockFrom === null || dueOn === null) return null
    const { safeBy } = services.deadlines.due(clockRule, clockFrom, { ...place, pauses, extensions })
    return safeBy < dueOn ? safeBy : null
  }
}

/** One line of a history. */
export type Line = Static<typeof HistoryLine>

type EventRow = {
  at: Date
  step: string
  from_state: string | null
  to_state: string
  actor_kind: string
  by_words: string | null
  reason: string | null
  note: string | null
}

/** Whoever did something, as views say it: the person, the system, or post and unit. */
export function byOf(actorKind: string, words: string | null): string | null {
  if (actorKind === 'person' || actorKind === 'anyone') return 'person'
  return actorKind === 'system' ? 'system' : words
}

/** The history of a matter, oldest first; the first 200 lines. */
export async function historyOf(tx: Tx, cell: number, matter: string): Promise<Line[]> {
  const rows = await tx.many<EventRow>(
    `select at, step, from_state, to_state, actor_kind, by_words, reason, note from kernel.matter_event
     where cell_id = $1 and matter_id = $2 order by number limit 200`,
    [cell, matter],
  )
  return rows.map((row) => ({
    at: row.at.toISOString(),
    step: row.step,
    from: row.from_state,
    to: row.to_state,
    by: byOf(row.actor_kind, row.by_words),
    reason: row.reason,
    note: row.note,
  }))
}

const byKey = hot('kernel.find_matter', `select ${matterColumns} from kernel.matter where cell_id = $1 and id = $2`)

/** One matter in the open scope, or undefined. */
export async function findMatter(tx: Tx, cell: number, id: string): Promise<Matter | undefined> {
  const row = await tx.maybe<Parameters<typeof asMatter>[0]>(byKey, [cell, id])
  return row && asMatter(row)
}
