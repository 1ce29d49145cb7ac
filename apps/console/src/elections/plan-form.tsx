import type { ElectionList, ElectionView } from '@gongqiao/modules/elections/contract.ts'
import { type Body, bodies } from '@gongqiao/modules/elections/machine.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, Input, InputNumber, Radio } from 'antd'
import { type FormEvent, useState } from 'react'
import { DayField } from '../kit/day-field.tsx'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useLanguage } from '../kit/language.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { useUnit } from '../shell/unit-context.tsx'
import { electionsQuery } from './queries.ts'
import { SeatsFields } from './seats-fields.tsx'
import { useElectionsSay } from './texts/index.ts'
import { useElectionAct } from './use-act.ts'
import { between } from './words.ts'

/** What a plan says. */
export type Plan = {
  readonly form: 'general' | 'delegate'
  readonly termYears: number
  readonly chairBy: 'meeting' | 'committee'
  readonly keepsAccounts: boolean
  readonly womenEmployees: number | null
  readonly meetingOn: string | null
  readonly meetingPlace: string
  readonly seats: { readonly [B in Body]?: number | null }
  readonly places: { readonly [B in Body]?: number | null }
}

type About = Pick<ElectionList, 'electorate' | 'termYears' | 'committeeSizes' | 'delegatesFrom'>

/** Plans an election of a union, beginning with what the rules of the place suggest. */
export function NewPlanForm({
  kind,
  list,
  close,
}: {
  kind: 're_election' | 'by_election'
  list: ElectionList
  close: () => void
}) {
  const { api } = useActing()
  const unit = useUnit()
  const client = useQueryClient()
  const navigate = useNavigate()
  const key = useFormKey()
  const make = useMutation({
    mutationFn: (body: object) =>
      api.send<ElectionView>(`/api/units/${unit.id}/elections`, { unit: unit.id, kind, ...body }, key.now()),
    onSuccess: async ({ cell, matter }) => {
      key.done()
      await client.invalidateQueries({ queryKey: electionsQuery(api, unit.id).queryKey })
      await navigate({
        to: '/units/$unit/elections/$cell/$matter',
        params: { unit: unit.id, cell: String(cell), matter },
      })
    },
    onError: key.refused,
  })
  return (
    <PlanFields
      kind={kind}
      about={list}
      first={{
        form: list.electorate.members < list.delegatesFrom ? 'general' : 'delegate',
        termYears: list.termYears.at(-1) ?? 5,
        chairBy: 'meeting',
        keepsAccounts: kind === 're_election',
        womenEmployees: null,
        meetingOn: null,
        meetingPlace: '',
        seats:
          kind === 'by_election' ? { chair: 1 } : { committee: list.committeeSizes[0] ?? 3, chair: 1, fund_review: 3 },
        places: {},
      }}
      failure={make.error}
      busy={make.isPending}
      edited={key.edited}
      send={(body) => make.mutate(body)}
      close={close}
    />
  )
}

/** Changes a plan that was not asked for yet. */
export function ChangePlanForm({ view, about, close }: { view: ElectionView; about: About; close: () => void }) {
  const act = useElectionAct(view, 'plan', close)
  const { form, termYears, chairBy, keepsAccounts, womenEmployees, meetingOn, meetingPlace } = view
  return (
    <PlanFields
      kind={view.kind === 'elections.by_election' ? 'by_election' : 're_election'}
      about={about}
      first={{
        ...{ form, termYears, chairBy, keepsAccounts, womenEmployees, meetingOn, meetingPlace },
        seats: Object.fromEntries(view.contests.map(({ body, seats }) => [body, seats])),
        places: Object.fromEntries(view.contests.map(({ body, places }) => [body, places])),
      }}
      failure={act.error}
      busy={act.isPending}
      edited={act.edited}
      send={(body) => act.mutate(body)}
      close={close}
    />
  )
}

type Props = {
  kind: 're_election' | 'by_election'
  about: About
  first: Plan
  failure: unknown
  busy: boolean
  edited: () => void
  send: (body: object) => void
  close: () => void
}

function PlanFields({ kind, about, first, failure, busy, edited, send, close }: Props) {
  const say = useElectionsSay()
  const kit = useKitSay()
  const language = useLanguage()
  const [plan, setPlan] = useState(first)
  const [tried, setTried] = useState(false)
  const said = faultsOf(failure)
  const change = (next: Partial<Plan>) => {
    edited()
    setPlan((before) => ({ ...before, ...next }))
  }
  const contests = bodies.flatMap((body) => {
    const seats = plan.seats[body] ?? 0
    return seats > 0 ? [{ body, seats, places: plan.places[body] ?? null }] : []
  })
  const wrong = {
    on: plan.meetingOn === null ? say('plan.need.on') : null,
    place: plan.meetingPlace.trim() === '' ? say('plan.need.place') : null,
    seats: contests.length === 0 ? say('plan.need.seats') : null,
  }
  const fault = (field: keyof typeof wrong, pointer: string) => said.get(pointer) ?? (tried ? wrong[field] : null)

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (wrong.on !== null || wrong.place !== null || wrong.seats !== null) return
    const { seats: _seats, places: _places, ...rest } = plan
    send({ ...rest, meetingPlace: plan.meetingPlace.trim(), contests })
  }

  return (
    <form className="election-form" onSubmit={submit} noValidate aria-label={say(`plan.title.${kind}`)}>
      <h2>{say(`plan.title.${kind}`)}</h2>
      <Field
        id="plan-form"
        label={say('plan.form')}
        why={say('plan.form.why', { from: about.delegatesFrom, members: about.electorate.members })}
        group
      >
        <Radio.Group
          value={plan.form}
          onChange={(event) => change({ form: event.target.value === 'delegate' ? 'delegate' : 'general' })}
          options={(['general', 'delegate'] as const).map((value) => ({ value, label: say(`plan.form.${value}`) }))}
        />
      </Field>
      {kind === 're_election' ? (
        <Field id="plan-years" label={say('plan.years')} group>
          <Radio.Group
            value={plan.termYears}
            onChange={(event) => change({ termYears: Number(event.target.value) })}
            options={about.termYears.map((years) => ({ value: years, label: say('plan.years.value', { years }) }))}
          />
        </Field>
      ) : null}
      <SeatsFields
        seats={plan.seats}
        places={plan.places}
        why={
          about.committeeSizes.length > 0
            ? say('plan.seats.why', { sizes: about.committeeSizes.join(between(language)) })
            : undefined
        }
        fault={fault('seats', '/contests')}
        listFault={(body) => said.get(`/contests/${contests.findIndex((one) => one.body === body)}/places`)}
        onChange={change}
      />
      <Field id="plan-chair" label={say('plan.chair')} group>
        <Radio.Group
          value={plan.chairBy}
          onChange={(event) => change({ chairBy: event.target.value === 'committee' ? 'committee' : 'meeting' })}
          options={(['meeting', 'committee'] as const).map((value) => ({ value, label: say(`plan.chair.${value}`) }))}
        />
      </Field>
      <Field id="plan-on" label={say('plan.on')} fault={fault('on', '/meetingOn')}>
        <DayField id="plan-on" value={plan.meetingOn} onChange={(meetingOn) => change({ meetingOn })} />
      </Field>
      <Field id="plan-place" label={say('plan.place')} fault={fault('place', '/meetingPlace')}>
        <Input
          {...boundTo('plan-place', fault('place', '/meetingPlace'))}
          value={plan.meetingPlace}
          maxLength={100}
          onChange={(event) => change({ meetingPlace: event.target.value })}
        />
      </Field>
      {kind === 're_election' ? (
        <>
          <Checkbox checked={plan.keepsAccounts} onChange={(event) => change({ keepsAccounts: event.target.checked })}>
            {say('plan.accounts')}
          </Checkbox>
          <Field id="plan-women" label={say('plan.women')} why={say('plan.women.why')}>
            <InputNumber
              {...boundTo('plan-women', null)}
              min={0}
              precision={0}
              value={plan.womenEmployees}
              onChange={(womenEmployees) => change({ womenEmployees })}
            />
          </Field>
        </>
      ) : null}
      {failure ? <FailureNotice failure={failure} quiet /> : null}
      <div className="toolbar">
        <Button type="primary" htmlType="submit" loading={busy}>
          {say('plan.save')}
        </Button>
        <Button onClick={close}>{kit('cancel')}</Button>
      </div>
    </form>
  )
}
