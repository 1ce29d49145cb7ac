import type { Language } from '../checked.ts'

/** One row of a code table: the code, its Chinese and its English name. */
export type CodeRow<Code extends string | number> = {
  readonly code: Code
  readonly zh: string
  readonly en: string
}

/** A closed list of codes laid down by a standard. */
export type CodeTable<Code extends string | number> = {
  /** Number of the standard, for example `GB/T 3304-1991`. */
  readonly standard: string
  /** All rows in the standard's order. */
  readonly rows: readonly CodeRow<Code>[]
  /** Says whether a value is a code of this table. */
  has(code: unknown): code is Code
  /** The name of a code in a language. */
  nameOf(code: Code, language: Language): string
}

/** Makes a code table from `[code, Chinese, English]` rows. */
export function codeTable<const Code extends string | number>(
  standard: string,
  triples: readonly (readonly [Code, string, string])[],
): CodeTable<Code> {
  const rows = triples.map(([code, zh, en]) => ({ code, zh, en }))
  const byCode = new Map<unknown, CodeRow<Code>>(rows.map((row) => [row.code, row]))
  return {
    standard,
    rows,
    has: (code): code is Code => byCode.has(code),
    nameOf(code, language) {
      const row = byCode.get(code)
      if (row === undefined) throw new RangeError(`${standard} has no code ${code}`)
      return row[language]
    },
  }
}

/** The union of all codes of a table. */
export type CodeOf<Table> = Table extends CodeTable<infer Code> ? Code : never
