import type { ImportView } from '@gongqiao/modules/people/contract.ts'
import { formatNumber } from '@gongqiao/ui/format.ts'
import { describedKind } from './described-kinds.ts'
import { leftOf } from './sentences.ts'
import { useImportsSay } from './texts/index.ts'

/** What a run will bring about, before it is asked for. */
export function RunFollows({ view }: { view: ImportView }) {
  const say = useImportsSay()
  const { counts } = view
  const kind = describedKind(view.kind)
  const line = (count: number) => ({ count: formatNumber(count) })
  return (
    <div className="follows">
      <p>{say('run.follows')}</p>
      <ul>
        {counts.new > 0 ? (
          <li>{kind ? say(`run.follow.new.${kind}`, line(counts.new)) : say('run.follow.new', line(counts.new))}</li>
        ) : null}
        {counts.changed > 0 ? <li>{say('run.follow.changed', line(counts.changed))}</li> : null}
        {counts.needsPerson > 0 ? <li>{say('run.follow.person', line(counts.needsPerson))}</li> : null}
        {leftOf(view) > 0 ? <li>{say('run.follow.left', line(leftOf(view)))}</li> : null}
        {counts.gone > 0 ? (
          <li>{say(view.steps.includes('leave') ? 'run.follow.gone' : 'run.follow.gone.only', line(counts.gone))}</li>
        ) : null}
        <li>{say('run.follow.undo')}</li>
      </ul>
    </div>
  )
}
