import { Refusal } from '../refusal.ts'
import { dayStyles } from './day-styles.ts'
import type { Limits } from './limits.ts'
import { mergedAreas } from './merged-areas.ts'
import { readSharedStrings } from './shared-strings.ts'
import type { ByteSource, Sheet } from './sheet.ts'
import { readWorkbook } from './workbook.ts'
import { worksheetRows } from './worksheet-rows.ts'
import { openArchive } from './zip-archive.ts'

/** Opens a workbook at the sheet asked for, or at the first that holds anything. Refuses as `openSheet` does. */
export async function openXlsx(source: ByteSource, wanted: string | undefined, limits: Limits): Promise<Sheet> {
  const archive = await openArchive(source, limits)
  try {
    const workbook = await readWorkbook(archive)
    const { from1904, names } = workbook
    const strings = await readSharedStrings(archive, workbook.sharedStrings, limits)
    const context = { strings, dayStyles: await dayStyles(archive, workbook.styles), from1904 }
    const candidates = wanted === undefined ? workbook.sheets : workbook.sheets.filter(({ name }) => name === wanted)
    for (const { name, part } of candidates) {
      const areas = await mergedAreas(archive.unpack(part))
      const rows = () => worksheetRows(archive.unpack(part), context, areas, limits)
      if (!(await hasAny(rows()))) continue
      return { format: 'xlsx', name, names, rows, close: async () => archive.close() }
    }
    throw new Refusal('sheet.empty')
  } catch (error) {
    archive.close()
    throw error
  }
}

async function hasAny(rows: AsyncIterable<unknown>): Promise<boolean> {
  for await (const _ of rows) return true
  return false
}
