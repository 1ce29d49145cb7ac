import type { SheetToWrite } from './sheet-to-write.ts'
import { xmlText } from './xml-text.ts'

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Cell styles by their number in `styles`. */
export const styleOf = { plain: 0, day: 1, title: 2, watermark: 3, text: 4 } as const

const cellStyle = (format: number, font: number, rest = '') =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0"${rest}`

/** The five styles our sheets use; text keeps its leading zeros when somebody edits it. */
export const styles =
  `${xml}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
  '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font>' +
  '<font><sz val="10"/><color rgb="FF5C5450"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">` +
  `${cellStyle(0, 0)}/>${cellStyle(164, 0, ' applyNumberFormat="1"/>')}${cellStyle(0, 1, ' applyFont="1"/>')}` +
  `${cellStyle(0, 2, ' applyFont="1"/>')}${cellStyle(49, 0, ' applyNumberFormat="1"/>')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

/** The list of a workbook's sheets. */
export function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.join('')}</sheets></workbook>`
}

/** What the archive, or the workbook in it, is made of. */
export function relations(of: 'root' | 'workbook', sheets: number): string {
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`
  const listed =
    of === 'root'
      ? [
          relation(1, `${office}/officeDocument`, 'xl/workbook.xml'),
          relation(2, `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'),
        ]
      : [
          ...Array.from({ length: sheets }, (_, index) =>
            relation(index + 1, `${office}/worksheet`, `worksheets/sheet${index + 1}.xml`),
          ),
          relation(sheets + 1, `${office}/styles`, 'styles.xml'),
        ]
  return `${xml}<Relationships xmlns="${packages}/relationships">${listed.join('')}</Relationships>`
}

/** What kind of part each part is. */
export function contentTypes(sheets: number): string {
  const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`
  const listed = [
    override('xl/workbook.xml', `${spreadsheet}.sheet.main+xml`),
    override('xl/styles.xml', `${spreadsheet}.styles+xml`),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    ...Array.from({ length: sheets }, (_, index) =>
      override(`xl/worksheets/sheet${index + 1}.xml`, `${spreadsheet}.worksheet+xml`),
    ),
  ]
  return (
    `${xml}<Types xmlns="${packages}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${listed.join('')}</Types>`
  )
}

/** What the file says of itself: who made it, what it is, when, and its watermark. */
export function coreProperties(made: SheetToWrite['made'], watermark: string | undefined): string {
  const at = made?.at.toISOString().replace(/\.\d+Z$/, 'Z')
  const text = (name: string, value: string | undefined) =>
    value === undefined ? '' : `<${name}>${xmlText(value)}</${name}>`
  return (
    `${xml}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    text('dc:title', made?.title) +
    text('dc:creator', made?.by) +
    text('dc:description', watermark) +
    (at === undefined ? '' : `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created>`) +
    '</cp:coreProperties>'
  )
}

/** A name a sheet may have: at most 31 characters, none of those a formula uses; further sheets are numbered. */
export function sheetName(name: string, number: number): string {
  const suffix = number > 1 ? ` ${number}` : ''
  const plain =
    name
      .replace(/[\\/?*[\]:]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || 'Sheet'
  return `${[...plain].slice(0, 31 - suffix.length).join('')}${suffix}`
}
