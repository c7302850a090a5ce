import type { Language } from '../values/language.ts'

type MessageActionWords = {
  readonly title: string
  readonly label: string
  readonly hint: string
  readonly send: string
  readonly needed: string
}

/** The dialog that makes a ticket of a message. */
export const messageActionWords: Readonly<Record<Language, MessageActionWords>> = {
  en: {
    title: 'Open a ticket',
    label: 'What should the ticket say?',
    hint: 'Only what stands here goes into the ticket. You will find its number and the answer in your chat with Saldo.',
    send: 'Open the ticket',
    needed: 'Please write what it is about.',
  },
  'pt-PT': {
    title: 'Abrir um pedido',
    label: 'O que deve constar do pedido?',
    hint: 'Só o que está aqui escrito entra no pedido. O número e a resposta ficam na sua conversa com o Saldo.',
    send: 'Abrir o pedido',
    needed: 'Escreva de que se trata, por favor.',
  },
  'pt-BR': {
    title: 'Abrir um chamado',
    label: 'O que o chamado deve dizer?',
    hint: 'Só o que está escrito aqui entra no chamado. O número e a resposta ficam na sua conversa com o Saldo.',
    send: 'Abrir o chamado',
    needed: 'Escreva do que se trata, por favor.',
  },
  es: {
    title: 'Abrir una incidencia',
    label: '¿Qué debe decir la incidencia?',
    hint: 'Solo lo que se lee aquí pasa a la incidencia. El número y la respuesta aparecerán en su chat con Saldo.',
    send: 'Abrir la incidencia',
    needed: 'Escriba de qué se trata, por favor.',
  },
}
