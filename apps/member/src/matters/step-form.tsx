import type { StepOffer } from '@gongqiao/kernel/matter/contract.ts'
import type { FormField, FormSchema } from '@gongqiao/kernel/shared/form.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { type Draft, valuesOf } from '@gongqiao/ui/form-values.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { post, Refused } from '../api/client.ts'
import { queryClient } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { Choices } from '../kit/choices.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { describedBy, Fault } from '../kit/field.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { Trouble } from '../kit/trouble.tsx'
import { useSpeak } from '../settings/preferences.ts'
import type { KindWords } from './kinds.ts'
import { mattersTexts } from './texts/index.ts'

type Key = { readonly cell: number; readonly id: string }

/** A step of mine: what it asks for, what follows, and the step itself. */
export function StepDialog({
  matter,
  offer,
  words,
  onClose,
}: {
  matter: Key
  offer: StepOffer
  words: KindWords
  onClose: () => void
}) {
  const t = useSpeak(mattersTexts)
  const k = useSpeak(kitTexts)
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const [draft, setDraft] = useState<Draft>({})
  const [tried, setTried] = useState(false)
  const [key] = useState(() => newId())
  const { form, reasons } = offer
  const taking = useMutation({
    mutationFn: () =>
      post(
        `/api/me/matters/${matter.cell}/${matter.id}/steps/${offer.step}`,
        {
          ...(reason !== '' && { reason }),
          ...(note.trim() !== '' && { note: note.trim() }),
          ...(form !== null && { form: valuesOf(form, draft) }),
        },
        key,
      ),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['me', 'matters'] })
      onClose()
    },
  })
  const faults = faultsOf(taking.error, tried ? missing(form, draft) : [], t('fieldNeeded'))
  const reasonFault = tried && reasons !== null && reason === '' ? t('reasonNeeded') : undefined

  function go() {
    setTried(true)
    if ((reasons !== null && reason === '') || missing(form, draft).length > 0) return
    taking.mutate()
  }

  return (
    <Dialog title={words('step', offer.step)} onClose={onClose}>
      <p className="soft">{t('becomes', { state: words('state', offer.to) })}</p>
      {reasons === null ? null : (
        <>
          <Choices
            name="reason"
            legend={t('why')}
            value={reason}
            onValue={setReason}
            choices={reasons.map((value) => ({ value, label: words('reason', value) }))}
          />
          <Fault id="reason">{reasonFault}</Fault>
        </>
      )}
      {form === null ? null : (
        <FormFields form={form} words={words} draft={draft} faults={faults} onChange={setDraft} />
      )}
      <label className="label" htmlFor="step-note">
        {t('words')}
      </label>
      <textarea
        id="step-note"
        className="input"
        rows={3}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Trouble fault={taking.error} onRetry={() => taking.mutate()} />
      <div className="stack acts">
        <Button busy={taking.isPending} onClick={go}>
          {words('step', offer.step)}
        </Button>
        <Button kind="plain" onClick={onClose}>
          {k('cancel')}
        </Button>
      </div>
    </Dialog>
  )
}

/** The fields of a form that a person fills in on a phone; files are put with the matter. */
export function FormFields({
  form,
  words,
  draft,
  faults,
  onChange,
}: {
  form: FormSchema
  words: KindWords
  draft: Draft
  faults: ReadonlyMap<string, string>
  onChange: (draft: Draft) => void
}) {
  return (
    <>
      {form.fields
        .filter(({ kind }) => kind !== 'files')
        .map((field) => (
          <FieldOf
            key={field.key}
            field={field}
            words={words}
            value={draft[field.key]}
            fault={faults.get(field.key)}
            set={(value) => onChange({ ...draft, [field.key]: value })}
          />
        ))}
    </>
  )
}

function FieldOf({
  field,
  words,
  value,
  fault,
  set,
}: {
  field: FormField
  words: KindWords
  value: string | boolean | undefined
  fault: string | undefined
  set: (value: string | boolean) => void
}) {
  const t = useSpeak(mattersTexts)
  const id = `field-${field.key}`
  const name = words('field', field.key)
  const label = field.required ? name : t('mayBeLeft', { name })
  const text = typeof value === 'string' ? value : ''
  const described = describedBy(id, { fault: fault !== undefined })
  if (field.kind === 'yesno')
    return (
      <label className="tick">
        <input type="checkbox" checked={value === true} onChange={(event) => set(event.currentTarget.checked)} />
        <span>{name}</span>
      </label>
    )
  if (field.kind === 'choice')
    return (
      <>
        <p className="label">{label}</p>
        <Choices
          name={id}
          legend={label}
          value={text}
          onValue={set}
          choices={(field.choices ?? []).map((choice) => ({
            value: choice,
            label: words('choice', `${field.key}.${choice}`),
          }))}
        />
        <Fault id={id}>{fault}</Fault>
      </>
    )
  const common = {
    id,
    className: 'input',
    value: text,
    'aria-describedby': described,
    'aria-invalid': fault !== undefined,
  }
  const modes = { number: 'decimal', money: 'decimal', phone: 'tel' } as const
  return (
    <>
      <label className="label" htmlFor={id}>
        {field.kind === 'money' ? t('inYuan', { name: label }) : label}
      </label>
      {field.kind === 'long' ? (
        <textarea
          {...common}
          rows={5}
          maxLength={field.max ?? 2000}
          onChange={(event) => set(event.currentTarget.value)}
        />
      ) : (
        <input
          {...common}
          type={field.kind === 'date' ? 'date' : 'text'}
          inputMode={
            field.kind === 'number' || field.kind === 'money' || field.kind === 'phone' ? modes[field.kind] : 'text'
          }
          onChange={(event) => set(event.currentTarget.value)}
        />
      )}
      <Fault id={id}>{fault}</Fault>
    </>
  )
}

/** Fields that have to be filled in and are not. */
export function missing(form: FormSchema | null, draft: Draft): string[] {
  return (form?.fields ?? [])
    .filter(
      ({ key, kind, required }) => required && kind !== 'files' && (draft[key] === undefined || draft[key] === ''),
    )
    .map(({ key }) => key)
}

/** What is wrong with each field: what the server said of it, else that it is missing. */
export function faultsOf(error: unknown, empty: readonly string[], needed: string): ReadonlyMap<string, string> {
  const faults = new Map(empty.map((key) => [key, needed]))
  if (error instanceof Refused)
    for (const { field, text } of error.problem.faults ?? []) {
      const key = field.replace(/^\/form\//, '')
      if (key !== field) faults.set(key, text)
    }
  return faults
}
