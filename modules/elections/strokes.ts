/** The collation tables of the runtime (CLDR `stroke`, Unicode licence): every character by the number of its strokes. */
const byStrokes = new Intl.Collator('zh-u-co-stroke')
const mostStrokes = 64

/** The mark that the tables set before the characters of a number of strokes. */
const markOf = (strokes: number) => `\uFDD0${String.fromCharCode(0x2800 + strokes)}`

/**
 * Radicals that the tables count as they are written in full, one stroke more than the mainland's standard writes them:
 * 艹 of three, 辶 of three, 阝 of two on either side, 鬼 of nine. Their characters stand together in Unicode.
 */
const shorterRadicals: readonly (readonly [first: number, last: number])[] = [
  [0x8279, 0x864c],
  [0x8fb7, 0x9090],
  [0x9092, 0x9094],
  [0x9096, 0x9148],
  [0x961d, 0x96b5],
  [0x9b3c, 0x9b5a],
]

/** Characters of surnames that differ for another reason, with by how many strokes. */
const shorterCharacters: ReadonlyMap<string, number> = new Map([
  ...[...'黄敖敬甄祝祖祥福禄祺礼'].map((character) => [character, 1] as const),
  ...[...'祁隗萨'].map((character) => [character, 2] as const),
  ['荆', 3],
])

/** The number of strokes of a character 笔画数 by the mainland's standard; letters and signs come after all. */
export function strokesOf(character: string): number {
  let [fewest, most] = [0, mostStrokes]
  while (fewest < most) {
    const middle = Math.ceil((fewest + most) / 2)
    if (byStrokes.compare(markOf(middle), character) <= 0) fewest = middle
    else most = middle - 1
  }
  const point = character.codePointAt(0) ?? 0
  const shorter = shorterRadicals.some(([first, last]) => point >= first && point <= last) ? 1 : 0
  return fewest - (shorterCharacters.get(character) ?? shorter)
}

function compareNames(one: string, other: string): number {
  const [ours, theirs] = [[...one], [...other]]
  for (const [at, character] of ours.entries()) {
    const opposite = theirs[at]
    if (opposite === undefined) return 1
    const order = strokesOf(character) - strokesOf(opposite) || byStrokes.compare(character, opposite)
    if (order !== 0) return order
  }
  return ours.length - theirs.length
}

/**
 * Orders people for a list or a ballot: by the strokes of their surnames, then character by character, a shorter name before
 * a longer one, and by id where names are the same.
 *
 * @see ELE-35, ELE-55
 */
export function inStrokeOrder<T extends { readonly name: string; readonly id: string }>(people: readonly T[]): T[] {
  return [...people].sort((one, other) => compareNames(one.name, other.name) || (one.id < other.id ? -1 : 1))
}
