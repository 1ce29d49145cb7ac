import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useRef, useState } from 'react'
import { Button } from '../kit/button.tsx'
import { describedBy, Fault, Why } from '../kit/field.tsx'
import { GroupedInput } from '../kit/grouped-input.tsx'
import { group, typeInto } from '../kit/grouping.ts'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { isCitizenStyle } from './draft.ts'
import { NumberPad } from './number-pad.tsx'
import type { QuestionProps } from './question.tsx'
import { joinTexts } from './texts/index.ts'

const citizenGroups = [6, 4, 4, 4]

/** The document's number: on the pad with an X for 18-character numbers, on the phone's keyboard for the others. */
export function NumberStep({ draft, fault, onAnswer, onDocument }: QuestionProps & { onDocument: () => void }) {
  const t = useSpeak(joinTexts)
  const { language } = usePreferences()
  const input = useRef<HTMLInputElement>(null)
  const caret = useRef<number | null>(null)
  const [ownKeyboard, setOwnKeyboard] = useState(false)
  const citizen = isCitizenStyle(draft.kind)
  const pad = citizen && !ownKeyboard
  const groups = citizen ? citizenGroups : []

  function answer(number: string) {
    onAnswer({ number: number.toUpperCase() })
  }

  function type(key: string) {
    const field = input.current
    const focused = field !== null && document.activeElement === field
    const shown = group(draft.number, groups)
    const [from, to] = focused
      ? [place(shown, field.selectionStart), place(shown, field.selectionEnd)]
      : [draft.number.length, draft.number.length]
    const typed = typeInto(draft.number, from, to, key)
    caret.current = typed.caret
    answer(typed.text)
  }

  return (
    <>
      <Why id="number">{t('numberWhy')}</Why>
      <GroupedInput
        id="number"
        className="input number"
        inputRef={input}
        caret={caret}
        groups={groups}
        value={draft.number}
        onValue={answer}
        inputMode={pad ? 'none' : 'text'}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        maxLength={citizen ? 24 : 40}
        aria-label={t('numberQuestion', { document: nameOf(language, 'identity', draft.kind) })}
        aria-describedby={describedBy('number', { why: true, fault: fault !== undefined })}
        aria-invalid={fault === undefined ? undefined : true}
      />
      <Fault id="number">{fault}</Fault>
      {pad ? <NumberPad onKey={type} /> : null}
      <div className="side-roads">
        <Button kind="quiet" onClick={onDocument}>
          {t('anotherDocument')}
        </Button>
        {citizen ? (
          <Button
            kind="quiet"
            onClick={() => {
              setOwnKeyboard(!ownKeyboard)
              window.setTimeout(() => input.current?.focus())
            }}
          >
            {ownKeyboard ? t('numberKeypad') : t('ownKeyboard')}
          </Button>
        ) : null}
      </div>
    </>
  )
}

/** A place in the shown text as a place in the number without its spaces. */
function place(shown: string, at: number | null): number {
  return shown.slice(0, at ?? shown.length).replace(/ /g, '').length
}
