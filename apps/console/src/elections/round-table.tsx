import type { ContestView, ElectionView, RoundView } from '@gongqiao/modules/elections/contract.ts'
import { isPreliminary } from '@gongqiao/modules/elections/machine.ts'
import { useLanguage } from '../kit/language.tsx'
import { Tag } from '../kit/tag.tsx'
import { useElectionsSay } from './texts/index.ts'
import { between } from './words.ts'

/** One round: what both tellers counted, and what it came to. */
export function Round({ round, contest, view }: { round: RoundView; contest: ContestView; view: ElectionView }) {
  const say = useElectionsSay()
  const language = useLanguage()
  const [one, other] = round.counts
  const nameOf = (id: string) => view.candidates.find((candidate) => candidate.id === id)?.name ?? ''
  const advance = isPreliminary(round.kind)
  const votedFor = new Set([...(one?.votes ?? []), ...(other?.votes ?? [])].map(({ candidate }) => candidate))
  const rows = view.candidates.filter(({ id }) => round.candidates.includes(id) || votedFor.has(id))
  const outcome = (id: string, yes: number) =>
    advance
      ? say(round.listed.includes(id) ? 'count.listed' : 'count.unlisted')
      : round.elected.includes(id)
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
          {advance
            ? say('count.seats.preliminary', { places: round.seats })
            : round.kind === 'run_off'
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
                  const stood = round.candidates.includes(id)
                  const cell = (field: 'yes' | 'no' | 'abstain') =>
                    !stood && field !== 'yes'
                      ? ''
                      : votes?.[field] === others?.[field]
                        ? votes?.[field]
                        : `${votes?.[field] ?? 0} ≠ ${others?.[field] ?? 0}`
                  return (
                    <tr key={id} className={round.differing.includes(id) ? 'is-open' : ''}>
                      <th scope="row">
                        {name} {stood ? null : <Tag>{say('written.tag')}</Tag>}
                      </th>
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
