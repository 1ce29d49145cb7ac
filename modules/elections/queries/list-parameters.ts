import { query } from '@gongqiao/kernel/command/query.ts'
import { Nothing } from '@gongqiao/kernel/shapes.ts'
import { ParameterList } from '../contract.ts'
import { newestParameterChanges } from '../parameter-changes.ts'
import { parametersOfLaw, ruleOfParameter } from '../parameter-keys.ts'
import { keepsParametersOf, nation } from '../parameter-reach.ts'
import { keptParameters } from '../parameter-table.ts'

const changesShown = 100
/** More places than anybody chooses from: whoever keeps more chooses among provinces and prefectures. */
const placesAtMost = 200

/** Every version of every parameter of elections 地方参数, the places the reader keeps, and the newest changes. */
export const listParameters = query({
  act: 'elections.view_parameters',
  by: ['post'],
  input: Nothing,
  output: ParameterList,
  async run({ tx, actor, allow, services }) {
    allow.anywhere()
    const versions = await keptParameters(tx)
    const changes = await newestParameterChanges(tx, changesShown)
    const acts = actor.kind === 'post' ? actor.post.acts : new Set<string>()
    const names = new Map([...services.deadlines.regions()].map(({ code, name }) => [code, name]))
    const named = [...names].map(([code, name]) => ({ code, name })).sort((a, b) => (a.code < b.code ? -1 : 1))
    const whole = { code: nation, name: actor.language === 'en' ? 'The whole country' : '全国' }
    const places = [whole, ...named]
    const kept = acts.has('elections.change_parameter')
      ? places.filter(({ code }) => keepsParametersOf(actor, code))
      : []
    const own = new Set([...versions.map(({ region }) => region), ...changes.map(({ region }) => region)])
    return {
      versions: versions.toReversed().map((version) => ({
        ...version,
        rule: ruleOfParameter[version.key],
        byLaw: parametersOfLaw.has(version.key),
      })),
      regions: kept.length > placesAtMost ? kept.filter(({ code }) => code.endsWith('00')) : kept,
      places: places.filter(({ code }) => own.has(code)),
      changes: changes.map(({ at, undoneAt, ...change }) => ({
        ...change,
        at: at.toISOString(),
        undoneAt: undoneAt?.toISOString() ?? null,
        mayUndo:
          undoneAt === null && acts.has('elections.undo_parameter_change') && keepsParametersOf(actor, change.region),
      })),
    }
  },
})
