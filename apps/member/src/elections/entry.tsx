import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Icon } from '../kit/icon.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { electionEntryTexts } from './entry-texts.ts'
import { myElectionsQuery } from './queries.ts'

/** That my union is electing, while it is; nothing where it is not. */
export function ElectionEntry() {
  const t = useSpeak(electionEntryTexts)
  const elections = useQuery(myElectionsQuery)
  if (!elections.data?.items.some(({ state }) => state !== 'approved')) return null
  return (
    <ul className="rows">
      <li>
        <Link className="row-link" to="/elections">
          <Icon name="paper" />
          <span className="row-words">
            <span className="row-title">{t('entry')}</span>
            <span className="soft small">{t('entryWhy')}</span>
          </span>
          <Icon name="forward" />
        </Link>
      </li>
    </ul>
  )
}
