import type { NewDeadlineRule } from '@gongqiao/kernel/matter/seed-deadlines.ts'
import { type InstrumentName, instruments } from './instruments.ts'

/** Whose period it is 主体, as the register names them. */
export type Bearer =
  | 'union'
  | 'employer'
  | 'department'
  | 'labour_bureau'
  | 'mediation_body'
  | 'parties'
  | 'court'
  | 'mediator'
  | 'commission'
  | 'respondent'
  | 'agency'
  | 'aid_body'
  | 'justice_department'
  | 'place'
  | 'petition_unit'
  | 'other_side'
  | 'contractor'
  | 'operator'
  | 'person'

type Rest = Pick<
  NewDeadlineRule,
  'altUnit' | 'counting' | 'pauseOn' | 'extend' | 'onExpire' | 'roll' | 'side' | 'confidence'
> & {
  /** Article of the instrument; without one the instrument says it all. */
  readonly at?: string
  readonly bearer: Bearer
  readonly event: readonly [zh: string, en: string]
  readonly words: readonly [zh: string, en: string]
}

/**
 * One line of the register of statutory deadlines.
 *
 * @param amount how many and of what: `15 day`, `5 workday`, `1 year`, `24 hour`
 */
export function line(
  id: string,
  instrument: InstrumentName,
  amount: `${number} ${NewDeadlineRule['unit']}`,
  { at, event, words, ...rest }: Rest,
): NewDeadlineRule {
  const { title, from } = instruments[instrument]
  const [length = '', unit = ''] = amount.split(' ')
  return {
    id,
    article: at === undefined ? title : `${title}${at}`,
    source: title,
    length: Number(length),
    unit: asUnit(unit),
    triggerZh: event[0],
    triggerEn: event[1],
    wordsZh: words[0],
    wordsEn: words[1],
    from,
    ...rest,
  }
}

/** Safe because the type of an amount ends with a unit. */
function asUnit(unit: string): NewDeadlineRule['unit'] {
  return unit as NewDeadlineRule['unit']
}
