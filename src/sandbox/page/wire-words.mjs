/** What a request means, by where it goes and what it looks like; the first that matches counts. */
const MEANINGS = [
  [
    'graph',
    /^POST .*\/requestRemoteAssistance/,
    'Asks Intune for remote assistance: once, never by itself again',
  ],
  ['graph', /^GET .*\/managedDevices\?/, 'Looks for devices'],
  ['graph', /^GET .*\/managedDevices\//, 'Reads the device: link, action results, facts'],
  ['graph', /^GET .*\/detectedApps/, 'Looks for apps and the devices that have them'],
  ['graph', /^GET .*\/(?:users|me)\b/, 'Looks for people'],
  ['login', /\/keys$/, 'Fetches the signing keys, to check who somebody is'],
  ['login', / on_behalf_of$/, 'A Graph token on behalf of the technician'],
  ['login', / client_credentials$/, "The bot's own token, for Teams only"],
  ['login', /\/authorize/, 'The sign-in page'],
  ['teams', /signin\/tokenExchange$/, 'Single sign-on: Teams hands over a token'],
  ['teams', /signin\/failure$/, 'Single sign-on did not work'],
  ['teams', /signin\/verifyState$/, 'The sign-in page is done'],
  ['teams', /adaptiveCard\/action$/, 'A button was pressed'],
  ['teams', /installationUpdate|conversationUpdate/, 'The app was added'],
  ['teams', / message$/, 'A message was written'],
  ['connector', /^POST .* typing$/, 'Shows that the bot is typing'],
  ['connector', /^POST .* card$/, 'Hangs up a card'],
  ['connector', /^POST .*\/activities/, 'Writes a message'],
  ['connector', /^PUT /, 'Changes the card where it hangs'],
  ['connector', /openidconfiguration$|\/keys$/, "Fetches Teams' signing keys"],
];

/** One line in plain words; what the sandbox noted where there is none. */
export function meaningOf({ where, method, path, query = '', note = '' }) {
  const seen = `${method} ${path}${query}${note === '' ? '' : ` ${note}`}`;
  return MEANINGS.find(([place, pattern]) => place === where && pattern.test(seen))?.[2] ?? note;
}
