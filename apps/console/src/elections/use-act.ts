import type { ElectionView } from '@gongqiao/modules/elections/contract.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useFormKey } from '../kit/form-key.ts'
import { useActing } from '../session/acting.tsx'
import { electionQuery, pathOf } from './queries.ts'
import { useElectionsSay } from './texts/index.ts'

/** Takes an act of one election: what it answers is what the page shows then. */
export function useElectionAct(view: Pick<ElectionView, 'cell' | 'matter'>, path: string, onDone?: () => void) {
  const say = useElectionsSay()
  const { api } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const key = useFormKey()
  const act = useMutation({
    mutationFn: (body: object) => api.send<ElectionView>(`${pathOf(view)}/${path}`, body, key.now()),
    onSuccess: async (after) => {
      key.done()
      client.setQueryData(electionQuery(api, view).queryKey, after)
      message.success({ content: say('done'), key: 'election' })
      onDone?.()
      await client.invalidateQueries({ queryKey: [api.post, api.language, 'elections'] })
      await client.invalidateQueries({ queryKey: [api.post, api.language, 'queue'] })
    },
    onError: key.refused,
  })
  return { ...act, edited: key.edited }
}
