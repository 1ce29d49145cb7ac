import { get, post, type Route } from '../http/route.ts'
import { cancelExportCommand } from './commands/cancel-export.ts'
import { startExportCommand } from './commands/start-export.ts'
import type { ExportParts } from './kind.ts'
import { downloadExportQuery } from './queries/download-export.ts'
import { listExportsQuery } from './queries/list-exports.ts'
import { mediaTypes } from './write-export.ts'

/** The routes of exports, over the lists that modules declare. */
export function exportRoutes(parts: ExportParts): readonly Route[] {
  return [
    post('/exports/:kind', startExportCommand(parts), '导出名单', { status: 201 }),
    get('/exports', listExportsQuery(parts), '我的导出'),
    get('/exports/:export/file', downloadExportQuery(parts), '下载导出的文件', {
      asBytes: [mediaTypes.xlsx, mediaTypes.csv],
    }),
    post('/exports/:export/cancellation', cancelExportCommand(parts), '取消导出'),
  ]
}
