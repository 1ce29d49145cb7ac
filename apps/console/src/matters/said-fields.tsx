import type { StepOffer } from '@gongqiao/kernel/matter/contract.ts'
import { type Draft, valuesOf } from '@gongqiao/ui/form-values.ts'
import { Input, Radio } from 'antd'
import { boundTo, Field } from '../kit/field.tsx'
import { FormFields } from './form-fields.tsx'
import type { KindWords } from './kind.ts'
import type { Said } from './queries.ts'
import { useMattersSay } from './texts/index.ts'

/** What somebody is saying with an act: a listed reason, words, a form. */
export type Saying = { readonly reason: string | null; readonly note: string; readonly draft: Draft }
export const nothingSaid: Saying = { reason: null, note: '', draft: {} }

/** What an act asks for. */
export type Wanted = { readonly reasons: readonly string[] | null; readonly form: StepOffer['form'] }

const longest = 1_000

/** Everything that is still missing, all at once. */
export function useMissing(): (saying: Saying, wanted: Wanted) => Missing {
  const say = useMattersSay()
  return ({ reason, note, draft }, { reasons, form }) => ({
    reason: reasons !== null && reason === null ? say('act.need.reason') : null,
    note: reason === 'other' && note.trim() === '' ? say('act.need.note') : null,
    fields: new Map(
      (form?.fields ?? []).flatMap(({ key, required, kind }) =>
        required && kind !== 'files' && kind !== 'yesno' && !draft[key] ? [[key, say('form.need')] as const] : [],
      ),
    ),
  })
}

export type Missing = {
  readonly reason: string | null
  readonly note: string | null
  /** By the form's field. */
  readonly fields: ReadonlyMap<string, string>
}

export function isMissing({ reason, note, fields }: Missing): boolean {
  return reason !== null || note !== null || fields.size > 0
}

/** What is sent of it. */
export function saidOf({ reason, note, draft }: Saying, form: Wanted['form']): Said {
  return {
    ...(reason !== null && { reason }),
    ...(note.trim() !== '' && { note: note.trim() }),
    ...(form !== null && { form: valuesOf(form, draft) }),
  }
}

/** The fields of what an act asks for: its form, its reasons, and words that become part of the history. */
export function SaidFields({
  wanted: { reasons, form },
  words,
  saying,
  missing,
  refused,
  onChange,
}: {
  wanted: Wanted
  words: KindWords
  saying: Saying
  /** What is missing, once it was tried. */
  missing: Missing | null
  /** What the server says is wrong, by JSON pointer. */
  refused: ReadonlyMap<string, string>
  onChange: (saying: Saying) => void
}) {
  const say = useMattersSay()
  const faults = new Map<string, string>()
  for (const { key } of form?.fields ?? []) {
    const fault = refused.get(`/form/${key}`) ?? missing?.fields.get(key)
    if (fault !== undefined) faults.set(key, fault)
  }
  const reasonFault = missing?.reason ?? refused.get('/reason') ?? null
  const noteFault = missing?.note ?? null
  return (
    <>
      {form ? (
        <FormFields
          form={form}
          words={words}
          draft={saying.draft}
          faults={faults}
          onChange={(draft) => onChange({ ...saying, draft })}
        />
      ) : null}
      {reasons ? (
        <Field id="act-reason" label={say('act.reason')} fault={reasonFault} group>
          <Radio.Group
            className="choices"
            name="act-reason"
            value={saying.reason}
            onChange={(event) => onChange({ ...saying, reason: String(event.target.value) })}
            options={reasons.map((value) => ({ value, label: words.word(`reason.${value}`) }))}
          />
        </Field>
      ) : null}
      <Field
        id="act-note"
        label={saying.reason === 'other' ? say('act.note') : say('form.optional', { name: say('act.note') })}
        why={say('act.note.why')}
        fault={noteFault}
      >
        <Input.TextArea
          {...boundTo('act-note', noteFault)}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={longest}
          value={saying.note}
          onChange={(event) => onChange({ ...saying, note: event.target.value })}
        />
      </Field>
    </>
  )
}
