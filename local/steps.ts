const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** Names a step, and when it has ended says how long it took and what came of it. */
export type Steps = <T>(
  name: string,
  work: () => Promise<T>,
  remark?: (result: T) => string | undefined,
) => Promise<T>

const noticeAfterMs = 4_000

/** Steps written line by line, so that they read the same in a terminal and in a log. */
export function printedSteps(print: (line: string) => void): Steps {
  return async (name, work, remark) => {
    const begun = Date.now()
    const notice = setTimeout(() => print(`  … ${name}`), noticeAfterMs)
    try {
      const result = await work()
      const said = remark?.(result)
      print(`  ✓ ${name}  ${seconds(begun)}${said ? `  (${said})` : ''}`)
      return result
    } catch (error) {
      print(`  ✗ ${name}  ${seconds(begun)}`)
      throw error
    } finally {
      clearTimeout(notice)
    }
  }
}
