/** Shorter names for what the API description calls its bodies. */
import type { components } from './schema'

type Schemas = components['schemas']

export type Product = Schemas['ProductView']
export type ProductDraft = Schemas['ProductDraft']
export type Operator = Schemas['OperatorView']
export type Site = Schemas['SiteView']
export type Lot = Schemas['LotView']
export type AllowedAction = Schemas['AllowedAction']
export type CodedName = Schemas['CodedName']
export type EventRow = Schemas['Row']
export type EventDetail = Schemas['Detail']
