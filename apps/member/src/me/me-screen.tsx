import type { Self } from '@gongqiao/modules/people/contract.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { post } from '../api/client.ts'
import { queryClient, selfQuery } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { Icon, type IconName } from '../kit/icon.tsx'
import { Loaded, SignInFirst } from '../kit/loaded.tsx'
import { Note } from '../kit/note.tsx'
import { Trouble } from '../kit/trouble.tsx'
import { showNoLetters, useLetters } from '../outbox/outbox.ts'
import { forgetPerson } from '../settings/forget-person.ts'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { useInstallation } from '../shell/installation.ts'
import { Screen } from '../shell/screen.tsx'
import { DisplaySettings } from './display-settings.tsx'
import { InstallHint } from './install-hint.tsx'
import { meTexts } from './texts/index.ts'

/** 我的: my record as it is stored, who looked, what I agreed to, messages, display, sign out. */
export function MeScreen() {
  const t = useSpeak(meTexts)
  const self = useQuery(selfQuery)
  const installation = useInstallation()
  return (
    <Screen title={t('title')} tabs>
      <Loaded query={self}>{(data) => (data === null ? <SignInFirst /> : <Mine self={data} />)}</Loaded>
      <DisplaySettings />
      <InstallHint />
      {self.data ? <SignOut /> : null}
      {installation === undefined ? null : (
        <p className="small soft about">{t('about', { name: installation.name, version: installation.version })}</p>
      )}
    </Screen>
  )
}

function Mine({ self }: { self: Self }) {
  const t = useSpeak(meTexts)
  const { language } = usePreferences()
  const facts: [string, string][] = [
    [t('name'), self.name],
    [t('document'), `${nameOf(language, 'identity', self.identityKind)} ${self.identityMask}`],
    [t('phone'), self.phoneMask ?? t('noPhone')],
  ]
  return (
    <>
      <section className="standing">
        <h2>{t('data')}</h2>
        <dl className="facts">
          {facts.map(([term, text]) => (
            <div key={term} className="row">
              <dt>{term}</dt>
              <dd>
                <span>{text}</span>
              </dd>
            </div>
          ))}
        </dl>
        <p className="small soft">{t('masked')}</p>
        <p className="small soft">{t('wrongData')}</p>
      </section>
      <ul className="rows">
        <PlaceRow to="/record" icon="check" title={t('record')} why={t('recordWhy')} />
        <PlaceRow to="/messages" icon="letter" title={t('messages')} count={self.unreadMessages} />
        <PlaceRow to="/me/looks" icon="eye" title={t('looks')} why={t('looksWhy')} />
        <PlaceRow to="/me/consents" icon="paper" title={t('consents')} why={t('consentsWhy')} />
      </ul>
    </>
  )
}

type PlaceRowProps = {
  to: '/record' | '/messages' | '/me/looks' | '/me/consents'
  icon: IconName
  title: string
  why?: string
  count?: number
}

function PlaceRow({ to, icon, title, why, count = 0 }: PlaceRowProps) {
  return (
    <li>
      <Link className="row-link" to={to}>
        <Icon name={icon} />
        <span className="row-words">
          <span className="row-title">
            {title}
            {count === 0 ? null : <span className="count"> {count}</span>}
          </span>
          {why === undefined ? null : <span className="soft small">{why}</span>}
        </span>
        <Icon name="forward" />
      </Link>
    </li>
  )
}

function SignOut() {
  const t = useSpeak(meTexts)
  const navigate = useNavigate()
  const waiting = useLetters().filter(({ state }) => state === 'waiting').length
  const leaving = useMutation({
    mutationFn: () => post('/api/sign-out'),
    onSuccess: async () => {
      await forgetPerson()
      showNoLetters()
      queryClient.clear()
      await navigate({ to: '/' })
    },
  })
  return (
    <div className="stack acts">
      <Button kind="plain" icon="out" busy={leaving.isPending} onClick={() => leaving.mutate()}>
        {leaving.isPending ? t('signingOut') : t('signOut')}
      </Button>
      {waiting === 0 ? null : (
        <Note tone="notice">
          <p>{t('signOutWaiting', { count: waiting })}</p>
        </Note>
      )}
      <p className="small soft">{t('signOutWhy')}</p>
      <Trouble fault={leaving.error} />
    </div>
  )
}
