import type { Messages } from './translate';

/** Every word the bot says, in Spanish: "tú" towards technicians, infinitives on buttons, no regional words. */
export const es = {
  // What every card has
  'card.fallback':
    'Esta tarjeta no se puede mostrar aquí. Abre este chat en una versión actual de Microsoft Teams.',
  'card.reference': 'Solicitud #{number}',
  'card.replaces': 'Esta tarjeta sustituye a una anterior que quizá no llegó.',
  'card.unusual-characters':
    'Caracteres inusuales: un nombre puede parecerse a otro. Compáralo letra por letra.',

  // Buttons
  'button.request-assistance': 'Solicitar asistencia remota',
  'button.another-device': 'Otro dispositivo',
  'button.cancel': 'Cancelar',
  'button.withdraw': 'Retirar',
  'button.check-again': 'Comprobar de nuevo',
  'button.send-again': 'Enviar de nuevo',
  'button.close': 'Cerrar',
  'button.open-session': 'Abrir sesión remota',
  'button.try-again': 'Reintentar',
  'button.sign-in': 'Iniciar sesión',
  'button.my-devices': 'Mis dispositivos',
  'button.status': 'Estado',
  'button.history': 'Historial',

  // Names of facts
  'fact.primary-user': 'Usuario primario',
  'fact.model': 'Modelo',
  'fact.system': 'Sistema operativo',
  'fact.ownership': 'Propiedad',
  'fact.compliance': 'Cumplimiento',
  'fact.last-check-in': 'Último contacto',
  'fact.serial-number': 'Número de serie',
  'fact.given-reason': 'Tu motivo',
  'fact.status': 'Estado',
  'fact.confirmed-at': 'Confirmada',
  'fact.asked-at': 'Solicitada a Intune',
  'fact.session-link': 'Vínculo de sesión',
  'fact.ready-since': 'Sesión lista desde',
  'fact.reserved-until': 'Dispositivo reservado hasta',
  'fact.first': 'Primero',
  'fact.then': 'Después',
  'fact.cause': 'Causa',
  'fact.who': 'Quién puede resolverlo',
  'fact.next': 'Siguiente paso',
  'fact.not-sent-again': 'No se volvió a enviar',
  'fact.details': 'Lo que indica Intune',
  'fact.time': 'Hora',
  'fact.reference': 'Número de referencia',
  'fact.graph-request-id': 'Id. de solicitud de Graph',
  'fact.client-request-id': 'Id. de solicitud de cliente',

  // Values of facts
  'value.serial-tail': 'termina en …{tail}',
  'value.no-primary-user': 'Sin usuario primario',
  'value.never-checked-in': 'Sin contacto conocido',
  'value.time-and-age': '{time} · {age}',
  'value.reference': '#{number}',
  'value.waiting-until': 'En espera hasta el {time}',
  'value.checking-until': 'En comprobación hasta el {time}',
  'value.device-count': '{count, plural, one {# dispositivo} other {# dispositivos}}',

  'ownership.company': 'Corporativo',
  'ownership.personal': 'Personal',
  'ownership.unknown': 'Desconocido',
  'compliance.compliant': 'Conforme',
  'compliance.noncompliant': 'No conforme',
  'compliance.inGracePeriod': 'En período de gracia',
  'compliance.conflict': 'Conflicto entre directivas',
  'compliance.error': 'Error',
  'compliance.configManager': 'Administrado por Configuration Manager',
  'compliance.unknown': 'Desconocido',

  // The confirm card
  'confirm.heading': '¿Solicitar asistencia remota?',
  'confirm.sentence': 'Comprueba que es el dispositivo correcto. Todavía no se ha pedido nada a Intune.',
  'confirm.warnings': 'Antes de continuar',
  'confirm.hint': 'El usuario debe aceptar la solicitud en la aplicación Portal de empresa.',
  'confirm.reason.label': 'Motivo (opcional, queda registrado)',
  'confirm.reason.placeholder': 'Por ejemplo, un número de ticket',
  'confirm.reason.error': 'Escribe {most} caracteres como máximo.',
  'confirm.valid-until': 'Solicitud #{number} · Esta tarjeta es válida hasta el {time}.',

  'warning.stale-check-in':
    'Sin contacto desde hace más de {days, plural, one {# día} other {# días}}: el dispositivo puede estar apagado y quizá la solicitud no le llegue hasta su próximo contacto.',
  'warning.stale-check-in.never':
    'Intune no tiene constancia de ningún contacto de este dispositivo: quizá la solicitud no le llegue hasta que contacte.',
  'warning.corporate-android':
    'Android propiedad de la empresa: el conector de TeamViewer no lo admite, así que la solicitud probablemente fallará.',
  'warning.enrolled-without-user':
    'Inscrito sin usuario: Portal de empresa no muestra ningún aviso en él, así que quizá nadie pueda aceptar la solicitud.',
  'warning.no-primary-user':
    'Sin usuario primario (dispositivo compartido): quizá el aviso no aparezca en Portal de empresa. Asegúrate de que haya alguien ante el dispositivo.',
  'warning.not-managed':
    'No administrado en este momento (estado: {state}): Intune puede rechazar la solicitud o no llegar a ejecutarla.',
  'warning.other-spelling':
    'Escribiste "{typed}", pero este dispositivo se llama "{name}": asegúrate de que es el que buscas.',
  'warning.old-session-link':
    'En el dispositivo sigue el vínculo de una sesión anterior: puede que haya alguien conectado. Esperaré un vínculo nuevo y no mostraré el antiguo.',

  // The words of the states, and what the cards say in them
  'status.draft': 'Pendiente de tu confirmación',
  'status.confirmed': 'Confirmada',
  'status.sending': 'Enviando a Intune',
  'status.requested': 'Solicitada',
  'status.unknown': 'Aún no está claro',
  'status.no-link': 'Aún sin vínculo de sesión',
  'status.needs-human': 'Sin confirmar por Intune',
  'status.ready': 'Sesión lista',
  'status.refused': 'No se pudo solicitar',
  'status.failed': 'Error',

  'progress.confirmed.heading': 'Confirmada',
  'progress.confirmed.sentence': 'Estoy consultando el dispositivo y después se lo pediré a Intune.',
  'progress.waits.intune-busy':
    'Intune está ocupado y aún no ha aceptado la solicitud. Volveré a intentarlo el {time}.',
  'progress.waits.not-reached': 'No se pudo contactar con Intune. Volveré a intentarlo el {time}.',
  'progress.sending.heading': 'Enviando a Intune',
  'progress.sending.sentence': 'La solicitud está en camino. Tardará unos segundos.',
  'progress.requested.heading': 'Solicitada',
  'progress.requested.sentence': 'Intune aceptó la solicitud. Falta que llegue el vínculo de sesión.',
  'progress.requested.hint':
    'Pide al usuario que se quede ante el dispositivo y abra la aplicación Portal de empresa, donde aparece la solicitud.',
  'progress.unknown.heading': 'Aún no está claro',
  'progress.unknown.sentence':
    'Intune no respondió con claridad. Estoy consultando el dispositivo para ver si la solicitud llegó.',
  'progress.unknown.hint': 'No enviaré la solicitud por segunda vez por mi cuenta.',
  'progress.give-up-hint':
    'En Intune no se puede anular la solicitud: si lo dejas ahora, quizá el usuario la vea igualmente.',

  'ready.heading': 'La sesión está lista',
  'ready.sentence': 'Ha llegado el vínculo de sesión.',
  'ready.you': 'Abre la sesión.',
  'ready.user':
    'Pide al usuario que abra la aplicación Portal de empresa y acepte la solicitud. Hasta entonces, nadie ve la pantalla.',
  'ready.hint': 'Cuando termine la sesión, cierra aquí la solicitud para que el dispositivo quede libre.',
  'ready.link-withheld':
    'El vínculo de sesión lleva a {host}, que no está entre los hosts permitidos, así que no lo muestro. Quien gestiona este bot puede permitir ese host (SESSION_LINK_HOSTS).',
  'ready.link-absent':
    'Ya no tengo el vínculo de sesión. Abre el dispositivo en el centro de administración de Intune para encontrarlo, o cierra esta solicitud y haz otra.',

  'question.no-link.heading': 'Aún sin vínculo de sesión',
  'question.no-link.sentence': 'Intune aceptó la solicitud, pero no ha llegado ningún vínculo de sesión.',
  'question.no-link.unseen':
    'Intune aceptó la solicitud, pero no puedo consultar el dispositivo para ver si ha llegado el vínculo de sesión.',
  'question.no-link.hint':
    'El dispositivo puede estar apagado o sin conexión. Sigo mirando de vez en cuando; puedes comprobarlo de nuevo o cerrar la solicitud.',
  'question.needs-human.heading': 'Intune no lo confirmó',
  'question.needs-human.sentence':
    'La solicitud puede haber llegado o no: Intune no dio una respuesta clara y en el dispositivo no hay rastro de ella.',
  'question.needs-human.unseen':
    'La solicitud puede haber llegado o no: Intune no dio una respuesta clara y no pude consultar el dispositivo.',
  'question.needs-human.hint':
    'Pregunta al usuario si le apareció una solicitud en la aplicación Portal de empresa. Si no, envíala de nuevo: quizá el usuario vea una segunda.',
  'question.sign-in.heading': 'Inicia sesión para comprobarlo',
  'question.sign-in.sentence':
    'Tu inicio de sesión ya no es válido, así que no puedo seguir consultando el dispositivo. No se sabe qué pasó con la solicitud.',
  'question.sign-in.hint': 'Inicia sesión y seguiré comprobándolo.',

  'over.refused.heading': 'No se pudo solicitar asistencia remota',
  'over.refused.sentence':
    'Esta solicitud no dio lugar a ninguna sesión. Abajo están la causa y el siguiente paso.',
  'over.failed.heading': 'La sesión falló',
  'over.failed.sentence': 'Intune informa de que no se pudo crear la sesión.',
  'over.failed.who': 'Tú; si vuelve a fallar, quien administra Intune',
  'over.failed.next':
    'Asegúrate de que el dispositivo está encendido y de que el usuario ha iniciado sesión en Portal de empresa, y vuelve a intentarlo. Si acudes a soporte, indica los números de referencia.',

  'outcome.cancelled.word': 'Cancelada',
  'outcome.cancelled.sentence': 'La solicitud se canceló antes de enviarse a Intune.',
  'outcome.cancelled.next': 'Escribe el nombre del dispositivo cuando vuelvas a necesitarlo.',
  'outcome.expired.word': 'Expirada',
  'outcome.expired.sentence': 'Esta tarjeta no se usó a tiempo. No se ha pedido nada a Intune.',
  'outcome.expired.next': 'Vuelve a pedir el dispositivo: te mostraré una tarjeta nueva.',
  'outcome.withdrawn.word': 'Retirada',
  'outcome.withdrawn.sentence':
    'En Intune no se puede anular la solicitud: di al usuario que no la acepte en Portal de empresa.',
  'outcome.withdrawn.next': 'Ya no hago seguimiento de esta solicitud. El dispositivo está libre para otra.',
  'outcome.finished.word': 'Cerrada',
  'outcome.finished.sentence': 'La solicitud está cerrada y el dispositivo está libre para otra.',
  'outcome.finished.next': 'Cerrarla aquí no termina una sesión que siga abierta: termínala en TeamViewer.',
  'outcome.released.word': 'Cerrada automáticamente',
  'outcome.released.sentence':
    'Nadie cerró la solicitud a tiempo, así que el dispositivo está libre para otra.',
  'outcome.released.next': 'Esto no termina una sesión que siga abierta: termínala en TeamViewer.',

  // Why it did not work: cause, who can fix it, next step
  'cause.intune-role-missing':
    'Tu rol de Intune no te permite solicitar asistencia remota para este dispositivo.',
  'cause.intune-role-missing.who': 'Quien administra Intune',
  'cause.intune-role-missing.next':
    'Pide un rol de Intune que abarque este dispositivo y tenga el permiso "Solicitar asistencia remota" (tareas remotas; el portal puede llamarlo "Ofrecer asistencia remota"), por ejemplo Operador del departamento de soporte técnico. Después, vuelve a intentarlo.',
  'cause.consent-missing':
    'Esta aplicación no tiene permiso para actuar en Intune en nombre del personal técnico.',
  'cause.consent-missing.who': 'Quien administra Microsoft Entra',
  'cause.consent-missing.next':
    'Pide el consentimiento del administrador para el permiso delegado DeviceManagementManagedDevices.ReadWrite.All. Después, vuelve a intentarlo.',
  'cause.blocked-by-policy': 'Una directiva de acceso condicional de tu organización no lo permite.',
  'cause.blocked-by-policy.who': 'Quien administra Microsoft Entra',
  'cause.blocked-by-policy.next':
    'Vuelve a intentarlo desde un dispositivo y una red que la directiva permita, o pregunta qué directiva se aplica.',
  'cause.device-gone': 'Intune ya no conoce este dispositivo, o ya no tienes permiso para verlo.',
  'cause.device-gone.who': 'Tú o quien administra Intune',
  'cause.device-gone.next':
    'Busca el dispositivo de nuevo. Si se borró o se retiró, primero hay que inscribirlo.',
  'cause.device-changed':
    'El dispositivo no coincide con la tarjeta que confirmaste: ha cambiado su número de serie o su usuario primario.',
  'cause.device-changed.who': 'Tú',
  'cause.device-changed.next': 'Vuelve a intentarlo: te mostraré el dispositivo como está ahora.',
  'cause.action-not-possible': 'Intune no ofrece asistencia remota para este dispositivo.',
  'cause.action-not-possible.who': 'Quien administra Intune',
  'cause.action-not-possible.next':
    'Ayuda al usuario de otra manera y pide que se revisen la plataforma y la inscripción del dispositivo.',
  'cause.already-running':
    'En este momento se está creando una sesión para este dispositivo; una segunda solicitud interferiría en ella.',
  'cause.already-running.who': 'Quien esté trabajando en este dispositivo',
  'cause.already-running.next':
    'Pregunta en tu equipo o vuelve a intentarlo en {minutes, plural, one {# minuto} other {# minutos}}.',
  'cause.occupied': '{technician} ya tiene una solicitud abierta para este dispositivo (#{number}).',
  'cause.occupied.someone': 'Alguien ya tiene una solicitud abierta para este dispositivo.',
  'cause.occupied.who': 'Quien la tiene abierta',
  'cause.occupied.next': 'Pide que se cierre esa solicitud o vuelve a intentarlo más tarde.',
  'cause.connector-missing':
    'Intune no tiene un conector de TeamViewer que funcione, o su licencia no incluye esto.',
  'cause.connector-missing.who': 'Quien administra Intune',
  'cause.connector-missing.next':
    'Pide que se configure el conector de TeamViewer en el centro de administración de Intune (Administración de inquilinos, Conectores y tokens). Después, vuelve a intentarlo.',
  'cause.intune-busy': 'Intune estuvo ocupado demasiado tiempo y no aceptó la solicitud.',
  'cause.intune-busy.who': 'Nadie tiene que intervenir: se resuelve solo',
  'cause.intune-busy.next': 'Vuelve a intentarlo en unos minutos.',
  'cause.intune-unreachable': 'No se pudo contactar con Intune, así que la solicitud no se ejecutó.',
  'cause.intune-unreachable.who': 'Nadie por ahora; si continúa, quien gestiona este bot',
  'cause.intune-unreachable.next': 'Vuelve a intentarlo en unos minutos.',
  'cause.sign-in-unavailable':
    'El servicio de inicio de sesión de Microsoft no me permitió actuar en tu nombre.',
  'cause.sign-in-unavailable.who': 'Nadie por ahora; si continúa, quien gestiona este bot',
  'cause.sign-in-unavailable.next': 'Vuelve a intentarlo en unos minutos.',
  'cause.sign-in-needed': 'Tu inicio de sesión ya no es válido, o Intune ya no lo acepta.',
  'cause.sign-in-needed.who': 'Tú',
  'cause.sign-in-needed.next': 'Vuelve a intentarlo e inicia sesión cuando te lo pida.',
  'cause.interrupted': 'Hubo una interrupción después de tu confirmación y por eso no se envió nada.',
  'cause.interrupted.who': 'Tú',
  'cause.interrupted.next': 'Vuelve a intentarlo: te pediré que confirmes otra vez.',
  'cause.unexpected': 'Ocurrió algo para lo que no estoy preparado.',
  'cause.unexpected.who': 'Quien gestiona este bot',
  'cause.unexpected.next': 'Vuelve a intentarlo. Si se repite, comunica los números de referencia.',

  // A press that was not carried out
  'refusal.not-your-request': 'Solo quien abrió esta solicitud puede usar sus botones.',
  'refusal.already-under-way': 'Esto ya está en marcha. No se envió nada por segunda vez.',
  'refusal.already-closed': 'Esta solicitud ya ha terminado. No se cambió nada.',
  'refusal.expired': 'Esta tarjeta ha expirado. No se envió nada.',
  'refusal.reason-needed':
    'No se puede avisar al propietario del dispositivo: escribe antes un motivo. No se envió nada.',
  'refusal.nothing-to-do': 'Eso no es posible en el estado actual de la solicitud. No se cambió nada.',
  'refusal.card-outdated': 'Esta tarjeta no estaba al día. No se cambió nada; así están las cosas ahora.',
  'refusal.left-alone':
    'Un fallo mío me impide seguir esta solicitud, así que puede haber novedades que no muestro. Pulsa un botón y lo intento de nuevo; si continúa, avisa a quien gestiona este bot.',

  // Troubles outside a request
  'trouble.heading': 'No ha funcionado',
  'trouble.sentence': 'No se cambió nada.',
  'trouble.outcome-unknown.sentence': 'No se sabe si ha tenido efecto.',
  'trouble.unexpected.heading': 'Ocurrió algo inesperado',
  'trouble.unexpected.sentence':
    'No pude terminar lo que pediste. Las solicitudes en marcha no se han perdido.',
  'trouble.busy.intune': 'Intune está ocupado.',
  'trouble.busy.sign-in': 'El servicio de inicio de sesión de Microsoft está ocupado.',
  'trouble.busy.teams': 'Microsoft Teams está ocupado.',
  'trouble.busy.database': 'Mi base de datos está ocupada.',
  'trouble.busy.next': 'Vuelve a intentarlo en unos minutos.',
  'trouble.busy.next-at': 'Vuelve a intentarlo a partir del {time}.',
  'trouble.unreachable.intune': 'En este momento no se puede contactar con Intune.',
  'trouble.unreachable.sign-in':
    'En este momento no se puede contactar con el servicio de inicio de sesión de Microsoft.',
  'trouble.unreachable.teams': 'En este momento no se puede contactar con Microsoft Teams.',
  'trouble.unreachable.database': 'En este momento no puedo acceder a mi base de datos.',
  'trouble.unreachable.next':
    'Vuelve a intentarlo en unos minutos. Si continúa, comunica el número de referencia.',
  'trouble.who.passes': 'Nadie por ahora; si continúa, quien gestiona este bot',
  'trouble.who.operator': 'Quien gestiona este bot',
  'trouble.outcome-unknown.cause': 'Intune no dio una respuesta clara.',
  'trouble.outcome-unknown.who': 'Tú',
  'trouble.outcome-unknown.next': 'Mira el estado de tus solicitudes antes de volver a pedirlo.',

  // Signing in
  'sign-in.title': 'Iniciar sesión en Device Assist',
  'sign-in.button': 'Iniciar sesión',
  'sign-in.first-time':
    'Llamo a Intune con tus propios permisos, así que necesito que inicies sesión. Después continúo con lo que pediste.',
  'sign-in.expired':
    'Tu inicio de sesión ya no es válido. Inicia sesión de nuevo y continúo con lo que pediste.',
  'sign-in.consent':
    'Esta aplicación aún necesita consentimiento para llamar a Intune con tus permisos. Inicia sesión para darlo o para ver quién puede hacerlo.',
  'sign-in.second-factor':
    'Tu organización pide una prueba más de tu identidad. Inicia sesión para darla y continúo.',
  'sign-in.not-possible-here':
    'Aquí no funciona el inicio de sesión automático. Inicia sesión en la página que abre el botón y continúo.',

  // Choosing one of several
  'pick.device.name':
    '{count, plural, one {# dispositivo coincide con "{typed}"} other {# dispositivos coinciden con "{typed}"}}',
  'pick.device.name-more':
    'Más de {count, plural, one {# dispositivo coincide} other {# dispositivos coinciden}} con "{typed}"',
  'pick.device.person': 'Dispositivos de {name}',
  'pick.device.app': 'Dispositivos con {name}',
  'pick.device.own': 'Tus dispositivos',
  'pick.device.several-names': '¿Cuál de estos dispositivos?',
  'pick.device.sentence': 'Elige uno. Te lo mostraré antes de pedir nada a Intune.',
  'pick.device.one-at-a-time': 'Ayudo con un dispositivo cada vez. Elige el primero.',
  'pick.device.more':
    'Hay más de los que se muestran aquí. Precisa la búsqueda: escribe el nombre completo del dispositivo o el número de serie.',
  'pick.device.speech': 'Elige un dispositivo',
  'pick.app.heading': 'Aplicaciones que coinciden con "{name}"',
  'pick.app.sentence': 'Elige la aplicación y la versión. Te mostraré los dispositivos que la tienen.',
  'pick.app.more':
    'Hay más de las que se muestran aquí. Precisa la búsqueda: escribe una parte mayor del nombre de la aplicación.',
  'pick.app.speech': 'Elige una aplicación',
  'pick.person.heading': 'Personas que coinciden con "{name}"',
  'pick.person.sentence': 'Elige a la persona que buscas. Te mostraré sus dispositivos.',
  'pick.person.more':
    'Hay más de las que se muestran aquí. Precisa la búsqueda: escribe el nombre de inicio de sesión o menciona a la persona.',
  'pick.person.speech': 'Elige a una persona',

  // Nothing found
  'no-match.device': 'Dispositivo no encontrado',
  'no-match.device.sentence': 'No encontré ningún dispositivo "{typed}" que puedas ver en Intune.',
  'no-match.device.next':
    'Revisa la ortografía, o escribe el número de serie o el nombre de inicio de sesión del usuario.',
  'no-match.person': 'Persona no encontrada',
  'no-match.person.sentence': 'No encontré a ninguna persona "{typed}" en el directorio.',
  'no-match.person.next':
    'Escribe el nombre de inicio de sesión, como maria.lopez@contoso.com, o menciona a la persona.',
  'no-match.app': 'Aplicación no encontrada',
  'no-match.app.sentence': 'No encontré ninguna aplicación "{typed}" entre las aplicaciones detectadas.',
  'no-match.app.next': 'Revisa la ortografía o escribe solo el principio del nombre.',
  'no-match.devices-of-person': 'Ningún dispositivo encontrado',
  'no-match.devices-of-person.sentence':
    'No encontré ningún dispositivo de "{typed}" que puedas ver en Intune.',
  'no-match.devices-of-person.next': 'Pregunta al usuario el nombre o el número de serie del dispositivo.',
  'no-match.devices-with-app': 'Ningún dispositivo encontrado',
  'no-match.devices-with-app.sentence':
    'No encontré ningún dispositivo con "{typed}" que puedas ver en Intune.',
  'no-match.devices-with-app.next':
    'Escribe el nombre del dispositivo o prueba otra versión de la aplicación.',
  'no-match.own-devices': 'No tienes dispositivos',
  'no-match.own-devices.sentence': 'No eres el usuario primario de ningún dispositivo de Intune.',
  'no-match.own-devices.next': 'Escribe el nombre del dispositivo con el que quieres ayudar.',
  'no-match.near': '¿Querías decir uno de estos?',

  // Lists
  'list.status.heading': '{count, plural, one {# solicitud abierta} other {# solicitudes abiertas}}',
  'list.status.empty': 'No tienes ninguna solicitud abierta.',
  'list.history.heading': 'Tus últimas solicitudes',
  'list.history.empty': 'Aún no has hecho ninguna solicitud.',
  'list.more': 'Se muestran las {count} más recientes.',
  'list.empty.next': 'Escribe el nombre de un dispositivo para empezar una.',

  // The help card
  'help.heading': 'Asistencia remota para dispositivos de Intune',
  'help.greeting': 'Hola, soy Device Assist',
  'help.sentence':
    'Dime un dispositivo y solicitaré a Intune asistencia remota para él, con tus propios permisos. Siempre te pregunto antes de hacer nada.',
  'help.device': 'Un dispositivo',
  'help.person': 'Dispositivos de una persona',
  'help.app': 'Dispositivos con una aplicación',
  'help.yourself': 'Ayuda para ti',
  'help.commands': 'Comandos',
  'example.device': 'ayúdame con el dispositivo LAPTOP-7F3K',
  'example.person': 'dispositivos de maria.lopez@contoso.com',
  'example.app': 'dispositivos con Adobe Reader',
  'example.yourself': 'pedir ayuda',
  'example.commands':
    'mis dispositivos · estado · historial · cancelar · mis peticiones · cola · cerrar sesión · ayuda',

  // One-line answers
  'note.not-understood':
    'No te he entendido. Dime un dispositivo, por ejemplo "ayúdame con el dispositivo LAPTOP-7F3K", o escribe "ayuda".',
  'note.which-device': '¿Qué dispositivo? Escribe su nombre o su número de serie.',
  'note.search-too-short': 'Es demasiado corto para buscarlo. Escribe al menos tres caracteres del nombre.',
  'note.name-needs-sign-in-name':
    'Aquí no puedo buscar "{name}" en el directorio. Escribe el nombre de inicio de sesión, como maria.lopez@contoso.com, o menciona a la persona.',
  'note.personal-chat-please':
    'Las preguntas sobre dispositivos las respondo en nuestro chat personal. Pregúntame allí.',
  'note.personal-chat-please.link': 'Abrir el chat personal',
  'note.signed-out': 'Se cerró tu sesión. Ya no conservo tu inicio de sesión.',
  'note.nothing-to-cancel': 'No hay nada que cancelar.',
  'note.cancelled':
    '{count, plural, one {La solicitud {numbers} está cancelada.} other {Las solicitudes {numbers} están canceladas.}} No se envió nada a Intune.',
  'note.withdrawn':
    '{count, plural, one {La solicitud {numbers} está cerrada. En Intune no se puede anular: di al usuario que no la acepte.} other {Las solicitudes {numbers} están cerradas. En Intune no se pueden anular: di a los usuarios que no las acepten.}}',
  'note.cannot-cancel-now':
    '{count, plural, one {La solicitud {numbers} se está enviando} other {Las solicitudes {numbers} se están enviando}} en este momento. Vuelve a intentarlo en unos segundos.',
  'note.connector-not-in-this-cloud':
    'El conector de TeamViewer de Intune no existe en esta nube, así que aquí no se puede solicitar asistencia remota.',
  'note.not-a-technician':
    'Tu cuenta no tiene el rol de técnico para este bot. Quien gestiona el bot puede decirte cómo obtenerlo.',
  'note.guest':
    'Con una cuenta de invitado no se puede solicitar asistencia remota. Usa tu cuenta de esta organización.',
  'note.other-tenant': 'Solo trabajo para las personas de la organización en la que estoy instalado.',
  'note.personal-account':
    'Las cuentas personales de Microsoft no se pueden usar con Intune. Inicia sesión con una cuenta profesional o educativa.',
  'note.one-device-at-a-time': 'Ayudo con un dispositivo cada vez. Dime uno solo.',
  'note.not-your-card': 'Esta tarjeta es de otra persona. Solo esa persona puede usar sus botones.',
  'note.too-many-at-once': 'Son demasiadas cosas a la vez. Espera un minuto y continúa después.',
  'note.interrupted':
    'Hubo una interrupción y puede que un mensaje tuyo se haya quedado sin respuesta. Si es así, escríbelo de nuevo.',
  'note.card-expired': 'Esta tarjeta ya no se puede usar. Vuelve a pedir el dispositivo.',
  'note.already-chosen': 'Ya elegiste en esta tarjeta. Para elegir otra cosa, vuelve a preguntar.',
  'note.working': 'Estoy en ello.',
  'note.signed-in': 'Has iniciado sesión.',
  'note.language-changed': 'A partir de ahora te escribo en español.',
  'note.language-as-in-teams': 'A partir de ahora te escribo en el idioma de tu Teams.',
  'note.sign-in-failed': 'El inicio de sesión no funcionó. Vuelve a preguntar y te lo ofreceré otra vez.',
  'note.no-such-request':
    'No encontré esa solicitud entre las tuyas. Escribe "estado" o "historial" para ver tus solicitudes.',
  'languages.title': 'Elige un idioma',
  'languages.sentence': 'Los entiendo todos, responda en el que responda.',
  'languages.as-in-teams': 'Igual que en Teams',
  'page.signed-in.title': 'Has iniciado sesión como {name}',
  'page.signed-in.text': 'Vuelve a Teams. Tu consulta continúa allí por sí sola.',
  'page.link-expired.title': 'Este vínculo de inicio de sesión ha expirado',
  'page.link-expired.text': 'Vuelve a Teams y pregunta de nuevo; te ofreceré otro.',
  'page.visit-expired.title': 'El inicio de sesión tardó demasiado',
  'page.visit-expired.text': 'Vuelve a Teams y empieza otra vez desde la tarjeta de inicio de sesión.',
  'page.other-browser.title': 'Este inicio de sesión empezó en otro navegador',
  'page.other-browser.text': 'Vuelve a Teams y empieza otra vez desde la tarjeta de inicio de sesión.',
  'page.wrong-person.title': 'Inició sesión otra persona',
  'page.wrong-person.text':
    'La tarjeta de inicio de sesión era para otra cuenta. Vuelve a Teams e inicia sesión con la cuenta que usas allí.',
  'page.declined.title': 'Se canceló el inicio de sesión',
  'page.declined.text': 'No se cambió nada. Vuelve a Teams y empieza de nuevo cuando quieras.',
  'page.consent-missing.title': 'Antes debe aprobarlo un administrador',
  'page.consent-missing.text':
    'Device Assist necesita un permiso que solo puede conceder un administrador de tu organización. Pídele que dé el consentimiento del administrador a Device Assist y después vuelve a preguntar en Teams.',
  'page.blocked-by-policy.title': 'Una directiva de tu organización bloquea el inicio de sesión',
  'page.blocked-by-policy.text':
    'Quien administra Microsoft Entra puede decir qué directiva de acceso condicional se aplica a Device Assist.',
  'page.guest.title': 'Acceso no disponible para invitados',
  'page.guest.text': 'Usa tu cuenta de esta organización.',
  'page.wrong-tenant.title': 'Esta cuenta pertenece a otra organización',
  'page.wrong-tenant.text': 'Vuelve a Teams e inicia sesión con la cuenta que usas allí.',
  'page.personal-account.title': 'Las cuentas personales de Microsoft no se pueden usar con Intune',
  'page.personal-account.text': 'Inicia sesión con una cuenta profesional o educativa.',
  'page.unavailable.title': 'No se puede contactar con el servicio de inicio de sesión',
  'page.unavailable.text':
    'No se envió nada. Espera un minuto y empieza de nuevo desde la tarjeta de inicio de sesión en Teams.',
  'page.failed.title': 'El inicio de sesión no funcionó',
  'page.failed.text': 'Vuelve a Teams y pregunta de nuevo. Si se repite, avisa a quien gestiona este bot.',

  // Help requests: what somebody raised for a technician to take; never the word for a request to Intune
  'case.heading': 'Petición de ayuda #{number}',
  'case.state.open': 'A la espera de un técnico',
  'case.state.taken': 'En curso',
  'case.state.asking': 'Sesión solicitada',
  'case.state.in-session': 'La sesión está lista',
  'case.state.resolved': 'Cerrada',
  'case.state.withdrawn': 'Retirada',
  'case.state.disowned': 'Detenida',
  'case.says.open': 'Nadie se ocupa de ella todavía.',
  'case.says.taken': '{technician} se ocupa de ella. Desde: {time}',
  'case.says.asking':
    '{technician} se ocupa de ella. Se está solicitando a Intune una sesión de asistencia remota.',
  'case.says.in-session': '{technician} se ocupa de ella. La sesión de asistencia remota puede empezar.',
  'case.says.resolved': 'Cerrada por {technician}: {time}',
  'case.says.withdrawn': 'Retirada: {time}. Ya nadie trabaja en ella.',
  'case.says.disowned':
    'La persona propietaria del dispositivo no había pedido esto. El trabajo se ha detenido.',
  'case.wrote': 'Texto',
  'case.urgency.urgent': 'Urgente',
  'case.outcome.solved': 'Resuelto',
  'case.outcome.workaround': 'Solución provisional',
  'case.outcome.no-fault-found': 'Sin avería',
  'case.outcome.not-solved': 'No resuelto',
  'case.session-was.asked':
    'A Intune no se le puede indicar que pare: nadie debe aceptar ya el aviso de Portal de empresa.',
  'case.session-was.ready':
    'A Intune no se le puede indicar que pare: nadie debe aceptar ya el aviso, y una sesión abierta hay que cerrarla en TeamViewer.',
  'case.hint.withdraw-late':
    'Si la retiras ahora, a Intune no se le puede indicar que pare: después no aceptes el aviso de Portal de empresa.',
  'case.not-posted':
    'No se puede acceder al canal de ayuda. Los técnicos solo encuentran esta petición en su cola.',
  'case.hint.muted': 'No recibirás más mensajes sobre esto.',
  'case.hint.three-messages': 'Sobre esto hay como máximo tres mensajes: en curso, lista, cerrada.',
  'case.history': 'Hasta ahora',
  'case.passing.handed-over': '{from} la traspasó a {to}. Motivo: {reason}. Hora: {time}',
  'case.passing.released': '{from} la devolvió a la cola. Hora: {time}',
  'case.session-end.closed': 'cerrada',
  'case.session-end.refused': 'no se pudo solicitar',
  'case.session-end.failed': 'error',
  'case.session-end.stopped': 'detenida',
  'case.guard.told':
    'Se pidió a la persona propietaria del dispositivo que acepte solo si quien llama dice esta frase. Dila:',
  'case.guard.will-be-told':
    'Con tu solicitud se pide a la persona propietaria del dispositivo que acepte solo si quien llama dice esta frase. Dila:',
  'case.guard.no-chat':
    'La persona propietaria del dispositivo no sabe quién lo pide: no tiene ningún chat con este bot.',
  'case.guard.no-owner':
    'No se pudo avisar a nadie de quién lo pide: el dispositivo no tiene usuario primario.',
  'case.guard.not-delivered':
    'La persona propietaria del dispositivo no sabe quién lo pide: el mensaje no se entregó.',
  'case.guard.reason-needed': 'Escribe un motivo: sin él no se solicita la sesión.',
  'case.form.outcome': 'Resultado',
  'case.form.minutes': 'Minutos dedicados',
  'case.form.minutes.error': 'Escribe un número de 0 a {most}.',
  'case.form.query': 'Otro dispositivo: nombre o número de serie',
  'case.form.query.error': 'Escribe {most} caracteres como máximo.',
  'case.form.colleague': 'Colega',
  'case.form.colleague.error': 'Elige a un colega.',
  'case.form.reason': 'Motivo',
  'case.form.reason.error': 'Escribe por qué, en {most} caracteres como máximo.',
  'case.hand-over.heading': 'Traspasar la petición de ayuda #{number}',
  'case.hand-over.sentence': 'Elige a un colega y di por qué. Verá todo el historial.',
  'case.hand-over.nobody':
    'Ningún otro técnico ha usado este bot todavía. Pide a un colega que le escriba una vez.',
  'case.hand-over.more': 'Solo aparecen quienes usaron el bot más recientemente.',
  'case.mismatch.heading': '¿Es este el dispositivo correcto?',
  'case.mismatch.other': 'El dispositivo {device} es de {owner}, no de {requester}.',
  'case.mismatch.nobody':
    'El dispositivo {device} no tiene usuario primario: no se puede saber si lo usa {requester}.',
  'case.mismatch.hint':
    'Una sesión muestra la pantalla de quien usa el dispositivo. Continúa solo si no tienes dudas.',
  'case.owner.heading': 'Alguien quiere ayudar en tu dispositivo',
  'case.owner.sentence':
    '{technician}, de tu soporte, pide una sesión remota en {device}, por la petición de ayuda #{number} de {requester}.',
  'case.owner.phrase': 'Acepta solo si quien llama dice esta frase:',
  'case.owner.next': 'Aparecerá un aviso en Portal de empresa. Nadie ve tu pantalla antes de que lo aceptes.',
  'case.owner.over.heading': 'Esto ha terminado',
  'case.owner.over.sentence':
    'La sesión en {device} por la petición de ayuda #{number} ha terminado. Ya no hay nada que aceptar.',
  'case.owner.disowned.heading': 'Detenido',
  'case.owner.disowned.sentence':
    'Dijiste que no habías pedido esto. El trabajo se ha detenido y tu soporte lo sabe.',
  'case.owner.disowned.next':
    'A Intune no se le puede indicar que pare: no aceptes ningún aviso de Portal de empresa y cierra en TeamViewer una sesión abierta.',
  'case.told.taken': 'Alguien se ocupa de tu petición de ayuda',
  'case.told.taken.sentence':
    '{technician} se ocupa de la petición de ayuda #{number}. Ahora no tienes que hacer nada.',
  'case.told.ready': 'La ayuda está lista',
  'case.told.ready.sentence':
    '{technician} puede ayudar ahora en {device}. Abre allí Portal de empresa y acepta el aviso. Nadie ve la pantalla antes.',
  'case.told.closed': 'Tu petición de ayuda está cerrada',
  'case.nudge.heading': 'La petición de ayuda #{number} sigue esperando',
  'case.nudge.sentence': 'Nadie la ha tomado. Espera desde: {time}',
  'case.alert.heading': 'La petición de ayuda #{number} se ha detenido',
  'case.alert.sentence':
    'La persona propietaria del dispositivo dijo que no había pedido esto. Averigua quién fue: alguien puede estar haciéndose pasar por un colega.',
  'case.queue.heading':
    '{count, plural, one {# petición de ayuda abierta} other {# peticiones de ayuda abiertas}}',
  'case.queue.empty': 'La cola está vacía',
  'case.queue.next': 'Nadie está esperando ayuda.',
  'case.my-requests.heading':
    '{count, plural, one {Tu petición de ayuda: #} other {Tus peticiones de ayuda: #}}',
  'case.my-requests.empty': 'No tienes ninguna petición de ayuda abierta',
  'case.my-requests.next': 'Aquí aparece lo que pides o tomas.',
  'case.list.range': '{from} a {to} de {total}',
  'case.list.nobody': 'nadie se ocupa',
  'case.list.somebody': 'se ocupa: {technician}',
  'case.belongs.yes': 'Sí: quien lo pide es su usuario primario',
  'case.belongs.no': 'No: es de otra persona',
  'case.belongs.nobody': 'Se desconoce: no tiene usuario primario',
  'case.pick.heading': 'Dispositivos de {requester} para la petición de ayuda #{number}',
  'case.pick.theirs': 'El dispositivo «{named}» que se nombró va primero.',
  'case.pick.not-theirs':
    'El dispositivo «{named}» que se nombró es de otra persona. Va primero; se te preguntará una vez más.',
  'case.pick.not-found': 'El dispositivo «{named}» que se nombró no se encontró.',
  'case.pick.none':
    'No encontré ningún dispositivo de {requester} que puedas ver en Intune. Vuelve y escribe el nombre o el número de serie.',
  'case.refusal.not-a-technician': 'Solo los técnicos pueden hacer esto.',
  'case.refusal.own-request': 'No puedes tomar tu propia petición de ayuda.',
  'case.refusal.already-yours': 'Ya te ocupas de ella.',
  'case.refusal.taken-by-another': '{who} ya la ha tomado.',
  'case.refusal.taken-by-somebody': 'Otra persona ya la ha tomado.',
  'case.refusal.nobody-on-it': 'Nadie se ocupa de ella.',
  'case.refusal.not-yours': 'Solo el técnico que se ocupa de ella puede hacer esto.',
  'case.refusal.not-your-request': 'Solo quien la hizo puede hacer esto.',
  'case.refusal.not-your-device': 'Solo la persona propietaria del dispositivo puede decir esto.',
  'case.refusal.not-a-colleague': 'Solo se puede traspasar a técnicos, y no a quien la pidió.',
  'case.refusal.reason-needed': 'Escribe un motivo.',
  'case.refusal.session-under-way': 'Hay una sesión en curso. Cierra primero su solicitud.',
  'case.refusal.already-over': 'Ya está cerrada.',
  'case.refusal.nothing-to-do': 'No hay nada que cambiar.',

  // Buttons of help requests
  'button.case-take': 'Tomar',
  'button.case-release': 'Devolver a la cola',
  'button.case-hand-over': 'Traspasar',
  'button.case-withdraw': 'Retirar',
  'button.case-resolve': 'Cerrar',
  'button.case-urgent': 'Es urgente',
  'button.case-normal': 'No es urgente',
  'button.case-mute': 'No recibir más mensajes',
  'button.case-unmute': 'Volver a recibir mensajes',
  'button.case-disown': 'No he pedido esto',
  'button.case-devices': 'Elegir dispositivo',
  'button.case-find': 'Buscar este dispositivo',
  'button.case-raise': 'Soy yo quien necesita ayuda',
  'button.case-view': 'Volver',
  'button.use-device': 'Sí, usar este dispositivo',
  'button.more': 'Ver más',

  // Names of facts of help requests
  'fact.requester': 'De',
  'fact.raised-by': 'Registrada por',
  'fact.named-device': 'Dispositivo nombrado',
  'fact.raised-at': 'Fecha',
  'fact.outcome': 'Resultado',
  'fact.minutes': 'Tiempo dedicado',
  'fact.last-session': 'Última sesión',
  'fact.case': 'Petición de ayuda',
  'fact.belongs': 'Dispositivo de quien lo pide',
  'fact.stopped-by': 'Detenida por',
  'value.minutes': '{count, plural, one {# minuto} other {# minutos}}',
  'value.case': '#{number} · {requester}',
  'value.last-session': '{device} · {end}',
  'stopped-by.requester': 'Quien la pidió, que retiró la petición de ayuda',
  'stopped-by.owner': 'La persona propietaria del dispositivo, que no había pedido esto',

  // One-line answers about help requests
  'note.case-raised': 'Tu petición de ayuda tiene el número #{number} y espera en el canal de ayuda.',
  'note.no-help-channel':
    'Todavía no hay un canal de ayuda en el que alguien lo vea. Un técnico lo establece escribiendo «usar este canal» en él.',
  'note.help-channel-set':
    'A partir de ahora, las peticiones de ayuda de los chats personales se publican en este canal.',
  'note.only-in-a-channel': 'Escribe esto en el canal que se deba usar.',
  'note.install-first':
    'Para tomar peticiones de ayuda, agrégame antes a tu Teams: el enlace de la sesión llega a tu chat personal.',
  'note.install-first.link': 'Agregar Device Assist',
  'note.take-in-personal-chat':
    'Inicia sesión antes una vez en nuestro chat personal. Allí puedes continuar.',
  'note.no-such-case': 'No encontré esa petición de ayuda.',
  'note.case-not-here': 'Esta petición de ayuda no se puede ver aquí.',
} as const satisfies Messages;
