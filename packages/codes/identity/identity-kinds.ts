/** 有效证件类别: the kinds of identity document, under readable names; `code` is the number the union's forms use. */
export type IdentityKind =
  | 'resident_card'
  | 'passport'
  | 'military_officer_card'
  | 'hk_macao_residence_permit'
  | 'taiwan_residence_permit'
  | 'foreign_permanent_resident_card'
  | 'hk_macao_travel_permit'
  | 'taiwan_travel_permit'
  | 'other'

/** What is known of one kind of identity document. */
export type IdentityKindRow = {
  readonly kind: IdentityKind
  readonly code: number
  readonly zh: string
  readonly en: string
  /** True when the number itself holds birth date and sex, so that a form must not ask for them. */
  readonly holdsBirthAndSex: boolean
  /** How the number looks, in words for a form. */
  readonly shape: { readonly zh: string; readonly en: string }
}

const eighteen = { zh: '18 位：17 位数字加 1 位数字或 X', en: '18 characters: 17 digits and one more digit or X' }

/**
 * All kinds in the order of their codes.
 *
 * The permanent-resident card counts as holding neither birth date nor sex: the places of both in the 2023 number are
 * not confirmed, and the earlier number has none.
 */
export const identityKinds: readonly IdentityKindRow[] = [
  {
    kind: 'resident_card',
    code: 1,
    zh: '居民身份证',
    en: 'resident identity card',
    holdsBirthAndSex: true,
    shape: eighteen,
  },
  {
    kind: 'passport',
    code: 2,
    zh: '护照',
    en: 'passport',
    holdsBirthAndSex: false,
    shape: { zh: '5 至 15 位字母和数字', en: '5 to 15 letters and digits' },
  },
  {
    kind: 'military_officer_card',
    code: 3,
    zh: '军官证',
    en: 'military officer card',
    holdsBirthAndSex: false,
    shape: { zh: '4 至 30 位汉字、字母和数字', en: '4 to 30 Chinese characters, letters and digits' },
  },
  {
    kind: 'hk_macao_residence_permit',
    code: 4,
    zh: '港澳居民居住证',
    en: 'residence permit for Hong Kong and Macao residents',
    holdsBirthAndSex: true,
    shape: eighteen,
  },
  {
    kind: 'taiwan_residence_permit',
    code: 5,
    zh: '台湾居民居住证',
    en: 'residence permit for Taiwan residents',
    holdsBirthAndSex: true,
    shape: eighteen,
  },
  {
    kind: 'foreign_permanent_resident_card',
    code: 6,
    zh: '外国人永久居留身份证',
    en: 'foreign permanent resident identity card',
    holdsBirthAndSex: false,
    shape: {
      zh: '新版 18 位（9 开头）；旧版 3 位字母加 12 位数字',
      en: 'new card: 18 characters beginning with 9; earlier card: 3 letters and 12 digits',
    },
  },
  {
    kind: 'hk_macao_travel_permit',
    code: 7,
    zh: '港澳居民来往内地通行证',
    en: 'mainland travel permit for Hong Kong and Macao residents',
    holdsBirthAndSex: false,
    shape: { zh: 'H 或 M 加 8 位或 10 位数字', en: 'H or M and 8 or 10 digits' },
  },
  {
    kind: 'taiwan_travel_permit',
    code: 8,
    zh: '台湾居民来往大陆通行证',
    en: 'mainland travel permit for Taiwan residents',
    holdsBirthAndSex: false,
    shape: { zh: '8 位或 10 位数字', en: '8 or 10 digits' },
  },
  {
    kind: 'other',
    code: 9,
    zh: '其他有效证件',
    en: 'other valid document',
    holdsBirthAndSex: false,
    shape: { zh: '4 至 30 位汉字、字母和数字', en: '4 to 30 Chinese characters, letters and digits' },
  },
]

const rowOf = new Map(identityKinds.map((row) => [row.kind, row]))
const kindOf = new Map(identityKinds.map((row) => [row.code, row.kind]))

/** What is known of a kind. */
export function identityKind(kind: IdentityKind): IdentityKindRow {
  const row = rowOf.get(kind)
  if (row === undefined) throw new RangeError(`no such kind of identity document: ${kind}`)
  return row
}

/** The kind behind a number of the union's forms, or `undefined`. */
export function identityKindOfCode(code: number): IdentityKind | undefined {
  return kindOf.get(code)
}

/** Says whether numbers of this kind hold birth date and sex. */
export function holdsBirthAndSex(kind: IdentityKind): boolean {
  return identityKind(kind).holdsBirthAndSex
}
