import { command } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { Type } from 'typebox'
import { myAskView } from '../ask-view.ts'
import { MyAsk, QueryCode } from '../contract.ts'
import { codeDigest, countOne, findByQueryCode, plainQueryCode, refuseTooMany } from '../query-code.ts'

/**
 * Opens an ask by its query code 凭查询码查看. Whoever sends one wrong code after another has to wait.
 *
 * Refuses `rights.query_code_unknown`, `kernel.too_many_requests`.
 *
 * @see rulebook 0.4 ANON
 */
export const openAskByCode = command({
  act: 'rights.open_by_code',
  by: ['anyone'],
  input: Type.Object({ code: QueryCode }, { additionalProperties: false }),
  output: MyAsk,
  beyond: { own: 'the one ask that the query code stands for' },
  async run({ tx, input, actor, now, today, allow, reach, services }) {
    allow.everybody('whoever holds the query code is the asker')
    if (actor.kind !== 'anyone') throw new Error('the system asks nobody')
    const plain = plainQueryCode(input.code)
    // A slip of the finger costs nothing: only what could be somebody's code counts as a guess.
    if (plain === undefined) throw new Refusal('rights.query_code_unknown')
    await refuseTooMany(tx, services, actor, 'wrongCodes', now)
    const found = await findByQueryCode(tx, codeDigest(services, plain))
    if (!found) {
      await countOne(tx, services, actor, 'wrongCodes', now)
      return { cell: 0, refusal: new Refusal('rights.query_code_unknown') }
    }
    await reach('own', { cell: found.cell, path: '' })
    const looking = { tx, services, today, language: actor.language }
    return { cell: found.cell, answer: await myAskView(looking, found.cell, found.matter) }
  },
})
