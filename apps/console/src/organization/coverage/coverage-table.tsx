import { formatNumber } from '@gongqiao/ui/format.ts'
import { useCoverageSay } from './texts.ts'

type Line = {
  readonly key: string
  readonly name: string
  readonly covered: number
  readonly uncovered: number | 'small' | 'hidden'
}

/** Covered and not, line by line, with a picture of both: one hue for the covered, a pattern for the rest, never ranked. */
export function CoverageTable({
  id,
  title,
  first,
  lines,
}: {
  id: string
  title: string
  first: string
  lines: readonly Line[]
}) {
  const say = useCoverageSay()
  const shown = (value: Line['uncovered']) => (typeof value === 'number' ? formatNumber(value) : say(value))
  const longest = Math.max(
    1,
    ...lines.map(({ covered, uncovered }) => covered + (typeof uncovered === 'number' ? uncovered : 0)),
  )
  const share = (value: number) => `${(value / longest) * 100}%`
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="table-box">
        <table className="table folds">
          <thead>
            <tr>
              <th scope="col">{first}</th>
              <th scope="col" className="number">
                {say('covered')}
              </th>
              <th scope="col" className="number">
                {say('uncovered')}
              </th>
              <th scope="col">
                <span className="hidden-words">{say('picture')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key}>
                <th scope="row">{line.name}</th>
                <td className="number" data-label={say('covered')}>
                  {formatNumber(line.covered)}
                </td>
                <td className="number" data-label={say('uncovered')}>
                  {shown(line.uncovered)}
                </td>
                <td className="coverage-cell">
                  <span className="coverage-bar" aria-hidden="true">
                    <span className="coverage-has" style={{ width: share(line.covered) }} />
                    {typeof line.uncovered === 'number' ? (
                      <span className="coverage-none" style={{ width: share(line.uncovered) }} />
                    ) : null}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
