import { normaliseName } from './normalise-name.ts'

/** A name as names are searched: normalised, lower case, without dots, spaces, hyphens and apostrophes. */
export function plainName(name: string): string {
  return normaliseName(name)
    .toLowerCase()
    .replace(/[· '’.-]/g, '')
}

/**
 * The distinct pairs of neighbouring characters of a name, in the order they stand, for search by two or more characters.
 *
 * Dots, spaces and letter case play no part, and a character outside the basic plane (𬭎) is one. The pairs of any part
 * of a name of two or more characters are among the pairs of the name, so the same function cuts the name and what is
 * searched for; the pairs of a prefix stand first. A name of one character gives that character.
 */
export function nameBigrams(name: string): string[] {
  const characters = [...plainName(name)]
  if (characters.length < 2) return characters
  return [...new Set(characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`))]
}
