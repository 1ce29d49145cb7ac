import { type MatterKind, matterKind } from '@gongqiao/kernel/matter/kind.ts'
import { foundingRecord } from './founding/founding-record.ts'
import { changeRecord } from './life/change-record.ts'
import { unitChange } from './life/unit-change.ts'
import { founding, registration } from './machine.ts'
import { registrationRecord } from './registration/registration-record.ts'
import { termEnd, vacancy } from './terms/term-end.ts'
import { termEndRecord, vacancyRecord } from './terms/term-record.ts'
import { foundingKindWords } from './texts/founding-kinds.ts'
import { lifeKindWords } from './texts/life-kinds.ts'

/** The kinds of matters of this module. */
export const organizationKinds: readonly MatterKind[] = [
  matterKind({ definition: founding, texts: foundingKindWords.founding, own: true, record: foundingRecord }),
  matterKind({
    ...{ definition: registration, texts: foundingKindWords.registration, own: true },
    record: registrationRecord,
  }),
  matterKind({ definition: termEnd, texts: lifeKindWords.termEnd, own: true, record: termEndRecord }),
  matterKind({ definition: vacancy, texts: lifeKindWords.vacancy, own: true, record: vacancyRecord }),
  matterKind({ definition: unitChange, texts: lifeKindWords.unitChange, own: true, record: changeRecord }),
]
