import type { Certificate } from '@gongqiao/modules/organization/contract.ts'
import { formatDay } from '@gongqiao/ui/format.ts'
import { useLanguage } from '../kit/language.tsx'
import { Tag } from '../kit/tag.tsx'
import { useActing } from '../session/acting.tsx'
import { useFoundingSay } from './texts/index.ts'

/** A certificate: its code, whom it names, until when it is valid, and a way to print it. */
export function CertificateCard({ certificate }: { certificate: Certificate }) {
  const say = useFoundingSay()
  const language = useLanguage()
  const { api } = useActing()
  const { state } = certificate
  const tone = state === 'valid' ? 'jade' : state === 'renewable' || state === 'expired' ? 'amber' : 'plain'
  const valid = say('reg.valid.to', {
    from: formatDay(certificate.validFrom, language),
    to: formatDay(certificate.validTo, language),
  })
  const rows = [
    [say('reg.representative'), certificate.representative],
    [say('reg.address'), certificate.address],
    [say('reg.number'), certificate.number],
    [say('reg.registrar'), certificate.registrar],
    [say('reg.valid'), valid],
  ] as const
  return (
    <section className="certificate" aria-label={`${say('app.certificate')} ${certificate.name}`}>
      <h3>
        {certificate.name} <Tag tone={tone}>{say(`state.${state}`)}</Tag>
      </h3>
      <p className="code" title={say('reg.code')}>
        {certificate.creditCode}
      </p>
      <dl className="facts">
        {rows.map(([label, value]) => (
          <div key={label} className="fact-row">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {certificate.differs ? <p className="note">{say('reg.differs')}</p> : null}
      <a
        className="button-link"
        href={api.address(`/api/cells/${certificate.cell}/certificates/${certificate.id}/pdf`)}
        target="_blank"
        rel="noreferrer"
      >
        {say('reg.print')}
      </a>
    </section>
  )
}
