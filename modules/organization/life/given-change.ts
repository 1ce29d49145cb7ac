import { isCivilDay } from '@gongqiao/codes'
import type { Given } from '@gongqiao/kernel/command/command.ts'
import type { Fault } from '@gongqiao/kernel/refusal.ts'
import { type AskedChange, type AskedPart, paperFaults } from './rules.ts'
import { changeKinds } from './unit-change.ts'

/** Which papers are missing, asked even where something else is wrong too. */
export function missingPapers(given: Given, today: string): Fault[] {
  return changeKinds.some((kind) => kind === given['kind']) ? paperFaults(asFarAsGiven(given), today) : []
}

/** Safe because the rules look only at whether a field is there, at days that are days, and at lists of texts. */
function asFarAsGiven(given: Given): AskedChange {
  const day = (value: unknown) => (typeof value === 'string' && isCivilDay(value) ? value : '')
  const dated = (value: unknown) =>
    value !== null && typeof value === 'object' ? { on: 'on' in value ? day(value.on) : '', by: '' } : undefined
  return {
    ...(given as AskedChange),
    parts: Array.isArray(given['parts']) ? given['parts'].map(partAsGiven) : undefined,
    resolution: dated(given['resolution']),
    audit: dated(given['audit']),
    intoResolution: given['intoResolution'] === undefined ? undefined : day(given['intoResolution']),
  }
}

function partAsGiven(part: unknown): AskedPart {
  const fields = new Map(part !== null && typeof part === 'object' ? Object.entries(part) : [])
  const list = (field: string): string[] => {
    const value: unknown = fields.get(field)
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  }
  const name: unknown = fields.get('name')
  return {
    name: typeof name === 'string' ? name : undefined,
    ...{ children: list('children'), employers: list('employers'), people: list('people') },
  }
}
