import { maskName } from '@gongqiao/codes'
import { query } from '@gongqiao/kernel/command/query.ts'
import { findOpenUnit, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { isCardCode } from '../card-key.ts'
import { CardCheck } from '../contract.ts'
import { isCardNumber } from '../rules.ts'

/**
 * Checks a card's code on another device 验证会员证: valid for about a minute, and then it says the status, the union and a
 * masked name. A code that is wrong or too old says only that it is not valid.
 */
export const checkCard = query({
  act: 'membership.check_card',
  by: ['anyone'],
  input: Type.Object({ code: Type.String({ maxLength: 60 }) }, { additionalProperties: false }),
  output: CardCheck,
  beyond: { card: 'the one membership whose card was shown and proved by its code' },
  async run({ tx, input, now, allow, services, reach }) {
    allow.everybody('whoever is shown a card may check it; the code proves that its holder shows it')
    const not: CardCheck = { valid: false, status: null, nameMask: null, unit: null, at: now.toISOString() }
    const [number = '', code = ''] = input.code.split('.')
    if (!isCardNumber(number)) return not
    if (!isCardCode(services, number, code)) return not
    const row = await tx.maybe<{ cell: number; membership: string }>(
      'select cell_id as cell, membership_id as membership from membership.card where number = $1',
      [number],
    )
    if (!row) return not
    await reach('card', { cell: row.cell, path: '' })
    const shown = await tx.maybe<{ status: NonNullable<CardCheck['status']>; name: string; unit: string }>(
      'select status, name, unit_id as unit from membership.membership where cell_id = $1 and id = $2',
      [row.cell, row.membership],
    )
    const unit = shown && (await findOpenUnit(tx, shown.unit))
    if (!shown || !unit) return not
    return {
      ...not,
      valid: shown.status !== 'ended',
      status: shown.status,
      nameMask: maskName(shown.name),
      unit: unitNameOf(unit),
    }
  },
})
