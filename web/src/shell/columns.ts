import { computed, ref } from 'vue'

export interface Column<R = never> {
  key: string
  title: string
  /** Numbers stand right. */
  numeric?: boolean
  /** Never broken over lines: dates, short codes. */
  whole?: boolean
  /** Left out on narrow screens, where the detail page has it. */
  wide?: boolean
  /** Not shown until chosen. */
  extra?: boolean
  /** The cell in words: shown where no slot draws it, and exported. */
  text?: (row: R) => string | number | undefined | null
  /** Value of the list's `sort` parameter that orders by this column. */
  sort?: string
}

/** Columns by list, as chosen. */
export type Choices = Record<string, string[]>

const choices = ref<Choices>({})
let keep: (choices: Choices) => void = () => {}

/** Where choices come from and go to: the desk's preferences, once they are read. */
export function keepColumnsWith(known: Choices, act: (choices: Choices) => void): void {
  choices.value = known
  keep = act
}

/** Columns that this reader wants of a list; the first is what names the row and always stays. */
export function useColumns<R>(list: () => string | undefined, all: () => Column<R>[]) {
  const hidden = computed(() => {
    const name = list()
    const chosen = name ? choices.value[name] : undefined
    const wanted = (column: Column<R>) => (chosen ? chosen.includes(column.key) : !column.extra)
    return new Set(
      all()
        .filter((column, index) => index > 0 && !wanted(column))
        .map((column) => column.key),
    )
  })
  const shown = computed(() => all().filter((column) => !hidden.value.has(column.key)))

  function toggle(key: string): void {
    const name = list()
    if (!name) return
    const next = all()
      .map((column) => column.key)
      .filter((one) => (one === key ? hidden.value.has(one) : !hidden.value.has(one)))
    choices.value = { ...choices.value, [name]: next }
    keep(choices.value)
  }
  return { shown, hidden, toggle }
}
