import { FilterOutlined, InfoCircleOutlined } from '@ant-design/icons'
import type { RollRow } from '@gongqiao/modules/membership/contract.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, Popover, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { ExportButton } from '../exports/export-button.tsx'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { useRoomBeside } from '../kit/media.ts'
import { TabHead } from '../kit/page.tsx'
import { Empty, ListEnd, Loading } from '../kit/states.tsx'
import { useListKeys } from '../kit/use-list-keys.ts'
import { useActing } from '../session/acting.tsx'
import { useUnit } from '../shell/unit-context.tsx'
import { memberKeyOf, memberWord } from './keys.ts'
import { MemberPanel } from './member-panel.tsx'
import { rollOrders, rollStatuses } from './queries.ts'
import { RollChips } from './roll-chips.tsx'
import { type RollColumn, rollColumns, switchColumn } from './roll-columns.ts'
import { RollFiltersForm } from './roll-filters.tsx'
import { RollFind } from './roll-find.tsx'
import { filtersOf, type RollFilters, wishOf } from './roll-search.ts'
import { RollTable } from './roll-table.tsx'
import { RollViews } from './roll-views.tsx'
import { useMembershipSay } from './texts/index.ts'
import { useRoll } from './use-roll.ts'
import './roll.css'

/** Levels whose unions stand above several counties: figures by employer are those of one county. */
const wide: ReadonlySet<string> = new Set(['nation', 'industry', 'province', 'prefecture'])

/** Columns that the person's own record shows, left out of the list while it stands beside. */
const shownBeside: readonly RollColumn[] = ['sex', 'age', 'identityMask', 'since']

/** The roll 会员名册 of a union and all below it, masked, page by page; a person opens beside the list. */
export function RollPage() {
  const say = useMembershipSay()
  const language = useLanguage()
  const { may } = useActing()
  const roll = useRoll()
  const { unit, search, number, plain, wish, pages, columns } = roll
  const { order = 'place', status, member, find, match = 'inside' } = search
  const { level } = useUnit()
  const navigate = useNavigate({ from: '/units/$unit/people' })
  const beside = useRoomBeside()
  const [filtering, setFiltering] = useState(false)
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data])
  const words = useMemo(() => rows.map(memberWord), [rows])
  const first = pages.data?.pages[0]
  const filters = filtersOf(search)
  const chosen = memberKeyOf(member)
  const canOpen = may('membership.view_member')

  const open = (word: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, member: word }), replace: member !== undefined })
  const { state, act, list } = useListKeys<HTMLDivElement>(words, {
    close: () => {
      if (member === undefined) return
      open(undefined)
      list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(member)}"]`)?.focus()
    },
  })
  const panel = chosen ? <MemberPanel key={member} member={chosen} onClose={() => open(undefined)} /> : null

  return (
    <div className={panel && beside ? 'beside' : 'beside alone'}>
      <section className="beside-list" aria-label={say('roll.title')}>
        <TabHead title={say('roll.title')}>
          <Link to="/units/$unit/people/unclaimed" params={{ unit }}>
            {say('roll.unclaimed')}
          </Link>{' '}
          <Link to="/units/$unit/people/duplicates" params={{ unit }}>
            {say('roll.duplicates')}
          </Link>{' '}
          {wide.has(level) || level === 'grassroots' ? null : (
            <>
              <Link to="/units/$unit/people/employers" params={{ unit }}>
                {say('roll.employers')}
              </Link>{' '}
            </>
          )}
          <Link to="/units/$unit/people/past" params={{ unit }}>
            {say('past.link')}
          </Link>
        </TabHead>
        <RollFind
          key={`${unit} ${find ?? ''} ${number ?? ''} ${match}`}
          find={number ?? find ?? ''}
          match={match}
          onFind={roll.look}
        />
        <div className="toolbar">
          <Segmented
            aria-label={say('roll.status')}
            value={status ?? 'any'}
            options={[
              { value: 'any', label: say('roll.status.any') },
              ...rollStatuses.map((value) => ({ value, label: nameOf(language, 'status', value) })),
            ]}
            onChange={(value) => roll.show({ ...search, status: rollStatuses.find((one) => one === value) })}
          />
          <Button
            icon={<FilterOutlined aria-hidden="true" />}
            aria-expanded={filtering}
            aria-controls="roll-filters"
            onClick={() => setFiltering(!filtering)}
          >
            {say('filter')}
          </Button>
          {plain ? (
            <Segmented
              aria-label={say('roll.order')}
              value={first?.order ?? order}
              options={rollOrders.map((value) => ({ value, label: say(`roll.order.${value}`) }))}
              onChange={(value) => void navigate({ search: (before) => ({ ...before, order: value }) })}
            />
          ) : null}
          <RollViews
            views={roll.views}
            draft={{ wish: wishOf(search), columns: [...columns] }}
            mayOpenAtNumber={number === null}
            onOpen={roll.openView}
          />
          <Popover
            trigger="click"
            placement="bottomRight"
            content={
              <div className="columns">
                {rollColumns.map((column) => (
                  <Checkbox
                    key={column}
                    checked={columns.includes(column)}
                    disabled={column === 'name'}
                    onChange={() => roll.setColumns(switchColumn(columns, column))}
                  >
                    {say(`roll.column.${column}`)}
                  </Checkbox>
                ))}
              </div>
            }
          >
            <Button>{say('roll.columns')}</Button>
          </Popover>
          <ExportButton
            kind="membership.roll"
            filter={{ unit, ...(plain && { order: first?.order ?? order }), ...wish }}
          />
        </div>
        <div id="roll-filters" hidden={!filtering}>
          {filtering ? (
            <RollFiltersForm
              key={JSON.stringify(filters)}
              unit={unit}
              filters={filters}
              onApply={(next) => {
                setFiltering(false)
                roll.show({ ...search, ...noFilters, ...next, status })
              }}
            />
          ) : null}
        </div>
        <RollChips filters={filters} onChange={(next) => roll.show({ ...search, ...noFilters, ...next })} />
        {first?.orderRefused ? (
          <p className="note" role="status">
            <InfoCircleOutlined aria-hidden="true" /> {say('roll.order.refused')}
          </p>
        ) : null}
        {pages.isError ? <FailureNotice failure={pages.error} retry={() => void pages.refetch()} /> : null}
        {pages.isPending ? <Loading what={say('roll.loading')} rows={12} /> : null}
        {pages.isSuccess && rows.length === 0 && !pages.hasNextPage ? (
          <EmptyRoll
            sought={number === null ? find : undefined}
            number={number !== null}
            filtered={Object.keys(filters).length > 0}
          />
        ) : null}
        {pages.hasNextPage && isUnfinished(pages.data?.pages.at(-1)) ? (
          <p className="note" role="status">
            <InfoCircleOutlined aria-hidden="true" />{' '}
            {say(rows.length === 0 ? 'find.unfinished.none' : 'find.unfinished')}
          </p>
        ) : null}
        {member !== undefined && !beside && !words.includes(member) ? panel : null}
        {rows.length > 0 || pages.hasNextPage ? (
          <>
            <div ref={list}>
              <RollTable
                rows={rows}
                columns={panel && beside ? columns.filter((column) => !shownBeside.includes(column)) : columns}
                cursor={state.cursor}
                open={member ?? null}
                under={beside ? null : panel}
                onOpen={
                  canOpen
                    ? (row: RollRow) => {
                        const word = memberWord(row)
                        act({ do: 'go', key: word })
                        open(word === member ? undefined : word)
                      }
                    : null
                }
              />
            </div>
            <ListEnd
              count={rows.length}
              more={pages.hasNextPage ? () => void pages.fetchNextPage() : null}
              busy={pages.isFetchingNextPage}
            />
          </>
        ) : null}
      </section>
      {beside ? panel : null}
    </div>
  )
}

/** Every filter, off. */
const noFilters: RollFilters = {
  status: undefined,
  stand: undefined,
  sex: undefined,
  ageFrom: undefined,
  ageTo: undefined,
  holder: undefined,
  sinceFrom: undefined,
  sinceTo: undefined,
}

/** A page ended because enough was looked through, and not because it is full. */
function isUnfinished(page: object | undefined): boolean {
  return page !== undefined && 'unfinished' in page && page.unfinished === true
}

/** Nobody is here, or nobody who is sought: what would be, and how far was looked. */
function EmptyRoll({ sought, number, filtered }: { sought: string | undefined; number: boolean; filtered: boolean }) {
  const say = useMembershipSay()
  if (number)
    return (
      <Empty title={say('find.none.number')}>
        <p>{say('find.none.number.words')}</p>
      </Empty>
    )
  if (sought !== undefined)
    return (
      <Empty title={say('find.none', { text: sought })}>
        <p>{say(filtered ? 'find.none.filtered' : 'find.none.words')}</p>
      </Empty>
    )
  return (
    <Empty title={say(filtered ? 'roll.empty.filtered' : 'roll.empty')}>
      <p>{say(filtered ? 'roll.empty.filtered.words' : 'roll.empty.words')}</p>
    </Empty>
  )
}
