import type { Problem } from '@gongqiao/kernel/shared/problem.ts'
import { Link } from '@tanstack/react-router'
import { HotlineLink } from '../kit/button.tsx'
import { Note } from '../kit/note.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { useSpeak } from '../settings/preferences.ts'
import { useInstallation } from '../shell/installation.ts'
import { Screen } from '../shell/screen.tsx'
import { shellTexts } from '../shell/texts/index.ts'
import { joinTexts } from './texts/index.ts'

/** A code that cannot be used: the server's words for why, and what to do next. */
export function CodeRefused({ problem }: { problem: Problem }) {
  const t = useSpeak(joinTexts)
  const k = useSpeak(kitTexts)
  const s = useSpeak(shellTexts)
  const hotline = useInstallation()?.hotline ?? '12351'
  const suspect = problem.code === 'membership.code_forged' || problem.code === 'membership.code_foreign'
  return (
    <Screen title={t('codeTitle')}>
      <Note tone="wrong" title={problem.title}>
        {problem.detail === problem.title ? null : <p>{problem.detail}</p>}
      </Note>
      <h2>{t('codeNext')}</h2>
      <ul className="plain-list">
        <li>{t('codeAgain')}</li>
        {suspect ? <li>{t('codeCareful')}</li> : null}
        <li>{t('codeCall', { hotline })}</li>
      </ul>
      <div className="stack acts">
        {problem.code === 'membership.short_code_unknown' ? (
          <Link className="button main" to="/code">
            <span>{t('typeAgain')}</span>
          </Link>
        ) : null}
        <HotlineLink hotline={hotline}>{k('call', { hotline })}</HotlineLink>
        <Link className="button quiet" to="/">
          <span>{s('toHome')}</span>
        </Link>
      </div>
    </Screen>
  )
}
