import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import type { PanelProps } from '../matters/panel.ts'
import { useActing } from '../session/acting.tsx'
import { FindingList } from './finding-list.tsx'
import { History } from './history.tsx'
import { electionQuery } from './queries.ts'
import { useElectionsSay } from './texts/index.ts'
import { kindWord, plainWord, stateWord, toneOf } from './words.ts'
import './elections.css'

/** An election beside the queue: where it stands and what the rules find, with the way to its own page. */
export function ElectionPanel({ matter: key }: PanelProps) {
  const say = useElectionsSay()
  const { api } = useActing()
  const found = useQuery(electionQuery(api, key))
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('loading')} />
  const { cell, matter, kind, state, unit, findings, history } = found.data
  return (
    <>
      <p>
        <Tag tone={toneOf(state)}>{stateWord(say, state)}</Tag> <strong>{kindWord(say, kind)}</strong>
      </p>
      <h2 className="panel-title">{unit.name}</h2>
      <p>{state === 'published' || state === 'approved' ? '' : plainWord(say, `next.${state}`)}</p>
      <p>
        <Link
          className="button-link"
          to="/units/$unit/elections/$cell/$matter"
          params={{ unit: unit.id, cell: String(cell), matter }}
        >
          {say('open.page')}
        </Link>
      </p>
      <FindingList findings={findings} />
      <History lines={history} />
    </>
  )
}
