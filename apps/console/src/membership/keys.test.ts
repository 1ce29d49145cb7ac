import { expect, test } from 'vitest'
import { isReportWord, matterKeyOf, matterWord, memberKeyOf, memberWord } from './keys.ts'

const id = '01930000-0000-7000-8000-000000000228'

test('a matter and a member go into the address and come back', () => {
  expect(matterKeyOf(matterWord({ cell: 330281, matter: id }))).toEqual({ cell: 330281, matter: id })
  expect(memberKeyOf(memberWord({ cell: 0, membership: id }))).toEqual({ cell: 0, membership: id })
})

test('the address of a report says that it is one, so that it opens by itself', () => {
  const word = matterWord({ cell: 330281, matter: id, kind: 'membership.not_me' })

  expect([matterKeyOf(word), isReportWord(word)]).toEqual([{ cell: 330281, matter: id }, true])
  expect(isReportWord(matterWord({ cell: 330281, matter: id, kind: 'membership.application' }))).toBe(false)
})

test('an address that names nothing opens nothing', () => {
  for (const word of [undefined, '', id, `x.${id}`, `330281.${id}/..`, '330281.']) expect(matterKeyOf(word)).toBe(null)
})
