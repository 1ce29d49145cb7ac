import type { CandidateView, ElectionView } from '@gongqiao/modules/elections/contract.ts'
import { type Declaration, declarations, type Engagement, engagements } from '@gongqiao/modules/elections/machine.ts'
import { Button, Radio, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useElectionsSay } from './texts/index.ts'
import { useElectionAct } from './use-act.ts'
import { plainWord } from './words.ts'

/** Whoever ballots named and was elected so: what is declared of every candidate is asked about them before the count ends. */
export function WrittenInForms({ view }: { view: ElectionView }) {
  const elected = new Set(view.contests.flatMap((contest) => contest.elected.map(({ candidate }) => candidate)))
  const asked = view.candidates.filter(
    ({ id, bodies, declaredBy }) => bodies.length === 0 && (elected.has(id) || declaredBy !== ''),
  )
  if (view.state !== 'counting' || !view.steps.includes('close')) return null
  return asked.map((candidate) => <WrittenInForm key={candidate.id} view={view} candidate={candidate} />)
}

function WrittenInForm({ view, candidate }: { view: ElectionView; candidate: CandidateView }) {
  const say = useElectionsSay()
  const { id, name, declaredBy } = candidate
  const [open, setOpen] = useState(declaredBy === '')
  const act = useElectionAct(view, `candidates/${id}/declaration`, () => setOpen(false))
  const [declared, setDeclared] = useState<readonly Declaration[]>(candidate.declared)
  const [engagement, setEngagement] = useState<Engagement | null>(candidate.engagement)
  const [tried, setTried] = useState(false)

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (engagement !== null) act.mutate({ declared, engagement })
  }

  if (!open)
    return (
      <p className="toolbar">
        {say('written.declared', { name, by: declaredBy })}{' '}
        <Button size="small" onClick={() => setOpen(true)}>
          {say('written.change')}
        </Button>
      </p>
    )
  return (
    <form className="election-form" onSubmit={submit} noValidate aria-label={say('written.declare', { name })}>
      <h4>{say('written.declare', { name })}</h4>
      <p className="soft">{say('written.declare.why')}</p>
      <Field id={`declared-${id}`} label={say('person.declared')} why={say('person.declared.why')}>
        <Select
          {...boundTo(`declared-${id}`, null)}
          mode="multiple"
          className="wide"
          value={[...declared]}
          onChange={(next) => {
            act.edited()
            setDeclared(next)
          }}
          options={declarations.map((value) => ({ value, label: plainWord(say, `declared.${value}`) }))}
        />
      </Field>
      <Field
        id={`engagement-${id}`}
        label={say('person.engagement')}
        fault={tried && engagement === null ? say('person.engagement.need') : null}
        group
      >
        <Radio.Group
          value={engagement}
          onChange={(event) => {
            act.edited()
            setEngagement(event.target.value)
          }}
          options={engagements.map((value) => ({ value, label: say(`engagement.${value}`) }))}
        />
      </Field>
      {act.isError ? <FailureNotice failure={act.error} quiet /> : null}
      <div className="toolbar">
        <Button type="primary" htmlType="submit" loading={act.isPending}>
          {say('written.save')}
        </Button>
      </div>
    </form>
  )
}
