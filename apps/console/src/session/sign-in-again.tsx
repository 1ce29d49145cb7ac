import type { OfficerSelf } from '@gongqiao/modules/organization/contract.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Modal } from 'antd'
import { useActing } from './acting.tsx'
import { officerSelfQuery } from './queries.ts'
import { useIsSessionOver, useSessionOver } from './session-over-context.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { useSessionSay } from './texts/index.ts'

/**
 * Sign-in over the open page when the session ends: nothing typed is lost, and the officer goes on where they were.
 *
 * Somebody else signing in gets their own queue and nothing of what the first one had on the screen.
 */
export function SignInAgain() {
  const say = useSessionSay()
  const isOver = useIsSessionOver()
  const over = useSessionOver()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { self: before, api } = useActing()

  async function goOn(self: OfficerSelf) {
    over.tell(false)
    if (self.account === before.account) {
      client.setQueryData(officerSelfQuery(api).queryKey, self)
      await client.invalidateQueries()
      return
    }
    client.clear()
    client.setQueryData(officerSelfQuery(api).queryKey, self)
    message.info(say('again.other'))
    await navigate({ to: '/', search: {} })
  }

  return (
    <Modal
      open={isOver}
      title={say('again.title')}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      destroyOnHidden
      width={420}
    >
      <p>{say('again.words')}</p>
      <SignInForm onSignedIn={(self) => void goOn(self)} />
    </Modal>
  )
}
