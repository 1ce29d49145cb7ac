import { foundingWay } from '@gongqiao/modules/organization/machine.ts'
import { useFoundingSay } from './texts/index.ts'

const way: readonly string[] = foundingWay

/** The way of a founding: what is done, where it stands, what comes. The word says it; the mark only helps. */
export function Stepper({ state }: { state: string }) {
  const say = useFoundingSay()
  const at = state === 'finished' ? foundingWay.length - 1 : way.indexOf(state)
  return (
    <ol className="stepper" aria-label={say('way')}>
      {foundingWay.map((one, index) => {
        const done = at >= 0 && (index < at || (index === at && one === 'registered'))
        const here = index === at && !done
        return (
          <li
            key={one}
            className={done ? 'step step-done' : here ? 'step step-here' : 'step'}
            aria-current={here ? 'step' : undefined}
          >
            <span className="step-mark" aria-hidden="true">
              {done ? '✓' : index + 1}
            </span>
            <span>{say(`way.${one}`)}</span>
            {done ? <span className="hidden-words">{say('way.done')}</span> : null}
          </li>
        )
      })}
    </ol>
  )
}
