import { Button } from 'antd'
import { useKitSay } from '../kit/texts/index.ts'
import { useKindWords } from '../matters/kind.ts'

/** The buttons below a step's form. */
export function StepEnd({ step, busy, go, close }: { step: string; busy: boolean; go: () => void; close: () => void }) {
  const kit = useKitSay()
  const words = useKindWords('organization.founding')
  return (
    <div className="toolbar">
      <Button type="primary" onClick={go} loading={busy}>
        {words.word(`step.${step}`)}
      </Button>
      <Button onClick={close}>{kit('cancel')}</Button>
    </div>
  )
}
