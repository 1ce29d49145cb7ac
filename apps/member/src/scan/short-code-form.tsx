import { isShortCode, plainShortCode } from '@gongqiao/codes'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Button } from '../kit/button.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { scanTexts } from './texts/index.ts'

/** Six characters from a poster, typed; a slip of the finger is noticed before anything is asked. */
export function ShortCodeForm({ heading }: { heading?: string }) {
  const t = useSpeak(scanTexts)
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<'empty' | 'wrong'>()

  function submit(event: FormEvent) {
    event.preventDefault()
    const code = plainShortCode(typed)
    if (!isShortCode(code)) {
      setFault(code === '' ? 'empty' : 'wrong')
      document.getElementById('short-code')?.focus()
      return
    }
    void navigate({ to: '/j/$code', params: { code } })
  }

  return (
    <form className="short-code" noValidate onSubmit={submit}>
      {heading === undefined ? null : <h2>{heading}</h2>}
      <label className="label" htmlFor="short-code">
        {t('short')}
      </label>
      <p className="small soft" id="short-code-why">
        {t('shortWhy')}
      </p>
      <input
        id="short-code"
        className="input short-code-input"
        value={typed}
        maxLength={12}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        aria-describedby={fault === undefined ? 'short-code-why' : 'short-code-fault short-code-why'}
        aria-invalid={fault !== undefined}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setFault(undefined)
        }}
      />
      {fault === undefined ? null : (
        <p className="fault" id="short-code-fault" role="alert">
          {t(`short.${fault}`)}
        </p>
      )}
      <Button type="submit">{t('shortGo')}</Button>
    </form>
  )
}
