import { noticeVersion } from '@gongqiao/modules/membership/texts/notice.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useLanguage } from '../kit/language.tsx'
import { PrintSheet } from '../kit/print-sheet.tsx'
import { useActing } from '../session/acting.tsx'
import { useUnit } from '../shell/unit-context.tsx'
import type { NoticeWords } from './consent-fields.tsx'
import { SignHere } from './sign-here.tsx'
import { useMembershipSay } from './texts/index.ts'
import { asksBirthAndSex, type WindowDraft } from './window-form.ts'

/** The sheet to sign, drawn only for print: what was typed, the notice, the consents, and a line for the name. */
export function SigningPaper({ notice, draft }: { notice: NoticeWords; draft: WindowDraft }) {
  const say = useMembershipSay()
  const language = useLanguage()
  const { self, post } = useActing()
  const unit = useUnit()
  const orBlank = (text: string | null) => (text === null || text.trim() === '' ? say('paper.blank') : text)
  return (
    <PrintSheet>
      <h1>{say('paper.title')}</h1>
      <dl>
        <dt>{say('paper.unit')}</dt>
        <dd>{unit.name}</dd>
        <dt>{say('window.name')}</dt>
        <dd>{orBlank(draft.name)}</dd>
        <dt>{say('window.kind')}</dt>
        <dd>{nameOf(language, 'identity', draft.kind)}</dd>
        <dt>{say('window.number')}</dt>
        <dd>{orBlank(draft.number)}</dd>
        {asksBirthAndSex(draft.kind) ? (
          <>
            <dt>{say('window.birth')}</dt>
            <dd>{orBlank(draft.birthDate)}</dd>
            <dt>{say('window.sex')}</dt>
            <dd>{draft.sex === null ? say('paper.blank') : nameOf(language, 'sex', draft.sex)}</dd>
          </>
        ) : null}
        <dt>{say('window.phone')}</dt>
        <dd>{orBlank(draft.phone)}</dd>
        <dt>{say('paper.typed')}</dt>
        <dd>
          {post.unit.name} {post.title} {self.name}
        </dd>
      </dl>
      <h2>
        {notice.title} ({noticeVersion})
      </h2>
      {notice.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p>☐ {say('paper.agree')}</p>
      <p>☐ {notice.sensitive}</p>
      <SignHere />
    </PrintSheet>
  )
}
