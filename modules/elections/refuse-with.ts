import { Refusal } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import { wordsOfFinding } from './election-view.ts'
import type { Finding } from './finding.ts'

/** Refuses with every finding as a fault of its own, each with its words and its rule; does nothing where there are none. */
export function refuseWith(code: string, services: Services, language: Language, findings: readonly Finding[]): void {
  if (findings.length === 0) return
  throw new Refusal(code, {
    faults: findings.map((finding, index) => ({
      field: `/findings/${index}`,
      code: 'elections.against_rule',
      variables: { rule: finding.rule, words: wordsOfFinding(services, language, finding) },
    })),
    about: {
      findings: findings.map(({ rule, code: what, body, candidate }) => ({ rule, code: what, body, candidate })),
    },
  })
}
