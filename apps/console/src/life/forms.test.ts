import { expect, test } from 'vitest'
import {
  type AskedField,
  bodyOf,
  faultKey,
  matterForms,
  memberForms,
  missingOf,
  routeFields,
  startingWith,
} from './forms.ts'
import { zh } from './texts/zh.ts'

test('what is filled in is sent in its groups, numbers as numbers, and nothing that is empty', () => {
  const filled = {
    'opinion.on': '2026-03-02',
    'opinion.present': '9',
    'opinion.agrees': 'yes',
    'opinion.words': ' 同意 ',
  }

  expect(bodyOf(matterForms.opine.fields, filled)).toEqual({
    opinion: { on: '2026-03-02', present: 9, agrees: true, words: '同意' },
  })
  expect(bodyOf(memberForms.retain.fields, { reason: 'retired', on: '2026-03-02', note: '', file: null })).toEqual({
    reason: 'retired',
    on: '2026-03-02',
  })
})

test('a day that may be unknown is sent as none', () => {
  expect(bodyOf(memberForms.deemed.fields, { unpaidFrom: '2025-08-01' })).toMatchObject({ tookPartOn: null })
})

test('what has to be filled in and is not is named', () => {
  expect(missingOf(matterForms.agree.fields, {})).toEqual(['on'])
  expect(missingOf(memberForms.death.fields, { on: '2026-03-02' })).toEqual([])
})

test('a fault the server names stands beside its field', () => {
  expect(faultKey('/vote/for')).toBe('vote.for')
})

test('every field and every choice of every form is said', () => {
  const fields: readonly AskedField[] = [...Object.values(memberForms), ...Object.values(matterForms)].flatMap(
    (form): readonly AskedField[] => form.fields,
  )
  const keys = [...fields, ...routeFields].flatMap(({ key, choices = [] }) => [
    `field.${key}`,
    ...choices.map((choice) => `choice.${choice}`),
  ])
  const acts = [...Object.keys(memberForms), ...Object.keys(matterForms)]
  const said = [...keys, ...acts.flatMap((act) => [`act.${act}`, `title.${act}`, `follow.${act}`])]

  expect(said.filter((key) => !(key in zh))).toEqual([])
})

test('what happened has a day of its own: only what is done by saying it begins as today', () => {
  const today = '2026-11-22'

  expect(startingWith(matterForms.agree.fields, today)).toEqual({ on: today })
  for (const form of [memberForms.death, memberForms.retain, matterForms.opine])
    expect(startingWith(form.fields, today)).toEqual({})
})
