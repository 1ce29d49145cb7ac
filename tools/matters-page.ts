import type { MatterKind } from '../kernel/matter/kind.ts'
import { hasEnded, type MatterDefinition, type Step } from '../kernel/shared/matter.ts'

const takers = { person: 'the person', officer: 'an officer', system: 'the clock' } as const
const cell = (text: string) => text.replaceAll('|', '\\|')

/** The page `docs/matters.md`: every kind of matter as a diagram and two tables, from its definition. */
export function mattersPage(kinds: readonly MatterKind[]): string {
  const sorted = [...kinds].sort((a, b) => (a.definition.name < b.definition.name ? -1 : 1))
  return `${[
    '# Matters 事项',
    '',
    'Every kind of matter, written from its definition (`npm run generate`). Who may take a step stands on the arrow; a dashed',
    'note names the clock of a state. How a kind is added: [matter-kind.md](matter-kind.md).',
    '',
    ...sorted.map(({ definition, texts }) => `- [${texts.zh['name'] ?? definition.name}](#${anchor(definition.name)})`),
    ...sorted.flatMap(sectionOf),
  ].join('\n')}\n`
}

const anchor = (name: string) => name.replaceAll('.', '').toLowerCase()

function sectionOf({ definition, texts, own }: MatterKind): string[] {
  const states: MatterDefinition['states'] = definition.states
  const say = (key: string) => cell(`${texts.zh[key] ?? ''} ${texts.en[key] ?? ''}`.trim())
  const whole: MatterDefinition = definition
  const notes = [
    ...(whole.basis === undefined ? [] : [`Basis: ${whole.basis}.`]),
    ...(whole.refers ? ['It may be referred to another union.'] : []),
    own ? 'Its steps are acts of its module.' : 'Its steps are the engine’s.',
  ]
  return [
    '',
    `## ${definition.name}`,
    '',
    `${say('name')}. ${notes.join(' ')}`,
    '',
    '```mermaid',
    drawDefinition(definition),
    '```',
    '',
    '| state | 中文, English | clock | |',
    '|---|---|---|---|',
    ...Object.entries(states).map(([name, state]) => {
      const clocks = [state.clock, ...(state.clocks ?? [])].filter((rule) => rule !== undefined)
      const waits = state.waits ? ['waits for the person'] : []
      const pauses = state.pause ? [`may stand still: ${state.pause.join(', ')}`] : []
      const ended = hasEnded(definition, name) ? ['ended'] : []
      return `| \`${name}\` | ${say(`state.${name}`)} | ${clocks.map((rule) => `\`${rule}\``).join(', ')} | ${[...ended, ...waits, ...pauses].join('; ')} |`
    }),
    '',
    '| step | 中文, English | from, to | by | |',
    '|---|---|---|---|---|',
    ...Object.entries(states).flatMap(([from, state]) =>
      Object.entries(state.steps).map(
        ([name, step]) =>
          `| \`${name}\` | ${say(`step.${name}`)} | \`${from}\` → \`${step.to}\` | ${takers[step.who]} | ${cell(wordsOf(step).join('; '))} |`,
      ),
    ),
  ]
}

function wordsOf({ basis, reason, reasons, sign, back, reopen, form, within }: Step): string[] {
  return [
    ...(basis === undefined ? [] : [basis]),
    ...(reasons ? [`for: ${reasons.join(', ')}`] : reason ? ['with a reason'] : []),
    ...(sign ? [sign === 'all' ? 'all who were asked have signed' : 'one of those asked has signed'] : []),
    ...(back ? ['back to an earlier state'] : []),
    ...(reopen ? ['takes up again'] : []),
    ...(form ? ['with a form'] : []),
    ...(within === undefined ? [] : [`part of ${within}`]),
  ]
}

/** A definition as a Mermaid state diagram. */
export function drawDefinition(definition: MatterDefinition): string {
  const { initial, states } = definition
  const arrows = Object.entries(states).flatMap(([from, { steps }]) =>
    Object.entries(steps).map(([name, { to, who }]) => `  ${from} --> ${to}: ${name} (${takers[who]})`),
  )
  const ends = Object.keys(states)
    .filter((state) => hasEnded(definition, state))
    .map((state) => `  ${state} --> [*]`)
  const clocks = Object.entries(states).flatMap(([state, { clock }]) =>
    clock === undefined ? [] : [`  note right of ${state}: ${clock}`],
  )
  return ['stateDiagram-v2', `  [*] --> ${initial}`, ...arrows, ...ends, ...clocks].join('\n')
}
