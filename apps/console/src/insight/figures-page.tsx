import { DisconnectOutlined } from '@ant-design/icons'
import type { UnitFigure } from '@gongqiao/modules/insight/contract.ts'
import { formatInstant, formatNumber } from '@gongqiao/ui/format.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { ExportButton } from '../exports/export-button.tsx'
import type { AsOf } from '../kit/as-of.ts'
import { AsOfBar } from '../kit/as-of-bar.tsx'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { TabHead } from '../kit/page.tsx'
import { Empty, ListEnd, Loading } from '../kit/states.tsx'
import { useActing } from '../session/acting.tsx'
import { Announcement } from './announcement.tsx'
import { FigureTable } from './figure-table.tsx'
import { PastFigures } from './past-figures.tsx'
import { PictureChoice } from './picture-choice.tsx'
import { figuresQuery } from './queries.ts'
import { useInsightSay } from './texts/index.ts'
import { useLiveFigures } from './use-live-figures.ts'
import './figures.css'

/** Figures of a union: live, or as of a past day where the address says one. */
export function FiguresPage() {
  const { unit } = useParams({ from: '/desk/units/$unit' })
  const { on, known } = useSearch({ from: '/desk/units/$unit/figures' })
  const navigate = useNavigate({ from: '/units/$unit/figures' })
  const change = (asOf: AsOf) => void navigate({ search: asOf, replace: on !== undefined })
  return on === undefined ? (
    <LiveFigures onPast={change} />
  ) : (
    <PastFigures unit={unit} asOf={{ on, known }} onChange={change} />
  )
}

/** Live figures of a union: one sentence, then the picture, then the table; as of when, and a way down to the people. */
function LiveFigures({ onPast }: { onPast: (asOf: AsOf) => void }) {
  const say = useInsightSay()
  const language = useLanguage()
  const { api, may } = useActing()
  const { unit: id } = useParams({ from: '/desk/units/$unit' })
  const navigate = useNavigate()
  const figures = useInfiniteQuery(figuresQuery(api, id))
  const stream = useLiveFigures(id)
  const [pointed, setPointed] = useState<string | null>(null)
  const pages = figures.data?.pages
  const children: readonly UnitFigure[] = useMemo(() => pages?.flatMap((page) => page.children) ?? [], [pages])
  const first = pages?.[0]

  if (figures.isError && first === undefined) {
    return <FailureNotice failure={figures.error} retry={() => void figures.refetch()} />
  }
  if (first === undefined) return <Loading what={say('loading')} />

  const { unit, onRoll, claimed, affirmed, provisional } = first
  const at = formatInstant(first.asOf, language)
  const counts = {
    unit: unit.shortName,
    onRoll: formatNumber(onRoll),
    claimed: formatNumber(claimed),
    affirmed: formatNumber(affirmed),
    provisional: formatNumber(provisional),
  }
  const sentence = provisional === 0 ? 'sentence.none' : provisional === 1 ? 'sentence.one' : 'sentence'
  const open = (below: string) => void navigate({ to: '/units/$unit/figures', params: { unit: below } })
  const nobody = onRoll === 0 && provisional === 0
  return (
    <div className="figures-page">
      <TabHead title={say('title')}>
        <p className="figures-sentence">
          {say('sentence.roll', counts)}
          {language === 'zh' ? '' : ' '}
          {say(sentence, counts)}
        </p>
        <p className="soft">
          <span className={`live live-${stream}`} aria-hidden="true" /> {say('as_of', { at })}
          {stream === 'lost' ? null : <> · {say(`stream.${stream}`)}</>} <AsOfBar asOf={{}} onChange={onPast} />
        </p>
      </TabHead>
      {stream === 'lost' ? (
        <p className="note" role="status">
          <DisconnectOutlined aria-hidden="true" /> {say('stream.lost', { at })}
        </p>
      ) : null}
      <Announcement words={say('announce', counts)} />
      {nobody ? (
        <Empty
          title={say('empty')}
          action={
            may('membership.make_code') ? (
              <Link to="/units/$unit/codes" params={{ unit: id }}>
                {say('empty.codes')}
              </Link>
            ) : null
          }
        >
          <p>{say('empty.words')}</p>
        </Empty>
      ) : null}
      {children.length > 0 ? (
        <>
          <PictureChoice unit={unit} figures={children} more={figures.hasNextPage} pointed={pointed} onOpen={open} />
          <FigureTable first={first} figures={children} complete={!figures.hasNextPage} onPoint={setPointed} />
          <div className="toolbar">
            <ExportButton kind="insight.figures" filter={{ unit: id }} />
            <ExportButton kind="organization.units" filter={{ unit: id }} label="open.units" />
          </div>
          <ListEnd
            count={children.length}
            more={figures.hasNextPage ? () => void figures.fetchNextPage() : null}
            busy={figures.isFetchingNextPage}
          />
        </>
      ) : nobody ? null : (
        <p>
          {say('leaf.words')}{' '}
          {may('membership.list_roll') ? (
            <Link to="/units/$unit/people" params={{ unit: id }}>
              {say('leaf.people')}
            </Link>
          ) : null}
        </p>
      )}
    </div>
  )
}
