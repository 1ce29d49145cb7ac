import type { SmallMatter } from '@gongqiao/modules/elections/contract.ts'
import { isRemoved, votesToBeElected } from '@gongqiao/modules/elections/machine.ts'
import { dayOf, formatDay } from '@gongqiao/ui/format.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { DayField } from '../kit/day-field.tsx'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useLanguage } from '../kit/language.tsx'
import { TabHead } from '../kit/page.tsx'
import { Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useActing } from '../session/acting.tsx'
import { useUnit } from '../shell/unit-context.tsx'
import { History } from './history.tsx'
import { removalPath, removalQuery } from './queries.ts'
import { useElectionsSay } from './texts/index.ts'
import { bodyWord, stateWord, toneOf } from './words.ts'
import './elections.css'

/** One removal: the vote with its arithmetic, and what the union above decides. */
export function RemovalPage() {
  const say = useElectionsSay()
  const language = useLanguage()
  const { api } = useActing()
  const unit = useUnit()
  const { cell, matter } = useParams({ from: '/desk/units/$unit/elections/$cell/$matter/removal' })
  const found = useQuery(removalQuery(api, { cell, matter }))
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('loading')} />

  const view = found.data
  const { removal } = view
  if (removal === null) return null
  return (
    <article className="election">
      <TabHead title={say('removal.title')}>
        <p>
          <Link to="/units/$unit/elections" params={{ unit: unit.id }}>
            {say('back')}
          </Link>
        </p>
        <h2>
          {say('removal.title')} <Tag tone={toneOf(view.state)}>{stateWord(say, view.state)}</Tag>
        </h2>
      </TabHead>
      <dl className="facts">
        <dt>{say('removal.name')}</dt>
        <dd>
          {removal.name}（{bodyWord(say, removal.post)}）
        </dd>
        <dt>{say('removal.reason')}</dt>
        <dd>{removal.reason}</dd>
        <dt>{say('removal.voters')}</dt>
        <dd>
          {say(`removal.${removal.electorate}`)} {removal.all ?? ''}
        </dd>
        {removal.yes === null || removal.heldOn === null ? null : (
          <>
            <dt>{say('meeting.on')}</dt>
            <dd>
              {formatDay(removal.heldOn, language)} ·{' '}
              {say(view.state === 'kept' ? 'removal.lost' : 'removal.carried', { yes: removal.yes })}{' '}
              {say('removal.need', { need: removal.need ?? 0 })}
            </dd>
          </>
        )}
      </dl>
      <p className="soft">{say('removal.words')}</p>
      {view.due ? (
        <p className="soft">
          {say(view.due.overdue ? 'overdue' : 'due', { day: formatDay(view.due.on, language) })} · {view.due.words}
        </p>
      ) : null}
      <RemovalActs view={view} />
      <History lines={view.history} />
    </article>
  )
}

function useRemovalAct(view: SmallMatter, path: string) {
  const { api } = useActing()
  const client = useQueryClient()
  const key = useFormKey()
  return useMutation({
    mutationFn: (body: object) => api.send<SmallMatter>(`${removalPath(view)}/${path}`, body, key.now()),
    onSuccess: async (after) => {
      key.done()
      client.setQueryData(removalQuery(api, view).queryKey, after)
      await client.invalidateQueries({ queryKey: [api.post, api.language, 'elections'] })
    },
    // What was refused is sent again under another key: nothing of it was kept.
    onError: key.done,
  })
}

function RemovalActs({ view }: { view: SmallMatter }) {
  const say = useElectionsSay()
  const vote = useRemovalAct(view, 'vote')
  const withdraw = useRemovalAct(view, 'withdrawal')
  const report = useRemovalAct(view, 'report')
  const approve = useRemovalAct(view, 'approval')
  const refuse = useRemovalAct(view, 'refusal')
  const [heldOn, setHeldOn] = useState<string | null>(dayOf(Date.now()))
  const [all, setAll] = useState<number | null>(null)
  const [yes, setYes] = useState<number | null>(null)
  const [text, setText] = useState('')
  const said = faultsOf(vote.error)
  const share = view.removal?.share
  const failure = [vote, withdraw, report, approve, refuse].find(({ isError }) => isError)?.error
  const has = (step: string) => view.steps.includes(step)
  return (
    <div className="election-form">
      {has('remove') ? (
        <>
          <Field id="vote-on" label={say('meeting.on')} fault={said.get('/heldOn')}>
            <DayField id="vote-on" value={heldOn} to={dayOf(Date.now())} onChange={setHeldOn} />
          </Field>
          <div className="seat-fields">
            <Field id="vote-all" label={say('removal.all')} fault={said.get('/all')}>
              <InputNumber
                {...boundTo('vote-all', said.get('/all'))}
                min={1}
                precision={0}
                value={all}
                onChange={setAll}
              />
            </Field>
            <Field id="vote-yes" label={say('removal.yes')} fault={said.get('/yes')}>
              <InputNumber
                {...boundTo('vote-yes', said.get('/yes'))}
                min={0}
                precision={0}
                value={yes}
                onChange={setYes}
              />
            </Field>
          </div>
          <p role="status" className="live">
            {all === null || !share ? null : (
              <>
                {say('removal.need', { need: votesToBeElected(all, share) })}{' '}
                {yes === null ? null : say(isRemoved(yes, all, share) ? 'removal.carried' : 'removal.lost', { yes })}
              </>
            )}
          </p>
          <Button
            type="primary"
            loading={vote.isPending}
            disabled={heldOn === null || all === null || yes === null}
            onClick={() => vote.mutate({ heldOn, all, yes })}
          >
            {say('removal.vote')}
          </Button>
        </>
      ) : null}
      {has('report') ? (
        <Button type="primary" loading={report.isPending} onClick={() => report.mutate({})}>
          {say('step.report')}
        </Button>
      ) : null}
      {has('approve') || has('withdraw') ? (
        <Field id="removal-text" label={say(has('approve') ? 'ask.number' : 'ask.reason')}>
          <Input
            {...boundTo('removal-text', null)}
            value={text}
            maxLength={60}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
      ) : null}
      <div className="toolbar">
        {has('approve') ? (
          <Button
            type="primary"
            disabled={text.trim() === ''}
            loading={approve.isPending}
            onClick={() => approve.mutate({ documentNumber: text.trim() })}
          >
            {say('step.approve')}
          </Button>
        ) : null}
        {has('refuse') ? (
          <Button disabled={text.trim().length < 2} onClick={() => refuse.mutate({ reason: text.trim() })}>
            {say('step.refuse')}
          </Button>
        ) : null}
        {has('withdraw') ? (
          <Button disabled={text.trim().length < 2} onClick={() => withdraw.mutate({ reason: text.trim() })}>
            {say('step.withdraw')}
          </Button>
        ) : null}
      </div>
      {failure ? <FailureNotice failure={failure} quiet /> : null}
    </div>
  )
}
