import { ReloadOutlined } from '@ant-design/icons'
import type { QueueRow } from '@gongqiao/modules/membership/contract.ts'
import { application } from '@gongqiao/modules/membership/machine.ts'
import { formatTime } from '@gongqiao/ui/format.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Checkbox, Segmented } from 'antd'
import { useMemo } from 'react'
import { ExportButton } from '../exports/export-button.tsx'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useRoomBeside } from '../kit/media.ts'
import { PageHead } from '../kit/page.tsx'
import { ListEnd, Loading } from '../kit/states.tsx'
import { useListKeys } from '../kit/use-list-keys.ts'
import { matterWord } from '../matters/keys.ts'
import { kindsQuery } from '../matters/queries.ts'
import { useActing } from '../session/acting.tsx'
import { ChosenBar } from './chosen-bar.tsx'
import { countWords } from './count-words.ts'
import { EmptyQueue } from './empty-queue.tsx'
import { MatterPanel } from './matter-panel.tsx'
import { type QueueView, queueCountsQuery, queueQuery, queueViews } from './queries.ts'
import { QueueLine } from './queue-row.tsx'
import { QueueSentence } from './queue-sentence.tsx'
import { stepsOfRow } from './shared-steps.ts'
import { useDeskSay } from './texts/index.ts'
import { useQueueChanges } from './use-queue-changes.ts'
import './desk.css'

/** The desk of a post with a queue; one without opens on its union's figures. */
export function DeskPage() {
  const { post, may } = useActing()
  if (may('kernel.work_queue')) return <Desk />
  return <Navigate to="/units/$unit/figures" params={{ unit: post.unit.id }} replace />
}

/** What needs me today, with clocks; a matter opens beside the list, and under its line on a phone. */
function Desk() {
  const say = useDeskSay()
  const { api, may } = useActing()
  useQueueChanges()
  const { view = 'mine', matter } = useSearch({ from: '/desk/' })
  const navigate = useNavigate({ from: '/' })
  const beside = useRoomBeside()
  const queue = useInfiniteQuery(queueQuery(api, view))
  const counts = useQuery(queueCountsQuery(api)).data
  const rows = useMemo(() => queue.data?.pages.flatMap((page) => page.items) ?? [], [queue.data])
  const words = useMemo(() => rows.map(matterWord), [rows])
  const byWord = useMemo(() => new Map(rows.map((row) => [matterWord(row), row])), [rows])
  const kinds = useQuery(kindsQuery(api)).data?.items ?? []

  const isConfirmable = (row: QueueRow | undefined) => may('membership.confirm') && canConfirm(row)
  const isTickable = (word: string) => {
    const row = byWord.get(word)
    if (row === undefined) return false
    return isConfirmable(row) || (may('kernel.take_step') && stepsOfRow(row, kinds).length > 0)
  }
  const open = (word: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, matter: word }), replace: matter !== undefined })
  const { state, act, list } = useListKeys<HTMLUListElement>(words, {
    tickable: isTickable,
    close: () => {
      if (matter === undefined) return
      open(undefined)
      list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(matter)}"]`)?.focus()
    },
  })
  const show = (chosen: QueueView) => {
    act({ do: 'clear' })
    void navigate({ search: (before) => ({ ...before, view: chosen, matter: undefined }) })
  }
  const tickable = words.filter(isTickable)
  const ticked = rows.filter((row) => state.ticked.has(matterWord(row)))
  const next = state.cursor !== null && state.cursor !== matter ? state.cursor : null

  const panel =
    matter === undefined ? null : (
      <MatterPanel
        key={matter}
        word={matter}
        row={byWord.get(matter) ?? null}
        rowsAt={queue.dataUpdatedAt}
        onClose={() => open(undefined)}
        onNext={next === null ? null : () => open(next)}
      />
    )
  // One list of rows and panel: by its key the panel stays what it is when its row leaves the list.
  const under =
    panel === null || beside
      ? []
      : [
          <li key="panel" className="queue-panel">
            {panel}
          </li>,
        ]
  const lines = rows.flatMap((row) => {
    const word = matterWord(row)
    return [
      <QueueLine
        key={word}
        row={row}
        cursor={state.cursor === word}
        open={matter === word}
        ticked={state.ticked.has(word)}
        tickable={isTickable(word)}
        onTick={(upTo) => {
          act({ do: 'go', key: word })
          // Under an open matter the foot is taken by its own steps.
          if (under.length > 0) open(undefined)
          act(upTo ? { do: 'range', key: word, among: tickable } : { do: 'toggle', key: word })
        }}
        onOpen={() => {
          act({ do: 'go', key: word })
          open(matter === word ? undefined : word)
        }}
      />,
      ...(matter === word ? under : []),
    ]
  })
  if (matter !== undefined && !byWord.has(matter)) lines.unshift(...under)
  const first = queue.data?.pages[0]
  return (
    <div className={panel && beside ? 'beside' : 'beside alone'}>
      <section className="beside-list" aria-label={say('queue.title')}>
        <PageHead title={say('queue.title')}>
          {first && first.open > 0 ? <QueueSentence view={view} counts={first} /> : null}
        </PageHead>
        <div className="toolbar">
          <Segmented
            aria-label={say('queue.views')}
            value={view}
            options={queueViews.map((value) => ({
              value,
              label: <ViewLabel words={say(`queue.view.${value}`)} open={counts?.[value]?.open} />,
            }))}
            onChange={show}
          />
          <span className="soft toolbar-end">
            {queue.dataUpdatedAt > 0 ? say('queue.as_of', { time: formatTime(queue.dataUpdatedAt) }) : null}{' '}
            <Button
              type="text"
              icon={<ReloadOutlined />}
              aria-label={say('queue.refresh')}
              loading={queue.isRefetching}
              onClick={() => void queue.refetch()}
            />
          </span>
          <ExportButton kind="membership.queue" filter={{ view }} />
        </div>
        {queue.isError ? <FailureNotice failure={queue.error} retry={() => void queue.refetch()} /> : null}
        {queue.isPending ? <Loading what={say('queue.title')} rows={10} /> : null}
        {queue.isSuccess && rows.length === 0 ? (
          <EmptyQueue view={view} unit={counts?.unit?.open ?? 0} onUnit={() => show('unit')} />
        ) : null}
        {tickable.length > 0 ? (
          <div className="tickbar">
            <Checkbox
              checked={ticked.length > 0 && ticked.length === tickable.length}
              indeterminate={ticked.length > 0 && ticked.length < tickable.length}
              onChange={() => act({ do: 'tick', keys: ticked.length === tickable.length ? [] : tickable })}
            >
              {say('queue.tick_all')}
            </Checkbox>
          </div>
        ) : null}
        {lines.length > 0 ? (
          <ul className="queue" ref={list} aria-label={say('queue.title')}>
            {lines}
          </ul>
        ) : null}
        {rows.length > 0 ? (
          <ListEnd
            count={rows.length}
            more={queue.hasNextPage ? () => void queue.fetchNextPage() : null}
            busy={queue.isFetchingNextPage}
          />
        ) : null}
        <ChosenBar
          rows={under.length > 0 ? [] : ticked}
          canConfirm={ticked.every(isConfirmable)}
          choose={(words) => act({ do: 'tick', keys: words })}
        />
      </section>
      {beside ? panel : null}
    </div>
  )
}

/** A view's name, with how many it holds where that is known. */
function ViewLabel({ words, open }: { words: string; open: number | undefined }) {
  return (
    <>
      {words}
      {open === undefined ? null : <span className="view-count"> {countWords(open)}</span>}
    </>
  )
}

function canConfirm(row: QueueRow | undefined): boolean {
  return row !== undefined && row.kind === application.name && row.steps.includes('confirm')
}
