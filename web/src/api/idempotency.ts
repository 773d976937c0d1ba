/**
 * One key for one intention: a form takes it when it opens and keeps it over retries, so that an answer lost on the way
 * does not make the thing twice. Not `crypto.randomUUID`, which browsers withhold from plain HTTP.
 */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
