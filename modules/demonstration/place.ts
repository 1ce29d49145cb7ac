import type { NamePrefixes } from './enterprise-name.ts'

/** Where a demonstration county lies and what lies around it. */
export interface DemonstrationPlace {
  /** GB/T 2260. */
  countyCode: string
  /** Counties around it, whose people work here too, GB/T 2260. */
  neighbours: readonly string[]
  namePrefixes: NamePrefixes
}

/**
 * 浙江省衢州市龙游县: some 360,000 people and 15 townships of every kind (2 sub-districts, 6 towns, 6 townships and the
 * She township 沐尘), inside one prefecture, with a mixed economy and neither famous nor poor.
 */
export const longyou: DemonstrationPlace = {
  countyCode: '330825',
  neighbours: ['330802', '330803', '330822', '330824', '330881', '330702', '330781', '331123'],
  namePrefixes: ['龙游', '浙江', '衢州', '龙游县'],
}

/** Counties from which people move to the coast for work, GB/T 2260. */
export const farRegions: readonly string[] = [
  ...[
    '361123',
    '361130',
    '360424',
    '341021',
    '341125',
    '341222',
    '411327',
    '411425',
    '411722',
    '421127',
    '430424',
    '430525',
  ],
  ...[
    '511129',
    '511525',
    '511722',
    '520324',
    '522626',
    '522631',
    '522731',
    '530326',
    '532527',
    '500235',
    '610722',
    '620525',
  ],
]
