import { clockRefusals } from '@gongqiao/kernel/clock/refusals.ts'
import { en as clockEn } from '@gongqiao/kernel/clock/texts/en.ts'
import { zh as clockZh } from '@gongqiao/kernel/clock/texts/zh.ts'
import type { Words } from '@gongqiao/kernel/http/problem.ts'
import { importRefusals } from '@gongqiao/kernel/imports/refusals.ts'
import { en as importsEn } from '@gongqiao/kernel/imports/texts/en.ts'
import { zh as importsZh } from '@gongqiao/kernel/imports/texts/zh.ts'
import { kernelRefusals } from '@gongqiao/kernel/refusal.ts'
import { fill, type Language } from '@gongqiao/kernel/shared/texts.ts'
import { en as kernelEn } from '@gongqiao/kernel/texts/en.ts'
import { zh as kernelZh } from '@gongqiao/kernel/texts/zh.ts'
import { electionRefusals } from '@gongqiao/modules/elections/index.ts'
import { en as electionsEn } from '@gongqiao/modules/elections/texts/en.ts'
import { zh as electionsZh } from '@gongqiao/modules/elections/texts/zh.ts'
import { exportWords as insightExports } from '@gongqiao/modules/insight/texts/exports.ts'
import { membershipRefusals } from '@gongqiao/modules/membership/index.ts'
import { en as membershipEn } from '@gongqiao/modules/membership/texts/en.ts'
import { exportWords as membershipExports } from '@gongqiao/modules/membership/texts/exports.ts'
import { importEn } from '@gongqiao/modules/membership/texts/import-en.ts'
import { importZh } from '@gongqiao/modules/membership/texts/import-zh.ts'
import { zh as membershipZh } from '@gongqiao/modules/membership/texts/zh.ts'
import { organizationRefusals } from '@gongqiao/modules/organization/index.ts'
import { en as organizationEn } from '@gongqiao/modules/organization/texts/en.ts'
import { exportWords as organizationExports } from '@gongqiao/modules/organization/texts/exports.ts'
import { zh as organizationZh } from '@gongqiao/modules/organization/texts/zh.ts'
import { peopleRefusals } from '@gongqiao/modules/people/index.ts'
import { validatorWords } from '@gongqiao/modules/people/texts/codes.ts'
import { en as peopleEn } from '@gongqiao/modules/people/texts/en.ts'
import { zh as peopleZh } from '@gongqiao/modules/people/texts/zh.ts'
import { rightsRefusals } from '@gongqiao/modules/rights/index.ts'
import { en as rightsEn } from '@gongqiao/modules/rights/texts/en.ts'
import { exportWords as rightsExports } from '@gongqiao/modules/rights/texts/exports.ts'
import { zh as rightsZh } from '@gongqiao/modules/rights/texts/zh.ts'
import { matterParts } from './matter-parts.ts'

/** The words of matters by `kind.<name>.<key>`. */
function kindWords(language: Language): { readonly [key: string]: string } {
  return Object.fromEntries(
    matterParts.kinds.flatMap(({ definition, texts }) =>
      Object.entries(texts[language]).map(([key, text]) => [`kind.${definition.name}.${key}`, text]),
    ),
  )
}

/** All refusals and server-side texts of the product in both languages. */
export const words: Words = {
  refusals: {
    ...kernelRefusals,
    ...clockRefusals,
    ...importRefusals,
    ...organizationRefusals,
    ...peopleRefusals,
    ...membershipRefusals,
    ...electionRefusals,
    ...rightsRefusals,
  },
  zh: {
    ...kernelZh,
    ...clockZh,
    ...organizationZh,
    ...peopleZh,
    ...membershipZh,
    ...electionsZh,
    ...rightsZh,
    ...importsZh,
    ...importZh,
    ...validatorWords('zh'),
    ...organizationExports.zh,
    ...membershipExports.zh,
    ...rightsExports.zh,
    ...insightExports.zh,
    ...kindWords('zh'),
  },
  en: {
    ...kernelEn,
    ...clockEn,
    ...organizationEn,
    ...peopleEn,
    ...membershipEn,
    ...electionsEn,
    ...rightsEn,
    ...importsEn,
    ...importEn,
    ...validatorWords('en'),
    ...organizationExports.en,
    ...membershipExports.en,
    ...rightsExports.en,
    ...insightExports.en,
    ...kindWords('en'),
  },
}

/** Says a text in a language. A variable whose value is itself a text's key is said too. */
export function say(
  language: Language,
  key: string,
  variables: { readonly [name: string]: string | number } = {},
): string {
  const texts = words[language]
  const spoken = Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, texts[String(value)] ?? value]),
  )
  return fill(texts[key] ?? key, spoken)
}
