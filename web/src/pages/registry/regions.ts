import { api, ask } from '@/api/client'
import { findRegions } from '@/queries/registry'
import type { Option } from '@/shell/FilterSelect.vue'

/** Regions by name, told apart by what they lie in: there are many 城关镇. */
export async function regionOptions(text: string): Promise<Option[]> {
  const regions = await findRegions(text)
  return regions.map((region) => ({
    value: region.code,
    label: region.parent ? `${region.parent.name} ${region.name}` : region.name,
  }))
}

export async function regionName(code: string): Promise<string> {
  return (await ask(api.GET('/api/registry/regions/{code}', { params: { path: { code } } }))).name
}
