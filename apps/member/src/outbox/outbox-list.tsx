import { formatInstant } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { selfQuery } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { Note } from '../kit/note.tsx'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import type { Letter } from './letter.ts'
import { dismiss, useLetters } from './outbox.ts'
import { outboxTexts } from './texts/index.ts'

/** What was filled in without a network: what waits, what arrived, and what was refused. Nothing when there is nothing. */
export function OutboxList({ subject, kind }: { subject?: string; kind?: Letter['kind'] }) {
  const self = useQuery({ ...selfQuery, enabled: false }).data
  const letters = useLetters().filter(
    (letter) =>
      letter.person === self?.person &&
      (subject === undefined || letter.subject === subject) &&
      (kind === undefined || letter.kind === kind),
  )
  if (letters.length === 0) return null
  return (
    <div className="outbox">
      {letters.map((letter) => (
        <LetterNote key={letter.id} letter={letter} linked={subject === undefined} />
      ))}
    </div>
  )
}

/** Whether something about this waits to be sent: it is not asked for twice. */
export function useWaits(subject: string): boolean {
  return useLetters().some((letter) => letter.subject === subject && letter.state === 'waiting')
}

const tones = { waiting: 'waits', delivered: 'done', refused: 'wrong' } as const

function LetterNote({ letter, linked }: { letter: Letter; linked: boolean }) {
  const t = useSpeak(outboxTexts)
  const { language } = usePreferences()
  const { state, kind, at, answeredAt, refusal, unitName } = letter
  const when = (ms: number) => formatInstant(new Date(ms).toISOString(), language)
  const what = t(kind)
  return (
    <Note tone={tones[state]} title={t(`${state}.title`, { what })} alert={state === 'refused'}>
      <p className="small">
        {unitName === '' ? '' : `${unitName} · `}
        {state === 'waiting' || answeredAt === null
          ? t('keptAt', { at: when(at) })
          : t('answeredAt', { at: when(answeredAt) })}
      </p>
      {state === 'waiting' ? <p>{t('waiting.why')}</p> : null}
      {refusal === null ? null : (
        <p>
          {refusal.title} {refusal.detail === refusal.title ? '' : refusal.detail}
        </p>
      )}
      <div className="note-acts">
        {linked ? <SeeLink letter={letter} /> : null}
        {state === 'waiting' ? null : (
          <Button kind="quiet" onClick={() => void dismiss(letter)}>
            {t('seen')}
          </Button>
        )}
      </div>
    </Note>
  )
}

function SeeLink({ letter: { kind, cell, subject } }: { letter: Letter }) {
  const t = useSpeak(outboxTexts)
  if (kind === 'asking') {
    return (
      <Link className="link" to="/asks">
        {t('see')}
      </Link>
    )
  }
  if (kind === 'affirmation') {
    return (
      <Link className="link" to="/record">
        {t('see')}
      </Link>
    )
  }
  return (
    <Link className="link" to="/matters/$cell/$matter" params={{ cell: String(cell), matter: subject }}>
      {t('see')}
    </Link>
  )
}
