import type { Language } from './intention';

/** Commands that are the whole utterance. Teams sends the localized title of the command list as an ordinary message. */
export type Command =
  | 'status'
  | 'list_my_devices'
  | 'history'
  | 'cancel'
  | 'sign_out'
  | 'help_menu'
  | 'language'
  /** `title + rest`: the rest is the application's name. */
  | 'help_app';

/** Lower case, without punctuation and politeness. The first of each list is the title in the manifest. */
export const commands: Readonly<Record<Language, Readonly<Record<Command, readonly string[]>>>> = {
  en: {
    status: ['status', 'state', 'my status'],
    list_my_devices: ['my devices', 'devices', 'list devices', 'list my devices', 'my device'],
    history: ['history', 'my history'],
    cancel: ['cancel', 'abort', 'withdraw', 'stop'],
    sign_out: ['sign out', 'signout', 'log out', 'logout', 'sign off', 'log off', 'logoff'],
    help_menu: ['help', 'help me', 'menu', 'commands', 'start', 'help menu', 'info'],
    language: ['language', 'languages', 'change language', 'set language'],
    help_app: ['devices with'],
  },
  es: {
    status: ['estado', 'estatus'],
    list_my_devices: ['mis dispositivos', 'mis equipos', 'dispositivos'],
    history: ['historial', 'histórico'],
    cancel: ['cancelar', 'anular', 'cancela'],
    sign_out: ['cerrar sesión', 'cerrar sesion', 'salir', 'desconectar'],
    help_menu: ['ayuda', 'menú', 'menu', 'comandos', 'inicio'],
    language: ['idioma', 'idiomas', 'cambiar idioma', 'lengua'],
    help_app: ['dispositivos con'],
  },
  ru: {
    status: ['статус', 'состояние'],
    list_my_devices: ['мои устройства', 'устройства'],
    history: ['история', 'журнал'],
    cancel: ['отмена', 'отменить', 'отмени'],
    sign_out: ['выйти', 'выход', 'выйти из учетной записи', 'выйти из аккаунта'],
    help_menu: ['справка', 'помощь', 'хелп', 'меню', 'команды', 'старт', 'начать'],
    language: ['язык', 'языки', 'сменить язык', 'выбрать язык'],
    help_app: ['устройства с'],
  },
  'pt-BR': {
    status: ['status', 'situação', 'andamento'],
    list_my_devices: ['meus dispositivos', 'meus equipamentos'],
    history: ['histórico', 'historico'],
    cancel: ['cancelar', 'cancela', 'anular'],
    sign_out: ['sair', 'sair da conta', 'encerrar sessão', 'desconectar', 'encerrar sessao'],
    help_menu: ['ajuda', 'menu', 'comandos', 'início', 'inicio'],
    language: ['idioma', 'idiomas', 'trocar idioma', 'mudar idioma', 'língua'],
    help_app: ['dispositivos com'],
  },
  de: {
    status: ['status', 'stand'],
    list_my_devices: ['meine geräte', 'meine geraete', 'geräte'],
    history: ['verlauf', 'historie', 'chronik'],
    cancel: ['abbrechen', 'abbruch', 'stornieren', 'storno'],
    sign_out: ['abmelden', 'ausloggen', 'abmeldung'],
    help_menu: ['hilfe', 'menü', 'befehle', 'menue'],
    language: ['sprache', 'sprachen', 'sprache ändern', 'sprache wechseln'],
    help_app: ['geräte mit', 'geraete mit'],
  },
  ja: {
    status: ['状況', '状態', 'ステータス', '進捗'],
    list_my_devices: ['自分のデバイス', 'マイデバイス', '私のデバイス', '自分の端末'],
    history: ['履歴', 'ヒストリー'],
    cancel: ['キャンセル', '取り消し', '取消', '中止'],
    sign_out: ['サインアウト', 'ログアウト', 'ログオフ'],
    help_menu: ['ヘルプ', '使い方', 'メニュー', 'コマンド'],
    language: ['言語', '言語を変更', '言語の変更', '言語設定'],
    help_app: ['次のアプリがあるデバイス:'],
  },
};

/** How each language calls itself: the words on the language card. */
export const autonyms: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  ru: 'Русский',
  'pt-BR': 'Português (Brasil)',
  de: 'Deutsch',
  ja: '日本語',
};

type WholeCommand = Exclude<Command, 'help_app'>;
interface ExactCommand {
  readonly command: WholeCommand;
  /** More than one where languages share a word, such as "status". */
  readonly languages: readonly Language[];
}
const whole = new Map<string, ExactCommand>();
const titles: string[] = [];
for (const [language, table] of Object.entries(commands) as [Language, (typeof commands)[Language]][])
  // keys of its type
  for (const [command, wordings] of Object.entries(table) as [Command, readonly string[]][])
    // keys of its type
    for (const wording of wordings)
      if (command === 'help_app') titles.push(wording);
      else whole.set(wording, { command, languages: [...(whole.get(wording)?.languages ?? []), language] });

const languageByAutonym = new Map(
  (Object.entries(autonyms) as [Language, string][]).map(([language, name]) => [
    name.toLocaleLowerCase('en'),
    language,
  ]),
);

/** The command an utterance is, whole. `cue` is in lower case without politeness. */
export function exactCommand(cue: string): ExactCommand | undefined {
  return whole.get(withoutPunctuation(cue));
}
export function exactAutonym(cue: string): Language | undefined {
  return languageByAutonym.get(withoutPunctuation(cue)) ?? languageByAutonym.get(cue.trim());
}
const withoutPunctuation = (cue: string): string =>
  cue.replace(/^[\s¿¡/!.,:;]{1,20}|[\s!?.,:;~]{1,20}$/gu, '');

/** Where the application's name begins after the title of the command, or undefined. */
export function appTitleLength(cue: string): number | undefined {
  return titles.find((title) => cue.startsWith(`${title} `))?.length;
}
