export type DotGroup = {
  key: string
  name: string
  /** One letter, so that the state is read without its colour. */
  letter: string
  look: 'sent' | 'writing' | 'read' | 'unopened'
  number: number
}

const lookClass = { sent: 'g', writing: 'v', read: 'd', unopened: 'c' } as const
const drawnAtMost = 200

/** One small box for each unit, by how far it has come. */
export function DotStrip({ label, groups }: { label: string; groups: readonly DotGroup[] }) {
  return (
    <section className="strip" aria-label={label}>
      {groups
        .filter((group) => group.number > 0)
        .map((group) => (
          <div key={group.key}>
            <h3>
              <b>{group.number}</b>
              {group.name}
            </h3>
            <span className="dots" aria-hidden="true">
              {Array.from({ length: Math.min(group.number, drawnAtMost) }, (_, index) => (
                <i key={index} className={lookClass[group.look]}>
                  {group.letter}
                </i>
              ))}
            </span>
          </div>
        ))}
    </section>
  )
}
