import type { AskFigures } from '@gongqiao/modules/rights/contract.ts'
import { topicWords } from '@gongqiao/modules/rights/texts/topics.ts'
import { formatInstant, formatNumber } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { ExportButton } from '../exports/export-button.tsx'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { TabHead } from '../kit/page.tsx'
import { Empty, Loading } from '../kit/states.tsx'
import { useActing } from '../session/acting.tsx'
import { latestQuarters, quarterParts } from './quarters.ts'
import { askFiguresQuery } from './queries.ts'
import { useRightsSay } from './texts/index.ts'
import './rights.css'

/** What workers asked, in figures: one sentence, then bars, with what is small hidden (G-03). */
export function AskFiguresPage() {
  const say = useRightsSay()
  const { api } = useActing()
  const { unit } = useParams({ from: '/desk/units/$unit' })
  const [quarters] = useState(() => latestQuarters(Date.now(), 8))
  const [quarter, setQuarter] = useState(quarters[0] ?? '')
  const found = useQuery(askFiguresQuery(api, unit, quarter))
  return (
    <div className="ask-figures">
      <TabHead title={say('figures.title')}>
        <Select<string>
          aria-label={say('figures.quarter')}
          className="quarter no-print"
          value={quarter}
          options={quarters.map((value) => ({ value, label: say('figures.quarter.of', quarterParts(value)) }))}
          onChange={setQuarter}
        />
      </TabHead>
      {found.isError ? <FailureNotice failure={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <Loading what={say('figures.title')} /> : null}
      {found.data ? <Found figures={found.data} /> : null}
    </div>
  )
}

function Found({ figures }: { figures: AskFigures }) {
  const say = useRightsSay()
  const language = useLanguage()
  const { unit, total, days, smallest } = figures
  const daysWords = ({ p50, p90 }: NonNullable<AskFigures['days']>) => {
    if (p90 === 0) return say('figures.days.all')
    return p50 === 0 ? say('figures.days.same', { p90 }) : say('figures.days', { p50, p90 })
  }
  const words = { quarter: say('figures.quarter.of', quarterParts(figures.quarter)), unit: unit.shortName }
  return (
    <>
      <p className="figures-sentence">
        {total === null
          ? say('figures.sentence.few', { ...words, smallest })
          : total === 0
            ? say('figures.sentence.none', words)
            : say('figures.sentence', { ...words, total: formatNumber(total) })}
        {days === null ? null : <> {daysWords(days)}</>}
      </p>
      <p className="soft">{say('figures.as_of', { at: formatInstant(figures.asOf, language) })}</p>
      {total === 0 ? (
        <Empty title={say('figures.empty')}>
          <p>{say('figures.empty.words')}</p>
        </Empty>
      ) : (
        <>
          <p className="soft">{say('figures.hidden', { below: smallest - 1 })}</p>
          <Bars
            title={say('figures.topics')}
            rows={figures.topics.map(({ topic, asks }) => ({ key: topic, name: topicName(language, topic), asks }))}
          />
          <Bars
            title={say('figures.outcomes')}
            rows={figures.outcomes.map(({ standing, asks }) => ({
              key: standing,
              name: say(`standing.${standing}`),
              asks,
            }))}
          />
          <Bars
            title={say('figures.places')}
            rows={figures.places.map((place) => ({
              key: place.unit?.id ?? 'own',
              name:
                place.unit === null ? (
                  say('figures.own')
                ) : (
                  <Link to="/units/$unit/asks" params={{ unit: place.unit.id }}>
                    {place.unit.shortName}
                  </Link>
                ),
              asks: place.asks,
            }))}
          />
          <div className="toolbar">
            <ExportButton kind="rights.figures" filter={{ unit: unit.id, quarter: figures.quarter }} />
          </div>
        </>
      )}
    </>
  )
}

function topicName(language: 'zh' | 'en', topic: string): string {
  const words: { readonly [topic: string]: string } = topicWords[language]
  return words[topic] ?? topic
}

type Row = { readonly key: string; readonly name: ReactNode; readonly asks: number | null }

/** A table whose counts are drawn as bars; a hidden count has a pattern instead of a length. */
function Bars({ title, rows }: { title: string; rows: readonly Row[] }) {
  const say = useRightsSay()
  const most = Math.max(1, ...rows.map(({ asks }) => asks ?? 0))
  if (rows.length === 0) return null
  return (
    <table className="bars">
      <caption>{title}</caption>
      <thead className="hidden-words">
        <tr>
          <th scope="col">{say('figures.name')}</th>
          <th scope="col">{say('figures.asks')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, asks }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>
              <span
                className={asks === null ? 'bar bar-hidden' : 'bar'}
                style={{ inlineSize: asks === null ? '2.5rem' : `${(asks / most) * 60}%` }}
                aria-hidden="true"
              />
              <span className="figures">{asks === null ? say('figures.few') : formatNumber(asks)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
