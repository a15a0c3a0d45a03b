/** A text as a file on the reader's own machine. */
export function saveFile(name: string, type: 'text/calendar' | 'text/plain', text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
