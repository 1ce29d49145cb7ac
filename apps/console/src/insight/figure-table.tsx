import type { Figures, UnitFigure } from '@gongqiao/modules/insight/contract.ts'
import { formatNumber } from '@gongqiao/ui/format.ts'
import { Link } from '@tanstack/react-router'
import { useActing } from '../session/acting.tsx'
import { LiveNumber } from './live-number.tsx'
import { useInsightSay } from './texts/index.ts'

type Counted = Pick<Figures, 'onRoll' | 'claimed' | 'affirmed' | 'provisional'>

/** The figures of the unions below, in tree order, each with a way down; every figure stays apart. */
export function FigureTable({
  first,
  figures,
  complete,
  onPoint,
}: {
  first: Counted & Pick<Figures, 'unit' | 'ownOnRoll' | 'ownClaimed' | 'ownAffirmed' | 'ownProvisional'>
  figures: readonly UnitFigure[]
  /** All unions below are fetched, so that the rows add up to the total. */
  complete: boolean
  /** Told which row has the focus or the mouse, so that the picture can light its place up. */
  onPoint: (unit: string | null) => void
}) {
  const say = useInsightSay()
  const { may } = useActing()
  const columns = [
    { label: say('on_roll'), of: (figure: Counted) => figure.onRoll, own: first.ownOnRoll },
    { label: say('claimed'), of: (figure: Counted) => figure.claimed, own: first.ownClaimed },
    { label: say('affirmed'), of: (figure: Counted) => figure.affirmed, own: first.ownAffirmed },
    { label: say('provisional'), of: (figure: Counted) => figure.provisional, own: first.ownProvisional },
  ]
  const hasOwn = first.ownOnRoll > 0 || first.ownProvisional > 0
  return (
    <>
      <h2>{say('table.title')}</h2>
      <div className="table-box">
        <table className="table figure-table folds">
          <thead>
            <tr>
              <th scope="col">{say('table.unit')}</th>
              {columns.map(({ label }) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hasOwn ? (
              <tr>
                <th scope="row">
                  {say('table.own')}
                  {may('membership.list_roll') ? (
                    <>
                      {' · '}
                      <Link to="/units/$unit/people" params={{ unit: first.unit.id }}>
                        {say('table.people')}
                      </Link>
                    </>
                  ) : null}
                </th>
                {columns.map(({ label, own }) => (
                  <LiveNumber key={label} value={own} label={label} />
                ))}
              </tr>
            ) : null}
            {figures.map((figure) => (
              <tr
                key={figure.unit.id}
                onFocus={() => onPoint(figure.unit.id)}
                onBlur={() => onPoint(null)}
                onMouseEnter={() => onPoint(figure.unit.id)}
                onMouseLeave={() => onPoint(null)}
              >
                <th scope="row">
                  <Link to="/units/$unit/figures" params={{ unit: figure.unit.id }} title={figure.unit.name}>
                    {figure.unit.shortName}
                  </Link>
                </th>
                {columns.map(({ label, of }) => (
                  <LiveNumber key={label} value={of(figure)} label={label} />
                ))}
              </tr>
            ))}
          </tbody>
          {complete ? (
            <tfoot>
              <tr>
                <th scope="row">{say('table.total')}</th>
                {columns.map(({ label, of }) => (
                  <td key={label} className="number" data-label={label}>
                    {formatNumber(of(first))}
                  </td>
                ))}
              </tr>
            </tfoot>
          ) : null}
        </table>
      </div>
    </>
  )
}
