import type { FoundingView } from '@gongqiao/modules/organization/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useActing } from '../session/acting.tsx'
import { ownFiguresQuery } from './queries.ts'
import { useFoundingSay } from './texts/index.ts'

/** How many have joined the union that is being founded: one sentence first, then the picture. */
export function MembersSoFar({ view }: { view: FoundingView }) {
  const say = useFoundingSay()
  const { api, may } = useActing()
  const unit = view.unit?.id ?? ''
  const figures = useQuery({
    ...ownFiguresQuery(api, unit),
    enabled: may('insight.view_figures'),
    // People join meanwhile; the picture follows by itself.
    refetchInterval: 5_000,
  })
  if (!figures.data) return null
  const { ownOnRoll: roll, ownProvisional: wait } = figures.data
  const whole = Math.max(view.membersExpected, roll + wait, 1)
  const words = say('so_far.words', { roll, wait, wish: view.membersExpected })
  return (
    <section className="founding-section" aria-labelledby="founding-so-far">
      <h3 id="founding-so-far">{say('so_far')}</h3>
      <p>{words}</p>
      <div className="so-far" role="img" aria-label={words}>
        <span className="so-far-roll" style={{ width: `${(100 * roll) / whole}%` }} />
        <span className="so-far-wait" style={{ width: `${(100 * wait) / whole}%` }} />
      </div>
      {may('membership.make_code') ? (
        <p>
          <Link to="/units/$unit/codes" params={{ unit }}>
            {say('so_far.code')}
          </Link>
        </p>
      ) : null}
    </section>
  )
}
