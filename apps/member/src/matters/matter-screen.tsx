import type { MyMatterWhole } from '@gongqiao/kernel/matter/contract.ts'
import { application } from '@gongqiao/modules/membership/machine.ts'
import { formatInstant } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { matterQuery } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { Note } from '../kit/note.tsx'
import { isLifeMatter, LifeActs } from '../life/life-acts.tsx'
import { OutboxList, useWaits } from '../outbox/outbox-list.tsx'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { useKindWords } from './kinds.ts'
import { MatterMore } from './matter-more.tsx'
import { MendAdvice } from './mend-advice.tsx'
import { ReportActs } from './report-acts.tsx'
import { DueWords, isOver, ownerWords, waitsForMe } from './standing.tsx'
import { mattersTexts } from './texts/index.ts'
import { Timeline } from './timeline.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

const route = getRouteApi('/matters/$cell/$matter')

/** One matter: what happened, who has it now, by when, and what I can do. */
export function MatterScreen() {
  const { cell, matter } = route.useParams()
  const t = useSpeak(mattersTexts)
  const query = useQuery(matterQuery(Number(cell), matter))
  const words = useKindWords(query.data?.kind ?? '')
  // A transfer is shown with both its sides.
  if (query.data?.kind === 'membership.transfer')
    return <Navigate to="/transfers/$cell/$matter" params={{ cell, matter }} replace />
  return (
    <Screen title={query.data ? words('kind', query.data.kind) : t('title')} back="/matters" tabs>
      <Loaded query={query}>{(data) => <Matter matter={data} />}</Loaded>
    </Screen>
  )
}

function Matter({ matter }: { matter: MyMatterWhole }) {
  const t = useSpeak(mattersTexts)
  const { language } = usePreferences()
  const [withdrawing, setWithdrawing] = useState(false)
  const waits = useWaits(matter.id)
  const over = isOver(matter)
  const words = useKindWords(matter.kind)
  const params = { cell: String(matter.cell), matter: matter.id }
  return (
    <>
      <p className="soft">
        {matter.unit.name} · {t('openedAt', { at: formatInstant(matter.openedAt, language) })}
      </p>
      {matter.state === 'returned' ? <MendAdvice matter={matter} /> : null}
      {matter.state === 'person_check' ? (
        <Note tone="waits" title={t('personCheck')}>
          <p>{t('personCheckWhy', { unit: matter.unit.name })}</p>
        </Note>
      ) : null}
      <section className="standing">
        <dl>
          <div>
            <dt>{t('happened')}</dt>
            <dd>{words('state', matter.state)}</dd>
          </div>
          {over ? null : (
            <div>
              <dt>{t('owner')}</dt>
              <dd>{waitsForMe(matter) ? t('yourself') : ownerWords(matter.owner, matter.owner.unit)}</dd>
            </div>
          )}
          <div>
            <dt>{t('due')}</dt>
            <dd>{matter.due === null ? t('noDue') : <DueWords matter={matter} />}</dd>
          </div>
        </dl>
      </section>
      <section>
        <h2>{t('history')}</h2>
        <Timeline lines={matter.history} words={words} />
      </section>
      <OutboxList subject={matter.id} />
      {waits ? null : (
        <div className="stack acts">
          {matter.steps.includes('resubmit') ? (
            <Link className="button main" to="/matters/$cell/$matter/mend/$step" params={{ ...params, step: 'number' }}>
              <span>{t('mend')}</span>
            </Link>
          ) : null}
          <ReportActs matter={matter} />
          {isLifeMatter(matter.kind) ? (
            <LifeActs matter={matter} />
          ) : matter.steps.includes('withdraw') && matter.kind === application.name ? (
            <Button kind="quiet" onClick={() => setWithdrawing(true)}>
              {t('withdraw')}
            </Button>
          ) : null}
        </div>
      )}
      <MatterMore matter={matter} words={words} />
      {withdrawing ? <WithdrawDialog matter={matter} onClose={() => setWithdrawing(false)} /> : null}
    </>
  )
}
