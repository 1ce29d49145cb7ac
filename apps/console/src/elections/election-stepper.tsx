import { CheckOutlined } from '@ant-design/icons'
import { electionWay } from '@gongqiao/modules/elections/machine.ts'
import { useElectionsSay } from './texts/index.ts'
import { stateWord } from './words.ts'

/** The way of an election, with where it stands; done, here, and to come are told by words for whoever does not see them. */
export function ElectionStepper({ state }: { state: string }) {
  const say = useElectionsSay()
  const at = electionWay.map(String).indexOf(state)
  return (
    <ol className="stepper" aria-label={say('steps')}>
      {electionWay.map((one, index) => (
        <li
          key={one}
          className={index < at || state === 'approved' ? 'is-done' : index === at ? 'is-here' : ''}
          {...(index === at ? { 'aria-current': 'step' as const } : {})}
        >
          <span className="step-mark" aria-hidden="true">
            {index < at || state === 'approved' ? <CheckOutlined /> : index + 1}
          </span>
          <span>{stateWord(say, one)}</span>
        </li>
      ))}
    </ol>
  )
}
