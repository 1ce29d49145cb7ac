import type { JoinOutcome, Submission } from '@gongqiao/modules/membership/contract.ts'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { post, Refused } from '../api/client.ts'
import { cardQuery, queryClient, selfQuery } from '../api/queries.ts'
import { forgetSent } from '../phone-code/sent-code.ts'
import { type Draft, isCitizenStyle } from './draft.ts'
import { forgetDraft } from './kept-draft.ts'
import { keepOutcome } from './kept-outcome.ts'
import { forgetSubmissionKey, submissionKey } from './submission-key.ts'

/** An application of the same person that is still open somewhere (MEM-13). */
export type OpenApplication = { readonly cell: number; readonly matter: string; readonly unitName: string }

type Filled = {
  draft: Draft
  phoneCode: string
  replaces: OpenApplication | undefined
  /** The phone has come to me from somebody else 号码易主. */
  phoneIsMine?: boolean
}

/** Sends the form. Repeats of the same form are one submission; the answer opens the outcome and ends the draft. */
export function useSubmission({ code, notice }: { code: string; notice: string }) {
  const navigate = useNavigate()
  const sending = useMutation({
    mutationFn: (filled: Filled) => {
      const body = submissionOf(code, notice, filled)
      return post<JoinOutcome>('/api/joining/applications', body, submissionKey('join', body))
    },
    onSuccess: async (outcome) => {
      if (outcome.outcome === 'listed') {
        // A roster names them: they are asked about it first, and what was typed stays for going on.
        forgetSubmissionKey('join')
        forgetSent('join')
        queryClient.removeQueries({ queryKey: ['me'] })
        await navigate({ to: '/claims', search: { join: code }, replace: true })
        return
      }
      forgetDraft('join')
      forgetSubmissionKey('join')
      forgetSent('join')
      queryClient.removeQueries({ queryKey: ['me'] })
      if (outcome.card !== null) queryClient.setQueryData(cardQuery.queryKey, outcome.card)
      keepOutcome(outcome)
      void queryClient.prefetchQuery(selfQuery) // this phone knows its owner from now on
      await navigate({ to: '/joined', replace: true })
    },
  })
  return { ...sending, openApplication }
}

/** The body of a submission; birth date and sex only where the document does not hold them. */
export function submissionOf(
  code: string,
  notice: string,
  { draft, phoneCode, replaces, phoneIsMine }: Filled,
): Submission {
  return {
    code,
    name: draft.name,
    identityKind: draft.kind,
    identityNumber: draft.number,
    phone: draft.phone,
    phoneCode,
    consents: { notice: draft.agreedNotice ? notice : '', sensitive: draft.agreedSensitive },
    ...(isCitizenStyle(draft.kind) || draft.birthDate === '' ? {} : { birthDate: draft.birthDate }),
    ...(isCitizenStyle(draft.kind) || draft.sex === '' ? {} : { sex: draft.sex }),
    ...(draft.confidential ? { confidential: true } : {}),
    ...(draft.occupation === '' ? {} : { occupation: draft.occupation }),
    ...(phoneIsMine === true ? { phoneIsMine } : {}),
    ...(replaces === undefined ? {} : { replaces: { cell: replaces.cell, matter: replaces.matter } }),
  }
}

/** What the server says of an open application, when that is why it refused. */
function openApplication(fault: unknown): OpenApplication | undefined {
  if (!(fault instanceof Refused) || fault.problem.code !== 'membership.application_open') return undefined
  const { cell, matter, unitName } = fault.problem.about ?? {}
  return typeof cell === 'number' && typeof matter === 'string' && typeof unitName === 'string'
    ? { cell, matter, unitName }
    : undefined
}
