import type { Language } from '../shared/texts.ts'
import type { MatterExtension } from './contract.ts'
import type { DeadlineRule } from './deadline-rule.ts'
import type { Deadlines } from './deadlines.ts'
import type { MatterKind } from './kind.ts'
import { clockPlace, type Matter } from './matters.ts'

type Clocked = Pick<Matter, 'cell' | 'clockCell' | 'clockRule' | 'clockFrom'>

/** The rule whose clock runs, as it holds where the clock began; undefined where none runs. */
function ruleOf(deadlines: Deadlines, matter: Clocked): DeadlineRule | undefined {
  const { clockRule, clockFrom } = matter
  return clockRule === null || clockFrom === null ? undefined : deadlines.rule(clockRule, clockFrom, clockPlace(matter))
}

/** Tells whether a clock may stand still for a reason: its rule lists it, and hours know no pause. @see rulebook T-11, T-14 */
export function allowsPause({ unit, pause_on }: Pick<DeadlineRule, 'unit' | 'pause_on'>, reason: string): boolean {
  return unit !== 'hour' && pause_on.includes(reason)
}

/** The reasons for which the clock of a matter may stand still now: those its state lists and its rule allows (T-11). */
export function pauseReasonsOf(
  deadlines: Deadlines,
  kind: Pick<MatterKind, 'definition'> | undefined,
  matter: Clocked & Pick<Matter, 'state'>,
): string[] {
  const listed: readonly string[] = kind?.definition.states[matter.state]?.pause ?? []
  const rule = ruleOf(deadlines, matter)
  return rule === undefined ? [] : listed.filter((reason) => allowsPause(rule, reason))
}

/** How far the clock of an open matter may still be prolonged today, or null where it may not (T-16). */
export function extensionOf(
  deadlines: Deadlines,
  matter: Clocked & Pick<Matter, 'dueOn' | 'endedAt' | 'pausedFrom' | 'extensions'>,
  today: string,
  language: Language,
): MatterExtension | null {
  const { dueOn, endedAt, pausedFrom, extensions } = matter
  const rule = ruleOf(deadlines, matter)
  if (!rule?.extend || dueOn === null || today > dueOn || endedAt !== null || pausedFrom !== null) return null
  const used = extensions.reduce((sum, one) => sum + one, 0)
  const { max, approver = null, approverEn = null } = rule.extend
  return used < max ? { unit: rule.unit, most: max, used, approver: language === 'zh' ? approver : approverEn } : null
}
