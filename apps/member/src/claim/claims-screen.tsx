import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { Claim, ClaimList, Taking } from '@gongqiao/modules/membership/contract.ts'
import { formatDay } from '@gongqiao/ui/format.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { post } from '../api/client.ts'
import { cardQuery, queryClient } from '../api/queries.ts'
import { CardFace } from '../card/card-face.tsx'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { Note } from '../kit/note.tsx'
import { Trouble } from '../kit/trouble.tsx'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { DenyDialog } from './deny-dialog.tsx'
import { claimsQuery } from './queries.ts'
import { claimTexts } from './texts/index.ts'

const route = getRouteApi('/claims')

type Ending = 'denied' | Taking['outcome']

/** Rosters that name me: take one, wish to transfer there, or say that it is not me. */
export function ClaimsScreen() {
  const { join } = route.useSearch()
  const t = useSpeak(claimTexts)
  const claims = useQuery(claimsQuery)
  const [ending, setEnding] = useState<Ending>()
  if (ending === 'taken') return <Taken />
  const left = claims.data?.items.length ?? 0
  if (ending !== undefined && left === 0) return <Answered ending={ending} join={join} />
  return (
    <Screen title={t('foundTitle')} tabs>
      {ending === undefined ? null : <EndingNote ending={ending} />}
      <Loaded query={claims}>
        {(list) =>
          list.items.length === 0 ? (
            <>
              <Empty title={t('none')}>{t('noneWhy')}</Empty>
              <JoinOn join={join} />
            </>
          ) : (
            <Found list={list} onEnd={setEnding} />
          )
        }
      </Loaded>
    </Screen>
  )
}

function Found({ list, onEnd }: { list: ClaimList; onEnd: (ending: Ending) => void }) {
  const t = useSpeak(claimTexts)
  const { items, memberOf, applyingTo, confidential } = list
  const [only] = items
  const many = items.length > 1
  const means = memberOf === null ? 'take' : confidential ? 'keep' : 'wish'
  return (
    <>
      <p className="lead">{many ? t('foundMany', { count: items.length }) : only ? t('foundOne') : null}</p>
      {memberOf === null ? null : (
        <Note tone="notice">
          <p>
            {t('memberOf', { unit: memberOf.name })} {t(confidential ? 'hiddenWhat' : 'wishWhat')}
          </p>
        </Note>
      )}
      {applyingTo === null ? null : (
        <Note tone="notice">
          <p>{t('applying', { unit: applyingTo.name })}</p>
        </Note>
      )}
      {items.map((claim) => (
        <FoundRow key={claim.membership} claim={claim} many={many} means={means} onEnd={onEnd} />
      ))}
    </>
  )
}

type FoundRowProps = { claim: Claim; many: boolean; means: 'take' | 'wish' | 'keep'; onEnd: (ending: Ending) => void }

function FoundRow({ claim, many, means, onEnd }: FoundRowProps) {
  const t = useSpeak(claimTexts)
  const { language } = usePreferences()
  const [key] = useState(newId)
  const [denying, setDenying] = useState(false)
  const { unit, upper, since, nameMask, identityMask } = claim
  const path = `/api/me/claims/${claim.cell}/${claim.membership}`
  const taking = useMutation({
    mutationFn: () => post<Taking>(`${path}/taking`, {}, key),
    onSuccess: async ({ outcome, card }) => {
      if (card !== null) queryClient.setQueryData(cardQuery.queryKey, card)
      onEnd(outcome)
      await queryClient.invalidateQueries({ queryKey: ['me'] })
    },
  })
  const facts: [string, string][] = [
    [t('name'), nameMask],
    [t('document'), identityMask],
    [t('since'), since === null ? t('sinceUnknown') : formatDay(since, language)],
    ...(upper === null ? [] : ([[t('upper'), upper.name]] satisfies [string, string][])),
  ]
  const words = { unit: unit.shortName }
  const take = many ? t(`${means}At`, words) : t(means)
  return (
    <section className="standing" aria-label={unit.name}>
      <h2>{unit.name}</h2>
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
      <Trouble fault={taking.error} />
      <div className="stack acts">
        <Button busy={taking.isPending} onClick={() => taking.mutate()}>
          {taking.isPending ? t(means === 'take' ? 'taking' : 'wishing') : take}
        </Button>
        <Button kind="plain" onClick={() => setDenying(true)}>
          {many ? t('denyAt', words) : t('deny')}
        </Button>
      </div>
      {denying ? (
        <DenyDialog
          path={`${path}/denial`}
          unit={unit.name}
          onClose={() => setDenying(false)}
          onDenied={() => onEnd('denied')}
        />
      ) : null}
    </section>
  )
}

function Taken() {
  const t = useSpeak(claimTexts)
  const card = useQuery(cardQuery)
  return (
    <Screen key="taken" title={t('takenTitle')} tabs>
      <Note tone="done" alert>
        <p>{t('taken')}</p>
      </Note>
      {card.data ? <CardFace card={card.data} /> : null}
      <div className="stack acts">
        <Link className="button main" to="/">
          <span>{t('toHome')}</span>
        </Link>
        <Link className="button plain" to="/record">
          <span>{t('look')}</span>
        </Link>
      </div>
    </Screen>
  )
}

function EndingNote({ ending }: { ending: Exclude<Ending, 'taken'> }) {
  const t = useSpeak(claimTexts)
  return (
    <Note tone="done" alert>
      <p>{t(ending)}</p>
    </Note>
  )
}

function Answered({ ending, join }: { ending: Exclude<Ending, 'taken'>; join: string | undefined }) {
  const t = useSpeak(claimTexts)
  return (
    <Screen key="answered" title={t(`${ending}Title`)} tabs>
      <EndingNote ending={ending} />
      <JoinOn join={join} />
      <div className="stack acts">
        <Link className={join === undefined ? 'button main' : 'button plain'} to="/matters">
          <span>{t('toMatters')}</span>
        </Link>
      </div>
    </Screen>
  )
}

/** Whoever scanned a union's code goes on with joining it. */
function JoinOn({ join }: { join: string | undefined }) {
  const t = useSpeak(claimTexts)
  if (join === undefined) return null
  return (
    <div className="acts">
      <Link className="button main" to="/j/$code/$step" params={{ code: join, step: 'consent' }}>
        <span>{t('joinOn')}</span>
      </Link>
    </div>
  )
}
