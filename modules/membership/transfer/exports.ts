import { civilDay } from '@gongqiao/calendar'
import { type AnyExportKind, type ExportColumn, exportShape } from '@gongqiao/kernel/exports/kind.ts'
import { aboutUnit } from '@gongqiao/modules/organization/index.ts'
import type { TransferLine } from './contract.ts'
import { transfersQuery } from './queries/list-transfers.ts'

const pageSize = 1_000
const columns = (kind: 'transfer' | 'incoming'): readonly ExportColumn<TransferLine>[] => [
  { title: 'membership.export.name', value: (row) => row.name },
  { title: 'membership.export.from', width: 40, value: (row) => row.from.name },
  { title: 'membership.export.to', width: 40, value: (row) => row.to.name },
  {
    title: 'membership.export.transfer_state',
    width: 32,
    value: (row, say) => say(`kind.membership.${kind}.state.${row.state}`),
  },
  { title: 'membership.export.asked', kind: 'day', value: (row) => civilDay(new Date(row.askedAt)) },
  { title: 'membership.export.due', kind: 'day', value: (row) => row.dueOn },
  {
    title: 'membership.export.ended',
    kind: 'day',
    value: (row) => (row.endedAt === null ? null : civilDay(new Date(row.endedAt))),
  },
]

/** The two lists of transfers as files: who leaves is the list by default, who comes is asked for by `way`. */
export const transferExports: readonly AnyExportKind[] = [
  {
    name: 'membership.transfers_out',
    title: 'membership.export.transfers_out',
    masked: exportShape(transfersQuery('membership.export_transfers', pageSize), columns('transfer')),
    unmasked: undefined,
    total: undefined,
    about: aboutUnit,
  },
  {
    name: 'membership.transfers_in',
    title: 'membership.export.transfers_in',
    masked: exportShape(transfersQuery('membership.export_transfers', pageSize), columns('incoming')),
    unmasked: undefined,
    total: undefined,
    about: aboutUnit,
  },
]
