import type { MemberView } from '@gongqiao/modules/membership/contract.ts'
import { formatCardNumber } from '@gongqiao/ui/format.ts'
import { PrintSheet } from '../kit/print-sheet.tsx'
import { useActing } from '../session/acting.tsx'
import { SignHere } from './sign-here.tsx'
import { useMembershipSay } from './texts/index.ts'

/** The sheet to sign for a changed phone: who, which number, and a line for the name. */
export function PhonePaper({ view, phone }: { view: MemberView; phone: string }) {
  const say = useMembershipSay()
  const { self, post } = useActing()
  return (
    <PrintSheet>
      <h1>{say('paper.phone')}</h1>
      <dl>
        <dt>{say('window.name')}</dt>
        <dd>{view.name}</dd>
        <dt>{say('member.card')}</dt>
        <dd>{formatCardNumber(view.cardNumber)}</dd>
        <dt>{say('fact.unit')}</dt>
        <dd>{view.unit.name}</dd>
        <dt>{say('phone.new')}</dt>
        <dd>{phone.trim() === '' ? say('paper.blank') : phone}</dd>
        <dt>{say('paper.typed')}</dt>
        <dd>
          {post.unit.name} {post.title} {self.name}
        </dd>
      </dl>
      <p>{say('paper.phone.agree')}</p>
      <SignHere />
    </PrintSheet>
  )
}
