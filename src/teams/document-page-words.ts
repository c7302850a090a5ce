import type { Language } from '../values/language.ts'

type PageWords = {
  /** Whose link it is. */
  readonly madeFor: (person: string, customer: string) => string
  readonly madeForCustomer: (customer: string) => string
  readonly download: string
  readonly original: string
  readonly expired: { readonly title: string; readonly text: string }
  readonly notValid: { readonly title: string; readonly text: string }
  readonly refused: { readonly title: string; readonly text: string }
}

/** What the page behind a document's link says. */
export const documentPageWords: Readonly<Record<Language, PageWords>> = {
  en: {
    madeFor: (person, customer) => `Made for ${person}, ${customer}. If that is not you, please close this page.`,
    madeForCustomer: (customer) => `Made for ${customer}. If that is not your company, please close this page.`,
    download: 'Download the file',
    original: 'Original document',
    expired: { title: 'This link has expired', text: 'Ask for the document again in the chat: you get a new link.' },
    notValid: {
      title: 'This link is not valid',
      text: 'It may be incomplete. Ask for the document again in the chat: you get a new link.',
    },
    refused: {
      title: 'This document is not available to you',
      text: 'Ask for it again in the chat, or contact support.',
    },
  },
  'pt-PT': {
    madeFor: (person, customer) => `Preparado para ${person}, ${customer}. Se não for o seu caso, feche esta página.`,
    madeForCustomer: (customer) => `Preparado para ${customer}. Se não for a sua empresa, feche esta página.`,
    download: 'Transferir o ficheiro',
    original: 'Documento original',
    expired: {
      title: 'Esta ligação expirou',
      text: 'Volte a pedir o documento na conversa: recebe uma nova ligação.',
    },
    notValid: {
      title: 'Esta ligação não é válida',
      text: 'Pode estar incompleta. Volte a pedir o documento na conversa: recebe uma nova ligação.',
    },
    refused: {
      title: 'Este documento não está disponível para si',
      text: 'Volte a pedi-lo na conversa ou contacte o suporte.',
    },
  },
  'pt-BR': {
    madeFor: (person, customer) => `Preparado para ${person}, ${customer}. Se não for você, feche esta página.`,
    madeForCustomer: (customer) => `Preparado para ${customer}. Se não for a sua empresa, feche esta página.`,
    download: 'Baixar o arquivo',
    original: 'Documento original',
    expired: { title: 'Este link expirou', text: 'Peça o documento de novo na conversa: você recebe um novo link.' },
    notValid: {
      title: 'Este link não é válido',
      text: 'Ele pode estar incompleto. Peça o documento de novo na conversa: você recebe um novo link.',
    },
    refused: {
      title: 'Este documento não está disponível para você',
      text: 'Peça de novo na conversa ou fale com o suporte.',
    },
  },
  es: {
    madeFor: (person, customer) => `Preparado para ${person}, ${customer}. Si no es usted, cierre esta página.`,
    madeForCustomer: (customer) => `Preparado para ${customer}. Si no es su empresa, cierre esta página.`,
    download: 'Descargar el archivo',
    original: 'Documento original',
    expired: {
      title: 'Este enlace ha caducado',
      text: 'Pida de nuevo el documento en el chat: recibirá un enlace nuevo.',
    },
    notValid: {
      title: 'Este enlace no es válido',
      text: 'Puede que esté incompleto. Pida de nuevo el documento en el chat: recibirá un enlace nuevo.',
    },
    refused: {
      title: 'Este documento no está disponible para usted',
      text: 'Pídalo de nuevo en el chat o contacte con soporte.',
    },
  },
}
