import type { PhoneCodeSent } from '@gongqiao/modules/people/contract.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { networkNow } from '../api/clock.ts'
import { noteSent, recallSent, type SentCode } from './sent-code.ts'

/** Asking for a code, for one purpose and one phone. */
export type PhoneCodeAsking = {
  readonly sent: SentCode | undefined
  readonly sending: boolean
  readonly fault: unknown
  /** Resolves when the message is on its way; rejects with what `post` throws. */
  readonly send: () => Promise<SentCode>
}

/** Asks the server to send a code and remembers for the session that it did. */
export function usePhoneCode(purpose: string, phone: string, ask: () => Promise<PhoneCodeSent>): PhoneCodeAsking {
  const [noted, setNoted] = useState<SentCode>()
  const asking = useMutation({ mutationFn: ask })
  const sent = noted?.phone === phone ? noted : recallSent(purpose, phone)
  return {
    sent,
    sending: asking.isPending,
    fault: asking.error,
    send: async () => {
      const next = noteSent(purpose, phone, await asking.mutateAsync(), networkNow())
      setNoted(next)
      return next
    },
  }
}
