import type { SheetColumn } from '@gongqiao/modules/people/contract.ts'
import { Select } from 'antd'
import { Tag } from '../kit/tag.tsx'
import { type Assigned, type Headings, keptColumns, leftOut } from './mapping.ts'
import { useImportsSay } from './texts/index.ts'

/** Stands for no column of the sheet. */
const none = -1

/** Our columns, each with the column of the sheet it is read from and what stands in its first rows. */
export function MappingTable({
  headings,
  assigned,
  onAssign,
}: {
  headings: Headings
  assigned: Assigned
  onAssign: (key: string, index: number | null) => void
}) {
  const say = useImportsSay()
  const nameOf = useColumnName()
  const options = [
    { value: none, label: say('map.none') },
    ...headings.sheetColumns.map((column) => ({ value: column.index, label: nameOf(column) })),
  ]
  return (
    <div className="table-box">
      <table className="table folds import-map">
        <thead>
          <tr>
            <th scope="col">{say('map.ours')}</th>
            <th scope="col">{say('map.theirs')}</th>
            <th scope="col">{say('map.first')}</th>
          </tr>
        </thead>
        <tbody>
          {keptColumns(headings).map(({ key, title, required, note }) => {
            const column = headings.sheetColumns.find(({ index }) => index === assigned.get(key))
            const from = column === undefined ? null : column.key === key ? column.from : 'clerk'
            return (
              <tr key={key}>
                <th scope="row">
                  {title} {required ? <Tag tone="amber">{say('map.required')}</Tag> : null}
                  {note === null ? null : <small>{note}</small>}
                </th>
                <td>
                  <Select
                    aria-label={say('map.of', { column: title })}
                    value={assigned.get(key) ?? none}
                    options={options}
                    virtual={false}
                    onChange={(index) => onAssign(key, index === none ? null : index)}
                  />
                </td>
                <td className="import-samples">
                  {column === undefined ? '—' : column.samples.join(say('rows.comma')) || say('map.empty')}
                  {from === null ? null : (
                    <span className="hidden-words">{say('aside', { words: say(`map.from.${from}`) })}</span>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** Columns of the sheet that are not read, and why. */
export function LeftOut({ headings, assigned }: { headings: Headings; assigned: Assigned }) {
  const say = useImportsSay()
  const nameOf = useColumnName()
  const left = leftOut(headings, assigned)
  return (
    <div className="import-left">
      <h3>{say('map.left')}</h3>
      {left.length === 0 ? <p className="soft">{say('map.left.none')}</p> : null}
      <ul>
        {left.map(({ column, why }) => (
          <li key={column.index}>
            {nameOf(column)}
            {say('colon')}
            <span className="soft">{why ?? say('map.left.unknown')}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function useColumnName() {
  const say = useImportsSay()
  return ({ letter, heading }: SheetColumn) =>
    heading === '' ? say('map.column.bare', { letter }) : say('map.column', { letter, heading })
}
