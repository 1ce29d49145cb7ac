import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  generateKeyPairSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import { encodeSm2Signature, parseSm2Signature, signedDigest, sm2Point, sm2Scalar } from './sm2-form.ts'
import { type CryptoSuite, requireSealKey, SealBroken, type Sealer, type Verifier } from './suite.ts'

const CIPHER_KEY_BYTES = 16
const MAC_KEY_BYTES = 32
const KEY_BYTES = CIPHER_KEY_BYTES + MAC_KEY_BYTES
const IV_BYTES = 16
const TAG_BYTES = 32

/** A window of 4 bits is ready in 6 ms and makes each check five times faster; 8 bits cost 34 ms for little more. */
const VERIFY_WINDOW_BITS = 4

/**
 * SM2 with the user id 1234567812345678, SM3, and SM4-CBC (PKCS#7) with HMAC-SM3 over what was encrypted.
 *
 * A sealing key is an SM4 key (16) followed by an HMAC key (32). Sealed bytes are iv (16), cipher text, tag (32); the tag
 * covers aad, iv, cipher text and the length of aad, so that no byte can pass from one part into the next. Signatures
 * are DER, at most 72 bytes. A signature costs a third of a millisecond and a check 0.6 to 3 ms, and neither takes
 * constant time: batches are signed, rows are not.
 *
 * @see GB/T 32918, GB/T 32905, GB/T 32907, GB/T 35276
 */
export const sm: CryptoSuite = {
  name: 'sm',
  id: 1,
  sealKeyBytes: KEY_BYTES,

  hash: (bytes) => createHash('sm3').update(bytes).digest(),

  mac: (key, bytes) => createHmac('sm3', key).update(bytes).digest(),

  digester(key) {
    const prepared = createSecretKey(key)
    return (bytes) => createHmac('sm3', prepared).update(bytes).digest()
  },

  seal: (key, aad, plain) => sealer(key).seal(aad, plain),

  open: (key, aad, sealed) => sealer(key).open(aad, sealed),

  sealer,

  generateSigningKey() {
    return generateKeyPairSync('ec', {
      namedCurve: 'SM2',
      privateKeyEncoding: { format: 'der', type: 'pkcs8' },
      publicKeyEncoding: { format: 'der', type: 'spki' },
    })
  },

  sign({ privateKey, publicKey }, bytes) {
    const digest = signedDigest(sm2Point(publicKey), bytes)
    const signature = sm2.doSignature(digest, sm2Scalar(privateKey).toString('hex'))
    return encodeSm2Signature(Buffer.from(signature, 'hex'))
  },

  verify(publicKey, bytes, signature) {
    const point = sm2Point(publicKey)
    return check(point, point.toString('hex'), bytes, signature)
  },

  verifier(publicKey): Verifier {
    const point = sm2Point(publicKey)
    const prepared = sm2.precomputePublicKey(point.toString('hex'), VERIFY_WINDOW_BITS)
    return (bytes, signature) => check(point, prepared, bytes, signature)
  },
}

function sealer(key: Uint8Array): Sealer {
  requireSealKey(key, KEY_BYTES)
  const cipherKey = createSecretKey(key.subarray(0, CIPHER_KEY_BYTES))
  const macKey = createSecretKey(key.subarray(CIPHER_KEY_BYTES))

  function tag(aad: Uint8Array, body: Uint8Array): Buffer {
    const aadLength = Buffer.alloc(8)
    aadLength.writeUInt32BE(aad.length, 4)
    return createHmac('sm3', macKey).update(aad).update(body).update(aadLength).digest()
  }

  return {
    seal(aad, plain) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('sm4-cbc', cipherKey, iv)
      const body = Buffer.concat([iv, cipher.update(plain), cipher.final()])
      return Buffer.concat([body, tag(aad, body)])
    },

    open(aad, sealed) {
      if (sealed.length < IV_BYTES + TAG_BYTES) throw new SealBroken('sealed bytes are too short')
      const body = sealed.subarray(0, -TAG_BYTES)
      if (!timingSafeEqual(tag(aad, body), sealed.subarray(-TAG_BYTES))) {
        throw new SealBroken('sealed bytes do not open')
      }
      const decipher = createDecipheriv('sm4-cbc', cipherKey, body.subarray(0, IV_BYTES))
      return Buffer.concat([decipher.update(body.subarray(IV_BYTES)), decipher.final()])
    },
  }
}

type PreparedKey = Parameters<typeof sm2.doVerifySignature>[2]

function check(point: Buffer, prepared: PreparedKey, bytes: Uint8Array, signature: Uint8Array): boolean {
  const pair = parseSm2Signature(signature)
  return pair !== undefined && sm2.doVerifySignature(signedDigest(point, bytes), pair.toString('hex'), prepared)
}
