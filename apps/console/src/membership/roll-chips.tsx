import { CloseOutlined } from '@ant-design/icons'
import { formatDay } from '@gongqiao/ui/format.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useLanguage } from '../kit/language.tsx'
import { useHolderName } from './roll-filters.tsx'
import type { RollFilters } from './roll-search.ts'
import { useMembershipSay } from './texts/index.ts'

/** What narrows the roll now, each to be taken off by itself. The kind of membership has its own switch above. */
export function RollChips({ filters, onChange }: { filters: RollFilters; onChange: (filters: RollFilters) => void }) {
  const say = useMembershipSay()
  const language = useLanguage()
  const holder = useHolderName(filters.holder)
  const { stand, sex, ageFrom, ageTo, sinceFrom, sinceTo } = filters
  const chips: { words: string; without: RollFilters }[] = []
  if (stand) chips.push({ words: say(`roll.stand.${stand}`), without: { ...filters, stand: undefined } })
  if (sex) chips.push({ words: nameOf(language, 'sex', sex), without: { ...filters, sex: undefined } })
  if (ageFrom !== undefined || ageTo !== undefined) {
    const words = say(`filter.chip.age${ends(ageFrom, ageTo)}`, { from: ageFrom ?? '', to: ageTo ?? '' })
    chips.push({ words, without: { ...filters, ageFrom: undefined, ageTo: undefined } })
  }
  if (filters.holder) chips.push({ words: holder, without: { ...filters, holder: undefined } })
  if (sinceFrom !== undefined || sinceTo !== undefined) {
    const days = {
      from: sinceFrom === undefined ? '' : formatDay(sinceFrom, language),
      to: sinceTo === undefined ? '' : formatDay(sinceTo, language),
    }
    const words = say(`filter.chip.since${ends(sinceFrom, sinceTo)}`, days)
    chips.push({ words, without: { ...filters, sinceFrom: undefined, sinceTo: undefined } })
  }
  if (chips.length === 0) return null
  return (
    <ul className="roll-chips" aria-label={say('filter.chips')}>
      {chips.map(({ words, without }) => (
        <li key={words}>
          {words}
          <button type="button" aria-label={say('filter.chip.off', { what: words })} onClick={() => onChange(without)}>
            <CloseOutlined aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Which ends of a band are said. */
function ends(from: unknown, to: unknown): '' | '.from' | '.to' {
  if (from !== undefined && to !== undefined) return ''
  return from === undefined ? '.to' : '.from'
}
