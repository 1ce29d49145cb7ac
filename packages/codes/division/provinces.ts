/** 省级行政区: a province-level division; `code` is the first two digits of every code inside it. */
export type Province = {
  readonly code: string
  /** Short name, 北京. */
  readonly zh: string
  /** Full official name, 北京市. */
  readonly fullName: string
  readonly en: string
}

const rows: readonly (readonly [string, string, string, string])[] = [
  ['11', '北京', '北京市', 'Beijing'],
  ['12', '天津', '天津市', 'Tianjin'],
  ['13', '河北', '河北省', 'Hebei'],
  ['14', '山西', '山西省', 'Shanxi'],
  ['15', '内蒙古', '内蒙古自治区', 'Inner Mongolia'],
  ['21', '辽宁', '辽宁省', 'Liaoning'],
  ['22', '吉林', '吉林省', 'Jilin'],
  ['23', '黑龙江', '黑龙江省', 'Heilongjiang'],
  ['31', '上海', '上海市', 'Shanghai'],
  ['32', '江苏', '江苏省', 'Jiangsu'],
  ['33', '浙江', '浙江省', 'Zhejiang'],
  ['34', '安徽', '安徽省', 'Anhui'],
  ['35', '福建', '福建省', 'Fujian'],
  ['36', '江西', '江西省', 'Jiangxi'],
  ['37', '山东', '山东省', 'Shandong'],
  ['41', '河南', '河南省', 'Henan'],
  ['42', '湖北', '湖北省', 'Hubei'],
  ['43', '湖南', '湖南省', 'Hunan'],
  ['44', '广东', '广东省', 'Guangdong'],
  ['45', '广西', '广西壮族自治区', 'Guangxi'],
  ['46', '海南', '海南省', 'Hainan'],
  ['50', '重庆', '重庆市', 'Chongqing'],
  ['51', '四川', '四川省', 'Sichuan'],
  ['52', '贵州', '贵州省', 'Guizhou'],
  ['53', '云南', '云南省', 'Yunnan'],
  ['54', '西藏', '西藏自治区', 'Tibet'],
  ['61', '陕西', '陕西省', 'Shaanxi'],
  ['62', '甘肃', '甘肃省', 'Gansu'],
  ['63', '青海', '青海省', 'Qinghai'],
  ['64', '宁夏', '宁夏回族自治区', 'Ningxia'],
  ['65', '新疆', '新疆维吾尔自治区', 'Xinjiang'],
  ['71', '台湾', '台湾省', 'Taiwan'],
  ['81', '香港', '香港特别行政区', 'Hong Kong'],
  ['82', '澳门', '澳门特别行政区', 'Macao'],
]

/**
 * The 34 province-level divisions in the order of their codes.
 *
 * 83 is missing on purpose: it stands in residence permits of people from Taiwan and is no division.
 *
 * @see GB/T 2260
 */
export const provinces: readonly Province[] = rows.map(([code, zh, fullName, en]) => ({ code, zh, fullName, en }))
