import type { ReactNode } from 'react'
import { useSpeak } from '../settings/preferences.ts'
import { Icon, type IconName } from './icon.tsx'
import { kitTexts } from './texts/index.ts'

const tones = {
  notice: { icon: 'notice', word: 'notice' },
  wrong: { icon: 'wrong', word: 'wrong' },
  done: { icon: 'check', word: 'done' },
  waits: { icon: 'clock', word: 'waits' },
} as const satisfies { [tone: string]: { icon: IconName; word: string } }

type NoteProps = {
  tone: keyof typeof tones
  title?: ReactNode
  children?: ReactNode
  /** Read out at once by screen readers, for what appears after an act. */
  alert?: boolean
}

/** Words with an icon and a tone; the tone is told by icon and word, never by colour alone. */
export function Note({ tone, title, children, alert = false }: NoteProps) {
  const t = useSpeak(kitTexts)
  return (
    <div className={`note ${tone}`} role={alert ? 'alert' : undefined}>
      <Icon name={tones[tone].icon} />
      <div className="note-words">
        {title === undefined ? (
          <span className="hidden-words">{t(tones[tone].word)}</span>
        ) : (
          <p className="note-title">{title}</p>
        )}
        {children}
      </div>
    </div>
  )
}
