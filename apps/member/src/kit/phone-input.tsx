import { describedBy } from './field.tsx'
import { GroupedInput } from './grouped-input.tsx'

type PhoneInputProps = {
  value: string
  onValue: (value: string) => void
  fault: string | undefined
  label: string
  id?: string
}

/** A mobile number: mainland numbers in groups of 3, 4 and 4, others as they are typed. */
export function PhoneInput({ value, onValue, fault, label, id = 'phone' }: PhoneInputProps) {
  return (
    <GroupedInput
      id={id}
      className="input number"
      groups={value.startsWith('1') ? [3, 4, 4] : []}
      value={value}
      onValue={onValue}
      inputMode="tel"
      autoComplete="tel"
      maxLength={24}
      aria-label={label}
      aria-describedby={describedBy(id, { why: true, fault: fault !== undefined })}
      aria-invalid={fault === undefined ? undefined : true}
    />
  )
}
