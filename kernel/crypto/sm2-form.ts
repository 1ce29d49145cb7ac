import { createHash } from 'node:crypto'

/** The order n of the curve's base point: a signature's two numbers lie between 1 and n − 1. */
const ORDER = Buffer.from('fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123', 'hex')

/** The user id every signature is bound to, after its length in bits. */
const USER_ID = Buffer.from('\x00\x801234567812345678', 'latin1')

/** The curve's a, b and base point, in the order they are hashed. */
const CURVE = Buffer.from(
  'fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc' +
    '28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93' +
    '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7' +
    'bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0',
  'hex',
)

const PUBLIC_PREFIX = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex')
const PRIVATE_PREFIX = Buffer.from('308187020100301306072a8648ce3d020106082a811ccf5501822d046d306b0201010420', 'hex')
const PUBLIC_BYTES = PUBLIC_PREFIX.length + 65
const PRIVATE_BYTES = PRIVATE_PREFIX.length + 32 + 70

/**
 * The uncompressed point (65 bytes, first 0x04) in a SubjectPublicKeyInfo of 91 bytes.
 *
 * @throws Error when the bytes are anything else
 */
export function sm2Point(publicKey: Uint8Array): Buffer {
  const bytes = Buffer.from(publicKey)
  const point = bytes.subarray(PUBLIC_PREFIX.length)
  if (bytes.length !== PUBLIC_BYTES || !startsWith(bytes, PUBLIC_PREFIX) || point[0] !== 4) {
    throw new Error('the public key is not an SM2 key in SubjectPublicKeyInfo DER')
  }
  return point
}

/**
 * The secret number (32 bytes) in a PKCS#8 of 138 bytes, as `openssl` and Node write it.
 *
 * @throws Error when the bytes are anything else
 */
export function sm2Scalar(privateKey: Uint8Array): Buffer {
  const bytes = Buffer.from(privateKey)
  if (bytes.length !== PRIVATE_BYTES || !startsWith(bytes, PRIVATE_PREFIX)) {
    throw new Error('the private key is not an SM2 key in PKCS#8 DER')
  }
  return bytes.subarray(PRIVATE_PREFIX.length, PRIVATE_PREFIX.length + 32)
}

/**
 * What an SM2 signature is made over: the digest of the signer's identity and the message, 32 bytes.
 *
 * @see GB/T 32918.2 §5.5, §6.1
 */
export function signedDigest(point: Buffer, bytes: Uint8Array): Buffer {
  const signer = createHash('sm3').update(USER_ID).update(CURVE).update(point.subarray(1)).digest()
  return createHash('sm3').update(signer).update(bytes).digest()
}

/** Writes r and s (64 bytes) as DER. @see GB/T 35276 */
export function encodeSm2Signature(pair: Uint8Array): Buffer {
  const body = Buffer.concat([derInteger(pair.subarray(0, 32)), derInteger(pair.subarray(32))])
  return Buffer.concat([Buffer.from([0x30, body.length]), body])
}

/** Reads DER as r and s (64 bytes); undefined unless it is the one shortest form and both numbers are in range. */
export function parseSm2Signature(signature: Uint8Array): Buffer | undefined {
  const bytes = Buffer.from(signature)
  const lengthOfR = bytes[3] ?? 0
  const r = fixedNumber(bytes.subarray(4, 4 + lengthOfR))
  const s = fixedNumber(bytes.subarray(6 + lengthOfR))
  if (r === undefined || s === undefined) return undefined
  const pair = Buffer.concat([r, s])
  return encodeSm2Signature(pair).equals(bytes) ? pair : undefined
}

function derInteger(number: Uint8Array): Buffer {
  const first = number.findIndex((byte) => byte !== 0)
  const shortest = number.subarray(first)
  const sign = (shortest[0] ?? 0) >= 0x80 ? [0] : []
  return Buffer.from([0x02, shortest.length + sign.length, ...sign, ...shortest])
}

function fixedNumber(value: Buffer): Buffer | undefined {
  const digits = value[0] === 0 ? value.subarray(1) : value
  if (digits.length === 0 || digits.length > 32) return undefined
  const number = Buffer.concat([Buffer.alloc(32 - digits.length), digits])
  return number.some((byte) => byte !== 0) && number.compare(ORDER) < 0 ? number : undefined
}

function startsWith(bytes: Buffer, prefix: Buffer): boolean {
  return bytes.subarray(0, prefix.length).equals(prefix)
}
