import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { demoTexts } from './texts/index.ts'

/** Copies a text; where the browser does not allow it (no https), the text beside it can still be marked by hand. */
export function CopyButton({ text }: { text: string }) {
  const t = useSpeak(demoTexts)
  const [copied, setCopied] = useState('')
  if (!window.navigator.clipboard) return null
  return (
    <Button
      kind="quiet"
      onClick={() => {
        void window.navigator.clipboard.writeText(text).then(
          () => setCopied(text),
          () => setCopied(''),
        )
      }}
    >
      {copied === text ? t('copied') : t('copy')}
      <span className="hidden-words"> {text}</span>
    </Button>
  )
}
