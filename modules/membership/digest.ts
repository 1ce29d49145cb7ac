import { addDays, civilDay, toDayNumber, weekdayOf } from '@gongqiao/calendar'
import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import { inTransaction, type Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Job, JobParts, JobReport } from '@gongqiao/kernel/jobs/job.ts'
import { readCell } from '@gongqiao/kernel/jobs/read-cell.ts'
import { walkCells } from '@gongqiao/kernel/jobs/walk.ts'
import { sendDigests } from './commands/send-digests.ts'

type Waiting = { open: number; overdue: number }

/** What waits for each post in one cell; what waits for the person is not among it. */
async function waitingIn(tx: Tx, cell: number, today: string): Promise<({ post: string } & Waiting)[]> {
  return tx.many(
    `select m.owner_post_id as post, count(*) as open, count(*) filter (where m.due_on < $2 and m.paused_from is null) as overdue from kernel.matter m
     where m.cell_id = $1 and m.ended_at is null and m.owner_post_id is not null and not m.waits
     group by m.owner_post_id order by m.owner_post_id`,
    [cell, today],
  )
}

type Holder = { readonly post: string; readonly account: string; readonly cell: number }

/** Who holds the posts now, and in which cell they read their messages. */
async function holdersOf(tx: Tx, posts: readonly string[], today: string): Promise<Holder[]> {
  return tx.many(
    `select h.post_id as post, h.account_id as account, p.cell_id as cell from kernel.post_holding h
     join kernel.post p on p.id = h.post_id
     where h.post_id = any($1::uuid[]) and h.superseded_at is null and h.valid_from <= $2 and (h.valid_to is null or h.valid_to >= $2)
     order by h.post_id`,
    [posts, today],
  )
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return addDays(day, -((weekdayOf(toDayNumber(day)) + 6) % 7))
}

const atOnce = 1_000

async function run(parts: JobParts): Promise<JobReport> {
  const { services, signal } = parts
  const today = civilDay(services.now())
  const byPost = new Map<string, Waiting>()
  const cells = await walkCells(parts, async (cell) => {
    for (const { post, open, overdue } of await readCell(services.pool, cell, (tx) => waitingIn(tx, cell, today))) {
      const sum = byPost.get(post) ?? { open: 0, overdue: 0 }
      byPost.set(post, { open: sum.open + open, overdue: sum.overdue + overdue })
    }
  })
  const holders = await inTransaction(
    services.pool,
    undefined,
    (tx) => holdersOf(tx, [...byPost.keys()], today),
    'read only',
  )
  let sent = 0
  const system = systemActor('membership.digest')
  for (const [cell, some] of Map.groupBy(holders, (holder) => holder.cell)) {
    // Somebody may hold several posts: one message for all of them.
    const byAccount = [...Map.groupBy(some, (holder) => holder.account)].map(([account, posts]) => ({
      account,
      open: posts.reduce((sum, { post }) => sum + (byPost.get(post)?.open ?? 0), 0),
      overdue: posts.reduce((sum, { post }) => sum + (byPost.get(post)?.overdue ?? 0), 0),
    }))
    for (let at = 0; at < byAccount.length; at += atOnce) {
      signal.throwIfAborted()
      const input = { cell, week: mondayOf(today), holders: byAccount.slice(at, at + atOnce) }
      sent += (await perform(services, system, sendDigests, input)).answer.sent
    }
  }
  return { cells, sent }
}

/** Each Monday morning whoever has something waiting is told how much. */
export const digest: Job = {
  name: 'membership.digest',
  schedule: '30 8 * * 1',
  retry: { times: 5, delaySeconds: 600 },
  longestSeconds: 7_200,
  run,
}
