/** What a billing contact asks in each of the four languages, and the kind of answer it gets. `{}` is a bill's number. */
export const questions = {
  balance: {
    kind: 'balance',
    text: {
      en: 'How much do we owe you in total?',
      'pt-PT': 'Quanto é que vos devemos no total?',
      'pt-BR': 'Quanto estamos devendo no total?',
      es: '¿Cuánto les debemos en total?',
    },
  },
  list: {
    kind: 'invoice.list',
    text: {
      en: 'Show me all our invoices',
      'pt-PT': 'Mostre-me todas as nossas faturas',
      'pt-BR': 'Me mostre todas as nossas faturas',
      es: 'Muéstrame todas nuestras facturas',
    },
  },
  show: {
    kind: 'invoice.show',
    text: {
      en: 'Show invoice {}',
      'pt-PT': 'Mostre a fatura {}',
      'pt-BR': 'Mostre a fatura {}',
      es: 'Muéstrame la factura {}',
    },
  },
  due: {
    kind: 'payment.due',
    text: {
      en: 'When is {} due?',
      'pt-PT': 'Qual é a data de vencimento da fatura {}?',
      'pt-BR': 'Quando vence a fatura {}?',
      es: '¿Cuándo vence la factura {}?',
    },
  },
  paid: {
    kind: 'payment.status',
    text: {
      en: 'Has invoice {} been paid?',
      'pt-PT': 'A fatura {} já está paga?',
      'pt-BR': 'A fatura {} já foi paga?',
      es: '¿Está pagada la factura {}?',
    },
  },
  subscriptions: {
    kind: 'subscription.list',
    text: {
      en: 'Which subscriptions do we have and how many seats?',
      'pt-PT': 'Que subscrições temos e com quantas licenças?',
      'pt-BR': 'Quais assinaturas nós temos e com quantas licenças?',
      es: '¿Qué suscripciones tenemos y con cuántas licencias?',
    },
  },
} as const

export type Asking = keyof typeof questions
export const spoken = ['en', 'pt-PT', 'pt-BR', 'es'] as const
export type Spoken = (typeof spoken)[number]
