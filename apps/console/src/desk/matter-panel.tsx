import { CloseOutlined } from '@ant-design/icons'
import type { QueueRow } from '@gongqiao/modules/membership/contract.ts'
import { Button } from 'antd'
import { Suspense, useEffect, useRef } from 'react'
import { Refused } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { Loading } from '../kit/states.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { matterOf } from '../matters/keys.ts'
import { useMattersSay } from '../matters/texts/index.ts'
import { GenericPanel, panels } from './panels.ts'

/** A matter beside its list: whom it concerns, the clock, the history, and the steps that are open. */
export function MatterPanel({
  word,
  row,
  rowsAt,
  onClose,
  onNext,
}: {
  /** As the address names it. */
  word: string
  row: QueueRow | null
  /** When the rows were fetched, in milliseconds. */
  rowsAt: number
  onClose: () => void
  onNext: (() => void) | null
}) {
  const say = useMattersSay()
  const kit = useKitSay()
  const panel = useRef<HTMLElement>(null)
  const matter = matterOf(word)
  const listed = row === null ? null : { state: row.state, at: rowsAt }
  const isListed = row !== null
  const Panel = panels[matter?.kind ?? ''] ?? GenericPanel

  useEffect(() => {
    panel.current?.focus({ preventScroll: true })
    panel.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  useEffect(() => {
    // Its row has left the list, and on a small screen the panel stands at the head of the list now.
    if (!isListed) panel.current?.scrollIntoView({ block: 'nearest' })
  }, [isListed])

  return (
    <aside className="panel" aria-label={say('matter.title')} ref={panel} tabIndex={-1}>
      <Button
        type="text"
        icon={<CloseOutlined />}
        aria-label={kit('close')}
        className="panel-close"
        onClick={onClose}
      />
      {matter === null ? (
        <FailureNotice failure={noSuch} />
      ) : (
        <Suspense fallback={<Loading what={say('matter.title')} />}>
          <Panel matter={matter} listed={listed} onNext={onNext} />
        </Suspense>
      )}
    </aside>
  )
}

const noSuch = new Refused({ type: 'about:blank', title: '', status: 404, code: 'console.no_such', detail: '' })
