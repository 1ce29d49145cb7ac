import type { AskView } from '@gongqiao/modules/rights/contract.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useFormKey } from '../kit/form-key.ts'
import { useActing } from '../session/acting.tsx'
import { type AskAct, actOnAsk, askQuery } from './queries.ts'

/** Does an act with an ask and shows how it stands then, in the panel and in the queue. */
export function useAskAct(view: AskView, onDone: () => void = () => {}) {
  const { api } = useActing()
  const client = useQueryClient()
  const key = useFormKey()
  const again = () => client.invalidateQueries({ queryKey: [api.post, api.language, 'queue'] })
  const act = useMutation({
    mutationFn: (wish: AskAct) => actOnAsk(api, view, wish, key.now()),
    onSuccess: async (after) => {
      key.done()
      client.setQueryData(askQuery(api, view).queryKey, after)
      onDone()
      await again()
    },
    onError: () => key.refused(),
  })
  return { ...act, edited: key.edited }
}
