/** A visible line of the tree, top to bottom. `expanded` is null for a line that has nothing below it. */
export type TreeLine = { readonly level: number; readonly expanded: boolean | null; readonly name: string }

/** What a key does to the tree: stand on another line, or open or close this one. */
export type TreeMove =
  | { readonly do: 'focus'; readonly line: number }
  | { readonly do: 'expand' | 'collapse'; readonly line: number }

/**
 * The keys of a tree as the ARIA pattern has them: arrows, Home, End, and a letter or character to jump.
 *
 * Gives back null for a key that does nothing here.
 */
export function treeMove(lines: readonly TreeLine[], at: number, key: string): TreeMove | null {
  const here = lines[at]
  if (here === undefined) return null
  const focus = (line: number): TreeMove | null =>
    line >= 0 && line < lines.length && line !== at ? { do: 'focus', line } : null
  switch (key) {
    case 'ArrowDown':
      return focus(at + 1)
    case 'ArrowUp':
      return focus(at - 1)
    case 'Home':
      return focus(0)
    case 'End':
      return focus(lines.length - 1)
    case 'ArrowRight':
      if (here.expanded === false) return { do: 'expand', line: at }
      return here.expanded === true && (lines[at + 1]?.level ?? 0) > here.level ? focus(at + 1) : null
    case 'ArrowLeft':
      if (here.expanded === true) return { do: 'collapse', line: at }
      return focus(lines.slice(0, at).findLastIndex((line) => line.level < here.level))
    default:
      return [...key].length === 1 ? focus(nextNamed(lines, at, key)) : null
  }
}

function nextNamed(lines: readonly TreeLine[], at: number, key: string): number {
  for (let step = 1; step < lines.length; step++) {
    const line = (at + step) % lines.length
    if (lines[line]?.name.toLowerCase().startsWith(key.toLowerCase())) return line
  }
  return -1
}
