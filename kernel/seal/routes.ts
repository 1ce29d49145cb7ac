import { get, type Route } from '../http/route.ts'
import { findMyReceipt, findReceipt } from './find-receipt.ts'

/** The addresses of receipts of what stands sealed. */
export const sealRoutes: readonly Route[] = [
  get('/me/receipts/:cell/:log/:row', findMyReceipt, '我的回执：封存证明'),
  get('/officer/receipts/:cell/:log/:row', findReceipt, '本人操作的回执：封存证明'),
]
