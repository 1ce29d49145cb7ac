import { query } from '@gongqiao/kernel/command/query.ts'
import { Nothing } from '@gongqiao/kernel/shapes.ts'
import { ClaimTerms } from '../contract.ts'
import { notice, noticeVersion } from '../texts/notice.ts'

/** What happens with the data of whoever claims a record: the notice and the separate consent (PI-03, PI-09). */
export const findClaimTerms = query({
  act: 'membership.find_claim_terms',
  by: ['anyone'],
  input: Nothing,
  output: ClaimTerms,
  async run({ allow, actor }) {
    allow.everybody('the notice is for everybody to read before they type anything')
    const { title, paragraphs, sensitive } = notice[actor.language]
    return { notice: { version: noticeVersion, title, paragraphs: [...paragraphs] }, sensitiveConsent: sensitive }
  },
})
