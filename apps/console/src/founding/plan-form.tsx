import type { FoundingView } from '@gongqiao/modules/organization/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useActing } from '../session/acting.tsx'
import { ChoiceInput, CountInput, DayInput } from './inputs.tsx'
import { foundingAt, ownFiguresQuery } from './queries.ts'
import { StepEnd } from './step-end.tsx'
import { useFoundingSay } from './texts/index.ts'
import { useStep } from './use-step.ts'

const bodies = ['committee', 'organizer'] as const

/** Plans the election: who will lead, and when the meeting is. The number of members is the roll's. */
export function PlanForm({ view, step, close }: { view: FoundingView; step: string; close: () => void }) {
  const say = useFoundingSay()
  const { api, may } = useActing()
  const unit = view.unit?.id ?? ''
  const live = useQuery({ ...ownFiguresQuery(api, unit), enabled: may('insight.view_figures') }).data?.ownOnRoll
  const { send, edited } = useStep<FoundingView>(`${foundingAt(view)}/election-plan`, close)
  const [body, setBody] = useState<(typeof bodies)[number]>(view.body === 'organizer' ? 'organizer' : 'committee')
  const [typed, setMembers] = useState<number | null>(null)
  const [women, setWomen] = useState<number | null>(null)
  const [on, setOn] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const members = typed ?? live ?? null
  const said = faultsOf(send.error)
  const need = (missing: boolean) => (tried && missing ? say('form.need') : null)
  const change =
    <V,>(set: (value: V) => void) =>
    (value: V) => {
      edited()
      set(value)
    }
  return (
    <>
      <div className="field-grid">
        <ChoiceInput
          id="plan-body"
          label={say('form.body')}
          why={say('form.body.why')}
          fault={said.get('/body')}
          value={body}
          onChange={change(setBody)}
          choices={bodies.map((value) => ({ value, label: say(`body.${value}`) }))}
        />
        <CountInput
          id="plan-members"
          label={say('members')}
          why={live === undefined ? undefined : say('members.live', { count: live })}
          fault={said.get('/members') ?? need(members === null)}
          value={members}
          onChange={change(setMembers)}
        />
        <CountInput
          id="plan-women"
          label={say('women')}
          fault={said.get('/womenMembers') ?? need(women === null)}
          value={women}
          onChange={change(setWomen)}
        />
        <DayInput
          id="plan-on"
          label={say('plan.on')}
          fault={said.get('/on') ?? need(on === null)}
          value={on}
          onChange={change(setOn)}
        />
      </div>
      {send.isError && said.size === 0 ? <FailureNotice failure={send.error} quiet /> : null}
      <StepEnd
        step={step}
        busy={send.isPending}
        close={close}
        go={() => {
          setTried(true)
          if (members !== null && women !== null && on !== null) send.mutate({ body, members, womenMembers: women, on })
        }}
      />
    </>
  )
}
