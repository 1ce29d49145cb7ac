import { isShortCode, plainShortCode } from '@gongqiao/codes'
import { type CommandContext, command, type Outcome } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { Type } from 'typebox'
import { Invitation } from '../contract.ts'
import { invitationOf } from '../invitation.ts'
import { countGuess, findByShortCode, guessesTooMuch, guessLimit, sourceOf } from '../short-codes.ts'

const input = Type.Object(
  { code: Type.String({ maxLength: 40, description: 'as typed: small letters, spaces and hyphens do no harm' }) },
  { additionalProperties: false },
)
type Context = CommandContext<{ code: string }, 'anyone'>

/**
 * Opens a short code 短码: what its joining code says, and nothing else. It ends when its joining code does; whoever sends
 * one wrong code after another has to wait.
 *
 * Refuses `membership.short_code_unknown`, `kernel.too_many_requests`, the five `membership.code_…`, `membership.unit_closing`.
 */
export const openShortCode = command({
  act: 'membership.open_short_code',
  by: ['anyone'],
  input,
  output: Invitation,
  async run({ tx, input, actor, now, today, allow, services }: Context): Promise<Outcome<Invitation>> {
    allow.everybody('a short code hangs on the wall, and holds no personal data')
    const plain = plainShortCode(input.code)
    // A slip of the finger finds nothing and costs nothing: only what could be somebody's code counts as a guess.
    if (!isShortCode(plain)) throw new Refusal('membership.short_code_unknown')
    const source = sourceOf(services, actor.kind === 'anyone' ? actor.address : actor.keyOwner)
    if (await guessesTooMuch(tx, source, now)) {
      throw new Refusal('kernel.too_many_requests', { variables: { minutes: guessLimit.minutes } })
    }
    const found = await findByShortCode(tx, plain)
    if (!found) {
      await countGuess(tx, source, now)
      return { cell: 0, refusal: new Refusal('membership.short_code_unknown') }
    }
    return { cell: 0, answer: await invitationOf(tx, services, found.token, now, today, actor.language) }
  },
})
