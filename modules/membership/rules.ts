import { randomInt } from 'node:crypto'
import { addMonths, fromDayNumber, toDayNumber } from '@gongqiao/calendar'

const digitsOfNumber = 15

/** The check digit of a card number (ISO/IEC 7812 Luhn): catches one wrong digit and a swapped pair. */
export function cardCheckDigit(digits: string): string {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index])
    const weighed = index % 2 === 0 ? digit * 2 : digit
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return String((10 - (sum % 10)) % 10)
}

/** A new card number 会员证编号: fifteen random digits and a check digit. It holds no place and no birth date. */
export function newCardNumber(): string {
  let digits = String(randomInt(1, 10))
  while (digits.length < digitsOfNumber) digits += String(randomInt(1_000_000)).padStart(6, '0')
  const number = digits.slice(0, digitsOfNumber)
  return number + cardCheckDigit(number)
}

/** Tells whether a text has the form of a card number, check digit included. */
export function isCardNumber(text: string): boolean {
  return /^\d{16}$/.test(text) && cardCheckDigit(text.slice(0, -1)) === text.at(-1)
}

/** What a joining code 入会码 holds: a unit, and no personal data. */
export type CodePayload = {
  readonly cell: number
  readonly code: string
  readonly unit: string
  readonly expiresAt: Date
}

const payloadBytes = 41
const payloadVersion = 1
const uuidBytes = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')
const uuidText = (bytes: Buffer) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** Writes a joining code's payload: version, cell, code, unit, and the second it expires. */
export function writePayload({ cell, code, unit, expiresAt }: CodePayload): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt8(payloadVersion, 0)
  head.writeUInt32BE(cell, 1)
  const end = Buffer.alloc(4)
  end.writeUInt32BE(Math.floor(expiresAt.getTime() / 1000), 0)
  return Buffer.concat([head, uuidBytes(code), uuidBytes(unit), end])
}

/** Reads a payload, or gives undefined for bytes that are none. */
export function readPayload(bytes: Buffer): CodePayload | undefined {
  if (bytes.length !== payloadBytes || bytes[0] !== payloadVersion) return undefined
  return {
    cell: bytes.readUInt32BE(1),
    code: uuidText(bytes.subarray(5, 21)),
    unit: uuidText(bytes.subarray(21, 37)),
    expiresAt: new Date(bytes.readUInt32BE(37) * 1000),
  }
}

/**
 * Faults of a committee's decision day: not in the future, not before the application.
 *
 * @see rulebook MEM-11
 */
export function decisionFault(decidedOn: string, appliedOn: string, today: string): string | undefined {
  if (decidedOn > today) return 'membership.decided_in_future'
  return decidedOn < appliedOn ? 'membership.decided_before_application' : undefined
}

const affirmedForMonths = 12

/**
 * The last day whose word no longer counts: who affirmed on it or before has not affirmed within twelve months.
 *
 * @param today a civil day, `YYYY-MM-DD`
 */
export function affirmationEnded(today: string): string {
  return fromDayNumber(addMonths(toDayNumber(today), -affirmedForMonths))
}

const askedAfterMonths = 11

/** Tells whether it is time to ask somebody again: they never affirmed, or eleven months ago, so that a month is left. */
export function affirmationDue(affirmedOn: string | null, today: string): boolean {
  return affirmedOn === null || affirmedOn <= fromDayNumber(addMonths(toDayNumber(today), -askedAfterMonths))
}
