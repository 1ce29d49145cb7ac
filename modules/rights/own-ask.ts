import type { Anyone, PersonActor } from '@gongqiao/kernel/command/actor.ts'
import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { codeDigestOf } from './asked-row.ts'
import { codeDigest, countOne, plainQueryCode, refuseTooMany } from './query-code.ts'

/** Why a command or query of the asker opens the place of their ask. */
export const ownReach = {
  own: 'the ask is the asker’s own, by their session or by its query code, wherever it is kept',
}

type Context = Pick<
  CommandContext<unknown, 'person' | 'anyone'>,
  'tx' | 'actor' | 'now' | 'allow' | 'reach' | 'services'
>
type Key = { readonly cell: number; readonly matter: string; readonly code?: string }

/** Who asks about an ask of their own, and the cell it is in now. */
export type Asker =
  | { readonly by: 'session'; readonly cell: number; readonly actor: PersonActor }
  | { readonly by: 'code'; readonly cell: number; readonly digest: Buffer }

/** A wrong query code is counted, and what is answered says nothing of what exists. */
export type Wrong = { readonly refusal: Refusal }

/** No matter is referred so often: whatever leads further leads in a ring. */
const movesAtMost = 20

/**
 * Finds out whether an ask, or a report of retaliation, is the asker's own, and opens its place, also where it was referred
 * to another cell since. With a query code it is the code alone that counts, whoever is signed in.
 *
 * Refuses `kernel.absent`, `kernel.too_many_requests`; a wrong code is given back to be counted and answered.
 */
export async function openOwn(context: Context, key: Key): Promise<Asker | Wrong> {
  const { tx, actor, now, allow, services } = context
  if (actor.kind === 'system') throw new Error('the system asks nobody')
  if (key.code === undefined) {
    if (actor.kind !== 'person') throw new Refusal('kernel.sign_in_first')
    allow.self(actor.person)
    const at = await whereIs(context, key)
    if (at?.subject !== actor.person) throw absent()
    return { by: 'session', cell: at.cell, actor }
  }
  allow.everybody('whoever holds the query code is the asker')
  const source = sourceActor(actor)
  await refuseTooMany(tx, services, source, 'wrongCodes', now)
  const plain = plainQueryCode(key.code)
  const at = await whereIs(context, key)
  const digest = at ? await codeDigestOf(tx, at.cell, key.matter) : null
  if (!at || plain === undefined || digest === null || !digest.equals(codeDigest(services, plain))) {
    await countOne(tx, services, source, 'wrongCodes', now)
    return { refusal: new Refusal('rights.query_code_unknown') }
  }
  return { by: 'code', cell: at.cell, digest }
}

type At = { readonly cell: number; readonly subject: string }

/** Opens the cell in which a matter is now; undefined where there is none. */
async function whereIs({ tx, reach }: Context, { cell, matter }: Key): Promise<At | undefined> {
  let at = cell
  for (let moves = 0; moves <= movesAtMost; moves++) {
    await reach('own', { cell: at, path: '' })
    const row = await findTrace(tx, at, matter)
    if (!row) return undefined
    if (row.movedTo === null) return { cell: at, subject: row.subject }
    at = row.movedTo
  }
  return undefined
}

function findTrace(tx: Tx, cell: number, matter: string) {
  return tx.maybe<{ subject: string; movedTo: number | null }>(
    `select subject_id as subject, moved_to_cell as "movedTo" from kernel.matter where cell_id = $1 and id = $2`,
    [cell, matter],
  )
}

/** Where guesses come from: an address, or the account of whoever is signed in. */
export function sourceActor(actor: Anyone | PersonActor): Anyone {
  if (actor.kind === 'anyone') return actor
  return { kind: 'anyone', address: actor.account, language: actor.language, keyOwner: actor.keyOwner }
}
