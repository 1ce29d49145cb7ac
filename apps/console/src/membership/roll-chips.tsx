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
  const day = (value: string | undefined) => (value === undefined ? '…' : formatDay(value, language))
  const chips: { words: string; without: RollFilters }[] = []
  if (stand) chips.push({ words: say(`roll.stand.${stand}`), without: { ...filters, stand: undefined } })
  if (sex) chips.push({ words: nameOf(language, 'sex', sex), without: { ...filters, sex: undefined } })
  if (ageFrom !== undefined || ageTo !== undefined) {
    const words = say('filter.chip.age', { from: ageFrom ?? '…', to: ageTo ?? '…' })
    chips.push({ words, without: { ...filters, ageFrom: undefined, ageTo: undefined } })
  }
  if (filters.holder) chips.push({ words: holder, without: { ...filters, holder: undefined } })
  if (sinceFrom !== undefined || sinceTo !== undefined) {
    const words = say('filter.chip.since', { from: day(sinceFrom), to: day(sinceTo) })
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
