import { UploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { Field } from '../kit/field.tsx'
import { useClockSay } from './texts/index.ts'

type Shown = {
  readonly pending: boolean
  readonly failure: unknown
  readonly said: string | null
  readonly faults: readonly string[]
  readonly onFile: (file: File) => void
}

/** Chooses a sheet of days; what was read is said, and each row that was not. */
export function SheetField({ pending, failure, said, faults, onFile }: Shown) {
  const say = useClockSay()
  const input = useRef<HTMLInputElement>(null)
  return (
    <Field id="clock-sheet" label={say('edit.sheet')} why={say('edit.sheet.why')} group>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv"
        hidden
        aria-label={say('edit.sheet')}
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) onFile(file)
          target.value = ''
        }}
      />
      <Button icon={<UploadOutlined />} loading={pending} onClick={() => input.current?.click()}>
        {say('edit.sheet')}
      </Button>
      {said === null ? null : <p role="status">{said}</p>}
      {faults.length > 0 ? (
        <ul role="alert" className="clock-faults">
          {faults.slice(0, 20).map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      ) : null}
      {failure ? <FailureNotice failure={failure} quiet /> : null}
    </Field>
  )
}
