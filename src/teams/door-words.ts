import type { Language } from '../values/language.ts'

type DoorWords = {
  /** Something failed on our side. */
  readonly failed: (reference: string) => string
  /** Said in a group or channel, where others read along. */
  readonly alone: string
}

/** The few sentences that the door says by itself, when there is no answer to say. */
export const doorWords: Readonly<Record<Language, DoorWords>> = {
  en: {
    failed: (reference) =>
      `Sorry, something went wrong on our side and your message was not answered. Please try again; if it happens again, tell your partner this reference: ${reference}.`,
    alone: 'I only talk about billing in a private chat, where nobody else can read it. Please write to me there.',
  },
  'pt-PT': {
    failed: (reference) =>
      `Pedimos desculpa: ocorreu um erro do nosso lado e a sua mensagem ficou sem resposta. Tente novamente; se voltar a acontecer, indique esta referência ao seu parceiro: ${reference}.`,
    alone: 'Só falo de faturação numa conversa privada, que mais ninguém possa ler. Escreva-me aí, por favor.',
  },
  'pt-BR': {
    failed: (reference) =>
      `Desculpe, ocorreu um erro do nosso lado e a sua mensagem ficou sem resposta. Tente de novo; se acontecer outra vez, informe esta referência ao seu parceiro: ${reference}.`,
    alone:
      'Só falo de faturas e cobranças em uma conversa privada, que ninguém mais possa ler. Escreva para mim por lá, por favor.',
  },
  es: {
    failed: (reference) =>
      `Disculpe: se ha producido un error por nuestra parte y su mensaje ha quedado sin respuesta. Inténtelo de nuevo; si vuelve a ocurrir, indique esta referencia a su proveedor: ${reference}.`,
    alone: 'Solo hablo de facturación en un chat privado, que nadie más pueda leer. Escríbame allí, por favor.',
  },
}
