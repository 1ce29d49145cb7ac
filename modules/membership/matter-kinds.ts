import { type MatterKind, matterKind } from '@gongqiao/kernel/matter/kind.ts'
import { applicationFiles, applicationRecord } from './application-record.ts'
import { letterKind } from './letter/kind.ts'
import { lifeRecord } from './life/life-record.ts'
import { deemed, expulsion, resignation, standing } from './life/machine.ts'
import { application, notMe } from './machine.ts'
import { notMeRecord } from './not-me-record.ts'
import { kindEn, kindZh } from './texts/kinds.ts'
import { incoming, transfer } from './transfer/machine.ts'
import { transferKindEn, transferKindZh } from './transfer/texts/kinds.ts'
import { incomingRecord, transferRecord } from './transfer/transfer-record.ts'

const definitions = { application, notMe, standing, resignation, deemed, expulsion } as const
const records = {
  application: { record: applicationRecord, recordFiles: applicationFiles },
  notMe: { record: notMeRecord },
  standing: { record: lifeRecord },
  resignation: { record: lifeRecord },
  deemed: { record: lifeRecord },
  expulsion: { record: lifeRecord },
} as const
const names = ['application', 'notMe', 'standing', 'resignation', 'deemed', 'expulsion'] as const

/** This module's matters, as queue, timeline and my matters know them; their steps are commands of this module. */
export const membershipKinds: readonly MatterKind[] = [
  ...names.map((name) =>
    matterKind({
      definition: definitions[name],
      texts: { zh: kindZh[name], en: kindEn[name] },
      own: true,
      ...records[name],
    }),
  ),
  matterKind({
    definition: transfer,
    texts: { zh: transferKindZh.transfer, en: transferKindEn.transfer },
    own: true,
    record: transferRecord,
  }),
  // The person sees the transfer itself, with both its sides.
  matterKind({
    definition: incoming,
    texts: { zh: transferKindZh.incoming, en: transferKindEn.incoming },
    own: true,
    counterpart: true,
    record: incomingRecord,
  }),
  letterKind,
]
