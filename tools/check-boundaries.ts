import { createRequire } from 'node:module'
import type { Fault } from './faults.ts'
import { type Import, readImports } from './imports.ts'

/** The page `dependency-rules.cjs`. */
export interface BoundaryRules {
  readonly layers: Readonly<Record<string, readonly string[]>>
  readonly modules: readonly string[]
  readonly doors: readonly string[]
  readonly screenDoors: { readonly types: readonly string[]; readonly values: readonly string[] }
  readonly inside: readonly (readonly string[])[]
  readonly serverOnly: readonly string[]
  readonly kept: Readonly<Record<string, readonly string[]>>
}

export function readBoundaryRules(): BoundaryRules {
  const read: (path: string) => BoundaryRules = createRequire(import.meta.url)
  return read('../dependency-rules.cjs')
}

/** Where a file stands: its layer, and in a module the module and the path inside it. */
interface Place {
  readonly layer: string
  readonly module: string
  readonly inside: string
}

interface Step extends Import {
  readonly from: string
  readonly to: string
}

/**
 * Tells every import that runs against the direction of the house, and every ring of imports.
 *
 * @param sources the text of each TypeScript file by its path from the root
 */
export function checkBoundaries(sources: ReadonlyMap<string, string>, rules: BoundaryRules): Fault[] {
  const imports = new Map([...sources].map(([path, text]) => [path, readImports(path, text)]))
  const steps: Step[] = [...imports].flatMap(([from, list]) =>
    list.flatMap((item) => (item.file === undefined ? [] : [{ ...item, from, to: item.file }])),
  )
  return [
    ...steps.flatMap((step) => checkStep(step, rules)),
    ...checkKept(imports, rules),
    ...checkRings(sources, steps),
  ]
}

function placeOf(path: string): Place {
  const parts = path.split('/')
  const [top = '', second = ''] = parts
  const layer =
    top === 'apps' ? second : path.startsWith('kernel/shared/') ? 'shared' : parts.length === 1 ? 'tools' : top
  if (layer !== 'modules') return { layer, module: '', inside: '' }
  return { layer, module: second, inside: parts.slice(2).join('/') }
}

function checkStep(step: Step, rules: BoundaryRules): Fault[] {
  const from = placeOf(step.from)
  const to = placeOf(step.to)
  const fault = (rule: string, message: string): Fault[] => [
    { rule, place: `${step.from}:${step.line}`, message: `${message}: ${step.specifier}` },
  ]

  // A test opens a whole house and proves one act by another; only what reaches a screen is held to its doors.
  if (isTest(step.from) && !['console', 'member', 'ui'].includes(from.layer)) return []
  const isScreen = from.layer === 'console' || from.layer === 'member'
  if (isScreen && to.layer === 'kernel' && step.to.endsWith('/contract.ts'))
    return step.typeOnly ? [] : fault('screen_values', 'a contract gives a screen types only: import type')
  if (from.layer !== to.layer && !rules.layers[from.layer]?.includes(to.layer))
    return fault('direction', `${from.layer} does not use ${to.layer}`)
  if (isScreen) return checkScreenStep(step, from, to, rules, fault)
  if (to.layer !== 'modules') return []

  if (matches(to.inside, rules.serverOnly) && from.layer !== 'server' && !isTest(step.from))
    return fault('server_only', 'only the server opens routes, jobs and exports')
  if (from.layer !== 'modules') return []
  if (from.module === to.module) return checkInside(step, from, to, rules, fault)

  const order = (module: string) => rules.modules.indexOf(module)
  if (order(from.module) < 0 || order(to.module) < 0)
    return fault('unknown_module', 'a module has its place in the ordered list of dependency-rules.cjs')
  if (order(to.module) > order(from.module))
    return fault('module_order', `${from.module} stands above ${to.module} and hears of it by facts`)
  return matches(to.inside, rules.doors) ? [] : fault('door', `${to.module} is entered by ${rules.doors.join(', ')}`)
}

type MakeFault = (rule: string, message: string) => Fault[]

function checkScreenStep(step: Step, from: Place, to: Place, rules: BoundaryRules, fault: MakeFault): Fault[] {
  if (to.layer === 'modules') {
    // A room of a module has doors of its own beside the module's.
    const opens = (names: readonly string[]) => matches(to.inside, names) || matches(roomOf(to.inside), names)
    if (opens(rules.screenDoors.values)) return []
    if (!opens(rules.screenDoors.types))
      return fault('screen_door', 'a screen takes types from a contract and values from a machine or texts')
    return step.typeOnly ? [] : fault('screen_values', 'a contract gives a screen types only: import type')
  }
  if (to.layer !== from.layer) return []
  const screens = (path: string) => rules.modules.find((module) => path.startsWith(`apps/${from.layer}/src/${module}/`))
  const here = screens(step.from)
  const there = screens(step.to)
  return here && there && here !== there ? fault('screens', `screens of ${here} do not use those of ${there}`) : []
}

function checkInside(step: Step, from: Place, to: Place, rules: BoundaryRules, fault: MakeFault): Fault[] {
  if (isTest(step.from)) return []
  const rank = (inside: string) => rules.inside.findIndex((names) => matches(inside, names))
  const here = rank(from.inside)
  const there = rank(to.inside)
  return here >= 0 && there > here ? fault('inside', `${from.inside} stands before ${to.inside}`) : []
}

/** The path inside a room of a module: `transfer/machine.ts` is `machine.ts` of its room. */
function roomOf(inside: string): string {
  return inside.slice(inside.indexOf('/') + 1)
}

function matches(inside: string, names: readonly string[]): boolean {
  return names.some((name) => (name.endsWith('/') ? inside.startsWith(name) : inside === name))
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path)
}

/** Follows what a screen really loads and tells the shortest way to a package that must not reach it. */
function checkKept(imports: ReadonlyMap<string, readonly Import[]>, rules: BoundaryRules): Fault[] {
  const faults: Fault[] = []
  for (const [layer, kept] of Object.entries(rules.kept)) {
    const starts = [...imports.keys()].filter((path) => path.startsWith(`apps/${layer}/src/`) && !isTest(path))
    const ways = new Map(starts.map((path) => [path, path]))
    for (const [path, way] of ways) {
      for (const { specifier, file, typeOnly } of imports.get(path) ?? []) {
        if (typeOnly) continue
        if (file !== undefined && imports.has(file) && !ways.has(file)) ways.set(file, `${way} → ${file}`)
        if (file === undefined && kept.some((name) => specifier === name || specifier.startsWith(name)))
          faults.push({ rule: 'kept', place: path, message: `${specifier} reaches the ${layer} app by ${way}` })
      }
    }
  }
  return faults
}

/** Tells each ring once, beginning with its first file. */
function checkRings(sources: ReadonlyMap<string, string>, steps: readonly Step[]): Fault[] {
  const next = Map.groupBy(steps, (step) => step.from)
  const done = new Set<string>()
  const faults: Fault[] = []
  const enter = (path: string, way: readonly string[]) => {
    const start = way.indexOf(path)
    if (start >= 0) {
      const ring = [...way.slice(start), path]
      faults.push({ rule: 'ring', place: path, message: `a ring of imports: ${ring.join(' → ')}` })
      return
    }
    if (done.has(path) || !sources.has(path)) return
    for (const { to } of next.get(path) ?? []) enter(to, [...way, path])
    done.add(path)
  }
  for (const path of sources.keys()) enter(path, [])
  return faults
}
