import type { Actor, ActorKind } from '@gongqiao/kernel/command/actor.ts'
import { languageOf } from '@gongqiao/kernel/http/problem.ts'
import type { AskedRequest, Authenticate } from '@gongqiao/kernel/http/route.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { type OfficerSignIn, officerCookie, type SignedIn, ticketCookie } from '@gongqiao/kernel/signin/officers.ts'
import { findActingPost, findBearer } from '@gongqiao/modules/organization/index.ts'
import { memberCookie, whoseSession } from '@gongqiao/modules/people/index.ts'

/** Finds out who asks: an officer acting as a post, an officer, a member, or anyone. A browser may be several of these; the act says which counts. */
export function makeAuthenticate(officers: OfficerSignIn): Authenticate {
  return async (request, by, services) => {
    const accept = request.headers['accept-language']
    const from = { language: languageOf(Array.isArray(accept) ? accept[0] : accept) }
    const wants = (kind: ActorKind) => by.includes(kind)
    const { authorization } = request.headers
    // Another scheme is a matter of whoever stands before this server.
    if (typeof authorization === 'string' && /^Bearer\b/i.test(authorization)) return asProgram(authorization)
    const officerToken = request.cookies[officerCookie]
    if ((wants('post') || wants('officer')) && officerToken !== undefined) {
      const officer = await officers.whose(officerToken)
      const found = officer && (await asOfficer(request, officer, wants('post')))
      if (found) return found
    }
    const memberToken = request.cookies[memberCookie]
    if (wants('person') && memberToken !== undefined) {
      const person = await whoseSession(services, memberToken)
      if (person) return { ...from, kind: 'person', keyOwner: person.account, ...person }
    }
    if (wants('anyone')) {
      const ticket = request.cookies[ticketCookie]
      return {
        ...from,
        kind: 'anyone',
        keyOwner: 'anyone',
        address: request.address,
        ...(ticket !== undefined && { ticket }),
      }
    }
    throw new Refusal('kernel.sign_in_first')

    /** A program is its post and nothing else: neither the officer themselves nor whoever else the browser is. */
    async function asProgram(header: string): Promise<Actor> {
      const found = await findBearer(services, header.slice('Bearer'.length).trim())
      if (!found) throw new Refusal('kernel.token_refused')
      if (wants('post')) return { ...from, kind: 'post', ...found }
      if (wants('anyone')) return { ...from, kind: 'anyone', keyOwner: 'anyone', address: request.address }
      throw new Refusal('kernel.forbidden')
    }

    async function asOfficer(
      asked: AskedRequest,
      { session, steppedUpAt, ...officer }: SignedIn,
      asPost: boolean,
    ): Promise<Actor | undefined> {
      const same = { ...from, keyOwner: officer.account, ...officer }
      if (!asPost) return { ...same, kind: 'officer', session }
      const post = asked.post === undefined ? undefined : await findActingPost(services, officer.account, asked.post)
      if (post) return { ...same, kind: 'post', post, steppedUpAt }
      // Signed in, but as no post or as one they no longer hold.
      if (!wants('anyone') && !wants('person')) throw new Refusal('kernel.forbidden')
      return undefined
    }
  }
}
