import type { ContestView, ElectionView, RoundView } from '@gongqiao/modules/elections/contract.ts'
import {
  ballotsFinding,
  decide,
  decideRunOff,
  fitsSeats,
  isPreliminary,
  shortlist,
} from '@gongqiao/modules/elections/machine.ts'
import { Button, Input, InputNumber } from 'antd'
import { type FormEvent, useState } from 'react'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useLanguage } from '../kit/language.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { useElectionsSay } from './texts/index.ts'
import { useElectionAct } from './use-act.ts'
import { between, bodyWord } from './words.ts'
import { WrittenInRows, type WrittenName } from './written-in-rows.tsx'

type Votes = { readonly yes: number; readonly no: number; readonly abstain: number }
const none: Votes = { yes: 0, no: 0, abstain: 0 }
const fields = ['present', 'issued', 'returned', 'invalid'] as const
const marks = ['yes', 'no', 'abstain'] as const

type Props = { view: ElectionView; contest: ContestView; round: RoundView; teller: 1 | 2; close: () => void }

/** What one teller counted; while it is typed it says what adds up, who would be elected, and where there is a tie. */
export function TellerForm({ view, contest, round, teller, close }: Props) {
  const say = useElectionsSay()
  const kit = useKitSay()
  const language = useLanguage()
  const act = useElectionAct(view, 'counts', close)
  const [name, setName] = useState('')
  const here = contest.expected === view.expected ? (view.present ?? 0) : (contest.expected ?? 0)
  const [ballots, setBallots] = useState({ present: here, issued: here, returned: here, invalid: 0 })
  const [votes, setVotes] = useState<{ readonly [candidate: string]: Votes }>({})
  const [written, setWritten] = useState<readonly WrittenName[]>([])
  const said = faultsOf(act.error)
  const standing = view.candidates.filter(({ id }) => round.candidates.includes(id))
  const valid = Math.max(0, ballots.returned - ballots.invalid)
  const isVoid = ballotsFinding(ballots) === 'void'
  const votesOf = (id: string) => votes[id] ?? none
  const named = written.filter((row) => row.name.trim() !== '')
  const writtenId = (row: WrittenName) => `written ${row.name.trim()}`
  const tallies = [
    ...standing.map(({ id }) => ({ candidate: id, yes: votesOf(id).yes })),
    ...named.map((row) => ({ candidate: writtenId(row), yes: row.yes })),
  ]
  const advance = isPreliminary(round.kind)
  const listed = advance ? shortlist(tallies, round.seats) : []
  const decision =
    round.kind === 'run_off'
      ? decideRunOff(tallies, round.seats)
      : decide(tallies, round.seats, contest.expected ?? 0, view.shares.majority)
  const approvals = tallies.reduce((sum, { yes }) => sum + yes, 0)
  const liveOf = (id: string) =>
    advance
      ? say(listed.includes(id) ? 'count.listed' : 'count.unlisted')
      : decision.elected.includes(id)
        ? say('count.wins')
        : decision.tied.includes(id)
          ? say('count.tied')
          : say('count.out')
  const counted = standing.some(({ id }) => votes[id] !== undefined)

  function change(id: string, mark: (typeof marks)[number], value: number | null) {
    act.edited()
    setVotes((before) => ({ ...before, [id]: { ...(before[id] ?? none), [mark]: value ?? 0 } }))
  }

  /** What is left of the valid ballots goes against, so that one number a candidate is enough to type. */
  function fillAgainst(id: string) {
    const { yes, no, abstain } = votesOf(id)
    if (no === 0 && yes > 0 && yes + abstain < valid) change(id, 'no', valid - yes - abstain)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    act.mutate({
      ...{ body: contest.body, round: round.number, teller, tellerName: name.trim(), ...ballots },
      votes: isVoid ? [] : standing.map(({ id }) => ({ candidate: id, ...votesOf(id) })),
      ...(named.length > 0 && !isVoid && { writeIns: named.map((row) => ({ name: row.name.trim(), yes: row.yes })) }),
    })
  }

  return (
    <form className="election-form" onSubmit={submit} noValidate aria-label={say('count.teller', { number: teller })}>
      <h4>
        {bodyWord(say, contest.body)} · {say('count.teller', { number: teller })}
      </h4>
      <Field id="teller-name" label={say('count.name')} fault={said.get('/tellerName')}>
        <Input
          {...boundTo('teller-name', said.get('/tellerName'))}
          value={name}
          maxLength={60}
          onChange={(event) => {
            act.edited()
            setName(event.target.value)
          }}
        />
      </Field>
      <div className="seat-fields">
        {fields.map((field) => (
          <Field key={field} id={`count-${field}`} label={say(`count.${field}`)} fault={said.get(`/${field}`)}>
            <InputNumber
              {...boundTo(`count-${field}`, said.get(`/${field}`))}
              min={0}
              precision={0}
              value={ballots[field]}
              onChange={(next) => {
                act.edited()
                setBallots((before) => ({ ...before, [field]: next ?? 0 }))
              }}
            />
          </Field>
        ))}
      </div>
      <p role="status">{isVoid ? say('count.void') : say('count.valid', { valid })}</p>
      {isVoid ? null : (
        <div className="table-box">
          <table className="table vote-table">
            <thead>
              <tr>
                <th scope="col">{say('person.name')}</th>
                {marks.map((mark) => (
                  <th key={mark} scope="col">
                    {say(`count.${mark}`)}
                  </th>
                ))}
                <th scope="col">{say('count.live')}</th>
              </tr>
            </thead>
            <tbody>
              {standing.map(({ id, name: candidate }, index) => {
                const given = votesOf(id)
                const sum = given.yes + given.no + given.abstain
                const fault = said.get(`/votes/${index}`) ?? said.get(`/votes/${id}`)
                const live = votes[id] === undefined ? '' : liveOf(id)
                return (
                  <tr key={id}>
                    <th scope="row">{candidate}</th>
                    {marks.map((mark) => (
                      <td key={mark}>
                        <InputNumber
                          aria-label={`${candidate} ${say(`count.${mark}`)}`}
                          min={0}
                          precision={0}
                          value={given[mark]}
                          onChange={(next) => change(id, mark, next)}
                          {...(mark === 'yes' ? { onBlur: () => fillAgainst(id) } : {})}
                        />
                      </td>
                    ))}
                    <td>
                      {votes[id] !== undefined && sum !== valid ? (
                        <span className="field-fault">{fault ?? say('count.sum', { sum, valid })}</span>
                      ) : (
                        live
                      )}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      {isVoid || round.kind === 'run_off' ? null : (
        <WrittenInRows
          rows={written}
          saidOf={(index) => {
            const row = written[index]
            const at = row ? named.indexOf(row) : -1
            return at < 0 ? null : (said.get(`/writeIns/${at}/name`) ?? said.get(`/writeIns/${at}/yes`))
          }}
          liveOf={(row) => (row.name.trim() === '' ? '' : liveOf(writtenId(row)))}
          onChange={(rows) => {
            act.edited()
            setWritten(rows)
          }}
        />
      )}
      {counted && !advance && decision.tied.length > 0 ? (
        <p role="status" className="note">
          {say('count.tie.words', {
            names: [
              ...standing.filter(({ id }) => decision.tied.includes(id)),
              ...named.filter((row) => decision.tied.includes(writtenId(row))),
            ]
              .map(({ name: tied }) => tied)
              .join(between(language)),
            seats: decision.tiedSeats,
          })}
        </p>
      ) : null}
      {counted && !fitsSeats(approvals, valid, round.seats) ? (
        <p role="status" className="field-fault">
          {said.get('/votes') ?? say('count.more', { given: approvals, most: valid * round.seats })}
        </p>
      ) : null}
      {act.isError ? <FailureNotice failure={act.error} quiet /> : null}
      <div className="toolbar">
        <Button type="primary" htmlType="submit" loading={act.isPending} disabled={name.trim() === ''}>
          {say('count.save')}
        </Button>
        <Button onClick={close}>{kit('cancel')}</Button>
      </div>
    </form>
  )
}
