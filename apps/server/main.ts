#!/usr/bin/env -S node --max-old-space-size=384
import { ownConfig } from '@gongqiao/kernel/config.ts'
import { runCommandLine } from './command-line/run.ts'
import { terminalOver } from './command-line/terminal.ts'

const stopping = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    // Asked a second time, somebody does not want to wait: what was acknowledged is kept all the same.
    if (stopping.signal.aborted) process.exit(1)
    stopping.abort()
  })
}

const code = await runCommandLine(process.argv.slice(2), {
  terminal: terminalOver(process.stdout, process.stderr),
  config: ownConfig,
  stopped: stopping.signal,
})
// What was said has left the process before it ends; nothing else is waited for.
process.stdout.write('', () => process.exit(code))
