import type { ImportQuestion, ImportView } from '@gongqiao/modules/people/contract.ts'
import { formatNumber } from '@gongqiao/ui/format.ts'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { Field } from '../kit/field.tsx'
import { useActing } from '../session/acting.tsx'
import { questionsQuery, rowsQuery, settleQuestions } from './queries.ts'
import { rowsStand } from './row-filters.ts'
import { Shown } from './row-table.tsx'
import { useImportsSay } from './texts/index.ts'
import { useImportStep } from './use-step.ts'

/** A choice that says that no candidate is meant. */
const noneOfThem = 'none'
const settledAtOnce = 200

/** What only the clerk can decide: each question once, for all rows that ask it. */
export function QuestionsPanel({ view }: { view: ImportView }) {
  const say = useImportsSay()
  const { api } = useActing()
  const [picked, setPicked] = useState<ReadonlyMap<string, string>>(new Map())
  const [tried, setTried] = useState(false)
  const stand = rowsStand(view)
  const asked = useQuery({ ...questionsQuery(api, view, stand), placeholderData: keepPreviousData })
  const rows = useInfiniteQuery({
    ...rowsQuery(api, view, { verdict: 'ambiguous' }, stand),
    enabled: view.counts.ambiguous > 0,
  })
  const settle = useImportStep(view, (of, choices: { question: string; choice: string }[], once) =>
    settleQuestions(api, of, choices, once),
  )
  if (asked.isError) return <FailureNotice failure={asked.error} retry={() => void asked.refetch()} />
  const items = asked.data?.items ?? []
  if (items.length === 0) return null
  const open = items.filter(({ choice }) => choice === null)
  const settled = items.filter(({ choice }) => choice !== null)
  const known = rows.data?.pages.flatMap((page) => page.items) ?? []
  const pick = (question: string, choice: string) => setPicked(new Map(picked).set(question, choice))
  const line = (question: ImportQuestion) => (
    <Question
      key={question.question}
      question={question}
      row={question.rows === 1 ? known.find((row) => row.question === question.question) : undefined}
      value={picked.get(question.question) ?? question.choice}
      onPick={(choice) => pick(question.question, choice)}
    />
  )

  function send() {
    setTried(true)
    const choices = [...picked].slice(0, settledAtOnce).map(([question, choice]) => ({ question, choice }))
    if (choices.length > 0) settle.mutate(choices)
  }

  return (
    <section className="import-box" aria-labelledby="import-questions">
      <h3 id="import-questions">{say('ask.title')}</h3>
      <p className="soft">{say('ask.words')}</p>
      <div className="import-questions">{open.map(line)}</div>
      {settled.length > 0 ? (
        <details className="import-asked">
          <summary>{say('ask.done', { count: formatNumber(settled.length) })}</summary>
          <div className="import-questions">{settled.map(line)}</div>
        </details>
      ) : null}
      <div className="import-acts">
        <Button
          onClick={send}
          loading={settle.isPending}
          {...(open.length > 0 && { type: 'primary' as const, ghost: true })}
        >
          {say('ask.go', { count: formatNumber(Math.min(picked.size, settledAtOnce)) })}
        </Button>
        {tried && picked.size === 0 ? <p role="alert">{say('ask.need')}</p> : null}
      </div>
      {settle.isError ? <FailureNotice failure={settle.error} quiet /> : null}
    </section>
  )
}

function Question({
  question,
  row,
  value,
  onPick,
}: {
  question: ImportQuestion
  row: Parameters<typeof Shown>[0]['row'] | undefined
  value: string | null
  onPick: (choice: string) => void
}) {
  const say = useImportsSay()
  const { question: name, title, given, rows, candidates } = question
  return (
    <Field
      id={`question-${name}`}
      group
      label={
        <>
          {title}
          {say('colon')}
          {say('ask.given', { given })}{' '}
          <span className="soft figures">{say('ask.rows', { count: formatNumber(rows) })}</span>
        </>
      }
      why={
        row ? (
          <>
            {say('rows.number', { row: row.row })} · <Shown row={row} />
          </>
        ) : undefined
      }
    >
      <Radio.Group
        name={name}
        value={value}
        onChange={({ target }) => onPick(String(target.value))}
        options={[
          ...candidates.map(({ id, label }) => ({ value: id, label })),
          { value: noneOfThem, label: say('ask.none') },
        ]}
      />
    </Field>
  )
}
