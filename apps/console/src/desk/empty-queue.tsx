import { Link } from '@tanstack/react-router'
import { Empty } from '../kit/states.tsx'
import { useActing } from '../session/acting.tsx'
import type { QueueView } from './queries.ts'
import { useDeskSay } from './texts/index.ts'

/** An empty queue says what would be here and how it gets here. */
export function EmptyQueue({ view }: { view: QueueView }) {
  const say = useDeskSay()
  const { post, may } = useActing()
  const words =
    view === 'overdue'
      ? 'queue.empty.overdue.words'
      : view === 'waiting'
        ? 'queue.empty.waiting.words'
        : 'queue.empty.words'
  return (
    <Empty
      title={say(`queue.empty.${view}`)}
      action={
        view !== 'waiting' && may('membership.make_code') ? (
          <Link to="/units/$unit/codes" params={{ unit: post.unit.id }}>
            {say('queue.empty.codes')}
          </Link>
        ) : null
      }
    >
      <p>{say(words)}</p>
    </Empty>
  )
}
