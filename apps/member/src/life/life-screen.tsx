import type { MyLife } from '@gongqiao/modules/membership/contract.ts'
import { dayOf, formatDay } from '@gongqiao/ui/format.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { selfQuery } from '../api/queries.ts'
import { homeTexts } from '../home/texts/index.ts'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { Loaded, SignInFirst } from '../kit/loaded.tsx'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { AskDialog } from './ask-dialog.tsx'
import { ConfidenceSection } from './confidence-section.tsx'
import { confidenceQuery, lifeQuery } from './queries.ts'
import { StandingDialog } from './standing-dialog.tsx'
import { lifeTexts } from './texts/index.ts'

/** What my membership can do 我的会籍: what I have now, what I can ask for, and what was done. */
export function LifeScreen() {
  const t = useSpeak(lifeTexts)
  const h = useSpeak(homeTexts)
  const self = useQuery(selfQuery)
  const life = useQuery({ ...lifeQuery, enabled: self.data !== null })
  return (
    <Screen title={t('title')} back="/record">
      {self.data === null ? (
        <SignInFirst />
      ) : (
        <Loaded query={life}>
          {(data) => (data === null ? <Empty title={h('noCard')}>{h('noCardWhy')}</Empty> : <Life life={data} />)}
        </Loaded>
      )}
    </Screen>
  )
}

function Life({ life }: { life: MyLife }) {
  const t = useSpeak(lifeTexts)
  const { language } = usePreferences()
  const confidence = useQuery(confidenceQuery)
  const [asking, setAsking] = useState<'standing' | 'resign'>()
  const { acts, matters, records } = life
  const wish = acts.find((act) => act !== 'resign')
  return (
    <>
      <p className="lead">{life.status === 'provisional' ? t('provisional') : t('lead')}</p>
      <section className="standing">
        <dl className="facts">
          <Fact term={t('status')} text={nameOf(language, 'status', life.status)} />
          <Fact term={t('votes')} text={t(life.votes ? 'yes' : 'no')} />
          <Fact term={t('dues')} text={t(life.paysDues ? 'pays' : 'paysNot')} />
        </dl>
      </section>
      {confidence.data ? <ConfidenceSection confidence={confidence.data} /> : null}
      {acts.length === 0 ? null : (
        <section>
          <h2>{t('can')}</h2>
          <div className="stack acts">
            {wish === undefined ? null : (
              <Button kind="plain" onClick={() => setAsking('standing')}>
                {t(wish)}
              </Button>
            )}
            {acts.includes('resign') ? (
              <Button kind="quiet" onClick={() => setAsking('resign')}>
                {t('resign')}
              </Button>
            ) : null}
          </div>
        </section>
      )}
      {matters.length === 0 ? null : (
        <section>
          <h2>{t('matters')}</h2>
          <ul className="rows">
            {matters.map(({ cell, matter, kind, state, openedAt }) => (
              <li key={matter}>
                <Link className="row-link" to="/matters/$cell/$matter" params={{ cell: String(cell), matter }}>
                  <span className="row-words">
                    <span>{nameOf(language, 'kind', kind)}</span>
                    <span className="small soft">
                      {nameOf(language, 'state', state)} · {formatDay(dayOf(openedAt), language)}
                    </span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {records.length === 0 ? null : (
        <section>
          <h2>{t('records')}</h2>
          <ul className="plain-list">
            {records.map(({ id, act, on, by, before, after, proof }) => (
              <li key={id}>
                {t(`act.${act}`)} · {formatDay(on, language)} · {by ?? t('byMe')}
                {before !== null && after !== null ? <> · {t('fromTo', { before, after })}</> : null}
                {proof ? <span className="soft"> · {t('proof')}</span> : null}
              </li>
            ))}
          </ul>
        </section>
      )}
      {asking === 'standing' ? <StandingDialog life={life} onClose={() => setAsking(undefined)} /> : null}
      {asking === 'resign' ? (
        <AskDialog
          title={t('resignTitle')}
          path={`/api/me/records/${life.cell}/${life.membership}/resignation`}
          body={{}}
          action={t('resignSend')}
          busy={t('resigning')}
          onClose={() => setAsking(undefined)}
        >
          <p>{t('resignWhat')}</p>
          <ul className="plain-list">
            <li>{t('resignCard')}</li>
            <li>{t('resignUnit', { unit: confidence.data?.holder.name ?? '' })}</li>
            <li>{t('resignUndo')}</li>
            <li>{t('resignAgain')}</li>
          </ul>
          <p className="small soft">{t('resignOther')}</p>
        </AskDialog>
      ) : null}
    </>
  )
}

function Fact({ term, text }: { term: string; text: string }) {
  return (
    <div className="row">
      <dt>{term}</dt>
      <dd>{text}</dd>
    </div>
  )
}
