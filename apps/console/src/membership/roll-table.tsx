import type { RollRow } from '@gongqiao/modules/membership/contract.ts'
import { formatDay } from '@gongqiao/ui/format.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { Fragment, type ReactNode } from 'react'
import { useLanguage } from '../kit/language.tsx'
import { memberWord } from './keys.ts'
import type { RollColumn } from './roll-columns.ts'
import { StatusTag } from './status-tag.tsx'
import { useMembershipSay } from './texts/index.ts'

/** How the person themselves stands to the record, in a word. */
function standWord({ status, claimed, affirmed }: RollRow) {
  if (status === 'provisional') return 'roll.stands.waiting'
  return affirmed ? 'roll.stands.affirmed' : claimed ? 'roll.stands.claimed' : 'roll.stands.unclaimed'
}

/** The rows of the roll; the name opens the person. On a phone each row is a short block instead of a line. */
export function RollTable({
  rows,
  columns,
  cursor,
  open,
  onOpen,
  under,
}: {
  rows: readonly RollRow[]
  columns: readonly RollColumn[]
  cursor: string | null
  open: string | null
  /** Null where the post may list but not open people. */
  onOpen: ((row: RollRow) => void) | null
  /** What opens under the open row where there is no room beside the list. */
  under: ReactNode
}) {
  const say = useMembershipSay()
  const language = useLanguage()
  const cell: { readonly [column in Exclude<RollColumn, 'name'>]: (row: RollRow) => ReactNode } = {
    sex: (row) => nameOf(language, 'sex', row.sex),
    age: (row) => row.age,
    identityMask: (row) => <span className="figures">{row.identityMask}</span>,
    status: (row) => <StatusTag status={row.status} />,
    stand: (row) => say(standWord(row)),
    unit: (row) => <span title={row.unit.name}>{row.unit.shortName}</span>,
    since: (row) => (row.since === null ? '—' : formatDay(row.since, language)),
  }
  const named = (column: RollColumn) =>
    column === 'since' || column === 'age' ? { 'data-label': say(`roll.column.${column}`) } : {}
  const others = columns.filter((column) => column !== 'name')
  return (
    <div className="table-box">
      <table className="table roll folds">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={`column-${column}`}>
                {say(`roll.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const word = memberWord(row)
            return (
              <Fragment key={word}>
                <tr className={`${cursor === word ? 'at-cursor' : ''}${open === word ? ' is-open' : ''}`}>
                  <th scope="row" className="column-name">
                    {onOpen ? (
                      <button
                        type="button"
                        data-row={word}
                        className="row-open"
                        aria-expanded={open === word}
                        onClick={() => onOpen(row)}
                      >
                        {row.name}
                      </button>
                    ) : (
                      row.name
                    )}
                  </th>
                  {others.map((column) => (
                    <td key={column} className={`column-${column}`} {...named(column)}>
                      {cell[column](row)}
                    </td>
                  ))}
                </tr>
                {under && open === word ? (
                  <tr className="under">
                    <td colSpan={columns.length}>{under}</td>
                  </tr>
                ) : null}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
