/** Longest text that somebody types before they choose from the list. */
const strokesAtMost = 6

/**
 * What stands in the search field after each key stroke of three ways to a union: its name from the beginning, its
 * initials from the beginning, and two to four characters from inside the name.
 */
export function typedTexts({ key, initials }: { readonly key: string; readonly initials: string }): string[] {
  const middle = [...key].slice(Math.floor([...key].length / 2))
  return [
    ...strokes([...key].slice(0, strokesAtMost)),
    ...strokes([...initials].slice(0, strokesAtMost)),
    ...strokes(middle.slice(0, 4)).slice(1),
  ]
}

function strokes(signs: readonly string[]): string[] {
  return signs.map((_, index) => signs.slice(0, index + 1).join(''))
}
