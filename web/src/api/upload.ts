import { csrf } from './client'
import { locale } from '@/i18n'
import { Problem } from './problem'

/**
 * Sends a file as multipart form data. The one place that uses XMLHttpRequest: fetch cannot tell how much of a body is
 * gone.
 *
 * @param progress told the share sent, 0 to 1
 */
export function upload<T>(path: string, file: File, progress: (share: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('Accept-Language', locale.value)
    for (const [name, value] of Object.entries(csrf())) request.setRequestHeader(name, value)
    request.responseType = 'json'
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total)
    request.onerror = () => reject(Problem.unreachable())
    request.onload = () => {
      if (request.status < 300) return resolve(request.response as T)
      const headers = { 'retry-after': request.getResponseHeader('retry-after') ?? '' }
      reject(Problem.of(request.response, new Response(null, { status: request.status, headers })))
    }
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}
