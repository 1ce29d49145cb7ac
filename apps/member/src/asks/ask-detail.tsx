import type { MyAsk, Received } from '@gongqiao/modules/rights/contract.ts'
import { useState } from 'react'
import { Note } from '../kit/note.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { AskActs } from './ask-acts.tsx'
import { CodeShown } from './code-shown.tsx'
import { Conversation } from './conversation.tsx'
import { Standing } from './standing.tsx'
import { askTexts } from './texts/index.ts'
import type { FileSource } from './use-file-address.ts'

type AskDetailProps = { ask: MyAsk; code: string | undefined; onChanged: (ask: MyAsk) => void }

/** One ask with all that was said, where it stands, and what its asker may do. */
export function AskDetail({ ask, code, onChanged }: AskDetailProps) {
  const t = useSpeak(askTexts)
  const [reported, setReported] = useState<Received>()
  const source: FileSource =
    code === undefined ? { by: 'session', path: `/api/me/asks/${ask.cell}/${ask.matter}` } : { by: 'code', code }
  if (reported?.queryCode) return <CodeShown received={reported} />
  return (
    <>
      {ask.kind === 'rights.retaliation' ? <Note tone="notice">{t('restricted')}</Note> : null}
      {reported === undefined ? null : <Note tone="done" title={t('retaliationDone')} alert />}
      <Standing ask={ask} />
      <Conversation ask={ask} source={source} />
      {ask.rating === null ? null : (
        <p className="soft">
          {t('rated', {
            solved: t(`solved.${ask.rating.solved}`),
            answer: ask.rating.answer,
            handling: ask.rating.handling,
          })}
        </p>
      )}
      <AskActs ask={ask} code={code} onChanged={onChanged} onReported={setReported} />
    </>
  )
}
