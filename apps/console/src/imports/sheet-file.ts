/** What is wrong with a sheet before it is sent, or null. The server looks at its content again. */
export type SheetFault = 'old' | 'other' | 'size' | 'empty'

/** Endings a file chooser offers: also what cannot be read, since only a chosen file can be told its cure. */
export const sheetEndings = ['.xlsx', '.csv', '.txt', '.xlsm', '.xls', '.xlsb', '.et'] as const
/** Largest sheet the server takes, in bytes. */
export const sheetLimitBytes = 64 * 1024 * 1024

const old = /\.(xls|xlsb|et|ett)$/i
const known = /\.(xlsx|xlsm|csv|txt)$/i

/** Judges a chosen file by its name and size, so that nobody waits for an upload that comes to nothing. */
export function sheetFault({ name, size }: { readonly name: string; readonly size: number }): SheetFault | null {
  if (old.test(name)) return 'old'
  if (!known.test(name)) return 'other'
  if (size === 0) return 'empty'
  return size > sheetLimitBytes ? 'size' : null
}

/** The media type a sheet is sent as: what the browser says of csv differs from system to system. */
export function mediaTypeOf(name: string): string {
  if (/\.(csv|txt)$/i.test(name)) return 'text/csv'
  if (/\.xlsx$/i.test(name)) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return 'application/octet-stream'
}
