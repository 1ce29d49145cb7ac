import { expect, test } from 'vitest'
import { terminalOver } from './terminal.ts'

function streams(isTTY: boolean) {
  const text = { out: '', err: '' }
  const stream = (name: 'out' | 'err') => ({
    isTTY,
    write(words: string) {
      text[name] += words
    },
  })
  return { text, out: stream('out'), err: stream('err') }
}

test('on a screen progress is one line that the next replaces, and results stand alone', () => {
  const { text, out, err } = streams(true)
  const terminal = terminalOver(out, err)

  terminal.progress('1 of 2')
  terminal.progress('2 of 2')
  terminal.say('done')

  expect(text).toEqual({ out: 'done\n', err: '\r\x1b[K  … 1 of 2\r\x1b[K  … 2 of 2\r\x1b[K' })
})

test('where lines are kept, progress is told at most every five seconds', () => {
  const { text, out, err } = streams(false)
  let now = 0
  const terminal = terminalOver(out, err, () => now)

  for (const at of [0, 1_000, 4_999, 5_000]) {
    now = at
    terminal.progress(`at ${at}`)
  }

  expect(text).toEqual({ out: '', err: '  … at 0\n  … at 5000\n' })
})
