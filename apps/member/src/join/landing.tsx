import type { Invitation } from '@gongqiao/modules/membership/contract.ts'
import { dayOf, formatDay, formatWorkdays } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Refused } from '../api/client.ts'
import { cardQuery, invitationQuery, selfQuery } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { Icon, type IconName } from '../kit/icon.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { Note } from '../kit/note.tsx'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { recall } from '../settings/storage.ts'
import { useInstallation } from '../shell/installation.ts'
import { Screen } from '../shell/screen.tsx'
import { CodeRefused } from './code-refused.tsx'
import { fetchChecks } from './fetch-checks.ts'
import { forgetDraft, recallDraft } from './kept-draft.ts'
import { firstOpenStep, isAnswered } from './steps.ts'
import { joinTexts } from './texts/index.ts'

const route = getRouteApi('/j/$code')

/** What a scanned code says before anything is typed: who asks, what happens, how long it takes. */
export function Landing() {
  const { code } = route.useParams()
  const t = useSpeak(joinTexts)
  const invitation = useQuery(invitationQuery(code))

  useEffect(() => {
    // The form opens and checks even if the network goes meanwhile.
    if (invitation.isSuccess) void Promise.all([import('./form-screen.tsx'), fetchChecks()]).catch(() => undefined)
  }, [invitation.isSuccess])

  if (invitation.error instanceof Refused) return <CodeRefused problem={invitation.error.problem} />
  return (
    <Screen title={invitation.data?.unit.name ?? t('joinTitle')} documentTitle={t('joinTitle')}>
      <Loaded query={invitation}>{(data) => <Invited code={code} invitation={data} />}</Loaded>
    </Screen>
  )
}

function Invited({ code, invitation }: { code: string; invitation: Invitation }) {
  const t = useSpeak(joinTexts)
  const { language } = usePreferences()
  const hotline = useInstallation()?.hotline ?? '12351'
  const { unit, upper, reviewWorkdays, expiresAt } = invitation
  return (
    <>
      <p className="invites">{t('invites')}</p>
      {upper === null ? null : <p className="soft small">{t('upper', { upper: upper.name })}</p>}
      <h2 className="hidden-words">{t('afterTitle')}</h2>
      <ul className="promises">
        <Promised icon="check" title={t('now')} why={t('nowWhy')} />
        <Promised
          icon="clock"
          title={t('confirmed', { workdays: formatWorkdays(reviewWorkdays, language) })}
          why={t('confirmedWhy', { unit: unit.shortName })}
        />
        <Promised icon="paper" title={t('little')} why={t('littleWhy')} />
      </ul>
      <p className="small soft">
        {t('free')} {t('validUntil', { day: formatDay(dayOf(expiresAt), language) })} {t('otherWay', { hotline })}
      </p>
      <SignedInHere code={code} unit={unit.id} />
      <div className="foot">
        <StartLinks code={code} />
      </div>
    </>
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

/** Says who is signed in on this phone, before somebody fills in the form of another person on it. */
function SignedInHere({ code, unit }: { code: string; unit: string }) {
  const t = useSpeak(joinTexts)
  const known = recall('lasting', 'known') === 'yes'
  const self = useQuery({ ...selfQuery, enabled: known })
  const card = useQuery({ ...cardQuery, enabled: known })
  if (!self.data) return null
  if (card.data?.status === 'active' || card.data?.status === 'retained') {
    const isHere = card.data.unit.id === unit
    return (
      <Note tone="notice">
        <p>{t(isHere ? 'memberOfThis' : 'memberHere', { name: self.data.name, unit: card.data.unit.name })}</p>
        {isHere ? null : (
          <Link className="button main" to="/transfer" search={{ code }}>
            <span>{t('memberMove')}</span>
          </Link>
        )}
      </Note>
    )
  }
  return (
    <Note tone="notice">
      <p>{t('signedInHere', { name: self.data.name })}</p>
      <Link className="link" to="/">
        {t('toHome')}
      </Link>
    </Note>
  )
}

/** One button; somebody who was here before goes on where the phone died. */
function StartLinks({ code }: { code: string }) {
  const t = useSpeak(joinTexts)
  const [draft, setDraft] = useState(() => recallDraft('join', code))
  const begun = draft !== undefined && (isAnswered(draft, 'name') || isAnswered(draft, 'number'))
  const step = begun ? firstOpenStep('joining', draft) : 'number'
  return (
    <>
      <Link className="button main" to="/j/$code/$step" params={{ code, step }}>
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
    </>
  )
}
