import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { joinTexts } from './texts/index.ts'
import type { OpenApplication } from './use-submission.ts'

type ReplaceOfferProps = {
  offer: OpenApplication
  busy: boolean
  onReplace: () => void
  onKeep: () => void
  onClose: () => void
}

/** Says what replacing an open application ends, before it asks (MEM-13). */
export function ReplaceOffer({ offer, busy, onReplace, onKeep, onClose }: ReplaceOfferProps) {
  const t = useSpeak(joinTexts)
  return (
    <Dialog title={t('openTitle')} onClose={onClose}>
      <p>{t('openWhy', { unit: offer.unitName })}</p>
      <div className="stack acts">
        <Button busy={busy} onClick={onReplace}>
          {busy ? t('submitting') : t('openReplace')}
        </Button>
        <Button kind="plain" onClick={onKeep}>
          {t('openKeep')}
        </Button>
      </div>
    </Dialog>
  )
}
