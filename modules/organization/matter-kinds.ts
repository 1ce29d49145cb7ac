import { type MatterKind, matterKind } from '@gongqiao/kernel/matter/kind.ts'
import { unitChange } from './life/unit-change.ts'
import { founding, registration } from './machine.ts'
import { termEnd, vacancy } from './terms/term-end.ts'
import { foundingKindWords } from './texts/founding-kinds.ts'
import { lifeKindWords } from './texts/life-kinds.ts'

/** The kinds of matters of this module. */
export const organizationKinds: readonly MatterKind[] = [
  matterKind({ definition: founding, texts: foundingKindWords.founding, own: true }),
  matterKind({ definition: registration, texts: foundingKindWords.registration, own: true }),
  matterKind({ definition: termEnd, texts: lifeKindWords.termEnd, own: true }),
  matterKind({ definition: vacancy, texts: lifeKindWords.vacancy, own: true }),
  matterKind({ definition: unitChange, texts: lifeKindWords.unitChange, own: true }),
]
