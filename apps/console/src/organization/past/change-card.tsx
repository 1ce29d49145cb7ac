import type { UnitChange } from '@gongqiao/modules/organization/contract.ts'
import { formatDay, formatInstant } from '@gongqiao/ui/format.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../../kit/failure-notice.tsx'
import { Field } from '../../kit/field.tsx'
import { useFormKey } from '../../kit/form-key.ts'
import { useLanguage } from '../../kit/language.tsx'
import { Tag } from '../../kit/tag.tsx'
import { useActing } from '../../session/acting.tsx'
import { ToldFaults } from '../committee/told-faults.tsx'
import { ChangeWizard } from './change-wizard.tsx'
import { askedQuery, takeStep } from './queries.ts'
import { usePastSay } from './texts.ts'
import { draftOf } from './wish.ts'

const tones = { submitted: 'amber', returned: 'amber', moving: 'river', done: 'jade', withdrawn: 'plain' } as const
const states = ['submitted', 'returned', 'moving', 'done', 'withdrawn'] as const

/** One change of a union: what was asked, with which papers, where it stands, and what the reader may do. */
export function ChangeCard({ change }: { change: UnitChange }) {
  const say = usePastSay()
  const language = useLanguage()
  const day = (value: string | null) => (value === null ? '' : formatDay(value, language))
  const state = states.find((one) => one === change.state) ?? 'submitted'
  return (
    <article className="change">
      <h3>
        {say(`kind.${change.kind}`)} <Tag tone={tones[state]}>{say(`change.${state}`)}</Tag>
      </h3>
      <p className="soft">{say('made.by', { who: change.askedBy, when: formatInstant(change.askedAt, language) })}</p>
      <p>{change.reason}</p>
      <ul>
        {change.into ? <li>{say('into', { unit: change.into.name })}</li> : null}
        {change.made ? (
          <li>
            <Link to="/units/$unit/figures" params={{ unit: change.made.id }}>
              {say('made', { unit: change.made.name })}
            </Link>
          </li>
        ) : null}
        {change.name === null ? null : <li>{say('new.name', { name: change.name })}</li>}
        {change.divisionCode === null ? null : <li>{say('new.code', { code: change.divisionCode })}</li>}
        {change.parts.map((part) => (
          <li key={part.name}>
            {part.made ? (
              <Link to="/units/$unit/figures" params={{ unit: part.made.id }}>
                {say('made', { unit: part.name })}
              </Link>
            ) : (
              say('made', { unit: part.name })
            )}
            {say('colon')}
            {[
              say('people.named', { count: part.people }),
              ...(part.employers > 0 ? [say('employers.named', { count: part.employers })] : []),
              ...part.children.map(({ name }) => name),
            ].join(say('comma'))}
          </li>
        ))}
        {change.resolvedOn === null ? null : (
          <li>{say('resolved', { by: change.resolvedBy ?? '', on: day(change.resolvedOn) })}</li>
        )}
        {change.auditedOn === null ? null : (
          <li>{say('audited', { by: change.auditedBy ?? '', on: day(change.auditedOn) })}</li>
        )}
        {change.property === null ? null : <li>{say('property.is', { text: change.property })}</li>}
        {change.document === null ? null : <li>{say('documented', { document: change.document })}</li>}
        {change.answer !== null && change.state === 'returned' ? (
          <li className="amber">{say('answered', { text: change.answer })}</li>
        ) : null}
      </ul>
      {change.explained === '' ? null : <p className="soft">{change.explained}</p>}
      <ChangeSteps change={change} />
    </article>
  )
}

type Step = Parameters<typeof takeStep>[2]

function ChangeSteps({ change }: { change: UnitChange }) {
  const say = usePastSay()
  const { api } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const key = useFormKey()
  const [asking, setAsking] = useState<'approval' | 'return' | null>(null)
  const [words, setWords] = useState('')
  const [mending, setMending] = useState(false)
  const take = useMutation({
    mutationFn: ({ step, body }: { step: Step; body: object }) => takeStep(api, change, step, body, key.now()),
    onSuccess: async () => {
      message.success(say('done'))
      setAsking(null)
      await client.invalidateQueries()
    },
    onError: key.refused,
  })
  const { may } = change
  if (!may.decide && !may.mend && !may.withdraw) return null
  return (
    <>
      {asking === null ? (
        <div className="toolbar">
          {may.decide ? (
            <>
              <Button type="primary" onClick={() => setAsking('approval')}>
                {say('approve')}
              </Button>
              <Button onClick={() => setAsking('return')}>{say('return')}</Button>
            </>
          ) : null}
          {may.mend ? (
            <Button type="primary" onClick={() => setMending(true)}>
              {say('mend')}
            </Button>
          ) : null}
          {may.withdraw ? (
            <Button onClick={() => take.mutate({ step: 'withdrawal', body: {} })} loading={take.isPending}>
              {say('withdraw')}
            </Button>
          ) : null}
        </div>
      ) : (
        <>
          <Field id={`change-${change.matter}`} label={say(asking === 'approval' ? 'document' : 'return.reason')}>
            <Input
              id={`change-${change.matter}`}
              value={words}
              maxLength={asking === 'approval' ? 100 : 500}
              onChange={(event) => {
                key.edited()
                setWords(event.target.value)
              }}
            />
          </Field>
          <div className="toolbar">
            <Button
              type="primary"
              disabled={words.trim() === ''}
              loading={take.isPending}
              onClick={() => {
                const text = words.trim()
                take.mutate({ step: asking, body: asking === 'approval' ? { document: text } : { reason: text } })
              }}
            >
              {say(asking === 'approval' ? 'approve' : 'return')}
            </Button>
            <Button onClick={() => setAsking(null)}>{say('back')}</Button>
          </div>
        </>
      )}
      {take.isError ? <FailureNotice failure={take.error} quiet /> : null}
      <ToldFaults failure={take.error} />
      {mending ? <MendDialog change={change} close={() => setMending(false)} /> : null}
    </>
  )
}

/** What was returned, in the same steps in which it was asked for. */
function MendDialog({ change, close }: { change: UnitChange; close: () => void }) {
  const { api } = useActing()
  const asked = useQuery(askedQuery(api, change))
  if (asked.isError) return <FailureNotice failure={asked.error} retry={() => void asked.refetch()} />
  if (asked.isPending) return null
  return <ChangeWizard unit={change.unit} mending={{ change, draft: draftOf(asked.data) }} close={close} />
}
