import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { PlaceRange } from '@gongqiao/kernel/shared/place.ts'
import { foldName } from './naming/fold-name.ts'
import { writeUnitKeys } from './unit-keys.ts'

/** That a spelling means a union: said by a clerk, or following from a change of name. */
export type NewAlias = {
  readonly unit: string
  readonly text: string
  readonly kind: 'former' | 'abbreviation' | 'settled'
}

/** Remembers former names and abbreviations of unions, at most 5,000 at once; what is known already stays as it is. */
export async function rememberAliases(
  tx: Tx,
  aliases: readonly NewAlias[],
  now: Date,
  post: string | null = null,
): Promise<void> {
  const made = aliases.filter(({ text }) => foldName(text) !== '')
  if (made.length === 0) return
  await tx.run(
    `insert into organization.unit_alias (id, unit_id, text, key, kind, recorded_at, post_id)
     select id, unit_id, text, key, kind, $6, $7
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[]) as t (id, unit_id, text, key, kind)
     on conflict (unit_id, key) where superseded_at is null do update set kind = excluded.kind, post_id = excluded.post_id`,
    [
      made.map(() => newId(now.getTime())),
      made.map(({ unit }) => unit),
      made.map(({ text }) => text.trim()),
      made.map(({ text }) => foldName(text)),
      made.map(({ kind }) => kind),
      now,
      post,
    ],
  )
  await writeUnitKeys(tx, [...new Set(made.map(({ unit }) => unit))])
}

/**
 * Settles 认定 once and for all what a spelling means in a range: from now on `matchUnits` finds that union by it, and no
 * longer the one that was settled there before.
 *
 * The caller has asked whether its actor may say so for the union and the range.
 */
export async function settleUnitName(
  tx: Tx,
  settled: { readonly text: string; readonly unit: string; readonly range: PlaceRange },
  { now, post }: { readonly now: Date; readonly post: string },
): Promise<void> {
  const { cellLo, cellHi, pathLo, pathHi } = settled.range
  const before = await tx.many<{ unit: string }>(
    `update organization.unit_alias a set superseded_at = $6 from organization.unit u
     where a.key = $1 and a.kind = 'settled' and a.superseded_at is null and u.id = a.unit_id
       and u.cell_id between $2 and $3 and u.path >= $4 and u.path < $5 and u.id <> $7
     returning a.unit_id as unit`,
    [foldName(settled.text), cellLo, cellHi, pathLo, pathHi, now, settled.unit],
  )
  if (before.length > 0)
    await writeUnitKeys(
      tx,
      before.map(({ unit }) => unit),
    )
  await rememberAliases(tx, [{ unit: settled.unit, text: settled.text, kind: 'settled' }], now, post)
}
