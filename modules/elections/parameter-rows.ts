import type { SizeTable } from './arithmetic/bands.ts'
import type { ParameterKey, ParameterRow } from './parameter-keys.ts'

const ordinance = '工会基层组织选举工作条例'
const delegateOrdinance = '基层工会会员代表大会条例'
const charter = '中国工会章程'

/** A band of a table: up to how many people, how few and how many sit. */
type Size = readonly [to: number | null, min: number, max: number]

/** Committees of more than a thousand members, which both tables have alike. */
const largeCommittees: readonly Size[] = [
  [5_000, 15, 21],
  [10_000, 21, 29],
  [50_000, 29, 37],
  [null, 37, 45],
]

/** The parameters this product ships: what is law in a place changes by a row, never by code (rulebook 2 and 9). */
export const electionParameters: readonly ParameterRow[] = [
  row('quorum', { parts: 2, whole: 3 }, [ordinance, '第十七条', 'V2']),
  row('majority', { parts: 1, whole: 2 }, [ordinance, '第二十六条', 'V2']),
  row('removal', { parts: 1, whole: 2 }, ['工会法', '第十八条', 'V1']),
  row('proposal', { parts: 1, whole: 3 }, ['工会法', '第十七条', 'V1']),
  row('differencePercent', 5, [ordinance, '第十七条', 'V2']),
  row('standingDifferencePercent', 10, [ordinance, '第十七条', 'U']),
  row('delegatesFrom', 100, [delegateOrdinance, '第三条', 'V2']),
  row('termYears', [3, 5], ['工会法', '第十六条', 'V1'], { from: '2018-10-26' }),
  row('termYears', [3, 4, 5], [charter, '2008年本，原有数据', 'U'], { to: '2018-10-25' }),
  row('upperTermYears', [5], ['工会法', '第十六条', 'V1']),
  row('extensionMonths', 6, [ordinance, '第二十九条', 'U']),
  row('earlyDays', 180, ['换届提醒，全国推荐值', 'ELE-04', 'REC']),
  row('committeeSize', sizes(1, [[24, 3, 5], [200, 3, 7], [1_000, 7, 15], ...largeCommittees]), [
    ordinance,
    '第八条',
    'U',
  ]),
  row(
    'committeeSize',
    {
      ...sizes(1, [[10, 1, 1], [25, 3, 3], [100, 3, 5], [200, 5, 7], [500, 7, 9], [1_000, 9, 15], ...largeCommittees]),
      odd: true,
    },
    ['广东省基层工会选举指引', '委员名额取单数', 'V2'],
    { region: '440000' },
  ),
  row(
    'delegateCount',
    sizes(100, [
      [200, 30, 40],
      [1_000, 40, 60],
      [5_000, 60, 90],
      [10_000, 90, 130],
      [50_000, 130, 180],
      [null, 180, 240],
    ]),
    [delegateOrdinance, '第九条', 'U'],
  ),
  row(
    'congressCount',
    sizes(50_000, [
      [300_000, 200, 350],
      [700_000, 300, 450],
      [1_000_000, 400, 600],
      [2_000_000, 450, 800],
      [4_000_000, 600, 1_000],
      [null, 800, 1_200],
    ]),
    ['1984年县以上代表大会名额规定', '代表名额', 'V2'],
  ),
  row('standingSize', sizes(0, [[null, 9, 11]]), [ordinance, '常务委员会名额', 'U']),
  row('fundReviewSize', sizes(0, [[null, 3, 11]]), [ordinance, '经费审查委员会名额', 'U']),
  row('womens', { members: 10, employees: null, oneFrom: 1 }, ['工会女职工委员会工作条例', '第十一条', 'V2']),
  row('womens', { members: null, employees: 25, oneFrom: 1 }, ['北京市实施工会法办法', '女职工委员会', 'V1'], {
    region: '110000',
  }),
  row('womens', { members: 25, employees: null, oneFrom: 1 }, ['上海市工会条例', '女职工委员会', 'V1'], {
    region: '310000',
  }),
  row('womens', { members: null, employees: 25, oneFrom: 1 }, ['郑州市工会条例（1994）', '女职工委员会', 'V1'], {
    region: '410100',
  }),
  row('womens', { members: 10, employees: 25, oneFrom: 3 }, ['深圳市实施工会法办法', '女职工委员会', 'V2'], {
    region: '440300',
  }),
  row('managerPercent', 20, [delegateOrdinance, '代表构成', 'U']),
  row('showOfHandsBelow', 0, ['建会流程，地方可开', '表决方式', 'REC']),
]

/** A table of sizes by its bands, each up to a number of people and from where the one before ends. */
function sizes(from: number, bands: readonly Size[]): SizeTable {
  const begins = [from, ...bands.map(([to]) => (to ?? 0) + 1)]
  return { odd: false, bands: bands.map(([to, min, max], index) => ({ from: begins[index] ?? from, to, min, max })) }
}

function row<K extends ParameterKey>(
  key: K,
  value: ParameterRow<K>['value'],
  [document, article, confidence]: readonly [string, string, ParameterRow['confidence']],
  where: { readonly region?: string; readonly from?: string; readonly to?: string } = {},
): ParameterRow {
  const { region = '000000', from = '1993-01-01', to = null } = where
  return { key, region, value, from, to, document, article, confidence }
}
