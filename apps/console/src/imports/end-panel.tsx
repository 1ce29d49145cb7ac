import type { ImportView } from '@gongqiao/modules/people/contract.ts'
import { formatNumber } from '@gongqiao/ui/format.ts'
import { Link } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { CureWords } from './cure-words.tsx'
import { describedKind } from './described-kinds.ts'
import { FaultSummary } from './fault-summary.tsx'
import { GonePanel } from './gone-panel.tsx'
import { takeStep } from './queries.ts'
import { RowsSection } from './rows-section.tsx'
import { endSentence } from './sentences.ts'
import { useImportsSay } from './texts/index.ts'
import { useImportStep } from './use-step.ts'

/** What came of an import: a sentence, what to do next, what did not come in, who is proposed for leaving, the undo. */
export function EndPanel({ view, unit }: { view: ImportView; unit: string }) {
  const say = useImportsSay()
  const done = view.outcomes.applied > 0 && view.state !== 'undone'
  return (
    <>
      {view.trouble === null ? null : (
        <p className="note">
          <strong>{say('failed.title')}</strong>
          {say('colon')}
          <CureWords text={view.trouble} />
        </p>
      )}
      <p className="import-sentence">{endSentence(say, view)}</p>
      {done && view.kind === 'membership.roster' ? <NextForPeople unit={unit} /> : null}
      {done && view.kind === 'organization.officers' ? (
        <section className="import-box">
          <h3>{say('done.handouts')}</h3>
          <p className="soft">{say('done.handouts.words')}</p>
        </section>
      ) : null}
      <FaultSummary view={view} file={view.fileName !== ''} />
      {view.steps.includes('leave') ? <GonePanel view={view} /> : null}
      <div className="import-acts">
        <Link className="button-link" to="/units/$unit/imports" params={{ unit }}>
          {say('done.more')}
        </Link>
        {view.steps.includes('undo') ? <Undo view={view} /> : null}
      </div>
      <RowsSection view={view} />
    </>
  )
}

function NextForPeople({ unit }: { unit: string }) {
  const say = useImportsSay()
  const { may } = useActing()
  return (
    <section className="import-box">
      <h3>{say('done.claim')}</h3>
      <p className="soft">{say('done.claim.words')}</p>
      <div className="import-acts">
        {may('membership.list_roll') ? (
          <>
            <Link className="button-link" to="/units/$unit/people/unclaimed" params={{ unit }}>
              {say('done.claim.unclaimed')}
            </Link>
            <Link className="button-link" to="/units/$unit/people" params={{ unit }}>
              {say('done.claim.people')}
            </Link>
          </>
        ) : null}
      </div>
    </section>
  )
}

/** The undo: what follows and what cannot be undone, before it is asked for. */
function Undo({ view }: { view: ImportView }) {
  const say = useImportsSay()
  const kit = useKitSay()
  const { api } = useActing()
  const [asking, setAsking] = useState(false)
  const undo = useImportStep(view, (of, _said: null, once) => takeStep(api, of, 'undo', once))
  const { applied, asked } = view.outcomes
  const kind = describedKind(view.kind)
  return (
    <>
      <Button onClick={() => setAsking(true)}>{say('undo.go')}</Button>
      <Modal
        open={asking}
        title={say('undo.title')}
        okText={say('undo.go')}
        okButtonProps={{ danger: true }}
        cancelText={kit('cancel')}
        onCancel={() => {
          setAsking(false)
          undo.reset()
        }}
        onOk={() => undo.mutate(null)}
        confirmLoading={undo.isPending}
      >
        <p>{say('undo.many', { count: formatNumber(applied + asked) })}</p>
        <div className="follows">
          <p>{say('undo.follows')}</p>
          <ul>
            <li>{say('undo.follow.back')}</li>
            <li>{kind ? say(`undo.follow.kept.${kind}`) : say('undo.follow.kept')}</li>
            {kind === 'membership.roster' ? <li>{say('undo.follow.asked')}</li> : null}
            {kind === 'organization.officers' ? <li>{say('undo.follow.links')}</li> : null}
            <li>{say('undo.follow.record')}</li>
          </ul>
        </div>
        {undo.isError ? <FailureNotice failure={undo.error} quiet /> : null}
      </Modal>
    </>
  )
}
