import { ExclamationCircleFilled } from '@ant-design/icons'
import type { FoundingPerson } from '@gongqiao/modules/organization/contract.ts'
import { ties } from '@gongqiao/modules/organization/machine.ts'
import { Button, Input, InputNumber, Select } from 'antd'
import { useCommitteeSay } from '../organization/committee/texts.ts'
import { useFoundingSay } from './texts/index.ts'

/** Somebody as they are typed. */
export type Row = {
  readonly id: number
  readonly name: string
  readonly post: FoundingPerson['post']
  readonly work: string
  readonly yes: number | null
  readonly ties: NonNullable<FoundingPerson['ties']>
}

/** A row nobody has typed in yet. */
export const emptyRow = (id: number, post: FoundingPerson['post']): Row => ({
  ...{ id, name: '', post, work: '', yes: null },
  ties: [],
})

/** The rows that name somebody, as the server takes them. */
export const peopleIn = (rows: readonly Row[], counted: boolean): FoundingPerson[] =>
  rows
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, post, work, yes, ties }) => ({
      name: name.trim(),
      post,
      ...(work.trim() !== '' && { work: work.trim() }),
      ...(counted && yes !== null && { yes }),
      ...(ties.length > 0 && { ties: [...ties] }),
    }))

/** People with their posts and, where votes are counted, how many each had. */
export function PeopleRows({
  part,
  rows,
  posts,
  counted,
  faults,
  onChange,
}: {
  part: 'group' | 'committee' | 'review' | 'women'
  rows: readonly Row[]
  posts: readonly FoundingPerson['post'][]
  counted: boolean
  /** What is wrong, in words, by the row it stands in. */
  faults: readonly string[]
  onChange: (rows: readonly Row[]) => void
}) {
  const say = useFoundingSay()
  const words = useCommitteeSay()
  const change = (id: number, more: Partial<Row>) =>
    onChange(rows.map((row) => (row.id === id ? { ...row, ...more } : row)))
  return (
    <fieldset className="field">
      <legend className="field-label">{say(`part.${part}`)}</legend>
      {rows.map((row, index) => (
        <div key={row.id} className="person-row">
          <div>
            <span className="soft">{say('person')}</span>
            <Input
              value={row.name}
              maxLength={60}
              aria-label={`${say(`part.${part}`)} ${index + 1} ${say('person')}`}
              onChange={({ target }) => change(row.id, { name: target.value })}
            />
          </div>
          <div>
            <span className="soft">{say('post')}</span>
            <Select<FoundingPerson['post']>
              value={row.post}
              aria-label={`${say(`part.${part}`)} ${index + 1} ${say('post')}`}
              onChange={(post) => change(row.id, { post })}
              options={posts.map((post) => ({
                value: post,
                label: say(part === 'group' && post === 'member' ? 'post.group' : `post.${post}`),
              }))}
              style={{ width: '100%' }}
            />
          </div>
          {counted ? (
            <div>
              <span className="soft">{say('yes')}</span>
              <InputNumber
                value={row.yes}
                min={0}
                precision={0}
                aria-label={`${say(`part.${part}`)} ${index + 1} ${say('yes')}`}
                onChange={(yes) => change(row.id, { yes })}
                style={{ width: '100%' }}
              />
            </div>
          ) : (
            <div>
              <span className="soft">{say('work')}</span>
              <Input
                value={row.work}
                maxLength={60}
                aria-label={`${say(`part.${part}`)} ${index + 1} ${say('work')}`}
                onChange={({ target }) => change(row.id, { work: target.value })}
              />
            </div>
          )}
          {part === 'group' ? null : (
            <div className="person-ties">
              <span className="soft">{say('ties')}</span>
              <Select
                mode="multiple"
                value={[...row.ties]}
                placeholder={words('ties.none')}
                aria-label={`${say(`part.${part}`)} ${index + 1} ${say('ties')}`}
                onChange={(chosen) => change(row.id, { ties: chosen })}
                options={ties.map((tie) => ({ value: tie, label: words(`tie.${tie}`) }))}
                showSearch={{ optionFilterProp: 'label' }}
                popupMatchSelectWidth={false}
                style={{ width: '100%' }}
              />
            </div>
          )}
          <Button
            aria-label={say('remove', { name: row.name === '' ? String(index + 1) : row.name })}
            onClick={() => onChange(rows.filter(({ id }) => id !== row.id))}
          >
            ✕
          </Button>
        </div>
      ))}
      <Button
        size="small"
        onClick={() =>
          onChange([...rows, emptyRow(Math.max(0, ...rows.map(({ id }) => id)) + 1, posts.at(-1) ?? 'member')])
        }
      >
        {say('add')}
      </Button>
      {faults.map((words) => (
        <p key={words} className="field-fault" role="alert">
          <ExclamationCircleFilled aria-hidden="true" /> {words}
        </p>
      ))}
    </fieldset>
  )
}
