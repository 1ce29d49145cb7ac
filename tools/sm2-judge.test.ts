import { expect, test } from 'vitest'
import { seeToJudge } from './sm2-judge.ts'

/** A machine on which the named commands come out well; installing counts as bringing SM2 along. */
function machine({ openssl = false, aptGet = false, lists = false }) {
  const ran: string[] = []
  const run = (program: string, ...[act = '']: string[]) => {
    ran.push(`${program} ${act}`)
    if (program === 'openssl') return openssl
    if (!aptGet) return false
    if (act === 'update') lists = true
    if (act === 'install') openssl = lists
    return act !== 'install' || lists
  }
  return { run, ran }
}

test('an openssl that knows SM2 is left as it is', () => {
  const { run, ran } = machine({ openssl: true, aptGet: true })

  expect(seeToJudge(true, run)).toBeUndefined()
  expect(ran).toEqual(['openssl genpkey'])
})

test('a bare Debian machine gets openssl, package lists first', () => {
  const { run, ran } = machine({ aptGet: true })

  expect(seeToJudge(true, run)).toBeUndefined()
  expect(ran.filter((line) => line.startsWith('apt-get'))).toEqual([
    'apt-get --version',
    'apt-get install',
    'apt-get update',
    'apt-get install',
  ])
})

test('without the right to install, or without apt-get, one sentence says what is missing', () => {
  expect(seeToJudge(false, machine({ aptGet: true, lists: true }).run)).toMatch(/^[^.]*openssl[^.]*SM2[^.]*missing\.$/)
  expect(seeToJudge(true, machine({}).run)).toMatch(/missing\.$/)
})
