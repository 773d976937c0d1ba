/** Languages of the console. The first is the default and the one texts are written in first. */
export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

/** The server remembers the reader's language under the same name, as `zh` or `en`. */
const COOKIE = 'suyuan-lang'

export function preferredLocale(cookies: string, languages: readonly string[]): Locale {
  const remembered = new RegExp(`(?:^|; )${COOKIE}=(zh|en)`).exec(cookies)?.[1]
  const tag = remembered ?? languages.find((language) => /^(zh|en)\b/i.test(language)) ?? 'zh'
  return tag.toLowerCase().startsWith('en') ? 'en' : 'zh-CN'
}

export function rememberLocale(locale: Locale): void {
  document.cookie = `${COOKIE}=${locale.slice(0, 2)}; path=/; max-age=31536000; samesite=lax`
}
