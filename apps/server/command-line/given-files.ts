import { createPublicKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { UsageFault } from './command.ts'

/**
 * Reads a file that was named on the command line.
 *
 * @param mostBytes a larger one is of another kind and is not read into memory
 * @throws UsageFault
 */
export async function readGiven(file: string, mostBytes: number): Promise<Buffer> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch (cause) {
    throw new UsageFault(`${file} cannot be read`, { cause })
  }
  if (bytes.length > mostBytes) throw new UsageFault(`${file} is larger than any of its kind`)
  return bytes
}

/**
 * Reads a public key in a file: PEM, DER, or the base64 of it.
 *
 * @returns SubjectPublicKeyInfo DER
 * @throws UsageFault
 */
export async function readGivenKey(file: string): Promise<Buffer> {
  const bytes = await readGiven(file, 100_000)
  const text = bytes.toString('latin1').trim()
  try {
    if (text.startsWith('-----BEGIN')) return createPublicKey(text).export({ format: 'der', type: 'spki' })
    const der = /^[A-Za-z0-9+/=\s]+$/.test(text) ? Buffer.from(text, 'base64') : bytes
    return createPublicKey({ key: der, format: 'der', type: 'spki' }).export({ format: 'der', type: 'spki' })
  } catch (cause) {
    throw new UsageFault(`${file} holds no public key`, { cause })
  }
}
