import { Button } from 'antd'
import { useMattersSay } from './texts/index.ts'

/** Where a matter has nothing to do: says so, and leads on to the next one of the list. */
export function NoSteps({ onNext }: { onNext: (() => void) | null }) {
  const say = useMattersSay()
  return (
    <div className="panel-actions">
      <p className="soft">{say('matter.no_steps')}</p>
      {onNext ? (
        <Button type="primary" onClick={onNext}>
          {say('matter.next')}
        </Button>
      ) : null}
    </div>
  )
}
