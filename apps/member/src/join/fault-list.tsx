import { Note } from '../kit/note.tsx'
import { useSpeak } from '../settings/preferences.ts'
import type { Faults, StepName } from './steps.ts'
import { joinTexts } from './texts/index.ts'

/** All wrong fields at once, each with its words and the way to it; nothing for a single one, which its field tells. */
export function FaultList({ faults, here, onGo }: { faults: Faults; here: StepName; onGo: (step: StepName) => void }) {
  const t = useSpeak(joinTexts)
  const wrong = faultEntries(faults)
  if (wrong.length < 2 && wrong.every(([step]) => step === here)) return null
  return (
    <Note tone="wrong" title={t('wrongCount', { count: wrong.length })}>
      <ul className="plain-list">
        {wrong.map(([step, text]) => (
          <li key={step}>
            <button type="button" className="link" onClick={() => onGo(step)}>
              {t(step)}
            </button>
            <span> {text}</span>
          </li>
        ))}
      </ul>
    </Note>
  )
}

const order: readonly StepName[] = ['document', 'number', 'name', 'birth', 'sex', 'phone', 'consent', 'code']

function faultEntries(faults: Faults): [StepName, string][] {
  return order.flatMap((step) => {
    const text = faults[step]
    return text === undefined ? [] : [[step, text]]
  })
}
