/** What a union's name ends in; of "committee" alone only where no other body of that name is meant (居民委员会, 管理委员会). */
const unionEnding =
  /(?:(?:总|联合|基层)?(?:工会|工联会|工委)(?:工作|联合|筹备)?(?:委员会|联合会|筹备组|分会)?|(?<=公司|集团|厂|校|院|局|行|店|社|中心)委员会)$/u
/** Endings that say in which legal form an enterprise stands. */
const legalForm = /(?:(?:股份)?(?:有限)?(?:责任)?公司|(?:特殊)?普通合伙|有限合伙)$/u
/** What is left must still name something. */
const fewestLeft = 2

/**
 * A name as names are compared: one width, lower case, without spaces, brackets and other signs, and without what
 * cannot be seen.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
}

/**
 * What a folded name says beside "union" and the legal form: 沙面制衣有限责任公司工会委员会 and 沙面制衣有限公司 are both
 * 沙面制衣.
 *
 * @param key as `foldName` gives it
 * @returns at least two characters of it, or the whole
 */
export function coreOf(key: string): string {
  return without(without(key, unionEnding), legalForm)
}

function without(key: string, ending: RegExp): string {
  const rest = key.replace(ending, '')
  return rest.length < fewestLeft ? key : rest
}

/**
 * A core without the places it begins with: 广州市荔湾区沙面制衣 within 广州市 and 荔湾区 is 沙面制衣.
 *
 * @param places cores of the unions above, in any order
 */
export function tailOf(core: string, places: ReadonlySet<string>): string {
  let rest = core
  for (;;) {
    const place = longestPlace(rest, places)
    if (place === 0 || rest.length - place < fewestLeft) return rest
    rest = rest.slice(place)
  }
}

/**
 * What places are called, from the cores of their unions: 广州市, 广州市荔湾区 and 荔湾区沙面街道 also say 荔湾区 and 沙面街道.
 */
export function placeNames(cores: Iterable<string>): Set<string> {
  const places = new Set<string>()
  for (const core of [...new Set(cores)].sort((a, b) => a.length - b.length)) {
    const own = tailOf(core, places)
    places.add(core).add(own)
  }
  return places
}

const longestPlaceName = 24

function longestPlace(text: string, places: ReadonlySet<string>): number {
  for (let length = Math.min(text.length, longestPlaceName); length >= fewestLeft; length--)
    if (places.has(text.slice(0, length))) return length
  return 0
}

/** The pairs of neighbouring characters of a folded name, each once. */
function pairsOf(key: string): string[] {
  const signs = [...key]
  return [...new Set(signs.slice(1).map((sign, index) => `${signs[index]}${sign}`))]
}

/** Pairs that nearly every name of a union has, and that therefore tell none from another. */
const commonPairs: ReadonlySet<string> = new Set(
  [
    '有限责任公司工会工作委员会',
    '股份有限公司总工会',
    '基层工会联合委员会',
    '工会联合会',
    '街道总工会',
    '镇总工会',
    '乡总工会',
  ].flatMap(pairsOf),
)

/** The pairs of neighbouring characters of a folded name that tell it from others: what finds two characters inside it. */
export function tellingPairs(key: string): string[] {
  return pairsOf(key).filter((pair) => !commonPairs.has(pair))
}
