import type { QueuePage } from '@gongqiao/modules/membership/contract.ts'
import type { QueueView } from './queries.ts'
import { useDeskSay } from './texts/index.ts'

/** What a view holds in one sentence: whose turn it is, and what of it is late or waits. */
export function QueueSentence({
  view,
  counts: { open, overdue, waiting },
}: {
  view: QueueView
  counts: Pick<QueuePage, 'open' | 'overdue' | 'waiting'>
}) {
  const say = useDeskSay()
  return (
    <p className="page-sentence">
      {say(open === 1 ? `queue.sentence.${view}.one` : `queue.sentence.${view}`, { count: open })}
      {overdue > 0 && view !== 'overdue' ? say('queue.sentence.of.overdue', { count: overdue }) : null}
      {waiting > 0 && view === 'unit' ? say('queue.sentence.of.waiting', { count: waiting }) : null}
    </p>
  )
}
