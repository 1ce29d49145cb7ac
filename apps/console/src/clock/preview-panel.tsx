import type { ClockPreview } from '@gongqiao/kernel/clock/contract.ts'
import { formatDay, formatNumber } from '@gongqiao/ui/format.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { Loading } from '../kit/states.tsx'
import { useClockSay } from './texts/index.ts'

type Shown = {
  readonly preview: ClockPreview | undefined
  readonly pending: boolean
  readonly failure: unknown
}

/** What a change does to the due days of open matters: one sentence, then the groups; no matter is named. */
export function PreviewPanel({ preview, pending, failure }: Shown) {
  const say = useClockSay()
  const language = useLanguage()
  if (failure) return <FailureNotice failure={failure} quiet />
  if (pending) return <Loading what={say('preview.title')} rows={3} />
  if (!preview) return null
  const { groups, earlier, later, final, cells, looked } = preview
  const moved = earlier + later
  const number = (value: number) => formatNumber(value)
  return (
    <section className="clock-preview" aria-labelledby="clock-preview">
      <h3 id="clock-preview">{say('preview.title')}</h3>
      <p role="status">
        {moved === 0
          ? say('preview.none')
          : say('preview.moves', {
              looked: number(looked),
              earlier: number(earlier),
              later: number(later),
              cells: number(cells),
            })}{' '}
        {final > 0 ? say('preview.final', { final: number(final) }) : ''} {preview.complete ? '' : say('preview.part')}
      </p>
      {earlier > 0 ? <p className="soft">{say('preview.told')}</p> : null}
      {groups.length > 0 ? (
        <div className="table-box">
          <table className="table folds">
            <thead>
              <tr>
                <th scope="col">{say('preview.kind')}</th>
                <th scope="col">{say('preview.began')}</th>
                <th scope="col">{say('preview.before')}</th>
                <th scope="col">{say('preview.after')}</th>
                <th scope="col" className="number">
                  {say('preview.matters')}
                </th>
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <tr key={`${group.kind} ${group.rule} ${group.began} ${group.before} ${group.after}`}>
                  <th scope="row">
                    {nameOf(language, 'kind', group.kind)} <span className="soft figures nowrap">{group.rule}</span>
                  </th>
                  <td className="nowrap" data-label={say('preview.began')}>
                    {formatDay(group.began, language)}
                  </td>
                  <td className="nowrap" data-label={say('preview.before')}>
                    {formatDay(group.before, language)}
                  </td>
                  <td className="nowrap" data-label={say('preview.after')}>
                    {formatDay(group.after, language)}
                  </td>
                  <td className="number" data-label={say('preview.matters')}>
                    {number(group.matters)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {groups.length === 100 ? <p className="soft">{say('preview.more', { count: 100 })}</p> : null}
    </section>
  )
}
