import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { LocalRule, LocalRules } from './local-rules.ts'

/** A rule of a place as it comes with the product; the country's has no division. */
type Shipped = {
  readonly [R in LocalRule]: {
    readonly rule: R
    readonly division: string
    readonly from: string
    readonly value: LocalRules[R]
    readonly article: string
    readonly confidence: 'V1' | 'V2' | 'U' | 'REC'
  }
}[LocalRule]

/** What places rule of founding, closing and dividing unions. @see rulebook 1.3 and 9, ORG-20, ORG-29, ELE-23 */
export const shippedLocalRules: readonly Shipped[] = [
  {
    rule: 'audit_at_close',
    division: '11',
    from: '2020-01-01',
    value: true,
    article: '北京市实施《中华人民共和国工会法》办法：合并、分立、撤销前审计',
    confidence: 'V1',
  },
  {
    rule: 'audit_at_close',
    division: '41',
    from: '2020-01-01',
    value: true,
    article: '河南省实施《中华人民共和国工会法》办法：合并、分立、撤销前审计',
    confidence: 'V1',
  },
  {
    rule: 'must_establish',
    division: '',
    from: '1993-01-01',
    value: { members: 25, employees: null },
    article: '工会法第十一条：会员二十五人以上的，应当建立基层工会委员会',
    confidence: 'V1',
  },
  {
    rule: 'must_establish',
    division: '4403',
    from: '1993-01-01',
    value: { members: 10, employees: 25 },
    article: '深圳市实施工会法办法：会员十人以上或者职工二十五人以上的，应当建立工会',
    confidence: 'V2',
  },
  {
    rule: 'establish_within',
    division: '4403',
    from: '1993-01-01',
    value: { months: 6, otherwise: null },
    article: '深圳市实施工会法办法：六个月内建立工会',
    confidence: 'V2',
  },
  {
    rule: 'establish_within',
    division: '31',
    from: '1993-01-01',
    value: { months: 6, otherwise: null },
    article: '上海市工会条例：自开业或者设立之日起六个月内建立工会',
    confidence: 'V1',
  },
  {
    rule: 'establish_within',
    division: '11',
    from: '1993-01-01',
    value: { months: 6, otherwise: 'helpers' },
    article: '北京市实施工会法办法：满六个月未建立的，上级工会派员帮助、指导',
    confidence: 'V1',
  },
  {
    rule: 'establish_within',
    division: '50',
    from: '1993-01-01',
    value: { months: 12, otherwise: 'notice' },
    article: '重庆市实施工会法办法：满一年未建立的，发出意见书',
    confidence: 'V1',
  },
  {
    rule: 'womens_committee',
    division: '',
    from: '1993-01-01',
    value: { members: 10, employees: null, oneFrom: 1 },
    article: '工会女职工委员会工作条例第十一条',
    confidence: 'V2',
  },
  {
    rule: 'womens_committee',
    division: '11',
    from: '1993-01-01',
    value: { members: null, employees: 25, oneFrom: 1 },
    article: '北京市实施工会法办法：女职工二十五人以上',
    confidence: 'V1',
  },
  {
    rule: 'womens_committee',
    division: '31',
    from: '1993-01-01',
    value: { members: 25, employees: null, oneFrom: 1 },
    article: '上海市工会条例：女会员二十五人以上',
    confidence: 'V1',
  },
  {
    rule: 'womens_committee',
    division: '4101',
    from: '1993-01-01',
    value: { members: null, employees: 25, oneFrom: 1 },
    article: '郑州市工会条例（1994）：女职工二十五人以上',
    confidence: 'V1',
  },
  {
    rule: 'womens_committee',
    division: '4403',
    from: '1993-01-01',
    value: { members: 10, employees: 25, oneFrom: 3 },
    article: '深圳市实施工会法办法：女职工二十五人或者女会员十人以上',
    confidence: 'V2',
  },
  {
    rule: 'split_rule',
    division: '',
    from: '1993-01-01',
    value: 'by_employees',
    article: '全国推荐值：按职工人数分割',
    confidence: 'REC',
  },
  {
    rule: 'split_rule',
    division: '50',
    from: '1993-01-01',
    value: 'by_employees',
    article: '重庆市实施工会法办法第四十二条：按职工人数分割',
    confidence: 'V1',
  },
  {
    rule: 'split_rule',
    division: '41',
    from: '1993-01-01',
    value: 'by_employees',
    article: '河南省实施工会法办法第三十五条：按职工人数分割',
    confidence: 'V1',
  },
  {
    rule: 'split_rule',
    division: '11',
    from: '1993-01-01',
    value: 'reasonable',
    article: '北京市实施工会法办法第六十条：由原工会合理分配',
    confidence: 'V1',
  },
]

/** Writes the rules that are not there yet; what stands, stays. */
export function keepLocalRules(tx: Tx): Promise<number> {
  const rows = shippedLocalRules.map(({ from, ...row }) => ({ ...row, effective_from: from }))
  return tx.run(
    `insert into organization.local_rule (rule, division, effective_from, value, article, confidence)
     select rule, division, effective_from, value, article, confidence
     from jsonb_populate_recordset(null::organization.local_rule, $1::jsonb)
     on conflict (rule, division, effective_from) do nothing`,
    [JSON.stringify(rows)],
  )
}
