import { Checkbox } from 'antd'
import { Field } from '../kit/field.tsx'
import { useActing } from '../session/acting.tsx'
import { useUnit } from '../shell/unit-context.tsx'
import { useMembershipSay } from './texts/index.ts'

/**
 * The tick by which the employer's union does not learn of somebody 保密会员: for the window of a union above it only, which
 * holds them then. The employer's own window has none: whoever stands there is known to it.
 */
export function ConfidentialField({ checked, onChange }: { checked: boolean; onChange: (next: boolean) => void }) {
  const say = useMembershipSay()
  const unit = useUnit()
  const { post } = useActing()
  if (unit.level !== 'grassroots' || unit.id === post.unit.id) return null
  return (
    <Field id="confidential" label={say('confidential')} group>
      <Checkbox checked={checked} onChange={(event) => onChange(event.target.checked)}>
        {say('confidential.tick', { unit: unit.name })}
      </Checkbox>
      <p className="soft">{say('confidential.words')}</p>
    </Field>
  )
}
