/** One of a list's values out of an address; an address typed wrong asks for nothing. */
export function oneOf<T extends string>(values: readonly T[], asked: unknown): T | undefined {
  return values.find((value) => value === asked)
}
