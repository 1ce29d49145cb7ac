import { Icon } from '../kit/icon.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { joinTexts } from './texts/index.ts'

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'X', '0', '']

/**
 * A pad for identity numbers with the X that phones' number pads lack.
 *
 * @param onKey a digit, X, or the empty text for deleting
 */
export function NumberPad({ onKey }: { onKey: (key: string) => void }) {
  const t = useSpeak(joinTexts)
  return (
    <fieldset className="pad">
      <legend className="hidden-words">{t('keypad')}</legend>
      {keys.map((key) => (
        <button
          key={key}
          type="button"
          className="pad-key"
          aria-label={key === '' ? t('erase') : undefined}
          onMouseDown={(event) => event.preventDefault()} // the field keeps the focus and its caret
          onClick={() => onKey(key)}
        >
          {key === '' ? <Icon name="erase" /> : key}
        </button>
      ))}
    </fieldset>
  )
}
