import { pinyin } from 'pinyin-pro'

/** Places that the word data reads otherwise than those who live there. */
const placeReadings = new Map([
  ['乐清', 'yq'],
  ['单县', 'sx'],
  ['洪洞', 'ht'],
  ['涡阳', 'gy'],
  ['歙县', 'sx'],
  ['蔚县', 'yx'],
  ['尉犁', 'yl'],
  ['浒墅关', 'xsg'],
])
const readOtherwise = new RegExp([...placeReadings.keys()].join('|'), 'g')

/**
 * The pinyin initials 拼音首字母 of a folded name, each character read as its word has it: 重庆市总工会 is `cqszgh`.
 * Letters and digits stand for themselves; a character without a reading is left out.
 */
export function initialsOf(key: string): string {
  const text = key.replace(readOtherwise, (place) => placeReadings.get(place) ?? place)
  return pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}
