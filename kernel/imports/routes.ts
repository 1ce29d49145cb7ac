import { get, post, type Route } from '../http/route.ts'
import { decideLeaving } from './commands/decide-leaving.ts'
import { mapImport } from './commands/map-import.ts'
import { settleQuestions } from './commands/settle-questions.ts'
import { cancelImport, runImport, undoImport } from './commands/steps.ts'
import { uploadImport } from './commands/upload-import.ts'
import { sheetTypes } from './contract.ts'
import { importBytes } from './limits.ts'
import type { ImportParts } from './parts.ts'
import { drawErrorFile } from './queries/draw-error-file.ts'
import { drawImportTemplate } from './queries/draw-template.ts'
import { findImport } from './queries/find-import.ts'
import { listImports } from './queries/list-imports.ts'
import { listImportKinds } from './queries/list-kinds.ts'
import { listImportQuestions } from './queries/list-questions.ts'
import { listImportRows } from './queries/list-rows.ts'
import { lookAtHeadings } from './queries/look-at-headings.ts'

const xlsx = ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const

/** The addresses of imports, over the kinds that modules define. */
export function importRoutes(parts: ImportParts): readonly Route[] {
  const one = '/cells/:cell/imports/:import'
  return [
    get('/imports/kinds', listImportKinds(parts), '可以导入的表格'),
    get('/imports/templates/:kind', drawImportTemplate(parts), '导入模板', { asBytes: xlsx }),
    post('/units/:unit/imports/:kind', uploadImport(parts), '上传表格', {
      status: 201,
      bodyBytes: sheetTypes,
      bodyAtMost: importBytes,
    }),
    get('/units/:unit/imports', listImports(parts), '导入记录'),
    get(one, findImport(parts), '一次导入'),
    get(`${one}/headings`, lookAtHeadings(parts), '换一张工作表或表头行，看看各列'),
    post(`${one}/mapping`, mapImport(parts), '确认各列对应关系，开始试运行'),
    get(`${one}/rows`, listImportRows(parts), '导入的各行'),
    get(`${one}/questions`, listImportQuestions(parts), '需要经办人认定的'),
    post(`${one}/choices`, settleQuestions(parts), '认定'),
    post(`${one}/run`, runImport(parts), '正式导入'),
    post(`${one}/cancellation`, cancelImport(parts), '停止导入'),
    post(`${one}/undo`, undoImport(parts), '撤销导入'),
    post(`${one}/leaving`, decideLeaving(parts), '认定已离开'),
    get(`${one}/error-file`, drawErrorFile(parts), '错误文件', { asBytes: xlsx }),
  ]
}
