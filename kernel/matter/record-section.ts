/** A titled part of a record: labels with their values. */
export type RecordSection = { readonly title: string; readonly rows: readonly (readonly [string, string])[] }
