import { computed } from 'vue'
import { api, ask } from '@/api/client'
import { newKey } from '@/api/idempotency'
import { make, replace } from '@/api/rest'
import type {
  OperatorDraft,
  OperatorView,
  Parameter,
  ProductDraft,
  ProductView,
  SiteDraft,
  SiteView,
} from '@/api/types'
import type { Ref } from 'vue'
import { useDetail } from './detail'
import { useList } from './list'

export type { OperatorView, ProductView, SiteView }
import type { useView } from './view'
import { useAction, useQuery } from './query'

type View<F extends string> = ReturnType<typeof useView<F>>

export const productFilters = [
  'name',
  'gtin',
  'category',
  'status',
  'operatorId',
  'sort',
] as const satisfies Parameter<'/api/registry/products'>[]
export const operatorFilters = [
  'name',
  'uscc',
  'kind',
  'region',
  'status',
  'sort',
] as const satisfies Parameter<'/api/registry/operators'>[]
export const siteFilters = [
  'name',
  'role',
  'region',
  'operatorId',
  'status',
  'sort',
] as const satisfies Parameter<'/api/registry/sites'>[]

/** Values of the address go to the API as they are; it says which are wrong. */
const asked = (query: object) => query as never

export const useProducts = (view: View<(typeof productFilters)[number]>) =>
  useList<ProductView>('/api/registry/products', view, undefined, '/api/registry/products/exports')

export const useProduct = (id: () => string | undefined) =>
  useQuery(id, (key, signal) =>
    ask(api.GET('/api/registry/products/{id}', { params: { path: { id: key } }, signal })),
  )

/** Products for a picker: by name or, when it is all digits, by GTIN. */
export const findProducts = async (text: string) => {
  const gtin = /^\d{8}$|^\d{12,14}$/.test(text) ? text : undefined
  const query = { name: gtin ? undefined : text || undefined, gtin, limit: 20, sort: 'NAME' }
  return (await ask(api.GET('/api/registry/products', { params: { query: asked(query) } }))).items
}

export const findOperators = async (text: string) => {
  const query = { name: text || undefined, limit: 20, sort: 'NAME' }
  return (await ask(api.GET('/api/registry/operators', { params: { query: asked(query) } }))).items
}

export const findSites = async (text: string) => {
  const query = { name: text || undefined, limit: 20, sort: 'NAME' }
  return (await ask(api.GET('/api/registry/sites', { params: { query: asked(query) } }))).items
}

export const findRegions = async (text: string) =>
  (
    await ask(
      api.GET('/api/registry/regions', { params: { query: asked({ name: text || undefined, limit: 20 }) } }),
    )
  ).items

export const useProductToChange = (id: () => string | undefined) =>
  useDetail<ProductView>('/api/registry/products/{id}', id)
export const useOperatorToChange = (id: () => string | undefined) =>
  useDetail<OperatorView>('/api/registry/operators/{id}', id)
export const useSiteToChange = (id: () => string | undefined) =>
  useDetail<SiteView>('/api/registry/sites/{id}', id)

/** Registers when there is no id yet, else replaces the version that was read. */
function useSave<D, V>(
  all: string,
  one: string,
  id: () => string | undefined,
  etag: Ref<string | undefined>,
) {
  const key = newKey()
  return useAction((draft: D) => {
    const known = id()
    return known
      ? replace<V>(one, { path: { id: known }, body: draft, match: etag.value })
      : make<V>(all, { body: draft, key })
  })
}
export const useSaveProduct = (id: () => string | undefined, etag: Ref<string | undefined>) =>
  useSave<ProductDraft, ProductView>('/api/registry/products', '/api/registry/products/{id}', id, etag)
export const useSaveOperator = (id: () => string | undefined, etag: Ref<string | undefined>) =>
  useSave<OperatorDraft, OperatorView>('/api/registry/operators', '/api/registry/operators/{id}', id, etag)
export const useSaveSite = (id: () => string | undefined, etag: Ref<string | undefined>) =>
  useSave<SiteDraft, SiteView>('/api/registry/sites', '/api/registry/sites/{id}', id, etag)

export const useOperators = (view: View<(typeof operatorFilters)[number]>) =>
  useList<OperatorView>('/api/registry/operators', view, undefined, '/api/registry/operators/exports')

export const useOperator = (id: () => string | undefined) =>
  useQuery(id, (key, signal) =>
    ask(api.GET('/api/registry/operators/{id}', { params: { path: { id: key } }, signal })),
  )

export const useSites = (view: View<(typeof siteFilters)[number]>) =>
  useList<SiteView>('/api/registry/sites', view, undefined, '/api/registry/sites/exports')

export const useSite = (id: () => string | undefined) =>
  useQuery(id, (key, signal) =>
    ask(api.GET('/api/registry/sites/{id}', { params: { path: { id: key } }, signal })),
  )

export const useLots = (productId: () => string | undefined) =>
  useQuery(
    () => {
      const product = productId()
      return product ? { productId: product, limit: 10 } : undefined
    },
    (query, signal) => ask(api.GET('/api/registry/lots', { params: { query: asked(query) }, signal })),
  )

export type CodeList = 'operator-kinds' | 'site-roles' | 'product-categories' | 'storage-conditions'

export interface Choice {
  code: string
  name: string
  parent?: string
}

/** A code list in the order forms show it, the entries of a group under its name. */
export function useCodeList(list: CodeList) {
  const query = useQuery(
    () => list,
    (key, signal) =>
      ask(api.GET('/api/registry/code-lists/{list}', { params: { path: { list: key } }, signal })),
  )
  const groups = computed(() => grouped(query.data.value ?? []))
  return { ...query, groups }
}

/** Top entries, each with itself and what is below it. */
export function grouped(all: Choice[]): { name: string; code: string; choices: Choice[] }[] {
  return all
    .filter((choice) => !choice.parent)
    .map((top) => ({ ...top, choices: [top, ...all.filter((choice) => choice.parent === top.code)] }))
}

/** The materialised path by which scopes name a region. */
export const regionPath = async (code: string): Promise<string> =>
  (await ask(api.GET('/api/registry/regions/{code}', { params: { path: { code } } }))).path
