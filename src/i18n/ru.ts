import type { Messages } from './translate';

/**
 * Russian. «запрос» is the bot's own request; an end user's request for help would be «заявка». Lower-case «вы», «е»
 * as Microsoft writes it, and no past tense in the first person, which would give the bot a gender.
 */
export const ru = {
  'card.fallback':
    'Здесь эту карточку показать нельзя. Откройте этот чат в актуальной версии Microsoft Teams.',
  'card.reference': 'Запрос #{number}',
  'card.replaces': 'Эта карточка заменяет предыдущую, которая могла не дойти.',
  'card.unusual-characters':
    'Необычные символы: имя здесь может быть похоже на другое. Сравните его буква за буквой.',

  'button.request-assistance': 'Запросить удаленную помощь',
  'button.another-device': 'Другое устройство',
  'button.cancel': 'Отменить',
  'button.withdraw': 'Отозвать запрос',
  'button.check-again': 'Проверить снова',
  'button.send-again': 'Отправить еще раз',
  'button.close': 'Закрыть запрос',
  'button.open-session': 'Открыть сеанс',
  'button.try-again': 'Повторить попытку',
  'button.sign-in': 'Войти',
  'button.my-devices': 'Мои устройства',
  'button.status': 'Статус',
  'button.history': 'История',

  'fact.primary-user': 'Основной пользователь',
  'fact.model': 'Модель',
  'fact.system': 'Операционная система',
  'fact.ownership': 'Принадлежность',
  'fact.compliance': 'Соответствие требованиям',
  'fact.last-check-in': 'Последний контакт',
  'fact.serial-number': 'Серийный номер',
  'fact.given-reason': 'Причина запроса',
  'fact.status': 'Статус',
  'fact.confirmed-at': 'Подтверждено',
  'fact.asked-at': 'Обращение к Intune',
  'fact.session-link': 'Ссылка на сеанс',
  'fact.ready-since': 'Сеанс готов с',
  'fact.reserved-until': 'Устройство занято до',
  'fact.first': 'Сначала',
  'fact.then': 'Затем',
  'fact.cause': 'Что случилось',
  'fact.who': 'Кто может исправить',
  'fact.next': 'Что дальше',
  'fact.not-sent-again': 'Повторно не отправлено',
  'fact.details': 'Сообщение Intune',
  'fact.time': 'Время',
  'fact.reference': 'Номер для поддержки',
  'fact.graph-request-id': 'Идентификатор запроса Graph',
  'fact.client-request-id': 'Идентификатор запроса клиента',

  'value.serial-tail': 'оканчивается на …{tail}',
  'value.no-primary-user': 'Без основного пользователя',
  'value.never-checked-in': 'Нет данных о контакте',
  'value.time-and-age': '{time} · {age}',
  'value.reference': '#{number}',
  'value.waiting-until': 'Ожидание до {time}',
  'value.checking-until': 'Проверка до {time}',
  'value.device-count':
    '{count, plural, one {# устройство} few {# устройства} many {# устройств} other {# устройства}}',

  'ownership.company': 'Корпоративное устройство',
  'ownership.personal': 'Личное устройство',
  'ownership.unknown': 'Неизвестно',
  'compliance.compliant': 'Соответствует',
  'compliance.noncompliant': 'Не соответствует',
  'compliance.inGracePeriod': 'Льготный период',
  'compliance.conflict': 'Конфликт политик',
  'compliance.error': 'Ошибка',
  'compliance.configManager': 'Под управлением Configuration Manager',
  'compliance.unknown': 'Неизвестно',

  'confirm.heading': 'Запросить удаленную помощь?',
  'confirm.sentence': 'Проверьте, то ли это устройство. В Intune пока ничего не отправлено.',
  'confirm.warnings': 'Прежде чем продолжить',
  'confirm.hint': 'Пользователь должен принять запрос в приложении «Корпоративный портал».',
  'confirm.reason.label': 'Причина запроса (необязательно, сохраняется в журнале)',
  'confirm.reason.placeholder': 'Например, номер обращения',
  'confirm.reason.error':
    '{most, plural, one {Введите не более # символа.} few {Введите не более # символов.} many {Введите не более # символов.} other {Введите не более # символа.}}',
  'confirm.valid-until': 'Запрос #{number} · Карточка действует до {time}.',

  'warning.stale-check-in':
    '{days, plural, one {Контакта с Intune не было более # дня: возможно, устройство выключено, и запрос дойдет до него только при следующем контакте.} few {Контакта с Intune не было более # дней: возможно, устройство выключено, и запрос дойдет до него только при следующем контакте.} many {Контакта с Intune не было более # дней: возможно, устройство выключено, и запрос дойдет до него только при следующем контакте.} other {Контакта с Intune не было более # дня: возможно, устройство выключено, и запрос дойдет до него только при следующем контакте.}}',
  'warning.stale-check-in.never':
    'В Intune нет сведений о контактах с этим устройством: запрос может не дойти до первого контакта.',
  'warning.corporate-android':
    'Корпоративное устройство Android: соединитель TeamViewer его не поддерживает, поэтому запрос, скорее всего, завершится ошибкой.',
  'warning.enrolled-without-user':
    'Зарегистрировано без пользователя: «Корпоративный портал» не показывает на нем уведомление, и принять запрос, возможно, будет некому.',
  'warning.no-primary-user':
    'Нет основного пользователя (общее устройство): уведомление может не появиться в приложении «Корпоративный портал». Убедитесь, что у устройства кто-то есть.',
  'warning.not-managed':
    'Сейчас устройство не управляется (состояние: {state}): служба Intune может отклонить запрос или так и не выполнить его.',
  'warning.other-spelling':
    'Вы написали «{typed}», но это устройство называется «{name}»: убедитесь, что вам нужно именно оно.',
  'warning.old-session-link':
    'На устройстве осталась ссылка прежнего сеанса: возможно, кто-то подключен. Я дождусь новой ссылки и не покажу старую.',

  'status.draft': 'Ожидает вашего подтверждения',
  'status.confirmed': 'Подтверждено',
  'status.sending': 'Отправляется в Intune',
  'status.requested': 'Запрошено',
  'status.unknown': 'Пока неясно',
  'status.no-link': 'Ссылки на сеанс пока нет',
  'status.needs-human': 'Нет подтверждения от Intune',
  'status.ready': 'Сеанс готов',
  'status.refused': 'Не удалось запросить',
  'status.failed': 'Ошибка',

  'progress.confirmed.heading': 'Подтверждено',
  'progress.confirmed.sentence': 'Проверяю устройство, затем обращусь к Intune.',
  'progress.waits.intune-busy': 'Служба Intune занята и пока не приняла запрос. Следующая попытка: {time}.',
  'progress.waits.not-reached': 'Связаться с Intune не удалось. Следующая попытка: {time}.',
  'progress.sending.heading': 'Отправляется в Intune',
  'progress.sending.sentence': 'Запрос отправляется. Это займет несколько секунд.',
  'progress.requested.heading': 'Запрошено',
  'progress.requested.sentence': 'Служба Intune приняла запрос. Ожидаю ссылку на сеанс.',
  'progress.requested.hint':
    'Попросите пользователя оставаться у устройства и открыть приложение «Корпоративный портал»: запрос появится там.',
  'progress.unknown.heading': 'Пока неясно',
  'progress.unknown.sentence':
    'Служба Intune не дала ясного ответа. Проверяю по устройству, дошел ли запрос.',
  'progress.unknown.hint': 'Без вашего решения я не отправлю запрос второй раз.',
  'progress.give-up-hint':
    'Остановить выполнение в Intune нельзя: даже если сейчас отозвать или закрыть запрос, пользователь все еще может его увидеть.',

  'ready.heading': 'Сеанс готов',
  'ready.sentence': 'Ссылка на сеанс получена.',
  'ready.you': 'Откройте сеанс.',
  'ready.user':
    'Попросите пользователя открыть приложение «Корпоративный портал» и принять запрос. До этого экран никому не виден.',
  'ready.hint': 'Когда сеанс завершится, закройте запрос здесь, чтобы освободить устройство.',
  'ready.link-withheld':
    'Ссылка на сеанс ведет на узел {host}, которого нет среди разрешенных, поэтому она не показана. Разрешить этот узел может администратор бота (SESSION_LINK_HOSTS).',
  'ready.link-absent':
    'Ссылки на сеанс у меня больше нет. Найдите ее в центре администрирования Intune, открыв там это устройство, или закройте этот запрос и создайте новый.',

  'question.no-link.heading': 'Ссылки на сеанс пока нет',
  'question.no-link.sentence': 'Служба Intune приняла запрос, но ссылка на сеанс не пришла.',
  'question.no-link.unseen':
    'Служба Intune приняла запрос, но проверить по устройству, пришла ли ссылка на сеанс, не удается.',
  'question.no-link.hint':
    'Возможно, устройство выключено или не в сети. Время от времени я проверяю снова; вы тоже можете проверить или закрыть запрос.',
  'question.needs-human.heading': 'Нет подтверждения от Intune',
  'question.needs-human.sentence':
    'Неизвестно, дошел ли запрос: служба Intune не дала ясного ответа, а на устройстве его следов нет.',
  'question.needs-human.unseen':
    'Неизвестно, дошел ли запрос: служба Intune не дала ясного ответа, а проверить устройство не удалось.',
  'question.needs-human.hint':
    'Узнайте у пользователя, появился ли запрос в приложении «Корпоративный портал». Если нет, отправьте его еще раз: тогда пользователь может увидеть второй запрос.',
  'question.sign-in.heading': 'Войдите, чтобы проверить',
  'question.sign-in.sentence':
    'Срок действия вашего входа истек, поэтому проверить устройство больше нельзя. Чем закончился запрос, неизвестно.',
  'question.sign-in.hint': 'Войдите, и проверка продолжится.',

  'over.refused.heading': 'Не удалось запросить удаленную помощь',
  'over.refused.sentence': 'Этот запрос не привел к сеансу. Ниже указано, что случилось и что делать дальше.',
  'over.failed.heading': 'Сеанс не удался',
  'over.failed.sentence': 'Служба Intune сообщает, что создать сеанс не удалось.',
  'over.failed.who': 'Вы; если ошибка повторится — администратор Intune',
  'over.failed.next':
    'Убедитесь, что устройство включено и в приложении «Корпоративный портал» выполнен вход, затем повторите попытку. При обращении в поддержку укажите номера с этой карточки.',

  'outcome.cancelled.word': 'Отменено',
  'outcome.cancelled.sentence': 'Запрос отменен до отправки в Intune.',
  'outcome.cancelled.next': 'Когда устройство снова понадобится, напишите его имя.',
  'outcome.expired.word': 'Срок истек',
  'outcome.expired.sentence': 'Карточкой не воспользовались вовремя. В Intune ничего не отправлено.',
  'outcome.expired.next': 'Напишите имя устройства еще раз: я покажу новую карточку.',
  'outcome.withdrawn.word': 'Отозвано',
  'outcome.withdrawn.sentence':
    'Остановить выполнение в Intune нельзя: попросите пользователя не принимать запрос в приложении «Корпоративный портал».',
  'outcome.withdrawn.next': 'За этим запросом я больше не слежу. Устройство свободно для нового.',
  'outcome.finished.word': 'Закрыто',
  'outcome.finished.sentence': 'Запрос закрыт, устройство свободно для нового.',
  'outcome.finished.next':
    'Если сеанс еще открыт, завершите его в TeamViewer: закрытие запроса его не завершает.',
  'outcome.released.word': 'Закрыто по времени',
  'outcome.released.sentence': 'Запрос не закрыли вовремя, поэтому устройство свободно для нового.',
  'outcome.released.next': 'Если сеанс еще открыт, завершите его в TeamViewer: сам он не завершается.',

  'cause.intune-role-missing':
    'Ваша роль Intune не позволяет запрашивать удаленную помощь для этого устройства.',
  'cause.intune-role-missing.who': 'Администратор Intune',
  'cause.intune-role-missing.next':
    'Попросите назначить вам роль Intune, которая охватывает это устройство и включает разрешение «Запросить удаленную помощь» (удаленные задачи; на портале оно может называться Offer remote assistance), например Help Desk Operator (оператор службы поддержки). Затем повторите попытку.',
  'cause.consent-missing':
    'У этого приложения нет разрешения действовать в Intune от имени специалистов поддержки.',
  'cause.consent-missing.who': 'Администратор Microsoft Entra',
  'cause.consent-missing.next':
    'Попросите предоставить согласие администратора на делегированное разрешение DeviceManagementManagedDevices.ReadWrite.All. Затем повторите попытку.',
  'cause.blocked-by-policy': 'Политика условного доступа вашей организации этого не разрешает.',
  'cause.blocked-by-policy.who': 'Администратор Microsoft Entra',
  'cause.blocked-by-policy.next':
    'Повторите попытку с устройства и из сети, которые разрешены политикой, или узнайте, какая политика действует.',
  'cause.device-gone': 'Этого устройства больше нет в Intune, или оно вам больше не видно.',
  'cause.device-gone.who': 'Вы или администратор Intune',
  'cause.device-gone.next':
    'Найдите устройство заново. Если его очистили или сняли с учета, сначала его нужно снова зарегистрировать.',
  'cause.device-changed':
    'Устройство изменилось после вашего подтверждения: у него другой серийный номер или другой основной пользователь.',
  'cause.device-changed.who': 'Вы',
  'cause.device-changed.next': 'Повторите попытку: я покажу устройство в нынешнем виде.',
  'cause.action-not-possible': 'Intune не предлагает удаленную помощь для этого устройства.',
  'cause.action-not-possible.who': 'Администратор Intune',
  'cause.action-not-possible.next':
    'Помогите пользователю другим способом и попросите проверить платформу и регистрацию устройства.',
  'cause.already-running': 'Для этого устройства прямо сейчас создается сеанс; второй запрос ему помешал бы.',
  'cause.already-running.who': 'Специалист поддержки, который сейчас работает с этим устройством',
  'cause.already-running.next':
    '{minutes, plural, one {Спросите коллег или повторите попытку через # минуту.} few {Спросите коллег или повторите попытку через # минуты.} many {Спросите коллег или повторите попытку через # минут.} other {Спросите коллег или повторите попытку через # минуты.}}',
  'cause.occupied':
    'У специалиста поддержки {technician} уже есть открытый запрос для этого устройства (#{number}).',
  'cause.occupied.someone': 'Для этого устройства уже есть открытый запрос.',
  'cause.occupied.who': 'Специалист поддержки, который его открыл',
  'cause.occupied.next': 'Попросите закрыть тот запрос или повторите попытку позже.',
  'cause.connector-missing':
    'В Intune нет работающего соединителя TeamViewer, или его лицензия этого не позволяет.',
  'cause.connector-missing.who': 'Администратор Intune',
  'cause.connector-missing.next':
    'Попросите настроить соединитель TeamViewer в центре администрирования Intune («Администрирование клиента», «Соединители и токены»). Затем повторите попытку.',
  'cause.intune-busy': 'Служба Intune слишком долго была занята и не приняла запрос.',
  'cause.intune-busy.who': 'Ничего делать не нужно: это пройдет само',
  'cause.intune-busy.next': 'Повторите попытку через несколько минут.',
  'cause.intune-unreachable': 'Связаться с Intune не удалось, поэтому запрос не выполнен.',
  'cause.intune-unreachable.who': 'Ничего делать не нужно; если не пройдет — администратор бота',
  'cause.intune-unreachable.next': 'Повторите попытку через несколько минут.',
  'cause.sign-in-unavailable': 'Служба входа Майкрософт не позволила действовать от вашего имени.',
  'cause.sign-in-unavailable.who': 'Ничего делать не нужно; если не пройдет — администратор бота',
  'cause.sign-in-unavailable.next': 'Повторите попытку через несколько минут.',
  'cause.sign-in-needed': 'Срок действия вашего входа истек, или Intune его больше не принимает.',
  'cause.sign-in-needed.who': 'Вы',
  'cause.sign-in-needed.next': 'Повторите попытку и войдите, когда я об этом попрошу.',
  'cause.interrupted': 'После вашего подтверждения моя работа прервалась, и ничего не было отправлено.',
  'cause.interrupted.who': 'Вы',
  'cause.interrupted.next': 'Повторите попытку: я еще раз попрошу подтверждение.',
  'cause.unexpected': 'Неожиданная ситуация, на которую бот не рассчитан.',
  'cause.unexpected.who': 'Администратор бота',
  'cause.unexpected.next': 'Повторите попытку. Если это случится снова, передайте номера с этой карточки.',

  'refusal.not-your-request':
    'Кнопки этого запроса доступны только специалисту поддержки, который его открыл.',
  'refusal.already-under-way': 'Это уже выполняется. Второй раз ничего не отправлено.',
  'refusal.already-closed': 'Этот запрос уже завершен. Ничего не изменено.',
  'refusal.expired': 'Срок действия карточки истек. Ничего не отправлено.',
  'refusal.reason-needed':
    'Владельца устройства нельзя предупредить: сначала укажите причину. Ничего не отправлено.',
  'refusal.nothing-to-do': 'В этом состоянии запроса так сделать нельзя. Ничего не изменено.',
  'refusal.card-outdated': 'Эта карточка устарела. Ничего не изменено; вот как обстоят дела сейчас.',
  'refusal.left-alone':
    'Из-за внутренней ошибки бот не может следить за этим запросом: возможно, есть новости, которых здесь не видно. Нажмите кнопку, чтобы повторить попытку; если не поможет, сообщите администратору бота.',

  'trouble.heading': 'Не получилось',
  'trouble.sentence': 'Ничего не изменено.',
  'trouble.outcome-unknown.sentence': 'Неизвестно, подействовало ли это.',
  'trouble.unexpected.heading': 'Непредвиденная ошибка',
  'trouble.unexpected.sentence':
    'Закончить то, о чем вы просили, не удалось. Запросы, которые уже выполняются, не потеряны.',
  'trouble.busy.intune': 'Служба Intune занята.',
  'trouble.busy.sign-in': 'Служба входа Майкрософт занята.',
  'trouble.busy.teams': 'Служба Microsoft Teams занята.',
  'trouble.busy.database': 'База данных бота занята.',
  'trouble.busy.next': 'Повторите попытку через несколько минут.',
  'trouble.busy.next-at': 'Повторить попытку можно после этого времени: {time}.',
  'trouble.unreachable.intune': 'Служба Intune сейчас недоступна.',
  'trouble.unreachable.sign-in': 'Служба входа Майкрософт сейчас недоступна.',
  'trouble.unreachable.teams': 'Служба Microsoft Teams сейчас недоступна.',
  'trouble.unreachable.database': 'База данных бота сейчас недоступна.',
  'trouble.unreachable.next':
    'Повторите попытку через несколько минут. Если не поможет, передайте номер для поддержки.',
  'trouble.who.passes': 'Ничего делать не нужно; если не пройдет — администратор бота',
  'trouble.who.operator': 'Администратор бота',
  'trouble.outcome-unknown.cause': 'Служба Intune не дала ясного ответа.',
  'trouble.outcome-unknown.who': 'Вы',
  'trouble.outcome-unknown.next': 'Прежде чем повторять, посмотрите статус своих запросов.',

  'sign-in.title': 'Вход в Device Assist',
  'sign-in.button': 'Войти',
  'sign-in.first-time':
    'Я обращаюсь к Intune с вашими разрешениями, поэтому вам нужно войти. После входа я продолжу с того, о чем вы просили.',
  'sign-in.expired':
    'Срок действия вашего входа истек. Войдите снова, и я продолжу с того, о чем вы просили.',
  'sign-in.consent':
    'Этому приложению еще нужно согласие, чтобы обращаться к Intune с вашими разрешениями. Войдите, чтобы дать его или узнать, кто может его дать.',
  'sign-in.second-factor':
    'Ваша организация требует еще одно подтверждение личности. Войдите, чтобы пройти его, и я продолжу.',
  'sign-in.not-possible-here':
    'Автоматический вход здесь не работает. Войдите на странице, которую откроет кнопка, и я продолжу.',

  'pick.device.name':
    '{count, plural, one {Для «{typed}» найдено # устройство} few {Для «{typed}» найдено # устройства} many {Для «{typed}» найдено # устройств} other {Для «{typed}» найдено # устройства}}',
  'pick.device.name-more':
    '{count, plural, one {Для «{typed}» найдено более # устройства} few {Для «{typed}» найдено более # устройств} many {Для «{typed}» найдено более # устройств} other {Для «{typed}» найдено более # устройства}}',
  'pick.device.person': 'Устройства пользователя {name}',
  'pick.device.app': 'Устройства с приложением «{name}»',
  'pick.device.own': 'Ваши устройства',
  'pick.device.several-names': 'Какое из этих устройств?',
  'pick.device.sentence': 'Выберите одно. Я покажу его вам, прежде чем обращаться к Intune.',
  'pick.device.one-at-a-time': 'Я помогаю с одним устройством за раз. Выберите первое.',
  'pick.device.more': 'Здесь показаны не все. Уточните: напишите полное имя устройства или серийный номер.',
  'pick.device.speech': 'Выберите устройство',
  'pick.app.heading': 'Приложения по названию «{name}»',
  'pick.app.sentence': 'Выберите приложение и версию. Я покажу устройства, на которых оно есть.',
  'pick.app.more': 'Здесь показаны не все. Уточните: напишите название приложения подробнее.',
  'pick.app.speech': 'Выберите приложение',
  'pick.person.heading': 'Пользователи по имени «{name}»',
  'pick.person.sentence': 'Выберите, кого вы имеете в виду. Я покажу устройства этого пользователя.',
  'pick.person.more': 'Здесь показаны не все. Уточните: напишите имя для входа или упомяните человека.',
  'pick.person.speech': 'Выберите пользователя',

  'no-match.device': 'Устройство не найдено',
  'no-match.device.sentence': 'Устройство «{typed}» не найдено среди тех, что доступны вам в Intune.',
  'no-match.device.next': 'Проверьте написание либо напишите серийный номер или имя для входа пользователя.',
  'no-match.person': 'Пользователь не найден',
  'no-match.person.sentence': 'Пользователь «{typed}» не найден в каталоге.',
  'no-match.person.next': 'Напишите имя для входа, например maria.lopez@contoso.com, или упомяните человека.',
  'no-match.app': 'Приложение не найдено',
  'no-match.app.sentence': 'Приложение «{typed}» не найдено среди обнаруженных приложений.',
  'no-match.app.next': 'Проверьте написание или напишите только начало названия.',
  'no-match.devices-of-person': 'Устройства не найдены',
  'no-match.devices-of-person.sentence':
    'Устройства пользователя «{typed}» не найдены среди тех, что доступны вам в Intune.',
  'no-match.devices-of-person.next': 'Узнайте у пользователя имя или серийный номер устройства.',
  'no-match.devices-with-app': 'Устройства не найдены',
  'no-match.devices-with-app.sentence':
    'Устройства с приложением «{typed}» не найдены среди тех, что доступны вам в Intune.',
  'no-match.devices-with-app.next': 'Назовите само устройство или попробуйте другую версию приложения.',
  'no-match.own-devices': 'У вас нет устройств',
  'no-match.own-devices.sentence': 'Вы не указаны основным пользователем ни одного устройства в Intune.',
  'no-match.own-devices.next': 'Назовите устройство, с которым хотите помочь.',
  'no-match.near': 'Возможно, вы имели в виду одно из этих?',

  'list.status.heading':
    '{count, plural, one {# открытый запрос} few {# открытых запроса} many {# открытых запросов} other {# открытого запроса}}',
  'list.status.empty': 'У вас нет открытых запросов.',
  'list.history.heading': 'Ваши последние запросы',
  'list.history.empty': 'У вас еще не было запросов.',
  'list.more':
    '{count, plural, one {Показан # последний запрос.} few {Показаны # последних запроса.} many {Показаны # последних запросов.} other {Показано # последнего запроса.}}',
  'list.empty.next': 'Чтобы начать, напишите имя устройства.',

  'help.heading': 'Удаленная помощь для устройств Intune',
  'help.greeting': 'Здравствуйте! Я Device Assist',
  'help.sentence':
    'Назовите устройство, и я запрошу для него удаленную помощь в Intune с вашими разрешениями. Прежде чем что-то сделать, я всегда спрашиваю вас.',
  'help.device': 'Устройство',
  'help.person': 'Устройства пользователя',
  'help.app': 'Устройства с приложением',
  'help.yourself': 'Помощь вам',
  'help.commands': 'Команды',
  'example.device': 'помогите с устройством LAPTOP-7F3K',
  'example.person': 'устройства maria.lopez@contoso.com',
  'example.app': 'устройства с Adobe Reader',
  'example.yourself': 'попросить о помощи',
  'example.commands': 'мои устройства · статус · история · отмена · мои заявки · очередь · выйти · справка',

  'note.not-understood':
    'Не удалось понять сообщение. Назовите устройство, например «помогите с устройством LAPTOP-7F3K», или напишите «справка».',
  'note.which-device': 'Какое устройство? Напишите его имя или серийный номер.',
  'note.search-too-short': 'Для поиска этого мало. Напишите не менее трех символов имени.',
  'note.name-needs-sign-in-name':
    'Найти «{name}» в каталоге отсюда нельзя. Напишите имя для входа, например maria.lopez@contoso.com, или упомяните человека.',
  'note.personal-chat-please': 'На вопросы об устройствах я отвечаю в нашем личном чате. Задайте вопрос там.',
  'note.personal-chat-please.link': 'Открыть личный чат',
  'note.signed-out': 'Вы вышли. Данные вашего входа удалены.',
  'note.nothing-to-cancel': 'Отменять нечего.',
  'note.cancelled':
    '{count, plural, =1 {Запрос {numbers} отменен. В Intune ничего не отправлено.} one {Запросы {numbers} отменены. В Intune ничего не отправлено.} few {Запросы {numbers} отменены. В Intune ничего не отправлено.} many {Запросы {numbers} отменены. В Intune ничего не отправлено.} other {Запросы {numbers} отменены. В Intune ничего не отправлено.}}',
  'note.withdrawn':
    '{count, plural, =1 {Запрос {numbers} закрыт.} one {Запросы {numbers} закрыты.} few {Запросы {numbers} закрыты.} many {Запросы {numbers} закрыты.} other {Запросы {numbers} закрыты.}} Остановить выполнение в Intune нельзя: попросите пользователя не принимать запрос.',
  'note.cannot-cancel-now':
    '{count, plural, =1 {Запрос {numbers} как раз отправляется.} one {Запросы {numbers} как раз отправляются.} few {Запросы {numbers} как раз отправляются.} many {Запросы {numbers} как раз отправляются.} other {Запросы {numbers} как раз отправляются.}} Повторите попытку через несколько секунд.',
  'note.connector-not-in-this-cloud':
    'В этом облаке нет соединителя TeamViewer для Intune, поэтому запросить удаленную помощь здесь нельзя.',
  'note.not-a-technician':
    'У вашей учетной записи нет роли специалиста поддержки в этом боте. Как ее получить, подскажет администратор бота.',
  'note.guest':
    'Гости не могут запрашивать удаленную помощь. Используйте свою учетную запись в этой организации.',
  'note.other-tenant': 'Этот бот работает только для пользователей организации, в которой он установлен.',
  'note.personal-account':
    'Личные учетные записи Майкрософт нельзя использовать с Intune. Войдите с рабочей или учебной учетной записью.',
  'note.one-device-at-a-time': 'Я помогаю с одним устройством за раз. Назовите одно устройство.',
  'note.not-your-card': 'Это чужая карточка. Ее кнопки доступны только ее владельцу.',
  'note.too-many-at-once': 'Слишком много за один раз. Подождите минуту и продолжайте.',
  'note.interrupted':
    'Моя работа прервалась, и какое-то ваше сообщение могло остаться без ответа. Если это так, напишите его еще раз.',
  'note.card-expired': 'Эта карточка больше не действует. Начните поиск устройства заново.',
  'note.already-chosen': 'На этой карточке вы уже сделали выбор. Чтобы выбрать другое, спросите снова.',
  'note.working': 'Уже работаю над этим.',
  'note.signed-in': 'Вы вошли.',
  'note.language-changed': 'Теперь я пишу вам по-русски.',
  'note.language-as-in-teams': 'Теперь я пишу вам на языке вашего Teams.',
  'note.sign-in-failed': 'Войти не удалось. Повторите просьбу, и я снова предложу вход.',
  'note.no-such-request':
    'Такого вашего запроса нет. Чтобы увидеть свои запросы, напишите «статус» или «история».',
  'languages.title': 'Выберите язык',
  'languages.sentence': 'Я понимаю все эти языки независимо от того, на каком отвечаю.',
  'languages.as-in-teams': 'Как в Teams',
  'page.signed-in.title': 'Вы вошли как {name}',
  'page.signed-in.text': 'Вернитесь в Teams. Работа над вашим вопросом продолжится там сама.',
  'page.link-expired.title': 'Срок действия этой ссылки для входа истек',
  'page.link-expired.text': 'Вернитесь в Teams и спросите снова: я предложу новую.',
  'page.visit-expired.title': 'Вход занял слишком много времени',
  'page.visit-expired.text': 'Вернитесь в Teams и начните заново с карточки входа.',
  'page.other-browser.title': 'Этот вход начат в другом браузере',
  'page.other-browser.text': 'Вернитесь в Teams и начните заново с карточки входа.',
  'page.wrong-person.title': 'Выполнен вход с другой учетной записью',
  'page.wrong-person.text':
    'Карточка входа предназначалась для другой учетной записи. Вернитесь в Teams и войдите с той, которую используете там.',
  'page.declined.title': 'Вход отменен',
  'page.declined.text': 'Ничего не изменено. Вернитесь в Teams и начните снова, когда захотите.',
  'page.consent-missing.title': 'Сначала нужно согласие администратора',
  'page.consent-missing.text':
    'Приложению Device Assist нужно разрешение, которое может дать только администратор вашей организации. Попросите предоставить согласие администратора для Device Assist, затем спросите снова в Teams.',
  'page.blocked-by-policy.title': 'Вход заблокирован политикой вашей организации',
  'page.blocked-by-policy.text':
    'Какая политика условного доступа применяется к Device Assist, подскажет администратор Entra.',
  'page.guest.title': 'Гости не могут войти здесь',
  'page.guest.text': 'Используйте свою учетную запись в этой организации.',
  'page.wrong-tenant.title': 'Эта учетная запись принадлежит другой организации',
  'page.wrong-tenant.text': 'Вернитесь в Teams и войдите с той учетной записью, которую используете там.',
  'page.personal-account.title': 'Личные учетные записи Майкрософт нельзя использовать с Intune',
  'page.personal-account.text': 'Войдите с рабочей или учебной учетной записью.',
  'page.unavailable.title': 'Служба входа недоступна',
  'page.unavailable.text':
    'Ничего не отправлено. Подождите минуту, затем начните снова с карточки входа в Teams.',
  'page.failed.title': 'Войти не удалось',
  'page.failed.text':
    'Вернитесь в Teams и спросите снова. Если это повторится, сообщите администратору бота.',

  // Help requests: what somebody raised for a technician to take; never the word for a request to Intune
  'case.heading': 'Заявка #{number}',
  'case.state.open': 'Ожидает специалиста поддержки',
  'case.state.taken': 'В работе',
  'case.state.asking': 'Сеанс запрашивается',
  'case.state.in-session': 'Сеанс готов',
  'case.state.resolved': 'Закрыта',
  'case.state.withdrawn': 'Отозвана',
  'case.state.disowned': 'Остановлена',
  'case.says.open': 'Пока ею никто не занимается.',
  'case.says.taken': 'Исполнитель: {technician}. Взята в работу: {time}',
  'case.says.asking': 'Исполнитель: {technician}. У Intune запрашивается сеанс удаленной помощи.',
  'case.says.in-session': 'Исполнитель: {technician}. Сеанс удаленной помощи можно начинать.',
  'case.says.resolved': 'Закрыта. Исполнитель: {technician}. Время: {time}',
  'case.says.withdrawn': 'Отозвана: {time}. Работа по ней прекращена.',
  'case.says.disowned': 'Владелец устройства об этом не просил. Работа по заявке остановлена.',
  'case.wrote': 'Текст обращения',
  'case.urgency.urgent': 'Срочная',
  'case.outcome.solved': 'Решено',
  'case.outcome.workaround': 'Обходное решение',
  'case.outcome.no-fault-found': 'Неисправность не найдена',
  'case.outcome.not-solved': 'Не решено',
  'case.session-was.asked':
    'Остановить Intune нельзя: принимать запрос в приложении «Корпоративный портал» больше не нужно.',
  'case.session-was.ready':
    'Остановить Intune нельзя: принимать запрос больше не нужно, а открытый сеанс нужно закрыть в TeamViewer.',
  'case.hint.withdraw-late':
    'Если отозвать заявку сейчас, остановить Intune будет нельзя: после этого не принимайте запрос в приложении «Корпоративный портал».',
  'case.not-posted': 'Канал поддержки недоступен. Специалисты увидят эту заявку только в своей очереди.',
  'case.hint.muted': 'Сообщений об этом больше не будет.',
  'case.hint.three-messages': 'Об этом придет не больше трех сообщений: в работе, готово, закрыто.',
  'case.history': 'История',
  'case.passing.handed-over': 'Передана: {from} → {to}. Причина: {reason}. Время: {time}',
  'case.passing.released': 'Возвращена в очередь: {from}. Время: {time}',
  'case.session-end.closed': 'закрыт',
  'case.session-end.refused': 'не удалось запросить',
  'case.session-end.failed': 'ошибка',
  'case.session-end.stopped': 'остановлен',
  'case.guard.told':
    'Владельцу устройства сообщено: соглашаться, только если звонящий назовет эту фразу. Назовите ее:',
  'case.guard.will-be-told':
    'Вместе с вашим запросом владельцу устройства будет сообщено: соглашаться, только если звонящий назовет эту фразу. Назовите ее:',
  'case.guard.no-chat': 'Владелец устройства не знает, кто просит доступ: у него нет чата с этим ботом.',
  'case.guard.no-owner': 'Сообщить, кто просит доступ, некому: у устройства нет основного пользователя.',
  'case.guard.not-delivered': 'Владелец устройства не знает, кто просит доступ: сообщение не доставлено.',
  'case.guard.reason-needed': 'Укажите причину: без нее сеанс не запрашивается.',
  'case.form.outcome': 'Результат',
  'case.form.minutes': 'Затрачено минут',
  'case.form.minutes.error': 'Введите число от 0 до {most}.',
  'case.form.query': 'Другое устройство: имя или серийный номер',
  'case.form.query.error': 'Введите не больше {most} символов.',
  'case.form.colleague': 'Коллега',
  'case.form.colleague.error': 'Выберите коллегу.',
  'case.form.reason': 'Причина',
  'case.form.reason.error': 'Укажите причину, не больше {most} символов.',
  'case.hand-over.heading': 'Передача заявки #{number}',
  'case.hand-over.sentence': 'Выберите коллегу и укажите причину. Коллега увидит всю историю.',
  'case.hand-over.nobody':
    'Другие специалисты поддержки еще не пользовались этим ботом. Попросите коллегу написать ему один раз.',
  'case.hand-over.more': 'Показаны только те, кто пользовался ботом последними.',
  'case.mismatch.heading': 'Это то самое устройство?',
  'case.mismatch.other':
    'Устройство {device}: основной пользователь — {owner}, а обратился другой человек: {requester}.',
  'case.mismatch.nobody':
    'У устройства {device} нет основного пользователя: неизвестно, пользуется ли им {requester}.',
  'case.mismatch.hint':
    'В сеансе виден экран того, кто работает на устройстве. Продолжайте, только если уверены.',
  'case.owner.heading': 'На вашем устройстве хотят помочь',
  'case.owner.sentence':
    '{technician}, служба поддержки: нужен удаленный сеанс на устройстве {device} по заявке #{number}. Заявка: {requester}.',
  'case.owner.phrase': 'Соглашайтесь, только если звонящий назовет эту фразу:',
  'case.owner.next':
    'В приложении «Корпоративный портал» появится запрос. Пока вы его не примете, ваш экран никто не увидит.',
  'case.owner.over.heading': 'Это завершено',
  'case.owner.over.sentence':
    'Сеанс на устройстве {device} по заявке #{number} завершен. Принимать больше ничего не нужно.',
  'case.owner.disowned.heading': 'Остановлено',
  'case.owner.disowned.sentence':
    'Вы сообщили, что об этом не просили. Работа остановлена, служба поддержки знает об этом.',
  'case.owner.disowned.next':
    'Остановить Intune нельзя: не принимайте запрос в приложении «Корпоративный портал», а открытый сеанс закройте в TeamViewer.',
  'case.told.taken': 'Ваша заявка в работе',
  'case.told.taken.sentence': 'Заявка #{number}, исполнитель: {technician}. Сейчас ничего делать не нужно.',
  'case.told.ready': 'Можно начинать',
  'case.told.ready.sentence':
    '{technician} может помочь сейчас. Устройство: {device}. Откройте на нем приложение «Корпоративный портал» и примите запрос. До этого экран никто не видит.',
  'case.told.closed': 'Ваша заявка закрыта',
  'case.nudge.heading': 'Заявка #{number} все еще ожидает',
  'case.nudge.sentence': 'Ею никто не занимается. Ожидает с: {time}',
  'case.alert.heading': 'Заявка #{number} остановлена',
  'case.alert.sentence':
    'Владелец устройства сообщил, что об этом не просил. Выясните, кто просил: возможно, кто-то выдает себя за коллегу.',
  'case.queue.heading':
    '{count, plural, one {# открытая заявка} few {# открытые заявки} many {# открытых заявок} other {# открытой заявки}}',
  'case.queue.empty': 'Очередь пуста',
  'case.queue.next': 'Помощи никто не ждет.',
  'case.my-requests.heading':
    '{count, plural, one {# ваша заявка} few {# ваши заявки} many {# ваших заявок} other {# вашей заявки}}',
  'case.my-requests.empty': 'У вас нет открытых заявок',
  'case.my-requests.next': 'Здесь появляется то, что вы подали или взяли в работу.',
  'case.list.range': 'С {from} по {to} из {total}',
  'case.list.nobody': 'без исполнителя',
  'case.list.somebody': 'исполнитель: {technician}',
  'case.belongs.yes': 'Да: обратившийся — основной пользователь',
  'case.belongs.no': 'Нет: это чужое устройство',
  'case.belongs.nobody': 'Неизвестно: основного пользователя нет',
  'case.pick.heading': 'Устройства для заявки #{number}. Обратился: {requester}',
  'case.pick.theirs': 'Названное устройство «{named}» стоит первым.',
  'case.pick.not-theirs':
    'Названное устройство «{named}» — чужое. Оно стоит первым; потребуется еще одно подтверждение.',
  'case.pick.not-found': 'Названное устройство «{named}» не найдено.',
  'case.pick.none':
    'Устройств, которые вам видны в Intune, не найдено. Пользователь: {requester}. Вернитесь назад и укажите имя или серийный номер.',
  'case.refusal.not-a-technician': 'Это могут делать только специалисты поддержки.',
  'case.refusal.own-request': 'Собственную заявку взять в работу нельзя.',
  'case.refusal.already-yours': 'Вы уже исполнитель.',
  'case.refusal.taken-by-another': 'Исполнитель уже есть: {who}.',
  'case.refusal.taken-by-somebody': 'Исполнитель уже есть.',
  'case.refusal.nobody-on-it': 'Исполнителя нет.',
  'case.refusal.not-yours': 'Это может сделать только исполнитель.',
  'case.refusal.not-your-request': 'Это может сделать только автор заявки.',
  'case.refusal.not-your-device': 'Это может сообщить только владелец устройства.',
  'case.refusal.not-a-colleague': 'Передать можно только специалисту поддержки, и не автору заявки.',
  'case.refusal.reason-needed': 'Укажите причину.',
  'case.refusal.session-under-way': 'Идет сеанс. Сначала закройте запрос сеанса.',
  'case.refusal.already-over': 'Заявка уже закрыта.',
  'case.refusal.nothing-to-do': 'Менять нечего.',

  // Buttons of help requests
  'button.case-take': 'Взять в работу',
  'button.case-release': 'Вернуть в очередь',
  'button.case-hand-over': 'Передать',
  'button.case-withdraw': 'Отозвать',
  'button.case-resolve': 'Закрыть заявку',
  'button.case-urgent': 'Это срочно',
  'button.case-normal': 'Это не срочно',
  'button.case-mute': 'Не присылать сообщения',
  'button.case-unmute': 'Снова присылать сообщения',
  'button.case-disown': 'Это не моя заявка',
  'button.case-devices': 'Выбрать устройство',
  'button.case-find': 'Найти это устройство',
  'button.case-raise': 'Помощь нужна мне',
  'button.case-view': 'Назад',
  'button.use-device': 'Да, это устройство',
  'button.more': 'Показать еще',

  // Names of facts of help requests
  'fact.requester': 'От кого',
  'fact.raised-by': 'Заявку подал',
  'fact.named-device': 'Названное устройство',
  'fact.raised-at': 'Подана',
  'fact.outcome': 'Результат',
  'fact.minutes': 'Затраченное время',
  'fact.last-session': 'Последний сеанс',
  'fact.case': 'Заявка',
  'fact.belongs': 'Устройство обратившегося',
  'fact.stopped-by': 'Остановлено',
  'value.minutes': '{count, plural, one {# минута} few {# минуты} many {# минут} other {# минуты}}',
  'value.case': '#{number} · {requester}',
  'value.last-session': '{device} · {end}',
  'stopped-by.requester': 'Автор, отозвавший заявку',
  'stopped-by.owner': 'Владелец устройства, который об этом не просил',

  // One-line answers about help requests
  'note.case-raised': 'Номер вашей заявки: #{number}. Она ожидает в канале поддержки.',
  'note.no-help-channel':
    'Канала поддержки, где это увидят, пока нет. Его назначает специалист поддержки, написав в канале «использовать этот канал».',
  'note.help-channel-set': 'Заявки из личных чатов теперь публикуются в этом канале.',
  'note.only-in-a-channel': 'Напишите это в том канале, который нужно использовать.',
  'note.install-first':
    'Чтобы брать заявки в работу, сначала добавьте меня в свой Teams: ссылка на сеанс приходит в личный чат.',
  'note.install-first.link': 'Добавить Device Assist',
  'note.take-in-personal-chat': 'Сначала войдите один раз в нашем личном чате. Продолжить можно там.',
  'note.no-such-case': 'Такая заявка не найдена.',
  'note.case-not-here': 'Эту заявку здесь посмотреть нельзя.',
} as const satisfies Messages;
