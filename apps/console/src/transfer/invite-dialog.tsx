import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Modal } from 'antd'
import { useState } from 'react'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useActing } from '../session/acting.tsx'
import { inviteMember } from './queries.ts'
import { useTransferSay } from './texts/index.ts'
import { saysWho, WhoFields } from './who-fields.tsx'

/** Asks somebody by name and number to move here. What the network knows of them is not said. */
export function InviteDialog({ unit, close }: { unit: string; close: () => void }) {
  const say = useTransferSay()
  const { api } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const key = useFormKey()
  const [who, setWho] = useState({ name: '', identityNumber: '' })
  const [tried, setTried] = useState(false)
  const invite = useMutation({
    mutationFn: () => inviteMember(api, { unit, ...who }, key.now()),
    onSuccess: async () => {
      message.success(say('inviteDone'))
      close()
      await client.invalidateQueries({ queryKey: [api.post, api.language, 'transfer-invitations'] })
    },
    onError: key.refused,
  })
  return (
    <Modal
      open
      title={say('invite')}
      okText={say('inviteSend')}
      cancelText={say('cancel')}
      onOk={() => {
        setTried(true)
        if (saysWho(who)) invite.mutate()
      }}
      onCancel={close}
      confirmLoading={invite.isPending}
    >
      <p className="soft">{say('inviteWhy')}</p>
      <WhoFields
        who={who}
        failure={invite.error}
        tried={tried}
        onChange={(next) => {
          key.edited()
          setWho(next)
        }}
      />
      {invite.isError && faultsOf(invite.error).size === 0 ? <FailureNotice failure={invite.error} quiet /> : null}
    </Modal>
  )
}
