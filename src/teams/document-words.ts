import type { Language } from '../values/language.ts'

type DocumentWords = {
  /** Asked in the chat before a file is saved. */
  readonly consent: string
  readonly saved: string
  readonly declined: string
  readonly tooOld: string
  readonly refused: string
  readonly notSaved: string
  /** There is no way to hand a file over where this was asked. */
  readonly noWay: string
  /** A link's button, and what to know about it. */
  readonly open: string
  readonly linkNote: (minutes: number) => string
}

/** What the door says while it hands a document over. */
export const documentWords: Readonly<Record<Language, DocumentWords>> = {
  en: {
    consent: 'If you allow it, the file is saved in your OneDrive.',
    saved: 'The file is in your OneDrive.',
    declined: 'All right, nothing was saved. Ask for the document again whenever you need it.',
    tooOld: 'This question is no longer valid. Please ask for the document again.',
    refused: 'I cannot hand over this document. Please ask for it again, or contact support.',
    notSaved: 'The file could not be saved in your OneDrive. Please ask for the document again in a moment.',
    noWay: 'I cannot hand over files here. Please ask me in a private chat in Teams.',
    open: 'Open the document',
    linkNote: (minutes) =>
      `The link works for ${minutes} minutes and is meant for you alone: please do not pass it on.`,
  },
  'pt-PT': {
    consent: 'Se permitir, o ficheiro fica guardado no seu OneDrive.',
    saved: 'O ficheiro está no seu OneDrive.',
    declined: 'Com certeza, nada foi guardado. Volte a pedir o documento quando precisar.',
    tooOld: 'Este pedido já não é válido. Peça o documento novamente, por favor.',
    refused: 'Não posso entregar este documento. Peça-o novamente ou contacte o suporte.',
    notSaved: 'Não foi possível guardar o ficheiro no seu OneDrive. Volte a pedir o documento dentro de momentos.',
    noWay: 'Aqui não posso entregar ficheiros. Peça-mo numa conversa privada no Teams, por favor.',
    open: 'Abrir o documento',
    linkNote: (minutes) =>
      `A ligação é válida durante ${minutes} minutos e destina-se apenas a si: não a partilhe, por favor.`,
  },
  'pt-BR': {
    consent: 'Se você permitir, o arquivo será salvo no seu OneDrive.',
    saved: 'O arquivo está no seu OneDrive.',
    declined: 'Tudo bem, nada foi salvo. Peça o documento de novo quando precisar.',
    tooOld: 'Este pedido não é mais válido. Peça o documento de novo, por favor.',
    refused: 'Não posso entregar este documento. Peça de novo ou fale com o suporte.',
    notSaved: 'Não foi possível salvar o arquivo no seu OneDrive. Peça o documento de novo daqui a pouco.',
    noWay: 'Aqui não posso entregar arquivos. Peça para mim em uma conversa privada no Teams, por favor.',
    open: 'Abrir o documento',
    linkNote: (minutes) => `O link vale por ${minutes} minutos e é só para você: por favor, não o compartilhe.`,
  },
  es: {
    consent: 'Si lo permite, el archivo se guardará en su OneDrive.',
    saved: 'El archivo está en su OneDrive.',
    declined: 'De acuerdo, no se ha guardado nada. Pida de nuevo el documento cuando lo necesite.',
    tooOld: 'Esta petición ya no es válida. Pida de nuevo el documento, por favor.',
    refused: 'No puedo entregarle este documento. Pídalo de nuevo o contacte con soporte.',
    notSaved: 'No se ha podido guardar el archivo en su OneDrive. Pida de nuevo el documento dentro de un momento.',
    noWay: 'Aquí no puedo entregar archivos. Pídamelo en un chat privado de Teams, por favor.',
    open: 'Abrir el documento',
    linkNote: (minutes) =>
      `El enlace es válido durante ${minutes} minutos y es solo para usted: no lo comparta, por favor.`,
  },
}
