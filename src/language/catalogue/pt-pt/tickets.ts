import type { Catalogue } from '../../catalogue.ts'

/** Pedidos e pessoas: o que se pergunta antes de abrir um pedido, em que pé está, e o que o cliente fica a saber. */
export const tickets: Catalogue = {
  templates: {
    // Ver pedidos
    'ticket.list': {
      title: 'Pedidos',
      text: '{count, plural, one {Há # pedido} other {Há # pedidos, do mais recente para o mais antigo}}:',
      row: '{ticket}, de {opened}: {topic}; {state}',
    },
    'ticket.none': { title: 'Pedidos', text: 'Não tem pedidos. Para abrir um, diga-me apenas de que se trata.' },
    'ticket.show': {
      title: 'Pedido {ticket}',
      text: 'O pedido {ticket} ({topic}) está {state} desde {since}.{respondIs, select, promised { A primeira resposta está prevista até {by}.} other {}}',
      row: '{at}, {who}: {text}',
    },
    'ticket.unknown': {
      title: 'Pedido não encontrado',
      text: 'Não encontro o pedido {ticket} entre os que pode consultar. Confirme o número, por favor, ou peça-me para mostrar os seus pedidos.',
    },
    'ticket.which': {
      title: 'Que pedido?',
      text: 'De que pedido se trata?',
      row: '{option}: {ticket}, {topic} ({state})',
    },
    'note.more-tickets':
      '{more, plural, one {Há mais # antigo que não mostro; escreva o número para o ver.} other {Há mais # antigos que não mostro; escreva o número de um deles para o ver.}}',
    'note.problem': 'Há outras pessoas com o mesmo problema; estamos a resolvê-lo para todas ao mesmo tempo.',
    // Abrir, acrescentar, terminar
    'ticket.opened': {
      title: 'Pedido {ticket} aberto',
      text: 'Feito: o pedido {ticket} está aberto ({topic}). {respondIs, select, promised {A primeira resposta está prevista até {by}.} other {Alguém vai tratar dele e responder-lhe aqui.}}',
    },
    'ticket.same': {
      title: 'Pedido {ticket}',
      text: 'Já há um pedido sobre isto: {ticket} ({state}). Acrescentei-lhe o que escreveu.',
    },
    'ticket.reopened': {
      title: 'Pedido {ticket} reaberto',
      text: 'O pedido {ticket} está de novo aberto e alguém vai tratar dele. Pode acrescentar o que continua por resolver.',
    },
    'ticket.what-to-add': {
      title: 'Pedido {ticket}',
      text: 'O que devo acrescentar ao pedido {ticket}? Escreva tudo numa só mensagem, por favor.',
    },
    'ticket.added': {
      title: 'Pedido {ticket}',
      text: 'Obrigado, acrescentei isso ao pedido {ticket}; quem trata dele vai ler.',
    },
    'ticket.confirm-withdraw': {
      title: 'Anular o pedido {ticket}?',
      text: 'Quer que anule o pedido {ticket} ({topic})? Deixa de ser tratado, mas pode reabri-lo em qualquer altura.',
    },
    'ticket.withdrawn': {
      title: 'Pedido {ticket} anulado',
      text: 'O pedido {ticket} está anulado. Se afinal precisar dele, pode reabri-lo.',
    },
    'ticket.confirmed': {
      title: 'Pedido {ticket} fechado',
      text: 'Ainda bem. O pedido {ticket} está fechado. Gostou da forma como o tratámos?',
    },
    'ticket.over': {
      title: 'Pedido {ticket}',
      text: 'O pedido {ticket} está {state} desde {since}. Para continuar, reabra-o.',
    },
    'ticket.confirm': {
      title: 'Abrir um pedido?',
      text: 'O pedido seria este: {topic}, prioridade {priority}. Nas suas palavras: “{text}” Posso abri-lo?',
    },
    'ticket.not-opened': {
      title: 'Fica tudo como está',
      text: 'Muito bem, fica tudo como está. Posso ajudar em mais alguma coisa?',
    },
    'ticket.staff': {
      title: 'Pedidos',
      text: 'Os clientes abrem pedidos na conversa deles. A equipa trata deles no canal de apoio e pode listá-los com o comando “saldo tickets”.',
    },
    // Recolha de dados
    'intake.what': {
      title: 'O que acontece?',
      text: 'O que acontece ao certo e, se houver uma mensagem de erro, o que diz? Uma ou duas frases chegam.',
    },
    'intake.since': { title: 'Desde quando?', text: 'Desde quando é que isto acontece?' },
    'intake.impact': { title: 'Quem é afetado?', text: 'Quem é afetado por isto?' },
    'intake.reason': {
      title: 'O que está errado?',
      text: 'O que está errado neste valor? Diga-me por palavras suas, por favor.',
    },
    'intake.details': { title: 'De que se trata?', text: 'Diga-me numa ou duas frases de que se trata, por favor.' },
    'note.still-asking': 'O seu pedido ainda não está aberto: para continuar, basta responder à minha última pergunta.',
    'note.charged-request': 'Este tipo de apoio custa {price} por {per}. Nada começa sem o seu acordo.',
    'note.about-bill': 'Diz respeito à fatura {invoice}.',
    'note.disputed-amount': 'Valor contestado, imposto incluído: {amount}.',
    'note.settles-it': 'É o que consta dos registos. Fica esclarecido, ou quer que abra um pedido?',
    'dispute.settled': {
      title: 'Esclarecido',
      text: 'Ótimo. Não abri nenhum pedido. Se afinal houver algo errado, é só dizer.',
    },
    'technical.known': {
      title: 'Um problema conhecido',
      text: 'É um problema conhecido desde {from}: “{text}” Fica esclarecido?',
    },
    'technical.no-subscription': {
      title: 'Sobre {product}',
      text: 'A vossa subscrição de {product} está {status}{untilIs, select, day { (data de fim: {end})} other {}}, o que pode ser a causa. Fica esclarecido?',
    },
    'note.incident': 'Incidente na Microsoft: {incident}.',
    'note.known-until': 'Deve ficar resolvido até {until}.',
    // Notícias de um pedido
    'ticket.replied': { title: 'Sobre o pedido {ticket}', text: 'Respondemos ao seu pedido {ticket} ({topic}).' },
    'ticket.asks': {
      title: 'Uma pergunta sobre o pedido {ticket}',
      text: 'Para avançarmos com o pedido {ticket}, precisamos de uma resposta sua. Acrescente-a ao pedido, por favor.',
    },
    'ticket.with-microsoft': {
      title: 'Pedido {ticket} na Microsoft',
      text: 'Levámos o pedido {ticket} à Microsoft. Não tem de fazer nada; dizemos-lhe aqui o que responderem.',
    },
    'ticket.resolved': {
      title: 'Pedido {ticket} resolvido',
      text: 'Do nosso lado, o pedido {ticket} ({topic}) está resolvido. Do seu também?',
    },
    'problem.resolved': {
      title: 'Pedido {ticket} resolvido',
      text: 'O problema na origem do seu pedido {ticket} ({topic}), que afetou também outras pessoas, está resolvido. Do seu lado também?',
    },
    'ticket.ended': {
      title: 'Pedido {ticket} {state}',
      text: 'O pedido {ticket} ({topic}) está {state}. Se ficou algo por fazer, reabra-o. Gostou da forma como o tratámos?',
    },
    'rating.thanks': {
      title: 'Obrigado',
      text: 'Obrigado pela sua opinião. Se quiser dizer porquê, escreva “acrescentar ao {ticket}” e uma frase.',
    },
    'rating.noted': { title: 'Obrigado', text: 'Obrigado: recebemos o que escreveu sobre o pedido {ticket}.' },
    'note.said': '“{text}”',
    // Uma pessoa
    'person.confirm': {
      title: 'Falar com uma pessoa',
      text: 'Quer que chame alguém da {partner}? Essa pessoa fica a saber com quem fala e vê as vossas faturas{saidIs, select, some {; o que escrevemos hoje nesta conversa ({count, plural, one {# mensagem} other {# mensagens}}), só com o seu acordo} other {}}.',
    },
    'person.closed': {
      title: 'Agora não está ninguém',
      text: 'Neste momento não está ninguém da {partner}; o apoio reabre {opens}. Posso abrir um pedido, que será lido nessa altura{saidIs, select, some {; o que escrevemos hoje nesta conversa ({count, plural, one {# mensagem} other {# mensagens}}) só o acompanha com o seu acordo} other {}}. Quer que o abra?',
    },
    'person.closed-long': {
      title: 'Agora não está ninguém',
      text: 'Neste momento não está ninguém da {partner}, e não há abertura prevista nas próximas duas semanas. Posso abrir um pedido{saidIs, select, some {; o que escrevemos hoje nesta conversa ({count, plural, one {# mensagem} other {# mensagens}}) só o acompanha com o seu acordo} other {}}. Quer que o abra?',
    },
    'person.nobody': {
      title: 'Falar com uma pessoa',
      text: 'Não consigo passar a conversa a uma pessoa, porque a nossa equipa de apoio não está ligada a ela. Use, por favor, o contacto que lhe indicámos.',
    },
    'person.queued': {
      title: 'A chamar alguém',
      text: 'Estou a chamar alguém; o seu pedido é o {ticket}. Pessoas à sua frente: {ahead, number}. Pode continuar a escrever aqui: quem vier vai ler.',
    },
    'person.ticket-left': {
      title: 'Pedido {ticket} aberto',
      text: 'Feito: o pedido {ticket} está aberto e será lido a partir de {opens}. A resposta chega aqui.',
    },
    'person.waits': {
      title: 'A chamar alguém',
      text: 'Está na fila desde {waiting} (pedido {ticket}). Aviso assim que alguém estiver disponível; até lá, pode continuar a escrever aqui.',
    },
    'person.stopped': {
      title: 'Já não está à espera',
      text: 'Muito bem, já não estou a chamar ninguém. O pedido {ticket} mantém-se, e pode voltar a pedir uma pessoa quando quiser.',
    },
    'person.joined': {
      title: '{agent} está aqui',
      text: '{agent} está agora aqui e lê o que escrever. Eu fico em silêncio até a conversa terminar.',
    },
    'person.moved': {
      title: 'Outra pessoa vai continuar',
      text: 'Outra pessoa vai continuar com o pedido {ticket}. Aguarde um pouco, por favor; pode continuar a escrever.',
    },
    'person.ended': {
      title: 'A conversa terminou',
      text: 'A conversa sobre o pedido {ticket} terminou e estou de volta. O pedido está {state}.',
    },
    'person.back': {
      title: 'Estou de volta',
      text: 'Ninguém pôde atender agora, por isso estou de volta. O pedido {ticket} continua connosco e a resposta chega aqui.',
    },
    'person.passed-on': {
      title: 'Entregue',
      text: 'Acrescentei isso ao pedido {ticket}; quem vier vai ler.',
    },
    'person.file-passed-on': {
      title: 'Ficheiro entregue',
      text: 'Acrescentei o seu ficheiro ao pedido {ticket}, onde a nossa equipa o pode abrir.',
    },
    'person.file-refused': {
      title: 'Ficheiro não recebido',
      text: 'Não consegui receber esse ficheiro: é demasiado grande, ou não há pedido nem conversa a que o possa juntar. Abra primeiro um pedido, ou envie-o por correio eletrónico.',
    },
    // Botões
    'next.confirm-ticket': 'Sim, abrir o pedido',
    'next.confirm-withdraw': 'Sim, anular',
    'next.not-now': 'Não, agora não',
    'next.skip': 'Saltar esta pergunta',
    'next.go-on': 'Não, abrir um pedido',
    'next.settled': 'Sim, fica esclarecido',
    'next.everybody': 'Toda a empresa',
    'next.several': 'Várias pessoas',
    'next.one': 'Uma pessoa',
    'next.with-words': 'Sim, e mostrar o que escrevemos',
    'next.without-words': 'Sim, sem mostrar o que escrevemos',
    'next.connect': 'Sim, chamar alguém',
    'next.leave-ticket': 'Sim, abrir um pedido',
    'next.stop-waiting': 'Deixar de esperar',
    'next.end-talk': 'Terminar esta conversa',
    'next.solved': 'Fechar o pedido {ticket}, está resolvido',
    'next.not-solved': 'Reabrir o pedido {ticket}: o problema continua',
    'next.good': '{ticket}: sim, gostei',
    'next.bad': '{ticket}: não gostei',
    'next.ticket-show': 'Como está o pedido {ticket}?',
    'next.ticket-add': 'Acrescentar ao pedido {ticket}',
    'next.ticket-withdraw': 'Anular o pedido {ticket}',
    'next.ticket-reopen': 'Reabrir o pedido {ticket}',
    'next.ticket-about': 'Abrir um pedido sobre isto',
    'next.tickets': 'Mostrar os meus pedidos',
  },
  terms: {
    'said.some': 'com mensagens',
    'said.none': 'sem mensagens',
    'topic.general': 'um assunto geral',
    'ticket.new': 'por tratar',
    'ticket.open': 'em tratamento',
    'ticket.waiting-customer': 'à espera da vossa resposta',
    'ticket.waiting-microsoft': 'com a Microsoft',
    'ticket.resolved': 'resolvido',
    'ticket.closed': 'fechado',
    'ticket.withdrawn': 'anulado',
    'ticket-kind.commercial': 'faturação',
    'ticket-kind.technical': 'técnico',
    'priority.urgent': 'urgente',
    'priority.high': 'alta',
    'priority.normal': 'normal',
    'priority.low': 'baixa',
    'respond.promised': 'prometida',
    'respond.open': 'sem prazo',
    'who.you': 'da vossa parte',
    'who.us': 'da nossa equipa',
    'who.saldo': 'do Saldo',
    'label.ticket': 'Pedido',
    'label.topic': 'Assunto',
    'label.state': 'Estado',
    'label.priority': 'Prioridade',
    'label.opened': 'Aberto',
    'label.since': 'Desde',
    'label.by': 'Primeira resposta até',
  },
}
