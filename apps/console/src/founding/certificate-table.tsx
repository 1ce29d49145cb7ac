import type { Certificate } from '@gongqiao/modules/organization/contract.ts'
import { formatDay } from '@gongqiao/ui/format.ts'
import { Link } from '@tanstack/react-router'
import { useLanguage } from '../kit/language.tsx'
import { Tag } from '../kit/tag.tsx'
import { useFoundingSay } from './texts/index.ts'

/** Certificates line by line: whose, the code, whom it names, when it ends. */
export function CertificateTable({ certificates }: { certificates: readonly Certificate[] }) {
  const say = useFoundingSay()
  const language = useLanguage()
  return (
    <table className="table folds">
      <thead>
        <tr>
          <th scope="col">{say('list.name')}</th>
          <th scope="col">{say('reg.code')}</th>
          <th scope="col">{say('reg.representative')}</th>
          <th scope="col">{say('all.ends')}</th>
        </tr>
      </thead>
      <tbody>
        {certificates.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <Link to="/units/$unit/registration" params={{ unit: one.unit.id }}>
                {one.name}
              </Link>
            </th>
            <td className="nowrap">{one.creditCode}</td>
            <td>{one.representative}</td>
            <td className="nowrap">
              {formatDay(one.validTo, language)}{' '}
              {one.state === 'valid' ? null : <Tag tone="amber">{say(`state.${one.state}`)}</Tag>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
