import { PrinterOutlined } from '@ant-design/icons'
import { noticeVersion } from '@gongqiao/modules/membership/texts/notice.ts'
import { Button, Checkbox } from 'antd'
import { Field } from '../kit/field.tsx'
import { useMembershipSay } from './texts/index.ts'
import type { WindowDraft } from './window-form.ts'

/** The words of the notice and of the separate consent, in the reader's language. */
export type NoticeWords = { readonly title: string; readonly paragraphs: readonly string[]; readonly sensitive: string }

/** The notice and the two consents, to be read out or printed for signing. @see PI-03, PI-09 */
export function ConsentFields({
  notice,
  draft,
  edit,
  fault,
}: {
  notice: NoticeWords
  draft: WindowDraft
  edit: (change: Partial<WindowDraft>) => void
  fault: string | undefined
}) {
  const say = useMembershipSay()
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
            {say('window.consents.notice', { title: notice.title, version: noticeVersion })}
          </Checkbox>
          <Checkbox
            checked={draft.sensitive}
            onChange={(event) => edit({ sensitive: event.target.checked })}
            aria-invalid={fault !== undefined && !draft.sensitive}
          >
            {say('window.consents.sensitive', { text: notice.sensitive })}
          </Checkbox>
        </div>
      </Field>
    </>
  )
}
