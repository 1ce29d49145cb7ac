import type { DemonstrationInbox } from '@gongqiao/modules/demonstration/contract.ts'
import { useSpeak } from '../settings/preferences.ts'
import { CopyButton } from './copy-button.tsx'
import { demoTexts } from './texts/index.ts'

/** Accounts to sign in to the console with. */
export function OfficerList({ officers }: { officers: DemonstrationInbox['officers'] }) {
  const t = useSpeak(demoTexts)
  return (
    <section>
      <h2>{t('officers')}</h2>
      <p className="soft">{t('officersWhy')}</p>
      <ul className="rows">
        {officers.map((officer) => (
          <li key={officer.login} className="row-plain">
            <div className="row-words">
              <h3 className="row-title">
                {officer.name} · {officer.post}
              </h3>
              <dl className="facts tight">
                <Fact term={t('login')} text={officer.login} />
                <Fact term={t('password')} text={officer.password} />
                <Fact
                  term={t('code')}
                  text={officer.code}
                  beside={t('left', { seconds: Math.max(0, Math.ceil(officer.codeSecondsLeft)) })}
                />
              </dl>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Fact({ term, text, beside }: { term: string; text: string; beside?: string }) {
  return (
    <div className="row">
      <dt>{term}</dt>
      <dd>
        <code>{text}</code>
        {beside === undefined ? null : <span className="small soft"> {beside}</span>}
        <CopyButton text={text} />
      </dd>
    </div>
  )
}
