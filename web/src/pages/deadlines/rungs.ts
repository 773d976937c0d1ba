/** The steps of escalation that are offered; the API takes any of the same form. */
const STEPS = [
  '-5wd',
  '-3wd',
  '-2wd',
  '-1wd',
  'due',
  '+1wd',
  '+3wd',
  '-3d',
  '-1d',
  '+1d',
  '-4h',
  '-1h',
  '+1h',
]

export function rungChoices(say: (key: string, n: number) => string): { value: string; label: string }[] {
  return STEPS.map((value) => {
    const [, sign, n, unit] = /^([+-])(\d+)(wd|d|h)$/.exec(value) ?? []
    if (!sign) return { value, label: say('due', 0) }
    return { value, label: say(`${sign === '-' ? 'before' : 'after'}_${unit}`, Number(n)) }
  })
}
