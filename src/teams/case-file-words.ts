import type { Language } from '../values/language.ts'

type Words = { readonly title: string; readonly text: string }

/** What the page says where a link leads to no file: for the partner's staff. */
export const caseFileWords: Readonly<Record<Language, Readonly<Record<'expired' | 'gone' | 'forged', Words>>>> = {
  en: {
    expired: {
      title: 'This link has expired',
      text: 'Links to files work for 24 hours. Do something with the case in its thread, such as an internal note: its card then has a fresh link.',
    },
    gone: { title: 'This file is not kept any more', text: 'Please ask the customer to send it again.' },
    forged: { title: 'This link is not valid', text: 'It may be incomplete. Open the file from the card of the case.' },
  },
  'pt-PT': {
    expired: {
      title: 'Esta ligação expirou',
      text: 'As ligações para ficheiros são válidas durante 24 horas. Faça algo ao caso na respetiva conversa, por exemplo uma nota interna: o cartão passa a ter uma ligação nova.',
    },
    gone: { title: 'Este ficheiro já não está guardado', text: 'Peça ao cliente que o envie de novo, por favor.' },
    forged: {
      title: 'Esta ligação não é válida',
      text: 'Pode estar incompleta. Abra o ficheiro a partir do cartão do caso.',
    },
  },
  'pt-BR': {
    expired: {
      title: 'Este link expirou',
      text: 'Os links para arquivos valem por 24 horas. Faça algo com o caso na conversa dele, por exemplo uma nota interna: o cartão passa a ter um link novo.',
    },
    gone: { title: 'Este arquivo não está mais guardado', text: 'Peça ao cliente que envie de novo, por favor.' },
    forged: {
      title: 'Este link não é válido',
      text: 'Ele pode estar incompleto. Abra o arquivo pelo cartão do caso.',
    },
  },
  es: {
    expired: {
      title: 'Este enlace ha caducado',
      text: 'Los enlaces a archivos son válidos durante 24 horas. Haga algo con el caso en su conversación, por ejemplo una nota interna: la tarjeta tendrá un enlace nuevo.',
    },
    gone: { title: 'Este archivo ya no se conserva', text: 'Pida al cliente que lo envíe de nuevo, por favor.' },
    forged: {
      title: 'Este enlace no es válido',
      text: 'Puede que esté incompleto. Abra el archivo desde la tarjeta del caso.',
    },
  },
}
