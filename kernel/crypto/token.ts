import type { CryptoSuite, SigningKey, Verifier } from './suite.ts'

const FORMAT = 1
const SIGNER_BYTES = 8
const HEADER_BYTES = 2 + SIGNER_BYTES + 2
const MAX_PAYLOAD_BYTES = 1024
const MAX_TEXT_LENGTH = 2048

/** What is signed begins with this, so that no signature made for another purpose passes as a token's. */
const PURPOSE = Buffer.from('signed token\0')

/** A key whose tokens are accepted. */
export type TokenSigner = { suite: CryptoSuite; publicKey: Buffer }

/** The payload of a good token, or why there is none; an unknown signer is most often another installation. */
export type TokenAnswer =
  | { payload: Buffer; failure?: never }
  | { failure: 'malformed' | 'forged' }
  | { failure: 'unknown_signer'; signer: string }

/** Names a public key in 8 bytes. */
export function signerId({ suite, publicKey }: TokenSigner): Buffer {
  return suite.hash(publicKey).subarray(0, SIGNER_BYTES)
}

/**
 * Signs a payload into text for a QR code or a link: base64url, at most 16 + 4/3 × (payload + 72) characters.
 *
 * The text can be read by anybody, so it holds no personal data. Behind base64url stand format (1), suite (1), signer
 * (8), payload length (2), payload, signature.
 *
 * @throws RangeError when the payload is longer than 1024 bytes
 */
export function signToken(suite: CryptoSuite, key: SigningKey, payload: Uint8Array): string {
  if (payload.length > MAX_PAYLOAD_BYTES) throw new RangeError(`a token carries at most ${MAX_PAYLOAD_BYTES} bytes`)
  const length = Buffer.from([payload.length >> 8, payload.length & 0xff])
  const signer = signerId({ suite, publicKey: key.publicKey })
  const signed = Buffer.concat([Buffer.from([FORMAT, suite.id]), signer, length, payload])
  const signature = suite.sign(key, Buffer.concat([PURPOSE, signed]))
  return Buffer.concat([signed, signature]).toString('base64url')
}

/**
 * Makes the check of tokens by the given signers.
 *
 * A checked token is remembered, since one poster is scanned by thousands: the last `remember` good ones are answered
 * without their signature being checked again. A token's expiry and revocation are the caller's, at every use.
 *
 * @param remember how many good tokens, about 400 bytes each; 10,000 unless told
 */
export function tokenVerifier(signers: TokenSigner[], remember = 10_000): (text: string) => TokenAnswer {
  const known = new Map<string, () => Verifier>()
  for (const signer of signers) {
    known.set(
      signerId(signer).toString('hex'),
      lazily(() => signer.suite.verifier(signer.publicKey)),
    )
  }
  const good = new Map<string, Buffer>()

  return (text) => {
    const remembered = good.get(text)
    if (remembered !== undefined) {
      good.delete(text) // set again below, it is the youngest
      good.set(text, remembered)
      return { payload: Buffer.from(remembered) }
    }
    const parts = parse(text)
    if (parts === undefined) return { failure: 'malformed' }
    const verifierOf = known.get(parts.signer)
    if (verifierOf === undefined) return { failure: 'unknown_signer', signer: parts.signer }
    if (!verifierOf()(Buffer.concat([PURPOSE, parts.signed]), parts.signature)) return { failure: 'forged' }
    good.set(text, parts.payload)
    for (const oldest of good.keys()) {
      if (good.size <= remember) break
      good.delete(oldest)
    }
    return { payload: Buffer.from(parts.payload) }
  }
}

type Parts = { signer: string; signed: Buffer; payload: Buffer; signature: Buffer }

function parse(text: string): Parts | undefined {
  if (text.length > MAX_TEXT_LENGTH) return undefined
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.toString('base64url') !== text || bytes.length < HEADER_BYTES || bytes[0] !== FORMAT) return undefined
  const end = HEADER_BYTES + bytes.readUInt16BE(HEADER_BYTES - 2)
  if (end >= bytes.length) return undefined
  return {
    signer: bytes.toString('hex', 2, 2 + SIGNER_BYTES),
    signed: bytes.subarray(0, end),
    payload: bytes.subarray(HEADER_BYTES, end),
    signature: bytes.subarray(end),
  }
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
