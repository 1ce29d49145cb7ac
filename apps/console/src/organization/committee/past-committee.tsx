import type { Term } from '@gongqiao/modules/organization/contract.ts'
import { formatDay } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import type { AsOf } from '../../kit/as-of.ts'
import { AsOfBar } from '../../kit/as-of-bar.tsx'
import { FailureNotice } from '../../kit/failure-notice.tsx'
import { useLanguage } from '../../kit/language.tsx'
import { TabHead } from '../../kit/page.tsx'
import { Empty, Loading } from '../../kit/states.tsx'
import { useActing } from '../../session/acting.tsx'
import { OfficerTable } from './officer-table.tsx'
import { pastCommitteeQuery } from './queries.ts'
import { useCommitteeSay } from './texts.ts'

/** Who sat in a union at the end of a past day, and in which term: as known then or as corrected since. */
export function PastCommittee({
  unit,
  asOf,
  onChange,
}: {
  unit: string
  asOf: AsOf & { readonly on: string }
  onChange: (asOf: AsOf) => void
}) {
  const say = useCommitteeSay()
  const { api } = useActing()
  const found = useQuery(pastCommitteeQuery(api, unit, asOf))
  return (
    <>
      <TabHead title={say('title')}>
        <AsOfBar asOf={asOf} onChange={onChange} />
        {found.isSuccess ? <TermThen term={found.data.term} /> : null}
      </TabHead>
      {found.isError ? <FailureNotice failure={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <Loading what={say('loading')} /> : null}
      {found.isSuccess && found.data.officers.length === 0 ? (
        <Empty title={say('on.none')}>{say('on.none.words')}</Empty>
      ) : null}
      {found.isSuccess && found.data.officers.length > 0 ? (
        <OfficerTable officers={found.data.officers} onEnd={null} />
      ) : null}
    </>
  )
}

/** The term of that day in one sentence, as it stood then. */
function TermThen({ term }: { term: Term | null }) {
  const say = useCommitteeSay()
  const language = useLanguage()
  if (term === null) return <p>{say('on.term.none')}</p>
  const day = (value: string) => formatDay(value, language)
  return (
    <>
      <p>
        {say('on.term', { from: day(term.electedOn), to: day(term.endsOn) })}
        {term.extendedUntil === null ? null : <> {say('on.term.extended', { until: day(term.extendedUntil) })}</>}
        {term.state === 'overdue' ? <> {say('on.term.overdue')}</> : null}
      </p>
      {term.document === null ? null : <p className="soft">{say('term.document', { document: term.document })}</p>}
    </>
  )
}
