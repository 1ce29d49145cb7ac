import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Empty } from '../kit/states.tsx'
import { useActing } from '../session/acting.tsx'
import type { QueueView } from './queries.ts'
import { useDeskSay } from './texts/index.ts'

/** An empty queue says what would be here and how it gets here. */
export function EmptyQueue({ view, unit = 0, onUnit }: { view: QueueView; unit?: number; onUnit: () => void }) {
  const say = useDeskSay()
  const { post, may } = useActing()
  const words =
    view === 'overdue'
      ? 'queue.empty.overdue.words'
      : view === 'waiting'
        ? 'queue.empty.waiting.words'
        : 'queue.empty.words'
  if (view === 'mine' && unit > 0)
    return (
      <Empty
        title={say('queue.empty.mine')}
        action={<Button onClick={onUnit}>{say('queue.empty.unit.look', { count: unit })}</Button>}
      >
        <p>{say('queue.empty.unit.words')}</p>
      </Empty>
    )
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
