/** What is wrong with a scan before it is sent, or null. */
export type ScanFault = 'kind' | 'size' | 'empty'

export const scanKinds: readonly string[] = ['image/jpeg', 'image/png', 'application/pdf']
export const scanLimitBytes = 5 * 1024 * 1024

/** Judges a chosen file: a JPG, PNG or PDF of 1 byte to 5 MB. */
export function scanFault(file: { readonly type: string; readonly size: number }): ScanFault | null {
  if (!scanKinds.includes(file.type)) return 'kind'
  if (file.size === 0) return 'empty'
  return file.size > scanLimitBytes ? 'size' : null
}

/** A size in words: `812 KB`, `5.3 MB`. */
export function sizeWords(sizeBytes: number): string {
  if (sizeBytes < 1024 * 1024) return `${Math.max(1, Math.round(sizeBytes / 1024))} KB`
  return `${(sizeBytes / 1024 / 1024).toFixed(1)} MB`
}
