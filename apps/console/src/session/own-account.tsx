import type { InvitationAccepted } from '@gongqiao/modules/organization/contract.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { usePlainApi } from './acting.tsx'
import { takeInvitedPost } from './invitation-queries.ts'
import { useInvitationSay } from './invitation-texts.ts'
import { officerSelfQuery } from './queries.ts'
import { signingIn } from './query-client.ts'

/** Whoever is signed in already may take the post with the account they have. */
export function OwnAccount({ token, onDone }: { token: string; onDone: (accepted: InvitationAccepted) => void }) {
  const say = useInvitationSay()
  const api = usePlainApi()
  const client = useQueryClient()
  const key = useFormKey()
  const self = useQuery({ ...officerSelfQuery(api), meta: signingIn, retry: false, refetchInterval: false })
  const take = useMutation({
    mutationFn: () => takeInvitedPost(api, token, key.now()),
    onSuccess: async (accepted) => {
      await client.invalidateQueries({ queryKey: officerSelfQuery(api).queryKey })
      onDone(accepted)
    },
    onError: key.done,
  })
  if (!self.data) return null
  return (
    <div className="invitation-own">
      <p>{say('own.words', { name: self.data.name })}</p>
      <Button onClick={() => take.mutate()} loading={take.isPending}>
        {say('own.go')}
      </Button>
      {take.isError ? <FailureNotice failure={take.error} quiet /> : null}
    </div>
  )
}
