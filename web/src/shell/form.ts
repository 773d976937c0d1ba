import { inject, provide, type ComputedRef, type InjectionKey } from 'vue'
import type { Problem } from '@/api/problem'

/** What the fields of a form know of it: what was refused, and how the form names its fields. */
export interface FormContext {
  problem: ComputedRef<Problem | undefined>
  labels: ComputedRef<Record<string, string>>
}

const KEY: InjectionKey<FormContext> = Symbol('form')

export const provideForm = (context: FormContext): void => provide(KEY, context)

export const useForm = (): FormContext | undefined => inject(KEY, undefined)
