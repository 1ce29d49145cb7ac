import type { Coverage } from '@gongqiao/modules/organization/contract.ts'
import { formatNumber } from '@gongqiao/ui/format.ts'
import { useLanguage } from '../../kit/language.tsx'
import { CoverageTable } from './coverage-table.tsx'
import { useCoverageSay } from './texts.ts'

/** How many employers have a union and how many have none, in one sentence. */
export function CoverageSentence({ coverage: { covered, uncovered, social } }: { coverage: Coverage }) {
  const say = useCoverageSay()
  return (
    <p className="page-sentence">
      {uncovered === 'hidden'
        ? say('sentence.hidden', { covered: formatNumber(covered) })
        : say('sentence', { covered: formatNumber(covered), uncovered: formatNumber(uncovered) })}{' '}
      {typeof social.all === 'number' && social.all > 0
        ? say('social', { covered: formatNumber(social.covered), all: formatNumber(social.all) })
        : null}
    </p>
  )
}

/** The same by industry and by place. */
export function CoverageFigures({ coverage: { sections, places } }: { coverage: Coverage }) {
  const say = useCoverageSay()
  const language = useLanguage()
  return (
    <>
      <CoverageTable
        id="coverage-sections"
        title={say('sections')}
        first={say('section')}
        lines={sections.map(({ section, zh, en, ...line }) => ({
          ...line,
          key: section ?? '-',
          name: language === 'zh' ? zh : en,
        }))}
      />
      <CoverageTable
        id="coverage-places"
        title={say('places')}
        first={say('place')}
        lines={places.map((place) => ({ ...place, key: place.unit }))}
      />
    </>
  )
}
