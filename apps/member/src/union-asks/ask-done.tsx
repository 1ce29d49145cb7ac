import type { AskMade } from '@gongqiao/modules/organization/contract.ts'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { Note } from '../kit/note.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { AskStanding } from './ask-standing.tsx'
import { unionAskTexts } from './texts/index.ts'

/** What somebody who asked is given: who has it, by when, and the link that is shown once. */
export function AskDone({ made, signedIn }: { made: AskMade; signedIn: boolean }) {
  const t = useSpeak(unionAskTexts)
  const [copied, setCopied] = useState(false)
  const link = `${window.location.origin}/union-ask/${made.follow}`
  return (
    <>
      <Note tone="done" title={t('done')} alert>
        <p>{t('doneWhy')}</p>
      </Note>
      <AskStanding ask={made.ask} />
      <section className="standing">
        <h2>{t('followTitle')}</h2>
        <p className="why">{t('followWhy')}</p>
        <p className="wrap-anywhere">{link}</p>
        <Button
          kind="plain"
          onClick={() => {
            void navigator.clipboard?.writeText(link).then(() => setCopied(true))
          }}
        >
          {copied ? t('copied') : t('copy')}
        </Button>
      </section>
      <div className="stack acts">
        {signedIn ? (
          <Link className="button main" to="/union-asks">
            <span>{t('mine')}</span>
          </Link>
        ) : (
          <Link className="button main" to="/union-ask/$follow" params={{ follow: made.follow }}>
            <span>{t('follow')}</span>
          </Link>
        )}
      </div>
    </>
  )
}
