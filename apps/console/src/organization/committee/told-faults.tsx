import { problemOf } from '../../kit/failure.ts'
import { useCommitteeSay } from './texts.ts'

/** Every fault of a refusal in words, in their order: several may concern one field. */
export function ToldFaults({ failure }: { failure: unknown }) {
  const say = useCommitteeSay()
  const faults = problemOf(failure)?.faults ?? []
  if (faults.length === 0) return null
  return (
    <div className="follows" role="alert">
      <p>{say('faults', { count: faults.length })}</p>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.field} ${fault.text}`}>{fault.text}</li>
        ))}
      </ul>
    </div>
  )
}
