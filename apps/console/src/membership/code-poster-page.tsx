import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { posterData, posterTexts, spacedShortCode } from '@gongqiao/modules/membership/texts/poster.ts'
import { dayOf, formatDay } from '@gongqiao/ui/format.ts'
import { Mark } from '@gongqiao/ui/mark.tsx'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useContext } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { NameContext, TabHead } from '../kit/page.tsx'
import { Loading } from '../kit/states.tsx'
import { useActing } from '../session/acting.tsx'
import { posterPath } from './codes-queries.ts'
import { useCodesSay } from './codes-texts.ts'
import { joiningCodesQuery } from './queries.ts'
import { useMembershipSay } from './texts/index.ts'
import './codes.css'

/** Working days a union has to confirm, as the poster says them. */
const reviewWorkdays = 15

/** A poster of one joining code: what it will look like, to print or as a PDF. */
export function CodePosterPage() {
  const say = useMembershipSay()
  const codesSay = useCodesSay()
  const language = useLanguage()
  const poster = posterTexts(language)
  const brand = useContext(NameContext)
  const { api } = useActing()
  const { unit, code: id } = useParams({ from: '/desk/units/$unit/codes/$code/print' })
  const codes = useQuery(joiningCodesQuery(api, unit))
  const code = codes.data?.items.find((item) => item.id === id)
  if (codes.isError) return <FailureNotice failure={codes.error} retry={() => void codes.refetch()} />
  if (codes.isPending) return <Loading what={say('codes.loading')} />
  return (
    <>
      <div className="no-print">
        <TabHead title={codesSay('poster.title')}>
          <p className="soft">{codesSay('poster.words')}</p>
          <div className="poster-acts">
            {code?.state === 'open' ? (
              <>
                <Button
                  type={language === 'zh' ? 'primary' : 'default'}
                  icon={<DownloadOutlined />}
                  href={api.address(posterPath(code.cell, code.id, 'zh'))}
                  download={`${code.label}.pdf`}
                >
                  {codesSay('poster.zh')}
                </Button>
                <Button
                  type={language === 'en' ? 'primary' : 'default'}
                  icon={<DownloadOutlined />}
                  href={api.address(posterPath(code.cell, code.id, 'en'))}
                  download={`${code.label}.en.pdf`}
                >
                  {codesSay('poster.en')}
                </Button>
                <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
                  {codesSay('poster.print')}
                </Button>
              </>
            ) : null}
            <Link to="/units/$unit/codes" params={{ unit }} search={{ code: id }}>
              {say('print.back')}
            </Link>
          </div>
        </TabHead>
      </div>
      {code?.state === 'open' ? (
        <article className="poster" aria-label={codesSay('poster.preview')}>
          <p className="poster-mark">
            <Mark size={40} />
          </p>
          <h2>{poster('head')}</h2>
          <p className="poster-unit">{code.unit.name}</p>
          <img
            src={api.address(`/api/cells/${code.cell}/joining-codes/${code.id}.svg`)}
            alt={say('code.image', { label: code.label })}
          />
          <p className="poster-link soft">
            {poster('type', { link: code.shortLink.replace(/^https?:\/\//, ''), brand })}
          </p>
          <p className="poster-short">{spacedShortCode(code.shortCode)}</p>
          <ol>
            <li>{poster('step.1')}</li>
            <li>{poster('step.2')}</li>
            <li>{poster('step.3', { workdays: reviewWorkdays })}</li>
          </ol>
          <section className="poster-data">
            <h3>{poster('dataTitle')}</h3>
            {posterData.map((key) => (
              <p key={key}>{key === 'data.1' ? poster(key, { unit: code.unit.name }) : poster(key)}</p>
            ))}
          </section>
          <p className="soft">{poster('help', { hotline: '12351' })}</p>
          <p className="soft">{poster('until', { day: formatDay(dayOf(code.expiresAt), language) })}</p>
        </article>
      ) : (
        <p className="note">{say('code.dead')}</p>
      )}
    </>
  )
}
