import type { UnitChange } from '@gongqiao/modules/organization/contract.ts'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Api } from '../../kit/api.ts'
import { FailureNotice } from '../../kit/failure-notice.tsx'
import { Loading } from '../../kit/states.tsx'
import { NoSteps } from '../../matters/no-steps.tsx'
import type { PanelProps } from '../../matters/panel.ts'
import { useAsListed } from '../../matters/use-as-listed.ts'
import { useActing } from '../../session/acting.tsx'
import { ChangeCard } from './change-card.tsx'
import { usePastSay } from './texts.ts'
import './past.css'

const changeQuery = (api: Api, { cell, matter }: PanelProps['matter']) =>
  queryOptions({
    queryKey: [api.post, api.language, 'unit-change', cell, matter],
    queryFn: ({ signal }) => api.get<UnitChange>(`/api/cells/${cell}/unit-changes/${matter}`, signal),
    // Its people are on their way: it is done by itself.
    refetchInterval: ({ state }) => (state.data?.state === 'moving' ? 1_500 : false),
  })

/** A change of a union on the desk: what is asked with which papers, and the decision. */
export function ChangePanel({ matter, listed, onNext }: PanelProps) {
  const say = usePastSay()
  const { api } = useActing()
  const found = useQuery(changeQuery(api, matter))
  useAsListed(found, listed)
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('changes')} />
  const { unit, may } = found.data
  return (
    <>
      <h2 className="panel-title">
        <Link to="/units/$unit/past" params={{ unit: unit.id }}>
          {unit.name}
        </Link>
      </h2>
      <ChangeCard change={found.data} />
      {may.decide || may.mend || may.withdraw ? null : <NoSteps onNext={onNext} />}
    </>
  )
}
