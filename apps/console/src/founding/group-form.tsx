import type { FoundingView } from '@gongqiao/modules/organization/contract.ts'
import { useState } from 'react'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { emptyRow, PeopleRows, peopleIn, type Row } from './people-rows.tsx'
import { foundingAt } from './queries.ts'
import { StepEnd } from './step-end.tsx'
import { useStep } from './use-step.ts'

/** Names the preparatory group: three to five people, one of them its leader. */
export function GroupForm({ view, step, close }: { view: FoundingView; step: string; close: () => void }) {
  const { send, edited } = useStep<FoundingView>(`${foundingAt(view)}/group`, close)
  const [rows, setRows] = useState<readonly Row[]>([
    emptyRow(1, 'leader'),
    emptyRow(2, 'member'),
    emptyRow(3, 'member'),
  ])
  const said = faultsOf(send.error)
  return (
    <>
      <PeopleRows
        part="group"
        rows={rows}
        posts={['leader', 'member']}
        counted={false}
        faults={[...new Set(said.values())]}
        onChange={(next) => {
          edited()
          setRows(next)
        }}
      />
      {send.isError && said.size === 0 ? <FailureNotice failure={send.error} quiet /> : null}
      <StepEnd
        step={step}
        busy={send.isPending}
        close={close}
        go={() => send.mutate({ people: peopleIn(rows, false) })}
      />
    </>
  )
}
