import type { Card } from '@gongqiao/modules/membership/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { cardQuery } from '../api/queries.ts'
import { CardFace } from '../card/card-face.tsx'
import { Button, HotlineLink } from '../kit/button.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { Note } from '../kit/note.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { DueWords, ownerWords } from '../matters/standing.tsx'
import { mattersTexts } from '../matters/texts/index.ts'
import { WithdrawDialog } from '../matters/withdraw-dialog.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { useInstallation } from '../shell/installation.ts'
import { Screen } from '../shell/screen.tsx'
import { recallOutcome } from './kept-outcome.ts'
import { joinTexts } from './texts/index.ts'

/** What joining led to: the card at once, who has the matter, by when, and what is open today. */
export function OutcomeScreen() {
  const t = useSpeak(joinTexts)
  const [outcome] = useState(recallOutcome)
  const card = useQuery({ ...cardQuery, enabled: outcome?.outcome !== 'member_already' })
  if (outcome?.outcome === 'member_already') return <MemberAlready unit={outcome.memberOf?.name ?? ''} />
  return (
    <Screen title={t('outcomeTitle')} tabs>
      <Loaded query={card}>{(data) => (data === null ? <MemberSignIn /> : <Joined card={data} />)}</Loaded>
    </Screen>
  )
}

function Joined({ card }: { card: Card }) {
  const t = useSpeak(joinTexts)
  const m = useSpeak(mattersTexts)
  const k = useSpeak(kitTexts)
  const hotline = useInstallation()?.hotline ?? '12351'
  const [withdrawing, setWithdrawing] = useState(false)
  const { matter, unit, upper } = card
  return (
    <>
      <CardFace card={card} />
      {matter === null ? null : (
        <section className="standing">
          <dl>
            <div>
              <dt>{m('happened')}</dt>
              <dd>{t('outcomeDone', { unit: unit.name })}</dd>
            </div>
            <div>
              <dt>{t('ownerTitle')}</dt>
              <dd>{ownerWords(matter.owner, t('ownerNobody', { unit: matter.owner.unit }))}</dd>
            </div>
            {matter.due === null ? null : (
              <div>
                <dt>{t('dueTitle')}</dt>
                <dd>
                  <DueWords matter={matter} />
                </dd>
              </div>
            )}
          </dl>
          <Link
            className="button plain"
            to="/matters/$cell/$matter"
            params={{ cell: String(matter.cell), matter: matter.id }}
          >
            <span>{t('seeMatter')}</span>
          </Link>
        </section>
      )}
      <section>
        <h2>{t('today')}</h2>
        <ul className="open-list now">
          <li>{t('today.card')}</li>
          <li>{t('today.help')}</li>
          <li>{t('today.window')}</li>
          <li>{t('today.watch')}</li>
        </ul>
      </section>
      <section>
        <h2>{t('later')}</h2>
        <ul className="open-list later">
          <li>{t('later.vote')}</li>
          <li>{t('later.benefit')}</li>
          <li>{t('later.dues')}</li>
        </ul>
      </section>
      <section>
        <h2>{t('turnTo')}</h2>
        <ul className="plain-list">
          <li>{t('turnToUnit', { unit: unit.name })}</li>
          {upper === null ? null : <li>{t('turnToUpper', { upper: upper.name })}</li>}
        </ul>
      </section>
      <div className="stack acts">
        <Link className="button main" to="/">
          <span>{t('toHome')}</span>
        </Link>
        <HotlineLink hotline={hotline}>{k('call', { hotline })}</HotlineLink>
        {matter?.steps.includes('withdraw') ? (
          <Button kind="quiet" onClick={() => setWithdrawing(true)}>
            {m('withdraw')}
          </Button>
        ) : null}
      </div>
      {withdrawing && matter !== null ? <WithdrawDialog matter={matter} onClose={() => setWithdrawing(false)} /> : null}
    </>
  )
}

/** Said only to whoever proved the bound phone. */
function MemberAlready({ unit }: { unit: string }) {
  const t = useSpeak(joinTexts)
  return (
    <Screen title={t('memberTitle')} tabs>
      <Note tone="done">
        <p>{t('memberWhy', { unit })}</p>
      </Note>
      <p>{t('memberWish')}</p>
      <div className="stack acts">
        <Link className="button main" to="/transfer">
          <span>{t('memberMove')}</span>
        </Link>
        <Link className="button plain" to="/">
          <span>{t('toHome')}</span>
        </Link>
      </div>
    </Screen>
  )
}

function MemberSignIn() {
  const t = useSpeak(joinTexts)
  return (
    <Link className="button main" to="/sign-in">
      <span>{t('memberSignIn')}</span>
    </Link>
  )
}
