import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'
import { type CryptoSuite, requireSealKey, SealBroken, type Sealer, type Verifier } from './suite.ts'

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Ed25519, SHA-256 and AES-256-GCM.
 *
 * Sealed bytes are nonce (12), cipher text, tag (16). Nonces are random, so one key seals at most 2³² times; a data key
 * belongs to one cell and stays far below. Signatures have 64 bytes.
 *
 * @see RFC 8032, FIPS 180-4, NIST SP 800-38D
 */
export const intl: CryptoSuite = {
  name: 'intl',
  id: 2,
  sealKeyBytes: KEY_BYTES,

  hash: (bytes) => createHash('sha256').update(bytes).digest(),

  mac: (key, bytes) => createHmac('sha256', key).update(bytes).digest(),

  digester(key) {
    const prepared = createSecretKey(key)
    return (bytes) => createHmac('sha256', prepared).update(bytes).digest()
  },

  seal: (key, aad, plain) => sealer(key).seal(aad, plain),

  open: (key, aad, sealed) => sealer(key).open(aad, sealed),

  sealer,

  generateSigningKey() {
    return generateKeyPairSync('ed25519', {
      privateKeyEncoding: { format: 'der', type: 'pkcs8' },
      publicKeyEncoding: { format: 'der', type: 'spki' },
    })
  },

  sign({ privateKey }, bytes) {
    return sign(null, bytes, createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' }))
  },

  verify: (publicKey, bytes, signature) => verifier(publicKey)(bytes, signature),

  verifier,
}

function sealer(key: Uint8Array): Sealer {
  requireSealKey(key, KEY_BYTES)
  const prepared = createSecretKey(key)

  return {
    seal(aad, plain) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', prepared, nonce, { authTagLength: TAG_BYTES }).setAAD(aad)
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },

    open(aad, sealed) {
      if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new SealBroken('sealed bytes are too short')
      const nonce = sealed.subarray(0, NONCE_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', prepared, nonce, { authTagLength: TAG_BYTES })
        .setAAD(aad)
        .setAuthTag(sealed.subarray(-TAG_BYTES))
      const plain = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES))
      try {
        return Buffer.concat([plain, decipher.final()])
      } catch (cause) {
        throw new SealBroken('sealed bytes do not open', { cause })
      }
    },
  }
}

function verifier(publicKey: Uint8Array): Verifier {
  const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' })
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the public key is not an Ed25519 key')
  return (bytes, signature) => verify(null, bytes, key, signature)
}
