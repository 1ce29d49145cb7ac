import type { Terminal } from './command.ts'

type Stream = { readonly isTTY?: boolean; write(text: string): unknown }

/** Between two lines of progress where lines are kept, as in a log. */
const quietMs = 5_000

/**
 * A terminal over two streams. Progress is one line that the next replaces; where lines are kept, it is told at most every
 * five seconds.
 */
export function terminalOver(out: Stream, err: Stream, nowMs: () => number = () => performance.now()): Terminal {
  let standing = false
  let toldAt = Number.NEGATIVE_INFINITY
  const clear = () => {
    if (standing) err.write('\r\x1b[K')
    standing = false
  }
  return {
    say(words) {
      clear()
      out.write(`${words}\n`)
    },
    warn(words) {
      clear()
      err.write(`${words}\n`)
    },
    progress(words) {
      if (err.isTTY) {
        err.write(`\r\x1b[K  … ${words}`)
        standing = true
      } else if (nowMs() - toldAt >= quietMs) {
        toldAt = nowMs()
        err.write(`  … ${words}\n`)
      }
    },
  }
}
