import { ContactsOutlined, DownloadOutlined, InboxOutlined, TeamOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { countWords } from '../desk/count-words.ts'
import { queueCountsQuery } from '../desk/queries.ts'
import { LanguageSwitch } from '../kit/language-switch.tsx'
import { useWide } from '../kit/media.ts'
import { UnitTree } from '../organization/unit-tree.tsx'
import { useActing } from '../session/acting.tsx'
import { useShellSay } from './texts/index.ts'

/** Left of the page: the places one goes every day, then the tree of what one may see. */
export function Side({ onChoose, onLeave }: { onChoose: (unit: string) => void; onLeave: () => void }) {
  const say = useShellSay()
  const { api, post, may } = useActing()
  const { unit } = useParams({ strict: false })
  const wide = useWide()
  const queue = useQuery({ ...queueCountsQuery(api), enabled: may('kernel.count_queue') }).data?.mine
  return (
    <>
      <nav aria-label={say('places')} className="side-nav">
        {may('kernel.work_queue') ? (
          <Link
            to="/"
            activeOptions={{ exact: true, includeSearch: false }}
            activeProps={{ 'aria-current': 'page' }}
            onClick={onLeave}
          >
            <InboxOutlined aria-hidden="true" /> {say('queue')}
            {queue ? (
              <span className="side-count">
                {countWords(queue.open)}
                {queue.overdue > 0 ? (
                  <span className="side-late">{say('queue.late', { count: queue.overdue })}</span>
                ) : null}
              </span>
            ) : null}
          </Link>
        ) : null}
        {may('membership.window') ? (
          <Link
            to="/units/$unit/window"
            params={{ unit: post.unit.id }}
            activeProps={{ 'aria-current': 'page' }}
            onClick={onLeave}
          >
            <ContactsOutlined aria-hidden="true" /> {say('window')}
          </Link>
        ) : null}
        {may('membership.list_roll') ? (
          <Link
            to="/units/$unit/people"
            params={{ unit: post.unit.id }}
            activeProps={{ 'aria-current': 'page' }}
            onClick={onLeave}
          >
            <TeamOutlined aria-hidden="true" /> {say('roll')}
          </Link>
        ) : null}
        {may('kernel.list_exports') ? (
          <Link to="/exports" activeProps={{ 'aria-current': 'page' }} onClick={onLeave}>
            <DownloadOutlined aria-hidden="true" /> {say('exports')}
          </Link>
        ) : null}
      </nav>
      {may('organization.view_tree') ? (
        <nav aria-labelledby="side-tree">
          <h2 className="side-title" id="side-tree">
            {say('tree')}
          </h2>
          <UnitTree key={post.id} root={post.unit} chosen={unit ?? null} onChoose={onChoose} />
        </nav>
      ) : null}
      {wide ? null : (
        <div className="side-language">
          <LanguageSwitch />
        </div>
      )}
    </>
  )
}
