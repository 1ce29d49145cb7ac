import { type InputHTMLAttributes, type RefObject, useLayoutEffect, useRef } from 'react'
import { caretAfter, group } from './grouping.ts'

type GroupedInputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'type'> & {
  /** Without spaces; the spaces are shown only. */
  value: string
  onValue: (value: string) => void
  /** Sizes of the groups; what goes beyond stands in one last group. */
  groups: readonly number[]
  inputRef?: RefObject<HTMLInputElement | null>
  /** Where the caret goes after the next drawing, in characters without spaces; for who changes the value from outside. */
  caret?: RefObject<number | null>
}

/** A text input that shows a long number in groups and keeps the caret at the character it was at. */
export function GroupedInput({ value, onValue, groups, inputRef, caret: given, ...rest }: GroupedInputProps) {
  const own = useRef<HTMLInputElement>(null)
  const ref = inputRef ?? own
  const ownCaret = useRef<number | null>(null)
  const caret = given ?? ownCaret
  const shown = group(value, groups)

  useLayoutEffect(() => {
    if (caret.current === null || document.activeElement !== ref.current) return
    const at = caretAfter(shown, caret.current)
    ref.current?.setSelectionRange(at, at)
    caret.current = null
  })

  return (
    <input
      {...rest}
      ref={ref}
      type="text"
      value={shown}
      onChange={(event) => {
        const typed = event.currentTarget.value
        const at = event.currentTarget.selectionStart ?? typed.length
        caret.current = typed.slice(0, at).replace(/\s/g, '').length
        onValue(typed.replace(/\s/g, ''))
      }}
    />
  )
}
