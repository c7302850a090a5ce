import type { Catalogue } from '../../catalogue.ts'

/** O que a equipa de apoio lê na conversa de um caso e no respetivo cartão. */
export const cases: Catalogue = {
  templates: {
    'case.claimed': {
      title: '{ticket} atribuído',
      text: 'O pedido {ticket} está agora com {name}. O que escrever aqui sem me mencionar segue para o cliente; para uma nota interna, comece por “nota:”.',
    },
    'case.taken': {
      title: '{ticket} já atribuído',
      text: 'O pedido {ticket} já está com {name}. O que escrever aqui fica como nota interna.',
    },
    'case.not-yours': {
      title: 'Não enviado',
      text: 'A mensagem não seguiu para o cliente: o pedido {ticket} está com {name}. Ficou guardada como nota interna.',
    },
    'case.not-taken': {
      title: 'Não enviado',
      text: 'A mensagem não seguiu para o cliente: ninguém está com o pedido {ticket}. Ficou guardada como nota interna; assuma primeiro o pedido e escreva de novo.',
    },
    'case.noted': { title: 'Nota guardada', text: 'Guardada como nota interna do pedido {ticket}.' },
    'case.sent': { title: 'Enviado', text: 'A sua mensagem está a caminho do cliente.' },
    'case.offered': {
      title: '{ticket} proposto',
      text: 'O pedido {ticket} foi proposto a {name}, que o pode assumir.',
    },
    'case.queued': {
      title: '{ticket} em espera',
      text: 'O pedido {ticket} voltou à fila: qualquer pessoa da equipa o pode assumir.',
    },
    'case.customer-left': {
      title: '{ticket}: o cliente saiu',
      text: 'O cliente terminou a conversa do pedido {ticket}. Indique como acabou e feche o caso, por favor.',
    },
    'case.ended': {
      title: '{ticket}: por concluir',
      text: 'A conversa do pedido {ticket} terminou e o cliente está de novo com o bot. Indique como acabou e feche o caso, por favor.',
    },
    'case.closed': {
      title: '{ticket} concluído',
      text: 'O caso está concluído; o pedido {ticket} está {stateIs, select, waiting_customer {à espera do cliente} other {{state}}}.',
    },
    'case.returned': {
      title: '{ticket} de volta ao bot',
      text: 'O cliente do pedido {ticket} está de novo com o bot; o pedido está {stateIs, select, waiting_customer {à espera do cliente} other {{state}}}.',
    },
    'case.waits': {
      title: 'Há um cliente à espera',
      text: 'O cliente do pedido {ticket} continua à espera de alguém. Quem o assume?',
    },
    'case.late': {
      title: '{ticket} em atraso',
      text: 'O pedido {ticket} (prioridade {priority}) ultrapassou o prazo para {why}. Quem pode tratar dele agora?',
    },
    'case.not-delivered': {
      title: 'Não entregue',
      text: 'Isto não chegou ao cliente do pedido {ticket} ({why}): “{text}” Contacte-o por outro meio, por favor, ou envie de novo a partir do cartão.',
    },
    'case.maybe-delivered': {
      title: 'Talvez não entregue',
      text: 'Não se sabe se isto chegou ao cliente do pedido {ticket} ({why}): “{text}” Não repito o envio por iniciativa própria; pergunte ao cliente, ou envie de novo a partir do cartão.',
    },
    'case.thread-missing': {
      title: '{ticket} sem conversa no canal',
      text: 'Não se sabe se o cartão do pedido {ticket} chegou ao canal. A partir de agora, o lugar dele é esta conversa.',
    },
    'case.attachment': {
      title: 'Anexo não enviado',
      text: 'O seu anexo não chegou ao cliente: os ficheiros deste canal não podem ser reencaminhados. Envie-o por correio eletrónico, ou ponha na mensagem uma ligação que o cliente possa abrir.',
    },
    'case.confirmed': {
      title: '{ticket} fechado',
      text: 'O cliente diz que o pedido {ticket} está resolvido; ficou fechado.',
    },
    'case.rated': { title: '{ticket} avaliado', text: 'O cliente do pedido {ticket} {why}.' },
    'case.reopened': { title: '{ticket} reaberto', text: 'O cliente reabriu o pedido {ticket}: “{text}”' },
    'case.withdrawn': { title: '{ticket} anulado', text: 'O cliente anulou o pedido {ticket}.' },
    'case.no-role': {
      title: 'Não incluído na sua função',
      text: 'A sua função não inclui isto. Quem gere os utilizadores pode alterar as funções.',
    },
    'case.channel-set': {
      title: 'Canal de apoio',
      text: 'A partir de agora os casos chegam a este canal, cada um na sua própria conversa. Para os mudar, mencione-me noutro canal com “casos aqui”.',
    },
    'case.channel-known': { title: 'Canal de apoio', text: 'Os casos já chegam a este canal; não há nada a mudar.' },
    'case.no-case': {
      title: 'Sem caso',
      text: 'Esta conversa não pertence a nenhum caso. Para que os casos cheguem a este canal, mencione-me com “casos aqui”.',
    },
    'case.what': {
      title: 'Não percebi',
      text: 'Isso não consigo fazer aqui. Faça-me uma pergunta sobre as faturas do cliente, comece por “nota:” para uma nota interna, ou use os botões do cartão.',
    },
    'case.done': {
      title: 'Feito',
      text: 'Feito: o pedido {ticket} está {stateIs, select, waiting_customer {à espera do cliente} other {{state}}}.',
    },
    'case.linked': {
      title: '{ticket} é um de vários',
      text: 'O pedido {ticket} tem a mesma causa que outros: {text}. Resolva-os em conjunto, com o botão do cartão.',
    },
    'case.no-helpdesk': {
      title: 'Ainda por configurar',
      text: 'Não consigo preparar um caso para a Microsoft: não consta como trabalha esta equipa de apoio nem o que tem contratado. Peça que importem o ficheiro helpdesk.yaml e tente de novo.',
    },
    'case.no-vehicle': {
      title: 'Sem via para a Microsoft',
      text: 'Para isto não é possível apresentar um caso à Microsoft. {why}',
    },
    'case.prepared': {
      title: 'Caso {escalation} preparado',
      text: 'O caso {escalation} está pronto para ser apresentado à Microsoft. Onde: “{where}” Porquê aí: “{why}” Depois de o apresentar, escreva no cartão o número que a Microsoft lhe deu.',
    },
  },
  terms: {
    'undelivered.unreachable': 'a conversa já não existe',
    'undelivered.blocked': 'o cliente bloqueou ou removeu a aplicação',
    'undelivered.too-large': 'é demasiado longa',
    'undelivered.refused': 'o Teams não a aceitou',
    'undelivered.no-answer': 'o Teams não respondeu',
    'late.respond': 'a primeira resposta',
    'late.resolve': 'a solução',
    'rated.good': 'gostou do atendimento',
    'rated.bad': 'não gostou do atendimento',
  },
}
