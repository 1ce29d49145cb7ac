import type { AccessToken } from '@gongqiao/modules/organization/contract.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Modal } from 'antd'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { revokeToken, tokensQuery } from './queries.ts'
import { useTokensSay } from './texts/index.ts'

/** Revokes a token, after saying what follows. */
export function RevokeTokenDialog({ token, close }: { token: AccessToken; close: () => void }) {
  const say = useTokensSay()
  const kit = useKitSay()
  const { api } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const key = useFormKey()
  const revoke = useMutation({
    mutationFn: () => revokeToken(api, token.id, key.now()),
    onSuccess: async () => {
      message.success(say('revoke.done', { name: token.name }))
      close()
      await client.invalidateQueries({ queryKey: tokensQuery(api).queryKey })
    },
    onError: key.refused,
  })
  return (
    <Modal
      open
      title={say('revoke.title', { name: token.name })}
      okText={say('revoke.go')}
      cancelText={kit('cancel')}
      onOk={() => revoke.mutate()}
      onCancel={close}
      confirmLoading={revoke.isPending}
    >
      <p>{say('revoke.follow')}</p>
      {revoke.isError ? <FailureNotice failure={revoke.error} quiet /> : null}
    </Modal>
  )
}
