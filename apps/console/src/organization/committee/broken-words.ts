import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import type { Committee } from '@gongqiao/modules/organization/contract.ts'
import { lifeEn } from '@gongqiao/modules/organization/texts/life-en.ts'
import { lifeZh } from '@gongqiao/modules/organization/texts/life-zh.ts'

type Note = Committee['broken'][number]

/** What a rule says against somebody, in the module's own words. */
export function brokenWords(language: Language, { code, rule, name, seat }: Note): string {
  const texts: { readonly [key: string]: string } = language === 'zh' ? lifeZh : lifeEn
  const seatName = seat === null ? '' : (texts[`organization.seat.${seat}`] ?? seat)
  return (texts[code] ?? code)
    .replace('{name}', name ?? '')
    .replace('{seat}', seatName)
    .replace('{rule}', rule)
}
