import { ref } from 'vue'
import { upload } from '@/api/upload'
import type { AllowedAction } from '@/shell/ActionList.vue'
import { useDetail } from './detail'
import { useAction } from './query'

export interface StoredFile {
  id: string
  name: string
  size: number
  sha256: string
  type: string
  /** Whether the virus scanner has looked at it, and what it said. */
  scan: { code: string; name: string }
  uploadedAt: string
  uploadedBy: string
  /** Whether a picture of it can be asked for. */
  preview: boolean
  allowedActions?: AllowedAction[]
}

export const useFile = (id: () => string | undefined) => useDetail<StoredFile>('/api/files/{id}', id)

/** Stores a file; how much of it is gone is told while it goes. */
export function useUpload() {
  const sent = ref(0)
  const store = useAction((file: File) => {
    sent.value = 0
    return upload<StoredFile>('/api/files', file, (share) => (sent.value = share))
  })
  return { ...store, sent }
}

export const contentAddress = (id: string): string => `/api/files/${encodeURIComponent(id)}/content`
export const previewAddress = (id: string): string => `/api/files/${encodeURIComponent(id)}/preview`
