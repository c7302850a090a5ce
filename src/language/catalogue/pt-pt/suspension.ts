import type { Catalogue } from '../../catalogue.ts'

const seats = '{product}{measureIs, select, seats { ({quantity, plural, one {# licença} other {# licenças}})} other {}}'

/** Suspensões: o que se diz ao cliente e o que a equipa de apoio vê. */
export const suspension: Catalogue = {
  templates: {
    // Ao cliente
    'suspension.notice': {
      title: 'O acesso será suspenso a {day}',
      text: 'Se estas faturas continuarem por liquidar, a {day} suspenderemos o acesso indicado abaixo:',
      row: '{invoice}: {amount}, vencimento a {due}',
    },
    'suspension.on-hold': {
      title: 'Suspensão em espera',
      text: 'A suspensão anunciada para {day} não foi executada: está em espera ({why}). Antes de qualquer passo, indicaremos um novo dia.',
    },
    'suspension.lifted': {
      title: 'Sem suspensão',
      text: '{becauseIs, select, paid {Obrigado: o pagamento chegou.} other {Retirámo-la.}} A suspensão anunciada para {day} não terá lugar, e não é preciso fazer nada.',
    },
    'suspension.now': {
      title: 'O acesso está suspenso',
      text: '{stateIs, select, executing {Estamos neste momento a suspender o acesso indicado abaixo, por causa destas faturas por liquidar:} other {O acesso indicado abaixo está suspenso desde {since}, por causa destas faturas por liquidar:}}',
      row: '{invoice}: {amount}, vencimento a {due}',
    },
    'suspension.restoring': {
      title: 'O acesso está a ser reposto',
      text: 'Estamos a repor o acesso indicado abaixo. Não é preciso mais nada; aviso aqui quando estiver concluído.',
    },
    'suspension.restored': {
      title: 'O acesso está reposto',
      text: 'O acesso indicado abaixo está reposto desde {restored}. Se algo não funcionar como antes, agradecemos que nos diga.',
    },
    'note.suspension-product': `• ${seats}{keptIs, select, known {; os dados ficam guardados pelo menos até {until}} other {; não consta aqui até quando os dados ficam guardados}}`,
    'note.suspension-alone': `• ${seats}`,
    'note.suspension-backup':
      'Os administradores mantêm o acesso aos dados; se o acesso continuar suspenso, convém que façam a tempo uma cópia de segurança.',
    'note.suspension-export':
      'Não consta aqui até quando uma parte dos dados fica guardada: convém que os administradores os exportem antes da suspensão.',
    'note.suspension-export-now':
      'Os administradores mantêm o acesso aos dados. Não consta aqui até quando uma parte fica guardada: convém que os exportem já.',
    'note.suspension-only': 'Nada mais do que está contratado connosco se altera.',
    'note.suspension-avoid':
      'Para o evitar, basta pagar até lá, ou dizer aqui em que dia será feito o pagamento, ou o que não está certo nas faturas.',
    'note.suspension-way-back':
      'O acesso é reposto assim que o pagamento constar dos nossos registos; não é precisa nova aprovação. Se já foi feito, agradecemos que nos diga.',
    // A pedido
    'suspension.none': {
      title: 'Nada está suspenso',
      text: 'Não suspendemos nenhum acesso, e nenhuma suspensão está anunciada. Se algo não funciona, a causa será técnica: posso abrir um pedido.',
    },
    'suspension.elsewhere': {
      title: 'Suspenso, mas não por nós',
      text: 'Nos nossos registos consta como suspenso: {product}. Não fomos nós que o fizemos por causa de uma fatura. Posso abrir um pedido, para que alguém apure o motivo.',
    },
    'suspension.company-none': {
      title: 'Nada está suspenso',
      text: 'Não suspendemos nenhum acesso da empresa. Se algo não funciona, a causa será técnica: posso abrir um pedido.',
    },
    'suspension.company-now': {
      title: 'O acesso está suspenso',
      text: 'Suspendemos este acesso da empresa: {product}. Sobre o motivo e a reposição, o contacto de faturação da empresa pode informar; também é possível falar connosco.',
    },
    'note.suspension-told-before': 'Se alguma vez tivermos de suspender algo, indicamos o dia com antecedência.',
    'note.suspension-overdue': 'Há, no entanto, {count, plural, one {# fatura vencida} other {# faturas vencidas}}.',
    'note.suspension-listed':
      'Suspenso por nós{stateIs, select, restoring {, e a ser reposto neste momento} other {}}: {product}, desde {since}.',
    'note.suspension-listed-bills':
      'Suspenso por nós, por causa de faturas por liquidar ({invoices}){stateIs, select, restoring {, e a ser reposto neste momento} other {}}: {product}, desde {since}.',
    'note.suspension-desk': '{suspension}: {state}.',
    // A conversa da equipa
    'suspension.card': {
      title: 'Suspensão {suspension}: {customer}',
      text: '{stateIs, select, proposed {Proposta. Suspender a {on} tiraria o acesso a, no máximo, {people, plural, one {# pessoa} other {# pessoas}}, em {count, plural, one {# subscrição} other {# subscrições}}:} approved {Aprovada; o cliente tem de ser avisado antes de qualquer passo:} announced {O cliente foi avisado: a {day} suspende-se o seguinte, salvo pagamento até lá:} held {Em espera, embora anunciada para {day}:} executing {A suspender agora, passo a passo:} suspended {Suspensa desde {since}:} restoring {A repor agora, passo a passo:} restored {Reposta desde {restored}:} other {Terminada ({state}):}}',
      row: `${seats}: {commerce}; a Microsoft continua a faturar-nos: {keeps}; renovação automática: {renew}; {keptIs, select, known {os dados ficam guardados pelo menos até {until}} other {não consta aqui até quando os dados ficam guardados: consulte o Partner Center}}{coveredIs, select, known {; outra fatura dela está paga até {paid}} other {}}`,
    },
    'suspension.news': {
      title: '{suspension}: {state}',
      text: '{suspension}, {customer}: {stateIs, select, announced {o cliente foi avisado; suspende-se a {day}, salvo pagamento até lá} held {em espera: {why}} other {{state}}}.',
    },
    'suspension.ok': { title: '{suspension}', text: 'Feito. {suspension}: {state}.' },
    'suspension.was-done': { title: '{suspension}', text: 'Já estava feito. {suspension}: {state}.' },
    'suspension.refused': { title: 'Não foi feito', text: 'Nada mudou: {because}. {suspension}: {state}.' },
    'suspension.unclear': {
      title: 'Não percebi',
      text: 'Nada mudou. Use, por favor, os botões do cartão nesta conversa.',
    },
    'note.suspension-bill': 'Por liquidar: {invoice}, {amount} à data da proposta, vencimento a {due}.',
    'note.suspension-due': 'Em dívida agora: {amount}.',
    'note.suspension-left': 'Fica como está: {product} ({left}{keptIs, select, known {, pago até {until}} other {}}).',
    'note.suspension-mean': 'Outros meios: {mean}.',
    'note.suspension-rule':
      '{rule}{certaintyIs, select, uncertain { (as fontes divergem: conta o dia mais próximo)} other {}}. Fonte: {from}, consultada a {checked}.',
    'note.suspension-untouched': 'Não toca em mais nada do cliente, nem de imediato nos dados de ninguém.',
    'note.suspension-extended':
      'Atenção ao desligar a renovação automática: um período que termina pode continuar como mensal pago, mais caro (Extended Service Term; fonte: {from}, consultada a {checked}).',
    'note.suspension-renew-first':
      'Pela vossa política, desliga-se primeiro a renovação automática: indique que está feito, ou que não se fará, antes de alguém poder aprovar.',
    'note.suspension-auto-renew': 'Renovação automática, em vez disso ou primeiro: {how}.',
    'note.suspension-needs':
      '{count, plural, one {Tem de a aprovar um Admin agent que não a tenha proposto.} other {Têm de a aprovar # Admin agents que não a tenham proposto.}}',
    'note.suspension-approved': 'Aprovada por {name}, {at}.',
    'note.suspension-held': 'Em espera: {why}. Quando isso terminar, o cliente é avisado de um novo dia.',
    'note.suspension-reason': 'Motivo: {text}',
    'note.suspension-untold':
      'Não foi possível chegar a ninguém do cliente. Avise-o por outra via e indique-o aqui; o prazo de aviso conta a partir daí.',
    'note.suspension-provider': 'São um indirect reseller: peçam cada passo a {provider}.',
    'note.suspension-noted':
      'Antes da suspensão, {product}: renovação automática: {renew}; alterações agendadas: {changes}.',
    'note.suspension-task': '☐ {task}: {what}{setIs, select, known {: {to}} other {}} – {product}',
    'note.suspension-done': '☑ {task}: {what}{setIs, select, known {: {to}} other {}} – {product} ({name}, {at})',
    'note.suspension-difference': '⚠ {product}: {field}: antes {before}, agora {after}.',
  },
  terms: {
    'suspension-state.proposed': 'proposta',
    'suspension-state.approved': 'aprovada',
    'suspension-state.announced': 'anunciada',
    'suspension-state.held': 'em espera',
    'suspension-state.executing': 'em execução',
    'suspension-state.suspended': 'suspensa',
    'suspension-state.restoring': 'em reposição',
    'suspension-state.restored': 'reposta',
    'suspension-state.declined': 'recusada',
    'suspension-state.cancelled': 'cancelada',
    'suspension-hold.promised': 'há um pagamento prometido',
    'suspension-hold.disputed': 'o que está em dívida é contestado',
    'suspension-hold.held': 'estamos a esclarecer uma questão',
    'suspension-hold.exempt': 'vigora uma isenção',
    'suspension-hold.says-paid': 'o pagamento estará a caminho',
    'suspension-hold.stale-payments': 'ainda não conhecemos os últimos pagamentos',
    'suspension-hold.unmatched-credit': 'há primeiro um pagamento por atribuir',
    'suspension-hold.not-told': 'não é certo que o aviso tenha chegado',
    'suspension-task.azure-inactive': 'cancelar cada subscrição do Azure no plano (Global admin e Admin agent)',
    'suspension-task.suspend': 'suspender',
    'suspension-task.reactivate': 'reativar',
    'suspension-task.azure-active': 'reativar as subscrições do Azure no plano',
    'suspension-task.auto-renew': 'repor a renovação automática como estava',
    'suspension-task.scheduled': 'repor as alterações agendadas',
    'suspension-task.verify': 'verificar que está tudo como antes',
    'suspension-left.paid': 'liquidada',
    'suspension-left.other-bill': 'faturada noutra fatura',
    'suspension-left.disputed': 'o valor dela é contestado ou foi estornado',
    'suspension-left.not-billed': 'não faturada',
    'suspension-left.not-running': 'não está ativa',
    'suspension-mean.promise': 'uma promessa de pagamento',
    'suspension-mean.instalments': 'pagamento em prestações',
    'suspension-mean.auto-renew-off': 'desligar a renovação automática, para que termine com o período',
    'suspension-mean.call': 'um telefonema',
    'suspension-rule.access-lost':
      'As pessoas perdem o acesso de imediato, também aos suplementos; os administradores mantêm o acesso aos dados',
    'suspension-rule.new-commerce-billed': 'A Microsoft continua a faturar-nos as subscrições New Commerce (NCE)',
    'suspension-rule.legacy-not-billed':
      'Nas subscrições antigas (legacy) a Microsoft nada nos fatura durante a suspensão',
    'suspension-rule.auto-renew-off':
      'A renovação automática das subscrições New Commerce (NCE) desliga-se, e assim fica depois da reposição',
    'suspension-rule.scheduled-lost': 'As alterações agendadas das subscrições New Commerce (NCE) perdem-se',
    'suspension-rule.new-commerce-data':
      'Os dados das subscrições New Commerce (NCE) podem desaparecer no fim do período',
    'suspension-rule.legacy-data': 'As subscrições antigas (legacy) são eliminadas algum tempo depois da suspensão',
    'suspension-rule.azure-inactive-first':
      'Um plano Azure só pode ser suspenso quando as suas subscrições do Azure estão inativas: cada uma é cancelada à mão',
    'suspension-rule.azure-data':
      'As máquinas das subscrições do Azure desativadas param, e os dados podem ser eliminados em breve',
    'renew-first.offered': 'proposta',
    'renew-first.done': 'desligada',
    'renew-first.declined': 'não se desliga',
    'suspension-field.status': 'o estado',
    'suspension-field.quantity': 'o número de licenças',
    'suspension-field.autoRenew': 'a renovação automática',
    'suspension-field.scheduled': 'as alterações agendadas',
    'suspension-field.end': 'o fim do período',
    'certainty.certain': 'certo',
    'certainty.uncertain': 'incerto',
    'commerce.new': 'New Commerce (NCE)',
    'commerce.legacy': 'antiga (legacy)',
    'commerce.unknown': 'não se sabe como foi comprada',
    'keeps-billing.yes': 'sim',
    'keeps-billing.no': 'não',
    'keeps-billing.unknown': 'não se sabe',
    'auto-renew.on': 'ligada',
    'auto-renew.off': 'desligada',
    'auto-renew.unknown': 'não consta',
    'scheduled.none': 'nenhuma',
    'scheduled.unknown': 'nada anotado, consulte o Partner Center',
    'data.known': 'consta',
    'data.unknown': 'não consta',
    'lifted.paid': 'paga',
    'lifted.other': 'retirada',
    'suspension-why.no-role': 'o seu papel não o permite; aprovar, recusar e suspender cabe a um Admin agent',
    'suspension-why.own-proposal': 'a proposta é sua, pelo que decide outra pessoa',
    'suspension-why.same-person': 'já a aprovou; a segunda aprovação cabe a outra pessoa',
    'suspension-why.not-now': 'não é o momento para isso, ou algo vem primeiro',
    'suspension-do.approve': 'aprovar',
    'suspension-do.decline': 'recusar',
    'suspension-do.cancel': 'retirar',
    'suspension-do.restore': 'repor o acesso',
    'suspension-do.auto-renew-done': 'renovação automática desligada',
    'suspension-do.auto-renew-declined': 'manter a renovação automática',
    'suspension-do.told': 'avisei o cliente',
    'suspension-do.done': 'feito',
    'suspension-do.undone': 'afinal não foi feito',
    'suspension-do.record': 'anotar como está',
    'suspension-do.verify': 'indicar o que difere',
    'suspension-do.accept': 'deixar assim',
    'suspension-do.reason': 'motivo',
    'suspension-do.subscription': 'subscrição',
    'suspension-do.renewing': 'renovação automática',
    'suspension-do.renewing-on': 'ligada',
    'suspension-do.renewing-off': 'desligada',
    'suspension-do.scheduled': 'alterações agendadas (deixar vazio se não houver)',
    'suspension-do.seats': 'licenças',
    'suspension-do.missing': 'É preciso preencher.',
    'suspension-do.keep': 'guardar',
  },
}
