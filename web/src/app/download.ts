/** Hands a finished file to the browser. */
export function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Lines for a spreadsheet: quoted where needed, CRLF (RFC 4180), and a mark by which Excel knows UTF-8. */
export function csv(rows: (string | number | undefined)[][]): Blob {
  const cell = (value: string | number | undefined): string => {
    const text = guarded(value)
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const lines = rows.map((row) => row.map(cell).join(',')).join('\r\n')
  return new Blob(['\ufeff', lines, '\r\n'], { type: 'text/csv;charset=utf-8' })
}

/** Text that a spreadsheet would run as a formula is kept text. */
function guarded(value: string | number | undefined): string {
  const text = String(value ?? '')
  return typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
