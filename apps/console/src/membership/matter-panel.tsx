import { CloseOutlined } from '@ant-design/icons'
import { openSteps } from '@gongqiao/kernel/shared/matter.ts'
import type { ApplicationView, QueueRow } from '@gongqiao/modules/membership/contract.ts'
import { application } from '@gongqiao/modules/membership/machine.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Refused } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { useFocusAfter } from '../kit/use-focus-after.ts'
import { useActing } from '../session/acting.tsx'
import { ApplicationFacts } from './application-facts.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { isReportWord, type MatterKey, matterKeyOf } from './keys.ts'
import { MatterHistory } from './matter-history.tsx'
import { NoSteps } from './no-steps.tsx'
import { applicationQuery, reportQuery } from './queries.ts'
import { ReportPanel } from './report-panel.tsx'
import { ReturnDialog } from './return-dialog.tsx'
import { useMembershipSay } from './texts/index.ts'
import { type Listed, useAsListed } from './use-as-listed.ts'
import { useMatterWords } from './words.ts'

/** Steps that have a screen of their own here. */
const drawn = ['confirm', 'return'] as const

/** A matter beside its list: the person, the clock, the history, and the steps that are open. */
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
  const say = useMembershipSay()
  const kit = useKitSay()
  const panel = useRef<HTMLElement>(null)
  const matter = matterKeyOf(word)
  const listed = row === null ? null : { state: row.state, at: rowsAt }
  const isListed = row !== null

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
      ) : isReportWord(word) ? (
        <Report matter={matter} listed={listed} onNext={onNext} />
      ) : row === null || row.kind === application.name ? (
        <Application matter={matter} listed={listed} onNext={onNext} />
      ) : (
        <OtherMatter row={row} />
      )}
    </aside>
  )
}

const noSuch = new Refused({ type: 'about:blank', title: '', status: 404, code: 'console.no_such', detail: '' })

type Opened = { matter: MatterKey; listed: Listed | null; onNext: (() => void) | null }

function Report({ matter, listed, onNext }: Opened) {
  const say = useMembershipSay()
  const { api } = useActing()
  const found = useQuery(reportQuery(api, matter))
  useAsListed(found, listed)
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('matter.title')} />
  return <ReportPanel view={found.data} onNext={onNext} />
}

function Application({ matter, listed, onNext }: Opened) {
  const say = useMembershipSay()
  const { api } = useActing()
  const found = useQuery(applicationQuery(api, matter))
  useAsListed(found, listed)
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('matter.title')} />
  return <FoundApplication view={found.data} onNext={onNext} />
}

function FoundApplication({ view, onNext }: { view: ApplicationView; onNext: (() => void) | null }) {
  const say = useMembershipSay()
  const language = useLanguage()
  const { may } = useActing()
  const { stateOf } = useMatterWords()
  const [asking, setAsking] = useState<'confirm' | 'return' | null>(null)
  const standing = useFocusAfter<HTMLParagraphElement>(view.state)
  const open = openSteps(application, view.state, 'officer')
  const steps = drawn.filter((step) => open.includes(step) && view.steps.includes(step) && may(`membership.${step}`))
  return (
    <>
      <h2 className="panel-title">
        {view.name}{' '}
        <span className="soft">{say('person.brief', { sex: nameOf(language, 'sex', view.sex), age: view.age })}</span>
      </h2>
      <p ref={standing} tabIndex={-1}>
        <Tag>{say('kind.application')}</Tag> <strong>{stateOf(view.state)}</strong>
      </p>
      {view.state === 'person_check' ? <p className="note">{say('matter.person_check')}</p> : null}
      <ApplicationFacts view={view} />
      <MatterHistory lines={view.history} />
      {steps.length > 0 ? (
        <div className="panel-actions">
          {steps.map((step) => (
            <Button
              key={step}
              type={step === 'confirm' ? 'primary' : 'default'}
              size="large"
              onClick={() => setAsking(step)}
            >
              {say(`step.${step}`)}
            </Button>
          ))}
        </div>
      ) : (
        <NoSteps onNext={onNext} />
      )}
      {asking === 'confirm' ? <ConfirmDialog view={view} close={() => setAsking(null)} /> : null}
      {asking === 'return' ? <ReturnDialog view={view} close={() => setAsking(null)} /> : null}
    </>
  )
}

/** A matter of a kind this desk lists but does not decide. */
function OtherMatter({ row }: { row: QueueRow }) {
  const say = useMembershipSay()
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
