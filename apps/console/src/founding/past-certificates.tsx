import { useInfiniteQuery } from '@tanstack/react-query'
import type { AsOf } from '../kit/as-of.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { Empty, ListEnd, Loading } from '../kit/states.tsx'
import { useActing } from '../session/acting.tsx'
import { CertificateTable } from './certificate-table.tsx'
import { pastCertificatesQuery } from './queries.ts'
import { useFoundingSay } from './texts/index.ts'

/** The certificates that a union and all below it had at the end of a past day. */
export function PastCertificates({
  unit,
  own,
  asOf,
}: {
  unit: string
  /** Nobody stands below it: it is its own that is looked for. */
  own: boolean
  asOf: AsOf & { readonly on: string }
}) {
  const say = useFoundingSay()
  const { api } = useActing()
  const found = useInfiniteQuery(pastCertificatesQuery(api, unit, asOf))
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section className="founding-section" aria-labelledby="certificates-then">
      <h3 id="certificates-then">{say(own ? 'app.certificate' : 'all.title')}</h3>
      {found.isError ? <FailureNotice failure={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <Loading rows={3} /> : null}
      {found.isSuccess && items.length === 0 ? <Empty title={say(own ? 'reg.none' : 'all.none')} /> : null}
      {items.length > 0 ? (
        <div className="table-box">
          <CertificateTable certificates={items} />
          <ListEnd
            count={items.length}
            more={found.hasNextPage ? () => void found.fetchNextPage() : null}
            busy={found.isFetchingNextPage}
          />
        </div>
      ) : null}
    </section>
  )
}
