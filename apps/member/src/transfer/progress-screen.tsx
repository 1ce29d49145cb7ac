import type { TransferView } from '@gongqiao/modules/membership/contract.ts'
import { dayOf, formatDay, formatInstant, formatUntil } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { networkNow } from '../api/clock.ts'
import { Button, HotlineLink } from '../kit/button.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { Note } from '../kit/note.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { useInstallation } from '../shell/installation.ts'
import { Screen } from '../shell/screen.tsx'
import { transferQuery } from './queries.ts'
import { transferTexts } from './texts/index.ts'
import { WithdrawTransfer } from './withdraw-transfer.tsx'

const route = getRouteApi('/transfers/$cell/$matter')

/** My transfer: how far each side is, the day it is done at the latest, an objection with its reason, and what I can do. */
export function ProgressScreen() {
  const { cell, matter } = route.useParams()
  const t = useSpeak(transferTexts)
  const query = useQuery(transferQuery(Number(cell), matter))
  return (
    <Screen title={t('progressTitle')} back="/matters" tabs>
      <Loaded query={query}>{(view) => <Progress view={view} />}</Loaded>
    </Screen>
  )
}

const states = ['asked', 'objected', 'released', 'completed', 'withdrawn', 'declined', 'refused', 'ended'] as const
const steps = [
  'ask',
  'let_go',
  'object',
  'silent',
  'drop',
  'overrule',
  'uphold',
  'withdraw',
  'decline',
  'end',
  'complete',
  'escalate',
  'move',
] as const
const reasons = [
  'still_here_did_not_ask',
  'identity_disputed',
  'not_working_here',
  'other_union_fits',
  'upheld',
  'resigned',
  'deemed',
  'expelled',
  'died',
  'duplicate',
  'membership_ended',
  'same_union',
  'union_gone',
] as const
/** The steps after which there is a why: somebody's no, or its ground went away. */
const endings = ['decline', 'uphold', 'end'] as const
const among = <const T extends readonly string[]>(list: T, value: string | null): T[number] | undefined =>
  list.find((one) => one === value)

/** How far the old union's side is. */
function OldSide({ view, day }: { view: TransferView; day: string }) {
  const t = useSpeak(transferTexts)
  if (view.releasedBy !== null) return t(`old.${view.releasedBy}`)
  return view.state === 'objected' ? t('old.objected') : t('old.waits', { day })
}

function Progress({ view }: { view: TransferView }) {
  const t = useSpeak(transferTexts)
  const k = useSpeak(kitTexts)
  const { language } = usePreferences()
  const hotline = useInstallation()?.hotline ?? '12351'
  const [withdrawing, setWithdrawing] = useState(false)
  const { from, to, objection, latestOn, due } = view
  const words = { from: from.name, to: to.name, decider: objection?.decider.name ?? '' }
  const state = among(states, view.state)
  const open = due !== null
  const no = [...view.history].reverse().find(({ step }) => endings.some((one) => one === step))
  const said = among(reasons, no?.reason ?? null)
  return (
    <>
      <p>
        <strong>{state === undefined ? view.state : t(`state.${state}`, words)}</strong>
      </p>
      <section className="standing">
        <dl>
          <div>
            <dt>{t('oldSide')}</dt>
            <dd>
              {from.name}
              {open ? (
                <span className="soft">
                  {' · '}
                  <OldSide view={view} day={formatDay(due.on, language)} />
                </span>
              ) : null}
            </dd>
          </div>
          <div>
            <dt>{t('newSide')}</dt>
            <dd>
              {to.name}
              {open ? <span className="soft"> · {t(view.accepted ? 'new.accepted' : 'new.waits')}</span> : null}
            </dd>
          </div>
          {latestOn === null ? null : (
            <div>
              <dt>{t('latest')}</dt>
              <dd>
                {formatDay(latestOn, language)}{' '}
                <span className="soft">{formatUntil(dayOf(networkNow()), latestOn, language)}</span>
              </dd>
            </div>
          )}
        </dl>
        {open ? <p className="small soft">{due.words}</p> : null}
      </section>
      {objection !== null && open ? (
        <Note tone="notice" title={t('objection', { unit: from.name })}>
          <p>{t(`reason.${objection.reason}`)}</p>
          <p>{objection.note}</p>
          <p className="small">{t('objectionWho', { unit: objection.decider.name })}</p>
        </Note>
      ) : null}
      {no !== undefined && !open ? (
        <Note tone="notice" title={t('why')}>
          {said === undefined ? null : <p>{t(`reason.${said}`)}</p>}
          {no.note === null ? null : <p>{no.note}</p>}
          {no.step === 'end' ? null : <p className="small">{t('appeal', { hotline })}</p>}
        </Note>
      ) : null}
      {open ? <p className="soft">{t('meanwhile1', words)}</p> : null}
      <section>
        <h2>{t('history')}</h2>
        <ol className="timeline">
          {[...view.history].reverse().map((line) => {
            const step = among(steps, line.step)
            const by = line.by === 'person' || line.by === 'system' ? t(`by.${line.by}`) : line.by
            return (
              <li key={`${line.at}${line.step}${line.note}`}>
                <p className="timeline-what">{step === undefined ? line.step : t(`step.${step}`)}</p>
                {line.step === 'move' && line.note !== null ? <p className="small">{line.note}</p> : null}
                <p className="small soft">
                  {formatInstant(line.at, language)}
                  {by === null ? '' : ` · ${by}`}
                </p>
              </li>
            )
          })}
        </ol>
      </section>
      <div className="stack acts">
        {view.state === 'completed' ? (
          <Link className="button main" to="/">
            <span>{t('toCard')}</span>
          </Link>
        ) : null}
        <HotlineLink hotline={hotline}>{k('call', { hotline })}</HotlineLink>
        {view.steps.includes('withdraw') ? (
          <Button kind="quiet" onClick={() => setWithdrawing(true)}>
            {t('withdraw')}
          </Button>
        ) : null}
      </div>
      {withdrawing ? <WithdrawTransfer view={view} onClose={() => setWithdrawing(false)} /> : null}
    </>
  )
}
