/**
 * Words of one meaning in the four languages, folded; a `*` stands for any ending. What the classifier learns about a
 * meaning in one language it then knows in all. General words of the subject, written without a look at any test.
 */
export const concepts: Readonly<Record<string, string>> = {
  invoice:
    'invoice* bill bills fatura* factura facturas fra fras nota notas boleto* nf nfs nfe comprobante* recibo* statement ft fts titulo titulos document* documento*',
  billing:
    'billing faturacao faturamento facturacion billed invoiced faturad* facturad* faturam facturan faturar facturar',
  list: 'list listing lista* listado relacao relacion schedule overview rundown inventory history historico historial extrato extracto mapa',
  every: 'all every todas todos toda todo each cada',
  which: 'which what que quais qual cual cuales',
  show: 'show see view mostra* mostrar ver ve veo ensena* muestra* muestre* abre abrir ensenar look',
  copy: 'copy copies copia* duplicate* duplicad* via reprint pdf xml file ficheiro arquivo archivo original originais originales attachment anexo adjunto scan download descarga* baixar descarregar justificante',
  send: 'send resend sent enviar envia* envie* reenvia* manda* mandar mande* remeter remite* forward email mail e correo encaminh* passa* passar pasa* pasar',
  lost: 'lost missing perdi perdeu perdido deleted apague* borr* never nunca extravi* recebi recibi',
  line: 'line lines row rows item items position linha* linea* posicao posicion* renglon* rubrica* concepto* partida* entry lancamento apunte charge charges cobranca* cargo* cobro* verba',
  explain:
    'explain mean means meaning clarif* explic* explique* significa* esclarec* aclar* refer refers refere referente corresponde stand represent* trata* behind',
  why: 'why porque pq porq motivo razon razao reason cause causa causas',
  increase:
    'higher increase* increased up rise rose risen jump* spike* dearer grew expensive climb* extra subiu subir subio sube subida aumento aumentou aumentar aument* acrescimo mayor maior caro cara cresceu crescendo incremento salto disparo* encarec* mais',
  decrease:
    'lower decrease* down drop dropped cheaper fell less bajo bajado baja menor menos desceu descida baixou caiu queda reduz* menos barato reduc*',
  differ:
    'difference different differ diferen* diff compare* compar* varia* against versus vs contrast variance change* changed mudou cambio* cambia* mudanca unlike bridge',
  total:
    'total sum amount valor importe montante monto figure value soma suma gross net bruto liquido cuanto quanto quantia',
  owe: 'owe owed owing debt devo devemos dever deve divida debo debemos deuda debemos devendo saldo balance arrears receivable devedor deudor adeud* deb*',
  open: 'open outstanding pending unpaid unsettled aberto abertas abertos aberta pendente* pendiente* impagad* abiert* liquidar pagas pagar settled saldar',
  overdue:
    'overdue late past atraso* atrasad* vencid* venceu vencer moroso mora retras* demora* tarde delayed inadimpl* incumpl* passed',
  due: 'due deadline maturity vence vencimento vencimiento* prazo* plazo* vencem vencen limite by terms condicoes condiciones net caduca*',
  when: 'when quando cuando date data fecha dia day until ate hasta',
  pay: 'pay paid paying pagar pago pagos paga pagamos paguei pague pagamento* payment payments settle liquid* quitar quitad* abonar abono abonad* pagad* pagou remit* regulariz* clear saldar acertar',
  arrived:
    'arrive* received receive receb* recib* entrou entro llego llegado chegou caiu credited booked registered registad* registrad* baixad* baixa* cleared identific* contabiliz* confirm* recorded reflected constar consta aparece',
  transfer: 'transfer* wire transferencia* transfer* remittance sepa ted deposit* deposito* ingreso ingresar swift',
  bank: 'bank banco iban account conta cuenta bic sort agencia nib details dados datos bancari*',
  method:
    'card cartao tarjeta pix multibanco mbway bizum referencia reference entidade barras barcode qr debit debito domicil* cheque paypal code codigo linha digitavel',
  promise:
    'promise will tomorrow amanha manana vou vamos voy going pagarei pagaremos pagare semana week friday viernes sexta',
  extend:
    'extension extend postpone defer* grace prorrog* aplaz* prazo more time adiar tempo tiempo espera esperar wait patience paciencia hold segurar',
  instalment:
    'instalment* installment* parcel* prestac* cuota* plan fracc* fraccionar plazos split partes parts half metade mitad partial',
  period:
    'period periodo* cover covers covered cobre abrange cubre span range cycle ciclo service intervalo comprende stretch',
  month: 'month months monthly mes meses mensual* mensal* mensais',
  year: 'year years yearly annual* ano anos anual* anuais anuales annually',
  next: 'next upcoming coming following proxim* seguinte siguiente vem viene future futura subsequent',
  estimate:
    'estimate forecast roughly expect expected predict* approximate* ballpark anticipat* estim* previs* prev* aproximad* calcul* cuanto quanto expectation proje*',
  proration:
    'prorat* pro rata partial proporcional* prorrate* fraction days dias parcial parciais half part broken daily meses rateio mid',
  tax: 'tax taxes vat iva iss icms impost* impuesto* tribut* igic pis cofins igst retenc* irpf withholding nota fiscal reten*',
  exempt: 'exempt* isenc* isent* exenc* exent* reverse intracomunit* autoliquid* certificate certificado',
  currency:
    'currency currencies moeda* moneda* divisa* dollar* euro euros dolar* real reais pounds usd eur gbp brl libra*',
  rate: 'rate rates taxa tasa cambio tipo cotac* cotiz* exchange conver* fx cambial',
  credit: 'credit* credito* nota abono abonos memo rebate estorno* estorn* nc',
  refund:
    'refund* reembols* devol* back reimburs* surplus overpaid excess excesso exceso demas devuel* restitu* ressarc*',
  wrong:
    'wrong error errors errad* erro mistake* incorrect* equivoc* fault* mal incorreto incorreta disparate correct corrig* right engano enganad* falso',
  double: 'double twice duplicad* dobro doble duas dos vezes veces repetid* two duplicate again',
  contest:
    'dispute* contest* object* impugn* disput* discord* reclam* complain* challenge reject* recus* rechaz* acept* aceit* agree acordo acuerdo cuestion* contrari*',
  authorise:
    'authoris* authoriz* ordered order autoriz* encomend* pedimos pedido pedi solicit* contrat* request* consent* ped*',
  subscription:
    'subscription* subs subscric* suscripc* assinatura* plan plano plans planos planes servico* servicio* services product* produto*',
  licence: 'licen* seat seats lugar* puesto* assento* posto* user users usuari* utilizador* asiento*',
  have: 'have has got own hold tenho temos tem tengo tenemos tiene possuo contratad* using usamos active activ* ativ*',
  howmany: 'many quantas quantos cuantas cuantos number numero count quantity quantidade cantidad',
  renew: 'renew* renov* rollover auto automatic* automatica*',
  expire:
    'expire* expir* end ends ending termina* acaba* finish* fim fin lapse caduc* commitment compromisso compromiso permanencia fideliz* term termo vigencia',
  add: 'add additional more extra new acrescent* adicion* anad* agreg* sumar suma mais mas nuev* nov* juntar inclu* increase provision another outro otra',
  remove:
    'remove* take off reduce* quitar quita* tirar tira* retirar remov* reduzir reducir baja bajar dar menos fewer cut eliminar elimina*',
  upgrade:
    'upgrade* downgrade* switch swap migrat* migr* passar mudar cambiar trocar move change superior inferior substitu* sustitu* replace',
  buy: 'buy bought purchase* compr* adquir* acquire order get contratar',
  cancel:
    'cancel* terminat* rescin* encerr* desist* anular anula* discontinu* unsubscribe get rid desfazer stop drop end rescis*',
  fee: 'fee fees penalt* multa* penaliz* penalidad* coima recargo* interest juros intereses indemniz* surcharge charge tarifa* custo* coste* costo*',
  notice: 'notice aviso preaviso antecedencia antelac* warn* notifi* notif* antes',
  address: 'address morada endereco direccion domicilio moved sede mudamos moving office',
  company: 'company empresa sociedad razon razao social denominac* name nome nombre legal sociedade',
  taxid: 'nif cnpj cif vat number nipc registration inscri* contribuinte id cuit rfc',
  purchaseorder:
    'po purchase order orden pedido encomenda compra requisic* oc ref reference referencia cost centre centro costes custo',
  contact:
    'contact contacto contato email mail correo destinat* recipient* responsable responsavel person pessoa persona accounts payable',
  update:
    'update* change* atualiz* actualiz* alter* modific* correct* corrig* edit* new novo nova nuevo nueva replace mudar cambiar trocar',
  policy:
    'policy politica happens happen acontece pasa ocurre consequence* consequenc* consecuenc* si se if rule* regra* regla*',
  reminder:
    'reminder* remind* lembrete* lembrar* aviso* recordatorio* recuerd* notificac* notification* dunning alert* message* mensagen* mensaje* nag* chas* ping*',
  quiet:
    'stop pause snooze mute silence silenc* parar pare paren parem pausa* pausar deixem dejen dejad suspender desativ* desactiv* unsubscribe less menos quit*',
  blocked:
    'block* bloque* suspend* suspens* cut cortad* cortaron cortaram cortou desativ* desactiv* disabled locked access acesso acceso inhabil* deshabil* cancelled',
  restore:
    'restore* restor* reactiv* reativ* unblock* unlock* desbloq* libera* back volta* volver restabel* repo* resume*',
  support:
    'support suporte soporte assistencia asistencia apoio help desk helpdesk atendimento atencion atendem atienden service level sla',
  hours:
    'hours horario* hora horas weekend fim semana finde festivo* feriado* saturday sabado* sunday domingo* 24 open night noche noite',
  included: 'include* inclui* incluye* incluid* part cover* abrange plan pacote paquete contract contrato',
  cost: 'cost costs price* preco* precio* custa cuesta custo coste costo tarifa rate gratis free gratuito',
  ticket:
    'ticket* case cases caso casos chamado* incidencia* incidente* incident pedido protocolo* request* solicitud* solicitac* ocorrencia* tique* reclamac* reclamacion* issue',
  create:
    'open log raise create register abrir abre abra abram abrid crear crea criar cria registar registrar registra* lanzar start submit file report abri abrimos dar alta',
  status:
    'status state news estado progress* andamento situac* situacion novedad* novidad* update stand* resolved resuelt* resolvid* happening whatever como ponto previsao dealing',
  addinfo:
    'add append attach note comment* anexar adjuntar acrescent* adicion* anad* agreg* complement* inform* tell detalhe* detalle* dato* nota priority prioridad*',
  close:
    'close* fechar fecha* fechem cerrar cierra* cierre encerr* resolved resolvid* resuelt* solved solucion* withdraw retirar retiro scrap cancel done conclu* finaliz*',
  human:
    'human person people someone somebody pessoa* persona* alguem alguien humano* agent* agente* operador* colleague colega* representative real robot bot maquina machine manager gerente gestor comercial',
  talk: 'talk speak falar fala hablar habla call phone ring telefon* ligar liguem liga llamar llam* chamar telefone contact* callback',
  broken:
    'work working works funciona* funcionar function broken fail* falh* fall* error* erro crash* down open* abre abrir load* carga* carrega* trava* bloqueia congel* frozen freeze unable consig* puedo podemos',
  slow: 'slow lent* freez* lag* hang* timeout times out demora* tarda*',
  login:
    'login log sign password senha palavra passe contrasena* clave mfa autentic* authenticat* entrar iniciar sesion sessao aceder acceder locked sign-in',
  device:
    'laptop pc computer portatil portatil computador ordenador printer impressora impresora server servidor vm maquina virtual phone celular telemovel movil app aplicativo wifi vpn',
  mailflow:
    'mail mails mailbox emails email correo correos caixa buzon inbox calendar calendario agenda attachments bounce*',
  sync: 'sync* sincron* backup restore recover* recuper* deleted apagad* eliminad* borrad* folder pasta carpeta file ficheiro archivo arquivo',
  meeting: 'meeting* reuniao reunioes reunion* call calls chamada* llamada* camera microphone micro* audio video',
  outage: 'outage down caido caida fora ar offline unreachable inacess* inaccesib* indispon* parado parada interrup*',
  microsoft: 'microsoft ms redmond vendor fabricante manufacturer',
  escalate: 'escal* raise levar leven llevar lleve* elevar eleva* encaminh* forward intermedi* eskal* report*',
  direct:
    'direct* diret* directamente website site web store loja tienda online portal card cartao tarjeta own own myself propria propio',
  otherprovider:
    'reseller* revend* provider fornecedor proveedor supplier distribut* distribuid* partner parceiro former previous anterior antigo antiguo otro outro other csp dealer',
  salary:
    'salary payroll payslip salario sueldo nomina holerite vencimento ferias vacaciones holiday* leave bonus subsidio aguinaldo hr rh rrhh',
  household:
    'electricity energia luz electric* agua water gas gym ginasio gimnasio academia rent renda aluguel alquiler internet telefone netflix spotify phone insurance seguro mortgage hipoteca car carro coche condominio',
  othervendor:
    'google slack zoom aws amazon adobe salesforce sap oracle dropbox apple iphone whatsapp zapier notion figma canva chatgpt openai atlassian jira sage xero quickbooks holded primavera',
  leisure:
    'weather tempo tiempo clima joke piada chiste anedota poem poema song cancao cancion film filme pelicula recipe receita receta football futebol futbol game jogo partido restaurant* restaurante* movie travel viagem viaje love amor capital country president* presidente horoscope horoscopo signo',
  sell: 'customer customers client clients cliente* clientes issue emitir emito my own sell vender venda ventas sales',
  please: 'please por favor pf pfv porfa gentileza kindly agradeco agradecia agradeceria ruego solicito',
  not: 'not no nao never nunca nem ni dont doesnt isnt cant wont didnt sin sem without',
}
