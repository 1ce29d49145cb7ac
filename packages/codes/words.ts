import type { Language } from './checked.ts'
import type { PhoneFaultCode } from './contact/check-phone.ts'
import type { CreditFaultCode, CreditWarning } from './credit/check-credit-code.ts'
import type { IdentityFaultCode, IdentityWarning } from './identity/check-identity-number.ts'
import type { NameFaultCode } from './name/check-name.ts'

type Words<Code extends string> = Readonly<Record<Code, Readonly<Record<Language, string>>>>

const identity: Words<IdentityFaultCode | IdentityWarning> = {
  empty: { zh: '请填写证件号码', en: 'Enter the number of the document.' },
  length: { zh: '证件号码位数不对', en: 'The number has the wrong length.' },
  characters: { zh: '证件号码中有不应出现的字符', en: 'The number holds a character that does not belong there.' },
  fifteen_digits: {
    zh: '这是 15 位的旧号码，请填写 18 位身份证号码',
    en: 'This is an old number of 15 digits; enter the one of 18 characters.',
  },
  prefix: { zh: '证件号码的开头与所选证件类型不符', en: 'The beginning does not fit the kind of document chosen.' },
  region: { zh: '证件号码开头的地区代码不对', en: 'The area code at the beginning is wrong.' },
  date: { zh: '证件号码中的出生日期不存在', en: 'The birth date in the number does not exist.' },
  future_date: { zh: '证件号码中的出生日期晚于今天', en: 'The birth date in the number lies ahead.' },
  checksum: { zh: '证件号码有误，请逐位核对', en: 'There is a slip in the number; compare it character by character.' },
  birth_date: { zh: '填写的出生日期不存在或晚于今天', en: 'The birth date entered does not exist or lies ahead.' },
  birth_date_mismatch: {
    zh: '填写的出生日期与证件号码不一致',
    en: 'The birth date entered differs from the one in the number.',
  },
  sex_mismatch: { zh: '填写的性别与证件号码不一致', en: 'The sex entered differs from the one in the number.' },
  age_below_16: { zh: '年龄不满 16 周岁', en: 'Younger than 16.' },
  age_above_100: { zh: '年龄超过 100 周岁，请核对', en: 'Older than 100; please compare.' },
  address_unknown: { zh: '号码中的地区代码未收录，请核对', en: 'The area code is not on record; please compare.' },
  address_of_permit: {
    zh: '这是居住证的地区代码，请核对证件类型',
    en: 'This is the area code of a residence permit; please check the kind of document.',
  },
  birth_date_unlike_number: {
    zh: '填写的出生日期与号码中的日期不同，请核对',
    en: 'The birth date entered differs from a date in the number; please compare.',
  },
}

const credit: Words<CreditFaultCode | CreditWarning> = {
  empty: { zh: '请填写统一社会信用代码', en: 'Enter the unified social credit code.' },
  length: { zh: '统一社会信用代码应为 18 位', en: 'A credit code has 18 characters.' },
  characters: {
    zh: '只能使用数字和大写字母，不含 I、O、S、V、Z',
    en: 'Only digits and capital letters are used, without I, O, S, V and Z.',
  },
  registrar: { zh: '第 1 位不是登记管理部门代码', en: 'The 1st character is no registrar.' },
  class: { zh: '第 2 位不是机构类别代码', en: 'The 2nd character is no class.' },
  division: { zh: '第 3 至 8 位应为行政区划代码', en: 'Characters 3 to 8 must be a division code.' },
  checksum: {
    zh: '统一社会信用代码有误，请逐位核对',
    en: 'There is a slip in the code; compare it character by character.',
  },
  union_prefix: { zh: '工会的代码应以 81 或 89 开头', en: 'The code of a union begins with 81 or 89.' },
  subject_check: {
    zh: '主体标识码校验不符，请核对',
    en: 'The check inside the subject code does not fit; please compare.',
  },
  employer_is_union: {
    zh: '这是工会的代码，请填写用人单位的代码',
    en: 'This is the code of a union; the one of the employer is asked for.',
  },
}

const phone: Words<PhoneFaultCode> = {
  empty: { zh: '请填写手机号码', en: 'Enter a mobile number.' },
  characters: { zh: '手机号码只能是数字', en: 'A mobile number holds digits only.' },
  country: { zh: '暂不支持这个国家或地区的号码', en: 'Numbers of this country or region are not taken.' },
  length: { zh: '手机号码位数不对', en: 'The number has the wrong length.' },
  prefix: { zh: '这不是手机号码', en: 'This is not a mobile number.' },
}

const name: Words<NameFaultCode> = {
  empty: { zh: '请填写姓名', en: 'Enter the name.' },
  too_long: { zh: '姓名不能超过 50 个字', en: 'A name has at most 50 characters.' },
  digits: { zh: '姓名中不能有数字', en: 'A name holds no digits.' },
  control: { zh: '姓名中有无法识别的字符', en: 'The name holds a character that cannot be read.' },
  characters: { zh: '姓名中只能有文字和间隔号', en: 'A name holds letters and the middle dot only.' },
}

const subjects = { identity, credit, phone, name } as const

type Subjects = typeof subjects

/**
 * What a person reads about a fault or warning of an identity number, a credit code, a phone number or a name.
 *
 * The words name no part of the value, so they may be logged.
 */
export function wordsFor<Subject extends keyof Subjects>(
  subject: Subject,
  code: keyof Subjects[Subject] & string,
  language: Language,
): string {
  const words: Readonly<Record<string, Readonly<Record<Language, string>>>> = subjects[subject]
  const found = words[code]
  if (found === undefined) throw new RangeError(`no words for ${subject}.${code}`)
  return found[language]
}
