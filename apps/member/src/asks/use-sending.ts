import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { Received } from '@gongqiao/modules/rights/contract.ts'
import { useRef, useState } from 'react'
import { post } from '../api/client.ts'
import { sendOrKeep } from '../outbox/outbox.ts'
import type { As } from './ways.ts'

/**
 * Sends an ask: in one's own name now or, without a network, later; by a phone or by no name only now, and without the
 * cookie that says whose phone it is. The same words sent again are the same ask.
 */
export function useSending(as: As, onDone: (received: Received) => void, onKept: () => void) {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<unknown>(null)
  const last = useRef({ text: '', key: '' })

  async function send(body: object) {
    const text = JSON.stringify(body)
    if (last.current.text !== text) last.current = { text, key: newId() }
    const { key } = last.current
    setBusy(true)
    setFault(null)
    try {
      if (as !== 'person') {
        const path = as === 'phone' ? '/api/asks/guest' : '/api/asks/anonymous'
        onDone(await post<Received>(path, body, key, 'nobody'))
        return
      }
      const sent = await sendOrKeep<Received>({
        kind: 'asking',
        path: '/api/me/asks',
        cell: 0,
        subject: key,
        unitName: '',
        body,
        key,
      })
      if (sent.kept) onKept()
      else onDone(sent.answer)
    } catch (refused) {
      setFault(refused)
    } finally {
      setBusy(false)
    }
  }
  return { busy, fault, send }
}
