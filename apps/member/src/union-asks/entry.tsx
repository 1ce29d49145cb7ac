import { Link } from '@tanstack/react-router'
import { useSpeak } from '../settings/preferences.ts'
import { unionAskEntryTexts } from './entry-texts.ts'

/** 我的单位没有工会: from home, for members and for whoever is none. */
export function UnionAskEntry({ signedIn }: { signedIn: boolean }) {
  const t = useSpeak(unionAskEntryTexts)
  return (
    <Link className="button plain" to={signedIn ? '/union-asks' : '/union-ask'}>
      <span>{t('entry')}</span>
    </Link>
  )
}
