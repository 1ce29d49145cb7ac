import type { OfficerInvitation, PrintedInvitations } from '@gongqiao/modules/organization/contract.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Modal } from 'antd'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { printInvitations, revokeInvitation } from './invitation-queries.ts'
import { useInvitationsSay } from './invitation-texts.ts'

/** Takes an invitation back, after saying what follows. */
export function RevokeInvitation({ invitation, close }: { invitation: OfficerInvitation; close: () => void }) {
  const say = useInvitationsSay()
  const kit = useKitSay()
  const { api } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const key = useFormKey()
  const revoke = useMutation({
    mutationFn: () => revokeInvitation(api, invitation, key.now()),
    onSuccess: async () => {
      message.success(say('revoke.done', { name: invitation.name }))
      close()
      await client.invalidateQueries({ queryKey: [api.post, api.language, 'invitations'] })
    },
    onError: key.refused,
  })
  return (
    <Modal
      open
      title={say('revoke.title', { name: invitation.name })}
      okText={say('revoke.go')}
      cancelText={kit('cancel')}
      onOk={() => revoke.mutate()}
      onCancel={close}
      confirmLoading={revoke.isPending}
    >
      <p>{say('revoke.words')}</p>
      {revoke.isError ? <FailureNotice failure={revoke.error} quiet /> : null}
    </Modal>
  )
}

/** Makes new links for those who have not accepted, after saying that the links before stop working. */
export function PrintInvitations({
  open,
  onPrinted,
  close,
}: {
  open: readonly OfficerInvitation[]
  onPrinted: (printed: PrintedInvitations) => void
  close: () => void
}) {
  const say = useInvitationsSay()
  const kit = useKitSay()
  const { api } = useActing()
  const client = useQueryClient()
  const key = useFormKey()
  const print = useMutation({
    mutationFn: () =>
      printInvitations(
        api,
        open[0]?.cell ?? 0,
        open.map(({ invitation }) => invitation),
        key.now(),
      ),
    onSuccess: async (printed) => {
      onPrinted(printed)
      await client.invalidateQueries({ queryKey: [api.post, api.language, 'invitations'] })
    },
    onError: key.refused,
  })
  return (
    <Modal
      open
      title={say('print.title')}
      okText={say('print.go')}
      cancelText={kit('cancel')}
      onOk={() => print.mutate()}
      onCancel={close}
      confirmLoading={print.isPending}
    >
      <p>{say('print.words', { count: open.length })}</p>
      {print.isError ? <FailureNotice failure={print.error} quiet /> : null}
    </Modal>
  )
}
