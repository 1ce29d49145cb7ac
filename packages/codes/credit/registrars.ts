/** 登记管理部门: who registers a legal person; the first character of a credit code. */
export type Registrar = {
  readonly code: string
  readonly zh: string
  readonly en: string
  /** 机构类别: the second character, where the standard names it. */
  readonly classes: Readonly<Record<string, { readonly zh: string; readonly en: string }>>
}

const other = { zh: '其他', en: 'other' }

/**
 * Registrars and their classes.
 *
 * @see GB 32100-2015
 */
export const registrars: readonly Registrar[] = [
  {
    code: '1',
    zh: '机构编制',
    en: 'staffing commission',
    classes: {
      1: { zh: '机关', en: 'organ' },
      2: { zh: '事业单位', en: 'public institution' },
      3: { zh: '编办直接管理机构编制的群众团体', en: 'mass organization' },
      9: other,
    },
  },
  { code: '2', zh: '外交', en: 'foreign affairs', classes: {} },
  { code: '3', zh: '司法行政', en: 'justice', classes: {} },
  { code: '4', zh: '文化', en: 'culture', classes: {} },
  {
    code: '5',
    zh: '民政',
    en: 'civil affairs',
    classes: {
      1: { zh: '社会团体', en: 'social association' },
      2: { zh: '民办非企业单位', en: 'private non-enterprise unit' },
      3: { zh: '基金会', en: 'foundation' },
      9: other,
    },
  },
  { code: '6', zh: '旅游', en: 'tourism', classes: {} },
  { code: '7', zh: '宗教', en: 'religious affairs', classes: {} },
  {
    code: '8',
    zh: '工会',
    en: 'trade union',
    classes: { 1: { zh: '基层工会', en: 'grassroots union' }, 9: other },
  },
  {
    code: '9',
    zh: '工商',
    en: 'market regulation',
    classes: {
      1: { zh: '企业', en: 'enterprise' },
      2: { zh: '个体工商户', en: 'individual business' },
      3: { zh: '农民专业合作社', en: "farmers' cooperative" },
    },
  },
  { code: 'A', zh: '中央军委改革和编制办公室', en: 'military', classes: {} },
  { code: 'N', zh: '农业', en: 'agriculture', classes: {} },
  { code: 'Y', zh: '其他', en: 'other', classes: {} },
]
