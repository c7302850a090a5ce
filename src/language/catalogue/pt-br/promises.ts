import type { Catalogue } from '../../catalogue.ts'

/** Pagamentos combinados com o cliente, e o que ele quer dos lembretes. */
export const promises: Catalogue = {
  templates: {
    // Um pagamento a anotar
    'promise.which-bills': {
      title: 'Qual fatura?',
      text: '{count, plural, one {Há # fatura} other {Há # faturas}} a pagar. Qual delas você vai pagar?',
      row: '{option}: {invoice}, {period}: {open} a pagar, vencimento {due}',
    },
    'promise.which-day': {
      title: 'Até que dia?',
      text: 'Até que dia você vai pagar {amount} {count, plural, one {desta fatura} other {destas faturas}}? Posso anotar qualquer dia até {latest}.',
      row: '{invoice}, {period}: {open} a pagar, vencimento {due}',
    },
    'promise.confirm': {
      title: 'Anotar este pagamento?',
      text: 'Você vai pagar {amount} até {by}; até lá não envio lembretes {count, plural, one {desta fatura} other {destas faturas}}. Posso anotar?',
      row: '{invoice}, {period}: {open} a pagar, vencimento {due}',
    },
    'note.promise-part': 'Ficam {rest} a pagar, que não entram neste combinado.',
    'note.promise-replaces': 'Substitui o que você me disse antes: {amount} até {by}.',
    'note.promise-last':
      'É a última data que posso anotar para {count, plural, one {esta fatura} other {estas faturas}}; se precisar mudar, fale com uma pessoa, por favor.',
    'note.still-promising':
      'A data de pagamento ainda não está anotada: responda à minha pergunta para continuar ou diga “cancelar” para desistir.',
    'note.still-changing':
      'Os lembretes ainda não mudaram: diga “sim” para mudar ou “cancelar” para deixar como estão.',
    // Anotado, e depois
    'promise.made': {
      title: 'Pagamento anotado',
      text: 'Anotado: você vai pagar {amount} até {by}. Até lá não envio lembretes {count, plural, one {desta fatura} other {destas faturas}}:',
      row: '{invoice}',
    },
    'promise.already': {
      title: 'Pagamento anotado',
      text: 'Está anotado: você vai pagar {amount} até {by}. Até lá não envio lembretes {count, plural, one {desta fatura} other {destas faturas}}:',
      row: '{invoice}',
    },
    'note.promise-kept': 'Assim que o pagamento for registrado, está resolvido; você não precisa me avisar.',
    'note.promise-broken':
      '{afterIs, select, remind {Se até lá não estiver registrado, volto a lembrar você.} warn {Se até lá não estiver registrado, você recebe um aviso.} person {Se até lá não estiver registrado, um colega entra em contato com você.} propose_suspension {Se até lá não estiver registrado, um colega decide o que acontece.} other {{after}}}',
    'promise.withdrawn': {
      title: 'Data de pagamento cancelada',
      text: 'O pagamento de {amount} até {by} não está mais anotado; os lembretes {count, plural, one {dessa fatura} other {dessas faturas}} continuam.',
    },
    'promise.none': {
      title: 'Nenhuma data anotada',
      text: 'Não há nenhuma data de pagamento sua anotada. Me diga quando você vai pagar e eu anoto.',
    },
    'promise.dropped': {
      title: 'Nada anotado',
      text: 'Tudo bem, não anoto nada e os lembretes ficam como estão. Quando souber o dia, me diga.',
    },
    // O que não dá para anotar
    'promise.past-day': {
      title: 'Até que dia?',
      text: 'Esse dia já passou. Até que dia você vai pagar? Posso anotar qualquer dia até {latest}.',
    },
    'promise.too-far': {
      title: 'Longe demais',
      text: 'Posso anotar um dia até {latest}, não depois. Diga um dia anterior ou deixe que uma pessoa decida.',
    },
    'promise.too-much': {
      title: 'Mais do que está em aberto',
      text: 'É mais do que há a pagar: {most}. Quanto você vai pagar?',
    },
    'promise.too-little': {
      title: 'Uma parte maior',
      text: 'Aqui posso anotar {least} ou mais. Diga outro valor ou deixe que uma pessoa decida.',
    },
    'promise.only-all': {
      title: 'O valor total',
      text: 'Aqui só posso anotar o valor total: {most}. Você paga tudo até lá, ou prefere que uma pessoa decida?',
    },
    'promise.too-many': {
      title: 'Uma pessoa decide',
      text: 'Posso anotar {count, plural, one {uma data de pagamento} other {# datas de pagamento}} por fatura, e já foram usadas. Uma pessoa pode combinar outra solução com você.',
    },
    'promise.one-currency': {
      title: 'Uma moeda por vez',
      text: 'Só posso anotar um pagamento na moeda das faturas dele. Fale de uma fatura por vez, por favor.',
    },
    'promise.instalments': {
      title: 'Pagamento parcelado',
      text: 'Posso anotar um dia e um valor por fatura; parcelar, só combinando com uma pessoa. Abro um chamado ou chamo alguém? Ou me diga até que dia você paga tudo.',
    },
    'promise.not-then': {
      title: 'Outro dia?',
      text: 'Obrigado por avisar; não anoto esse pagamento. Até que dia você consegue pagar? Posso anotar qualquer dia até {latest}. Uma pessoa pode combinar outra solução com você e, se alguma fatura estiver errada, me diga o que está errado.',
    },
    'promise.not-taken': {
      title: 'Mais prazo para pagar',
      text: 'Não posso anotar uma data de pagamento aqui: uma pessoa precisa concordar. Abro um chamado ou chamo alguém?',
    },
    'promise.nothing-due': {
      title: 'Nada a pagar',
      text: 'No momento não há nada a pagar, então não há nada a anotar.',
    },
    'promise.bill-settled': {
      title: 'Nada a pagar',
      text: 'Na fatura {invoice} não há nada a pagar, então não há nada a anotar.',
    },
    'promise.not-yours': {
      title: 'Para contatos de cobrança',
      text: 'Datas de pagamento e lembretes são com os contatos de cobrança da sua empresa. Peça a um deles, ou peça que a gente cadastre você.',
    },
    'promise.staff': {
      title: 'Lembretes dos clientes',
      text: 'Os clientes me dizem as datas de pagamento na própria conversa. Você suspende, isenta e libera clientes com os comandos “saldo hold” e “saldo release”, e vê as promessas com “saldo promises”.',
    },
    // Ao lado de outras respostas
    'note.promise-open':
      'Está anotado um pagamento de {amount} até {by}{count, plural, one {} other { para # faturas}}; até lá não há lembretes.',
    'note.said-paid': 'A fatura {invoice} foi informada como paga em {on}; não há lembretes dela até {until}.',
    'note.said-paid-all': 'Tudo foi informado como pago em {on}; não há lembretes até {until}.',
    'note.dispute-due': 'O que falta pagar do valor contestado da fatura {invoice} vence em {due}.',
    // "Já paguei"
    'paid.which': {
      title: 'Qual fatura?',
      text: '{count, plural, one {Há # fatura} other {Há # faturas}} a pagar. Qual delas você pagou?',
      row: '{option}: {invoice}, {period}: {open} a pagar, vencimento {due}',
    },
    'paid.confirm': {
      title: 'Está paga?',
      text: 'Você pagou a fatura {invoice}, e o pagamento ainda não foi registrado. Posso anotar e não enviar lembretes desta fatura até {until}?',
    },
    'paid.confirm-all': {
      title: 'Está tudo pago?',
      text: 'Você pagou tudo, e ainda não foi registrado. Posso anotar e não enviar lembretes até {until}?',
    },
    'paid.noted': {
      title: 'Obrigado',
      text: 'Obrigado, anotei que a fatura {invoice} está paga. O pagamento ainda não foi registrado; em geral leva alguns dias úteis. Não envio lembretes desta fatura até {until}.',
    },
    'paid.noted-all': {
      title: 'Obrigado',
      text: 'Obrigado, anotei que está tudo pago. Ainda não foi registrado; em geral leva alguns dias úteis. Não envio lembretes até {until}.',
    },
    'paid.already': {
      title: 'Já está anotado',
      text: 'Em {from} você me disse que está pago, e não envio lembretes até {until}. O pagamento ainda não foi registrado.',
    },
    'paid.said-before': {
      title: 'Pagamento não encontrado',
      text: 'Em {from} você me disse que a fatura {invoice} está paga, mas não entrou nenhum pagamento dela. Confira o pagamento, por favor, ou deixe alguém procurar: abra um chamado e anexe o comprovante.',
    },
    'note.no-payment-yet': 'Ainda não há nenhum pagamento seu registrado.',
    // Os lembretes como o cliente quer
    'preferences.none': {
      title: 'Lembretes',
      text: 'Não envio lembretes à sua empresa. Para qualquer outra questão sobre eles, abra um chamado.',
    },
    'preferences.on': {
      title: 'Seus lembretes',
      text: 'Sua empresa recebe todos os lembretes: antes do vencimento, de pagamentos em atraso, e avisos de faturas e renovações.',
    },
    'preferences.fewer': {
      title: 'Seus lembretes',
      text: 'Desde {since} sua empresa só recebe lembretes de pagamentos em atraso: nenhum antes do vencimento, e nenhum aviso.',
    },
    'note.can-stop':
      'Você pode desativar os lembretes antes do vencimento e os avisos, ou adiar todos os lembretes por alguns dias.',
    'note.cannot-stop':
      'Os lembretes de pagamentos em atraso não podem ser desativados; eles terminam quando a fatura é paga.',
    'note.put-off-until': 'Todos os lembretes estão adiados até {until}.',
    'note.partner-holds': 'Da nossa parte, os lembretes estão suspensos por enquanto.',
    'note.other-wishes':
      'Para quem recebe, com que frequência ou por qual canal, abra um chamado: quem define isso é uma pessoa.',
    'preferences.confirm-stop': {
      title: 'Menos lembretes?',
      text: 'Posso desativar os lembretes antes do vencimento e os avisos de faturas e renovações? Vale para a empresa toda, e você pode reativar quando quiser.',
    },
    'preferences.confirm-later': {
      title: 'Lembrar mais tarde?',
      text: 'Posso adiar todos os lembretes até {until}? O que está em aberto continua em aberto.',
    },
    'preferences.confirm-resume': {
      title: 'Todos os lembretes de novo?',
      text: 'Posso reativar todos os lembretes e avisos?',
    },
    'preferences.stopped': {
      title: 'Menos lembretes',
      text: 'Feito: não há mais lembretes antes do vencimento, nem avisos. Você pode reativar quando quiser.',
    },
    'preferences.put-off': {
      title: 'Lembretes adiados',
      text: 'Feito: não há lembretes até {until}. O que está em aberto continua em aberto.',
    },
    'preferences.resumed': {
      title: 'Lembretes ativos',
      text: 'Feito: sua empresa volta a receber todos os lembretes e avisos.',
    },
    'preferences.all-on': { title: 'Lembretes ativos', text: 'Todos os lembretes e avisos já estão ativos.' },
    'preferences.too-late': {
      title: 'Tanto tempo não',
      text: 'Posso adiar os lembretes até {latest}, não mais. Se precisar de mais prazo para pagar, me diga em que dia você paga.',
    },
    'preferences.put-off-used': {
      title: 'Ainda não de novo',
      text: 'Os lembretes já foram adiados e desde então não saiu nenhum. Se precisar de mais prazo para pagar, me diga em que dia você paga.',
    },
    // Botões
    'next.confirm-promise': 'Sim, pode anotar',
    'next.withdraw-promise': 'No fim não vamos pagar a {invoice} nesse dia',
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
    'after.person': 'um colega entra em contato',
    'after.propose-suspension': 'um colega decide o que acontece',
  },
}
