import { Refused } from '../api/client.ts'
import { useSpeak } from '../settings/preferences.ts'
import { Button } from './button.tsx'
import { Note } from './note.tsx'
import { kitTexts } from './texts/index.ts'
import { useOnline } from './use-online.ts'

/**
 * What went wrong and what to do next: the server's own words for a refusal, ours for a lost connection.
 *
 * Without a fault it shows nothing.
 */
export function Trouble({ fault, onRetry }: { fault: unknown; onRetry?: () => void }) {
  const t = useSpeak(kitTexts)
  const online = useOnline()
  if (fault === null || fault === undefined) return null
  if (fault instanceof Refused) {
    const { title, detail, basis, request } = fault.problem
    return (
      <Note tone="wrong" title={title || t('refusedTitle')} alert>
        {detail && detail !== title ? <p>{detail}</p> : null}
        {basis === undefined ? null : <p className="small">{t('basis', { basis })}</p>}
        {request === undefined ? null : <p className="small soft">{t('request', { request })}</p>}
      </Note>
    )
  }
  return (
    <Note tone="wrong" alert>
      <p>{online ? t('unreachable') : t('offline')}</p>
      {onRetry === undefined ? null : (
        <Button kind="quiet" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </Note>
  )
}
