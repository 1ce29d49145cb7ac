import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { kindOf } from '../kit/failure.ts'
import { useFormKey } from '../kit/form-key.ts'
import { useActing } from '../session/acting.tsx'
import type { MatterKey } from './keys.ts'
import { type Acted, actOn, type MatterAct, matterQuery } from './queries.ts'
import { rememberWent } from './went.tsx'

/** Does acts with one matter: what stands then is shown at once, and the queue is looked at again. */
export function useAct(matter: MatterKey, done: (act: MatterAct) => string, after: () => void) {
  const { api } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const key = useFormKey()
  const { queryKey } = matterQuery(api, matter)
  const again = () => client.invalidateQueries({ queryKey: [api.post, api.language, 'queue'] })
  const mutation = useMutation({
    mutationFn: (act: MatterAct) => actOn(api, matter, act, key.now()),
    onSuccess: async ({ view, went }: Acted, act) => {
      key.done()
      if (went) rememberWent(client, api, matter, went)
      if (view) client.setQueryData(queryKey, view)
      else await client.invalidateQueries({ queryKey })
      message.success(done(act))
      after()
      await again()
    },
    onError: async (failure) => {
      key.refused()
      // It is no longer here, or was taken further by somebody else: what stands now is fetched.
      if (kindOf(failure) !== 'absent') return
      await client.invalidateQueries({ queryKey })
      await again()
    },
  })
  return { ...mutation, edited: key.edited }
}
