import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import type { PanelProps } from '../matters/panel.ts'
import { useActing } from '../session/acting.tsx'
import { History } from './history.tsx'
import { removalQuery } from './queries.ts'
import { useElectionsSay } from './texts/index.ts'
import { stateWord, toneOf } from './words.ts'

/** A removal beside the queue, with the way to its own page. */
export function RemovalPanel({ matter: key }: PanelProps) {
  const say = useElectionsSay()
  const { api } = useActing()
  const found = useQuery(removalQuery(api, key))
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('loading')} />
  const { cell, matter, state, unit, history } = found.data
  return (
    <>
      <p>
        <Tag tone={toneOf(state)}>{stateWord(say, state)}</Tag> <strong>{say('removal.title')}</strong>
      </p>
      <h2 className="panel-title">{unit.name}</h2>
      <p className="soft">{say('removal.words')}</p>
      <p>
        <Link
          className="button-link"
          to="/units/$unit/elections/$cell/$matter/removal"
          params={{ unit: unit.id, cell: String(cell), matter }}
        >
          {say('open.page')}
        </Link>
      </p>
      <History lines={history} />
    </>
  )
}
