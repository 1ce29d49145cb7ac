const width = 120

/** JSON as the formatter of this repository writes it: objects a property a line, arrays of plain values on one line where they fit. */
export function jsonText(value: unknown): string {
  return `${textOf(value, '', 0)}\n`
}

/** @param column where the value begins on its line, with room for the comma behind it */
function textOf(value: unknown, indent: string, column: number): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    const flat = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`
    if (value.every(isFlat) && column + flat.length + 1 <= width) return flat
    return `[\n${value.map((item) => inner + textOf(item, inner, inner.length)).join(',\n')}\n${indent}]`
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  if (entries.length === 0) return '{}'
  const lines = entries.map(([name, item]) => {
    const head = `${inner}${JSON.stringify(name)}: `
    return head + textOf(item, inner, widthOf(head))
  })
  return `{\n${lines.join(',\n')}\n${indent}}`
}

const isFlat = (item: unknown) => item === null || typeof item !== 'object' || Object.keys(item).length === 0

/** Columns of a text: a Chinese character takes two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u1100-\uffdc]/.test(character) ? 2 : 1), 0)
}
