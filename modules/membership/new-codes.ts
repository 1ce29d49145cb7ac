import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { JoiningCodeRow } from './joining-codes.ts'
import { writePayload } from './rules.ts'
import { drawShortCodes } from './short-codes.ts'

/** A union that gets a joining code. */
type Place = { readonly id: string; readonly cell_id: number; readonly path: string }

/**
 * Makes a joining code for each of these unions, signed and with a short one, in one statement.
 *
 * @param wish what the codes are called, and for how many days from now they work
 */
export async function newCodes(
  tx: Tx,
  services: Services,
  units: readonly Place[],
  wish: { readonly label: string; readonly validDays: number },
  now: Date,
): Promise<JoiningCodeRow[]> {
  // A code's end stands in whole seconds inside its signature.
  const expires_at = new Date(Math.floor(now.getTime() / 1000) * 1000 + wish.validDays * 86_400_000)
  const drafts = units.map((unit) => {
    const id = newId(now.getTime())
    const payload = { cell: unit.cell_id, code: id, unit: unit.id, expiresAt: expires_at }
    return { ...unit, id, unit: unit.id, expires_at, token: services.tokens.sign(writePayload(payload)) }
  })
  const shorts = await drawShortCodes(tx, drafts, now)
  const rows = drafts.map((draft): JoiningCodeRow & { cell_id: number } => ({
    cell_id: draft.cell_id,
    id: draft.id,
    path: draft.path,
    unit_id: draft.unit,
    label: wish.label,
    token: draft.token,
    short_code: shorts.get(draft.id) ?? '',
    created_at: now,
    expires_at,
    revoked_at: null,
    used: 0,
  }))
  const cells = new Set(rows.map(({ cell_id }) => cell_id))
  for (const cell of cells) {
    const here = rows.filter(({ cell_id }) => cell_id === cell)
    await tx.run(
      `insert into membership.joining_code (cell_id, id, path, unit_id, label, token, short_code, created_at, expires_at)
       select $1, m.id, m.path, m.unit, $2, m.token, m.short, $3, $4
       from unnest($5::uuid[], $6::text[], $7::uuid[], $8::text[], $9::text[]) as m (id, path, unit, token, short)`,
      [
        cell,
        wish.label,
        now,
        expires_at,
        here.map(({ id }) => id),
        here.map(({ path }) => path),
        here.map(({ unit_id }) => unit_id),
        here.map(({ token }) => token),
        here.map(({ short_code }) => short_code),
      ],
    )
  }
  return rows
}
