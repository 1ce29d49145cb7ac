import type { OfficerInvitation } from '@gongqiao/modules/organization/contract.ts'
import { App, Button, Input, Modal } from 'antd'
import { useInvitationsSay } from './invitation-texts.ts'

/** The link of an invitation that has just been made: where it went, and the one chance to take it along. */
export function MadeLink({ made, close }: { made: OfficerInvitation; close: () => void }) {
  const say = useInvitationsSay()
  const { message } = App.useApp()
  const link = made.link ?? ''
  return (
    <Modal
      open
      title={say('made.title')}
      onCancel={close}
      footer={
        <Button type="primary" onClick={close}>
          {say('made.close')}
        </Button>
      }
    >
      {made.phone === null ? null : <p>{say('made.sent', { phone: made.phone })}</p>}
      {made.phone === null ? <p>{say('made.hand', { name: made.name })}</p> : null}
      <div className="made-link">
        <Input value={link} readOnly aria-label={say('link')} onFocus={(event) => event.target.select()} />
        <Button
          onClick={() => {
            void navigator.clipboard.writeText(link).then(() => message.success(say('made.copied')))
          }}
        >
          {say('made.copy')}
        </Button>
      </div>
      <p className="soft">{say('made.once')}</p>
    </Modal>
  )
}
