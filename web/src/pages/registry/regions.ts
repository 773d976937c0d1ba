import { read } from '@/api/rest'
import { findOperators, findRegions } from '@/queries/registry'
import type { Option } from '@/shell/FilterSelect.vue'

/** Regions by name, told apart by what they lie in: there are many 城关镇. */
export async function regionOptions(text: string): Promise<Option[]> {
  const regions = await findRegions(text)
  return regions.map((region) => ({
    value: region.code,
    label: region.parent ? `${region.parent.name} ${region.name}` : region.name,
  }))
}

/** The same for a field of a form. */
export const regionFound = regionOptions

export const regionName = async (code: string): Promise<string> =>
  (await read<{ name: string }>('/api/registry/regions/{code}', { path: { code } })).name

export const operatorFound = async (text: string) =>
  (await findOperators(text)).map((operator) => ({
    value: operator.id,
    label: operator.name,
    hint: operator.uscc,
  }))

export const operatorName = async (id: string): Promise<string> =>
  (await read<{ name: string }>('/api/registry/operators/{id}', { path: { id } })).name
