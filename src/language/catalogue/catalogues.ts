import type { Language } from '../../values/language.ts'
import type { Catalogue } from '../catalogue.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { ptBR } from './pt-br.ts'
import { ptPT } from './pt-pt.ts'

export const catalogues: Readonly<Record<Language, Catalogue>> = { en, 'pt-PT': ptPT, 'pt-BR': ptBR, es }
