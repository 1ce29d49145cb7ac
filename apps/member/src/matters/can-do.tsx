import { useQuery } from '@tanstack/react-query'
import { Link, type LinkProps } from '@tanstack/react-router'
import { cardQuery, selfQuery } from '../api/queries.ts'
import { HotlineLink } from '../kit/button.tsx'
import { Icon, type IconName } from '../kit/icon.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { useInstallation } from '../shell/installation.ts'
import { kindsQuery } from './kinds.ts'
import { mattersTexts } from './texts/index.ts'

/** What can be asked for today, by whoever looks: a member, somebody with an account, or nobody known. */
export function CanDo() {
  const t = useSpeak(mattersTexts)
  const k = useSpeak(kitTexts)
  const hotline = useInstallation()?.hotline ?? '12351'
  const signedIn = Boolean(useQuery(selfQuery).data)
  const status = useQuery({ ...cardQuery, enabled: signedIn }).data?.status
  const belongs = status === 'active' || status === 'retained'
  return (
    <section>
      <h2>{t('can')}</h2>
      <ul className="rows">
        <Row to="/ask" icon="mic" title={t('ask')} why={t('askWhy')} />
        {status === undefined ? <Row to="/scan" icon="scan" title={t('join')} why={t('joinWhy')} /> : null}
        {belongs ? <Row to="/transfer" icon="out" title={t('move')} why={t('moveWhy')} /> : null}
        {status === undefined ? null : <Row to="/life" icon="check" title={t('life')} why={t('lifeWhy')} />}
        {signedIn ? <Openable /> : null}
        <Row to={signedIn ? '/union-asks' : '/union-ask'} icon="people" title={t('found')} why={t('foundWhy')} />
      </ul>
      <div className="acts">
        <HotlineLink hotline={hotline}>{k('call', { hotline })}</HotlineLink>
      </div>
    </section>
  )
}

type RowProps = { to: LinkProps['to']; icon: IconName; title: string; why: string }

function Row({ to, icon, title, why }: RowProps) {
  return (
    <li>
      <Link className="row-link" to={to}>
        <Icon name={icon} />
        <span className="row-words">
          <span className="row-title">{title}</span>
          <span className="soft small">{why}</span>
        </span>
        <Icon name="forward" />
      </Link>
    </li>
  )
}

/** What I can ask for by a form, as the modules define it. */
function Openable() {
  const { language } = usePreferences()
  const kinds = useQuery(kindsQuery(language))
  return (kinds.data?.items ?? [])
    .filter(({ opens }) => opens.includes('person'))
    .map(({ kind, name, texts }) => (
      <li key={kind}>
        <Link className="row-link" to="/matters/new/$kind" params={{ kind }}>
          <Icon name="paper" />
          <span className="row-words">
            <span className="row-title">{name}</span>
            {texts['next.asked'] === undefined ? null : <span className="soft small">{texts['next.asked']}</span>}
          </span>
          <Icon name="forward" />
        </Link>
      </li>
    ))
}
