import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { OpenUnit } from './open-unit.ts'

/**
 * Lets the posts of a union of one cell end, and the desk of another answer from now on for it, for those below that it
 * answered for, and for what those posts had to do: nothing is without an owner for a moment. Asked with the scope of the
 * whole cell open.
 *
 * @param desk the post that takes over; null only where nobody above has one
 */
export async function giveUpDesk(
  tx: Tx,
  unit: Pick<OpenUnit, 'id' | 'cell_id'>,
  desk: string | null,
  { today }: { readonly today: string },
): Promise<void> {
  const posts = (
    await tx.many<{ id: string }>('select id from kernel.post where unit_id = $1 order by id', [unit.id])
  ).map(({ id }) => id)
  if (posts.length === 0) return
  await tx.run(
    `update kernel.post_holding set valid_to = greatest(valid_from, $2::date)
     where post_id = any($1::uuid[]) and valid_to is null and superseded_at is null`,
    [posts, today],
  )
  await tx.run('update organization.unit set desk_post_id = $2 where desk_post_id = any($1::uuid[])', [posts, desk])
  await tx.run(
    `with passed as (
       update kernel.matter set owner_post_id = $3
       where cell_id = $1 and ended_at is null and owner_post_id = any($2::uuid[]) returning owner_post_id
     )
     insert into kernel.post_cell (post_id, cell_id)
     select distinct p.id, $1::integer from passed join kernel.post p on p.id = passed.owner_post_id where p.cell_id <> $1
     on conflict do nothing`,
    [unit.cell_id, posts, desk],
  )
}
