/** The four languages of Saldo, equal in every feature. BCP 47 tags. */
export const languages = ['en', 'pt-PT', 'pt-BR', 'es'] as const
export type Language = (typeof languages)[number]

/** The locale whose number and date conventions a reader of the language expects. English is read all over Europe: en-GB. */
export const localeOf: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  'pt-PT': 'pt-PT',
  'pt-BR': 'pt-BR',
  es: 'es-ES',
}

/** The language for a BCP 47 tag such as `pt`, `PT-br`, `es-MX` or `en-US`; undefined when Saldo does not speak it. */
export function languageOfLocale(locale: string | undefined): Language | undefined {
  const tag = (locale ?? '').toLowerCase().replace('_', '-')
  if (tag === 'pt-br') return 'pt-BR'
  const base = tag.split('-')[0]
  return base === 'pt' ? 'pt-PT' : base === 'en' || base === 'es' ? base : undefined
}
