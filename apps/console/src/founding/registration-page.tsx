import type { RegistrationLines } from '@gongqiao/modules/organization/contract.ts'
import type { RegistrationWish } from '@gongqiao/modules/organization/machine.ts'
import { formatDay } from '@gongqiao/ui/format.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ExportButton } from '../exports/export-button.tsx'
import { AsOfBar } from '../kit/as-of-bar.tsx'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { TabHead } from '../kit/page.tsx'
import { Empty, ListEnd, Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useKindWords } from '../matters/kind.ts'
import { useActing } from '../session/acting.tsx'
import { useUnit } from '../shell/unit-context.tsx'
import { ApplyForm } from './apply-form.tsx'
import { CertificateCard } from './certificate-card.tsx'
import { CertificateTable } from './certificate-table.tsx'
import { PastCertificates } from './past-certificates.tsx'
import { certificatesQuery, unitRegistrationQuery, waitingQuery } from './queries.ts'
import { useFoundingSay } from './texts/index.ts'
import './founding.css'

const belowCounty = ['township', 'village', 'grassroots']

/** A union's registration as a legal person, or the certificates of a past day where the address says one. */
export function RegistrationPage() {
  const say = useFoundingSay()
  const unit = useUnit()
  const { on, known } = useSearch({ from: '/desk/units/$unit/registration' })
  const navigate = useNavigate({ from: '/units/$unit/registration' })
  return (
    <>
      <TabHead title={say('reg.title')}>
        <p className="soft">{say('reg.words')}</p>
        <AsOfBar asOf={{ on, known }} onChange={(asOf) => void navigate({ search: asOf, replace: on !== undefined })} />
      </TabHead>
      {on === undefined ? (
        <Today />
      ) : (
        <PastCertificates unit={unit.id} own={unit.level === 'grassroots'} asOf={{ on, known }} />
      )}
    </>
  )
}

/** The union's own; for a registrar also what waits, and the certificates below. */
function Today() {
  const { may } = useActing()
  const unit = useUnit()
  return (
    <>
      {belowCounty.includes(unit.level) ? <Own /> : null}
      {may('organization.grant_registration') && !belowCounty.includes(unit.level) ? <Waiting /> : null}
      {unit.level === 'grassroots' ? null : <Below />}
    </>
  )
}

function Own() {
  const say = useFoundingSay()
  const { api, may } = useActing()
  const unit = useUnit()
  const found = useQuery(unitRegistrationQuery(api, unit.id))
  const [wish, setWish] = useState<RegistrationWish | null>(null)
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('reg.loading')} />
  const { current, applications } = found.data
  const open = applications.items.filter(({ state }) => state === 'submitted' || state === 'returned')
  const past = applications.items.filter((one) => !open.includes(one))
  const wishes: readonly RegistrationWish[] =
    current === null
      ? ['first']
      : current.state === 'valid'
        ? ['change', 'cancellation']
        : ['renewal', 'change', 'cancellation']
  const isStanding = unit.state === 'active'
  return (
    <>
      {current ? (
        <CertificateCard certificate={current} />
      ) : (
        <Empty title={say('reg.none')}>{say('reg.none.words')}</Empty>
      )}
      {open.length > 0 ? <Lines title={say('apply.open')} lines={open} /> : null}
      {wish === null && open.length === 0 && isStanding && may('organization.apply_registration') ? (
        <div className="toolbar">
          {wishes.map((one, index) => (
            <Button key={one} type={index === 0 ? 'primary' : 'default'} onClick={() => setWish(one)}>
              {say('apply.title', { wish: say(`wish.${one}`) })}
            </Button>
          ))}
        </div>
      ) : null}
      {wish === null ? null : <ApplyForm unit={unit.id} wish={wish} close={() => setWish(null)} />}
      {past.length > 0 ? <Lines title={say('apply.past')} lines={past} /> : null}
    </>
  )
}

function Waiting() {
  const say = useFoundingSay()
  const { api } = useActing()
  const unit = useUnit()
  const found = useQuery(waitingQuery(api, unit.id))
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('waiting.title')} />
  if (found.data.items.length === 0) return <Empty title={say('waiting.none')} />
  return <Lines title={say('waiting.title')} lines={found.data.items} />
}

function Lines({ title, lines }: { title: string; lines: RegistrationLines['items'] }) {
  const say = useFoundingSay()
  const language = useLanguage()
  const words = useKindWords('organization.registration')
  const unit = useUnit()
  return (
    <section className="founding-section" aria-label={title}>
      <h3>{title}</h3>
      <ul className="paper-lines">
        {lines.map((line) => (
          <li key={line.matter}>
            <Link
              to="/units/$unit/registration/$cell/$matter"
              params={{ unit: unit.id, cell: String(line.cell), matter: line.matter }}
            >
              {say('app.title', { unit: line.unit, wish: say(`wish.${line.wish}`) })}
            </Link>
            <span className="soft">{words.word(`state.${line.state}`)}</span>
            {line.dueOn === null ? null : (
              <span className="soft">{say('due', { day: formatDay(line.dueOn, language) })}</span>
            )}
            {line.overdue ? <Tag tone="amber">{say('late')}</Tag> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Below() {
  const say = useFoundingSay()
  const { api } = useActing()
  const unit = useUnit()
  const found = useInfiniteQuery(certificatesQuery(api, unit.id))
  const items = (found.data?.pages ?? []).flatMap((page) => page.items)
  return (
    <section className="founding-section" aria-labelledby="certificates-below">
      <h3 id="certificates-below">{say('all.title')}</h3>
      {found.isError ? <FailureNotice failure={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <Loading rows={3} /> : null}
      {found.isSuccess && items.length === 0 ? <Empty title={say('all.none')} /> : null}
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
      <div className="toolbar">
        <ExportButton kind="organization.certificates" filter={{ unit: unit.id }} />
      </div>
    </section>
  )
}
