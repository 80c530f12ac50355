/** Ticket and document numbers that look like device names. */
const TICKET =
  /^(?:inc|ritm|chg|prb|req|sctask|task|kb|cve|sr|tkt|ticket|case|bug|jira|issue|iso|rfc|din|en|utf|sha|md|ipv|gpt|cov|covid|fy|http|err|error|0x|hw|po|rma|ms|us|story|epic|sprint|build|version|ver|rev|vol|cap|art|fig|room|raum|sala|nr|no|http|e-?mail|mp|usb|hdmi|ddr|wi-?fi|wlan|lte|port|vlan|step|day|tag|week|kw|q|h|v|win|windows|office|ios|ipados|android|macos|excel|word|outlook|teams|python|java|php|sql|dotnet|net|log|top|plan|level|phase|typ|type|model|thinkpad|elitebook|probook|latitude|optiplex|precision|xps|macbook|galaxy|pixel|iphone|ipad|surface|inspiron|ideapad|yoga|zbook)[-_. ]?\d[\d.-]{0,30}[a-z]{0,2}$/u;
const MEASURE =
  /^\d{1,9}(?:[.,]\d{1,9})?(?:[gmtk]i?bp?s?|[gmk]?hz|[mcdk]?m|k?g|h|hs|hrs?|min|mins|sec|s|ms|px|fps|[pkx]|am|pm|st|nd|rd|th|er|e|uhr|pro|v|w|мин|гб|мб|тб|ч|час|сек|кг|руб|х|го|й|я|е|ый|ая|ое|ых|ми|ти|кв|г|eur|usd|h[0-9]{1,2}|h2)$/u;
const RELEASE =
  /^\d{2}h[12]$|^[a-z]-?\d{1,4}[a-z]?$|^[a-z]{1,2}\d{1,3}$|^\d{1,4}[a-z]$|^[a-z]\d[a-z]$|^[a-z]{1,3}365$|^\d{1,2}[.:]\d{2}(?:am|pm|h|uhr)?$/u;
const DATE =
  /^\d{1,4}[-.]\p{L}{3,9}(?:[-.]\d{1,4})?$|^\p{L}{3,9}[-.]\d{1,2}(?:[-.]\d{4})$|^\d{4}-\d{2}-\d{2}t/u;
const FILE =
  /\.(?:xlsx?|docx?|pptx?|pdf|exe|msi|zip|png|jpe?g|txt|csv|log|ps1|bat|json|xml|html?|mp4|mov|iso|cab|appx|dll|sys)$/u;
const KNOWN_NAMES =
  /^(?:7-zip|7zip|log4j|o365|m365|notepad\+\+|c\+\+|b2b|b2c|p2p|i18n|l10n|2fa|mfa2|3d|4g|5g|u2f|fido2|oauth2|base64|x64|x86|amd64|arm64|web2|web3|24-7|mp3|mp4|h264|h265|1-on-1|1on1|one2one|k8s|ps5|x1)$/u;

/** A word that needs at least a digit to pass for a device's name without any noun before it. */
export function looksLikeDevice(token: string): boolean {
  const name = token.toLocaleLowerCase('en');
  if (name.length < 3 || name.length > 80 || !/\p{N}/u.test(name) || !/\p{L}/u.test(name)) return false;
  if (TICKET.test(name) || MEASURE.test(name) || RELEASE.test(name)) return false;
  if (DATE.test(name) || FILE.test(name) || KNOWN_NAMES.test(name)) return false;
  // "3-year", "5-минутный", "2-mal": a number with a word in small letters.
  if (/^\d{1,6}-\p{Ll}+$/u.test(token) || /^\d{1,3}-\p{L}+$/u.test(token)) return false;
  if (/[-_&]/u.test(name)) return true;
  if (/^[\p{L}\p{N}]{2,}(?:\.[\p{L}\p{N}-]{2,}){2,6}$/u.test(name)) return true;
  if (/[.+]/u.test(name)) return false;
  const digits = name.replaceAll(/\P{N}/gu, '').length;
  if (/^(?:pc|lt|nb|ws|srv|dc|tab|nuc|mac|pos|wks|laptop|desktop|note)\d{1,6}$/u.test(name)) return true;
  // Without a hyphen: long, several digits, and no word with a number behind it in small letters.
  return name.length >= 6 && digits >= 2 && (/\p{Lu}/u.test(token) || /\d\p{L}/u.test(token));
}

const CAPITALS =
  /^(?:asap|please|pls|help|bios|uefi|vpn|usb|hdmi|hp|dell|lenovo|acer|asus|wi-?fi|lan|wlan|bsod|imei|tpm|edr|mdm|dns|sso|mfa|ram|ssd|hdd|cpu|gpu|ip|id|it|ok|now|win|windows|mac|ios|android|intune|entra|sap|erp|crm|pdf|faq|todo|fyi|eta|e-mail|cd-rom|ad-hoc|usb-c|usb-a|co-worker|x|xx|xxx|on-prem|all-in-one|remote|session|app|apps|name|gps|qr|nfc|sim|lte|срочно|помогите|пожалуйста|впн|снилс|аус|мфу|ибп|bitte|hilfe|dringend|ayuda|urgente|ajuda|socorro|pc|pcs|laptop|notebook|und|and|teams|outlook|excel|word|office|teamviewer|anydesk|zoom|chrome|os|kb|inc)$/u;

/** A word in capitals without a digit: a device's name only right after a device noun, or with a hyphen. */
export function looksLikeCapitalName(token: string): boolean {
  if (token !== token.toLocaleUpperCase('en') || !/^[\p{Lu}][\p{Lu}_&-]{2,30}$/u.test(token)) return false;
  return !CAPITALS.test(token.toLocaleLowerCase('en'));
}
