import { useMembershipSay } from './texts/index.ts'

/** Lines for name and date at the foot of a sheet. */
export function SignHere() {
  const say = useMembershipSay()
  return (
    <p className="sheet-sign">
      {say('paper.sign')}
      <span /> {say('paper.day')}
      <span />
    </p>
  )
}
