import type { JoiningCode } from '@gongqiao/modules/membership/contract.ts'
import { formatNumber } from '@gongqiao/ui/format.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Modal } from 'antd'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { joiningCodesQuery, revokeJoiningCode } from './queries.ts'
import { useMembershipSay } from './texts/index.ts'

/** Revokes a joining code, after saying what follows. */
export function RevokeDialog({ code, close }: { code: JoiningCode; close: () => void }) {
  const say = useMembershipSay()
  const kit = useKitSay()
  const { api } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const key = useFormKey()
  const revoke = useMutation({
    mutationFn: () => revokeJoiningCode(api, code, key.now()),
    onSuccess: async () => {
      message.success(say('revoke.done', { label: code.label }))
      close()
      await client.invalidateQueries({ queryKey: joiningCodesQuery(api, code.unit.id).queryKey })
    },
    onError: key.refused,
  })
  return (
    <Modal
      open
      title={say('revoke.title', { label: code.label })}
      okText={say('revoke.go')}
      cancelText={kit('cancel')}
      onOk={() => revoke.mutate()}
      onCancel={close}
      confirmLoading={revoke.isPending}
    >
      <div className="follows">
        <p>{say('follows')}</p>
        <ul>
          <li>{say('revoke.follow.printed')}</li>
          <li>{say('revoke.follow.kept', { count: formatNumber(code.used) })}</li>
          <li>{say('revoke.follow.final')}</li>
        </ul>
      </div>
      {revoke.isError ? <FailureNotice failure={revoke.error} quiet /> : null}
    </Modal>
  )
}
