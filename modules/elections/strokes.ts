/**
 * The order by strokes 按姓氏笔画排序 that the runtime's own collation tables (CLDR `stroke`, Unicode licence) give: the
 * surname's strokes, then character by character; where one name begins the other, the shorter comes first.
 */
const byStrokes = new Intl.Collator('zh-u-co-stroke')

/**
 * Orders people for a list or a ballot: by the strokes of their surnames, and by id where names are the same.
 *
 * @see ELE-35, ELE-55
 */
export function inStrokeOrder<T extends { readonly name: string; readonly id: string }>(people: readonly T[]): T[] {
  return [...people].sort((one, other) => byStrokes.compare(one.name, other.name) || (one.id < other.id ? -1 : 1))
}
