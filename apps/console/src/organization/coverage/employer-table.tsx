import type { Employer } from '@gongqiao/modules/organization/contract.ts'
import { lifeEn } from '@gongqiao/modules/organization/texts/life-en.ts'
import { lifeZh } from '@gongqiao/modules/organization/texts/life-zh.ts'
import { formatNumber } from '@gongqiao/ui/format.ts'
import { useLanguage } from '../../kit/language.tsx'
import { useCoverageSay } from './texts.ts'

/** Employers line by line, with the union that covers each. */
export function EmployerTable({ employers }: { employers: readonly Employer[] }) {
  const say = useCoverageSay()
  const language = useLanguage()
  const kinds: { readonly [key: string]: string } = language === 'zh' ? lifeZh : lifeEn
  return (
    <div className="table-box">
      <table className="table folds">
        <thead>
          <tr>
            <th scope="col">{say('name')}</th>
            <th scope="col">{say('code')}</th>
            <th scope="col">{say('kind')}</th>
            <th scope="col">{say('section')}</th>
            <th scope="col">{say('employees')}</th>
            <th scope="col">{say('union')}</th>
          </tr>
        </thead>
        <tbody>
          {employers.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.name}</th>
              <td data-label={say('code')}>{one.creditCode ?? '—'}</td>
              <td data-label={say('kind')}>{kinds[`organization.employer.kind.${one.kind}`]}</td>
              <td data-label={say('section')}>{one.industry ?? '—'}</td>
              <td className="number" data-label={say('employees')}>
                {one.employees === null ? '—' : formatNumber(one.employees)}
              </td>
              <td data-label={say('union')}>{one.union?.name ?? <span className="amber">{say('no.union')}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
