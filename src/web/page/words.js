/** The page's own words. What the bot says comes from the bot. */
export const words = {
  en: {
    skip: 'Go to the message box',
    tagline: 'Billing desk, to try out',
    people: 'People of the sample partner',
    close: 'Close the list of people',
    search: 'Find a person or company',
    customers: 'Customers',
    partner: 'Partner staff',
    roles: {
      'billing-contact': 'Billing contact',
      employee: 'Employee',
      'helpdesk-agent': 'Helpdesk agent',
      'billing-admin': 'Billing admin',
      'sales-agent': 'Sales agent',
      'user-management-admin': 'User management admin',
      'admin-agent': 'Admin agent',
    },
    today: 'Today is ',
    language: 'Teams language',
    restart: 'New chat',
    clockTitle: 'What day is it?',
    clockWhy: 'Moves the clock of the whole service, to see what is due tomorrow or next month.',
    clockDay: 'Go to a day',
    jumps: ['1 day', '1 week', '1 month'],
    clockMoved: (day) => `The date is now ${day}`,
    log: 'Conversation with Saldo',
    placeholder: 'Ask about an invoice or a billing period',
    send: 'Send',
    emptyTitle: (name) => `Hello ${name}, what would you like to know?`,
    emptyText: {
      figures:
        'Ask in your own words about invoices, payments, billing periods and subscriptions. Every figure comes with its source.',
      support: 'Ask how to get support and what it covers. Figures are shown only to your company’s billing contacts.',
      staff: 'Ask about a customer by name. What you see depends on your role.',
    },
    examples: {
      figures: [
        'Which invoices are open?',
        'How much was the last invoice?',
        'How can I pay?',
        'When do our licences renew?',
      ],
      support: [
        'When is support available?',
        'What does support cover?',
        'What can you do for me?',
        'Who sees our invoices?',
      ],
      staff: [
        'What does {company} owe?',
        'Show the last invoice of {company}',
        'Which invoices of {company} are overdue?',
        'What can you do?',
      ],
    },
    install: 'Show the welcome message sent when the app is installed',
    failed: 'That did not work. Is the service still running?',
    typing: 'Saldo is typing',
    you: 'You',
  },
  'pt-PT': {
    skip: 'Ir para a caixa de mensagem',
    tagline: 'Faturação, em demonstração',
    people: 'Pessoas do parceiro de exemplo',
    close: 'Fechar a lista de pessoas',
    search: 'Procurar pessoa ou empresa',
    customers: 'Clientes',
    partner: 'Equipa do parceiro',
    roles: {
      'billing-contact': 'Contacto de faturação',
      employee: 'Colaborador',
      'helpdesk-agent': 'Agente de apoio',
      'billing-admin': 'Administrador de faturação',
      'sales-agent': 'Comercial',
      'user-management-admin': 'Administrador de utilizadores',
      'admin-agent': 'Agente de administração',
    },
    today: 'Hoje é ',
    language: 'Idioma do Teams',
    restart: 'Nova conversa',
    clockTitle: 'Que dia é hoje?',
    clockWhy: 'Muda o relógio de todo o serviço, para ver o que vence amanhã ou no próximo mês.',
    clockDay: 'Ir para um dia',
    jumps: ['1 dia', '1 semana', '1 mês'],
    clockMoved: (day) => `A data agora é ${day}`,
    log: 'Conversa com o Saldo',
    placeholder: 'Pergunte sobre uma fatura ou um período de faturação',
    send: 'Enviar',
    emptyTitle: (name) => `Olá, ${name}. O que gostaria de saber?`,
    emptyText: {
      figures:
        'Pergunte, por palavras suas, sobre faturas, pagamentos, períodos de faturação e subscrições. Cada valor indica a sua origem.',
      support:
        'Pergunte como obter apoio e o que inclui. Os valores só são mostrados aos contactos de faturação da sua empresa.',
      staff: 'Pergunte sobre um cliente, indicando o nome. O que vê depende da sua função.',
    },
    examples: {
      figures: [
        'Que faturas estão em aberto?',
        'Quanto foi a última fatura?',
        'Como posso pagar?',
        'Quando renovam as nossas licenças?',
      ],
      support: [
        'Qual é o horário do apoio?',
        'O que inclui o apoio?',
        'O que pode fazer por mim?',
        'Quem vê as nossas faturas?',
      ],
      staff: [
        'Quanto deve {company}?',
        'Mostre a última fatura de {company}',
        'Que faturas de {company} estão vencidas?',
        'O que pode fazer?',
      ],
    },
    install: 'Mostrar a mensagem de boas-vindas da instalação',
    failed: 'Não resultou. O serviço ainda está em execução?',
    typing: 'O Saldo está a escrever',
    you: 'Eu',
  },
  'pt-BR': {
    skip: 'Ir para a caixa de mensagem',
    tagline: 'Faturas, em demonstração',
    people: 'Pessoas do parceiro de exemplo',
    close: 'Fechar a lista de pessoas',
    search: 'Buscar pessoa ou empresa',
    customers: 'Clientes',
    partner: 'Equipe do parceiro',
    roles: {
      'billing-contact': 'Contato de cobrança',
      employee: 'Funcionário',
      'helpdesk-agent': 'Agente de suporte',
      'billing-admin': 'Administrador de cobrança',
      'sales-agent': 'Vendedor',
      'user-management-admin': 'Administrador de usuários',
      'admin-agent': 'Agente de administração',
    },
    today: 'Hoje é ',
    language: 'Idioma do Teams',
    restart: 'Nova conversa',
    clockTitle: 'Que dia é hoje?',
    clockWhy: 'Muda o relógio de todo o serviço, para ver o que vence amanhã ou no mês que vem.',
    clockDay: 'Ir para um dia',
    jumps: ['1 dia', '1 semana', '1 mês'],
    clockMoved: (day) => `A data agora é ${day}`,
    log: 'Conversa com o Saldo',
    placeholder: 'Pergunte sobre uma fatura ou um período de cobrança',
    send: 'Enviar',
    emptyTitle: (name) => `Olá, ${name}. O que você quer saber?`,
    emptyText: {
      figures:
        'Pergunte, com suas palavras, sobre faturas, pagamentos, períodos de cobrança e assinaturas. Cada valor indica a sua origem.',
      support:
        'Pergunte como obter suporte e o que ele inclui. Os valores só são mostrados aos contatos de cobrança da sua empresa.',
      staff: 'Pergunte sobre um cliente, informando o nome. O que você vê depende da sua função.',
    },
    examples: {
      figures: [
        'Quais faturas estão em aberto?',
        'Quanto foi a última fatura?',
        'Como posso pagar?',
        'Quando nossas licenças renovam?',
      ],
      support: [
        'Qual é o horário do suporte?',
        'O que o suporte inclui?',
        'O que você pode fazer por mim?',
        'Quem vê as nossas faturas?',
      ],
      staff: [
        'Quanto {company} deve?',
        'Mostre a última fatura de {company}',
        'Quais faturas de {company} estão vencidas?',
        'O que você pode fazer?',
      ],
    },
    install: 'Mostrar a mensagem de boas-vindas da instalação',
    failed: 'Não funcionou. O serviço ainda está rodando?',
    typing: 'O Saldo está digitando',
    you: 'Você',
  },
  es: {
    skip: 'Ir al cuadro de mensaje',
    tagline: 'Facturación, en demostración',
    people: 'Personas del proveedor de ejemplo',
    close: 'Cerrar la lista de personas',
    search: 'Buscar persona o empresa',
    customers: 'Clientes',
    partner: 'Equipo del proveedor',
    roles: {
      'billing-contact': 'Contacto de facturación',
      employee: 'Empleado',
      'helpdesk-agent': 'Agente de soporte',
      'billing-admin': 'Administrador de facturación',
      'sales-agent': 'Comercial',
      'user-management-admin': 'Administrador de usuarios',
      'admin-agent': 'Agente de administración',
    },
    today: 'Hoy es ',
    language: 'Idioma de Teams',
    restart: 'Nuevo chat',
    clockTitle: '¿Qué día es hoy?',
    clockWhy: 'Mueve el reloj de todo el servicio, para ver qué vence mañana o el mes que viene.',
    clockDay: 'Ir a un día',
    jumps: ['1 día', '1 semana', '1 mes'],
    clockMoved: (day) => `La fecha es ahora ${day}`,
    log: 'Conversación con Saldo',
    placeholder: 'Pregunte por una factura o un periodo de facturación',
    send: 'Enviar',
    emptyTitle: (name) => `Hola, ${name}. ¿Qué le gustaría saber?`,
    emptyText: {
      figures:
        'Pregunte, con sus palabras, por facturas, pagos, periodos de facturación y suscripciones. Cada importe indica su origen.',
      support:
        'Pregunte cómo obtener soporte y qué incluye. Los importes solo se muestran a los contactos de facturación de su empresa.',
      staff: 'Pregunte por un cliente, indicando el nombre. Lo que ve depende de su rol.',
    },
    examples: {
      figures: [
        '¿Qué facturas están pendientes?',
        '¿Cuánto fue la última factura?',
        '¿Cómo puedo pagar?',
        '¿Cuándo se renuevan nuestras licencias?',
      ],
      support: [
        '¿Cuál es el horario de soporte?',
        '¿Qué incluye el soporte?',
        '¿Qué puede hacer por mí?',
        '¿Quién ve nuestras facturas?',
      ],
      staff: [
        '¿Cuánto debe {company}?',
        'Muestre la última factura de {company}',
        '¿Qué facturas de {company} están vencidas?',
        '¿Qué puede hacer?',
      ],
    },
    install: 'Mostrar el mensaje de bienvenida de la instalación',
    failed: 'No ha funcionado. ¿Sigue el servicio en marcha?',
    typing: 'Saldo está escribiendo',
    you: 'Usted',
  },
}

/** Puts the words of a language into the elements that name them. */
export function sayPage(language) {
  const said = words[language]
  document.documentElement.lang = language
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = said[element.dataset.word]
  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', said[element.dataset.label])
    if (element.tagName === 'BUTTON') element.title = said[element.dataset.label]
  }
  for (const element of document.querySelectorAll('[data-placeholder]'))
    element.placeholder = said[element.dataset.placeholder]
}
