import type { PostActor } from '@gongqiao/kernel/command/actor.ts'
import { openField, sealField } from '@gongqiao/kernel/crypto/field.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Fault } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { NewRollView, RollView } from './contract.ts'

/*
 * Views of the roll 名册视图: an officer's own, in the cell of the post they were saved in. What they look for may be
 * somebody's name, so that all of it is kept sealed.
 */

/** Whose views: the officer's in this post, so that whoever has it next begins anew. */
export type ViewOwner = Pick<PostActor, 'account' | 'post'>

type Kept = {
  readonly id: string
  readonly kind: 'view' | 'columns'
  readonly first: boolean
  readonly content: Buffer
}

const placeOf = (cell: number, id: string) => ({ cell, table: 'membership.roll_view', column: 'content', id })

/** All of an officer's views by name, and the columns they chose last. */
export async function readViews(
  tx: Tx,
  services: Services,
  { account, post }: ViewOwner,
): Promise<{ items: RollView[]; columns: string[] | null }> {
  const { cell } = post.place
  const rows = await tx.many<Kept>(
    `select id, kind, opens_first as first, content from membership.roll_view
     where cell_id = $1 and account_id = $2 and post_id = $3 order by id`,
    [cell, account, post.id],
  )
  if (rows.length > 0) await services.keyring.dataKey(cell)
  const open = ({ id, content }: Kept): unknown =>
    JSON.parse(openField((at, key) => services.keyring.resolve(at, key), placeOf(cell, id), content))
  const columns = rows.find(({ kind }) => kind === 'columns')
  return {
    items: rows
      .filter(({ kind }) => kind === 'view')
      .map((row) => ({ ...asContent(open(row)), id: row.id, opensFirst: row.first }))
      .sort((a, b) => a.name.localeCompare(b.name, 'zh')),
    columns: columns ? asColumns(open(columns)) : null,
  }
}

/** Seals a view, or the columns. */
export async function sealView(
  services: Services,
  { post }: ViewOwner,
  id: string,
  content: Omit<NewRollView, 'opensFirst'> | readonly string[],
): Promise<Buffer> {
  const { cell } = post.place
  return sealField(await services.keyring.dataKey(cell), placeOf(cell, id), JSON.stringify(content))
}

/** Lets no other view of the officer open first. */
export async function openNoOtherFirst(tx: Tx, { account, post }: ViewOwner, id: string): Promise<void> {
  await tx.run(
    `update membership.roll_view set opens_first = false
     where cell_id = $1 and account_id = $2 and post_id = $3 and opens_first and id <> $4`,
    [post.place.cell, account, post.id, id],
  )
}

/** A number or phone is not kept to be looked for again. */
export function viewFaults({ wish }: { readonly wish?: unknown }): Fault[] {
  const find = wish !== null && typeof wish === 'object' && 'find' in wish ? wish.find : undefined
  return typeof find === 'string' && /\p{Nd}/u.test(find)
    ? [{ field: '/wish/find', code: 'membership.view_holds_number' }]
    : []
}

/** Safe because `sealView` alone writes views. */
function asContent(value: unknown): Omit<NewRollView, 'opensFirst'> {
  return value as Omit<NewRollView, 'opensFirst'>
}

/** Safe because `sealView` alone writes columns. */
function asColumns(value: unknown): string[] {
  return value as string[]
}
