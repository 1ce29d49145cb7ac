import type { SizeTable } from './arithmetic/bands.ts'
import type { Share } from './arithmetic/share.ts'
import type { WomensRule } from './arithmetic/womens.ts'

/** What the rules of elections take from the table of parameters 地方参数, each in its own shape. */
export type ElectionParameters = {
  /** Of those who should attend, so many make a quorum (ELE-50). */
  readonly quorum: Share
  /** Of those who should attend, more than so many elect (ELE-58). */
  readonly majority: Share
  /** Of all members or delegates, more than so many remove (ELE-41). */
  readonly removal: Share
  /** Of all members, so many ask for an extraordinary meeting (ELE-13). */
  readonly proposal: Share
  /** Per cent of the seats by which more stand for the committee than there are seats (ELE-51). */
  readonly differencePercent: number
  readonly standingDifferencePercent: number
  /** From so many members delegates may meet in their place (ELE-10). */
  readonly delegatesFrom: number
  /** Years a term may have (ELE-01), for a grassroots union and for the unions above. */
  readonly termYears: readonly number[]
  readonly upperTermYears: readonly number[]
  /** Months to which an approval may extend a term (ELE-03), and days before its end that are still on time. */
  readonly extensionMonths: number
  readonly earlyDays: number
  readonly committeeSize: SizeTable
  readonly delegateCount: SizeTable
  readonly congressCount: SizeTable
  readonly standingSize: SizeTable
  readonly fundReviewSize: SizeTable
  readonly womens: WomensRule
  /** Per cent of the delegates who may be managers (rulebook 2.2, composition). */
  readonly managerPercent: number
  /** Members up to whom a show of hands is tolerated; 0 where it is not (rulebook 1.3). */
  readonly showOfHandsBelow: number
}

export type ParameterKey = keyof ElectionParameters

/** A parameter as it stands in the table: its value, where it holds, since when, and where that is written. */
export type ParameterRow<K extends ParameterKey = ParameterKey> = {
  readonly key: K
  /** GB/T 2260 code of the division it holds in; 000000 is the whole country. */
  readonly region: string
  readonly value: ElectionParameters[K]
  readonly from: string
  /** The last day it holds. */
  readonly to: string | null
  readonly document: string
  readonly article: string
  readonly confidence: 'V1' | 'V2' | 'U' | 'REC'
}

/** The names of all parameters, in the order the rulebook has them. */
export const parameterNames = [
  'quorum',
  'majority',
  'removal',
  'proposal',
  'differencePercent',
  'standingDifferencePercent',
  'delegatesFrom',
  'termYears',
  'upperTermYears',
  'extensionMonths',
  'earlyDays',
  'committeeSize',
  'delegateCount',
  'congressCount',
  'standingSize',
  'fundReviewSize',
  'womens',
  'managerPercent',
  'showOfHandsBelow',
] as const satisfies readonly ParameterKey[]

/** The rule of the rulebook that takes each. */
export const ruleOfParameter = {
  quorum: 'ELE-50',
  majority: 'ELE-58',
  removal: 'ELE-41',
  proposal: 'ELE-13',
  differencePercent: 'ELE-51',
  standingDifferencePercent: 'ELE-52',
  delegatesFrom: 'ELE-10',
  termYears: 'ELE-01',
  upperTermYears: 'ELE-01',
  extensionMonths: 'ELE-03',
  earlyDays: 'ELE-04',
  committeeSize: 'ELE-60',
  delegateCount: 'ELE-14',
  congressCount: 'ELE-14',
  standingSize: 'ELE-20',
  fundReviewSize: 'ELE-21',
  womens: 'ELE-23',
  managerPercent: 'ELE-14',
  showOfHandsBelow: 'ELE-55',
} as const satisfies { readonly [K in ParameterKey]: string }

/** What the Trade Union Law itself says: a place may not say otherwise, and a new law comes with a new row of the product. */
export const parametersOfLaw: ReadonlySet<ParameterKey> = new Set([
  'removal',
  'proposal',
  'termYears',
  'upperTermYears',
])

/** What a parameter's value looks like: a number between two, a share, years, a table of sizes, or the rule of women. */
export type ParameterShape =
  | { readonly is: 'number'; readonly least: number; readonly most: number }
  | { readonly is: 'share' | 'years' | 'sizes' | 'womens' }

const percent = { is: 'number', least: 0, most: 100 } as const
const sizes = { is: 'sizes' } as const
const share = { is: 'share' } as const

export const shapeOfParameter: { readonly [K in ParameterKey]: ParameterShape } = {
  quorum: share,
  majority: share,
  removal: share,
  proposal: share,
  differencePercent: percent,
  standingDifferencePercent: percent,
  delegatesFrom: { is: 'number', least: 2, most: 10_000 },
  termYears: { is: 'years' },
  upperTermYears: { is: 'years' },
  extensionMonths: { is: 'number', least: 0, most: 24 },
  earlyDays: { is: 'number', least: 0, most: 720 },
  committeeSize: sizes,
  delegateCount: sizes,
  congressCount: sizes,
  standingSize: sizes,
  fundReviewSize: sizes,
  womens: { is: 'womens' },
  managerPercent: percent,
  showOfHandsBelow: { is: 'number', least: 0, most: 200 },
}
