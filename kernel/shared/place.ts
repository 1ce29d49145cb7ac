/** A place 位置 in the network: a cell (county-sized part) and a path inside it. */
export type Place = { readonly cell: number; readonly path: string }

/** A rectangle of places: cells `cellLo…cellHi` (both included) and paths `pathLo ≤ path < pathHi` in byte order. */
export type PlaceRange = {
  readonly cellLo: number
  readonly cellHi: number
  readonly pathLo: string
  readonly pathHi: string
}

/** Three base-36 characters name one level; `~` sorts after all of them, so `path~` ends a subtree. */
export const pathEnd = '~'
export const pathLabelLength = 3
const pathShape = /^(?:[0-9a-z]{3})*$/

/** Tells whether a text is a well-formed path: any number of three-character base-36 labels. */
export function isPath(text: string): boolean {
  return pathShape.test(text)
}

/** The range that covers one place and everything below it. */
export function subtreeOf(place: Place): PlaceRange {
  return { cellLo: place.cell, cellHi: place.cell, pathLo: place.path, pathHi: place.path + pathEnd }
}

/** The range that covers whole cells, `cellLo` to `cellHi` included. */
export function cellsBetween(cellLo: number, cellHi: number): PlaceRange {
  return { cellLo, cellHi, pathLo: '', pathHi: pathEnd }
}

/** Tells whether a place lies inside a range. */
export function covers(range: PlaceRange, place: Place): boolean {
  return (
    place.cell >= range.cellLo && place.cell <= range.cellHi && place.path >= range.pathLo && place.path < range.pathHi
  )
}

/** Tells whether the first range holds all of the second. */
export function coversRange(range: PlaceRange, inner: PlaceRange): boolean {
  return (
    inner.cellLo >= range.cellLo &&
    inner.cellHi <= range.cellHi &&
    inner.pathLo >= range.pathLo &&
    inner.pathHi <= range.pathHi
  )
}

/** The paths from the cell's root down to the place itself: `'' , '001', '001002'` for `'001002'`. */
export function pathAncestors(path: string): string[] {
  const out = ['']
  for (let end = pathLabelLength; end <= path.length; end += pathLabelLength) out.push(path.slice(0, end))
  return out
}
