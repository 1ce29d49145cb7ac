import type { Row, Sent, Verdict } from '../route-row.ts'

const known: { readonly [answer: string]: Verdict } = {
  '401 kernel.sign_in_first': 'sign_in',
  '403 kernel.forbidden': 'forbidden',
  '404 kernel.absent': 'absent',
}

/** What an answer amounts to; of one that amounts to nothing known, its beginning. */
export function verdictOf(row: Row, sent: Sent): string {
  if (sent.status < 300) return row.verdict?.(sent) ?? 'allowed'
  const code = /"code":"([^"]+)"/.exec(sent.body)?.[1] ?? 'no code'
  if (code === row.lawfulNo) return 'allowed'
  return known[`${sent.status} ${code}`] ?? `${sent.status} ${sent.body.slice(0, 300)}`
}
