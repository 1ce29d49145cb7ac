/** A fault in words: its first line says what is wrong, the rest what to do. */
export function CureWords({ text }: { text: string }) {
  const [what = '', ...cure] = text.split('\n')
  return (
    <>
      {what}
      {cure.length > 0 ? <span className="import-cure"> {cure.join(' ')}</span> : null}
    </>
  )
}
