import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../../kit/failure-notice.tsx'
import { Field } from '../../kit/field.tsx'
import { useFormKey } from '../../kit/form-key.ts'
import { useKitSay } from '../../kit/texts/index.ts'
import { useActing } from '../../session/acting.tsx'
import { ToldFaults } from '../committee/told-faults.tsx'
import { enterEmployers } from './queries.ts'
import { readLines } from './read-lines.ts'
import { useCoverageSay } from './texts.ts'

/** Employers pasted from a sheet, a line each. */
export function EnterDialog({ unit, covers, close }: { unit: string; covers: boolean; close: () => void }) {
  const say = useCoverageSay()
  const kit = useKitSay()
  const { api } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const key = useFormKey()
  const [text, setText] = useState('')
  const [covered, setCovered] = useState(covers)
  const employers = readLines(text)
  const send = useMutation({
    mutationFn: () => enterEmployers(api, unit, { covered, employers }, key.now()),
    onSuccess: async (done) => {
      message.success(say('saved', done))
      close()
      await client.invalidateQueries()
    },
    onError: key.refused,
  })
  return (
    <Modal
      open
      width={640}
      title={say('enter')}
      okText={say('save')}
      cancelText={kit('cancel')}
      okButtonProps={{ disabled: employers.length === 0 }}
      confirmLoading={send.isPending}
      onOk={() => send.mutate()}
      onCancel={close}
    >
      <Field id="employer-lines" label={say('lines')}>
        <Input.TextArea
          id="employer-lines"
          value={text}
          placeholder={say('lines.hint')}
          autoSize={{ minRows: 6, maxRows: 16 }}
          onChange={(event) => {
            key.edited()
            setText(event.target.value)
          }}
        />
      </Field>
      <Checkbox checked={covered} onChange={(event) => setCovered(event.target.checked)}>
        {say('is.covered')}
      </Checkbox>
      {send.isError ? <FailureNotice failure={send.error} quiet /> : null}
      <ToldFaults failure={send.error} />
    </Modal>
  )
}
