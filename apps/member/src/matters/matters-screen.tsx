import type { MyMatter } from '@gongqiao/modules/membership/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { mattersQuery, selfQuery } from '../api/queries.ts'
import { HotlineLink } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { Icon } from '../kit/icon.tsx'
import { Loaded, SignInFirst } from '../kit/loaded.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { useInstallation } from '../shell/installation.ts'
import { Screen } from '../shell/screen.tsx'
import { kindsQuery } from './kinds.ts'
import { MatterRow } from './matter-row.tsx'
import { isOver } from './standing.tsx'
import { mattersTexts } from './texts/index.ts'

/** 办事: what is under way for me, and what I can do today. */
export function MattersScreen() {
  const t = useSpeak(mattersTexts)
  const self = useQuery(selfQuery)
  return (
    <Screen title={t('title')} tabs>
      {self.data ? <MyMatters /> : self.data === null ? <SignInFirst /> : null}
      <CanDo />
    </Screen>
  )
}

function MyMatters() {
  const t = useSpeak(mattersTexts)
  const matters = useQuery(mattersQuery)
  return (
    <Loaded query={matters}>
      {({ items }) => {
        const open = items.filter((matter) => !isOver(matter))
        return (
          <>
            <section>
              <h2>{t('open')}</h2>
              {open.length === 0 ? <Empty title={t('none')}>{t('noneWhy')}</Empty> : <Rows matters={open} />}
            </section>
            {items.length === open.length ? null : (
              <section>
                <h2>{t('ended')}</h2>
                <Rows matters={items.filter(isOver)} />
              </section>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

function Rows({ matters }: { matters: readonly MyMatter[] }) {
  return (
    <ul className="rows">
      {matters.map((matter) => (
        <MatterRow key={matter.id} matter={matter} />
      ))}
    </ul>
  )
}

/** What I can ask for by a form, as the modules define it. */
function Openable() {
  const { language } = usePreferences()
  const self = useQuery(selfQuery).data
  const kinds = useQuery({ ...kindsQuery(language), enabled: Boolean(self) })
  const mine = self ? (kinds.data?.items ?? []).filter(({ opens }) => opens.includes('person')) : []
  return mine.map(({ kind, name, texts }) => (
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

function CanDo() {
  const t = useSpeak(mattersTexts)
  const k = useSpeak(kitTexts)
  const hotline = useInstallation()?.hotline ?? '12351'
  return (
    <section>
      <h2>{t('can')}</h2>
      <ul className="rows">
        <Openable />
        <li className="row-plain">
          <Icon name="scan" />
          <span className="row-words">
            <span className="row-title">{t('join')}</span>
            <span className="soft small">{t('joinWhy')}</span>
          </span>
        </li>
        <li className="row-plain">
          <Icon name="phone" />
          <span className="row-words">
            <span className="row-title">{t('help')}</span>
            <span className="soft small">{t('helpWhy', { hotline })}</span>
          </span>
        </li>
      </ul>
      <div className="acts">
        <HotlineLink hotline={hotline}>{k('call', { hotline })}</HotlineLink>
      </div>
    </section>
  )
}
