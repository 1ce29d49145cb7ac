import { application, notMe } from '@gongqiao/modules/membership/machine.ts'
import { expect, test } from 'vitest'
import { matterOf, matterWord } from './keys.ts'

const matter = '01935f00-0000-7000-8000-000000000001'

test('a matter and its kind survive the address', () => {
  for (const kind of [application.name, notMe.name, 'organization.unit_closing'])
    expect(matterOf(matterWord({ cell: 440103, matter, kind }))).toEqual({ cell: 440103, matter, kind })
})

test('an address without a kind is an application, as links that were sent say it', () => {
  expect(matterOf(`440103.${matter}`)).toEqual({ cell: 440103, matter, kind: application.name })
})

test('whatever else is typed there names nothing', () => {
  for (const word of [undefined, '', 'nonsense', `1234567.${matter}`, `1.${matter}.report`, `1.${matter}.a.b.c`, '1.2'])
    expect(matterOf(word)).toBeNull()
})
