import { enterpriseKinds } from './enterprise-kinds.ts'
import { enterpriseNames } from './enterprise-name.ts'
import type { DemonstrationPlace } from './place.ts'
import { randomOf, weighted } from './random.ts'
import { demonstrationCode } from './units.ts'

/** An employer of the demonstration county that no union covers yet. */
export type UncoveredEmployer = {
  readonly name: string
  readonly creditCode: string
  readonly industry: string
  readonly townshipCode: string
  readonly employees: number
}

/** Social organizations 社会组织 among them: what they do, and its code in GB/T 4754. */
const social = weighted([
  [['商会', 'S9521'], 4],
  [['志愿服务中心', 'S9529'], 3],
  [['养老服务中心', 'Q8514'], 3],
  [['行业协会', 'S9522'], 2],
] as const)
const socialShare = 0.14

/** Makes up employers without a union, as many as asked for: smaller ones than those that have one, in every township. */
export function uncoveredEmployers(
  seed: number,
  place: DemonstrationPlace,
  townships: readonly { readonly code: string }[],
  howMany: number,
): UncoveredEmployer[] {
  const random = randomOf(seed, 'uncovered')
  const nameOf = enterpriseNames(randomOf(seed, 'uncovered names'), place.namePrefixes)
  const kindOf = weighted(enterpriseKinds.map((kind) => [kind, kind.weight] as const))
  return Array.from({ length: howMany }, (_, index) => {
    const kind = kindOf(random)
    const [work, industry] = social(random)
    const isSocial = random.chance(socialShare)
    const name = nameOf(isSocial ? work : random.pick(kind.trades))
    return {
      name: isSocial ? name.replace(/(股份|集团)?有限(责任)?公司$/, '') : name,
      creditCode: isSocial
        ? demonstrationCode('5', 'DEMC', place.countyCode, index + 1)
        : demonstrationCode('9', 'DEMB', place.countyCode, index + 1),
      industry: isSocial ? industry : kind.industry,
      townshipCode: random.pick(townships).code,
      employees: random.between(3, isSocial ? 30 : 90),
    }
  })
}
