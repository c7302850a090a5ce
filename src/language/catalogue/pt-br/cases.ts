import type { Catalogue } from '../../catalogue.ts'

/** O que a equipe de atendimento lê na conversa de um caso e no cartão dele. */
export const cases: Catalogue = {
  templates: {
    'case.claimed': {
      title: '{ticket} assumido',
      text: 'O chamado {ticket} agora está com {name}. O que for escrito aqui sem me mencionar vai para o cliente; para uma nota interna, comece com “nota:”.',
    },
    'case.taken': {
      title: '{ticket} já assumido',
      text: 'O chamado {ticket} já está com {name}. O que você escrever aqui fica como nota interna.',
    },
    'case.not-yours': {
      title: 'Não enviada',
      text: 'A mensagem não foi para o cliente: o chamado {ticket} está com {name}. Ela ficou guardada como nota interna.',
    },
    'case.not-taken': {
      title: 'Não enviada',
      text: 'A mensagem não foi para o cliente: ninguém está com o chamado {ticket}. Ela ficou guardada como nota interna; assuma o chamado primeiro e escreva de novo.',
    },
    'case.noted': { title: 'Nota guardada', text: 'Guardada como nota interna do chamado {ticket}.' },
    'case.sent': { title: 'Enviada', text: 'A sua mensagem está a caminho do cliente.' },
    'case.offered': {
      title: '{ticket} oferecido',
      text: 'O chamado {ticket} foi oferecido a {name}, que pode assumi-lo.',
    },
    'case.queued': {
      title: '{ticket} na fila',
      text: 'O chamado {ticket} voltou para a fila: qualquer pessoa da equipe pode assumi-lo.',
    },
    'case.customer-left': {
      title: '{ticket}: o cliente saiu',
      text: 'O cliente encerrou a conversa do chamado {ticket}. Informe como terminou e feche o caso, por favor.',
    },
    'case.ended': {
      title: '{ticket}: falta concluir',
      text: 'A conversa do chamado {ticket} terminou e o cliente voltou para o bot. Informe como terminou e feche o caso, por favor.',
    },
    'case.closed': {
      title: '{ticket} concluído',
      text: 'O caso está concluído; o chamado {ticket} está {stateIs, select, waiting_customer {aguardando o cliente} other {{state}}}.',
    },
    'case.returned': {
      title: '{ticket} de volta ao bot',
      text: 'O cliente do chamado {ticket} voltou para o bot; o chamado está {stateIs, select, waiting_customer {aguardando o cliente} other {{state}}}.',
    },
    'case.waits': {
      title: 'Há um cliente esperando',
      text: 'O cliente do chamado {ticket} continua esperando alguém. Quem assume?',
    },
    'case.late': {
      title: '{ticket} em atraso',
      text: 'O chamado {ticket} (prioridade {priority}) passou do prazo para {why}. Quem pode cuidar dele agora?',
    },
    'case.not-delivered': {
      title: 'Não entregue',
      text: 'Isto não chegou ao cliente do chamado {ticket} ({why}): “{text}” Fale com ele por outro meio, por favor, ou envie de novo pelo cartão.',
    },
    'case.maybe-delivered': {
      title: 'Talvez não entregue',
      text: 'Não dá para saber se isto chegou ao cliente do chamado {ticket} ({why}): “{text}” Eu não repito o envio por conta própria; pergunte ao cliente ou envie de novo pelo cartão.',
    },
    'case.thread-missing': {
      title: '{ticket} sem conversa no canal',
      text: 'Não dá para saber se o cartão do chamado {ticket} chegou ao canal. A partir de agora, o lugar dele é esta conversa.',
    },
    'case.attachment': {
      title: 'Anexo não enviado',
      text: 'O seu anexo não chegou ao cliente: os arquivos deste canal não podem ser repassados. Envie por e-mail ou coloque na mensagem um link que o cliente possa abrir.',
    },
    'case.confirmed': {
      title: '{ticket} encerrado',
      text: 'O cliente diz que o chamado {ticket} foi resolvido; ele está encerrado.',
    },
    'case.rated': { title: '{ticket} avaliado', text: 'O cliente do chamado {ticket} {why}.' },
    'case.reopened': { title: '{ticket} reaberto', text: 'O cliente reabriu o chamado {ticket}: “{text}”' },
    'case.withdrawn': { title: '{ticket} cancelado', text: 'O cliente cancelou o chamado {ticket}.' },
    'case.no-role': {
      title: 'Não incluído na sua função',
      text: 'A sua função não inclui isso. Quem administra os usuários pode alterar as funções.',
    },
    'case.channel-set': {
      title: 'Canal de atendimento',
      text: 'A partir de agora os casos chegam a este canal, cada um na sua própria conversa. Para mudar, mencione-me em outro canal com “casos aqui”.',
    },
    'case.channel-known': {
      title: 'Canal de atendimento',
      text: 'Os casos já chegam a este canal; não há nada a mudar.',
    },
    'case.no-case': {
      title: 'Sem caso',
      text: 'Esta conversa não pertence a nenhum caso. Para que os casos cheguem a este canal, mencione-me com “casos aqui”.',
    },
    'case.what': {
      title: 'Não entendi',
      text: 'Isso eu não consigo fazer aqui. Pergunte sobre as faturas do cliente, comece com “nota:” para uma nota interna ou use os botões do cartão.',
    },
    'case.done': {
      title: 'Pronto',
      text: 'Pronto: o chamado {ticket} está {stateIs, select, waiting_customer {aguardando o cliente} other {{state}}}.',
    },
    'case.linked': {
      title: '{ticket} é um entre vários',
      text: 'O chamado {ticket} tem a mesma causa que outros: {text}. Resolva todos juntos, com o botão do cartão.',
    },
    'case.no-helpdesk': {
      title: 'Ainda não configurado',
      text: 'Não consigo preparar um caso para a Microsoft: não está registrado como esta equipe de atendimento trabalha nem o que ela tem contratado. Peça para importarem o arquivo helpdesk.yaml e tente de novo.',
    },
    'case.no-vehicle': {
      title: 'Sem caminho até a Microsoft',
      text: 'Para isso não é possível abrir um caso na Microsoft. {why}',
    },
    'case.prepared': {
      title: 'Caso {escalation} preparado',
      text: 'O caso {escalation} está pronto para ser aberto na Microsoft. Onde: “{where}” Por que lá: “{why}” Depois de abrir, escreva no cartão o número que a Microsoft informou.',
    },
  },
  terms: {
    'undelivered.unreachable': 'a conversa não existe mais',
    'undelivered.blocked': 'o cliente bloqueou ou removeu o aplicativo',
    'undelivered.too-large': 'é longa demais',
    'undelivered.refused': 'o Teams não aceitou',
    'undelivered.no-answer': 'o Teams não respondeu',
    'late.respond': 'a primeira resposta',
    'late.resolve': 'a solução',
    'rated.good': 'gostou do atendimento',
    'rated.bad': 'não gostou do atendimento',
  },
}
