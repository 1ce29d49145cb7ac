const step = 1_000

/** A file's size as a person reads it: `412 KB`, `3.4 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < step * step) return `${Math.max(1, Math.round(bytes / step))} KB`
  return `${(bytes / step / step).toFixed(1)} MB`
}
