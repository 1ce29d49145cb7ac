import { CheckCircleOutlined } from '@ant-design/icons'
import type { ElectionView, NewCandidate } from '@gongqiao/modules/elections/contract.ts'
import { differenceOf } from './difference-of.ts'
import { useElectionsSay } from './texts/index.ts'
import { bodyWord } from './words.ts'

/** For every body how many must stand and how many do; it follows the list while that is written. */
export function CandidateNeeds({
  view,
  candidates,
}: {
  view: Pick<ElectionView, 'contests'>
  candidates: readonly Pick<NewCandidate, 'bodies'>[]
}) {
  const say = useElectionsSay()
  return (
    <ul className="needs">
      {view.contests.map(({ body, seats, candidatesNeeded }) => {
        const have = candidates.filter(({ bodies }) => bodies.includes(body)).length
        const short = differenceOf(candidatesNeeded, have)
        return (
          <li key={body}>
            {say('candidates.need', { body: bodyWord(say, body), seats, need: candidatesNeeded, have })} ·{' '}
            {short === 0 ? (
              <strong className="jade">
                <CheckCircleOutlined aria-hidden="true" /> {say('candidates.enough')}
              </strong>
            ) : (
              <strong>{say('candidates.short', { count: short })}</strong>
            )}
          </li>
        )
      })}
    </ul>
  )
}
