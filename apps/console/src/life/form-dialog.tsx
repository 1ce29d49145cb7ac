import { dayOf } from '@gongqiao/ui/format.ts'
import { useMutation } from '@tanstack/react-query'
import { App, Input, InputNumber, Modal, Radio } from 'antd'
import { type ReactNode, useState } from 'react'
import { DayField } from '../kit/day-field.tsx'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useKitSay } from '../kit/texts/index.ts'
import { UnitField } from '../matters/unit-field.tsx'
import { ScanField } from '../membership/scan-field.tsx'
import { useActing } from '../session/acting.tsx'
import { type AskedField, bodyOf, type Filled, faultKey, missingOf, startingWith } from './forms.ts'
import { useLifeSay } from './texts/index.ts'

type FormDialogProps<A> = {
  title: string
  action: string
  path: string
  fields: readonly AskedField[]
  /** Sent beside what is filled in. */
  more?: object
  follows: readonly string[]
  onDone: (answer: A) => void | Promise<void>
  close: () => void
}
type Say = ReturnType<typeof useLifeSay>

/** Asks for what an act needs, says what follows, and does it; each field is told what is wrong with it. */
export function FormDialog<A>({ title, action, path, fields, more, follows, onDone, close }: FormDialogProps<A>) {
  const say = useLifeSay()
  const kit = useKitSay()
  const { api } = useActing()
  const { message } = App.useApp()
  const key = useFormKey()
  const [filled, setFilled] = useState<Filled>(() => startingWith(fields, dayOf(Date.now())))
  const [tried, setTried] = useState(false)
  const acting = useMutation({
    mutationFn: () => api.send<A>(path, { ...more, ...bodyOf(fields, filled) }, key.now()),
    onSuccess: async (answer) => {
      message.success(say('done'))
      await onDone(answer)
      close()
    },
    onError: key.refused,
  })
  const told = new Map([...faultsOf(acting.error)].map(([field, text]) => [faultKey(field), text]))
  const missing = tried ? missingOf(fields, filled) : []

  function fill(name: string, value: string | null) {
    key.edited()
    if (acting.isError) acting.reset()
    setFilled((before) => ({ ...before, [name]: value }))
  }
  function go() {
    setTried(true)
    if (missingOf(fields, filled).length === 0) acting.mutate()
  }

  return (
    <Modal
      open
      title={title}
      okText={action}
      cancelText={kit('cancel')}
      onOk={go}
      onCancel={close}
      confirmLoading={acting.isPending}
    >
      {fields.map((field) => {
        const fault = told.get(field.key) ?? (missing.includes(field.key) ? say('need') : null)
        return (
          <Asked
            key={field.key}
            field={field}
            value={filled[field.key] ?? null}
            fault={fault}
            onFill={(value) => fill(field.key, value)}
            say={say}
          />
        )
      })}
      <div className="follows">
        <p>{say('follows')}</p>
        <ul>
          {follows.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </div>
      {acting.isError && told.size === 0 ? <FailureNotice failure={acting.error} quiet /> : null}
    </Modal>
  )
}

type AskedProps = {
  field: AskedField
  value: string | null
  fault: string | null
  onFill: (value: string | null) => void
  say: Say
}

function Asked({ field, value, fault, onFill, say }: AskedProps): ReactNode {
  const { key, kind } = field
  const id = `ask-${key.replaceAll('.', '-')}`
  const label = labelOf(field, say)
  if (kind === 'scan') return <ScanField label={label} fault={fault} onStored={onFill} />
  if (kind === 'choice' || kind === 'yesno') {
    const choices = kind === 'yesno' ? ['yes', 'no'] : (field.choices ?? [])
    return (
      <Field id={id} label={label} fault={fault} group>
        <Radio.Group
          className="choices"
          name={id}
          value={value}
          onChange={(event) => onFill(String(event.target.value))}
          options={choices.map((choice) => ({ value: choice, label: plainly(say)(`choice.${choice}`) }))}
        />
      </Field>
    )
  }
  return (
    <Field id={id} label={label} fault={fault}>
      {kind === 'unit' ? (
        <UnitField id={id} faulty={fault !== null} onChange={onFill} />
      ) : kind === 'day' ? (
        <DayField id={id} value={value} onChange={onFill} to={dayOf(Date.now())} faulty={fault !== null} />
      ) : kind === 'number' ? (
        <InputNumber
          {...boundTo(id, fault)}
          min={0}
          max={10_000}
          precision={0}
          value={value === null || value === '' ? null : Number(value)}
          onChange={(number) => onFill(number === null ? null : String(number))}
        />
      ) : kind === 'words' ? (
        <Input.TextArea
          {...boundTo(id, fault)}
          rows={3}
          maxLength={key === 'note' ? 300 : 1000}
          value={value ?? ''}
          onChange={(event) => onFill(event.target.value)}
        />
      ) : (
        <Input
          {...boundTo(id, fault)}
          maxLength={100}
          value={value ?? ''}
          autoComplete="off"
          onChange={(event) => onFill(event.target.value)}
        />
      )}
    </Field>
  )
}

function labelOf({ key, needed }: AskedField, say: Say): string {
  return plainly(say)(key === 'note' && needed ? 'field.words' : `field.${key}`)
}

/** Safe because a test says every field and choice of every form, and none of them has variables. */
function plainly(say: Say): (key: string) => string {
  return say as unknown as (key: string) => string
}
