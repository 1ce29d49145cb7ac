import { type AnyExportKind, type ExportColumn, exportShape, type Say } from '@gongqiao/kernel/exports/kind.ts'
import { aboutUnit } from '@gongqiao/modules/organization/index.ts'
import type { Static } from 'typebox'
import { type FigureLine, listFigures } from './queries/list-figures.ts'

type Line = Static<typeof FigureLine>
const spoken = (key: string, say: Say) => (key.startsWith('rights.') ? say(key) : key)

const columns: readonly ExportColumn<Line>[] = [
  { title: 'rights.export.part', width: 20, value: ({ part }, say) => say(part) },
  { title: 'rights.export.name', width: 36, value: ({ name }, say) => spoken(name, say) },
  { title: 'rights.export.asks', width: 12, value: ({ asks }, say) => asks ?? say('rights.export.hidden') },
]

/** The lists of this module that leave as a file 导出: figures of asks, with the same counts hidden as on the screen. */
export const rightsExports: readonly AnyExportKind[] = [
  {
    name: 'rights.figures',
    title: 'rights.export.figures',
    masked: exportShape(listFigures, columns),
    unmasked: undefined,
    total: undefined,
    about: aboutUnit,
  },
]
