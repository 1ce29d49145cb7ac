type ChoicesProps<V extends string> = {
  name: string
  /** Read out by screen readers; the heading shows it already. */
  legend: string
  value: V | ''
  onValue: (value: V) => void
  choices: readonly { readonly value: V; readonly label: string }[]
}

/** One of a few, each a full row to tap. */
export function Choices<V extends string>({ name, legend, value, onValue, choices }: ChoicesProps<V>) {
  return (
    <fieldset className="choices">
      <legend className="hidden-words">{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={choice.value === value ? 'choice chosen' : 'choice'}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onValue(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
