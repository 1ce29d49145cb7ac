import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { IdentityAlert } from '@gongqiao/modules/membership/contract.ts'
import { formatInstant } from '@gongqiao/ui/format.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { post } from '../api/client.ts'
import { alertsQuery, queryClient } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { Note } from '../kit/note.tsx'
import { Trouble } from '../kit/trouble.tsx'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { ProveMe } from './prove-me.tsx'
import { alertTexts } from './texts/index.ts'

const route = getRouteApi('/alerts/$cell/$alert')

type Answer = 'open' | 'proving' | 'not_me' | 'me'

/** Somebody used my number to apply: this is me, or it is not, and a human looks at it (design §2.1). */
export function AlertScreen() {
  const { cell, alert: id } = route.useParams()
  const t = useSpeak(alertTexts)
  const alerts = useQuery(alertsQuery)
  const [answer, setAnswer] = useState<Answer>('open')
  if (answer === 'not_me') return <Answered title={t('reportedTitle')} words={t('reported')} />
  if (answer === 'me') return <Answered title={t('confirmedTitle')} words={t('confirmed')} />
  if (answer === 'proving') {
    return <ProveMe path={`/api/me/alerts/${cell}/${id}/it-is-me`} onProved={() => setAnswer('me')} />
  }
  return (
    <Screen title={t('title')} back="/">
      <Loaded query={alerts}>
        {({ items }) => {
          const alert = items.find((item) => item.id === id && String(item.cell) === cell)
          if (alert === undefined) return <Empty title={t('gone')}>{t('goneWhy')}</Empty>
          return <Asked alert={alert} onAnswer={setAnswer} />
        }}
      </Loaded>
    </Screen>
  )
}

function Asked({ alert, onAnswer }: { alert: IdentityAlert; onAnswer: (answer: Answer) => void }) {
  const t = useSpeak(alertTexts)
  const { language } = usePreferences()
  const [key] = useState(newId)
  const reporting = useMutation({
    mutationFn: () => post(`/api/me/alerts/${alert.cell}/${alert.id}/not-me`, {}, key),
    onSuccess: () => {
      onAnswer('not_me')
      void queryClient.invalidateQueries({ queryKey: ['me'] })
    },
  })
  return (
    <>
      <p className="lead">{t('what', { at: formatInstant(alert.at, language), unit: alert.unit.name })}</p>
      <Note tone="notice">
        <p>{t('safe')}</p>
      </Note>
      <p>{t('notMeWhat')}</p>
      <p>{t('meWhat')}</p>
      <Trouble fault={reporting.error} onRetry={() => reporting.mutate()} />
      <div className="foot stack">
        <Button busy={reporting.isPending} onClick={() => reporting.mutate()}>
          {reporting.isPending ? t('reporting') : t('notMe')}
        </Button>
        <Button kind="plain" onClick={() => onAnswer('proving')}>
          {t('me')}
        </Button>
      </div>
    </>
  )
}

function Answered({ title, words }: { title: string; words: string }) {
  const t = useSpeak(alertTexts)
  return (
    <Screen key="answered" title={title} tabs>
      <Note tone="done" alert>
        <p>{words}</p>
      </Note>
      <div className="acts">
        <Link className="button main" to="/matters">
          <span>{t('toMatters')}</span>
        </Link>
      </div>
    </Screen>
  )
}
