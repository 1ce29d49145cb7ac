import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useMattersSay } from './texts/index.ts'

/** Where a matter has nothing to do: says so, or where it is done instead, and leads on to the next one of the list. */
export function NoSteps({ onNext, doneAt = null }: { onNext: (() => void) | null; doneAt?: ReactNode }) {
  const say = useMattersSay()
  return (
    <>
      {doneAt}
      <div className="panel-actions">
        {doneAt === null ? <p className="soft">{say('matter.no_steps')}</p> : null}
        {onNext ? (
          <Button type={doneAt === null ? 'primary' : 'default'} onClick={onNext}>
            {say('matter.next')}
          </Button>
        ) : null}
      </div>
    </>
  )
}
