/**
 * Every word the bot says, in English: the source for the other languages and the type of their catalogs.
 *
 * Rules for whoever writes here: one whole sentence a message, never pieces to be joined; ICU only for a plural or a
 * choice; a value stands on its own ("the device {name}") so that no language has to decline it; no Markdown and no
 * line breaks, since the same words serve cards, speech and notifications; the terms of the project's glossary.
 */
export const en = {
  // What every card has
  'card.fallback': 'This card cannot be shown here. Open this chat in a current version of Microsoft Teams.',
  'card.reference': 'Request #{number}',
  'card.replaces': 'This card takes the place of an earlier one that may not have arrived.',
  'card.unusual-characters':
    'Unusual characters: a name here may look like another one. Compare it letter by letter.',

  // Buttons: a verb each, at most 30 characters
  'button.request-assistance': 'Request remote assistance',
  'button.another-device': 'Another device',
  'button.cancel': 'Cancel',
  'button.withdraw': 'Withdraw',
  'button.check-again': 'Check again',
  'button.send-again': 'Send again',
  'button.close': 'Close',
  'button.open-session': 'Open session',
  'button.try-again': 'Try again',
  'button.sign-in': 'Sign in',
  'button.my-devices': 'My devices',
  'button.status': 'Status',
  'button.history': 'History',

  // Names of facts
  'fact.primary-user': 'Primary user',
  'fact.model': 'Model',
  'fact.system': 'Operating system',
  'fact.ownership': 'Ownership',
  'fact.compliance': 'Compliance',
  'fact.last-check-in': 'Last check-in',
  'fact.serial-number': 'Serial number',
  'fact.given-reason': 'Your reason',
  'fact.status': 'Status',
  'fact.confirmed-at': 'Confirmed',
  'fact.asked-at': 'Asked Intune',
  'fact.session-link': 'Session link',
  'fact.ready-since': 'Ready since',
  'fact.reserved-until': 'Device reserved until',
  'fact.first': 'First',
  'fact.then': 'Then',
  'fact.cause': 'Cause',
  'fact.who': 'Who can fix it',
  'fact.next': 'Next step',
  'fact.not-sent-again': 'Not sent again',
  'fact.details': 'What Intune says',
  'fact.time': 'Time',
  'fact.reference': 'Reference number',
  'fact.graph-request-id': 'Graph request ID',
  'fact.client-request-id': 'Client request ID',

  // Values of facts
  'value.serial-tail': 'ends in …{tail}',
  'value.no-primary-user': 'No primary user',
  'value.never-checked-in': 'No check-in known',
  'value.time-and-age': '{time} · {age}',
  'value.reference': '#{number}',
  'value.waiting-until': 'Waiting until {time}',
  'value.checking-until': 'Checking until {time}',
  'value.device-count': '{count, plural, one {# device} other {# devices}}',

  'ownership.company': 'Corporate',
  'ownership.personal': 'Personal',
  'ownership.unknown': 'Unknown',
  'compliance.compliant': 'Compliant',
  'compliance.noncompliant': 'Not compliant',
  'compliance.inGracePeriod': 'In grace period',
  'compliance.conflict': 'Conflict between policies',
  'compliance.error': 'Error',
  'compliance.configManager': 'Managed by Configuration Manager',
  'compliance.unknown': 'Unknown',

  // The confirm card
  'confirm.heading': 'Request remote assistance?',
  'confirm.sentence': 'Check that this is the right device. Intune has not been asked yet.',
  'confirm.warnings': 'Before you go on',
  'confirm.hint': 'The user must accept the request in the Company Portal app.',
  'confirm.reason.label': 'Reason (optional, kept in the record)',
  'confirm.reason.placeholder': 'For example a ticket number',
  'confirm.reason.error': 'Write at most {most} characters.',
  'confirm.valid-until': 'Request #{number} · This card is valid until {time}.',

  'warning.stale-check-in':
    'No check-in for more than {days, plural, one {# day} other {# days}}: the device may be off, and the request may not reach it before it checks in again.',
  'warning.stale-check-in.never':
    'Intune knows no check-in of this device: the request may not reach it before it checks in.',
  'warning.corporate-android':
    'Corporate-owned Android: the TeamViewer connector does not support it, so the request will probably fail.',
  'warning.enrolled-without-user':
    'Enrolled without a user: Company Portal shows no prompt on it, so nobody may be able to accept the request.',
  'warning.no-primary-user':
    'No primary user (shared device): the prompt may not appear in Company Portal. Make sure that somebody is at the device.',
  'warning.not-managed':
    'Not managed at the moment (state: {state}): Intune may refuse the request or never carry it out.',
  'warning.other-spelling':
    'You wrote "{typed}", but this device is called "{name}": make sure that it is the one you mean.',
  'warning.old-session-link':
    'A link of an earlier session is still on the device: somebody may be connected. I will wait for a new link and not show the old one.',

  // The words of the states, and what the cards say in them
  'status.draft': 'Waiting for your confirmation',
  'status.confirmed': 'Confirmed',
  'status.sending': 'Asking Intune',
  'status.requested': 'Requested',
  'status.unknown': 'Not clear yet',
  'status.no-link': 'No session link yet',
  'status.needs-human': 'Not confirmed by Intune',
  'status.ready': 'Session is ready',
  'status.refused': 'Could not be requested',
  'status.failed': 'Failed',

  'progress.confirmed.heading': 'Confirmed',
  'progress.confirmed.sentence': 'I am looking at the device and then asking Intune.',
  'progress.waits.intune-busy':
    'Intune is busy and has not taken the request yet. I will ask again at {time}.',
  'progress.waits.not-reached': 'Intune could not be reached. I will ask again at {time}.',
  'progress.sending.heading': 'Asking Intune',
  'progress.sending.sentence': 'The request is on its way. This takes a few seconds.',
  'progress.requested.heading': 'Requested',
  'progress.requested.sentence': 'Intune accepted the request. Waiting for the session link.',
  'progress.requested.hint':
    'Ask the user to stay at the device and to open the Company Portal app, where the request appears.',
  'progress.unknown.heading': 'Not clear yet',
  'progress.unknown.sentence':
    'Intune did not answer clearly. I am checking the device to see whether the request arrived.',
  'progress.unknown.hint': 'I will not send the request a second time by myself.',
  'progress.give-up-hint':
    'Intune cannot be told to stop: if you give up now, the user may still see the request.',

  'ready.heading': 'Session is ready',
  'ready.sentence': 'The session link has come.',
  'ready.you': 'Open the session.',
  'ready.user':
    'Ask the user to open the Company Portal app and to accept the request. Nobody sees the screen before that.',
  'ready.hint': 'When the session is over, close the request here, so that the device is free again.',
  'ready.link-withheld':
    'The session link leads to {host}, which is not among the allowed hosts, so I do not show it. The operator of this bot can allow that host (SESSION_LINK_HOSTS).',
  'ready.link-absent':
    'I do not have the session link any more. Open the device in the Intune admin center to find it, or close this request and ask again.',

  'question.no-link.heading': 'No session link yet',
  'question.no-link.sentence': 'Intune accepted the request, but no session link has come.',
  'question.no-link.unseen':
    'Intune accepted the request, but I cannot read the device to see whether the session link has come.',
  'question.no-link.hint':
    'The device may be off or offline. I still look now and then; you can check again, or close the request.',
  'question.needs-human.heading': 'Intune did not confirm',
  'question.needs-human.sentence':
    'The request may have arrived or not: Intune gave no clear answer, and the device shows no trace of it.',
  'question.needs-human.unseen':
    'The request may have arrived or not: Intune gave no clear answer, and I could not read the device.',
  'question.needs-human.hint':
    'Ask the user whether a request appeared in the Company Portal app. If not, send it again: that may show the user a second one.',
  'question.sign-in.heading': 'Sign in to check',
  'question.sign-in.sentence':
    'Your sign-in has ended, so I cannot look at the device any more. What became of the request is open.',
  'question.sign-in.hint': 'Sign in, and I will go on checking.',

  'over.refused.heading': 'Remote assistance could not be requested',
  'over.refused.sentence': 'No session came of this request. The cause and the next step are below.',
  'over.failed.heading': 'The session failed',
  'over.failed.sentence': 'Intune reports that the session could not be made.',
  'over.failed.who': 'You; if it fails again, an Intune administrator',
  'over.failed.next':
    'Make sure that the device is on and that the user is signed in to Company Portal, then try again. For support, quote the reference numbers.',

  'outcome.cancelled.word': 'Cancelled',
  'outcome.cancelled.sentence': 'The request was cancelled before it was sent to Intune.',
  'outcome.cancelled.next': 'Write the name of the device whenever you need it again.',
  'outcome.expired.word': 'Expired',
  'outcome.expired.sentence': 'This card was not used in time. Intune has not been asked.',
  'outcome.expired.next': 'Ask for the device again: I will show you a fresh card.',
  'outcome.withdrawn.word': 'Withdrawn',
  'outcome.withdrawn.sentence':
    'Intune cannot be told to stop: tell the user not to accept the prompt in Company Portal.',
  'outcome.withdrawn.next': 'I do not follow this request any more. The device is free for a new one.',
  'outcome.finished.word': 'Closed',
  'outcome.finished.sentence': 'The request is closed, and the device is free for a new one.',
  'outcome.finished.next':
    'Closing it here does not end a session that is still open: end that in TeamViewer.',
  'outcome.released.word': 'Closed by time',
  'outcome.released.sentence': 'Nobody closed the request in time, so the device is free for a new one.',
  'outcome.released.next': 'This does not end a session that is still open: end that in TeamViewer.',

  // Why it did not work: cause, who can fix it, next step
  'cause.intune-role-missing': 'Your Intune role does not let you request remote assistance for this device.',
  'cause.intune-role-missing.who': 'An Intune administrator',
  'cause.intune-role-missing.next':
    'Ask for an Intune role that covers this device and has the permission "Request remote assistance" (remote tasks; the portal may call it "Offer remote assistance"), for example Help Desk Operator. Then try again.',
  'cause.consent-missing':
    'This app has not been given the permission to act in Intune on behalf of technicians.',
  'cause.consent-missing.who': 'A Microsoft Entra administrator',
  'cause.consent-missing.next':
    'Ask for admin consent to the delegated permission DeviceManagementManagedDevices.ReadWrite.All. Then try again.',
  'cause.blocked-by-policy': 'A Conditional Access policy of your organization does not allow this.',
  'cause.blocked-by-policy.who': 'A Microsoft Entra administrator',
  'cause.blocked-by-policy.next':
    'Try again from a device and a network that the policy allows, or ask which policy applies.',
  'cause.device-gone': 'Intune does not know this device any more, or you may not see it any more.',
  'cause.device-gone.who': 'You, or an Intune administrator',
  'cause.device-gone.next':
    'Look for the device again. If it was wiped or retired, it has to be enrolled first.',
  'cause.device-changed':
    'The device is not as it was on the card you confirmed: its serial number or its primary user is different.',
  'cause.device-changed.who': 'You',
  'cause.device-changed.next': 'Try again: I will show you the device as it is now.',
  'cause.action-not-possible': 'Intune does not offer remote assistance for this device.',
  'cause.action-not-possible.who': 'An Intune administrator',
  'cause.action-not-possible.next':
    'Help the user in another way, and have the platform and the enrollment of the device checked.',
  'cause.already-running':
    'A session for this device is being made at this moment; a second request would disturb it.',
  'cause.already-running.who': 'Whoever is working on this device',
  'cause.already-running.next':
    'Ask your colleagues, or try again in {minutes, plural, one {# minute} other {# minutes}}.',
  'cause.occupied': '{technician} already has an open request for this device (#{number}).',
  'cause.occupied.someone': 'Somebody already has an open request for this device.',
  'cause.occupied.who': 'The technician who has it',
  'cause.occupied.next': 'Ask for that request to be closed, or try again later.',
  'cause.connector-missing':
    'Intune has no working TeamViewer connector, or its license does not cover this.',
  'cause.connector-missing.who': 'An Intune administrator',
  'cause.connector-missing.next':
    'Have the TeamViewer connector set up in the Intune admin center (Tenant administration, Connectors and tokens). Then try again.',
  'cause.intune-busy': 'Intune was busy for too long and did not take the request.',
  'cause.intune-busy.who': 'Nobody needs to act: this passes',
  'cause.intune-busy.next': 'Try again in a few minutes.',
  'cause.intune-unreachable': 'Intune could not be reached, so the request was not carried out.',
  'cause.intune-unreachable.who': 'Nobody needs to act, unless it stays so: then the operator of this bot',
  'cause.intune-unreachable.next': 'Try again in a few minutes.',
  'cause.sign-in-unavailable': 'The Microsoft sign-in service did not let me act for you.',
  'cause.sign-in-unavailable.who': 'Nobody needs to act, unless it stays so: then the operator of this bot',
  'cause.sign-in-unavailable.next': 'Try again in a few minutes.',
  'cause.sign-in-needed': 'Your sign-in has ended, or Intune does not take it any more.',
  'cause.sign-in-needed.who': 'You',
  'cause.sign-in-needed.next': 'Try again and sign in when I ask you to.',
  'cause.interrupted': 'I was interrupted after your confirmation, and nothing was sent because of it.',
  'cause.interrupted.who': 'You',
  'cause.interrupted.next': 'Try again: I will ask you to confirm once more.',
  'cause.unexpected': 'Something happened that I was not prepared for.',
  'cause.unexpected.who': 'The operator of this bot',
  'cause.unexpected.next': 'Try again. If it happens again, pass on the reference numbers.',

  // A press that was not carried out
  'refusal.not-your-request': 'Only the technician who opened this request can use its buttons.',
  'refusal.already-under-way': 'This is already under way. Nothing was sent a second time.',
  'refusal.already-closed': 'This request is already over. Nothing was changed.',
  'refusal.expired': 'This card has expired. Nothing was sent.',
  'refusal.reason-needed': 'The owner of the device cannot be told: type a reason first. Nothing was sent.',
  'refusal.nothing-to-do': 'That is not possible in this state of the request. Nothing was changed.',
  'refusal.card-outdated': 'This card was out of date. Nothing was changed; this is how things stand now.',
  'refusal.left-alone':
    'A fault of mine keeps me from following this request, so there may be news that I do not show. Press a button and I try again; if it stays so, tell the operator of this bot.',

  // Troubles outside a request
  'trouble.heading': 'That did not work',
  'trouble.sentence': 'Nothing was changed.',
  'trouble.outcome-unknown.sentence': 'Whether it took effect is not known.',
  'trouble.unexpected.heading': 'Something unexpected happened',
  'trouble.unexpected.sentence': 'I could not finish what you asked for. Requests under way are not lost.',
  'trouble.busy.intune': 'Intune is busy.',
  'trouble.busy.sign-in': 'The Microsoft sign-in service is busy.',
  'trouble.busy.teams': 'Microsoft Teams is busy.',
  'trouble.busy.database': 'My database is busy.',
  'trouble.busy.next': 'Try again in a few minutes.',
  'trouble.busy.next-at': 'Try again after {time}.',
  'trouble.unreachable.intune': 'Intune cannot be reached at the moment.',
  'trouble.unreachable.sign-in': 'The Microsoft sign-in service cannot be reached at the moment.',
  'trouble.unreachable.teams': 'Microsoft Teams cannot be reached at the moment.',
  'trouble.unreachable.database': 'My database cannot be reached at the moment.',
  'trouble.unreachable.next': 'Try again in a few minutes. If it stays so, pass on the reference number.',
  'trouble.who.passes': 'Nobody needs to act, unless it stays so: then the operator of this bot',
  'trouble.who.operator': 'The operator of this bot',
  'trouble.outcome-unknown.cause': 'Intune gave no clear answer.',
  'trouble.outcome-unknown.who': 'You',
  'trouble.outcome-unknown.next': 'Look at the status of your requests before you ask again.',

  // Signing in (plain text: OAuth cards take no Markdown)
  'sign-in.title': 'Sign in to Device Assist',
  'sign-in.button': 'Sign in',
  'sign-in.first-time':
    'I call Intune with your own permissions, so I need you to sign in. Then I go on with what you asked for.',
  'sign-in.expired': 'Your sign-in has ended. Sign in again, and I go on with what you asked for.',
  'sign-in.consent':
    'This app still needs consent to call Intune with your permissions. Sign in to give it, or to see who can.',
  'sign-in.second-factor':
    'Your organization asks for one more proof of who you are. Sign in to give it, and I go on.',
  'sign-in.not-possible-here':
    'Automatic sign-in does not work here. Sign in on the page that the button opens, and I go on.',

  // Choosing one of several
  'pick.device.name': '{count, plural, one {# device matches "{typed}"} other {# devices match "{typed}"}}',
  'pick.device.name-more':
    'More than {count, plural, one {# device matches} other {# devices match}} "{typed}"',
  'pick.device.person': 'Devices of {name}',
  'pick.device.app': 'Devices with {name}',
  'pick.device.own': 'Your devices',
  'pick.device.several-names': 'Which of these devices?',
  'pick.device.sentence': 'Choose one. I will show it to you before I ask Intune for anything.',
  'pick.device.one-at-a-time': 'I help with one device at a time. Choose the first one.',
  'pick.device.more':
    'There are more than are listed here. Narrow it down: write the full device name or the serial number.',
  'pick.device.speech': 'Choose a device',
  'pick.app.heading': 'Apps that match "{name}"',
  'pick.app.sentence': 'Choose the app and version. I will list the devices that have it.',
  'pick.app.more': 'There are more than are listed here. Narrow it down: write more of the name of the app.',
  'pick.app.speech': 'Choose an app',
  'pick.person.heading': 'People who match "{name}"',
  'pick.person.sentence': 'Choose the person you mean. I will list the devices of that person.',
  'pick.person.more':
    'There are more than are listed here. Narrow it down: write the sign-in name, or mention the person.',
  'pick.person.speech': 'Choose a person',

  // Nothing found
  'no-match.device': 'No device found',
  'no-match.device.sentence': 'I found no device "{typed}" that you may see in Intune.',
  'no-match.device.next': 'Check the spelling, or write the serial number or the sign-in name of the user.',
  'no-match.person': 'No person found',
  'no-match.person.sentence': 'I found no person "{typed}" in the directory.',
  'no-match.person.next': 'Write the sign-in name, such as maria.lopez@contoso.com, or mention the person.',
  'no-match.app': 'No app found',
  'no-match.app.sentence': 'I found no app "{typed}" among the discovered apps.',
  'no-match.app.next': 'Check the spelling, or write only the beginning of the name.',
  'no-match.devices-of-person': 'No devices found',
  'no-match.devices-of-person.sentence': 'I found no device of "{typed}" that you may see in Intune.',
  'no-match.devices-of-person.next': 'Ask the user for the name or the serial number of the device.',
  'no-match.devices-with-app': 'No devices found',
  'no-match.devices-with-app.sentence': 'I found no device with "{typed}" that you may see in Intune.',
  'no-match.devices-with-app.next': 'Name the device itself, or try another version of the app.',
  'no-match.own-devices': 'You have no devices',
  'no-match.own-devices.sentence': 'You are not the primary user of any device in Intune.',
  'no-match.own-devices.next': 'Name the device that you want to help with.',
  'no-match.near': 'Did you mean one of these?',

  // Lists
  'list.status.heading': '{count, plural, one {# open request} other {# open requests}}',
  'list.status.empty': 'You have no open request.',
  'list.history.heading': 'Your last requests',
  'list.history.empty': 'You have made no request yet.',
  'list.more': 'The newest {count} are listed.',
  'list.empty.next': 'Write the name of a device to start one.',

  // The help card. The examples must be understood by the parser: a test says so
  'help.heading': 'Remote assistance for Intune devices',
  'help.greeting': 'Hello, I am Device Assist',
  'help.sentence':
    'Name a device, and I request remote assistance for it from Intune, with your own permissions. I always ask you before anything happens.',
  'help.device': 'A device',
  'help.person': 'Devices of a person',
  'help.app': 'Devices with an app',
  'help.yourself': 'Help for yourself',
  'help.commands': 'Commands',
  'example.device': 'help me with device LAPTOP-7F3K',
  'example.person': 'devices of maria.lopez@contoso.com',
  'example.app': 'devices with Adobe Reader',
  'example.yourself': 'ask for help',
  'example.commands': 'my devices · status · history · cancel · my requests · queue · sign out · help',

  // One-line answers
  'note.not-understood':
    'I did not understand that. Name a device, for example "help me with device LAPTOP-7F3K", or write "help".',
  'note.which-device': 'Which device? Write its name or its serial number.',
  'note.search-too-short': 'That is too short to look for. Write at least three characters of the name.',
  'note.name-needs-sign-in-name':
    'I cannot look "{name}" up in the directory here. Write the sign-in name, such as maria.lopez@contoso.com, or mention the person.',
  'note.personal-chat-please': 'I answer questions about devices in our personal chat. Please ask me there.',
  'note.personal-chat-please.link': 'Open the personal chat',
  'note.signed-out': 'You are signed out. I have forgotten your sign-in.',
  'note.nothing-to-cancel': 'There is nothing to cancel.',
  'note.cancelled':
    '{count, plural, one {Request {numbers} is cancelled.} other {Requests {numbers} are cancelled.}} Nothing was sent to Intune.',
  'note.withdrawn':
    '{count, plural, one {Request {numbers} is closed.} other {Requests {numbers} are closed.}} Intune cannot be told to stop: tell the user not to accept the prompt.',
  'note.cannot-cancel-now':
    '{count, plural, one {Request {numbers} is} other {Requests {numbers} are}} being sent at this moment. Try again in a few seconds.',
  'note.connector-not-in-this-cloud':
    'The TeamViewer connector of Intune does not exist in this cloud, so remote assistance cannot be requested here.',
  'note.not-a-technician':
    'Your account does not have the technician role for this bot. The operator of this bot can say how to get it.',
  'note.guest': 'Guests cannot request remote assistance. Use your account of this organization.',
  'note.other-tenant': 'I work only for people of the organization in which I am installed.',
  'note.personal-account':
    'Personal Microsoft accounts cannot be used with Intune. Sign in with a work or school account.',
  'note.one-device-at-a-time': 'I help with one device at a time. Name a single device.',
  'note.not-your-card': 'This card belongs to somebody else. Only that person can use its buttons.',
  'note.too-many-at-once': 'That is too much at once. Please wait a minute, then go on.',
  'note.interrupted':
    'I was interrupted, and a message of yours may have no answer. If so, please write it again.',
  'note.card-expired': 'This card cannot be used any more. Ask for the device again.',
  'note.already-chosen': 'You have already chosen on this card. Ask again for another choice.',
  'note.working': 'I am working on it.',
  'note.signed-in': 'You are signed in.',
  'note.language-changed': 'From now on I write to you in English.',
  'note.language-as-in-teams': 'From now on I write to you in the language of your Teams.',
  'note.sign-in-failed': 'The sign-in did not work. Ask again, and I will offer it once more.',
  'note.no-such-request':
    'I found no such request of yours. Write "status" or "history" to see your requests.',
  'languages.title': 'Choose a language',
  'languages.sentence': 'I understand all of them, whichever I answer in.',
  'languages.as-in-teams': 'Same as Teams',
  'page.signed-in.title': 'You are signed in as {name}',
  'page.signed-in.text': 'Go back to Teams. Your question goes on there by itself.',
  'page.link-expired.title': 'This sign-in link has expired',
  'page.link-expired.text': 'Go back to Teams and ask again; I will offer a new one.',
  'page.visit-expired.title': 'The sign-in took too long',
  'page.visit-expired.text': 'Go back to Teams and start it once more from the sign-in card.',
  'page.other-browser.title': 'This sign-in was started in another browser',
  'page.other-browser.text': 'Go back to Teams and start it once more from the sign-in card.',
  'page.wrong-person.title': 'Somebody else signed in',
  'page.wrong-person.text':
    'The sign-in card was meant for another account. Go back to Teams and sign in with the account you use there.',
  'page.declined.title': 'The sign-in was cancelled',
  'page.declined.text': 'Nothing was changed. Go back to Teams and start it again when you want to.',
  'page.consent-missing.title': 'An administrator has to agree first',
  'page.consent-missing.text':
    'Device Assist needs a permission that only an administrator of your organization can grant. Ask them to grant admin consent for Device Assist, then ask again in Teams.',
  'page.blocked-by-policy.title': 'A policy of your organization blocks the sign-in',
  'page.blocked-by-policy.text':
    'An Entra administrator can say which Conditional Access policy applies to Device Assist.',
  'page.guest.title': 'Guests cannot sign in here',
  'page.guest.text': 'Use your account of this organization.',
  'page.wrong-tenant.title': 'This account belongs to another organization',
  'page.wrong-tenant.text': 'Go back to Teams and sign in with the account you use there.',
  'page.personal-account.title': 'Personal Microsoft accounts cannot be used with Intune',
  'page.personal-account.text': 'Sign in with a work or school account.',
  'page.unavailable.title': 'The sign-in service cannot be reached',
  'page.unavailable.text':
    'Nothing was sent. Wait a minute, then start again from the sign-in card in Teams.',
  'page.failed.title': 'The sign-in did not work',
  'page.failed.text':
    'Go back to Teams and ask again. If it happens once more, tell the operator of this bot.',

  // Help requests: what somebody raised for a technician to take; never the word for a request to Intune
  'case.heading': 'Help request #{number}',
  'case.state.open': 'Waiting for a technician',
  'case.state.taken': 'In progress',
  'case.state.asking': 'Session requested',
  'case.state.in-session': 'Session is ready',
  'case.state.resolved': 'Closed',
  'case.state.withdrawn': 'Withdrawn',
  'case.state.disowned': 'Stopped',
  'case.says.open': 'Nobody is on it yet.',
  'case.says.taken': '{technician} is on it. Taken: {time}',
  'case.says.asking': '{technician} is on it. Intune is asked for a remote assistance session.',
  'case.says.in-session': '{technician} is on it. The remote assistance session can begin.',
  'case.says.resolved': 'Closed by {technician}: {time}',
  'case.says.withdrawn': 'Withdrawn: {time}. Nobody works on it any more.',
  'case.says.disowned': 'The owner of the device did not ask for this. Work on it has stopped.',
  'case.wrote': 'What was written',
  'case.urgency.urgent': 'Urgent',
  'case.outcome.solved': 'Solved',
  'case.outcome.workaround': 'Worked around',
  'case.outcome.no-fault-found': 'No fault found',
  'case.outcome.not-solved': 'Not solved',
  'case.session-was.asked':
    'Intune cannot be told to stop: nobody should accept the prompt in Company Portal any more.',
  'case.session-was.ready':
    'Intune cannot be told to stop: nobody should accept the prompt any more, and an open session has to be closed in TeamViewer.',
  'case.hint.withdraw-late':
    'If you withdraw it now, Intune cannot be told to stop: do not accept the prompt in Company Portal after that.',
  'case.not-posted': 'The help channel cannot be reached. Technicians find this request in their queue only.',
  'case.hint.muted': 'You get no more messages about this.',
  'case.hint.three-messages': 'There are at most three messages about this: taken, ready, closed.',
  'case.history': 'So far',
  'case.passing.handed-over': '{from} handed it over to {to}. Reason: {reason}. Time: {time}',
  'case.passing.released': '{from} put it back into the queue. Time: {time}',
  'case.session-end.closed': 'closed',
  'case.session-end.refused': 'could not be requested',
  'case.session-end.failed': 'failed',
  'case.session-end.stopped': 'stopped',
  'case.guard.told':
    'The owner of the device was told to accept only if the caller says this phrase. Say it:',
  'case.guard.will-be-told':
    'With your request the owner of the device is told to accept only if the caller says this phrase. Say it:',
  'case.guard.no-chat':
    'The owner of the device does not know who asks: there is no chat with this bot to say so.',
  'case.guard.no-owner': 'Nobody could be told who asks: the device has no primary user.',
  'case.guard.not-delivered':
    'The owner of the device does not know who asks: the message was not delivered.',
  'case.guard.reason-needed': 'Write a reason: without one the session is not requested.',
  'case.form.outcome': 'Outcome',
  'case.form.minutes': 'Minutes spent',
  'case.form.minutes.error': 'Write a number from 0 to {most}.',
  'case.form.query': 'Another device: name or serial number',
  'case.form.query.error': 'Write at most {most} characters.',
  'case.form.colleague': 'Colleague',
  'case.form.colleague.error': 'Choose a colleague.',
  'case.form.reason': 'Reason',
  'case.form.reason.error': 'Write why, in at most {most} characters.',
  'case.hand-over.heading': 'Hand over help request #{number}',
  'case.hand-over.sentence': 'Choose a colleague and say why. They see the whole history.',
  'case.hand-over.nobody': 'No other technician has used this bot yet. Ask a colleague to write to it once.',
  'case.hand-over.more': 'Only those who used the bot most recently are listed.',
  'case.mismatch.heading': 'Is this the right device?',
  'case.mismatch.other': 'The device {device} belongs to {owner}, not to {requester}.',
  'case.mismatch.nobody':
    'The device {device} has no primary user: nobody can say whether it is used by {requester}.',
  'case.mismatch.hint': 'A session shows the screen of whoever uses the device. Go on only if you are sure.',
  'case.owner.heading': 'Somebody wants to help on your device',
  'case.owner.sentence':
    '{technician} from your help desk asks for a remote session on {device}, for help request #{number} of {requester}.',
  'case.owner.phrase': 'Accept only if the caller says this phrase:',
  'case.owner.next': 'A prompt appears in Company Portal. Nobody sees your screen before you accept it.',
  'case.owner.over.heading': 'This is over',
  'case.owner.over.sentence':
    'The session on {device} for help request #{number} is over. There is nothing to accept any more.',
  'case.owner.disowned.heading': 'Stopped',
  'case.owner.disowned.sentence':
    'You said that you did not ask for this. Work on it has stopped, and your help desk knows.',
  'case.owner.disowned.next':
    'Intune cannot be told to stop: do not accept a prompt in Company Portal, and close an open session in TeamViewer.',
  'case.told.taken': 'Somebody is on your help request',
  'case.told.taken.sentence':
    '{technician} is on help request #{number}. You do not have to do anything now.',
  'case.told.ready': 'Help is ready',
  'case.told.ready.sentence':
    '{technician} can help now on {device}. Open Company Portal on it and accept the prompt. Nobody sees the screen before that.',
  'case.told.closed': 'Your help request is closed',
  'case.nudge.heading': 'Help request #{number} is still waiting',
  'case.nudge.sentence': 'Nobody has taken it. Waiting since: {time}',
  'case.alert.heading': 'Help request #{number} was stopped',
  'case.alert.sentence':
    'The owner of the device said that they had not asked for this. Find out who did: somebody may be posing as a colleague.',
  'case.queue.heading': '{count, plural, one {# open help request} other {# open help requests}}',
  'case.queue.empty': 'The queue is empty',
  'case.queue.next': 'Nobody is waiting for help.',
  'case.my-requests.heading':
    '{count, plural, one {# help request of yours} other {# help requests of yours}}',
  'case.my-requests.empty': 'You have no open help request',
  'case.my-requests.next': 'What you raise or take stands here.',
  'case.list.range': '{from} to {to} of {total}',
  'case.list.nobody': 'nobody is on it',
  'case.list.somebody': 'on it: {technician}',
  'case.belongs.yes': 'Yes: the requester is its primary user',
  'case.belongs.no': 'No: it belongs to somebody else',
  'case.belongs.nobody': 'Unknown: it has no primary user',
  'case.pick.heading': 'Devices of {requester} for help request #{number}',
  'case.pick.theirs': 'The device "{named}" that was named comes first.',
  'case.pick.not-theirs':
    'The device "{named}" that was named belongs to somebody else. It comes first; you will be asked once more.',
  'case.pick.not-found': 'The device "{named}" that was named was not found.',
  'case.pick.none':
    'I found no device of {requester} that you may see in Intune. Go back and write the name or the serial number.',
  'case.refusal.not-a-technician': 'Only technicians can do this.',
  'case.refusal.own-request': 'You cannot take your own help request.',
  'case.refusal.already-yours': 'You are on it already.',
  'case.refusal.taken-by-another': '{who} has taken it already.',
  'case.refusal.taken-by-somebody': 'Somebody else has taken it already.',
  'case.refusal.nobody-on-it': 'Nobody is on it.',
  'case.refusal.not-yours': 'Only the technician who is on it can do this.',
  'case.refusal.not-your-request': 'Only whoever raised it can do this.',
  'case.refusal.not-your-device': 'Only the owner of the device can say this.',
  'case.refusal.not-a-colleague': 'It can be handed over to technicians only, and not to the requester.',
  'case.refusal.reason-needed': 'Write a reason.',
  'case.refusal.session-under-way': 'A session is under way. Close its request first.',
  'case.refusal.already-over': 'It is over already.',
  'case.refusal.nothing-to-do': 'There is nothing to change.',

  // Buttons of help requests
  'button.case-take': 'Take it',
  'button.case-release': 'Back to the queue',
  'button.case-hand-over': 'Hand over',
  'button.case-withdraw': 'Withdraw it',
  'button.case-resolve': 'Close as done',
  'button.case-urgent': 'It is urgent',
  'button.case-normal': 'It is not urgent',
  'button.case-mute': 'No more messages',
  'button.case-unmute': 'Message me again',
  'button.case-disown': 'I did not ask for this',
  'button.case-devices': 'Choose a device',
  'button.case-find': 'Find this device',
  'button.case-raise': 'I need help myself',
  'button.case-view': 'Back',
  'button.use-device': 'Yes, use this device',
  'button.more': 'Show more',

  // Names of facts of help requests
  'fact.requester': 'From',
  'fact.raised-by': 'Raised by',
  'fact.named-device': 'Named device',
  'fact.raised-at': 'Raised',
  'fact.outcome': 'Outcome',
  'fact.minutes': 'Time spent',
  'fact.last-session': 'Last session',
  'fact.case': 'Help request',
  'fact.belongs': 'Device of the requester',
  'fact.stopped-by': 'Stopped by',
  'value.minutes': '{count, plural, one {# minute} other {# minutes}}',
  'value.case': '#{number} · {requester}',
  'value.last-session': '{device} · {end}',
  'stopped-by.requester': 'The requester, who withdrew the help request',
  'stopped-by.owner': 'The owner of the device, who did not ask for this',

  // One-line answers about help requests
  'note.case-raised': 'Your help request has the number #{number} and waits in the help channel.',
  'note.no-help-channel':
    'There is no help channel yet in which somebody would see this. A technician makes a channel one by writing "use this channel" there.',
  'note.help-channel-set': 'Help requests from personal chats are posted in this channel from now on.',
  'note.only-in-a-channel': 'Write this in the channel that is to be used.',
  'note.install-first':
    'To take help requests, add me to your Teams first: the session link goes to your personal chat.',
  'note.install-first.link': 'Add Device Assist',
  'note.take-in-personal-chat': 'Sign in once in our personal chat first. You can go on there.',
  'note.no-such-case': 'I found no such help request.',
  'note.case-not-here': 'This help request cannot be seen here.',
} as const;
