import type { MyMatter } from '@gongqiao/modules/membership/contract.ts'
import { dayOf, formatDay, formatUntil } from '@gongqiao/ui/format.ts'
import { Link } from '@tanstack/react-router'
import { networkNow } from '../api/clock.ts'
import { Icon, type IconName } from '../kit/icon.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { useKindWords } from './kinds.ts'
import { isOver, ownerWords, waitsForMe } from './standing.tsx'
import { mattersTexts } from './texts/index.ts'

/** One matter in a list: what happened, who has it, by when. */
export function MatterRow({ matter }: { matter: MyMatter }) {
  const t = useSpeak(mattersTexts)
  const k = useSpeak(kitTexts)
  const { language } = usePreferences()
  const words = useKindWords(matter.kind)
  const due = matter.due
  const icon: IconName = isOver(matter) ? 'check' : waitsForMe(matter) ? 'wrong' : 'clock'
  return (
    <li>
      <Link className="row-link" to={addressOf(matter.kind)} params={{ cell: String(matter.cell), matter: matter.id }}>
        <Icon name={icon} />
        <span className="row-words">
          <span className="row-title">
            {k('pair', { term: words('kind', matter.kind), text: words('state', matter.state) })}
          </span>
          <span className="soft small">
            {isOver(matter) ? matter.unit.name : ownerWords(matter.owner, matter.owner.unit)}
          </span>
          {due?.safeBy && due.safeBy >= dayOf(networkNow()) ? (
            <span className="small">{t('safeBy', { day: formatDay(due.safeBy, language) })}</span>
          ) : null}
          {due === null ? null : (
            <span className="soft small">
              {t('dueBy', {
                day: formatDay(due.on, language),
                until: formatUntil(dayOf(networkNow()), due.on, language),
              })}
            </span>
          )}
        </span>
        <Icon name="forward" />
      </Link>
    </li>
  )
}

/** What was asked is read as a conversation; every other matter as its definition draws it. */
export function addressOf(kind: string) {
  return kind.startsWith('rights.') ? ('/asks/$cell/$matter' as const) : ('/matters/$cell/$matter' as const)
}
