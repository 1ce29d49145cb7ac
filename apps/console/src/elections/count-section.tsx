import type { ContestView, ElectionView, RoundView } from '@gongqiao/modules/elections/contract.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { Tag } from '../kit/tag.tsx'
import { TellerForm } from './teller-form.tsx'
import { useElectionsSay } from './texts/index.ts'
import { useElectionAct } from './use-act.ts'
import { between, bodyWord } from './words.ts'

/** The count of every body, round by round, and what each came to. */
export function CountSection({ view }: { view: ElectionView }) {
  const say = useElectionsSay()
  return (
    <section aria-labelledby="count">
      <h3 id="count">{say('count')}</h3>
      <p className="soft figures">
        {say('meeting.expected')} {view.expected} · {say('meeting.present')} {view.present} ·{' '}
        {say('meeting.quorum', { expected: view.expected ?? 0, need: view.quorum ?? 0 })}
      </p>
      {view.contests.map((contest) => (
        <Contest key={contest.body} contest={contest} view={view} />
      ))}
    </section>
  )
}

function Contest({ contest, view }: { contest: ContestView; view: ElectionView }) {
  const say = useElectionsSay()
  const [teller, setTeller] = useState<1 | 2 | null>(null)
  const counting = view.state === 'counting' && view.steps.includes('close')
  const round = contest.rounds.at(-1)
  const mayCount = counting && round !== undefined && contest.expected !== null
  return (
    <div className="contest">
      <h4>
        {bodyWord(say, contest.body)}{' '}
        <Tag tone={contest.standing === 'complete' ? 'jade' : 'amber'}>{say(`standing.${contest.standing}`)}</Tag>
      </h4>
      {contest.expected === null && counting ? <p className="soft">{say('count.committee.first')}</p> : null}
      {contest.rounds.map((one) => (
        <Round key={one.number} round={one} contest={contest} view={view} />
      ))}
      {contest.standing === 'differs' ? <p className="note">{say('count.differs')}</p> : null}
      {mayCount && teller === null ? (
        <div className="toolbar">
          {([1, 2] as const).map((number) => (
            <Button key={number} onClick={() => setTeller(number)}>
              {say('count.teller', { number })} · {say(round.entered[number - 1] ? 'count.again' : 'count.enter')}
            </Button>
          ))}
          <AgainButtons contest={contest} view={view} />
        </div>
      ) : null}
      {mayCount && teller !== null ? (
        <TellerForm view={view} contest={contest} round={round} teller={teller} close={() => setTeller(null)} />
      ) : null}
    </div>
  )
}

/** The ballot that the rules ask for next, or leaving the seats empty where they allow it. */
function AgainButtons({ contest, view }: { contest: ContestView; view: ElectionView }) {
  const say = useElectionsSay()
  const again = useElectionAct(view, 'rounds')
  const fewer = useElectionAct(view, 'fewer-seats')
  const next = contest.next
  if (!next || next.kind === 'first') return null
  return (
    <>
      <Button type="primary" loading={again.isPending} onClick={() => again.mutate({ body: contest.body })}>
        {say(`again.${next.kind}`)}
      </Button>
      {contest.mayReduce ? (
        <Button loading={fewer.isPending} onClick={() => fewer.mutate({ body: contest.body })}>
          {say('reduce')}
        </Button>
      ) : null}
      {again.isError ? <FailureNotice failure={again.error} quiet /> : null}
      {fewer.isError ? <FailureNotice failure={fewer.error} quiet /> : null}
    </>
  )
}

function Round({ round, contest, view }: { round: RoundView; contest: ContestView; view: ElectionView }) {
  const say = useElectionsSay()
  const language = useLanguage()
  const [one, other] = round.counts
  const nameOf = (id: string) => view.candidates.find((candidate) => candidate.id === id)?.name ?? ''
  const rows = view.candidates.filter(({ id }) => round.candidates.includes(id))
  const outcome = (id: string, yes: number) =>
    round.elected.includes(id)
      ? say('count.wins')
      : round.tied.includes(id)
        ? say('count.tied')
        : yes < (contest.votesToBeElected ?? 0) && round.kind !== 'run_off'
          ? say('count.loses')
          : say('count.out')
  return (
    <div className="round">
      <p className="figures">
        <strong>
          {say('count.round', { number: contest.rounds.indexOf(round) + 1 })} · {say(`round.${round.kind}`)}
        </strong>{' '}
        <span className="soft">
          {round.kind === 'run_off'
            ? say('count.seats.run_off', { seats: round.seats })
            : say('count.seats', { seats: round.seats, votes: contest.votesToBeElected ?? 0 })}
        </span>
      </p>
      {!one || !other ? (
        <p className="soft">
          {([0, 1] as const)
            .map(
              (at) =>
                `${say('count.teller', { number: at + 1 })}${round.entered[at] ? ` ${say('count.entered')}` : ' —'}`,
            )
            .join(' · ')}
          {round.entered.some(Boolean) ? ` · ${say('count.waiting')}` : ''}
        </p>
      ) : (
        <>
          <p className="soft figures">
            {(['present', 'issued', 'returned', 'invalid'] as const)
              .map((field) => {
                const differs = round.differing.includes(field)
                return `${say(`count.${field}`)} ${one[field]}${differs ? ` ≠ ${other[field]}` : ''}`
              })
              .join(' · ')}{' '}
            · {one.tellerName}
            {between(language)}
            {other.tellerName}
          </p>
          {round.standing === 'void' ? <p className="note">{say('count.void')}</p> : null}
          <div className="table-box">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{say('person.name')}</th>
                  <th scope="col" className="number">
                    {say('count.yes')}
                  </th>
                  <th scope="col" className="number">
                    {say('count.no')}
                  </th>
                  <th scope="col" className="number">
                    {say('count.abstain')}
                  </th>
                  <th scope="col">{say('result')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ id, name }) => {
                  const votes = one.votes.find(({ candidate }) => candidate === id)
                  const others = other.votes.find(({ candidate }) => candidate === id)
                  const cell = (field: 'yes' | 'no' | 'abstain') =>
                    votes?.[field] === others?.[field] ? votes?.[field] : `${votes?.[field]} ≠ ${others?.[field]}`
                  return (
                    <tr key={id} className={round.differing.includes(id) ? 'is-open' : ''}>
                      <th scope="row">{name}</th>
                      <td className="number">{cell('yes')}</td>
                      <td className="number">{cell('no')}</td>
                      <td className="number">{cell('abstain')}</td>
                      <td>
                        {round.standing === 'differs' || round.standing === 'void' ? '' : outcome(id, votes?.yes ?? 0)}
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
          {round.tied.length > 0 ? (
            <p>
              {say('count.tie.words', {
                names: round.tied.map(nameOf).join(between(language)),
                seats: round.seats - round.elected.length,
              })}
            </p>
          ) : null}
          {round.emptySeats > 0 ? <p>{say('count.empty.words', { seats: round.emptySeats })}</p> : null}
        </>
      )}
    </div>
  )
}
