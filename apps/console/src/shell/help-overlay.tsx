import { Modal, Switch } from 'antd'
import { useShortcutSwitch } from '../kit/shortcuts.tsx'
import { useShellSay } from './texts/index.ts'

const keys = [
  [['/'], 'keys.search'],
  [['f'], 'keys.find'],
  [['j', 'k'], 'keys.move'],
  [['Enter'], 'keys.open'],
  [['x'], 'keys.tick'],
  [['Shift', 'x'], 'keys.tick_range'],
  [['Esc'], 'keys.close'],
  [['↑', '↓', '←', '→'], 'keys.tree'],
  [['?'], 'keys.help'],
] as const

/** The keys of the desk, and the switch that turns single keys off. */
export function HelpOverlay({ open, close }: { open: boolean; close: () => void }) {
  const say = useShellSay()
  const { on, turn } = useShortcutSwitch()
  return (
    <Modal open={open} onCancel={close} footer={null} title={say('help')} destroyOnHidden>
      <dl className="keys">
        {keys.map(([names, words]) => (
          <div key={words}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{say(words)}</dd>
          </div>
        ))}
      </dl>
      <p className="keys-switch">
        <Switch id="keys-on" checked={on} onChange={turn} aria-labelledby="keys-on-words" />
        <label htmlFor="keys-on" id="keys-on-words">
          {say('keys.on')}
        </label>
      </p>
      <p className="soft">{say('keys.person')}</p>
    </Modal>
  )
}
