export type PaperSectionProps = {
  section: {
    heading: string
    paragraphs: readonly string[]
    table: { heads: readonly string[]; rows: readonly (readonly string[])[] } | null
  }
}

/** A part of a paper: its heading, what is written, and a table that scrolls on a small screen. */
export function PaperSection({ section }: PaperSectionProps) {
  const { heading, paragraphs, table } = section
  return (
    <section aria-label={heading}>
      <h2>{heading}</h2>
      {paragraphs.map((line) => (
        <p key={line} className="p-text">
          {line}
        </p>
      ))}
      {table && (
        <div className="p-scroll" role="region" aria-label={heading} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {table.heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row[0]}>
                  {row.map((cell, index) => (
                    <td key={table.heads[index]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
