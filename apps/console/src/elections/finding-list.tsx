import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleFilled,
  InfoCircleOutlined,
} from '@ant-design/icons'
import type { ElectionFinding } from '@gongqiao/modules/elections/contract.ts'
import { useElectionsSay } from './texts/index.ts'

const icons = {
  violation: <ExclamationCircleFilled />,
  open: <ClockCircleOutlined />,
  warning: <InfoCircleOutlined />,
} as const
const weights = ['violation', 'open', 'warning'] as const

/** What the rules find, gravest first, each with its rule. */
export function FindingList({ findings }: { findings: readonly ElectionFinding[] }) {
  const say = useElectionsSay()
  const count = findings.filter(({ weight }) => weight === 'violation').length
  return (
    <section aria-labelledby="findings" className="findings">
      <h3 id="findings">{say('findings')}</h3>
      {findings.length === 0 ? (
        <p className="jade">
          <CheckCircleOutlined aria-hidden="true" /> {say('findings.none')}
        </p>
      ) : null}
      {count > 0 ? <p>{say('violations.count', { count })}</p> : null}
      <ul>
        {weights.flatMap((weight) =>
          findings
            .filter((one) => one.weight === weight)
            .map((one) => (
              <li key={`${one.code} ${one.body} ${one.candidate}`} className={`finding finding-${weight}`}>
                <span aria-hidden="true">{icons[weight]}</span>
                <span>
                  <strong>{say(weight)}</strong> {one.words}{' '}
                  {one.words.includes(one.rule) ? null : <span className="soft nowrap">{one.rule}</span>}
                </span>
              </li>
            )),
        )}
      </ul>
    </section>
  )
}
