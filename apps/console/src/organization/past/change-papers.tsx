import type { ChangeKind } from '@gongqiao/modules/organization/machine.ts'
import { Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { DayField } from '../../kit/day-field.tsx'
import { boundTo, Field } from '../../kit/field.tsx'
import { UnitField } from '../../matters/unit-field.tsx'
import { usePastSay } from './texts.ts'
import { type Draft, papersOf } from './wish.ts'

/** With whom, and the papers: only those that this kind of change asks for. */
export function ChangePapers({
  kind,
  draft,
  faultOf,
  onChange,
}: {
  kind: ChangeKind
  draft: Draft
  faultOf: (pointer: string) => string | undefined
  onChange: (change: Partial<Draft>) => void
}) {
  const say = usePastSay()
  const papers = papersOf(kind)
  const text = (
    field: 'name' | 'shortName' | 'divisionCode' | 'reason' | 'property' | 'resolvedBy' | 'auditedBy',
    pointer: string,
    label: ReactNode,
    more: { readonly long?: boolean; readonly why?: string; readonly hint?: string } = {},
  ) => {
    const fault = faultOf(pointer)
    const bound = {
      ...boundTo(`change-${field}`, fault),
      value: draft[field],
      onChange: (event: { target: { value: string } }) => onChange({ [field]: event.target.value }),
      ...(more.hint === undefined ? {} : { placeholder: more.hint }),
    }
    return (
      <Field id={`change-${field}`} label={label} fault={fault} why={more.why}>
        {more.long ? (
          <Input.TextArea {...bound} maxLength={1_000} autoSize={{ minRows: 2 }} />
        ) : (
          <Input {...bound} maxLength={100} />
        )}
      </Field>
    )
  }
  const day = (field: 'resolvedOn' | 'intoResolvedOn' | 'auditedOn', pointer: string, label: ReactNode) => (
    <Field id={`change-${field}`} label={label} fault={faultOf(pointer)}>
      <DayField
        id={`change-${field}`}
        value={draft[field]}
        faulty={faultOf(pointer) !== undefined}
        onChange={(value) => onChange({ [field]: value })}
      />
    </Field>
  )
  return (
    <>
      {papers.into ? (
        <Field
          id="change-into"
          label={say(intoLabel(kind))}
          fault={faultOf('/into')}
          why={draft.intoName === null ? undefined : say('into.asked', { unit: draft.intoName })}
        >
          <UnitField
            id="change-into"
            faulty={faultOf('/into') !== undefined}
            onChange={(into) => onChange({ into, intoName: null })}
          />
        </Field>
      ) : null}
      {papers.named ? text('name', '/name', say('name')) : null}
      {papers.named ? text('shortName', '/shortName', say('shortName')) : null}
      {kind === 'rename' ? text('divisionCode', '/divisionCode', say('divisionCode')) : null}
      {text('reason', '/reason', say('reason'), { long: true })}
      {papers.resolution ? (
        <>
          {day('resolvedOn', '/resolution/on', say('resolution.on'))}
          {text('resolvedBy', '/resolution/by', say('resolution.by'), { hint: say('resolution.by.hint') })}
        </>
      ) : null}
      {papers.intoResolution ? day('intoResolvedOn', '/intoResolution', say('intoResolution')) : null}
      {papers.audit || papers.auditMaybe ? (
        <>
          {papers.auditMaybe ? <p className="soft">{say('audit.maybe')}</p> : null}
          {day('auditedOn', '/audit/on', say('audit.on'))}
          {text('auditedBy', '/audit/by', say('audit.by'))}
        </>
      ) : null}
      {papers.property
        ? text('property', '/property', say('property'), { long: true, why: say('property.why') })
        : null}
      {papers.members ? (
        <Field id="change-members" label={say('members')} group>
          <Radio.Group
            value={draft.members}
            onChange={(event) => onChange({ members: event.target.value })}
            options={(['keep', 'retain'] as const).map((value) => ({ value, label: say(`members.${value}`) }))}
          />
        </Field>
      ) : null}
    </>
  )
}

const intoLabel = (kind: ChangeKind) =>
  kind === 'merge' ? 'into.merge' : kind === 'move' ? 'into.move' : 'into.dissolve'
