/** A kind of enterprise the demonstration county has. */
export interface EnterpriseKind {
  /** GB/T 4754-2017: letter and four digits. */
  industry: string
  /** What such a firm calls its trade in its name. */
  trades: readonly string[]
  /** Share among the enterprises, in any unit. */
  weight: number
  /** Share of women among its staff. */
  women: number
  /** How its staff compares with the average, 1 being average. */
  size: number
}

/** A county that lives from paper, furniture, machine parts and services: ordinary, and mixed. */
export const enterpriseKinds: readonly EnterpriseKind[] = [
  kind('C2221', '特种纸 纸业', 14, 0.36, 1.9),
  kind('C2231', '纸品包装 包装', 8, 0.45, 0.9),
  kind('C2319', '印务 包装印刷', 5, 0.48, 0.7),
  kind('C2110', '家居 木业 家具', 10, 0.34, 1),
  kind('C2041', '竹业 竹制品', 5, 0.46, 0.7),
  kind('C3451', '轴承 精密轴承', 10, 0.33, 1.3),
  kind('C3484', '机械 精密机械 机电', 14, 0.27, 0.9),
  kind('C3541', '造纸装备 机械设备', 4, 0.2, 1),
  kind('C3670', '汽车零部件 汽配', 9, 0.36, 1.4),
  kind('C3831', '线缆 电缆', 4, 0.4, 1.1),
  kind('C3982', '电子 电子科技', 9, 0.55, 1.5),
  kind('C2921', '塑业 新材料', 8, 0.38, 0.9),
  kind('C2651', '高分子材料 新材料', 4, 0.25, 1.1),
  kind('C3021', '建材 水泥制品', 5, 0.18, 0.8),
  kind('C3311', '钢构 金属制品', 6, 0.17, 0.9),
  kind('C1751', '纺织 织造', 9, 0.66, 1.4),
  kind('C1819', '服饰 制衣', 8, 0.76, 1.1),
  kind('C1411', '食品 糕点食品', 8, 0.62, 0.9),
  kind('C1530', '茶业 茶叶', 4, 0.58, 0.5),
  kind('C1371', '食品 农产品加工', 4, 0.6, 0.7),
  kind('A0153', '农业开发 生态农业', 4, 0.5, 0.4),
  kind('E4710', '建设 建筑工程', 9, 0.12, 1.8),
  kind('E4813', '市政工程 路桥工程', 4, 0.12, 1.1),
  kind('E5011', '装饰工程 建筑装饰', 5, 0.25, 0.6),
  kind('F5212', '商贸 超市', 9, 0.72, 0.9),
  kind('F5251', '大药房 医药连锁', 4, 0.8, 0.5),
  kind('F5123', '果蔬 农产品', 4, 0.5, 0.4),
  kind('G5431', '物流 货运', 12, 0.15, 0.9),
  kind('G5411', '公共交通', 2, 0.2, 2),
  kind('G6020', '快递 速递', 6, 0.22, 0.9),
  kind('H6110', '大酒店 酒店管理', 6, 0.64, 0.9),
  kind('H6210', '餐饮管理 餐饮', 8, 0.62, 0.5),
  kind('H6242', '外卖配送 即时配送', 4, 0.1, 1.1),
  kind('I6513', '信息技术 软件', 6, 0.38, 0.5),
  kind('K7020', '物业管理 物业服务', 9, 0.52, 1.1),
  kind('L7263', '人力资源 劳务服务', 4, 0.42, 1.2),
  kind('L7271', '保安服务', 3, 0.08, 1.5),
  kind('N7820', '环境服务 环卫', 5, 0.55, 1.4),
  kind('O8010', '家政服务', 4, 0.88, 0.6),
  kind('O8111', '汽车服务 汽车维修', 5, 0.14, 0.4),
  kind('Q8514', '养老服务 康养服务', 4, 0.82, 0.6),
]

function kind(industry: string, trades: string, weight: number, women: number, size: number): EnterpriseKind {
  return { industry, trades: trades.split(' '), weight, women, size }
}
