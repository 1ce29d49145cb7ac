import { formatDay } from '@gongqiao/ui/format.ts'
import { Link } from '@tanstack/react-router'
import { useLanguage } from '../kit/language.tsx'
import { useActing } from '../session/acting.tsx'
import { useShellSay } from './texts/index.ts'

/** Says on every page that the post is a caretaker's, by which rule, what goes on and what to do. */
export function CaretakerNote() {
  const say = useShellSay()
  const language = useLanguage()
  const { post } = useActing()
  if (post.caretakerFrom === null) return null
  return (
    <div className="caretaker no-print" role="note">
      <p>
        <strong>{say('caretaker', { day: formatDay(post.caretakerFrom, language) })}</strong> {say('caretaker.words')}{' '}
        <Link to="/units/$unit/committee" params={{ unit: post.unit.id }}>
          {say('caretaker.go')}
        </Link>
      </p>
    </div>
  )
}
