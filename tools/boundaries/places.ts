import { type MapPlace, nationCode } from './boundary-file.ts'
import { containerOf, type MatchedBy, matched, type Register, type Successor } from './match.ts'
import type { SourceShape } from './source.ts'

/** Files of the sources: one of the country, one for each province, one for each prefecture. */
export type Sources = {
  readonly nation: readonly SourceShape[]
  readonly provinces: readonly (readonly SourceShape[])[]
  readonly prefectures: readonly (readonly SourceShape[])[]
}

/** What was matched and what was not, in lines for a table and a sentence for the console. */
export type Report = { readonly lines: readonly string[]; readonly summary: string }

type Found = { readonly container: string; readonly code: string | null; readonly by: MatchedBy; shape: SourceShape }

/** Every map by the division it shows, with its places under today's codes. */
export function placesOf(
  sources: Sources,
  register: Register,
  successors: readonly Successor[],
): { maps: ReadonlyMap<string, readonly MapPlace[]>; report: Report } {
  const maps = new Map<string, readonly MapPlace[]>()
  maps.set(
    nationCode,
    sources.nation.map((shape) => ({ code: shape.code, name: shape.name, shapes: [shape] })),
  )
  const provinces = sources.provinces.flatMap((shapes) => foundIn(shapes, register, successors))
  // Counties that stand under a province itself are in both sources: one drawing is enough.
  const drawn = new Set(provinces.map(({ code }) => code))
  const prefectures = sources.prefectures
    .flatMap((shapes) => foundIn(shapes, register, successors))
    .filter(({ code }) => code === null || !drawn.has(code))
  const found = [...provinces, ...prefectures]
  const byContainer = Map.groupBy(found, (one) => (one.code === null ? one.container : parentOf(one, register)))
  for (const [container, shapes] of [...byContainer].sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (shapes.some(({ code }) => code !== null)) maps.set(container, placesIn(shapes, register))
  }
  return { maps, report: reportOf(found, maps, register) }
}

/** The shapes of one file with the divisions they are; none when the file lies outside the register. */
function foundIn(shapes: readonly SourceShape[], register: Register, successors: readonly Successor[]): Found[] {
  const names = shapes.map(({ name }) => name)
  const container = containerOf(names, register) ?? successors.find(({ name }) => names.includes(name))?.source
  if (container === undefined) return []
  return matched(names, container, register, successors).flatMap(({ code, by }, index) => {
    const shape = shapes[index]
    return shape === undefined ? [] : [{ container, code, by, shape }]
  })
}

function parentOf({ code, container }: Found, register: Register): string {
  return (code === null ? undefined : register.of(code)?.parent) ?? container
}

function placesIn(found: readonly Found[], register: Register): MapPlace[] {
  const byCode = Map.groupBy(found, ({ code, shape }) => code ?? shape.name)
  return [...byCode.values()]
    .map((parts): MapPlace => {
      const { code, shape } = parts[0] ?? { code: null, shape: undefined }
      const name = (code === null ? undefined : register.of(code)?.name) ?? shape?.name ?? ''
      return { code, name, shapes: parts.map((part) => part.shape) }
    })
    .sort((one, other) => ((one.code ?? '~') < (other.code ?? '~') ? -1 : 1))
}

function reportOf(found: readonly Found[], maps: ReadonlyMap<string, readonly MapPlace[]>, register: Register): Report {
  const drawn = new Set([...maps.values()].flat().map(({ code }) => code))
  const without = register.all.filter(({ code }) => !drawn.has(code))
  const unknown = found.filter(({ code }) => code === null)
  const by = Map.groupBy(found, (one) => one.by)
  const ways = (['name', 'successor', 'stem', 'province', 'none'] as const).map(
    (way) => `${way} ${by.get(way)?.length ?? 0}`,
  )
  return {
    lines: [
      ...without.map(
        ({ parent, code, name }) => `${parent ?? nationCode}\t${code}\t${name}\tno boundary in the sources`,
      ),
      ...unknown.map(
        ({ container, shape }) => `${container}\t\t${shape.name}\tno division of today; drawn without figures`,
      ),
    ],
    summary: `shapes by ${ways.join(', ')}; ${register.all.length - without.length} of ${register.all.length} divisions drawn`,
  }
}
