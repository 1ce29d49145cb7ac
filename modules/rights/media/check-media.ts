import type { Given } from '@gongqiao/kernel/command/command.ts'
import type { Fault } from '@gongqiao/kernel/refusal.ts'
import { mediaLimits } from '../machine.ts'
import { plainPicture } from './plain-picture.ts'
import { type MediaType, mediaTypeOf, pictureTypes, voiceTypes } from './sniff.ts'

/** A recording or a picture that was sent along, as it may be kept. */
export type Media = {
  readonly kind: 'voice' | 'picture'
  readonly mediaType: MediaType
  readonly bytes: Buffer
  readonly seconds: number | null
}

type Read = { readonly media: readonly Media[]; readonly faults: readonly Fault[] }

const limits = {
  megabytes: mediaLimits.voiceBytes / 1_000_000,
  seconds: mediaLimits.voiceSeconds,
} as const

/** Reads what came along with an ask; whatever is wrong with any of it is named at once. */
export function readMedia(given: Given): Read {
  const voice = readVoice(given.voice)
  const pictures = Array.isArray(given.pictures) ? given.pictures.map(readPicture) : []
  const all = [...(voice === undefined ? [] : [voice]), ...pictures]
  return {
    media: all.flatMap((one) => ('fault' in one ? [] : [one])),
    faults: all.flatMap((one) => ('fault' in one ? [one.fault] : [])),
  }
}

function readVoice(given: unknown): Media | { readonly fault: Fault } | undefined {
  if (given === undefined || given === null || typeof given !== 'object') return undefined
  const fault = (code: string) => ({ fault: { field: '/voice', code, variables: limits } })
  const seconds = 'seconds' in given ? given.seconds : undefined
  const bytes = bytesOf('data' in given ? given.data : undefined)
  if (bytes === undefined) return fault('rights.voice_unreadable')
  if (bytes.length > mediaLimits.voiceBytes) return fault('rights.voice_too_large')
  if (typeof seconds !== 'number' || seconds > mediaLimits.voiceSeconds) return fault('rights.voice_too_long')
  const mediaType = mediaTypeOf(bytes)
  if (mediaType === undefined || !isOneOf(voiceTypes, mediaType)) return fault('rights.voice_unreadable')
  return { kind: 'voice', mediaType, bytes, seconds: Math.max(1, Math.round(seconds)) }
}

function readPicture(given: unknown, index: number): Media | { readonly fault: Fault } {
  const variables = { number: index + 1, megabytes: mediaLimits.pictureBytes / 1_000_000 }
  const fault = (code: string) => ({ fault: { field: `/pictures/${index}`, code, variables } })
  const bytes = bytesOf(given)
  if (bytes === undefined) return fault('rights.picture_unreadable')
  if (bytes.length > mediaLimits.pictureBytes) return fault('rights.picture_too_large')
  const mediaType = mediaTypeOf(bytes)
  if (mediaType === undefined || !isOneOf(pictureTypes, mediaType)) return fault('rights.picture_unreadable')
  const plain = plainPicture(bytes, mediaType)
  if (!plain || plain.width * plain.height === 0) return fault('rights.picture_unreadable')
  if (plain.width * plain.height > mediaLimits.picturePixels) return fault('rights.picture_too_large')
  return { kind: 'picture', mediaType, bytes: plain.bytes, seconds: null }
}

/** The bytes of a base64 text, or undefined for one that is none. */
function bytesOf(text: unknown): Buffer | undefined {
  if (typeof text !== 'string' || text.length === 0 || text.length % 4 !== 0) return undefined
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined
  return Buffer.from(text, 'base64')
}

function isOneOf<const T extends string>(types: readonly T[], type: string): type is T {
  return types.some((one) => one === type)
}
