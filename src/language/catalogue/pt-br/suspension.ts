import type { Catalogue } from '../../catalogue.ts'

const seats = '{product}{measureIs, select, seats { ({quantity, plural, one {# licença} other {# licenças}})} other {}}'

/** Suspensões: o que se diz ao cliente e o que a equipe de suporte vê. */
export const suspension: Catalogue = {
  templates: {
    // Ao cliente
    'suspension.notice': {
      title: 'O acesso será suspenso em {day}',
      text: 'Se estas faturas continuarem em aberto, em {day} vamos suspender o acesso abaixo:',
      row: '{invoice}: {amount}, vencimento em {due}',
    },
    'suspension.on-hold': {
      title: 'Suspensão em espera',
      text: 'A suspensão anunciada para {day} não foi feita: está em espera ({why}). Antes de qualquer passo, avisaremos você de um novo dia.',
    },
    'suspension.lifted': {
      title: 'Sem suspensão',
      text: '{becauseIs, select, paid {Obrigado: seu pagamento chegou.} other {Nós a retiramos.}} A suspensão anunciada para {day} não vai acontecer, e você não precisa fazer nada.',
    },
    'suspension.now': {
      title: 'O acesso está suspenso',
      text: '{stateIs, select, executing {Estamos suspendendo agora o acesso abaixo, por causa destas faturas em aberto:} other {O acesso abaixo está suspenso desde {since}, por causa destas faturas em aberto:}}',
      row: '{invoice}: {amount}, vencimento em {due}',
    },
    'suspension.restoring': {
      title: 'O acesso está voltando',
      text: 'Estamos restabelecendo o acesso abaixo. Você não precisa fazer mais nada; aviso aqui quando estiver pronto.',
    },
    'suspension.restored': {
      title: 'O acesso voltou',
      text: 'O acesso abaixo voltou em {restored}. Se algo não funcionar como antes, por favor nos avise.',
    },
    'note.suspension-product': `• ${seats}{keptIs, select, known {; os dados ficam guardados pelo menos até {until}} other {; não consta aqui até quando os dados ficam guardados}}`,
    'note.suspension-alone': `• ${seats}`,
    'note.suspension-backup':
      'Os administradores mantêm o acesso aos dados; se o acesso continuar suspenso, peça a eles um backup a tempo.',
    'note.suspension-export':
      'Não consta aqui até quando uma parte dos dados fica guardada: peça aos administradores que exportem os dados antes da suspensão.',
    'note.suspension-export-now':
      'Os administradores mantêm o acesso aos dados. Não consta aqui até quando uma parte fica guardada: peça a eles que exportem os dados agora.',
    'note.suspension-only': 'O restante do que você tem conosco não muda.',
    'note.suspension-avoid':
      'Para evitar isso, pague até lá, ou me diga aqui em que dia você vai pagar, ou o que não está certo nas faturas.',
    'note.suspension-way-back':
      'O acesso volta assim que o pagamento aparecer nos nossos registros; não é preciso nova aprovação. Se você já pagou, por favor nos avise.',
    // Quando perguntam
    'suspension.none': {
      title: 'Nada está suspenso',
      text: 'Não suspendemos nenhum acesso seu, e nenhuma suspensão está anunciada. Se algo não funciona, a causa deve ser técnica: posso abrir um chamado.',
    },
    'suspension.elsewhere': {
      title: 'Suspenso, mas não por nós',
      text: 'Nos nossos registros consta como suspenso: {product}. Não fomos nós que fizemos isso por causa de uma fatura. Posso abrir um chamado, para que alguém descubra o motivo.',
    },
    'suspension.company-none': {
      title: 'Nada está suspenso',
      text: 'Não suspendemos nenhum acesso da sua empresa. Se algo não funciona, a causa deve ser técnica: posso abrir um chamado.',
    },
    'suspension.company-now': {
      title: 'O acesso está suspenso',
      text: 'Suspendemos este acesso da sua empresa: {product}. Para saber o motivo e quando volta, fale com o contato de cobrança da sua empresa, ou com alguém da nossa equipe.',
    },
    'note.suspension-told-before': 'Se um dia precisarmos suspender algo, avisamos você do dia com antecedência.',
    'note.suspension-overdue': 'Há, porém, {count, plural, one {# fatura vencida} other {# faturas vencidas}}.',
    'note.suspension-listed':
      'Suspenso por nós{stateIs, select, restoring {, e sendo restabelecido agora} other {}}: {product}, desde {since}.',
    'note.suspension-listed-bills':
      'Suspenso por nós, por causa de faturas em aberto ({invoices}){stateIs, select, restoring {, e sendo restabelecido agora} other {}}: {product}, desde {since}.',
    'note.suspension-desk': '{suspension}: {state}.',
    // A conversa da equipe
    'suspension.card': {
      title: 'Suspensão {suspension}: {customer}',
      text: '{stateIs, select, proposed {Proposta. Suspender em {on} tiraria o acesso de, no máximo, {people, plural, one {# pessoa} other {# pessoas}}, em {count, plural, one {# assinatura} other {# assinaturas}}:} approved {Aprovada; o cliente precisa ser avisado antes de qualquer passo:} announced {O cliente foi avisado: em {day} o seguinte é suspenso, a menos que pague até lá:} held {Em espera, embora anunciada para {day}:} executing {Para suspender agora, passo a passo:} suspended {Suspensa desde {since}:} restoring {Para restabelecer agora, passo a passo:} restored {Restabelecida em {restored}:} other {Encerrada ({state}):}}',
      row: `${seats}: {commerce}; a Microsoft continua cobrando de nós: {keeps}; renovação automática: {renew}; {keptIs, select, known {os dados ficam guardados pelo menos até {until}} other {não consta aqui até quando os dados ficam guardados: veja no Partner Center}}{coveredIs, select, known {; outra fatura dela está paga até {paid}} other {}}`,
    },
    'suspension.news': {
      title: '{suspension}: {state}',
      text: '{suspension}, {customer}: {stateIs, select, announced {o cliente foi avisado; suspende em {day}, a menos que pague até lá} held {em espera: {why}} other {{state}}}.',
    },
    'suspension.ok': { title: '{suspension}', text: 'Feito. {suspension}: {state}.' },
    'suspension.was-done': { title: '{suspension}', text: 'Isso já estava feito. {suspension}: {state}.' },
    'suspension.refused': { title: 'Não foi feito', text: 'Nada mudou: {because}. {suspension}: {state}.' },
    'suspension.unclear': {
      title: 'Não entendi',
      text: 'Nada mudou. Use os botões do cartão nesta conversa.',
    },
    'note.suspension-bill': 'Em aberto: {invoice}, {amount} na data da proposta, vencimento em {due}.',
    'note.suspension-due': 'Devido agora: {amount}.',
    'note.suspension-left': 'Fica como está: {product} ({left}{keptIs, select, known {, pago até {until}} other {}}).',
    'note.suspension-mean': 'Outros meios: {mean}.',
    'note.suspension-rule':
      '{rule}{certaintyIs, select, uncertain { (as fontes divergem: vale o dia mais próximo)} other {}}. Fonte: {from}, consultada em {checked}.',
    'note.suspension-untouched': 'Não mexe em mais nada do cliente, nem de imediato nos dados de ninguém.',
    'note.suspension-extended':
      'Atenção ao desligar a renovação automática: um período que termina pode continuar como mensal pago, mais caro (Extended Service Term; fonte: {from}, consultada em {checked}).',
    'note.suspension-renew-first':
      'Pela política de vocês, primeiro se desliga a renovação automática: diga que está feito, ou que não será feito, antes de alguém poder aprovar.',
    'note.suspension-auto-renew': 'Renovação automática, em vez disso ou primeiro: {how}.',
    'note.suspension-needs':
      '{count, plural, one {Um Admin agent precisa aprovar} other {# Admin agents precisam aprovar}}, e não quem propôs.',
    'note.suspension-approved': 'Aprovada por {name}, {at}.',
    'note.suspension-held': 'Em espera: {why}. Quando isso acabar, o cliente é avisado de um novo dia.',
    'note.suspension-reason': 'Motivo: {text}',
    'note.suspension-untold':
      'Não foi possível falar com ninguém do cliente. Avise por outro meio e informe aqui; o prazo de aviso conta a partir daí.',
    'note.suspension-provider': 'Vocês são um indirect reseller: peçam cada passo a {provider}.',
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
    'suspension-state.restoring': 'sendo restabelecida',
    'suspension-state.restored': 'restabelecida',
    'suspension-state.declined': 'recusada',
    'suspension-state.cancelled': 'cancelada',
    'suspension-hold.promised': 'há um pagamento prometido',
    'suspension-hold.disputed': 'o que está em aberto foi contestado',
    'suspension-hold.held': 'estamos esclarecendo uma questão',
    'suspension-hold.exempt': 'há uma isenção em vigor',
    'suspension-hold.says-paid': 'o pagamento deve estar a caminho',
    'suspension-hold.stale-payments': 'ainda não conhecemos os últimos pagamentos',
    'suspension-hold.unmatched-credit': 'antes é preciso atribuir um pagamento',
    'suspension-hold.not-told': 'não é certo que o aviso tenha chegado',
    'suspension-task.azure-inactive': 'cancelar cada assinatura do Azure no plano (Global admin e Admin agent)',
    'suspension-task.suspend': 'suspender',
    'suspension-task.reactivate': 'reativar',
    'suspension-task.azure-active': 'reativar as assinaturas do Azure no plano',
    'suspension-task.auto-renew': 'deixar a renovação automática como estava',
    'suspension-task.scheduled': 'refazer as alterações agendadas',
    'suspension-task.verify': 'conferir se está tudo como antes',
    'suspension-left.paid': 'quitada',
    'suspension-left.other-bill': 'cobrada em outra fatura',
    'suspension-left.disputed': 'o valor dela foi contestado ou estornado',
    'suspension-left.not-billed': 'sem cobrança',
    'suspension-left.not-running': 'não está ativa',
    'suspension-mean.promise': 'uma promessa de pagamento',
    'suspension-mean.instalments': 'parcelamento',
    'suspension-mean.auto-renew-off': 'desligar a renovação automática, para que acabe com o período',
    'suspension-mean.call': 'um telefonema',
    'suspension-rule.access-lost':
      'As pessoas perdem o acesso na hora, inclusive aos complementos; os administradores mantêm o acesso aos dados',
    'suspension-rule.new-commerce-billed': 'A Microsoft continua cobrando de nós as assinaturas New Commerce (NCE)',
    'suspension-rule.legacy-not-billed':
      'Nas assinaturas antigas (legacy) a Microsoft não cobra nada de nós durante a suspensão',
    'suspension-rule.auto-renew-off':
      'A renovação automática das assinaturas New Commerce (NCE) é desligada, e continua assim depois da volta',
    'suspension-rule.scheduled-lost': 'As alterações agendadas das assinaturas New Commerce (NCE) se perdem',
    'suspension-rule.new-commerce-data': 'Os dados das assinaturas New Commerce (NCE) podem sumir no fim do período',
    'suspension-rule.legacy-data': 'As assinaturas antigas (legacy) são excluídas algum tempo depois da suspensão',
    'suspension-rule.azure-inactive-first':
      'Um plano do Azure só pode ser suspenso quando as assinaturas do Azure dele estão inativas: cada uma é cancelada à mão',
    'suspension-rule.azure-data':
      'As máquinas das assinaturas do Azure desativadas param, e os dados podem ser excluídos logo',
    'renew-first.offered': 'proposta',
    'renew-first.done': 'desligada',
    'renew-first.declined': 'não será desligada',
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
    'scheduled.unknown': 'nada anotado, veja no Partner Center',
    'data.known': 'consta',
    'data.unknown': 'não consta',
    'lifted.paid': 'paga',
    'lifted.other': 'retirada',
    'suspension-why.no-role': 'sua função não permite isso; aprovar, recusar e suspender cabe a um Admin agent',
    'suspension-why.own-proposal': 'a proposta é sua, então outra pessoa decide',
    'suspension-why.same-person': 'você já aprovou; a segunda aprovação é de outra pessoa',
    'suspension-why.not-now': 'não é o momento para isso, ou algo vem antes',
    'suspension-do.approve': 'aprovar',
    'suspension-do.decline': 'recusar',
    'suspension-do.cancel': 'retirar',
    'suspension-do.restore': 'restabelecer o acesso',
    'suspension-do.auto-renew-done': 'renovação automática desligada',
    'suspension-do.auto-renew-declined': 'manter a renovação automática',
    'suspension-do.told': 'avisei o cliente',
    'suspension-do.done': 'feito',
    'suspension-do.undone': 'não foi feito, afinal',
    'suspension-do.record': 'anotar como está',
    'suspension-do.verify': 'dizer o que difere',
    'suspension-do.accept': 'deixar assim',
    'suspension-do.reason': 'motivo',
    'suspension-do.subscription': 'assinatura',
    'suspension-do.renewing': 'renovação automática',
    'suspension-do.renewing-on': 'ligada',
    'suspension-do.renewing-off': 'desligada',
    'suspension-do.scheduled': 'alterações agendadas (deixe em branco se não houver)',
    'suspension-do.seats': 'licenças',
    'suspension-do.missing': 'Preencha este campo.',
    'suspension-do.keep': 'salvar',
  },
}
