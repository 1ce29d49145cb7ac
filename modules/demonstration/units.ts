import { makeCreditCode } from '@gongqiao/codes'
import { dayNumber, dayText } from './civil-days.ts'
import { type EnterpriseKind, enterpriseKinds } from './enterprise-kinds.ts'
import { enterpriseNames } from './enterprise-name.ts'
import type { DemonstrationPlace } from './place.ts'
import { type Random, randomOf, weighted } from './random.ts'
import { unitSizes } from './unit-sizes.ts'

/** A made-up enterprise and its grassroots union 基层工会. */
export interface DemonstrationUnit {
  /** 1, 2, 3, … */
  ordinal: number
  /** The union's full name. */
  name: string
  shortName: string
  employerName: string
  /** 统一社会信用代码 of the enterprise, 91…. */
  employerCreditCode: string
  /** 统一社会信用代码 of the union, 81…. */
  unionCreditCode: string
  /** GB/T 4754-2017: letter and four digits. */
  industry: string
  /** Where the enterprise lies: a township's nine digits. */
  townshipCode: string
  employees: number
  /** How many members the generated people of this unit are. */
  members: number
  /** The share of women to expect among them. */
  women: number
  /** The day the union was founded, `YYYY-MM-DD`. */
  foundedOn: string
}

/** The unions of a demonstration county; their members add up to `members`. */
export function demonstrationUnits({
  seed,
  place,
  asOf,
  enterprises,
  members,
  townships,
}: {
  seed: number
  place: DemonstrationPlace
  asOf: string
  enterprises: number
  members: number
  townships: readonly { code: string }[]
}): DemonstrationUnit[] {
  const random = randomOf(seed, 'units')
  const kindOf = weighted(enterpriseKinds.map((kind) => [kind, kind.weight] as const))
  const townshipOf = weighted(townships.map(({ code }) => [code, townshipWeight(code)] as const))
  const nameOf = enterpriseNames(randomOf(seed, 'names'), place.namePrefixes)
  const kinds = Array.from({ length: enterprises }, () => kindOf(random))
  const sizes = unitSizes(
    randomOf(seed, 'sizes'),
    kinds.map(({ size }) => size),
    members,
  )
  const lastFounding = dayNumber(asOf) - 120

  return kinds.map((kind, index) => {
    const employerName = nameOf(random.pick(kind.trades))
    const size = sizes[index] ?? 0
    return {
      ordinal: index + 1,
      name: `${employerName}工会委员会`,
      shortName: `${employerName.replace(/(股份|集团)?有限(责任)?公司$/, '')}工会`,
      employerName,
      employerCreditCode: demonstrationCode('9', 'DEMA', place.countyCode, index + 1),
      unionCreditCode: demonstrationCode('8', 'DEMU', place.countyCode, index + 1),
      industry: kind.industry,
      townshipCode: townshipOf(random),
      employees: Math.ceil(size / (0.72 + 0.25 * random.next())),
      members: size,
      women: womenShare(random, kind),
      foundedOn: dayText(lastFounding - random.between(0, 20 * 365)),
    }
  })
}

/** Enterprises gather in sub-districts (001–099) and towns (100–199) rather than in townships. */
function townshipWeight(code: string): number {
  const kind = Number(code.slice(6))
  return kind < 100 ? 6 : kind < 200 ? 2.5 : 0.8
}

function womenShare(random: Random, kind: EnterpriseKind): number {
  return Math.min(0.95, Math.max(0.05, kind.women + 0.08 * random.normal()))
}

const digits = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A code whose subject says what it is: DEM and a letter begin no subject in use. */
export function demonstrationCode(registrar: string, prefix: string, division: string, ordinal: number): string {
  let rest = ordinal
  let subject = ''
  for (let place = 0; place < 4; place++) {
    subject = digits.charAt(rest % digits.length) + subject
    rest = Math.floor(rest / digits.length)
  }
  if (rest > 0) throw new RangeError(`no credit code for enterprise ${ordinal}`)
  return makeCreditCode({ registrar, class: '1', division, subject: prefix + subject })
}
