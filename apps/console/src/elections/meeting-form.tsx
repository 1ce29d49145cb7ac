import { CheckCircleOutlined, ExclamationCircleFilled } from '@ant-design/icons'
import type { ElectionView } from '@gongqiao/modules/elections/contract.ts'
import { hasQuorum, quorumOf, votesToBeElected } from '@gongqiao/modules/elections/machine.ts'
import { dayOf } from '@gongqiao/ui/format.ts'
import { Button, InputNumber, Radio } from 'antd'
import { type FormEvent, useState } from 'react'
import { DayField } from '../kit/day-field.tsx'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useElectionsSay } from './texts/index.ts'
import { useElectionAct } from './use-act.ts'

/** Records the meeting; while the numbers are typed it says whether they make a quorum. */
export function MeetingForm({ view }: { view: ElectionView }) {
  const say = useElectionsSay()
  const act = useElectionAct(view, 'meeting')
  const [heldOn, setHeldOn] = useState<string | null>(dayOf(Date.now()))
  const [expected, setExpected] = useState<number | null>(
    view.form === 'delegate' ? view.delegates.length || null : view.members || null,
  )
  const [present, setPresent] = useState<number | null>(null)
  const [ballot, setBallot] = useState<'secret' | 'show_of_hands'>('secret')
  const [proxies, setProxies] = useState(0)
  const said = faultsOf(act.error)
  const { quorum, majority } = view.shares

  function submit(event: FormEvent) {
    event.preventDefault()
    if (heldOn === null || expected === null || present === null) return
    act.mutate({ heldOn, expected, present, ballot, proxies })
  }

  return (
    <form className="election-form" onSubmit={submit} noValidate aria-label={say('meeting.title')}>
      <h3>{say('meeting.title')}</h3>
      <Field id="held-on" label={say('meeting.on')} fault={said.get('/heldOn')}>
        <DayField id="held-on" value={heldOn} to={dayOf(Date.now())} onChange={setHeldOn} />
      </Field>
      <div className="seat-fields">
        <Field id="expected" label={say('meeting.expected')} fault={said.get('/expected')}>
          <InputNumber
            {...boundTo('expected', said.get('/expected'))}
            min={1}
            precision={0}
            value={expected}
            onChange={setExpected}
          />
        </Field>
        <Field id="present" label={say('meeting.present')} fault={said.get('/present')}>
          <InputNumber
            {...boundTo('present', said.get('/present'))}
            min={0}
            precision={0}
            value={present}
            onChange={setPresent}
          />
        </Field>
      </div>
      <div role="status" className="live">
        {expected === null ? null : (
          <>
            <p>
              {say('meeting.quorum', { expected, need: quorumOf(expected, quorum) })}{' '}
              {say('meeting.votes', { votes: votesToBeElected(expected, majority) })}
            </p>
            {present === null ? null : hasQuorum(present, expected, quorum) ? (
              <p className="jade">
                <CheckCircleOutlined aria-hidden="true" /> {say('meeting.reached', { present })}
              </p>
            ) : (
              <p className="live-no">
                <ExclamationCircleFilled aria-hidden="true" />{' '}
                {say('meeting.missed', { present, missing: quorumOf(expected, quorum) - present })}
              </p>
            )}
          </>
        )}
      </div>
      <Field id="ballot" label={say('meeting.ballot')} group>
        <Radio.Group
          value={ballot}
          onChange={(event) => setBallot(event.target.value === 'show_of_hands' ? 'show_of_hands' : 'secret')}
          options={[
            { value: 'secret', label: say('meeting.secret') },
            { value: 'show_of_hands', label: say('meeting.hands') },
          ]}
        />
      </Field>
      <Field id="proxies" label={say('meeting.proxies')} why={say('meeting.proxies.why')}>
        <InputNumber
          {...boundTo('proxies', null)}
          min={0}
          precision={0}
          value={proxies}
          onChange={(next) => setProxies(next ?? 0)}
        />
      </Field>
      {act.isError ? <FailureNotice failure={act.error} quiet /> : null}
      <Button type="primary" htmlType="submit" loading={act.isPending} disabled={present === null}>
        {say('meeting.save')}
      </Button>
    </form>
  )
}
