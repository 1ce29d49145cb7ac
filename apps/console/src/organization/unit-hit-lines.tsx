import type { UnitHit } from '@gongqiao/modules/organization/contract.ts'
import { pathOfHit } from './path-of-hit.ts'
import { useOrganizationSay } from './texts/index.ts'

/** A union that was found: its name and level, and below it where it stands and what else it was found by. */
export function UnitHitLines({ hit, top }: { hit: UnitHit; top: string }) {
  const say = useOrganizationSay()
  const path = pathOfHit(hit.above, top)
  const code = hit.by === 'code' ? hit.unit.creditCode : null
  return (
    <>
      <span className="unit-hit-name">{hit.unit.name}</span>
      <span className="soft unit-hit-level">{say(`level.${hit.unit.level}`)}</span>
      {path.length > 0 ? <span className="soft unit-hit-path">{path.join(' › ')}</span> : null}
      {hit.alias === null ? null : (
        <span className="soft unit-hit-path">
          {say(hit.by === 'former' ? 'search.by.former' : 'search.by.alias', { name: hit.alias })}
        </span>
      )}
      {code === null ? null : <span className="soft unit-hit-path">{say('search.by.code', { code })}</span>}
    </>
  )
}
