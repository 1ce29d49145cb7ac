import { industrySections } from '@gongqiao/codes'
import { hideSmallCells } from '@gongqiao/kernel/shared/small-cells.ts'
import type { Counted } from './rows.ts'
import type { Coverage } from './shapes.ts'

/** Fewer employers than this are not told apart (G-03). */
export const smallestShown = 10

/** A place below, as the figures name it. */
export type Place = { readonly unit: string; readonly name: string; readonly label: string }

/**
 * Coverage figures of counted employers: those without a union by section and by place, small ones hidden with as many
 * others as it takes.
 *
 * @see ORG-10, ORG-11, G-03
 */
export function coverageOf(counted: readonly Counted[], places: readonly Place[]): Coverage {
  const sum = (rows: readonly Counted[], of: (row: Counted) => number) => rows.reduce((left, row) => left + of(row), 0)
  const covered = sum(counted, (row) => row.covered)
  const lettered = industrySections.map(({ letter, zh, en }) => ({ section: letter, zh, en }))
  const sections = [...lettered, { section: null, zh: '未填行业', en: 'Industry not said' }]
    .map((one) => ({ ...one, rows: counted.filter((row) => row.section === one.section) }))
    .filter(({ rows }) => rows.length > 0)
  const here = places
    .map((place) => ({ ...place, rows: counted.filter((row) => row.place === place.label) }))
    .filter(({ rows }) => rows.length > 0)
  const without = (rows: readonly Counted[]) => sum(rows, (row) => row.all - row.covered)
  const bySection = hideSmallCells(withOne(sections.map(({ rows }) => without(rows))), smallestShown)
  const byPlace = hideSmallCells(withOne(here.map(({ rows }) => without(rows))), smallestShown)
  // What one table hides the other does not give away.
  const uncovered = bySection.total === 'hidden' || byPlace.total === 'hidden' ? 'hidden' : bySection.total
  const social = sum(counted, (row) => row.social)
  const socialCovered = sum(counted, (row) => row.socialCovered)
  const [socialWithout] = hideSmallCells([social - socialCovered], smallestShown).cells
  return {
    employers: uncovered === 'hidden' ? null : covered + uncovered,
    covered,
    uncovered,
    social: {
      all: typeof socialWithout === 'number' ? social : 'small',
      covered: socialCovered,
    },
    sections: sections.map(({ section, zh, en, rows }, index) => ({
      section,
      zh,
      en,
      covered: sum(rows, (row) => row.covered),
      uncovered: bySection.cells[index] ?? 0,
    })),
    places: here.map(({ unit, name, rows }, index) => ({
      unit,
      name,
      covered: sum(rows, (row) => row.covered),
      uncovered: byPlace.cells[index] ?? 0,
    })),
  }
}

const withOne = (cells: readonly number[]) => (cells.length === 0 ? [0] : cells)
