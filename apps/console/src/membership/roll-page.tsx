import { InfoCircleOutlined } from '@ant-design/icons'
import type { RollRow } from '@gongqiao/modules/membership/contract.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Checkbox, Popover, Segmented } from 'antd'
import { useMemo } from 'react'
import { ExportButton } from '../exports/export-button.tsx'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { useRoomBeside } from '../kit/media.ts'
import { TabHead } from '../kit/page.tsx'
import { usePreference } from '../kit/preference.ts'
import { Empty, ListEnd, Loading } from '../kit/states.tsx'
import { useListKeys } from '../kit/use-list-keys.ts'
import { useActing } from '../session/acting.tsx'
import { memberKeyOf, memberWord } from './keys.ts'
import { MemberPanel } from './member-panel.tsx'
import { rollOrders, rollQuery, rollStands, rollStatuses } from './queries.ts'
import { type RollColumn, readColumns, rollColumns, switchColumn } from './roll-columns.ts'
import { RollTable } from './roll-table.tsx'
import { useMembershipSay } from './texts/index.ts'
import './roll.css'

/** Columns that the person's own record shows, left out of the list while it stands beside. */
const shownBeside: readonly RollColumn[] = ['sex', 'age', 'identityMask', 'since']

/** The roll 会员名册 of a union and all below it, masked, page by page; a person opens beside the list. */
export function RollPage() {
  const say = useMembershipSay()
  const language = useLanguage()
  const { api, may } = useActing()
  const { unit } = useParams({ from: '/desk/units/$unit' })
  const { order = 'place', status, stand, member } = useSearch({ from: '/desk/units/$unit/people' })
  const navigate = useNavigate({ from: '/units/$unit/people' })
  const beside = useRoomBeside()
  const [columns, setColumns] = usePreference('roll-columns', [...rollColumns], readColumns)
  const roll = useInfiniteQuery(rollQuery(api, unit, order, status, stand))
  const rows = useMemo(() => roll.data?.pages.flatMap((page) => page.items) ?? [], [roll.data])
  const words = useMemo(() => rows.map(memberWord), [rows])
  const first = roll.data?.pages[0]
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
          </Link>
        </TabHead>
        <div className="toolbar">
          <Segmented
            aria-label={say('roll.status')}
            value={status ?? 'any'}
            options={[
              { value: 'any', label: say('roll.status.any') },
              ...rollStatuses.map((value) => ({ value, label: nameOf(language, 'status', value) })),
            ]}
            onChange={(value) =>
              void navigate({
                search: (before) => ({
                  ...before,
                  member: undefined,
                  status: rollStatuses.find((one) => one === value),
                }),
              })
            }
          />
          <Segmented
            aria-label={say('roll.stand')}
            value={stand ?? 'any'}
            options={[
              { value: 'any', label: say('roll.stand.any') },
              ...rollStands.map((value) => ({ value, label: say(`roll.stand.${value}`) })),
            ]}
            onChange={(value) =>
              void navigate({
                search: (before) => ({ ...before, member: undefined, stand: rollStands.find((one) => one === value) }),
              })
            }
          />
          <Segmented
            aria-label={say('roll.order')}
            value={first?.order ?? order}
            options={rollOrders.map((value) => ({ value, label: say(`roll.order.${value}`) }))}
            onChange={(value) => void navigate({ search: (before) => ({ ...before, order: value }) })}
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
                    onChange={() => setColumns(switchColumn(columns, column))}
                  >
                    {say(`roll.column.${column}`)}
                  </Checkbox>
                ))}
              </div>
            }
          >
            <Button className="toolbar-end">{say('roll.columns')}</Button>
          </Popover>
          <ExportButton kind="membership.roll" filter={{ unit, order: first?.order ?? order, status, stand }} />
        </div>
        {first?.orderRefused ? (
          <p className="note" role="status">
            <InfoCircleOutlined aria-hidden="true" /> {say('roll.order.refused')}
          </p>
        ) : null}
        {roll.isError ? <FailureNotice failure={roll.error} retry={() => void roll.refetch()} /> : null}
        {roll.isPending ? <Loading what={say('roll.loading')} rows={12} /> : null}
        {roll.isSuccess && rows.length === 0 ? (
          <Empty title={say(status || stand ? 'roll.empty.filtered' : 'roll.empty')}>
            <p>{say(status || stand ? 'roll.empty.filtered.words' : 'roll.empty.words')}</p>
          </Empty>
        ) : null}
        {member !== undefined && !beside && !words.includes(member) ? panel : null}
        {rows.length > 0 ? (
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
              more={roll.hasNextPage ? () => void roll.fetchNextPage() : null}
              busy={roll.isFetchingNextPage}
            />
          </>
        ) : null}
      </section>
      {beside ? panel : null}
    </div>
  )
}
