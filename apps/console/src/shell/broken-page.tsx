import type { ErrorComponentProps } from '@tanstack/react-router'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Refused, Unreachable } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { Empty } from '../kit/states.tsx'
import { useKitSay } from '../kit/texts/index.ts'

/** A page that failed: a failure of the server keeps its own words, anything else is ours. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const say = useKitSay()
  if (error instanceof Refused || error instanceof Unreachable) {
    return (
      <main className="lost">
        <FailureNotice failure={error} retry={() => window.location.reload()} />
      </main>
    )
  }
  return (
    <main className="lost">
      <Empty
        title={say('page.broken')}
        action={
          <p className="lost-acts">
            <Button type="primary" onClick={reset}>
              {say('retry')}
            </Button>
            <Link to="/">{say('back')}</Link>
          </p>
        }
      >
        <p>{say('page.broken.next')}</p>
      </Empty>
    </main>
  )
}
