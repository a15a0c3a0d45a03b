type LinesProps = { lines: number; label?: string }

/** Empty lines to write on by hand. */
export function BlankLines({ lines, label }: LinesProps) {
  return (
    <div className="p-lines">
      {label && <p>{label}:</p>}
      {Array.from({ length: lines }, (_, line) => (
        <hr key={line} />
      ))}
    </div>
  )
}

/** Boxes to be ticked by hand. */
export function Boxes({ labels }: { labels: readonly string[] }) {
  return (
    <ul className="p-boxes">
      {labels.map((label) => (
        <li key={label}>☐ {label}</li>
      ))}
    </ul>
  )
}
