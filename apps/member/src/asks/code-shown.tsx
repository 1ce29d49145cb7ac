import type { Received } from '@gongqiao/modules/rights/contract.ts'
import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { Note } from '../kit/note.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { Standing } from './standing.tsx'
import { askTexts } from './texts/index.ts'

/** A query code in groups of four, to be read aloud and written down. */
export const inGroups = (code: string) => code.replace(/(.{4})(?=.)/g, '$1 ')

/** The query code, this once, and who has the ask now. */
export function CodeShown({ received }: { received: Received }) {
  const t = useSpeak(askTexts)
  const [copied, setCopied] = useState(false)
  const code = received.queryCode ?? ''
  const copy = () => void window.navigator.clipboard?.writeText(code).then(() => setCopied(true))
  return (
    <>
      <Note tone="done" title={t('received')} alert />
      <section className="query-code">
        <h2>{t('codeTitle')}</h2>
        <p className="code-text">{inGroups(code)}</p>
        <p>{t('codeWhy')}</p>
        <p className="small soft">{t('codeWhere')}</p>
        <Button kind="plain" onClick={copy}>
          {copied ? t('copied') : t('copy')}
        </Button>
      </section>
      <Standing ask={received.ask} />
    </>
  )
}
