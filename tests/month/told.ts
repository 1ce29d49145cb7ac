/** Everything the product was told so far, by anybody, as far as a person could be asked for it a second time. */
export type Told = ReturnType<typeof openTold>

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-/
const day = /^\d{4}-\d{2}-\d{2}/
/** Words of a contract such as `resident_card`: nobody types them. */
const word = /^[a-z][a-z_.]*$/

/** Remembers what stands in everything that was sent to the product, and knows it again when somebody types it. */
export function openTold() {
  const values = new Set<string>()
  function tell(value: unknown): void {
    if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) tell(inner)
    if (typeof value !== 'string') return
    const plain = value.replace(/\s/g, '')
    if (plain.length >= 2 && plain.length <= 200 && ![uuid, day, word].some((kind) => kind.test(plain)))
      values.add(plain)
  }
  return {
    /** Takes every text out of what was sent. */
    tell,
    /** What of this text the product holds already: the text itself, or a number inside it; undefined where all is new. */
    knows(typed: string): string | undefined {
      const plain = typed.replace(/\s/g, '')
      if (values.has(plain)) return plain
      return (plain.match(/\d{5,}[\dX]?/g) ?? []).find((number) => values.has(number))
    },
    size: () => values.size,
  }
}
