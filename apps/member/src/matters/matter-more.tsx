import type { MyMatterWhole, StepOffer } from '@gongqiao/kernel/matter/contract.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { yuan } from '@gongqiao/ui/form-values.ts'
import { formatInstant } from '@gongqiao/ui/format.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../api/client.ts'
import { matterQuery, queryClient } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { Trouble } from '../kit/trouble.tsx'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { type KindWords, kindsQuery } from './kinds.ts'
import { StepDialog } from './step-form.tsx'
import { mattersTexts } from './texts/index.ts'

/** What a matter holds beside its standing: what was filled in, papers, what was said; and my steps where a kind has no screens of its own. */
export function MatterMore({ matter, words }: { matter: MyMatterWhole; words: KindWords }) {
  const t = useSpeak(mattersTexts)
  const [taking, setTaking] = useState<StepOffer | null>(null)
  const offers = matter.offers.filter(({ own }) => !own)
  const at = `/api/me/matters/${matter.cell}/${matter.id}`
  return (
    <>
      <Given matter={matter} words={words} />
      {matter.attachments.length === 0 ? null : (
        <section>
          <h2>{t('papers')}</h2>
          <ul className="rows">
            {matter.attachments.map(({ id, name }) => (
              <li key={id} className="row-plain">
                <a href={`${at}/attachments/${id}`} target="_blank" rel="noreferrer">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Said matter={matter} />
      {offers.length === 0 ? null : (
        <div className="stack acts">
          {offers.map((offer, place) => (
            <Button
              key={offer.step}
              kind={offer.step === 'withdraw' ? 'quiet' : place === 0 ? 'main' : 'plain'}
              onClick={() => setTaking(offer)}
            >
              {words('step', offer.step)}
            </Button>
          ))}
        </div>
      )}
      <p className="record-links">
        <a href={`${at}/record/pdf`} target="_blank" rel="noreferrer">
          {t('record')}
        </a>{' '}
        · <a href={`${at}/record/json`}>{t('recordData')}</a>
      </p>
      {taking === null ? null : (
        <StepDialog matter={matter} offer={taking} words={words} onClose={() => setTaking(null)} />
      )}
    </>
  )
}

function Given({ matter: { forms, kind }, words }: { matter: MyMatterWhole; words: KindWords }) {
  const t = useSpeak(mattersTexts)
  const { language } = usePreferences()
  const latest = forms.at(-1)
  const kinds = useQuery({ ...kindsQuery(language), enabled: latest !== undefined })
  if (latest === undefined) return null
  const schema = kinds.data?.items.find((one) => one.kind === kind)?.form
  const spoken = (key: string, answer: (typeof latest.answers)[string]) => {
    const field = schema?.fields.find((one) => one.key === key)
    if (typeof answer === 'boolean') return t(answer ? 'yes' : 'no')
    if (typeof answer === 'number') return field?.kind === 'money' ? t('yuan', { yuan: yuan(answer) }) : String(answer)
    if (typeof answer !== 'string') return t('files', { count: answer.length })
    return field?.kind === 'choice' ? words('choice', `${key}.${answer}`) : answer
  }
  return (
    <section className="standing">
      <h2>{t('given')}</h2>
      <dl>
        {Object.entries(latest.answers).map(([key, answer]) => (
          <div key={key}>
            <dt>{words('field', key)}</dt>
            <dd>{spoken(key, answer)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What was said between me and the union, and one word more. */
function Said({ matter }: { matter: MyMatterWhole }) {
  const t = useSpeak(mattersTexts)
  const { language } = usePreferences()
  const [text, setText] = useState('')
  const [key, setKey] = useState(() => newId())
  const saying = useMutation({
    mutationFn: () =>
      post<{ id: string }>(`/api/me/matters/${matter.cell}/${matter.id}/comments`, { text: text.trim() }, key),
    onSuccess: async () => {
      setText('')
      setKey(newId())
      await queryClient.invalidateQueries({ queryKey: matterQuery(matter.cell, matter.id).queryKey })
    },
  })
  return (
    <section>
      <h2>{t('said')}</h2>
      {matter.comments.length === 0 ? null : (
        <ul className="rows">
          {matter.comments.map(({ id, at, by, text: words }) => (
            <li key={id} className="row-plain">
              <span className="row-words">
                <span className="soft small">
                  {by === 'person' ? t('by.person') : by} · {formatInstant(at, language)}
                </span>
                <span>{words}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {matter.endedAt !== null ? null : (
        <>
          <label className="label" htmlFor="say-more">
            {t('sayMore')}
          </label>
          <textarea
            id="say-more"
            className="input"
            rows={2}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Trouble fault={saying.error} onRetry={() => saying.mutate()} />
          {text.trim() === '' ? null : (
            <Button kind="plain" busy={saying.isPending} onClick={() => saying.mutate()}>
              {t('sayIt')}
            </Button>
          )}
        </>
      )}
    </section>
  )
}
