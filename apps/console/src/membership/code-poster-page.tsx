import { PrinterOutlined } from '@ant-design/icons'
import { dayOf, formatDay } from '@gongqiao/ui/format.ts'
import { Mark } from '@gongqiao/ui/mark.tsx'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { TabHead } from '../kit/page.tsx'
import { Loading } from '../kit/states.tsx'
import { useActing } from '../session/acting.tsx'
import { joiningCodesQuery } from './queries.ts'
import { useMembershipSay } from './texts/index.ts'
import './codes.css'

/** A poster of one joining code, for a sheet of A4 on the wall. */
export function CodePosterPage() {
  const say = useMembershipSay()
  const language = useLanguage()
  const { api } = useActing()
  const { unit, code: id } = useParams({ from: '/desk/units/$unit/codes/$code/print' })
  const codes = useQuery(joiningCodesQuery(api, unit))
  const code = codes.data?.items.find((item) => item.id === id)
  if (codes.isError) return <FailureNotice failure={codes.error} retry={() => void codes.refetch()} />
  if (codes.isPending) return <Loading what={say('codes.loading')} />
  return (
    <>
      <div className="no-print">
        <TabHead title={say('print.title')}>
          <p className="poster-acts">
            {code?.state === 'open' ? (
              <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
                {say('print.go')}
              </Button>
            ) : null}
            <Link to="/units/$unit/codes" params={{ unit }} search={{ code: id }}>
              {say('print.back')}
            </Link>
          </p>
        </TabHead>
      </div>
      {code?.state === 'open' ? (
        <article className="poster">
          <p className="poster-mark">
            <Mark size={40} />
          </p>
          <h2>{say('print.head')}</h2>
          <p className="poster-unit">{code.unit.name}</p>
          <img
            src={api.address(`/api/cells/${code.cell}/joining-codes/${code.id}.svg`)}
            alt={say('code.image', { label: code.label })}
          />
          <ol>
            <li>{say('print.step.1')}</li>
            <li>{say('print.step.2')}</li>
            <li>{say('print.step.3')}</li>
          </ol>
          <p className="poster-link">
            {say('print.link')} <span>{code.link}</span>
          </p>
          <p>{say('print.help')}</p>
          <p className="soft">{say('print.until', { day: formatDay(dayOf(code.expiresAt), language) })}</p>
        </article>
      ) : (
        <p className="note">{say('code.dead')}</p>
      )}
    </>
  )
}
