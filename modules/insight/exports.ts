import { type AnyExportKind, type ExportColumn, exportShape } from '@gongqiao/kernel/exports/kind.ts'
import { aboutUnit } from '@gongqiao/modules/organization/index.ts'
import type { UnitFigure } from './contract.ts'
import { listFiguresQuery } from './queries/list-figures.ts'

const pageSize = 1_000

const columns: readonly ExportColumn<UnitFigure>[] = [
  { title: 'insight.export.unit', width: 40, value: ({ unit }) => unit.name },
  { title: 'insight.export.on_roll', kind: 'number', value: (row) => row.onRoll },
  { title: 'insight.export.claimed', kind: 'number', value: (row) => row.claimed },
  { title: 'insight.export.affirmed', kind: 'number', width: 18, value: (row) => row.affirmed },
  { title: 'insight.export.provisional', kind: 'number', value: (row) => row.provisional },
]

/** The lists of this module that leave as a file 导出: figures of the unions directly below one, in tree order. */
export const insightExports: readonly AnyExportKind[] = [
  {
    name: 'insight.figures',
    title: 'insight.export.figures',
    masked: exportShape(listFiguresQuery('insight.export_figures', pageSize), columns),
    unmasked: undefined,
    total: undefined,
    about: aboutUnit,
  },
]
