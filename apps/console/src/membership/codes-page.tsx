import type { JoiningCode } from '@gongqiao/modules/membership/contract.ts'
import { dayOf, formatDay, formatNumber } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { ExportButton } from '../exports/export-button.tsx'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { useRoomBeside } from '../kit/media.ts'
import { TabHead } from '../kit/page.tsx'
import { Empty, Loading } from '../kit/states.tsx'
import { CatchAllSection } from '../life/catch-all-section.tsx'
import { useActing } from '../session/acting.tsx'
import { CodePanel } from './code-panel.tsx'
import { CodeState } from './code-state.tsx'
import { CodesPosters } from './codes-posters.tsx'
import { NewCodeForm } from './new-code-form.tsx'
import { joiningCodesQuery } from './queries.ts'
import { useMembershipSay } from './texts/index.ts'
import './codes.css'

/** The joining codes 入会码 of a union: make one, see it, print it, revoke it. */
export function CodesPage() {
  const say = useMembershipSay()
  const { api } = useActing()
  const { unit } = useParams({ from: '/desk/units/$unit' })
  const { code } = useSearch({ from: '/desk/units/$unit/codes' })
  const navigate = useNavigate({ from: '/units/$unit/codes' })
  const beside = useRoomBeside()
  const codes = useQuery(joiningCodesQuery(api, unit))
  const items = codes.data?.items ?? []
  const chosen = items.find((item) => item.id === code) ?? null
  const show = (id: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, code: id }), replace: code !== undefined })
  const panel = chosen ? <CodePanel key={chosen.id} code={chosen} onClose={() => show(undefined)} /> : null

  return (
    <div className={panel && beside ? 'beside' : 'beside alone'}>
      <div className="beside-list">
        <TabHead title={say('codes.title')}>
          <p className="soft">{say('codes.words')}</p>
        </TabHead>
        <NewCodeForm unit={unit} onMade={(made) => show(made.id)} />
        <CodesPosters key={unit} unit={unit} />
        <CatchAllSection unit={unit} />
        {codes.isError ? <FailureNotice failure={codes.error} retry={() => void codes.refetch()} /> : null}
        {codes.isPending ? <Loading what={say('codes.loading')} rows={3} /> : null}
        {codes.isSuccess && items.length === 0 ? (
          <Empty title={say('codes.empty')}>
            <p>{say('codes.empty.words')}</p>
          </Empty>
        ) : null}
        {items.length > 0 ? (
          <>
            <div className="toolbar">
              <h2>{say('codes.list')}</h2>
              <ExportButton kind="membership.codes" filter={{ unit }} className="toolbar-end" />
            </div>
            <ul className="code-list">
              {items.map((item) => (
                <li key={item.id} className={item.id === code ? 'is-open' : ''}>
                  <CodeLine
                    code={item}
                    open={item.id === code}
                    onOpen={() => show(item.id === code ? undefined : item.id)}
                  />
                  {item.id === code && !beside ? panel : null}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
      {beside ? panel : null}
    </div>
  )
}

function CodeLine({ code, open, onOpen }: { code: JoiningCode; open: boolean; onOpen: () => void }) {
  const say = useMembershipSay()
  const language = useLanguage()
  return (
    <button type="button" className="code-line" aria-expanded={open} onClick={onOpen}>
      <strong>{code.label}</strong>
      <CodeState state={code.state} />
      <span>
        {say('codes.until')} {formatDay(dayOf(code.expiresAt), language)}
      </span>
      <span className="soft">
        {say('codes.used')} <span className="figures">{formatNumber(code.used)}</span>
      </span>
    </button>
  )
}
