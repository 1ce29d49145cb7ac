import { Refusal } from '../refusal.ts'
import type { RowGuard } from './limits.ts'

export type Separator = ',' | ';' | '\t'

/** Which character parts the fields: the one that parts the first lines most, quoted text left out. */
export function separatorOf(head: string): Separator {
  const declared = /^sep=([,;\t])\r?\n/i.exec(head)?.[1]
  if (declared) return asSeparator(declared)
  const bare = head.replace(/"(?:[^"]|"")*"?/g, '')
  const count = (separator: string) => bare.split(separator).length - 1
  const found: readonly Separator[] = ['\t', ';', ',']
  return found.reduce((best, separator) => (count(separator) > count(best) ? separator : best), ',')
}

function asSeparator(text: string): Separator {
  return text === ';' ? ';' : text === '\t' ? '\t' : ','
}

/** Parts a text into records; fed with pieces of any size. */
export type RecordReader = {
  /** The records that ended within this piece. */
  feed(piece: string): readonly (readonly string[])[]
  /** The last record, when the file does not end with a line break. */
  end(): readonly (readonly string[])[]
}

/**
 * Reads records as RFC 4180 says and as spreadsheets write them: CR, LF or CRLF ends a record, a field in quotes holds
 * anything, a quote inside an unquoted field is a quote.
 *
 * Refuses what the guard refuses, and `sheet.open_quote` where a field in quotes never ends.
 */
export function recordReader(separator: Separator, guard: RowGuard): RecordReader {
  let field = ''
  let record: string[] = []
  let records: string[][] = []
  let number = 1
  /** Where we are: before a field, in a plain one, in quotes, or behind a quote that may end the field or be doubled. */
  let state: 'start' | 'plain' | 'quoted' | 'quote' = 'start'
  let afterReturn = false
  let openedIn = 1

  const measured = (text: string) => {
    field += text
    guard.length(number, record.length + 1, field.length)
  }
  const endField = () => {
    record.push(field)
    guard.column(number, record.length)
    field = ''
    state = 'start'
  }
  const endRecord = () => {
    endField()
    if (record.length > 1 || record[0] !== '') guard.row()
    records.push(record)
    record = []
    number += 1
  }
  const plainEnd = new RegExp(`[${separator}\r\n]`, 'g')

  return {
    feed(piece) {
      for (let at = 0; at < piece.length; ) {
        const letter = piece.charAt(at)
        if (afterReturn) {
          afterReturn = false
          if (letter === '\n') {
            at += 1
            continue
          }
        }
        if (state === 'quoted') {
          const quote = piece.indexOf('"', at)
          measured(piece.slice(at, quote < 0 ? undefined : quote))
          if (quote >= 0) state = 'quote'
          at = quote < 0 ? piece.length : quote + 1
        } else if (state === 'quote' && letter === '"') {
          measured('"')
          state = 'quoted'
          at += 1
        } else if (letter === separator) {
          endField()
          at += 1
        } else if (letter === '\n' || letter === '\r') {
          afterReturn = letter === '\r'
          endRecord()
          at += 1
        } else if (state === 'start' && letter === '"') {
          state = 'quoted'
          openedIn = number
          at += 1
        } else {
          plainEnd.lastIndex = at
          const end = plainEnd.exec(piece)?.index ?? piece.length
          measured(piece.slice(at, end))
          state = 'plain'
          at = end
        }
      }
      const done = records
      records = []
      return done
    },
    end() {
      if (state === 'quoted') throw new Refusal('sheet.open_quote', { variables: { row: openedIn } })
      if (state !== 'start' || record.length > 0) endRecord()
      const done = records
      records = []
      return done
    },
  }
}
