import type { Messages } from './translate';

/** Every word the bot says, in Brazilian Portuguese: "você", infinitives on buttons, no words of Portugal. */
export const ptBr = {
  // What every card has
  'card.fallback':
    'Não é possível mostrar este cartão aqui. Abra este chat em uma versão atual do Microsoft Teams.',
  'card.reference': 'Solicitação #{number}',
  'card.replaces': 'Este cartão substitui um anterior que talvez não tenha chegado.',
  'card.unusual-characters': 'Caracteres incomuns: um nome aqui pode parecer outro. Compare letra por letra.',

  // Buttons
  'button.request-assistance': 'Solicitar assistência remota',
  'button.another-device': 'Outro dispositivo',
  'button.cancel': 'Cancelar',
  'button.withdraw': 'Retirar',
  'button.check-again': 'Verificar novamente',
  'button.send-again': 'Enviar novamente',
  'button.close': 'Encerrar',
  'button.open-session': 'Abrir sessão',
  'button.try-again': 'Tentar novamente',
  'button.sign-in': 'Entrar',
  'button.my-devices': 'Meus dispositivos',
  'button.status': 'Status',
  'button.history': 'Histórico',

  // Names of facts
  'fact.primary-user': 'Usuário principal',
  'fact.model': 'Modelo',
  'fact.system': 'Sistema operacional',
  'fact.ownership': 'Propriedade',
  'fact.compliance': 'Conformidade',
  'fact.last-check-in': 'Último contato',
  'fact.serial-number': 'Número de série',
  'fact.given-reason': 'Seu motivo',
  'fact.status': 'Status',
  'fact.confirmed-at': 'Confirmada',
  'fact.asked-at': 'Solicitada ao Intune',
  'fact.session-link': 'Link da sessão',
  'fact.ready-since': 'Sessão pronta desde',
  'fact.reserved-until': 'Dispositivo reservado até',
  'fact.first': 'Primeiro',
  'fact.then': 'Depois',
  'fact.cause': 'Causa',
  'fact.who': 'Quem pode resolver',
  'fact.next': 'Próxima etapa',
  'fact.not-sent-again': 'Não reenviado',
  'fact.details': 'O que o Intune informa',
  'fact.time': 'Hora',
  'fact.reference': 'Número de referência',
  'fact.graph-request-id': 'ID de solicitação do Graph',
  'fact.client-request-id': 'ID de solicitação do cliente',

  // Values of facts
  'value.serial-tail': 'termina em …{tail}',
  'value.no-primary-user': 'Sem usuário principal',
  'value.never-checked-in': 'Nenhum contato conhecido',
  'value.time-and-age': '{time} · {age}',
  'value.reference': '#{number}',
  'value.waiting-until': 'Aguardando até {time}',
  'value.checking-until': 'Verificando até {time}',
  'value.device-count': '{count, plural, one {# dispositivo} other {# dispositivos}}',

  'ownership.company': 'Corporativo',
  'ownership.personal': 'Pessoal',
  'ownership.unknown': 'Desconhecido',
  'compliance.compliant': 'Em conformidade',
  'compliance.noncompliant': 'Fora de conformidade',
  'compliance.inGracePeriod': 'Em período de cortesia',
  'compliance.conflict': 'Conflito entre políticas',
  'compliance.error': 'Erro',
  'compliance.configManager': 'Gerenciado pelo Configuration Manager',
  'compliance.unknown': 'Desconhecido',

  // The confirm card
  'confirm.heading': 'Solicitar assistência remota?',
  'confirm.sentence': 'Verifique se este é o dispositivo certo. Nada foi pedido ao Intune ainda.',
  'confirm.warnings': 'Antes de continuar',
  'confirm.hint': 'O usuário precisa aceitar a solicitação no aplicativo Portal da Empresa.',
  'confirm.reason.label': 'Motivo (opcional, fica registrado)',
  'confirm.reason.placeholder': 'Por exemplo, o número de um chamado',
  'confirm.reason.error': 'Escreva no máximo {most} caracteres.',
  'confirm.valid-until': 'Solicitação #{number} · Este cartão vale até {time}.',

  'warning.stale-check-in':
    'Sem contato há mais de {days, plural, one {# dia} other {# dias}}: o dispositivo pode estar desligado, e a solicitação talvez só chegue no próximo contato dele.',
  'warning.stale-check-in.never':
    'O Intune não conhece nenhum contato deste dispositivo: a solicitação talvez só chegue quando ele fizer contato.',
  'warning.corporate-android':
    'Android de propriedade da empresa: sem suporte no conector do TeamViewer, então a solicitação provavelmente vai falhar.',
  'warning.enrolled-without-user':
    'Registrado sem usuário: o Portal da Empresa não mostra nenhum aviso nele, então talvez ninguém possa aceitar a solicitação.',
  'warning.no-primary-user':
    'Sem usuário principal (dispositivo compartilhado): o aviso talvez não apareça no Portal da Empresa. Verifique se há alguém no dispositivo.',
  'warning.not-managed':
    'Não gerenciado no momento (estado: {state}): o Intune pode recusar a solicitação ou nunca executá-la.',
  'warning.other-spelling':
    'Você escreveu "{typed}", mas este dispositivo se chama "{name}": verifique se é o que você procura.',
  'warning.old-session-link':
    'O link de uma sessão anterior ainda está no dispositivo: pode haver alguém conectado. Vou esperar um link novo e não mostrar o antigo.',

  // The words of the states, and what the cards say in them
  'status.draft': 'Aguardando sua confirmação',
  'status.confirmed': 'Confirmada',
  'status.sending': 'Enviando ao Intune',
  'status.requested': 'Solicitada',
  'status.unknown': 'Ainda não está claro',
  'status.no-link': 'Ainda sem link da sessão',
  'status.needs-human': 'Não confirmada pelo Intune',
  'status.ready': 'Sessão pronta',
  'status.refused': 'Não foi possível solicitar',
  'status.failed': 'Erro',

  'progress.confirmed.heading': 'Confirmada',
  'progress.confirmed.sentence': 'Estou consultando o dispositivo e, em seguida, vou pedir ao Intune.',
  'progress.waits.intune-busy':
    'O Intune está ocupado e ainda não aceitou a solicitação. Vou tentar novamente em {time}.',
  'progress.waits.not-reached': 'Não foi possível acessar o Intune. Vou tentar novamente em {time}.',
  'progress.sending.heading': 'Enviando ao Intune',
  'progress.sending.sentence': 'A solicitação está a caminho. Isso leva alguns segundos.',
  'progress.requested.heading': 'Solicitada',
  'progress.requested.sentence': 'O Intune aceitou a solicitação. Falta chegar o link da sessão.',
  'progress.requested.hint':
    'Peça ao usuário que fique no dispositivo e abra o aplicativo Portal da Empresa, onde a solicitação aparece.',
  'progress.unknown.heading': 'Ainda não está claro',
  'progress.unknown.sentence':
    'O Intune não respondeu com clareza. Estou consultando o dispositivo para ver se a solicitação chegou.',
  'progress.unknown.hint': 'Não vou enviar a solicitação uma segunda vez por conta própria.',
  'progress.give-up-hint':
    'Não é possível anular a solicitação no Intune: se você desistir agora, o usuário ainda poderá vê-la.',

  'ready.heading': 'A sessão está pronta',
  'ready.sentence': 'O link da sessão chegou.',
  'ready.you': 'Abra a sessão.',
  'ready.user':
    'Peça ao usuário que abra o aplicativo Portal da Empresa e aceite a solicitação. Antes disso, ninguém vê a tela.',
  'ready.hint':
    'Quando a sessão terminar, encerre a solicitação aqui para que o dispositivo fique livre de novo.',
  'ready.link-withheld':
    'O link da sessão leva a {host}, que não está entre os hosts permitidos, então não o mostro. Quem opera este bot pode permitir esse host (SESSION_LINK_HOSTS).',
  'ready.link-absent':
    'Não tenho mais o link da sessão. Abra o dispositivo no centro de administração do Intune para encontrá-lo ou encerre esta solicitação e peça de novo.',

  'question.no-link.heading': 'Ainda sem link da sessão',
  'question.no-link.sentence': 'O Intune aceitou a solicitação, mas nenhum link da sessão chegou.',
  'question.no-link.unseen':
    'O Intune aceitou a solicitação, mas não consigo consultar o dispositivo para ver se o link da sessão chegou.',
  'question.no-link.hint':
    'O dispositivo pode estar desligado ou offline. Continuo olhando de vez em quando; você pode verificar novamente ou encerrar a solicitação.',
  'question.needs-human.heading': 'O Intune não confirmou',
  'question.needs-human.sentence':
    'A solicitação pode ter chegado ou não: o Intune não deu uma resposta clara, e não há sinal dela no dispositivo.',
  'question.needs-human.unseen':
    'A solicitação pode ter chegado ou não: o Intune não deu uma resposta clara, e não consegui consultar o dispositivo.',
  'question.needs-human.hint':
    'Pergunte ao usuário se apareceu uma solicitação no aplicativo Portal da Empresa. Se não, envie novamente: o usuário talvez veja uma segunda.',
  'question.sign-in.heading': 'Entre para verificar',
  'question.sign-in.sentence':
    'Seu login não é mais válido, então não consigo mais consultar o dispositivo. Não se sabe o que houve com a solicitação.',
  'question.sign-in.hint': 'Entre, e eu continuo verificando.',

  'over.refused.heading': 'Não foi possível solicitar assistência remota',
  'over.refused.sentence':
    'Esta solicitação não gerou nenhuma sessão. A causa e a próxima etapa estão abaixo.',
  'over.failed.heading': 'A sessão falhou',
  'over.failed.sentence': 'O Intune informa que não foi possível criar a sessão.',
  'over.failed.who': 'Você; se falhar de novo, quem administra o Intune',
  'over.failed.next':
    'Verifique se o dispositivo está ligado e se o usuário entrou no Portal da Empresa e tente novamente. Ao falar com o suporte, informe os números de referência.',

  'outcome.cancelled.word': 'Cancelada',
  'outcome.cancelled.sentence': 'A solicitação foi cancelada antes de ser enviada ao Intune.',
  'outcome.cancelled.next': 'Escreva o nome do dispositivo quando precisar dele de novo.',
  'outcome.expired.word': 'Expirada',
  'outcome.expired.sentence': 'Este cartão não foi usado a tempo. Nada foi pedido ao Intune.',
  'outcome.expired.next': 'Peça o dispositivo de novo: vou mostrar um cartão novo.',
  'outcome.withdrawn.word': 'Retirada',
  'outcome.withdrawn.sentence':
    'Não é possível anular a solicitação no Intune: diga ao usuário que não a aceite no Portal da Empresa.',
  'outcome.withdrawn.next': 'Não acompanho mais esta solicitação. O dispositivo está livre para outra.',
  'outcome.finished.word': 'Encerrada',
  'outcome.finished.sentence': 'A solicitação está encerrada, e o dispositivo está livre para outra.',
  'outcome.finished.next':
    'Encerrar aqui não termina uma sessão que ainda esteja aberta: termine-a no TeamViewer.',
  'outcome.released.word': 'Encerrada automaticamente',
  'outcome.released.sentence':
    'Ninguém encerrou a solicitação a tempo, então o dispositivo está livre para outra.',
  'outcome.released.next': 'Isso não termina uma sessão que ainda esteja aberta: termine-a no TeamViewer.',

  // Why it did not work: cause, who can fix it, next step
  'cause.intune-role-missing':
    'Sua função do Intune não permite solicitar assistência remota para este dispositivo.',
  'cause.intune-role-missing.who': 'Quem administra o Intune',
  'cause.intune-role-missing.next':
    'Peça uma função do Intune que inclua este dispositivo e tenha a permissão "Solicitar assistência remota" (tarefas remotas; o portal pode chamá-la de "Oferecer assistência remota"), por exemplo Operador de Suporte Técnico. Depois, tente novamente.',
  'cause.consent-missing':
    'Este aplicativo não recebeu permissão para agir no Intune em nome da equipe técnica.',
  'cause.consent-missing.who': 'Quem administra o Microsoft Entra',
  'cause.consent-missing.next':
    'Peça o consentimento do administrador para a permissão delegada DeviceManagementManagedDevices.ReadWrite.All. Depois, tente novamente.',
  'cause.blocked-by-policy': 'Uma política de Acesso Condicional da sua organização não permite isso.',
  'cause.blocked-by-policy.who': 'Quem administra o Microsoft Entra',
  'cause.blocked-by-policy.next':
    'Tente novamente em um dispositivo e uma rede que a política permita ou pergunte qual política se aplica.',
  'cause.device-gone': 'O Intune não conhece mais este dispositivo, ou você não pode mais vê-lo.',
  'cause.device-gone.who': 'Você ou quem administra o Intune',
  'cause.device-gone.next':
    'Procure o dispositivo de novo. Se ele foi apagado ou desativado, primeiro precisa ser registrado.',
  'cause.device-changed':
    'O dispositivo não está como no cartão que você confirmou: o número de série ou o usuário principal mudou.',
  'cause.device-changed.who': 'Você',
  'cause.device-changed.next': 'Tente novamente: vou mostrar o dispositivo como ele está agora.',
  'cause.action-not-possible': 'O Intune não oferece assistência remota para este dispositivo.',
  'cause.action-not-possible.who': 'Quem administra o Intune',
  'cause.action-not-possible.next':
    'Ajude o usuário de outra forma e peça que verifiquem a plataforma e o registro do dispositivo.',
  'cause.already-running':
    'Uma sessão para este dispositivo está sendo criada neste momento; uma segunda solicitação a atrapalharia.',
  'cause.already-running.who': 'Quem está trabalhando neste dispositivo',
  'cause.already-running.next':
    'Pergunte à sua equipe ou tente novamente em {minutes, plural, one {# minuto} other {# minutos}}.',
  'cause.occupied': '{technician} já tem uma solicitação aberta para este dispositivo (#{number}).',
  'cause.occupied.someone': 'Alguém já tem uma solicitação aberta para este dispositivo.',
  'cause.occupied.who': 'Quem está com ela aberta',
  'cause.occupied.next': 'Peça que essa solicitação seja encerrada ou tente novamente mais tarde.',
  'cause.connector-missing':
    'O Intune não tem um conector do TeamViewer funcionando, ou a licença dele não inclui isso.',
  'cause.connector-missing.who': 'Quem administra o Intune',
  'cause.connector-missing.next':
    'Peça que configurem o conector do TeamViewer no centro de administração do Intune (Administração de locatários, Conectores e tokens). Depois, tente novamente.',
  'cause.intune-busy': 'O Intune ficou ocupado por tempo demais e não aceitou a solicitação.',
  'cause.intune-busy.who': 'Ninguém precisa agir: isso passa sozinho',
  'cause.intune-busy.next': 'Tente novamente em alguns minutos.',
  'cause.intune-unreachable': 'Não foi possível acessar o Intune, então a solicitação não foi executada.',
  'cause.intune-unreachable.who': 'Ninguém por enquanto; se continuar, quem opera este bot',
  'cause.intune-unreachable.next': 'Tente novamente em alguns minutos.',
  'cause.sign-in-unavailable': 'O serviço de login da Microsoft não me deixou agir em seu nome.',
  'cause.sign-in-unavailable.who': 'Ninguém por enquanto; se continuar, quem opera este bot',
  'cause.sign-in-unavailable.next': 'Tente novamente em alguns minutos.',
  'cause.sign-in-needed': 'Seu login não é mais válido, ou o Intune não o aceita mais.',
  'cause.sign-in-needed.who': 'Você',
  'cause.sign-in-needed.next': 'Tente novamente e entre quando eu pedir.',
  'cause.interrupted': 'Houve uma interrupção depois da sua confirmação, e por isso nada foi enviado.',
  'cause.interrupted.who': 'Você',
  'cause.interrupted.next': 'Tente novamente: vou pedir que você confirme mais uma vez.',
  'cause.unexpected': 'Aconteceu algo para o qual não estou preparado.',
  'cause.unexpected.who': 'Quem opera este bot',
  'cause.unexpected.next': 'Tente novamente. Se acontecer de novo, informe os números de referência.',

  // A press that was not carried out
  'refusal.not-your-request': 'Só quem abriu esta solicitação pode usar os botões dela.',
  'refusal.already-under-way': 'Isso já está em andamento. Nada foi enviado uma segunda vez.',
  'refusal.already-closed': 'Esta solicitação já terminou. Nada foi alterado.',
  'refusal.expired': 'Este cartão expirou. Nada foi enviado.',
  'refusal.reason-needed':
    'Não é possível avisar o proprietário do dispositivo: escreva antes um motivo. Nada foi enviado.',
  'refusal.nothing-to-do': 'Isso não é possível no estado atual da solicitação. Nada foi alterado.',
  'refusal.card-outdated': 'Este cartão estava desatualizado. Nada foi alterado; é assim que está agora.',
  'refusal.left-alone':
    'Uma falha minha me impede de acompanhar esta solicitação, então pode haver novidades que não mostro. Pressione um botão e eu tento de novo; se continuar, avise quem opera este bot.',

  // Troubles outside a request
  'trouble.heading': 'Não deu certo',
  'trouble.sentence': 'Nada foi alterado.',
  'trouble.outcome-unknown.sentence': 'Não se sabe se teve efeito.',
  'trouble.unexpected.heading': 'Aconteceu algo inesperado',
  'trouble.unexpected.sentence':
    'Não consegui terminar o que você pediu. As solicitações em andamento não se perderam.',
  'trouble.busy.intune': 'O Intune está ocupado.',
  'trouble.busy.sign-in': 'O serviço de login da Microsoft está ocupado.',
  'trouble.busy.teams': 'O Microsoft Teams está ocupado.',
  'trouble.busy.database': 'Meu banco de dados está ocupado.',
  'trouble.busy.next': 'Tente novamente em alguns minutos.',
  'trouble.busy.next-at': 'Tente novamente a partir de {time}.',
  'trouble.unreachable.intune': 'Não é possível acessar o Intune no momento.',
  'trouble.unreachable.sign-in': 'Não é possível acessar o serviço de login da Microsoft no momento.',
  'trouble.unreachable.teams': 'Não é possível acessar o Microsoft Teams no momento.',
  'trouble.unreachable.database': 'Não consigo acessar meu banco de dados no momento.',
  'trouble.unreachable.next':
    'Tente novamente em alguns minutos. Se continuar, informe o número de referência.',
  'trouble.who.passes': 'Ninguém por enquanto; se continuar, quem opera este bot',
  'trouble.who.operator': 'Quem opera este bot',
  'trouble.outcome-unknown.cause': 'O Intune não deu uma resposta clara.',
  'trouble.outcome-unknown.who': 'Você',
  'trouble.outcome-unknown.next': 'Veja o status das suas solicitações antes de pedir de novo.',

  // Signing in
  'sign-in.title': 'Entrar no Device Assist',
  'sign-in.button': 'Entrar',
  'sign-in.first-time':
    'Chamo o Intune com as suas próprias permissões, por isso você precisa entrar. Depois continuo com o que você pediu.',
  'sign-in.expired': 'Seu login não é mais válido. Entre novamente, e eu continuo com o que você pediu.',
  'sign-in.consent':
    'Este aplicativo ainda precisa de consentimento para chamar o Intune com as suas permissões. Entre para dá-lo ou para ver quem pode.',
  'sign-in.second-factor':
    'Sua organização pede mais uma prova da sua identidade. Entre para fornecê-la, e eu continuo.',
  'sign-in.not-possible-here':
    'O login automático não funciona aqui. Entre na página que o botão abre, e eu continuo.',

  // Choosing one of several
  'pick.device.name':
    '{count, plural, one {# dispositivo corresponde a "{typed}"} other {# dispositivos correspondem a "{typed}"}}',
  'pick.device.name-more':
    'Mais de {count, plural, one {# dispositivo corresponde} other {# dispositivos correspondem}} a "{typed}"',
  'pick.device.person': 'Dispositivos de {name}',
  'pick.device.app': 'Dispositivos com {name}',
  'pick.device.own': 'Seus dispositivos',
  'pick.device.several-names': 'Qual destes dispositivos?',
  'pick.device.sentence': 'Escolha um. Vou mostrá-lo a você antes de pedir algo ao Intune.',
  'pick.device.one-at-a-time': 'Ajudo com um dispositivo de cada vez. Escolha o primeiro.',
  'pick.device.more':
    'Há mais do que está listado aqui. Restrinja a busca: escreva o nome completo do dispositivo ou o número de série.',
  'pick.device.speech': 'Escolha um dispositivo',
  'pick.app.heading': 'Aplicativos que correspondem a "{name}"',
  'pick.app.sentence': 'Escolha o aplicativo e a versão. Vou listar os dispositivos que o têm.',
  'pick.app.more': 'Há mais do que está listado aqui. Restrinja a busca: escreva mais do nome do aplicativo.',
  'pick.app.speech': 'Escolha um aplicativo',
  'pick.person.heading': 'Pessoas que correspondem a "{name}"',
  'pick.person.sentence': 'Escolha a pessoa que você procura. Vou listar os dispositivos dela.',
  'pick.person.more':
    'Há mais do que está listado aqui. Restrinja a busca: escreva o nome de login ou mencione a pessoa.',
  'pick.person.speech': 'Escolha uma pessoa',

  // Nothing found
  'no-match.device': 'Dispositivo não encontrado',
  'no-match.device.sentence': 'Não encontrei nenhum dispositivo "{typed}" que você possa ver no Intune.',
  'no-match.device.next': 'Verifique a grafia ou escreva o número de série ou o nome de login do usuário.',
  'no-match.person': 'Pessoa não encontrada',
  'no-match.person.sentence': 'Não encontrei nenhuma pessoa "{typed}" no diretório.',
  'no-match.person.next': 'Escreva o nome de login, como maria.lopez@contoso.com, ou mencione a pessoa.',
  'no-match.app': 'Aplicativo não encontrado',
  'no-match.app.sentence': 'Não encontrei nenhum aplicativo "{typed}" entre os aplicativos descobertos.',
  'no-match.app.next': 'Verifique a grafia ou escreva só o começo do nome.',
  'no-match.devices-of-person': 'Nenhum dispositivo encontrado',
  'no-match.devices-of-person.sentence':
    'Não encontrei nenhum dispositivo de "{typed}" que você possa ver no Intune.',
  'no-match.devices-of-person.next': 'Pergunte ao usuário o nome ou o número de série do dispositivo.',
  'no-match.devices-with-app': 'Nenhum dispositivo encontrado',
  'no-match.devices-with-app.sentence':
    'Não encontrei nenhum dispositivo com "{typed}" que você possa ver no Intune.',
  'no-match.devices-with-app.next': 'Escreva o nome do dispositivo ou tente outra versão do aplicativo.',
  'no-match.own-devices': 'Você não tem dispositivos',
  'no-match.own-devices.sentence': 'Você não é o usuário principal de nenhum dispositivo no Intune.',
  'no-match.own-devices.next': 'Escreva o nome do dispositivo com o qual você quer ajudar.',
  'no-match.near': 'Você quis dizer um destes?',

  // Lists
  'list.status.heading': '{count, plural, one {# solicitação aberta} other {# solicitações abertas}}',
  'list.status.empty': 'Você não tem solicitações abertas.',
  'list.history.heading': 'Suas últimas solicitações',
  'list.history.empty': 'Você ainda não fez nenhuma solicitação.',
  'list.more': 'As {count} mais recentes estão listadas.',
  'list.empty.next': 'Escreva o nome de um dispositivo para começar uma.',

  // The help card
  'help.heading': 'Assistência remota para dispositivos do Intune',
  'help.greeting': 'Olá, eu sou o Device Assist',
  'help.sentence':
    'Diga um dispositivo, e eu solicito ao Intune assistência remota para ele, com as suas próprias permissões. Sempre pergunto a você antes de fazer qualquer coisa.',
  'help.device': 'Um dispositivo',
  'help.person': 'Dispositivos de uma pessoa',
  'help.app': 'Dispositivos com um aplicativo',
  'help.yourself': 'Ajuda para você',
  'help.commands': 'Comandos',
  'example.device': 'me ajude com o dispositivo LAPTOP-7F3K',
  'example.person': 'dispositivos de maria.lopez@contoso.com',
  'example.app': 'dispositivos com Adobe Reader',
  'example.yourself': 'pedir ajuda',
  'example.commands':
    'meus dispositivos · status · histórico · cancelar · meus pedidos · fila · sair · ajuda',

  // One-line answers
  'note.not-understood':
    'Não entendi. Diga um dispositivo, por exemplo "me ajude com o dispositivo LAPTOP-7F3K", ou escreva "ajuda".',
  'note.which-device': 'Qual dispositivo? Escreva o nome ou o número de série dele.',
  'note.search-too-short': 'Isso é curto demais para uma busca. Escreva pelo menos três caracteres do nome.',
  'note.name-needs-sign-in-name':
    'Não consigo procurar "{name}" no diretório aqui. Escreva o nome de login, como maria.lopez@contoso.com, ou mencione a pessoa.',
  'note.personal-chat-please':
    'Respondo a perguntas sobre dispositivos no nosso chat pessoal. Pergunte lá, por favor.',
  'note.personal-chat-please.link': 'Abrir o chat pessoal',
  'note.signed-out': 'Você saiu. Não guardo mais o seu login.',
  'note.nothing-to-cancel': 'Não há nada para cancelar.',
  'note.cancelled':
    '{count, plural, one {A solicitação {numbers} foi cancelada.} other {As solicitações {numbers} foram canceladas.}} Nada foi enviado ao Intune.',
  'note.withdrawn':
    '{count, plural, one {A solicitação {numbers} foi encerrada. Não é possível anulá-la no Intune: diga ao usuário que não a aceite.} other {As solicitações {numbers} foram encerradas. Não é possível anulá-las no Intune: diga aos usuários que não as aceitem.}}',
  'note.cannot-cancel-now':
    '{count, plural, one {A solicitação {numbers} está sendo enviada} other {As solicitações {numbers} estão sendo enviadas}} neste momento. Tente novamente em alguns segundos.',
  'note.connector-not-in-this-cloud':
    'O conector do TeamViewer do Intune não existe nesta nuvem, então não é possível solicitar assistência remota aqui.',
  'note.not-a-technician':
    'Sua conta não tem a função de técnico neste bot. Quem opera o bot pode dizer como obtê-la.',
  'note.guest':
    'Contas de convidado não podem solicitar assistência remota. Use a sua conta desta organização.',
  'note.other-tenant': 'Só trabalho para as pessoas da organização em que estou instalado.',
  'note.personal-account':
    'Contas pessoais da Microsoft não podem ser usadas com o Intune. Entre com uma conta corporativa ou de estudante.',
  'note.one-device-at-a-time': 'Ajudo com um dispositivo de cada vez. Diga um só dispositivo.',
  'note.not-your-card': 'Este cartão é de outra pessoa. Só ela pode usar os botões dele.',
  'note.too-many-at-once': 'É muita coisa de uma vez. Espere um minuto e continue depois.',
  'note.interrupted':
    'Houve uma interrupção, e uma mensagem sua pode ter ficado sem resposta. Se for o caso, escreva-a de novo.',
  'note.card-expired': 'Este cartão não pode mais ser usado. Peça o dispositivo de novo.',
  'note.already-chosen': 'Você já escolheu neste cartão. Peça de novo para fazer outra escolha.',
  'note.working': 'Estou cuidando disso.',
  'note.signed-in': 'Você entrou.',
  'note.language-changed': 'A partir de agora, escrevo para você em português do Brasil.',
  'note.language-as-in-teams': 'A partir de agora, escrevo para você no idioma do seu Teams.',
  'note.sign-in-failed': 'O login não funcionou. Peça de novo, e eu o ofereço mais uma vez.',
  'note.no-such-request':
    'Não encontrei essa solicitação entre as suas. Escreva "status" ou "histórico" para ver as suas solicitações.',
  'languages.title': 'Escolha um idioma',
  'languages.sentence': 'Entendo todos, seja qual for o idioma em que respondo.',
  'languages.as-in-teams': 'O mesmo do Teams',
  'page.signed-in.title': 'Você entrou como {name}',
  'page.signed-in.text': 'Volte ao Teams. Sua pergunta continua lá automaticamente.',
  'page.link-expired.title': 'Este link de login expirou',
  'page.link-expired.text': 'Volte ao Teams e pergunte de novo; vou oferecer um novo.',
  'page.visit-expired.title': 'O login demorou demais',
  'page.visit-expired.text': 'Volte ao Teams e comece mais uma vez pelo cartão de login.',
  'page.other-browser.title': 'Este login foi iniciado em outro navegador',
  'page.other-browser.text': 'Volte ao Teams e comece mais uma vez pelo cartão de login.',
  'page.wrong-person.title': 'Outra pessoa entrou',
  'page.wrong-person.text':
    'O cartão de login era para outra conta. Volte ao Teams e entre com a conta que você usa lá.',
  'page.declined.title': 'O login foi cancelado',
  'page.declined.text': 'Nada foi alterado. Volte ao Teams e comece de novo quando quiser.',
  'page.consent-missing.title': 'Antes, um administrador precisa aprovar',
  'page.consent-missing.text':
    'O Device Assist precisa de uma permissão que só um administrador da sua organização pode conceder. Peça o consentimento do administrador para o Device Assist e depois pergunte de novo no Teams.',
  'page.blocked-by-policy.title': 'Uma política da sua organização bloqueia o login',
  'page.blocked-by-policy.text':
    'Quem administra o Microsoft Entra pode dizer qual política de Acesso Condicional se aplica ao Device Assist.',
  'page.guest.title': 'Login indisponível para convidados',
  'page.guest.text': 'Use a sua conta desta organização.',
  'page.wrong-tenant.title': 'Esta conta pertence a outra organização',
  'page.wrong-tenant.text': 'Volte ao Teams e entre com a conta que você usa lá.',
  'page.personal-account.title': 'Contas pessoais da Microsoft não podem ser usadas com o Intune',
  'page.personal-account.text': 'Entre com uma conta corporativa ou de estudante.',
  'page.unavailable.title': 'Não é possível acessar o serviço de login',
  'page.unavailable.text':
    'Nada foi enviado. Espere um minuto e comece de novo pelo cartão de login no Teams.',
  'page.failed.title': 'O login não funcionou',
  'page.failed.text': 'Volte ao Teams e pergunte de novo. Se acontecer outra vez, avise quem opera este bot.',

  // Help requests: what somebody raised for a technician to take; never the word for a request to Intune
  'case.heading': 'Pedido de ajuda #{number}',
  'case.state.open': 'Aguardando um técnico',
  'case.state.taken': 'Em andamento',
  'case.state.asking': 'Sessão solicitada',
  'case.state.in-session': 'A sessão está pronta',
  'case.state.resolved': 'Encerrado',
  'case.state.withdrawn': 'Retirado',
  'case.state.disowned': 'Interrompido',
  'case.says.open': 'Ninguém está cuidando dele ainda.',
  'case.says.taken': '{technician} está cuidando dele. Desde: {time}',
  'case.says.asking':
    '{technician} está cuidando dele. Uma sessão de assistência remota está sendo solicitada ao Intune.',
  'case.says.in-session': '{technician} está cuidando dele. A sessão de assistência remota pode começar.',
  'case.says.resolved': 'Encerrado por {technician}: {time}',
  'case.says.withdrawn': 'Retirado: {time}. Ninguém mais trabalha nele.',
  'case.says.disowned': 'A pessoa dona do dispositivo não pediu isso. O trabalho foi interrompido.',
  'case.wrote': 'O que foi escrito',
  'case.urgency.urgent': 'Urgente',
  'case.outcome.solved': 'Resolvido',
  'case.outcome.workaround': 'Solução de contorno',
  'case.outcome.no-fault-found': 'Nenhum defeito encontrado',
  'case.outcome.not-solved': 'Não resolvido',
  'case.session-was.asked':
    'Não é possível mandar o Intune parar: ninguém deve mais aceitar o aviso no Portal da Empresa.',
  'case.session-was.ready':
    'Não é possível mandar o Intune parar: ninguém deve mais aceitar o aviso, e uma sessão aberta precisa ser encerrada no TeamViewer.',
  'case.hint.withdraw-late':
    'Se você o retirar agora, não será possível mandar o Intune parar: depois disso, não aceite o aviso no Portal da Empresa.',
  'case.not-posted':
    'Não é possível acessar o canal de ajuda. Os técnicos só encontram este pedido na fila deles.',
  'case.hint.muted': 'Você não receberá mais mensagens sobre isso.',
  'case.hint.three-messages': 'Sobre isso há no máximo três mensagens: em andamento, pronto, encerrado.',
  'case.history': 'Até agora',
  'case.passing.handed-over': '{from} o transferiu para {to}. Motivo: {reason}. Hora: {time}',
  'case.passing.released': '{from} o devolveu à fila. Hora: {time}',
  'case.session-end.closed': 'encerrada',
  'case.session-end.refused': 'não pôde ser solicitada',
  'case.session-end.failed': 'erro',
  'case.session-end.stopped': 'interrompida',
  'case.guard.told':
    'A pessoa dona do dispositivo foi avisada para aceitar só se quem liga disser esta frase. Diga-a:',
  'case.guard.will-be-told':
    'Com a sua solicitação, a pessoa dona do dispositivo é avisada para aceitar só se quem liga disser esta frase. Diga-a:',
  'case.guard.no-chat':
    'A pessoa dona do dispositivo não sabe quem pede: não há nenhum chat dela com este bot.',
  'case.guard.no-owner': 'Não foi possível avisar quem pede: o dispositivo não tem usuário principal.',
  'case.guard.not-delivered': 'A pessoa dona do dispositivo não sabe quem pede: a mensagem não foi entregue.',
  'case.guard.reason-needed': 'Escreva um motivo: sem ele a sessão não é solicitada.',
  'case.form.outcome': 'Resultado',
  'case.form.minutes': 'Minutos gastos',
  'case.form.minutes.error': 'Escreva um número de 0 a {most}.',
  'case.form.query': 'Outro dispositivo: nome ou número de série',
  'case.form.query.error': 'Escreva no máximo {most} caracteres.',
  'case.form.colleague': 'Colega',
  'case.form.colleague.error': 'Escolha um colega.',
  'case.form.reason': 'Motivo',
  'case.form.reason.error': 'Escreva o motivo, em no máximo {most} caracteres.',
  'case.hand-over.heading': 'Transferir o pedido de ajuda #{number}',
  'case.hand-over.sentence': 'Escolha um colega e diga por quê. Essa pessoa verá todo o histórico.',
  'case.hand-over.nobody':
    'Nenhum outro técnico usou este bot ainda. Peça a um colega que escreva para ele uma vez.',
  'case.hand-over.more': 'Só aparecem os que usaram o bot mais recentemente.',
  'case.mismatch.heading': 'Este é o dispositivo certo?',
  'case.mismatch.other': 'O dispositivo {device} é de {owner}, não de {requester}.',
  'case.mismatch.nobody':
    'O dispositivo {device} não tem usuário principal: não há como saber se é usado por {requester}.',
  'case.mismatch.hint': 'Uma sessão mostra a tela de quem usa o dispositivo. Continue só se tiver certeza.',
  'case.owner.heading': 'Alguém quer ajudar no seu dispositivo',
  'case.owner.sentence':
    '{technician}, do seu suporte, pede uma sessão remota em {device}, pelo pedido de ajuda #{number} de {requester}.',
  'case.owner.phrase': 'Aceite só se quem liga disser esta frase:',
  'case.owner.next': 'Um aviso aparece no Portal da Empresa. Ninguém vê a sua tela antes que você o aceite.',
  'case.owner.over.heading': 'Isso terminou',
  'case.owner.over.sentence':
    'A sessão em {device} pelo pedido de ajuda #{number} terminou. Não há mais nada a aceitar.',
  'case.owner.disowned.heading': 'Interrompido',
  'case.owner.disowned.sentence':
    'Você disse que não pediu isso. O trabalho foi interrompido, e o seu suporte já sabe.',
  'case.owner.disowned.next':
    'Não é possível mandar o Intune parar: não aceite nenhum aviso no Portal da Empresa e encerre no TeamViewer uma sessão aberta.',
  'case.told.taken': 'Alguém está cuidando do seu pedido de ajuda',
  'case.told.taken.sentence':
    '{technician} está cuidando do pedido de ajuda #{number}. Você não precisa fazer nada agora.',
  'case.told.ready': 'A ajuda está pronta',
  'case.told.ready.sentence':
    '{technician} pode ajudar agora em {device}. Abra nele o Portal da Empresa e aceite o aviso. Ninguém vê a tela antes disso.',
  'case.told.closed': 'O seu pedido de ajuda foi encerrado',
  'case.nudge.heading': 'O pedido de ajuda #{number} ainda está aguardando',
  'case.nudge.sentence': 'Ninguém o assumiu. Aguardando desde: {time}',
  'case.alert.heading': 'O pedido de ajuda #{number} foi interrompido',
  'case.alert.sentence':
    'A pessoa dona do dispositivo disse que não pediu isso. Descubra quem foi: alguém pode estar se passando por um colega.',
  'case.queue.heading': '{count, plural, one {# pedido de ajuda aberto} other {# pedidos de ajuda abertos}}',
  'case.queue.empty': 'A fila está vazia',
  'case.queue.next': 'Ninguém está esperando ajuda.',
  'case.my-requests.heading':
    '{count, plural, one {Seu pedido de ajuda: #} other {Seus pedidos de ajuda: #}}',
  'case.my-requests.empty': 'Você não tem nenhum pedido de ajuda aberto',
  'case.my-requests.next': 'Aqui aparece o que você pede ou assume.',
  'case.list.range': '{from} a {to} de {total}',
  'case.list.nobody': 'ninguém cuida',
  'case.list.somebody': 'cuida: {technician}',
  'case.belongs.yes': 'Sim: quem pediu é o usuário principal',
  'case.belongs.no': 'Não: é de outra pessoa',
  'case.belongs.nobody': 'Não se sabe: não tem usuário principal',
  'case.pick.heading': 'Dispositivos de {requester} para o pedido de ajuda #{number}',
  'case.pick.theirs': 'O dispositivo "{named}" que foi citado vem primeiro.',
  'case.pick.not-theirs':
    'O dispositivo "{named}" que foi citado é de outra pessoa. Ele vem primeiro; você será perguntado mais uma vez.',
  'case.pick.not-found': 'O dispositivo "{named}" que foi citado não foi encontrado.',
  'case.pick.none':
    'Não encontrei nenhum dispositivo de {requester} que você possa ver no Intune. Volte e escreva o nome ou o número de série.',
  'case.refusal.not-a-technician': 'Só técnicos podem fazer isso.',
  'case.refusal.own-request': 'Você não pode assumir o seu próprio pedido de ajuda.',
  'case.refusal.already-yours': 'Você já está cuidando dele.',
  'case.refusal.taken-by-another': '{who} já o assumiu.',
  'case.refusal.taken-by-somebody': 'Outra pessoa já o assumiu.',
  'case.refusal.nobody-on-it': 'Ninguém está cuidando dele.',
  'case.refusal.not-yours': 'Só o técnico que está cuidando dele pode fazer isso.',
  'case.refusal.not-your-request': 'Só quem o abriu pode fazer isso.',
  'case.refusal.not-your-device': 'Só a pessoa dona do dispositivo pode dizer isso.',
  'case.refusal.not-a-colleague': 'Só pode ser transferido para técnicos, e não para quem pediu.',
  'case.refusal.reason-needed': 'Escreva um motivo.',
  'case.refusal.session-under-way': 'Há uma sessão em andamento. Encerre primeiro a solicitação dela.',
  'case.refusal.already-over': 'Já foi encerrado.',
  'case.refusal.nothing-to-do': 'Não há nada a mudar.',

  // Buttons of help requests
  'button.case-take': 'Assumir',
  'button.case-release': 'Devolver à fila',
  'button.case-hand-over': 'Transferir',
  'button.case-withdraw': 'Retirar',
  'button.case-resolve': 'Encerrar',
  'button.case-urgent': 'É urgente',
  'button.case-normal': 'Não é urgente',
  'button.case-mute': 'Não receber mais mensagens',
  'button.case-unmute': 'Voltar a receber mensagens',
  'button.case-disown': 'Eu não pedi isso',
  'button.case-devices': 'Escolher dispositivo',
  'button.case-find': 'Procurar este dispositivo',
  'button.case-raise': 'Sou eu que preciso de ajuda',
  'button.case-view': 'Voltar',
  'button.use-device': 'Sim, usar este dispositivo',
  'button.more': 'Mostrar mais',

  // Names of facts of help requests
  'fact.requester': 'De',
  'fact.raised-by': 'Aberto por',
  'fact.named-device': 'Dispositivo citado',
  'fact.raised-at': 'Aberto',
  'fact.outcome': 'Resultado',
  'fact.minutes': 'Tempo gasto',
  'fact.last-session': 'Última sessão',
  'fact.case': 'Pedido de ajuda',
  'fact.belongs': 'Dispositivo de quem pediu',
  'fact.stopped-by': 'Interrompida por',
  'value.minutes': '{count, plural, one {# minuto} other {# minutos}}',
  'value.case': '#{number} · {requester}',
  'value.last-session': '{device} · {end}',
  'stopped-by.requester': 'Quem pediu, que retirou o pedido de ajuda',
  'stopped-by.owner': 'A pessoa dona do dispositivo, que não pediu isso',

  // One-line answers about help requests
  'note.case-raised': 'O seu pedido de ajuda tem o número #{number} e aguarda no canal de ajuda.',
  'note.no-help-channel':
    'Ainda não há um canal de ajuda em que alguém veja isso. Um técnico define um escrevendo "usar este canal" nele.',
  'note.help-channel-set':
    'A partir de agora, os pedidos de ajuda dos chats pessoais são publicados neste canal.',
  'note.only-in-a-channel': 'Escreva isso no canal que deve ser usado.',
  'note.install-first':
    'Para assumir pedidos de ajuda, adicione-me antes ao seu Teams: o link da sessão vai para o seu chat pessoal.',
  'note.install-first.link': 'Adicionar o Device Assist',
  'note.take-in-personal-chat': 'Entre antes uma vez no nosso chat pessoal. Você pode continuar lá.',
  'note.no-such-case': 'Não encontrei esse pedido de ajuda.',
  'note.case-not-here': 'Este pedido de ajuda não pode ser visto aqui.',
} as const satisfies Messages;
