import type { ImportState } from '@gongqiao/modules/people/contract.ts'
import { useImportsSay } from './texts/index.ts'

const steps = ['map', 'check', 'run', 'done'] as const
const at: { readonly [state in ImportState]: number } = {
  uploaded: 0,
  checking: 1,
  checked: 1,
  running: 2,
  done: 3,
  undoing: 3,
  undone: 3,
  cancelled: 3,
  failed: 3,
}

/** Where an import stands among its four steps. */
export function ImportSteps({ state, ran }: { state: ImportState; ran: boolean }) {
  const say = useImportsSay()
  const here = at[state]
  // Of an import that was stopped before it ran nobody can say that it did.
  const past = (step: number) => step < here && (ran || (step < 2 && state !== 'cancelled' && state !== 'failed'))
  return (
    <ol className="import-steps" aria-label={say('steps')}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={past(index) ? 'is-past' : ''}
          {...(index === here && { 'aria-current': 'step' as const })}
        >
          {say(`steps.${step}`)}
          {past(index) ? <span className="hidden-words">{say('aside', { words: say('steps.past') })}</span> : null}
        </li>
      ))}
    </ol>
  )
}
