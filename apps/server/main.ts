#!/usr/bin/env node
import { serve } from './serve.ts'

const commands: { readonly [name: string]: (args: readonly string[]) => Promise<void> } = { serve }

const [name = 'serve', ...args] = process.argv.slice(2)
const command = commands[name]
if (!command) {
  process.stderr.write(`gongqiao ${Object.keys(commands).join('|')}\n`)
  process.exitCode = 2
} else {
  await command(args)
}
