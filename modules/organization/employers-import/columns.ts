import type { ImportColumn } from '@gongqiao/kernel/imports/kind.ts'

/** The columns of a sheet of employers, with a union and without one. */
export const employerColumns: readonly ImportColumn[] = [
  {
    key: 'name',
    title: { zh: '单位名称', en: 'employer' },
    aliases: ['用人单位', '用人单位名称', '企业名称', '单位全称', '企业全称', '名称', 'employer name', 'name'],
    required: true,
    example: '沙面制衣有限公司',
  },
  {
    key: 'creditCode',
    title: { zh: '统一社会信用代码', en: 'credit code' },
    aliases: ['信用代码', '社会信用代码', '单位信用代码', '单位统一社会信用代码', '企业信用代码', '组织机构代码'],
    required: false,
    note: { zh: '18 位；有它就不会登记两次', en: '18 characters; with it nothing is entered twice' },
  },
  {
    key: 'industry',
    title: { zh: '所属行业', en: 'industry' },
    aliases: ['行业', '行业代码', '国民经济行业', '行业类别', '行业门类', 'industry'],
    required: false,
    note: { zh: '门类名称或代码，如：制造业、C13', en: 'GB/T 4754, a section’s name or a code' },
    example: '制造业',
  },
  {
    key: 'division',
    title: { zh: '所在政区', en: 'division' },
    aliases: ['行政区划', '行政区划代码', '区划代码', '单位所在政区', 'division'],
    required: false,
    note: { zh: '6、9 或 12 位区划代码', en: 'a code of 6, 9 or 12 digits' },
  },
  {
    key: 'employees',
    title: { zh: '职工人数', en: 'employees' },
    aliases: ['职工数', '人数', '从业人数', '在岗职工数', '员工人数', 'employees'],
    required: false,
    example: '120',
  },
  {
    key: 'place',
    title: { zh: '所在地工会', en: 'union of the place' },
    aliases: ['所在乡镇街道', '乡镇街道', '所属街道', '所属乡镇', '属地工会', '上级工会', 'place'],
    required: false,
    note: { zh: '名称或区划代码；不填即您所在的工会', en: 'name or division code; empty: your own union' },
    example: '沙面街道总工会',
  },
  {
    key: 'union',
    title: { zh: '涵盖它的工会', en: 'union that covers it' },
    aliases: ['工会名称', '基层工会', '所属工会', '建会工会', '已建工会', 'union'],
    required: false,
    note: { zh: '名称或信用代码；没有建会就不填', en: 'name or credit code; empty: it has no union' },
  },
]
