import type { Messages } from './translate';

/**
 * Every word the bot says, in German: "Sie" in texts, infinitives on buttons, neutral words for people. The action
 * is "Remoteunterstützung": the other German word for remote help is another product.
 */
export const de = {
  // What every card has
  'card.fallback':
    'Diese Karte kann hier nicht angezeigt werden. Öffnen Sie diesen Chat in einer aktuellen Version von Microsoft Teams.',
  'card.reference': 'Anforderung #{number}',
  'card.replaces': 'Diese Karte ersetzt eine frühere, die vielleicht nicht angekommen ist.',
  'card.unusual-characters':
    'Ungewöhnliche Zeichen: Ein Name kann hier einem anderen zum Verwechseln ähnlich sehen. Vergleichen Sie ihn Buchstabe für Buchstabe.',

  // Buttons
  'button.request-assistance': 'Remoteunterstützung anfordern',
  'button.another-device': 'Anderes Gerät',
  'button.cancel': 'Abbrechen',
  'button.withdraw': 'Zurückziehen',
  'button.check-again': 'Erneut prüfen',
  'button.send-again': 'Erneut senden',
  'button.close': 'Schließen',
  'button.open-session': 'Sitzung öffnen',
  'button.try-again': 'Erneut versuchen',
  'button.sign-in': 'Anmelden',
  'button.my-devices': 'Meine Geräte',
  'button.status': 'Status',
  'button.history': 'Verlauf',

  // Names of facts
  'fact.primary-user': 'Primärer Benutzer',
  'fact.model': 'Modell',
  'fact.system': 'Betriebssystem',
  'fact.ownership': 'Besitz',
  'fact.compliance': 'Konformität',
  'fact.last-check-in': 'Letzter Kontakt',
  'fact.serial-number': 'Seriennummer',
  'fact.given-reason': 'Ihr Grund',
  'fact.status': 'Status',
  'fact.confirmed-at': 'Bestätigt',
  'fact.asked-at': 'Bei Intune angefordert',
  'fact.session-link': 'Sitzungslink',
  'fact.ready-since': 'Bereit seit',
  'fact.reserved-until': 'Gerät reserviert bis',
  'fact.first': 'Zuerst',
  'fact.then': 'Dann',
  'fact.cause': 'Ursache',
  'fact.who': 'Wer das beheben kann',
  'fact.next': 'Nächster Schritt',
  'fact.not-sent-again': 'Nicht erneut gesendet',
  'fact.details': 'Meldung von Intune',
  'fact.time': 'Zeit',
  'fact.reference': 'Referenznummer',
  'fact.graph-request-id': 'Graph-Anforderungs-ID',
  'fact.client-request-id': 'Client-Anforderungs-ID',

  // Values of facts
  'value.serial-tail': 'endet auf …{tail}',
  'value.no-primary-user': 'Kein primärer Benutzer',
  'value.never-checked-in': 'Kein Kontakt bekannt',
  'value.time-and-age': '{time} · {age}',
  'value.reference': '#{number}',
  'value.waiting-until': 'Wird erwartet bis {time}',
  'value.checking-until': 'Wird geprüft bis {time}',
  'value.device-count': '{count, plural, one {# Gerät} other {# Geräte}}',

  'ownership.company': 'Unternehmen',
  'ownership.personal': 'Persönlich',
  'ownership.unknown': 'Unbekannt',
  'compliance.compliant': 'Konform',
  'compliance.noncompliant': 'Nicht konform',
  'compliance.inGracePeriod': 'In Toleranzperiode',
  'compliance.conflict': 'Konflikt zwischen Richtlinien',
  'compliance.error': 'Fehler',
  'compliance.configManager': 'Von Configuration Manager verwaltet',
  'compliance.unknown': 'Unbekannt',

  // The confirm card
  'confirm.heading': 'Remoteunterstützung anfordern?',
  'confirm.sentence': 'Prüfen Sie, ob dies das richtige Gerät ist. Bei Intune wurde noch nichts angefordert.',
  'confirm.warnings': 'Bevor Sie fortfahren',
  'confirm.hint': 'Die Person am Gerät muss die Anforderung in der Unternehmensportal-App annehmen.',
  'confirm.reason.label': 'Grund (optional, wird protokolliert)',
  'confirm.reason.placeholder': 'Zum Beispiel eine Ticketnummer',
  'confirm.reason.error': 'Schreiben Sie höchstens {most} Zeichen.',
  'confirm.valid-until': 'Anforderung #{number} · Diese Karte gilt bis {time}.',

  'warning.stale-check-in':
    'Seit mehr als {days, plural, one {# Tag} other {# Tagen}} kein Kontakt: Das Gerät ist vielleicht ausgeschaltet, und die Anforderung erreicht es möglicherweise erst beim nächsten Kontakt.',
  'warning.stale-check-in.never':
    'Intune kennt keinen Kontakt dieses Geräts: Die Anforderung erreicht es möglicherweise erst, wenn es sich meldet.',
  'warning.corporate-android':
    'Unternehmenseigenes Android-Gerät: Der TeamViewer-Connector unterstützt es nicht, daher schlägt die Anforderung wahrscheinlich fehl.',
  'warning.enrolled-without-user':
    'Ohne Benutzer registriert: Das Unternehmensportal zeigt darauf keine Meldung an, daher kann vielleicht niemand die Anforderung annehmen.',
  'warning.no-primary-user':
    'Kein primärer Benutzer (gemeinsam genutztes Gerät): Die Meldung erscheint vielleicht nicht im Unternehmensportal. Stellen Sie sicher, dass jemand am Gerät ist.',
  'warning.not-managed':
    'Derzeit nicht verwaltet (Status: {state}): Intune lehnt die Anforderung vielleicht ab oder führt sie nie aus.',
  'warning.other-spelling':
    'Sie haben „{typed}“ geschrieben, aber dieses Gerät heißt „{name}“: Stellen Sie sicher, dass Sie dieses meinen.',
  'warning.old-session-link':
    'Auf dem Gerät ist noch der Link einer früheren Sitzung: Vielleicht ist jemand verbunden. Ich warte auf einen neuen Link und zeige den alten nicht.',

  // The words of the states, and what the cards say in them
  'status.draft': 'Wartet auf Ihre Bestätigung',
  'status.confirmed': 'Bestätigt',
  'status.sending': 'Wird an Intune gesendet',
  'status.requested': 'Angefordert',
  'status.unknown': 'Noch unklar',
  'status.no-link': 'Noch kein Sitzungslink',
  'status.needs-human': 'Von Intune nicht bestätigt',
  'status.ready': 'Sitzung ist bereit',
  'status.refused': 'Konnte nicht angefordert werden',
  'status.failed': 'Fehler',

  'progress.confirmed.heading': 'Bestätigt',
  'progress.confirmed.sentence': 'Ich prüfe das Gerät und sende dann die Anforderung an Intune.',
  'progress.waits.intune-busy':
    'Intune ist ausgelastet und hat die Anforderung noch nicht angenommen. Ich versuche es am {time} erneut.',
  'progress.waits.not-reached': 'Intune war nicht erreichbar. Ich versuche es am {time} erneut.',
  'progress.sending.heading': 'Wird an Intune gesendet',
  'progress.sending.sentence': 'Die Anforderung ist unterwegs. Das dauert ein paar Sekunden.',
  'progress.requested.heading': 'Angefordert',
  'progress.requested.sentence': 'Intune hat die Anforderung angenommen. Es fehlt noch der Sitzungslink.',
  'progress.requested.hint':
    'Bitten Sie die Person, am Gerät zu bleiben und die Unternehmensportal-App zu öffnen. Dort erscheint die Anforderung.',
  'progress.unknown.heading': 'Noch unklar',
  'progress.unknown.sentence':
    'Intune hat nicht eindeutig geantwortet. Ich sehe beim Gerät nach, ob die Anforderung angekommen ist.',
  'progress.unknown.hint': 'Von mir aus sende ich die Anforderung kein zweites Mal.',
  'progress.give-up-hint':
    'In Intune lässt sich die Anforderung nicht stoppen: Auch wenn Sie jetzt aufgeben, kann sie am Gerät noch erscheinen.',

  'ready.heading': 'Die Sitzung ist bereit',
  'ready.sentence': 'Der Sitzungslink ist da.',
  'ready.you': 'Öffnen Sie die Sitzung.',
  'ready.user':
    'Bitten Sie die Person am Gerät, die Unternehmensportal-App zu öffnen und die Anforderung anzunehmen. Vorher sieht niemand den Bildschirm.',
  'ready.hint': 'Schließen Sie nach der Sitzung die Anforderung hier, damit das Gerät wieder frei ist.',
  'ready.link-withheld':
    'Der Sitzungslink führt zu {host}. Dieser Host ist nicht zugelassen, daher zeige ich den Link nicht. Wer diesen Bot betreibt, kann den Host zulassen (SESSION_LINK_HOSTS).',
  'ready.link-absent':
    'Ich habe den Sitzungslink nicht mehr. Öffnen Sie das Gerät im Intune Admin Center, um ihn zu finden, oder schließen Sie diese Anforderung und stellen Sie eine neue.',

  'question.no-link.heading': 'Noch kein Sitzungslink',
  'question.no-link.sentence':
    'Intune hat die Anforderung angenommen, aber es ist kein Sitzungslink gekommen.',
  'question.no-link.unseen':
    'Intune hat die Anforderung angenommen, aber ich kann nicht nach dem Gerät sehen, ob der Sitzungslink gekommen ist.',
  'question.no-link.hint':
    'Das Gerät ist vielleicht ausgeschaltet oder offline. Ich sehe weiter ab und zu nach; Sie können erneut prüfen oder die Anforderung schließen.',
  'question.needs-human.heading': 'Intune hat nicht bestätigt',
  'question.needs-human.sentence':
    'Ob die Anforderung angekommen ist, ist offen: Intune hat nicht eindeutig geantwortet, und beim Gerät ist keine Spur davon zu finden.',
  'question.needs-human.unseen':
    'Ob die Anforderung angekommen ist, ist offen: Intune hat nicht eindeutig geantwortet, und ich konnte nicht nach dem Gerät sehen.',
  'question.needs-human.hint':
    'Fragen Sie die Person am Gerät, ob in der Unternehmensportal-App eine Anforderung erschienen ist. Wenn nicht, senden Sie sie erneut: Vielleicht erscheint dann eine zweite.',
  'question.sign-in.heading': 'Zum Prüfen anmelden',
  'question.sign-in.sentence':
    'Ihre Anmeldung gilt nicht mehr, daher kann ich nicht mehr nach dem Gerät sehen. Was aus der Anforderung geworden ist, ist offen.',
  'question.sign-in.hint': 'Melden Sie sich an, dann prüfe ich weiter.',

  'over.refused.heading': 'Remoteunterstützung konnte nicht angefordert werden',
  'over.refused.sentence':
    'Aus dieser Anforderung ist keine Sitzung geworden. Ursache und nächster Schritt stehen unten.',
  'over.failed.heading': 'Die Sitzung ist fehlgeschlagen',
  'over.failed.sentence': 'Intune meldet, dass die Sitzung nicht erstellt werden konnte.',
  'over.failed.who': 'Sie; wenn es wieder fehlschlägt, die Intune-Administration',
  'over.failed.next':
    'Stellen Sie sicher, dass das Gerät eingeschaltet und die Person am Gerät im Unternehmensportal angemeldet ist. Versuchen Sie es dann erneut. Nennen Sie dem Support die Referenznummern.',

  'outcome.cancelled.word': 'Abgebrochen',
  'outcome.cancelled.sentence': 'Die Anforderung wurde abgebrochen, bevor sie an Intune gesendet wurde.',
  'outcome.cancelled.next': 'Schreiben Sie den Gerätenamen, wenn Sie das Gerät wieder brauchen.',
  'outcome.expired.word': 'Abgelaufen',
  'outcome.expired.sentence':
    'Diese Karte wurde nicht rechtzeitig genutzt. Bei Intune wurde nichts angefordert.',
  'outcome.expired.next': 'Fragen Sie erneut nach dem Gerät: Ich zeige Ihnen eine neue Karte.',
  'outcome.withdrawn.word': 'Zurückgezogen',
  'outcome.withdrawn.sentence':
    'In Intune lässt sich die Anforderung nicht stoppen: Bitten Sie darum, sie im Unternehmensportal nicht anzunehmen.',
  'outcome.withdrawn.next': 'Ich verfolge diese Anforderung nicht weiter. Das Gerät ist wieder frei.',
  'outcome.finished.word': 'Geschlossen',
  'outcome.finished.sentence': 'Die Anforderung ist geschlossen, das Gerät ist wieder frei.',
  'outcome.finished.next': 'Eine noch offene Sitzung endet dadurch nicht: Beenden Sie sie in TeamViewer.',
  'outcome.released.word': 'Automatisch geschlossen',
  'outcome.released.sentence':
    'Niemand hat die Anforderung rechtzeitig geschlossen, daher ist das Gerät jetzt wieder frei.',
  'outcome.released.next': 'Eine noch offene Sitzung endet dadurch nicht: Beenden Sie sie in TeamViewer.',

  // Why it did not work: cause, who can fix it, next step
  'cause.intune-role-missing':
    'Ihre Intune-Rolle erlaubt es nicht, für dieses Gerät Remoteunterstützung anzufordern.',
  'cause.intune-role-missing.who': 'Die Intune-Administration',
  'cause.intune-role-missing.next':
    'Bitten Sie um eine Intune-Rolle, die dieses Gerät umfasst und die Berechtigung „Remoteunterstützung anfordern“ hat (Remoteaufgaben; im Portal heißt sie vielleicht „Remoteunterstützung anbieten“), zum Beispiel Helpdesk-Operator. Versuchen Sie es dann erneut.',
  'cause.consent-missing': 'Diese App hat keine Berechtigung, in Intune im Namen des Supports zu handeln.',
  'cause.consent-missing.who': 'Die Microsoft Entra-Administration',
  'cause.consent-missing.next':
    'Bitten Sie um die Administratoreinwilligung für die delegierte Berechtigung DeviceManagementManagedDevices.ReadWrite.All. Versuchen Sie es dann erneut.',
  'cause.blocked-by-policy': 'Eine Richtlinie für bedingten Zugriff Ihrer Organisation lässt das nicht zu.',
  'cause.blocked-by-policy.who': 'Die Microsoft Entra-Administration',
  'cause.blocked-by-policy.next':
    'Versuchen Sie es von einem Gerät und aus einem Netzwerk, die die Richtlinie zulässt, oder fragen Sie, welche Richtlinie greift.',
  'cause.device-gone': 'Intune kennt dieses Gerät nicht mehr, oder Sie dürfen es nicht mehr sehen.',
  'cause.device-gone.who': 'Sie oder die Intune-Administration',
  'cause.device-gone.next':
    'Suchen Sie das Gerät erneut. Wurde es zurückgesetzt oder abgekoppelt, muss es zuerst registriert werden.',
  'cause.device-changed':
    'Das Gerät ist nicht mehr so wie auf der Karte, die Sie bestätigt haben: Seriennummer oder primärer Benutzer sind anders.',
  'cause.device-changed.who': 'Sie',
  'cause.device-changed.next': 'Versuchen Sie es erneut: Ich zeige Ihnen das Gerät, wie es jetzt ist.',
  'cause.action-not-possible': 'Intune bietet für dieses Gerät keine Remoteunterstützung an.',
  'cause.action-not-possible.who': 'Die Intune-Administration',
  'cause.action-not-possible.next':
    'Helfen Sie auf anderem Weg, und lassen Sie Plattform und Registrierung des Geräts prüfen.',
  'cause.already-running':
    'Für dieses Gerät wird gerade eine Sitzung erstellt; eine zweite Anforderung würde sie stören.',
  'cause.already-running.who': 'Wer gerade an diesem Gerät arbeitet',
  'cause.already-running.next':
    'Fragen Sie in Ihrem Team nach, oder versuchen Sie es in {minutes, plural, one {# Minute} other {# Minuten}} erneut.',
  'cause.occupied': '{technician} hat für dieses Gerät schon eine offene Anforderung (#{number}).',
  'cause.occupied.someone': 'Für dieses Gerät hat schon jemand eine offene Anforderung.',
  'cause.occupied.who': 'Wer diese Anforderung geöffnet hat',
  'cause.occupied.next': 'Lassen Sie diese Anforderung schließen, oder versuchen Sie es später erneut.',
  'cause.connector-missing':
    'Intune hat keinen funktionierenden TeamViewer-Connector, oder dessen Lizenz deckt das nicht ab.',
  'cause.connector-missing.who': 'Die Intune-Administration',
  'cause.connector-missing.next':
    'Lassen Sie den TeamViewer-Connector im Intune Admin Center einrichten (Mandantenverwaltung, Connectors und Token). Versuchen Sie es dann erneut.',
  'cause.intune-busy': 'Intune war zu lange ausgelastet und hat die Anforderung nicht angenommen.',
  'cause.intune-busy.who': 'Niemand muss etwas tun: Das geht vorüber',
  'cause.intune-busy.next': 'Versuchen Sie es in einigen Minuten erneut.',
  'cause.intune-unreachable': 'Intune war nicht erreichbar, daher wurde die Anforderung nicht ausgeführt.',
  'cause.intune-unreachable.who': 'Vorerst niemand; wenn es so bleibt, wer diesen Bot betreibt',
  'cause.intune-unreachable.next': 'Versuchen Sie es in einigen Minuten erneut.',
  'cause.sign-in-unavailable': 'Der Microsoft-Anmeldedienst hat mich nicht in Ihrem Namen handeln lassen.',
  'cause.sign-in-unavailable.who': 'Vorerst niemand; wenn es so bleibt, wer diesen Bot betreibt',
  'cause.sign-in-unavailable.next': 'Versuchen Sie es in einigen Minuten erneut.',
  'cause.sign-in-needed': 'Ihre Anmeldung gilt nicht mehr, oder Intune akzeptiert sie nicht mehr.',
  'cause.sign-in-needed.who': 'Sie',
  'cause.sign-in-needed.next': 'Versuchen Sie es erneut, und melden Sie sich auf meine Bitte hin an.',
  'cause.interrupted': 'Nach Ihrer Bestätigung kam es zu einer Unterbrechung; deshalb wurde nichts gesendet.',
  'cause.interrupted.who': 'Sie',
  'cause.interrupted.next': 'Versuchen Sie es erneut: Ich bitte Sie noch einmal um Bestätigung.',
  'cause.unexpected': 'Es ist etwas passiert, worauf ich nicht vorbereitet war.',
  'cause.unexpected.who': 'Wer diesen Bot betreibt',
  'cause.unexpected.next':
    'Versuchen Sie es erneut. Wenn es wieder passiert, geben Sie die Referenznummern weiter.',

  // A press that was not carried out
  'refusal.not-your-request': 'Die Schaltflächen dieser Anforderung kann nur nutzen, wer sie geöffnet hat.',
  'refusal.already-under-way': 'Das läuft bereits. Es wurde nichts ein zweites Mal gesendet.',
  'refusal.already-closed': 'Diese Anforderung ist schon beendet. Es wurde nichts geändert.',
  'refusal.expired': 'Diese Karte ist abgelaufen. Es wurde nichts gesendet.',
  'refusal.reason-needed':
    'Der Besitzer des Geräts kann nicht informiert werden: Geben Sie zuerst einen Grund an. Es wurde nichts gesendet.',
  'refusal.nothing-to-do':
    'Das ist im jetzigen Zustand der Anforderung nicht möglich. Es wurde nichts geändert.',
  'refusal.card-outdated':
    'Diese Karte war nicht mehr aktuell. Es wurde nichts geändert; so ist der Stand jetzt.',
  'refusal.left-alone':
    'Wegen eines Fehlers von mir kann ich diese Anforderung nicht verfolgen; vielleicht gibt es Neues, das ich nicht zeige. Drücken Sie eine Schaltfläche, dann versuche ich es erneut; bleibt es so, sagen Sie es dem, der diesen Bot betreibt.',

  // Troubles outside a request
  'trouble.heading': 'Das hat nicht funktioniert',
  'trouble.sentence': 'Es wurde nichts geändert.',
  'trouble.outcome-unknown.sentence': 'Ob es gewirkt hat, ist nicht bekannt.',
  'trouble.unexpected.heading': 'Etwas Unerwartetes ist passiert',
  'trouble.unexpected.sentence':
    'Ich konnte Ihren Auftrag nicht zu Ende bringen. Laufende Anforderungen sind nicht verloren.',
  'trouble.busy.intune': 'Intune ist ausgelastet.',
  'trouble.busy.sign-in': 'Der Microsoft-Anmeldedienst ist ausgelastet.',
  'trouble.busy.teams': 'Microsoft Teams ist ausgelastet.',
  'trouble.busy.database': 'Meine Datenbank ist ausgelastet.',
  'trouble.busy.next': 'Versuchen Sie es in einigen Minuten erneut.',
  'trouble.busy.next-at': 'Versuchen Sie es ab {time} erneut.',
  'trouble.unreachable.intune': 'Intune ist derzeit nicht erreichbar.',
  'trouble.unreachable.sign-in': 'Der Microsoft-Anmeldedienst ist derzeit nicht erreichbar.',
  'trouble.unreachable.teams': 'Microsoft Teams ist derzeit nicht erreichbar.',
  'trouble.unreachable.database': 'Meine Datenbank ist derzeit nicht erreichbar.',
  'trouble.unreachable.next':
    'Versuchen Sie es in einigen Minuten erneut. Wenn es so bleibt, geben Sie die Referenznummer weiter.',
  'trouble.who.passes': 'Vorerst niemand; wenn es so bleibt, wer diesen Bot betreibt',
  'trouble.who.operator': 'Wer diesen Bot betreibt',
  'trouble.outcome-unknown.cause': 'Intune hat nicht eindeutig geantwortet.',
  'trouble.outcome-unknown.who': 'Sie',
  'trouble.outcome-unknown.next':
    'Sehen Sie den Status Ihrer Anforderungen an, bevor Sie es erneut versuchen.',

  // Signing in
  'sign-in.title': 'Bei Device Assist anmelden',
  'sign-in.button': 'Anmelden',
  'sign-in.first-time':
    'Ich rufe Intune mit Ihren eigenen Berechtigungen auf, daher müssen Sie sich anmelden. Danach mache ich mit Ihrem Auftrag weiter.',
  'sign-in.expired':
    'Ihre Anmeldung gilt nicht mehr. Melden Sie sich erneut an, dann mache ich mit Ihrem Auftrag weiter.',
  'sign-in.consent':
    'Diese App braucht noch die Einwilligung, Intune mit Ihren Berechtigungen aufzurufen. Melden Sie sich an, um sie zu erteilen oder zu sehen, wer das kann.',
  'sign-in.second-factor':
    'Ihre Organisation verlangt einen weiteren Identitätsnachweis. Melden Sie sich dafür an, dann mache ich weiter.',
  'sign-in.not-possible-here':
    'Die automatische Anmeldung geht hier nicht. Melden Sie sich auf der Seite an, die die Schaltfläche öffnet, dann mache ich weiter.',

  // Choosing one of several
  'pick.device.name':
    '{count, plural, one {# Gerät passt zu „{typed}“} other {# Geräte passen zu „{typed}“}}',
  'pick.device.name-more':
    'Mehr als {count, plural, one {# Gerät passt} other {# Geräte passen}} zu „{typed}“',
  'pick.device.person': 'Geräte von {name}',
  'pick.device.app': 'Geräte mit {name}',
  'pick.device.own': 'Ihre Geräte',
  'pick.device.several-names': 'Welches dieser Geräte?',
  'pick.device.sentence': 'Wählen Sie eines aus. Ich zeige es Ihnen, bevor ich bei Intune etwas anfordere.',
  'pick.device.one-at-a-time': 'Ich helfe mit einem Gerät nach dem anderen. Wählen Sie das erste aus.',
  'pick.device.more':
    'Es gibt mehr, als hier stehen. Grenzen Sie die Suche ein: Schreiben Sie den vollständigen Gerätenamen oder die Seriennummer.',
  'pick.device.speech': 'Gerät auswählen',
  'pick.app.heading': 'Apps, die zu „{name}“ passen',
  'pick.app.sentence': 'Wählen Sie App und Version aus. Ich liste die Geräte auf, die sie haben.',
  'pick.app.more':
    'Es gibt mehr, als hier stehen. Grenzen Sie die Suche ein: Schreiben Sie mehr vom Namen der App.',
  'pick.app.speech': 'App auswählen',
  'pick.person.heading': 'Personen, die zu „{name}“ passen',
  'pick.person.sentence': 'Wählen Sie die Person aus, die Sie meinen. Ich liste ihre Geräte auf.',
  'pick.person.more':
    'Es gibt mehr, als hier stehen. Grenzen Sie die Suche ein: Schreiben Sie den Anmeldenamen, oder erwähnen Sie die Person.',
  'pick.person.speech': 'Person auswählen',

  // Nothing found
  'no-match.device': 'Kein Gerät gefunden',
  'no-match.device.sentence': 'Ich habe in Intune kein Gerät „{typed}“ gefunden, das Sie sehen dürfen.',
  'no-match.device.next':
    'Prüfen Sie die Schreibweise, oder schreiben Sie die Seriennummer oder den Anmeldenamen der Person.',
  'no-match.person': 'Keine Person gefunden',
  'no-match.person.sentence': 'Ich habe im Verzeichnis keine Person „{typed}“ gefunden.',
  'no-match.person.next':
    'Schreiben Sie den Anmeldenamen, etwa maria.lopez@contoso.com, oder erwähnen Sie die Person.',
  'no-match.app': 'Keine App gefunden',
  'no-match.app.sentence': 'Ich habe unter den ermittelten Apps keine App „{typed}“ gefunden.',
  'no-match.app.next': 'Prüfen Sie die Schreibweise, oder schreiben Sie nur den Anfang des Namens.',
  'no-match.devices-of-person': 'Keine Geräte gefunden',
  'no-match.devices-of-person.sentence':
    'Ich habe in Intune kein Gerät von „{typed}“ gefunden, das Sie sehen dürfen.',
  'no-match.devices-of-person.next': 'Fragen Sie die Person nach dem Namen oder der Seriennummer des Geräts.',
  'no-match.devices-with-app': 'Keine Geräte gefunden',
  'no-match.devices-with-app.sentence':
    'Ich habe in Intune kein Gerät mit „{typed}“ gefunden, das Sie sehen dürfen.',
  'no-match.devices-with-app.next':
    'Nennen Sie das Gerät selbst, oder versuchen Sie es mit einer anderen Version der App.',
  'no-match.own-devices': 'Sie haben keine Geräte',
  'no-match.own-devices.sentence': 'Sie sind bei keinem Gerät in Intune der primäre Benutzer.',
  'no-match.own-devices.next': 'Nennen Sie das Gerät, mit dem Sie helfen möchten.',
  'no-match.near': 'Meinten Sie eines von diesen?',

  // Lists
  'list.status.heading': '{count, plural, one {# offene Anforderung} other {# offene Anforderungen}}',
  'list.status.empty': 'Sie haben keine offene Anforderung.',
  'list.history.heading': 'Ihre letzten Anforderungen',
  'list.history.empty': 'Sie haben noch keine Anforderung gestellt.',
  'list.more': 'Die neuesten {count} sind aufgelistet.',
  'list.empty.next': 'Schreiben Sie den Namen eines Geräts, um eine zu beginnen.',

  // The help card
  'help.heading': 'Remoteunterstützung für Intune-Geräte',
  'help.greeting': 'Hallo, ich bin Device Assist',
  'help.sentence':
    'Nennen Sie ein Gerät, und ich fordere dafür bei Intune Remoteunterstützung an, mit Ihren eigenen Berechtigungen. Ich frage Sie immer, bevor etwas geschieht.',
  'help.device': 'Ein Gerät',
  'help.person': 'Geräte einer Person',
  'help.app': 'Geräte mit einer App',
  'help.yourself': 'Hilfe für Sie selbst',
  'help.commands': 'Befehle',
  'example.device': 'Remoteunterstützung für LAPTOP-7F3K',
  'example.person': 'Geräte von maria.lopez@contoso.com',
  'example.app': 'Geräte mit Adobe Reader',
  'example.yourself': 'Um Hilfe bitten',
  'example.commands':
    'Meine Geräte · Status · Verlauf · Abbrechen · Meine Hilfeanfragen · Warteschlange · Abmelden · Hilfe',

  // One-line answers
  'note.not-understood':
    'Das habe ich nicht verstanden. Nennen Sie ein Gerät, zum Beispiel „Remoteunterstützung für LAPTOP-7F3K“, oder schreiben Sie „Hilfe“.',
  'note.which-device': 'Welches Gerät? Schreiben Sie den Namen oder die Seriennummer.',
  'note.search-too-short':
    'Das ist für eine Suche zu kurz. Schreiben Sie mindestens drei Zeichen des Namens.',
  'note.name-needs-sign-in-name':
    'Ich kann „{name}“ hier nicht im Verzeichnis nachschlagen. Schreiben Sie den Anmeldenamen, etwa maria.lopez@contoso.com, oder erwähnen Sie die Person.',
  'note.personal-chat-please':
    'Fragen zu Geräten beantworte ich in unserem persönlichen Chat. Bitte fragen Sie mich dort.',
  'note.personal-chat-please.link': 'Persönlichen Chat öffnen',
  'note.signed-out': 'Sie sind abgemeldet. Ihre Anmeldung habe ich gelöscht.',
  'note.nothing-to-cancel': 'Es gibt nichts abzubrechen.',
  'note.cancelled':
    '{count, plural, one {Die Anforderung {numbers} ist abgebrochen.} other {Die Anforderungen {numbers} sind abgebrochen.}} An Intune wurde nichts gesendet.',
  'note.withdrawn':
    '{count, plural, one {Die Anforderung {numbers} ist geschlossen. In Intune lässt sie sich nicht stoppen: Bitten Sie darum, sie nicht anzunehmen.} other {Die Anforderungen {numbers} sind geschlossen. In Intune lassen sie sich nicht stoppen: Bitten Sie darum, sie nicht anzunehmen.}}',
  'note.cannot-cancel-now':
    '{count, plural, one {Die Anforderung {numbers} wird} other {Die Anforderungen {numbers} werden}} gerade gesendet. Versuchen Sie es in einigen Sekunden erneut.',
  'note.connector-not-in-this-cloud':
    'Den TeamViewer-Connector von Intune gibt es in dieser Cloud nicht, daher kann hier keine Remoteunterstützung angefordert werden.',
  'note.not-a-technician':
    'Ihr Konto hat nicht die Support-Rolle für diesen Bot. Wer den Bot betreibt, kann sagen, wie Sie sie bekommen.',
  'note.guest':
    'Gastkonten können keine Remoteunterstützung anfordern. Verwenden Sie Ihr Konto dieser Organisation.',
  'note.other-tenant': 'Ich arbeite nur für Personen der Organisation, in der ich installiert bin.',
  'note.personal-account':
    'Persönliche Microsoft-Konten können mit Intune nicht verwendet werden. Melden Sie sich mit einem Geschäfts-, Schul- oder Unikonto an.',
  'note.one-device-at-a-time': 'Ich helfe mit einem Gerät nach dem anderen. Nennen Sie ein einzelnes Gerät.',
  'note.not-your-card': 'Diese Karte gehört jemand anderem. Nur diese Person kann ihre Schaltflächen nutzen.',
  'note.too-many-at-once':
    'Das ist zu viel auf einmal. Bitte warten Sie eine Minute und machen Sie dann weiter.',
  'note.interrupted':
    'Ich wurde unterbrochen, und eine Ihrer Nachrichten ist vielleicht ohne Antwort geblieben. Bitte schreiben Sie sie dann noch einmal.',
  'note.card-expired': 'Diese Karte ist nicht mehr gültig. Fragen Sie erneut nach dem Gerät.',
  'note.already-chosen':
    'Sie haben auf dieser Karte schon gewählt. Für eine andere Auswahl fragen Sie bitte erneut.',
  'note.working': 'Ich arbeite daran.',
  'note.signed-in': 'Sie sind angemeldet.',
  'note.language-changed': 'Ab jetzt schreibe ich Ihnen auf Deutsch.',
  'note.language-as-in-teams': 'Ab jetzt schreibe ich Ihnen in der Sprache Ihres Teams-Clients.',
  'note.sign-in-failed':
    'Die Anmeldung hat nicht funktioniert. Fragen Sie erneut, dann biete ich sie noch einmal an.',
  'note.no-such-request':
    'Ich habe keine solche Anforderung von Ihnen gefunden. Schreiben Sie „Status“ oder „Verlauf“, um Ihre zu sehen.',
  'languages.title': 'Sprache auswählen',
  'languages.sentence': 'Ich verstehe sie alle, gleich in welcher ich antworte.',
  'languages.as-in-teams': 'Wie in Teams',
  'page.signed-in.title': 'Sie sind angemeldet als {name}',
  'page.signed-in.text': 'Kehren Sie zu Teams zurück. Dort geht es mit Ihrer Frage von selbst weiter.',
  'page.link-expired.title': 'Dieser Anmeldelink ist abgelaufen',
  'page.link-expired.text': 'Kehren Sie zu Teams zurück, und fragen Sie erneut; ich biete einen neuen an.',
  'page.visit-expired.title': 'Die Anmeldung hat zu lange gedauert',
  'page.visit-expired.text': 'Kehren Sie zu Teams zurück, und beginnen Sie erneut auf der Anmeldekarte.',
  'page.other-browser.title': 'Diese Anmeldung wurde in einem anderen Browser begonnen',
  'page.other-browser.text': 'Kehren Sie zu Teams zurück, und beginnen Sie erneut auf der Anmeldekarte.',
  'page.wrong-person.title': 'Jemand anderes hat sich angemeldet',
  'page.wrong-person.text':
    'Die Anmeldekarte war für ein anderes Konto bestimmt. Kehren Sie zu Teams zurück, und melden Sie sich mit dem Konto an, das Sie dort verwenden.',
  'page.declined.title': 'Die Anmeldung wurde abgebrochen',
  'page.declined.text':
    'Es wurde nichts geändert. Kehren Sie zu Teams zurück, und beginnen Sie erneut, wenn Sie möchten.',
  'page.consent-missing.title': 'Zuerst muss die Administration zustimmen',
  'page.consent-missing.text':
    'Device Assist braucht eine Berechtigung, die nur die Administration Ihrer Organisation erteilen kann. Bitten Sie dort um die Administratoreinwilligung für Device Assist, und fragen Sie dann in Teams erneut.',
  'page.blocked-by-policy.title': 'Eine Richtlinie Ihrer Organisation blockiert die Anmeldung',
  'page.blocked-by-policy.text':
    'Die Microsoft Entra-Administration kann sagen, welche Richtlinie für bedingten Zugriff für Device Assist gilt.',
  'page.guest.title': 'Keine Anmeldung mit Gastkonto möglich',
  'page.guest.text': 'Verwenden Sie Ihr Konto dieser Organisation.',
  'page.wrong-tenant.title': 'Dieses Konto gehört zu einer anderen Organisation',
  'page.wrong-tenant.text':
    'Kehren Sie zu Teams zurück, und melden Sie sich mit dem Konto an, das Sie dort verwenden.',
  'page.personal-account.title': 'Persönliche Microsoft-Konten können mit Intune nicht verwendet werden',
  'page.personal-account.text': 'Melden Sie sich mit einem Geschäfts-, Schul- oder Unikonto an.',
  'page.unavailable.title': 'Der Anmeldedienst ist nicht erreichbar',
  'page.unavailable.text':
    'Es wurde nichts gesendet. Warten Sie eine Minute, und beginnen Sie dann erneut auf der Anmeldekarte in Teams.',
  'page.failed.title': 'Die Anmeldung hat nicht funktioniert',
  'page.failed.text':
    'Kehren Sie zu Teams zurück, und fragen Sie erneut. Wenn es noch einmal passiert, informieren Sie, wer diesen Bot betreibt.',

  // Help requests: what somebody raised for a technician to take; never the word for a request to Intune
  'case.heading': 'Hilfeanfrage #{number}',
  'case.state.open': 'Wartet auf den Support',
  'case.state.taken': 'In Bearbeitung',
  'case.state.asking': 'Sitzung angefordert',
  'case.state.in-session': 'Sitzung ist bereit',
  'case.state.resolved': 'Abgeschlossen',
  'case.state.withdrawn': 'Zurückgezogen',
  'case.state.disowned': 'Gestoppt',
  'case.says.open': 'Noch kümmert sich niemand darum.',
  'case.says.taken': '{technician} kümmert sich darum. Übernommen: {time}',
  'case.says.asking':
    '{technician} kümmert sich darum. Bei Intune wird eine Remoteunterstützungssitzung angefordert.',
  'case.says.in-session': '{technician} kümmert sich darum. Die Remoteunterstützungssitzung kann beginnen.',
  'case.says.resolved': 'Abgeschlossen von {technician}: {time}',
  'case.says.withdrawn': 'Zurückgezogen: {time}. Niemand arbeitet mehr daran.',
  'case.says.disowned':
    'Von der Person, der das Gerät gehört, kam diese Anfrage nicht. Die Arbeit daran ist gestoppt.',
  'case.wrote': 'Beschreibung',
  'case.urgency.urgent': 'Dringend',
  'case.outcome.solved': 'Gelöst',
  'case.outcome.workaround': 'Behelfslösung',
  'case.outcome.no-fault-found': 'Kein Fehler gefunden',
  'case.outcome.not-solved': 'Nicht gelöst',
  'case.session-was.asked':
    'Intune lässt sich nicht stoppen: Niemand sollte die Aufforderung im Unternehmensportal noch annehmen.',
  'case.session-was.ready':
    'Intune lässt sich nicht stoppen: Niemand sollte die Aufforderung noch annehmen, und eine offene Sitzung muss in TeamViewer beendet werden.',
  'case.hint.withdraw-late':
    'Wenn Sie sie jetzt zurückziehen, lässt sich Intune nicht stoppen: Nehmen Sie die Aufforderung im Unternehmensportal danach nicht an.',
  'case.not-posted':
    'Der Hilfekanal ist nicht erreichbar. Der Support findet diese Anfrage nur in seiner Warteschlange.',
  'case.hint.muted': 'Sie erhalten dazu keine Nachrichten mehr.',
  'case.hint.three-messages': 'Dazu gibt es höchstens drei Nachrichten: übernommen, bereit, abgeschlossen.',
  'case.history': 'Bisher',
  'case.passing.handed-over': '{from} hat sie an {to} übergeben. Grund: {reason}. Zeit: {time}',
  'case.passing.released': '{from} hat sie in die Warteschlange zurückgegeben. Zeit: {time}',
  'case.session-end.closed': 'geschlossen',
  'case.session-end.refused': 'konnte nicht angefordert werden',
  'case.session-end.failed': 'fehlgeschlagen',
  'case.session-end.stopped': 'gestoppt',
  'case.guard.told':
    'Der Person, der das Gerät gehört, wurde gesagt: nur annehmen, wenn am Telefon diese Wörter genannt werden. Nennen Sie sie:',
  'case.guard.will-be-told':
    'Mit Ihrer Anforderung wird der Person, der das Gerät gehört, gesagt: nur annehmen, wenn am Telefon diese Wörter genannt werden. Nennen Sie sie:',
  'case.guard.no-chat':
    'Die Person, der das Gerät gehört, weiß nicht, wer anfragt: Sie hat keinen Chat mit diesem Bot.',
  'case.guard.no-owner':
    'Niemandem konnte gesagt werden, wer anfragt: Das Gerät hat keinen primären Benutzer.',
  'case.guard.not-delivered':
    'Die Person, der das Gerät gehört, weiß nicht, wer anfragt: Die Nachricht wurde nicht zugestellt.',
  'case.guard.reason-needed': 'Geben Sie einen Grund an: Ohne ihn wird die Sitzung nicht angefordert.',
  'case.form.outcome': 'Ergebnis',
  'case.form.minutes': 'Aufwand in Minuten',
  'case.form.minutes.error': 'Geben Sie eine Zahl von 0 bis {most} ein.',
  'case.form.query': 'Anderes Gerät: Name oder Seriennummer',
  'case.form.query.error': 'Geben Sie höchstens {most} Zeichen ein.',
  'case.form.colleague': 'Kollegin oder Kollege',
  'case.form.colleague.error': 'Wählen Sie jemanden aus.',
  'case.form.reason': 'Grund',
  'case.form.reason.error': 'Geben Sie den Grund an, höchstens {most} Zeichen.',
  'case.hand-over.heading': 'Hilfeanfrage #{number} übergeben',
  'case.hand-over.sentence':
    'Wählen Sie jemanden aus und geben Sie den Grund an. Der ganze Verlauf ist dort sichtbar.',
  'case.hand-over.nobody':
    'Aus dem Support hat sonst noch niemand diesen Bot benutzt. Bitten Sie jemanden, ihm einmal zu schreiben.',
  'case.hand-over.more': 'Nur wer den Bot zuletzt benutzt hat, steht hier.',
  'case.mismatch.heading': 'Ist das das richtige Gerät?',
  'case.mismatch.other': 'Das Gerät {device} gehört {owner}, nicht {requester}.',
  'case.mismatch.nobody':
    'Das Gerät {device} hat keinen primären Benutzer: Niemand kann sagen, ob es von {requester} genutzt wird.',
  'case.mismatch.hint':
    'Eine Sitzung zeigt den Bildschirm derjenigen Person, die das Gerät benutzt. Fahren Sie nur fort, wenn Sie sicher sind.',
  'case.owner.heading': 'Jemand möchte auf Ihrem Gerät helfen',
  'case.owner.sentence':
    '{technician} aus Ihrem Support bittet um eine Remotesitzung auf {device}, zur Hilfeanfrage #{number} von {requester}.',
  'case.owner.phrase': 'Nehmen Sie nur an, wenn am Telefon diese Wörter genannt werden:',
  'case.owner.next':
    'Im Unternehmensportal erscheint eine Aufforderung. Vorher sieht niemand Ihren Bildschirm.',
  'case.owner.over.heading': 'Das ist beendet',
  'case.owner.over.sentence':
    'Die Sitzung auf {device} zur Hilfeanfrage #{number} ist beendet. Es gibt nichts mehr anzunehmen.',
  'case.owner.disowned.heading': 'Gestoppt',
  'case.owner.disowned.sentence':
    'Sie haben gemeldet, dass diese Anfrage nicht von Ihnen ist. Die Arbeit daran ist gestoppt, und Ihr Support weiß Bescheid.',
  'case.owner.disowned.next':
    'Intune lässt sich nicht stoppen: Nehmen Sie keine Aufforderung im Unternehmensportal an, und beenden Sie eine offene Sitzung in TeamViewer.',
  'case.told.taken': 'Jemand kümmert sich um Ihre Hilfeanfrage',
  'case.told.taken.sentence':
    '{technician} kümmert sich um die Hilfeanfrage #{number}. Sie müssen jetzt nichts tun.',
  'case.told.ready': 'Die Hilfe ist bereit',
  'case.told.ready.sentence':
    '{technician} kann jetzt auf {device} helfen. Öffnen Sie dort das Unternehmensportal, und nehmen Sie die Aufforderung an. Vorher sieht niemand den Bildschirm.',
  'case.told.closed': 'Ihre Hilfeanfrage ist abgeschlossen',
  'case.nudge.heading': 'Hilfeanfrage #{number} wartet noch',
  'case.nudge.sentence': 'Niemand hat sie übernommen. Sie wartet seit: {time}',
  'case.alert.heading': 'Hilfeanfrage #{number} wurde gestoppt',
  'case.alert.sentence':
    'Von der Person, der das Gerät gehört, kam diese Anfrage nicht. Finden Sie heraus, von wem sie kam: Jemand gibt sich vielleicht für andere aus.',
  'case.queue.heading': '{count, plural, one {# offene Hilfeanfrage} other {# offene Hilfeanfragen}}',
  'case.queue.empty': 'Die Warteschlange ist leer',
  'case.queue.next': 'Niemand wartet auf Hilfe.',
  'case.my-requests.heading':
    '{count, plural, one {# Hilfeanfrage von Ihnen} other {# Hilfeanfragen von Ihnen}}',
  'case.my-requests.empty': 'Sie haben keine offene Hilfeanfrage',
  'case.my-requests.next': 'Was Sie anfragen oder übernehmen, steht hier.',
  'case.list.range': '{from} bis {to} von {total}',
  'case.list.nobody': 'niemand kümmert sich',
  'case.list.somebody': 'kümmert sich: {technician}',
  'case.belongs.yes': 'Ja: Die anfragende Person ist primärer Benutzer',
  'case.belongs.no': 'Nein: Es gehört jemand anderem',
  'case.belongs.nobody': 'Unbekannt: Es hat keinen primären Benutzer',
  'case.pick.heading': 'Geräte von {requester} zur Hilfeanfrage #{number}',
  'case.pick.theirs': 'Das genannte Gerät „{named}“ steht an erster Stelle.',
  'case.pick.not-theirs':
    'Das genannte Gerät „{named}“ gehört jemand anderem. Es steht an erster Stelle; Sie werden noch einmal gefragt.',
  'case.pick.not-found': 'Das genannte Gerät „{named}“ wurde nicht gefunden.',
  'case.pick.none':
    'Ich habe kein Gerät von {requester} gefunden, das Sie in Intune sehen dürfen. Gehen Sie zurück, und geben Sie den Namen oder die Seriennummer ein.',
  'case.refusal.not-a-technician': 'Das kann nur der Support.',
  'case.refusal.own-request': 'Ihre eigene Hilfeanfrage können Sie nicht übernehmen.',
  'case.refusal.already-yours': 'Sie kümmern sich bereits darum.',
  'case.refusal.taken-by-another': '{who} hat sie bereits übernommen.',
  'case.refusal.taken-by-somebody': 'Jemand anderes hat sie bereits übernommen.',
  'case.refusal.nobody-on-it': 'Niemand kümmert sich darum.',
  'case.refusal.not-yours': 'Das kann nur, wer sich darum kümmert.',
  'case.refusal.not-your-request': 'Das kann nur, von wem sie stammt.',
  'case.refusal.not-your-device': 'Das kann nur die Person melden, der das Gerät gehört.',
  'case.refusal.not-a-colleague':
    'Sie kann nur innerhalb des Supports übergeben werden, und nicht an die anfragende Person.',
  'case.refusal.reason-needed': 'Geben Sie einen Grund an.',
  'case.refusal.session-under-way': 'Eine Sitzung läuft. Schließen Sie zuerst ihre Anforderung.',
  'case.refusal.already-over': 'Sie ist bereits abgeschlossen.',
  'case.refusal.nothing-to-do': 'Es gibt nichts zu ändern.',

  // Buttons of help requests
  'button.case-take': 'Übernehmen',
  'button.case-release': 'Zurück in die Warteschlange',
  'button.case-hand-over': 'Übergeben',
  'button.case-withdraw': 'Zurückziehen',
  'button.case-resolve': 'Abschließen',
  'button.case-urgent': 'Es ist dringend',
  'button.case-normal': 'Es ist nicht dringend',
  'button.case-mute': 'Keine Nachrichten mehr',
  'button.case-unmute': 'Wieder benachrichtigen',
  'button.case-disown': 'Das kam nicht von mir',
  'button.case-devices': 'Gerät auswählen',
  'button.case-find': 'Dieses Gerät suchen',
  'button.case-raise': 'Ich brauche selbst Hilfe',
  'button.case-view': 'Zurück',
  'button.use-device': 'Ja, dieses Gerät',
  'button.more': 'Mehr anzeigen',

  // Names of facts of help requests
  'fact.requester': 'Von',
  'fact.raised-by': 'Erfasst von',
  'fact.named-device': 'Genanntes Gerät',
  'fact.raised-at': 'Eingegangen',
  'fact.outcome': 'Ergebnis',
  'fact.minutes': 'Aufwand',
  'fact.last-session': 'Letzte Sitzung',
  'fact.case': 'Hilfeanfrage',
  'fact.belongs': 'Gerät der anfragenden Person',
  'fact.stopped-by': 'Gestoppt von',
  'value.minutes': '{count, plural, one {# Minute} other {# Minuten}}',
  'value.case': '#{number} · {requester}',
  'value.last-session': '{device} · {end}',
  'stopped-by.requester': 'Die anfragende Person; sie hat die Hilfeanfrage zurückgezogen',
  'stopped-by.owner': 'Die Person, der das Gerät gehört; von ihr kam die Anfrage nicht',

  // One-line answers about help requests
  'note.case-raised': 'Ihre Hilfeanfrage hat die Nummer #{number} und wartet im Hilfekanal.',
  'note.no-help-channel':
    'Es gibt noch keinen Hilfekanal, in dem das jemand sieht. Der Support bestimmt ihn, indem er dort „Diesen Kanal verwenden“ schreibt.',
  'note.help-channel-set': 'Hilfeanfragen aus persönlichen Chats erscheinen ab jetzt in diesem Kanal.',
  'note.only-in-a-channel': 'Schreiben Sie das in dem Kanal, der verwendet werden soll.',
  'note.install-first':
    'Fügen Sie mich zuerst Ihrem Teams hinzu, um Hilfeanfragen zu übernehmen: Der Sitzungslink kommt in Ihren persönlichen Chat.',
  'note.install-first.link': 'Device Assist hinzufügen',
  'note.take-in-personal-chat':
    'Melden Sie sich zuerst einmal in unserem persönlichen Chat an. Dort geht es weiter.',
  'note.no-such-case': 'Diese Hilfeanfrage habe ich nicht gefunden.',
  'note.case-not-here': 'Diese Hilfeanfrage ist hier nicht zu sehen.',
} as const satisfies Messages;
