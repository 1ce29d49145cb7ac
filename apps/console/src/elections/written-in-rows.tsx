import { CloseOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber } from 'antd'
import { useElectionsSay } from './texts/index.ts'

/** A name that ballots had and the list has not, with how many chose it. */
export type WrittenName = { readonly name: string; readonly yes: number }

type Props = {
  readonly rows: readonly WrittenName[]
  /** What is said of each beside it: a fault, or what it comes to by these numbers. */
  readonly saidOf: (index: number) => string | null | undefined
  readonly liveOf: (row: WrittenName) => string
  readonly onChange: (rows: readonly WrittenName[]) => void
}

/** 另选他人: who was written on the ballots, a name and its votes a row. */
export function WrittenInRows({ rows, saidOf, liveOf, onChange }: Props) {
  const say = useElectionsSay()
  const change = (index: number, next: Partial<WrittenName>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...next } : row)))
  return (
    <fieldset className="written-in">
      <legend>{say('written')}</legend>
      <p className="soft">{say('written.words')}</p>
      {rows.map((row, index) => {
        const fault = saidOf(index)
        return (
          <div key={index} className="written-row">
            <Input
              aria-label={say('written.name', { number: index + 1 })}
              placeholder={say('person.name')}
              value={row.name}
              maxLength={60}
              {...(fault ? { status: 'error' as const } : {})}
              onChange={(event) => change(index, { name: event.target.value })}
            />
            <InputNumber
              aria-label={say('written.votes', { number: index + 1 })}
              min={1}
              precision={0}
              value={row.yes}
              onChange={(yes) => change(index, { yes: yes ?? 0 })}
            />
            <span>{liveOf(row)}</span>
            <Button
              type="text"
              aria-label={say('person.remove', { name: row.name })}
              onClick={() => onChange(rows.filter((_, at) => at !== index))}
            >
              <CloseOutlined />
            </Button>
            {fault ? <p className="field-fault">{fault}</p> : null}
          </div>
        )
      })}
      <Button onClick={() => onChange([...rows, { name: '', yes: 1 }])}>{say('written.add')}</Button>
    </fieldset>
  )
}
