import type { Sex } from '@gongqiao/modules/people/contract.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { Choices } from '../kit/choices.tsx'
import { DayPicker } from '../kit/day-picker.tsx'
import { describedBy, Fault, Why } from '../kit/field.tsx'
import { PhoneInput } from '../kit/phone-input.tsx'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { type Draft, kindChoices } from './draft.ts'
import { joinTexts } from './texts/index.ts'

/** What one question gets: the draft, what is wrong with its answer, and where to put another. */
export type QuestionProps = {
  readonly draft: Draft
  readonly fault: string | undefined
  readonly onAnswer: (change: Partial<Draft>) => void
}

const sexes: readonly Sex[] = ['female', 'male', 'unknown']

/** Which document 证件种类; picked, never guessed from a number. */
export function DocumentStep({ draft, fault, onAnswer }: QuestionProps) {
  const t = useSpeak(joinTexts)
  const { language } = usePreferences()
  return (
    <>
      <Why id="document">{t('documentWhy')}</Why>
      <Choices
        name="document"
        legend={t('documentQuestion')}
        value={draft.kind}
        onValue={(kind) => onAnswer({ kind })}
        choices={kindChoices.map((kind) => ({ value: kind, label: nameOf(language, 'identity', kind) }))}
      />
      <Fault id="document">{fault}</Fault>
    </>
  )
}

/** The name 姓名 as the document has it. */
export function NameStep({ draft, fault, onAnswer }: QuestionProps) {
  const t = useSpeak(joinTexts)
  return (
    <>
      <Why id="name">{t('nameWhy')}</Why>
      <input
        id="name"
        className="input"
        type="text"
        value={draft.name}
        onChange={(event) => onAnswer({ name: event.currentTarget.value })}
        autoComplete="name"
        spellCheck={false}
        maxLength={200}
        aria-label={t('nameQuestion')}
        aria-describedby={describedBy('name', { why: true, fault: fault !== undefined })}
        aria-invalid={fault === undefined ? undefined : true}
      />
      <Fault id="name">{fault}</Fault>
    </>
  )
}

/** The date of birth 出生日期, where the document does not hold it. */
export function BirthStep({ draft, fault, onAnswer, thisYear }: QuestionProps & { thisYear: number }) {
  const t = useSpeak(joinTexts)
  return (
    <fieldset className="bare">
      <legend className="hidden-words">{t('birthQuestion')}</legend>
      <Why id="birth">{t('birthWhy')}</Why>
      <DayPicker
        id="birth"
        value={draft.birthDate}
        onValue={(birthDate) => onAnswer({ birthDate })}
        firstYear={thisYear - 100}
        lastYear={thisYear - 14}
        describedBy={describedBy('birth', { why: true, fault: fault !== undefined })}
        invalid={fault !== undefined}
      />
      <Fault id="birth">{fault}</Fault>
    </fieldset>
  )
}

/** The sex 性别, where the document does not hold it; one may leave it unsaid. */
export function SexStep({ draft, fault, onAnswer }: QuestionProps) {
  const t = useSpeak(joinTexts)
  const { language } = usePreferences()
  return (
    <>
      <Why id="sex">{t('sexWhy')}</Why>
      <Choices
        name="sex"
        legend={t('sexQuestion')}
        value={draft.sex}
        onValue={(sex) => onAnswer({ sex })}
        choices={sexes.map((sex) => ({ value: sex, label: nameOf(language, 'sex', sex) }))}
      />
      <Fault id="sex">{fault}</Fault>
    </>
  )
}

/** The mobile number 手机号. */
export function PhoneStep({ draft, fault, onAnswer }: QuestionProps) {
  const t = useSpeak(joinTexts)
  return (
    <>
      <Why id="phone">{t('phoneWhy')}</Why>
      <PhoneInput
        value={draft.phone}
        onValue={(phone) => onAnswer({ phone })}
        fault={fault}
        label={t('phoneQuestion')}
      />
      <Fault id="phone">{fault}</Fault>
      <p className="small soft">{t('phoneElsewhere')}</p>
    </>
  )
}
