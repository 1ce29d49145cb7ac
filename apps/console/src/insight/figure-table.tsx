import type { Figures, UnitFigure } from '@gongqiao/modules/insight/contract.ts'
import { formatNumber } from '@gongqiao/ui/format.ts'
import { Link } from '@tanstack/react-router'
import { useActing } from '../session/acting.tsx'
import { LiveNumber } from './live-number.tsx'
import { useInsightSay } from './texts/index.ts'

/** The figures of the unions below, in tree order, each with a way down; every figure stays apart. */
export function FigureTable({
  first,
  figures,
  complete,
  onPoint,
}: {
  first: Figures
  figures: readonly UnitFigure[]
  /** All unions below are fetched, so that the rows add up to the total. */
  complete: boolean
  /** Told which row has the focus or the mouse, so that the picture can light its place up. */
  onPoint: (unit: string | null) => void
}) {
  const say = useInsightSay()
  const { may } = useActing()
  const hasOwn = first.ownOnRoll > 0 || first.ownProvisional > 0
  return (
    <>
      <h2>{say('table.title')}</h2>
      <div className="table-box">
        <table className="table figure-table">
          <thead>
            <tr>
              <th scope="col">{say('table.unit')}</th>
              <th scope="col">{say('on_roll')}</th>
              <th scope="col">{say('claimed')}</th>
              <th scope="col">{say('affirmed')}</th>
              <th scope="col">{say('provisional')}</th>
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
                <LiveNumber value={first.ownOnRoll} />
                <LiveNumber value={first.ownClaimed} />
                <LiveNumber value={first.ownAffirmed} />
                <LiveNumber value={first.ownProvisional} />
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
                <LiveNumber value={figure.onRoll} />
                <LiveNumber value={figure.claimed} />
                <LiveNumber value={figure.affirmed} />
                <LiveNumber value={figure.provisional} />
              </tr>
            ))}
          </tbody>
          {complete ? (
            <tfoot>
              <tr>
                <th scope="row">{say('table.total')}</th>
                <td className="number">{formatNumber(first.onRoll)}</td>
                <td className="number">{formatNumber(first.claimed)}</td>
                <td className="number">{formatNumber(first.affirmed)}</td>
                <td className="number">{formatNumber(first.provisional)}</td>
              </tr>
            </tfoot>
          ) : null}
        </table>
      </div>
    </>
  )
}
