/** The two families of algorithms an installation can run on: `sm` (国密) and `intl`. */
export type SuiteName = 'sm' | 'intl'

/**
 * A key pair for signatures.
 *
 * `privateKey` is PKCS#8 DER and `publicKey` SubjectPublicKeyInfo DER, the two forms `openssl` reads and writes.
 */
export type SigningKey = { privateKey: Buffer; publicKey: Buffer }

/** One sealing key, prepared for many uses. */
export type Sealer = {
  /** Encrypts and authenticates `plain`, and authenticates `aad` with it; never gives the same bytes twice. */
  seal(aad: Uint8Array, plain: Uint8Array): Buffer
  /**
   * Gives back what was sealed under the same key and `aad`.
   *
   * @throws SealBroken when any bit of key, `aad` or sealed bytes differs
   */
  open(aad: Uint8Array, sealed: Uint8Array): Buffer
}

/** Gives the keyed digest, 32 bytes, under the one key it was prepared for. */
export type Digester = (bytes: Uint8Array) => Buffer

/** Says whether `signature` was made over `bytes` by the one key it was prepared for; never throws. */
export type Verifier = (bytes: Uint8Array, signature: Uint8Array) => boolean

/** One family of algorithms behind one shape, so that no other code names an algorithm. */
export type CryptoSuite = {
  readonly name: SuiteName
  /** The byte that stands for the suite in everything stored; never re-used for another suite. */
  readonly id: number
  /** Bytes of a key for `seal` and `open`. */
  readonly sealKeyBytes: number

  /** @returns 32 bytes */
  hash(bytes: Uint8Array): Buffer

  /** @returns 32 bytes; the key may have any length and should have 32 bytes */
  mac(key: Uint8Array, bytes: Uint8Array): Buffer

  /** Prepares a key for many digests: each is then several times faster than `mac`. */
  digester(key: Uint8Array): Digester

  /** Seals once; see `Sealer`. @throws RangeError when the key has not `sealKeyBytes` bytes */
  seal(key: Uint8Array, aad: Uint8Array, plain: Uint8Array): Buffer

  /** Opens once; see `Sealer`. @throws SealBroken, and RangeError when the key has not `sealKeyBytes` bytes */
  open(key: Uint8Array, aad: Uint8Array, sealed: Uint8Array): Buffer

  /**
   * Prepares a key for many seals: each is then several times faster than `seal`.
   *
   * @throws RangeError when the key has not `sealKeyBytes` bytes
   */
  sealer(key: Uint8Array): Sealer

  generateSigningKey(): SigningKey

  /** Signs `bytes`; the signature has the form `openssl pkeyutl` writes for this kind of key. */
  sign(key: SigningKey, bytes: Uint8Array): Buffer

  /** Checks one signature; where a key is used again and again, `verifier` is several times faster. */
  verify(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean

  /**
   * Prepares a key for many checks.
   *
   * @throws Error when the public key is not one of this suite
   */
  verifier(publicKey: Uint8Array): Verifier
}

/** Sealed bytes that do not open: changed, cut, moved to another place, or sealed under another key. */
export class SealBroken extends Error {
  override name = 'SealBroken'
}

/** Refuses a sealing key of a wrong length before an algorithm uses a part of it. */
export function requireSealKey(key: Uint8Array, bytes: number): void {
  if (key.length !== bytes) throw new RangeError(`a sealing key has ${bytes} bytes, this one has ${key.length}`)
}
