import {
  DisconnectOutlined,
  ExclamationCircleOutlined,
  LockOutlined,
  QuestionCircleOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { type FailureKind, kindOf, problemOf } from './failure.ts'
import { useKitSay } from './texts/index.ts'

const icons: { readonly [kind in FailureKind]: ReactNode } = {
  unreachable: <DisconnectOutlined />,
  mistake: <WarningOutlined />,
  forbidden: <LockOutlined />,
  absent: <QuestionCircleOutlined />,
  session_over: <LockOutlined />,
  refused: <ExclamationCircleOutlined />,
}

const words = {
  unreachable: ['failure.offline', 'failure.offline.next'],
  mistake: ['failure.mistake', 'failure.mistake.next'],
  forbidden: ['failure.forbidden', 'failure.forbidden.next'],
  absent: ['failure.absent', 'failure.absent.next'],
  session_over: ['failure.session', 'failure.session.next'],
  refused: ['failure.refused', 'failure.refused'],
} as const

/**
 * A failure in words: what happened, what to do next, and the article behind a lawful no.
 *
 * The server's own words come first; ours stand in where it could not speak.
 */
export function FailureNotice({ failure, retry, quiet }: { failure: unknown; retry?: () => void; quiet?: boolean }) {
  const say = useKitSay()
  const kind = kindOf(failure)
  const problem = problemOf(failure)
  const [title, next] = words[kind]
  return (
    <div className={quiet ? 'failure failure-quiet' : 'failure'} role="alert">
      <span className="failure-icon" aria-hidden="true">
        {icons[kind]}
      </span>
      <div>
        <p className="failure-title">{problem?.title || say(title)}</p>
        <p className="failure-next">{problem?.detail || (kind === 'refused' ? '' : say(next))}</p>
        {problem?.basis ? <p className="soft">{say('basis', { basis: problem.basis })}</p> : null}
        {problem?.request ? <p className="soft">{say('failure.request', { request: problem.request })}</p> : null}
        {retry && mayHelp(kind) ? (
          <Button onClick={retry} className="failure-retry">
            {say('retry')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

/** Asking again brings nothing where the answer was that there is nothing, or not for this post. */
function mayHelp(kind: FailureKind): boolean {
  return kind !== 'absent' && kind !== 'forbidden'
}
