import type { ClockChange } from '@gongqiao/kernel/clock/contract.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Modal } from 'antd'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { undoChange, undoPreviewQuery } from './queries.ts'
import { useClockSay } from './texts/index.ts'

/** Undoes a change, after showing which due days move back. */
export function UndoDialog({ change, what, close }: { change: ClockChange; what: string; close: () => void }) {
  const say = useClockSay()
  const kit = useKitSay()
  const { api } = useActing()
  const { message } = App.useApp()
  const client = useQueryClient()
  const key = useFormKey()
  const preview = useQuery(undoPreviewQuery(api, change.id))
  const undo = useMutation({
    mutationFn: () => undoChange(api, change.id, key.now()),
    onSuccess: async () => {
      message.success(say('undo.done'))
      close()
      await client.invalidateQueries({ queryKey: [api.language, api.post, 'clock'] })
    },
    onError: key.refused,
  })
  return (
    <Modal
      open
      width={720}
      title={say('undo.title', { what })}
      okText={say('undo.go')}
      cancelText={kit('cancel')}
      onOk={() => undo.mutate()}
      onCancel={close}
      confirmLoading={undo.isPending}
    >
      <p>{say('undo.words')}</p>
      <PreviewPanel preview={preview.data} pending={preview.isPending} failure={preview.error} />
      {undo.isError ? <FailureNotice failure={undo.error} quiet /> : null}
    </Modal>
  )
}
