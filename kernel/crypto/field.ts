import { type CryptoSuite, SealBroken, type Sealer } from './suite.ts'

const FORMAT = 1
const HEADER_BYTES = 4

/** The key that encrypts one cell's personal fields; `id` is 1 to 65535 and stands in every field it sealed. */
export type DataKey = { suite: CryptoSuite; cell: number; id: number; sealer: Sealer }

/** The one place a sealed field belongs to: row `id` of `table`, in `column`, in the cell. */
export type FieldPlace = { cell: number; table: string; column: string; id: string }

/**
 * Encrypts one personal field 个人信息 for the one place it will stand in.
 *
 * The bytes are format (1), suite (1), key id (2), and what the suite sealed: 64 to 100 bytes for an identity number.
 *
 * @throws RangeError when the key belongs to another cell, or the text holds half a surrogate pair
 * @see design: personal data
 */
export function sealField(key: DataKey, place: FieldPlace, plain: string): Buffer {
  if (key.cell !== place.cell) throw new RangeError(`a key of cell ${key.cell} seals nothing in cell ${place.cell}`)
  if (!plain.isWellFormed()) throw new RangeError('the text is not well-formed Unicode')
  const header = Buffer.from([FORMAT, key.suite.id, key.id >> 8, key.id & 0xff])
  const sealed = key.sealer.seal(associated(header, place), Buffer.from(plain))
  return Buffer.concat([header, sealed])
}

/**
 * Decrypts a field that stands where it was sealed for.
 *
 * @param resolve the key of a cell by its id; what it throws passes through
 * @throws SealBroken when the bytes were changed, or copied from another row, column, table or cell
 */
export function openField(
  resolve: (cell: number, keyId: number) => DataKey,
  place: FieldPlace,
  bytes: Uint8Array,
): string {
  const header = Buffer.from(bytes.subarray(0, HEADER_BYTES))
  if (bytes.length < HEADER_BYTES || header[0] !== FORMAT) throw new SealBroken('the field has an unknown format')
  const key = resolve(place.cell, header.readUInt16BE(2))
  if (key.cell !== place.cell) throw new RangeError(`a key of cell ${key.cell} opens nothing in cell ${place.cell}`)
  return key.sealer.open(associated(header, place), bytes.subarray(HEADER_BYTES)).toString()
}

/** The lengths of all texts stand before them, so that no two places have the same bytes. */
function associated(header: Buffer, { cell, table, column, id }: FieldPlace): Buffer {
  const texts = [table, column, id].map((text) => Buffer.from(text))
  const numbers = Buffer.alloc(16)
  numbers.writeInt32BE(cell)
  for (const [index, text] of texts.entries()) numbers.writeUInt32BE(text.length, 4 + 4 * index)
  return Buffer.concat([header, numbers, ...texts])
}
