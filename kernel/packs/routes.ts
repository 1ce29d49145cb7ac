import { get, type Route } from '../http/route.ts'
import type { MatterParts } from '../matter/parts.ts'
import { findMyRecordOfMatter, findRecord } from './find-record.ts'

const papers = { asBytes: ['application/pdf', 'application/json'] } as const

/** The addresses of records of matters. */
export function recordRoutes(parts: MatterParts): readonly Route[] {
  return [
    get('/matters/:cell/:matter/record/:form', findRecord(parts), '事项档案', papers),
    get('/me/matters/:cell/:matter/record/:form', findMyRecordOfMatter(parts), '我的事项的档案', papers),
  ]
}
