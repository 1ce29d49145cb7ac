import { kindText } from '../matter/history.ts'
import type { MatterKind } from '../matter/kind.ts'
import type { Services } from '../services.ts'
import type { Language } from '../shared/texts.ts'

/** Speaks of one kind: its own words, else those of every matter, else the code itself. */
export function kindWords(say: Services['say'], language: Language, kind: MatterKind | undefined, name: string) {
  return (key: string): string => {
    const own = kind?.texts[language][key]
    if (own !== undefined) return own
    const common = say(language, `matter.${key}`)
    if (common !== `matter.${key}`) return common
    const known = say(language, kindText(name, key))
    return known === kindText(name, key) ? key.split('.').slice(1).join('.') || name : known
  }
}

/** Says a key of a kind. */
export type Speak = ReturnType<typeof kindWords>
