import type { MatterKindView, MatterView } from '@gongqiao/kernel/matter/contract.ts'
import { yuan } from '@gongqiao/ui/form-values.ts'
import { formatDay, formatInstant, formatNumber } from '@gongqiao/ui/format.ts'
import { Fragment } from 'react'
import { useLanguage } from '../kit/language.tsx'
import type { KindWords } from './kind.ts'
import { useMattersSay } from './texts/index.ts'

type Answer = MatterView['forms'][number]['answers'][string]

/** What was filled in with a matter, the newest first; where it was filled in again, what it was before can be opened. */
export function GivenForms({
  forms,
  schema,
  words,
}: {
  forms: MatterView['forms']
  /** The form it was opened with; answers to a step's form say their own words. */
  schema: MatterKindView['form']
  words: KindWords
}) {
  const say = useMattersSay()
  const language = useLanguage()
  const [latest, ...before] = forms.toReversed()
  if (!latest) return null
  return (
    <>
      <h3>{say('form.given')}</h3>
      <Answers form={latest} schema={schema} words={words} />
      {before.length > 0 ? (
        <details>
          <summary>{say('form.before', { count: before.length })}</summary>
          {before.map((form) => (
            <div key={form.version}>
              <p className="soft">{formatInstant(form.at, language)}</p>
              <Answers form={form} schema={schema} words={words} />
            </div>
          ))}
        </details>
      ) : null}
    </>
  )
}

function Answers({
  form: { answers },
  schema,
  words,
}: {
  form: MatterView['forms'][number]
  schema: MatterKindView['form']
  words: KindWords
}) {
  const say = useMattersSay()
  const language = useLanguage()
  const order = schema?.fields.map(({ key }) => key) ?? []
  const keys = Object.keys(answers).sort((one, other) => place(order, one) - place(order, other))
  const spoken = (key: string, answer: Answer) => {
    const kind = schema?.fields.find((field) => field.key === key)?.kind
    if (typeof answer === 'boolean') return say(answer ? 'form.yes' : 'form.no')
    if (typeof answer === 'number')
      return kind === 'money' ? say('form.money', { yuan: yuan(answer) }) : formatNumber(answer)
    if (typeof answer !== 'string') return say('form.files', { count: answer.length })
    if (kind === 'date') return formatDay(answer, language)
    return words.maybe(`choice.${key}.${answer}`) ?? answer
  }
  return (
    <dl className="facts">
      {keys.map((key) => {
        const answer = answers[key]
        return answer === undefined ? null : (
          <Fragment key={key}>
            <dt>{words.word(`field.${key}`)}</dt>
            <dd className="given">{spoken(key, answer)}</dd>
          </Fragment>
        )
      })}
    </dl>
  )
}

const place = (order: readonly string[], key: string) => (order.includes(key) ? order.indexOf(key) : order.length)
