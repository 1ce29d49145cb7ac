import { PrinterOutlined } from '@ant-design/icons'
import type { Invitation } from '@gongqiao/modules/membership/contract.ts'
import { Button, Checkbox } from 'antd'
import { Field } from '../kit/field.tsx'
import { useMembershipSay } from './texts/index.ts'
import type { WindowDraft } from './window-form.ts'

/** The notice and the two consents, to be read out or printed for signing. @see PI-03, PI-09 */
export function ConsentFields({
  invitation,
  draft,
  edit,
  fault,
}: {
  invitation: Invitation
  draft: WindowDraft
  edit: (change: Partial<WindowDraft>) => void
  fault: string | undefined
}) {
  const say = useMembershipSay()
  const { notice, sensitiveConsent } = invitation
  return (
    <>
      <h2>{say('window.consents')}</h2>
      <p className="soft">{say('window.consents.words')}</p>
      <section className="notice" aria-label={notice.title}>
        <h3>{notice.title}</h3>
        {notice.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </section>
      <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
        {say('window.print')}
      </Button>
      <Field id="consents" label={say('window.consents.person')} fault={fault} group>
        <div className="consents">
          <Checkbox
            checked={draft.notice}
            onChange={(event) => edit({ notice: event.target.checked })}
            aria-invalid={fault !== undefined && !draft.notice}
          >
            {say('window.consents.notice', { title: notice.title, version: notice.version })}
          </Checkbox>
          <Checkbox
            checked={draft.sensitive}
            onChange={(event) => edit({ sensitive: event.target.checked })}
            aria-invalid={fault !== undefined && !draft.sensitive}
          >
            {say('window.consents.sensitive', { text: sensitiveConsent })}
          </Checkbox>
        </div>
      </Field>
    </>
  )
}
