import { ref, shallowRef } from 'vue'
import { csv, save } from '@/app/download'
import { streamed } from '@/api/client'
import type { Problem } from '@/api/problem'
import type { Column } from '@/shell/columns'
import { asProblem } from './query'

/** A file beyond this would not open in a spreadsheet; the narrower question is the better one. */
export const EXPORT_ROWS_MAX = 100_000

const LINE_END = 0x0a

/** Rows become a file while they come, counted, and the reader may stop it. */
export function useExport<R>() {
  const running = ref(false)
  const rows = ref(0)
  const problem = shallowRef<Problem>()
  const truncated = ref(false)
  let stopper = new AbortController()

  async function run(
    pages: (signal: AbortSignal) => AsyncGenerator<R[]>,
    columns: Column<R>[],
    name: string,
  ): Promise<boolean> {
    stopper = new AbortController()
    running.value = true
    rows.value = 0
    truncated.value = false
    problem.value = undefined
    const lines: (string | number | undefined)[][] = [columns.map((column) => column.title)]
    try {
      for await (const page of pages(stopper.signal)) {
        for (const row of page) lines.push(columns.map((column) => cellText(column, row)))
        rows.value += page.length
        if (rows.value >= EXPORT_ROWS_MAX) {
          truncated.value = true
          break
        }
      }
      save(csv(lines), `${name}.csv`)
      return true
    } catch (thrown) {
      if (!stopper.signal.aborted) problem.value = asProblem(thrown)
      return false
    } finally {
      running.value = false
    }
  }
  /** The same from an export of the API; its lines are counted as they come. */
  async function take(address: string, name: string): Promise<boolean> {
    stopper = new AbortController()
    running.value = true
    rows.value = 0
    truncated.value = false
    problem.value = undefined
    try {
      const answer = await streamed(address, stopper.signal)
      const parts: Uint8Array<ArrayBuffer>[] = []
      const reader = answer.body!.getReader()
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        parts.push(part.value)
        rows.value += part.value.reduce((lines, byte) => lines + Number(byte === LINE_END), 0)
      }
      // The first line names the columns.
      rows.value = Math.max(0, rows.value - 1)
      save(new Blob(parts, { type: 'text/csv;charset=utf-8' }), `${name}.csv`)
      return true
    } catch (thrown) {
      if (!stopper.signal.aborted) problem.value = asProblem(thrown)
      return false
    } finally {
      running.value = false
    }
  }
  return { take, run, running, rows, problem, truncated, stop: () => stopper.abort() }
}

export function cellText<R>(column: Column<R>, row: R): string | number | undefined {
  if (column.text) return column.text(row) ?? undefined
  const value = (row as Record<string, unknown>)[column.key]
  return typeof value === 'string' || typeof value === 'number' ? value : undefined
}
