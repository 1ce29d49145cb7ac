import { parseArgs } from 'node:util'
import type { Config } from '@gongqiao/kernel/config.ts'

/** Where the command line speaks: results, what went wrong, and how far it is. */
export type Terminal = {
  readonly say: (words: string) => void
  readonly warn: (words: string) => void
  /** Says how far something long is; a line that the next one may replace. */
  readonly progress: (words: string) => void
}

/** An option of a command: a flag, a text, or a whole number within bounds. */
export type Option = { readonly words: string } & (
  | { readonly type: 'flag' }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'number'; readonly least: number; readonly most: number }
)

/** What was given: options by name, and the words that are none. */
export type Given = {
  readonly text: (option: string) => string | undefined
  readonly number: (option: string) => number | undefined
  readonly flag: (option: string) => boolean
  readonly words: readonly string[]
}

/** What a command works with. */
export type Surroundings = {
  readonly terminal: Terminal
  /** Reads the settings. Throws ConfigFaults. */
  readonly config: () => Config
  /** Ends when whoever runs the command asks it to stop. */
  readonly stopped: AbortSignal
}

/** One command of `gongqiao`. */
export type CliCommand = {
  /** One word or two: `serve`, `calendar load`. */
  readonly name: string
  readonly summary: string
  /** Names of the words it takes, all needed; one that ends in … may be given more than once. */
  readonly takes: readonly string[]
  readonly options: { readonly [name: string]: Option }
  readonly details: string
  /** Gives the exit code. */
  readonly run: (given: Given, surroundings: Surroundings) => Promise<number>
}

/** The command was called in a way it does not know. */
export class UsageFault extends Error {}

/**
 * Reads the arguments of a command.
 *
 * @throws UsageFault that names every wrong one
 */
export function readArguments(command: CliCommand, args: readonly string[]): Given {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(command.options).map(([name, { type }]) => [
        name,
        { type: type === 'flag' ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
  })
  const faults: string[] = []
  const known = Object.keys(command.options).map((name) => `--${name}`)
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(command.options, token.name) ? command.options[token.name] : undefined
    if (!option)
      faults.push(
        `${token.rawName} is no option; ${known.length === 0 ? 'there are none' : `known are ${known.join(', ')}`}`,
      )
    else faults.push(...valueFaults(token.rawName, option, token.value))
  }
  const { takes } = command
  for (const name of takes.slice(positionals.length)) faults.push(`${name} is missing`)
  const most = takes.at(-1)?.endsWith('…') ? positionals.length : takes.length
  for (const word of positionals.slice(most)) faults.push(`${word} is one word too many`)
  if (faults.length > 0) throw new UsageFault(faults.join('\n'))
  const text = (name: string) => {
    const value = values[name]
    return typeof value === 'string' ? value : undefined
  }
  return {
    text,
    number: (name) => {
      const value = text(name)
      return value === undefined ? undefined : Number(value)
    },
    flag: (name) => values[name] === true,
    words: positionals,
  }
}

function valueFaults(name: string, option: Option, value: string | undefined): string[] {
  if (option.type === 'flag') return value === undefined ? [] : [`${name} takes no value`]
  if (value === undefined || value === '') return [`${name} needs a value`]
  if (option.type === 'text') return []
  const { least, most } = option
  const number = Number(value)
  const fits = /^\d{1,12}$/.test(value) && number >= least && number <= most
  return fits ? [] : [`${name} is a whole number from ${least} to ${most}, not ${value}`]
}

/** How a command is called. */
export function usageOf({ name, takes, options }: CliCommand): string {
  const asked = Object.entries(options).map(([option, shape]) => {
    const value = shape.type === 'flag' ? '' : ` ${shape.type === 'text' ? shape.value : 'NUMBER'}`
    return `[--${option}${value}]`
  })
  return ['gongqiao', name, ...takes, ...asked].join(' ')
}

/** The help of one command. */
export function helpOf(command: CliCommand): string {
  const options = Object.entries(command.options).map(([name, { words }]) => `  --${name.padEnd(14)} ${words}`)
  return [
    usageOf(command),
    '',
    command.summary,
    ...(command.details === '' ? [] : ['', command.details]),
    ...(options.length === 0 ? [] : ['', ...options]),
  ].join('\n')
}
