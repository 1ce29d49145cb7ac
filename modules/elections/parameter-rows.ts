import type { Band } from './arithmetic/bands.ts'
import type { ParameterKey, ParameterRow } from './parameter-keys.ts'

const ordinance = '工会基层组织选举工作条例'
const delegateOrdinance = '基层工会会员代表大会条例'
const charter = '中国工会章程'

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
  row(
    'committeeSize',
    {
      odd: false,
      bands: [
        band(1, 24, 3, 5),
        band(25, 200, 3, 7),
        band(201, 1_000, 7, 15),
        band(1_001, 5_000, 15, 21),
        band(5_001, 10_000, 21, 29),
        band(10_001, 50_000, 29, 37),
        band(50_001, null, 37, 45),
      ],
    },
    [ordinance, '第八条', 'U'],
  ),
  row(
    'committeeSize',
    {
      odd: true,
      bands: [
        band(1, 10, 1, 1),
        band(11, 25, 3, 3),
        band(26, 100, 3, 5),
        band(101, 200, 5, 7),
        band(201, 500, 7, 9),
        band(501, 1_000, 9, 15),
        band(1_001, 5_000, 15, 21),
        band(5_001, 10_000, 21, 29),
        band(10_001, 50_000, 29, 37),
        band(50_001, null, 37, 45),
      ],
    },
    ['广东省基层工会选举指引', '委员名额取单数', 'V2'],
    { region: '440000' },
  ),
  row(
    'delegateCount',
    {
      odd: false,
      bands: [
        band(100, 200, 30, 40),
        band(201, 1_000, 40, 60),
        band(1_001, 5_000, 60, 90),
        band(5_001, 10_000, 90, 130),
        band(10_001, 50_000, 130, 180),
        band(50_001, null, 180, 240),
      ],
    },
    [delegateOrdinance, '第九条', 'U'],
  ),
  row(
    'congressCount',
    {
      odd: false,
      bands: [
        band(50_000, 300_000, 200, 350),
        band(300_001, 700_000, 300, 450),
        band(700_001, 1_000_000, 400, 600),
        band(1_000_001, 2_000_000, 450, 800),
        band(2_000_001, 4_000_000, 600, 1_000),
        band(4_000_001, null, 800, 1_200),
      ],
    },
    ['1984年县以上代表大会名额规定', '代表名额', 'V2'],
  ),
  row('standingSize', { odd: false, bands: [band(0, null, 9, 11)] }, [ordinance, '常务委员会名额', 'U']),
  row('fundReviewSize', { odd: false, bands: [band(0, null, 3, 11)] }, [ordinance, '经费审查委员会名额', 'U']),
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

function band(from: number, to: number | null, min: number, max: number): Band {
  return { from, to, min, max }
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
