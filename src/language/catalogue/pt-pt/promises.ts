import type { Catalogue } from '../../catalogue.ts'

/** Pagamentos anunciados pelo cliente, e o que ele quer dos lembretes. */
export const promises: Catalogue = {
  templates: {
    // Um pagamento a anotar
    'promise.which-bills': {
      title: 'Que fatura?',
      text: '{count, plural, one {Há # fatura} other {Há # faturas}} por pagar. Qual vai pagar?',
      row: '{option}: {invoice}, {period}: {open} por pagar, vencimento {due}',
    },
    'promise.which-day': {
      title: 'Até que dia?',
      text: 'Até que dia vai pagar {amount} {count, plural, one {desta fatura} other {destas faturas}}? Posso anotar qualquer dia até {latest}.',
      row: '{invoice}, {period}: {open} por pagar, vencimento {due}',
    },
    'promise.confirm': {
      title: 'Anotar este pagamento?',
      text: 'Vai pagar {amount} até {by}; até lá não envio lembretes {count, plural, one {desta fatura} other {destas faturas}}. Anoto?',
      row: '{invoice}, {period}: {open} por pagar, vencimento {due}',
    },
    'note.promise-part': 'Ficam {rest} por pagar, que não entram neste acordo.',
    'note.promise-replaces': 'Substitui o que me disse antes: {amount} até {by}.',
    'note.promise-last':
      'É a última data que posso anotar para {count, plural, one {esta fatura} other {estas faturas}}; se tiver de mudar, fale com uma pessoa, por favor.',
    'note.still-promising':
      'A data de pagamento ainda não está anotada: responda à minha pergunta para continuar ou diga “cancelar” para desistir.',
    'note.still-changing':
      'Os lembretes ainda não mudaram: diga “sim” para os mudar ou “cancelar” para os deixar como estão.',
    // Anotado, e depois
    'promise.made': {
      title: 'Pagamento anotado',
      text: 'Anotado: vai pagar {amount} até {by}. Até lá não envio lembretes {count, plural, one {desta fatura} other {destas faturas}}:',
      row: '{invoice}',
    },
    'promise.already': {
      title: 'Pagamento anotado',
      text: 'Está anotado: vai pagar {amount} até {by}. Até lá não envio lembretes {count, plural, one {desta fatura} other {destas faturas}}:',
      row: '{invoice}',
    },
    'note.promise-kept': 'Assim que o pagamento estiver registado, o assunto fica resolvido; não precisa de me avisar.',
    'note.promise-broken':
      '{afterIs, select, remind {Se até lá não estiver registado, volto a lembrar.} warn {Se até lá não estiver registado, segue um aviso.} person {Se até lá não estiver registado, um colega entra em contacto.} propose_suspension {Se até lá não estiver registado, um colega decide o que se segue.} other {{after}}}',
    'promise.withdrawn': {
      title: 'Data de pagamento anulada',
      text: 'O pagamento de {amount} até {by} deixou de estar anotado; os lembretes {count, plural, one {dessa fatura} other {dessas faturas}} continuam.',
    },
    'promise.none': {
      title: 'Nenhuma data anotada',
      text: 'Não está anotada nenhuma data de pagamento sua. Diga-me quando vai pagar e eu anoto.',
    },
    'promise.dropped': {
      title: 'Nada anotado',
      text: 'Muito bem, não anoto nada e os lembretes ficam como estão. Quando souber o dia, diga-me.',
    },
    // O que não se pode anotar
    'promise.past-day': {
      title: 'Até que dia?',
      text: 'Esse dia já passou. Até que dia vai pagar? Posso anotar qualquer dia até {latest}.',
    },
    'promise.too-far': {
      title: 'Demasiado longe',
      text: 'Posso anotar um dia até {latest}, não mais tarde. Indique um dia anterior ou deixe que uma pessoa decida.',
    },
    'promise.too-much': {
      title: 'Mais do que está em dívida',
      text: 'É mais do que há por pagar: {most}. Quanto vai pagar?',
    },
    'promise.too-little': {
      title: 'Uma parte maior',
      text: 'Aqui posso anotar {least} ou mais. Indique outro valor ou deixe que uma pessoa decida.',
    },
    'promise.only-all': {
      title: 'O valor total',
      text: 'Aqui só posso anotar o valor total: {most}. Paga tudo até lá, ou prefere que uma pessoa decida?',
    },
    'promise.too-many': {
      title: 'Decide uma pessoa',
      text: 'Posso anotar {count, plural, one {uma data de pagamento} other {# datas de pagamento}} por fatura, e já foram usadas. Uma pessoa pode combinar outra solução consigo.',
    },
    'promise.one-currency': {
      title: 'Uma moeda de cada vez',
      text: 'Só posso anotar um pagamento na moeda das respetivas faturas. Indique uma fatura de cada vez, por favor.',
    },
    'promise.instalments': {
      title: 'Pagamento faseado',
      text: 'Posso anotar um dia e um valor por fatura; um pagamento faseado tem de ser combinado com uma pessoa. Abro um pedido ou chamo alguém? Ou diga-me até que dia paga tudo.',
    },
    'promise.not-then': {
      title: 'Outro dia?',
      text: 'Obrigado por avisar; não anoto esse pagamento. Até que dia consegue pagar? Posso anotar qualquer dia até {latest}. Uma pessoa pode combinar outra solução consigo e, se alguma fatura não estiver certa, diga-me o que está errado.',
    },
    'promise.not-taken': {
      title: 'Mais tempo para pagar',
      text: 'Não posso anotar aqui uma data de pagamento: uma pessoa tem de concordar. Abro um pedido ou chamo alguém?',
    },
    'promise.nothing-due': {
      title: 'Nada por pagar',
      text: 'De momento não há nada por pagar, por isso não há nada a anotar.',
    },
    'promise.bill-settled': {
      title: 'Nada por pagar',
      text: 'Na fatura {invoice} não há nada por pagar, por isso não há nada a anotar.',
    },
    'promise.not-yours': {
      title: 'Para contactos de faturação',
      text: 'As datas de pagamento e os lembretes são com os contactos de faturação da sua empresa. Peça a um deles, ou peça-nos que o registemos.',
    },
    'promise.staff': {
      title: 'Lembretes dos clientes',
      text: 'Os clientes dizem-me as datas de pagamento na sua própria conversa. Os clientes suspendem-se, isentam-se e libertam-se com os comandos “saldo hold” e “saldo release”, e as promessas veem-se com “saldo promises”.',
    },
    // Ao lado de outras respostas
    'note.promise-open':
      'Está anotado um pagamento de {amount} até {by}{count, plural, one {} other { para # faturas}}; até lá não há lembretes.',
    'note.said-paid': 'A fatura {invoice} foi dada como paga em {on}; não há lembretes dela até {until}.',
    'note.said-paid-all': 'Foi tudo dado como pago em {on}; não há lembretes até {until}.',
    'note.dispute-due': 'O que fica por pagar do valor contestado da fatura {invoice} vence em {due}.',
    // "Já paguei"
    'paid.which': {
      title: 'Que fatura?',
      text: '{count, plural, one {Há # fatura} other {Há # faturas}} por pagar. Qual pagou?',
      row: '{option}: {invoice}, {period}: {open} por pagar, vencimento {due}',
    },
    'paid.confirm': {
      title: 'Está paga?',
      text: 'Pagou a fatura {invoice}, e o pagamento ainda não está registado. Anoto, e não envio lembretes desta fatura até {until}?',
    },
    'paid.confirm-all': {
      title: 'Está tudo pago?',
      text: 'Pagou tudo, e ainda não está registado. Anoto, e não envio lembretes até {until}?',
    },
    'paid.noted': {
      title: 'Obrigado',
      text: 'Obrigado, anotei que a fatura {invoice} está paga. O pagamento ainda não está registado; uma transferência demora em regra alguns dias úteis. Não envio lembretes desta fatura até {until}.',
    },
    'paid.noted-all': {
      title: 'Obrigado',
      text: 'Obrigado, anotei que está tudo pago. Ainda não está registado; uma transferência demora em regra alguns dias úteis. Não envio lembretes até {until}.',
    },
    'paid.already': {
      title: 'Já está anotado',
      text: 'Em {from} disse-me que está pago, e não envio lembretes até {until}. O pagamento ainda não está registado.',
    },
    'paid.said-before': {
      title: 'Pagamento não encontrado',
      text: 'Em {from} disse-me que a fatura {invoice} está paga, mas não entrou nenhum pagamento dela. Confirme a transferência, por favor, ou deixe que alguém a procure: abra um pedido e junte o comprovativo.',
    },
    'note.no-payment-yet': 'Ainda não há nenhum pagamento seu registado.',
    // Os lembretes como o cliente os quer
    'preferences.none': {
      title: 'Lembretes',
      text: 'Não envio lembretes à sua empresa. Para qualquer outra questão sobre eles, abra um pedido.',
    },
    'preferences.on': {
      title: 'Os seus lembretes',
      text: 'A sua empresa recebe todos os lembretes: antes do vencimento, de pagamentos em atraso, e avisos de faturas e renovações.',
    },
    'preferences.fewer': {
      title: 'Os seus lembretes',
      text: 'Desde {since} a sua empresa só recebe lembretes de pagamentos em atraso: nenhum antes do vencimento, e nenhum aviso.',
    },
    'note.can-stop':
      'Pode desativar os lembretes antes do vencimento e os avisos, ou adiar todos os lembretes alguns dias.',
    'note.cannot-stop': 'Os lembretes de pagamentos em atraso não se podem desativar; acabam quando a fatura é paga.',
    'note.put-off-until': 'Todos os lembretes estão adiados até {until}.',
    'note.partner-holds': 'Da nossa parte, os lembretes estão suspensos por agora.',
    'note.other-wishes':
      'Para quem os recebe, com que frequência ou por que via, abra um pedido: isso é definido por uma pessoa.',
    'preferences.confirm-stop': {
      title: 'Menos lembretes?',
      text: 'Desativo os lembretes antes do vencimento e os avisos de faturas e renovações? Vale para toda a empresa, e pode reativá-los em qualquer altura.',
    },
    'preferences.confirm-later': {
      title: 'Lembrar mais tarde?',
      text: 'Adio todos os lembretes até {until}? O que está por pagar continua por pagar.',
    },
    'preferences.confirm-resume': {
      title: 'Todos os lembretes de novo?',
      text: 'Reativo todos os lembretes e avisos?',
    },
    'preferences.stopped': {
      title: 'Menos lembretes',
      text: 'Feito: não há mais lembretes antes do vencimento, nem avisos. Pode reativá-los em qualquer altura.',
    },
    'preferences.put-off': {
      title: 'Lembretes adiados',
      text: 'Feito: não há lembretes até {until}. O que está por pagar continua por pagar.',
    },
    'preferences.resumed': {
      title: 'Lembretes ativos',
      text: 'Feito: a sua empresa volta a receber todos os lembretes e avisos.',
    },
    'preferences.all-on': { title: 'Lembretes ativos', text: 'Todos os lembretes e avisos já estão ativos.' },
    'preferences.too-late': {
      title: 'Tanto tempo não',
      text: 'Posso adiar os lembretes até {latest}, não mais. Se precisar de mais tempo para pagar, diga-me em que dia paga.',
    },
    'preferences.put-off-used': {
      title: 'Ainda não outra vez',
      text: 'Os lembretes já foram adiados e desde então não seguiu nenhum. Se precisar de mais tempo para pagar, diga-me em que dia paga.',
    },
    // Botões
    'next.confirm-promise': 'Sim, anote',
    'next.withdraw-promise': 'Afinal não vamos pagar a {invoice} nesse dia',
    'next.all-bills': 'Todas',
    'next.pay-by': 'Vamos pagar até {by}',
    'next.pay-amount': 'Vamos pagar {amount}',
    'next.confirm-preference': 'Sim, por favor',
    'next.resume-reminders': 'Reativar todos os lembretes',
    'next.put-off-until': 'Lembrar depois de {until}',
  },
  terms: {
    'after.remind': 'um lembrete',
    'after.warn': 'um aviso',
    'after.person': 'um colega entra em contacto',
    'after.propose-suspension': 'um colega decide o que se segue',
  },
}
