import { maskPhone } from '@gongqiao/codes'
import type { ImportColumn } from '@gongqiao/kernel/imports/kind.ts'
import { maskMail } from '../invitations/mask-mail.ts'

/** The columns of a sheet of officers 工会干部. */
export const officerColumns: readonly ImportColumn[] = [
  {
    key: 'unit',
    title: { zh: '工会名称', en: 'union' },
    aliases: ['工会', '所在工会', '所属工会', '任职工会', '工会全称', '单位', '所在单位', '组织名称', 'union'],
    required: true,
    note: { zh: '名称、区划代码或信用代码', en: 'name, division code or credit code' },
    example: '沙面制衣有限公司工会委员会',
  },
  {
    key: 'title',
    title: { zh: '岗位', en: 'post' },
    aliases: ['职务', '工会职务', '岗位名称', '任职', '担任职务', '身份', 'post', 'title'],
    required: false,
    note: { zh: '不填即“工会干部”', en: 'empty: union officer' },
    example: '工会主席',
  },
  {
    key: 'role',
    title: { zh: '角色', en: 'role' },
    aliases: ['权限', '系统角色', 'role'],
    required: false,
    note: { zh: '不填即能办理本工会的业务', en: 'empty: does the work of the union' },
    choices: ['工会干部', '统计员'],
  },
  {
    key: 'name',
    title: { zh: '姓名', en: 'name' },
    aliases: ['名字', '干部姓名', '主席姓名', '负责人', '负责人姓名', '联系人', 'name'],
    required: true,
    example: '王小明',
  },
  {
    key: 'phone',
    title: { zh: '手机号码', en: 'mobile phone' },
    aliases: ['手机', '手机号', '电话', '联系电话', '移动电话', '联系方式', 'phone', 'mobile'],
    required: false,
    note: {
      zh: '邀请链接发到这里；不填则打印或转交',
      en: 'the link goes there; without it it is printed or handed over',
    },
    mask: maskPhone,
  },
  {
    key: 'mail',
    title: { zh: '电子邮箱', en: 'mail' },
    aliases: ['邮箱', '邮件', '电子邮件', 'e-mail', 'email'],
    required: false,
    mask: maskMail,
  },
]
