import { CloseOutlined } from '@ant-design/icons'
import type { QueueRow } from '@gongqiao/modules/membership/contract.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { Button } from 'antd'
import { Suspense, useEffect, useRef } from 'react'
import { Refused } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { matterOf } from '../matters/keys.ts'
import { useMattersSay } from '../matters/texts/index.ts'
import { useMatterWords } from '../matters/words.ts'
import { panels } from './panels.ts'
import { useDeskSay } from './texts/index.ts'

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
  const Panel = matter === null ? undefined : panels[matter.kind]

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
      ) : Panel !== undefined ? (
        <Suspense fallback={<Loading what={say('matter.title')} />}>
          <Panel matter={matter} listed={listed} onNext={onNext} />
        </Suspense>
      ) : row === null ? (
        <FailureNotice failure={noSuch} />
      ) : (
        <OtherMatter row={row} />
      )}
    </aside>
  )
}

const noSuch = new Refused({ type: 'about:blank', title: '', status: 404, code: 'console.no_such', detail: '' })

/** A matter of a kind this desk lists but does not decide. */
function OtherMatter({ row }: { row: QueueRow }) {
  const say = useDeskSay()
  const { stateOf } = useMatterWords()
  const language = useLanguage()
  return (
    <>
      <h2 className="panel-title">{row.title}</h2>
      <p>
        <Tag>{nameOf(language, 'kind', row.kind)}</Tag> <strong>{stateOf(row.state)}</strong>
      </p>
      <p>{row.unit.name}</p>
      <p className="note">{say('matter.other')}</p>
    </>
  )
}
