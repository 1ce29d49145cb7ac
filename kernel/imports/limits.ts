/** Largest file that is taken, in bytes: 200,000 people with all columns have about half of it. */
export const importBytes = 64 * 1024 * 1024
/** Most rows of one sheet, its headings included. */
export const importRows = 200_000
/** The limits of a sheet that comes in. */
export const sheetLimits = { rows: importRows, fileBytes: importBytes } as const
/** Rows of one transaction: the first ones soon, so that the clerk sees what is wrong while the rest is read. */
export const chunk = { first: 200, rows: 2_000 } as const
