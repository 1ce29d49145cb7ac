import type { ImportRow } from '@gongqiao/modules/people/contract.ts'
import { App, Button } from 'antd'
import { useKitSay } from '../kit/texts/index.ts'
import { CureWords } from './cure-words.tsx'
import { useImportsSay } from './texts/index.ts'

/** Rows of the sheet: where, what stands there, and what is to be said of it. On a phone each is a short block. */
export function RowTable({ rows }: { rows: readonly ImportRow[] }) {
  const say = useImportsSay()
  return (
    <div className="table-box">
      <table className="table folds import-rows">
        <thead>
          <tr>
            <th scope="col">{say('rows.row')}</th>
            <th scope="col">{say('rows.what')}</th>
            <th scope="col">{say('rows.why')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <th scope="row" className="figures">
                {row.row === 0 ? say('rows.none') : say('rows.number', { row: row.row })}
              </th>
              <td>
                <Shown row={row} />
              </td>
              <td>
                <Remarks row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What the sheet says, masked; the first value is the name, where there is one, goes first. */
export function Shown({ row }: { row: ImportRow }) {
  const say = useImportsSay()
  const { name, ...more } = row.shown
  const [first, ...others] = [...(name === undefined ? [] : [name]), ...Object.values(more)].filter(
    (text) => text !== '',
  )
  if (first === undefined) return <span className="soft">{say('rows.let_go')}</span>
  return (
    <>
      <strong>{first}</strong>
      {others.length > 0 ? <span className="figures"> · {others.join(' · ')}</span> : null}
    </>
  )
}

function Remarks({ row }: { row: ImportRow }) {
  const say = useImportsSay()
  const { faults, changes, reason, handout } = row
  return (
    <ul>
      {faults.map(({ column, code, letter, title, text }) => (
        <li key={`${column} ${code}`}>
          {title === ''
            ? null
            : letter === null
              ? say('rows.fault.bare', { title })
              : say('rows.fault', { letter, title })}
          <CureWords text={text} />
        </li>
      ))}
      {changes.length > 0 ? <li>{say('rows.changes', { columns: changes.join(say('rows.comma')) })}</li> : null}
      {reason === null ? null : (
        <li>
          <CureWords text={reason} />
        </li>
      )}
      {handout === null ? null : (
        <li>
          <Handout row={row.row} text={handout} />
        </li>
      )}
    </ul>
  )
}

/** A link for one person: shown, and copied at a press. */
function Handout({ row, text }: { row: number; text: string }) {
  const say = useImportsSay()
  const kit = useKitSay()
  const { message } = App.useApp()
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => void message.success(kit('copied')),
      () => void message.error(kit('copy.failed')),
    )
  return (
    <>
      {say('rows.handout')} <span className="import-link">{text}</span>{' '}
      <Button size="small" aria-label={say('rows.copy.of', { row })} onClick={() => void copy()}>
        {say('rows.copy')}
      </Button>
    </>
  )
}
