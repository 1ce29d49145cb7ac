import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { TransferTerms, TransferView } from '@gongqiao/modules/membership/contract.ts'
import { dayOf, formatDay, formatUntil } from '@gongqiao/ui/format.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { post } from '../api/client.ts'
import { networkNow } from '../api/clock.ts'
import { queryClient } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { Note } from '../kit/note.tsx'
import { Trouble } from '../kit/trouble.tsx'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { type Target, termsQuery, transferQuery } from './queries.ts'
import { transferTexts } from './texts/index.ts'

/** What moving to a union would mean, and the button that asks for it. */
export function Terms({ target }: { target: Target }) {
  const [disclose, setDisclose] = useState(false)
  const wish: Target = disclose ? { ...target, disclose } : target
  const terms = useQuery(termsQuery(wish))
  return (
    <Loaded query={terms}>
      {(data) => <Known key={String(disclose)} target={wish} terms={data} onDisclose={() => setDisclose(true)} />}
    </Loaded>
  )
}

type KnownProps = { target: Target; terms: TransferTerms; onDisclose: () => void }

function Known({ target, terms, onDisclose }: KnownProps) {
  const t = useSpeak(transferTexts)
  const { language } = usePreferences()
  const navigate = useNavigate()
  const [key] = useState(newId)
  const { from, to, toUpper, latestOn, provisional, resumes, rules, open, hiddenFrom } = terms
  const asking = useMutation({
    mutationFn: () => post<TransferView>('/api/me/transfers', target, key),
    onSuccess: async (view) => {
      queryClient.setQueryData(transferQuery(view.cell, view.matter).queryKey, view)
      await queryClient.invalidateQueries({ queryKey: ['me', 'matters'] })
      await queryClient.invalidateQueries({ queryKey: ['me', 'transfer-calls'] })
      const params = { cell: String(view.cell), matter: view.matter }
      await navigate({ to: '/transfers/$cell/$matter', params, replace: true })
    },
  })
  const words = { from: from.name, to: to.name }
  return (
    <>
      <h2>{t('termsTitle', { unit: to.name })}</h2>
      <section className="standing">
        <dl>
          <div>
            <dt>{t('from')}</dt>
            <dd>{from.name}</dd>
          </div>
          <div>
            <dt>{t('to')}</dt>
            <dd>
              {to.name}
              {toUpper === null ? null : <span className="soft small"> · {toUpper.name}</span>}
            </dd>
          </div>
          <div>
            <dt>{t('latest')}</dt>
            <dd>
              {formatDay(latestOn, language)}{' '}
              <span className="soft">{formatUntil(dayOf(networkNow()), latestOn, language)}</span>
              {provisional ? <span className="soft small"> {t('latestProvisional')}</span> : null}
            </dd>
          </div>
        </dl>
      </section>
      {hiddenFrom === null ? null : (
        <Note tone="notice" title={t('hiddenTitle')}>
          <p>{t('hidden', { to: to.name, unit: hiddenFrom.name })}</p>
        </Note>
      )}
      <section>
        <h2>{t('happens')}</h2>
        <ol className="plain-list">
          <li>{t('happens1', words)}</li>
          <li>{t('happens2', words)}</li>
          <li>{t('happens3')}</li>
          {resumes ? <li>{t('resumes')}</li> : null}
        </ol>
      </section>
      <section>
        <h2>{t('meanwhile')}</h2>
        <ul className="plain-list">
          <li>{t('meanwhile1', words)}</li>
          <li>{t('meanwhile2')}</li>
        </ul>
      </section>
      <details>
        <summary>{t('rules')}</summary>
        {rules.map(({ rule, words: said }) => (
          <p key={rule} className="small">
            {said}
          </p>
        ))}
      </details>
      {open === null ? (
        <>
          <Note tone="notice">
            <p>{hiddenFrom === null ? t('tells') : t('tellsHidden', { to: to.name })}</p>
          </Note>
          <Trouble fault={asking.error} />
          <div className="stack acts">
            <Button busy={asking.isPending} onClick={() => asking.mutate()}>
              {asking.isPending ? t('asking') : t('ask')}
            </Button>
            {hiddenFrom === null ? null : (
              <Button kind="plain" onClick={onDisclose}>
                {t('disclose', { unit: hiddenFrom.name })}
              </Button>
            )}
            <Link className="button plain" to="/transfer">
              <span>{t('stay')}</span>
            </Link>
          </div>
        </>
      ) : (
        <>
          <Note tone="waits">
            <p>{t('openNow')}</p>
          </Note>
          <Link
            className="button main"
            to="/transfers/$cell/$matter"
            params={{ cell: String(open.cell), matter: open.matter }}
          >
            <span>{t('openSee')}</span>
          </Link>
        </>
      )}
    </>
  )
}
