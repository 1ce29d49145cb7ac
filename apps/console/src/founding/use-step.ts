import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useFormKey } from '../kit/form-key.ts'
import { useActing } from '../session/acting.tsx'
import { useFoundingSay } from './texts/index.ts'

/** Sends one act about a founding or an application; what is shown of it is read anew afterwards. */
export function useStep<T>(path: string, done?: (answer: T) => void) {
  const say = useFoundingSay()
  const { api } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const key = useFormKey()
  const send = useMutation({
    mutationFn: (body: unknown) => api.send<T>(path, body, key.now()),
    onSuccess: async (answer) => {
      key.done()
      message.success(say('kept'))
      done?.(answer)
      await client.invalidateQueries({ queryKey: [api.post, api.language] })
    },
    onError: key.refused,
  })
  return { send, edited: key.edited }
}
