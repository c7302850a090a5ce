import type { Catalogue } from '../../catalogue.ts'

/** Chamados e pessoas: o que se pergunta antes de abrir um chamado, como ele está, e o que o cliente fica sabendo. */
export const tickets: Catalogue = {
  templates: {
    // Ver chamados
    'ticket.list': {
      title: 'Chamados',
      text: '{count, plural, one {Há # chamado} other {Há # chamados, do mais recente para o mais antigo}}:',
      row: '{ticket}, de {opened}: {topic}; {state}',
    },
    'ticket.none': { title: 'Chamados', text: 'Você não tem chamados. Para abrir um, é só me dizer do que se trata.' },
    'ticket.show': {
      title: 'Chamado {ticket}',
      text: 'O chamado {ticket} ({topic}) está {state} desde {since}.{respondIs, select, promised { A primeira resposta está prevista até {by}.} other {}}',
      row: '{at}, {who}: {text}',
    },
    'ticket.unknown': {
      title: 'Chamado não encontrado',
      text: 'Não encontrei o chamado {ticket} entre os que você pode consultar. Confira o número, por favor, ou peça para eu mostrar os seus chamados.',
    },
    'ticket.which': {
      title: 'Qual chamado?',
      text: 'De qual chamado se trata?',
      row: '{option}: {ticket}, {topic} ({state})',
    },
    'note.more-tickets':
      '{more, plural, one {Há mais # antigo que não mostrei; escreva o número para ver.} other {Há mais # antigos que não mostrei; escreva o número de um deles para ver.}}',
    'note.problem': 'Outras pessoas estão com o mesmo problema; estamos resolvendo para todo mundo de uma vez.',
    // Abrir, acrescentar, encerrar
    'ticket.opened': {
      title: 'Chamado {ticket} aberto',
      text: 'Pronto: o chamado {ticket} está aberto ({topic}). {respondIs, select, promised {A primeira resposta está prevista até {by}.} other {Alguém vai cuidar dele e responder a você aqui.}}',
    },
    'ticket.same': {
      title: 'Chamado {ticket}',
      text: 'Já existe um chamado sobre isso: {ticket} ({state}). Acrescentei nele o que você escreveu.',
    },
    'ticket.reopened': {
      title: 'Chamado {ticket} reaberto',
      text: 'O chamado {ticket} está aberto de novo, e alguém vai cuidar dele. Você pode acrescentar o que ainda não está certo.',
    },
    'ticket.what-to-add': {
      title: 'Chamado {ticket}',
      text: 'O que devo acrescentar ao chamado {ticket}? Escreva tudo em uma só mensagem, por favor.',
    },
    'ticket.added': {
      title: 'Chamado {ticket}',
      text: 'Obrigado, acrescentei isso ao chamado {ticket}; quem cuida dele vai ler.',
    },
    'ticket.confirm-withdraw': {
      title: 'Cancelar o chamado {ticket}?',
      text: 'Quer que eu cancele o chamado {ticket} ({topic})? Ninguém mais vai trabalhar nele, mas você pode reabrir quando quiser.',
    },
    'ticket.withdrawn': {
      title: 'Chamado {ticket} cancelado',
      text: 'O chamado {ticket} está cancelado. Se ainda precisar dele, é só reabrir.',
    },
    'ticket.confirmed': {
      title: 'Chamado {ticket} fechado',
      text: 'Que bom! O chamado {ticket} está fechado. Você gostou do atendimento?',
    },
    'ticket.over': {
      title: 'Chamado {ticket}',
      text: 'O chamado {ticket} está {state} desde {since}. Para continuar, é só reabrir.',
    },
    'ticket.confirm': {
      title: 'Abrir um chamado?',
      text: 'O chamado seria este: {topic}, prioridade {priority}. Nas suas palavras: “{text}” Posso abrir?',
    },
    'ticket.not-opened': {
      title: 'Fica tudo como está',
      text: 'Tudo bem, fica tudo como está. Posso ajudar em mais alguma coisa?',
    },
    'ticket.staff': {
      title: 'Chamados',
      text: 'Os clientes abrem chamados na conversa deles. A equipe cuida deles no canal de atendimento e pode listá-los com o comando “saldo tickets”.',
    },
    // Coleta de dados
    'intake.what': {
      title: 'O que acontece?',
      text: 'O que acontece exatamente e, se aparece uma mensagem de erro, o que ela diz? Uma ou duas frases bastam.',
    },
    'intake.since': { title: 'Desde quando?', text: 'Desde quando isso acontece?' },
    'intake.impact': { title: 'Quem é afetado?', text: 'Quem é afetado por isso?' },
    'intake.reason': {
      title: 'O que está errado?',
      text: 'O que está errado nessa cobrança? Conte com as suas palavras, por favor.',
    },
    'intake.details': { title: 'Do que se trata?', text: 'Conte em uma ou duas frases do que se trata, por favor.' },
    'note.still-asking': 'O seu chamado ainda não foi aberto: para continuar, é só responder à minha última pergunta.',
    'note.charged-request': 'Este tipo de atendimento custa {price} por {per}. Nada começa sem a sua confirmação.',
    'note.about-bill': 'É sobre a fatura {invoice}.',
    'note.disputed-amount': 'Valor contestado, com impostos: {amount}.',
    'note.settles-it': 'É o que está registrado. Isso esclarece a sua dúvida, ou quer que eu abra um chamado?',
    'dispute.settled': {
      title: 'Esclarecido',
      text: 'Ótimo. Não abri nenhum chamado. Se ainda houver algo errado, é só dizer.',
    },
    'technical.known': {
      title: 'Um problema conhecido',
      text: 'É um problema conhecido desde {from}: “{text}” Isso esclarece a sua dúvida?',
    },
    'technical.no-subscription': {
      title: 'Sobre {product}',
      text: 'A sua assinatura de {product} está {status}{untilIs, select, day { (data de término: {end})} other {}}, o que pode ser a causa. Isso esclarece a sua dúvida?',
    },
    'note.incident': 'Incidente na Microsoft: {incident}.',
    'note.known-until': 'A previsão é que esteja resolvido até {until}.',
    // Notícias de um chamado
    'ticket.replied': { title: 'Sobre o chamado {ticket}', text: 'Respondemos ao seu chamado {ticket} ({topic}).' },
    'ticket.asks': {
      title: 'Uma pergunta sobre o chamado {ticket}',
      text: 'Para seguir com o chamado {ticket}, precisamos de uma resposta sua. Acrescente no chamado, por favor.',
    },
    'ticket.with-microsoft': {
      title: 'Chamado {ticket} na Microsoft',
      text: 'Levamos o chamado {ticket} para a Microsoft. Você não precisa fazer nada; avisamos aqui o que responderem.',
    },
    'ticket.resolved': {
      title: 'Chamado {ticket} resolvido',
      text: 'Do nosso lado, o chamado {ticket} ({topic}) está resolvido. Para você também?',
    },
    'problem.resolved': {
      title: 'Chamado {ticket} resolvido',
      text: 'O problema que causou o seu chamado {ticket} ({topic}), e que outras pessoas também tiveram, está resolvido. Para você também?',
    },
    'ticket.ended': {
      title: 'Chamado {ticket} {state}',
      text: 'O chamado {ticket} ({topic}) está {state}. Se ficou faltando algo, é só reabrir. Você gostou do atendimento?',
    },
    'rating.thanks': {
      title: 'Obrigado',
      text: 'Obrigado pela sua opinião. Se quiser contar o motivo, escreva “acrescentar ao {ticket}” e uma frase.',
    },
    'rating.noted': { title: 'Obrigado', text: 'Obrigado: recebemos o que você escreveu sobre o chamado {ticket}.' },
    'note.said': '“{text}”',
    // Uma pessoa
    'person.confirm': {
      title: 'Falar com uma pessoa',
      text: 'Quer que eu chame alguém da {partner}? Essa pessoa vai saber quem você é e ver as suas faturas{saidIs, select, some {; o que escrevemos hoje nesta conversa ({count, plural, one {# mensagem} other {# mensagens}}), só se você concordar} other {}}.',
    },
    'person.closed': {
      title: 'Não há ninguém agora',
      text: 'Neste momento não há ninguém da {partner} disponível; o atendimento reabre {opens}. Posso abrir um chamado, que será lido então{saidIs, select, some {; o que escrevemos hoje nesta conversa ({count, plural, one {# mensagem} other {# mensagens}}) só vai junto se você concordar} other {}}. Quer que eu abra?',
    },
    'person.closed-long': {
      title: 'Não há ninguém agora',
      text: 'Neste momento não há ninguém da {partner} disponível, e não há abertura prevista para as próximas duas semanas. Posso abrir um chamado{saidIs, select, some {; o que escrevemos hoje nesta conversa ({count, plural, one {# mensagem} other {# mensagens}}) só vai junto se você concordar} other {}}. Quer que eu abra?',
    },
    'person.nobody': {
      title: 'Falar com uma pessoa',
      text: 'Não consigo transferir este chat para uma pessoa, porque a nossa equipe de atendimento não está conectada a ele. Use, por favor, o contato que informamos.',
    },
    'person.queued': {
      title: 'Chamando alguém',
      text: 'Estou chamando alguém; o seu chamado é o {ticket}. Pessoas na sua frente: {ahead, number}. Pode continuar escrevendo aqui: quem vier vai ler.',
    },
    'person.ticket-left': {
      title: 'Chamado {ticket} aberto',
      text: 'Pronto: o chamado {ticket} está aberto e será lido a partir de {opens}. A resposta chega aqui.',
    },
    'person.waits': {
      title: 'Chamando alguém',
      text: 'Você está na fila desde {waiting} (chamado {ticket}). Aviso assim que houver alguém; até lá, pode continuar escrevendo aqui.',
    },
    'person.stopped': {
      title: 'Espera encerrada',
      text: 'Tudo bem, não estou mais chamando ninguém. O chamado {ticket} continua, e você pode pedir uma pessoa de novo quando quiser.',
    },
    'person.joined': {
      title: '{agent} está aqui',
      text: '{agent} está aqui agora e lê o que você escrever. Eu fico em silêncio até a conversa terminar.',
    },
    'person.moved': {
      title: 'Outra pessoa vai continuar',
      text: 'Outra pessoa vai continuar com o chamado {ticket}. Aguarde um pouco, por favor; pode continuar escrevendo.',
    },
    'person.ended': {
      title: 'A conversa terminou',
      text: 'A conversa sobre o chamado {ticket} terminou, e eu estou de volta. O chamado está {state}.',
    },
    'person.back': {
      title: 'Estou de volta',
      text: 'Ninguém pôde atender agora, por isso estou de volta. O chamado {ticket} continua conosco, e a resposta chega aqui.',
    },
    'person.passed-on': {
      title: 'Encaminhado',
      text: 'Acrescentei isso ao chamado {ticket}; quem vier vai ler.',
    },
    'person.file-passed-on': {
      title: 'Arquivo encaminhado',
      text: 'Acrescentei o seu arquivo ao chamado {ticket}, onde a nossa equipe pode abrir.',
    },
    'person.file-refused': {
      title: 'Arquivo não recebido',
      text: 'Não consegui receber esse arquivo: ele é grande demais, ou não há chamado nem conversa aos quais juntá-lo. Abra primeiro um chamado, ou envie por e-mail.',
    },
    // Botões
    'next.confirm-ticket': 'Sim, abrir o chamado',
    'next.confirm-withdraw': 'Sim, cancelar o chamado',
    'next.not-now': 'Não, agora não',
    'next.skip': 'Pular esta pergunta',
    'next.go-on': 'Não, abrir um chamado',
    'next.settled': 'Sim, isso esclarece',
    'next.everybody': 'A empresa toda',
    'next.several': 'Várias pessoas',
    'next.one': 'Uma pessoa',
    'next.with-words': 'Sim, e mostrar o que escrevemos',
    'next.without-words': 'Sim, sem mostrar o que escrevemos',
    'next.connect': 'Sim, chamar alguém',
    'next.leave-ticket': 'Sim, abrir um chamado',
    'next.stop-waiting': 'Parar de esperar',
    'next.end-talk': 'Encerrar esta conversa',
    'next.solved': 'Fechar o chamado {ticket}, está resolvido',
    'next.not-solved': 'Reabrir o chamado {ticket}: o problema continua',
    'next.good': '{ticket}: sim, gostei',
    'next.bad': '{ticket}: não gostei',
    'next.ticket-show': 'Como está o chamado {ticket}?',
    'next.ticket-add': 'Acrescentar ao chamado {ticket}',
    'next.ticket-withdraw': 'Cancelar o chamado {ticket}',
    'next.ticket-reopen': 'Reabrir o chamado {ticket}',
    'next.ticket-about': 'Abrir um chamado sobre isso',
    'next.tickets': 'Mostrar meus chamados',
  },
  terms: {
    'said.some': 'com mensagens',
    'said.none': 'sem mensagens',
    'topic.general': 'um assunto geral',
    'ticket.new': 'aguardando atendimento',
    'ticket.open': 'em andamento',
    'ticket.waiting-customer': 'aguardando a sua resposta',
    'ticket.waiting-microsoft': 'com a Microsoft',
    'ticket.resolved': 'resolvido',
    'ticket.closed': 'fechado',
    'ticket.withdrawn': 'cancelado',
    'ticket-kind.commercial': 'cobrança',
    'ticket-kind.technical': 'técnico',
    'priority.urgent': 'urgente',
    'priority.high': 'alta',
    'priority.normal': 'normal',
    'priority.low': 'baixa',
    'respond.promised': 'prometida',
    'respond.open': 'sem prazo',
    'who.you': 'de vocês',
    'who.us': 'da nossa equipe',
    'who.saldo': 'do Saldo',
    'label.ticket': 'Chamado',
    'label.topic': 'Assunto',
    'label.state': 'Situação',
    'label.priority': 'Prioridade',
    'label.opened': 'Aberto',
    'label.since': 'Desde',
    'label.by': 'Primeira resposta até',
  },
}
