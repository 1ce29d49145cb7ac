import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { fetchChecks } from '../join/fetch-checks.ts'
import { forgetDraft, recallDraft } from '../join/kept-draft.ts'
import { firstOpenStep, isAnswered } from '../join/steps.ts'
import { Button } from '../kit/button.tsx'
import { Icon, type IconName } from '../kit/icon.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { claimForm } from './claim-form-id.ts'
import { claimTexts } from './texts/index.ts'

/** 认领: what it is, what it takes and what nobody else can do with a number, before anything is typed. */
export function ClaimLanding() {
  const t = useSpeak(claimTexts)
  const [draft, setDraft] = useState(() => recallDraft('join', claimForm))
  const begun = draft !== undefined && (isAnswered(draft, 'name') || isAnswered(draft, 'number'))
  const step = begun ? firstOpenStep('joining', draft) : 'number'

  useEffect(() => {
    // The form opens and checks even if the network goes meanwhile.
    void Promise.all([import('./claim-form.tsx'), fetchChecks()]).catch(() => undefined)
  }, [])

  return (
    <Screen title={t('title')} back="/">
      <p className="lead">{t('lead')}</p>
      <ul className="promises">
        <Promised icon="paper" title={t('need')} why={t('needWhy')} />
        <Promised icon="check" title={t('after')} why={t('afterWhy')} />
        <Promised icon="notice" title={t('safe')} why={t('safeWhy')} />
      </ul>
      <p className="small soft">{t('scanInstead')}</p>
      <div className="foot stack">
        <Link className="button main" to="/claim/$step" params={{ step }}>
          <span>{begun ? t('goOn') : t('start')}</span>
        </Link>
        {begun ? (
          <Button
            kind="quiet"
            onClick={() => {
              forgetDraft('join')
              setDraft(undefined)
            }}
          >
            {t('startOver')}
          </Button>
        ) : null}
      </div>
    </Screen>
  )
}

function Promised({ icon, title, why }: { icon: IconName; title: string; why: string }) {
  return (
    <li className="promise">
      <Icon name={icon} />
      <div>
        <p className="promise-title">{title}</p>
        <p className="soft">{why}</p>
      </div>
    </li>
  )
}
