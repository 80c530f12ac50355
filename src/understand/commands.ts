import { commandTitles } from './command-titles';
import { languages, type Language } from './intention';
import { toCueText, trimmed } from './normalise';

/** Commands of the lists in Teams. All are the whole utterance, but for `help_device`, whose title a device can follow. */
export type Command = keyof (typeof commandTitles)['en'];
type WholeCommand = Exclude<Command, 'help_device'>;

/** What people type instead of the title. Lower case, without punctuation and politeness. */
const synonyms: Readonly<Record<Language, Readonly<Record<WholeCommand, readonly string[]>>>> = {
  en: {
    status: ['state', 'my status'],
    list_my_devices: ['devices', 'list devices', 'list my devices', 'my device'],
    history: ['my history'],
    cancel: ['abort', 'withdraw', 'stop'],
    sign_out: ['signout', 'log out', 'logout', 'sign off', 'log off', 'logoff'],
    help_menu: ['help me', 'menu', 'commands', 'start', 'help menu', 'info'],
    language: ['languages', 'change language', 'set language'],
    ask_for_help: ['ask support', 'new request', 'new help request', 'raise a request', 'request help'],
    my_requests: ['my help requests', 'my tickets', 'my cases', 'show my requests', 'list my requests'],
    queue: ['the queue', 'show queue', 'show the queue', 'request queue'],
    use_this_channel: ['use channel', 'use this channel for requests', 'use this channel for help requests'],
  },
  es: {
    status: ['estatus'],
    list_my_devices: ['mis equipos', 'dispositivos'],
    history: ['histórico'],
    cancel: ['anular', 'cancela'],
    sign_out: ['cerrar sesion', 'salir', 'desconectar'],
    help_menu: ['menú', 'menu', 'comandos', 'inicio'],
    language: ['idiomas', 'cambiar idioma', 'lengua'],
    ask_for_help: ['petición de ayuda', 'nueva petición', 'nueva petición de ayuda', 'crear una petición'],
    my_requests: ['mis peticiones de ayuda', 'mis tickets', 'ver mis peticiones', 'mostrar mis peticiones'],
    queue: ['la cola', 'ver cola', 'ver la cola', 'mostrar la cola', 'cola de peticiones'],
    use_this_channel: ['usa este canal', 'utilizar este canal', 'utiliza este canal'],
  },
  ru: {
    status: ['состояние'],
    list_my_devices: ['устройства'],
    history: ['журнал'],
    cancel: ['отменить', 'отмени'],
    sign_out: ['выход', 'выйти из учетной записи', 'выйти из аккаунта'],
    help_menu: ['помощь', 'хелп', 'меню', 'команды', 'старт', 'начать'],
    language: ['языки', 'сменить язык', 'выбрать язык'],
    ask_for_help: [
      'попросить помощи',
      'попросить помощь',
      'создать заявку',
      'новая заявка',
      'подать заявку',
      'оставить заявку',
    ],
    my_requests: ['мои тикеты', 'мои обращения', 'показать мои заявки', 'покажи мои заявки'],
    queue: ['очередь заявок', 'показать очередь', 'покажи очередь'],
    use_this_channel: ['используй этот канал', 'используйте этот канал', 'использовать канал'],
  },
  'pt-BR': {
    status: ['situação', 'andamento'],
    list_my_devices: ['meus equipamentos'],
    history: ['historico'],
    cancel: ['cancela', 'anular'],
    sign_out: ['sair da conta', 'encerrar sessão', 'desconectar', 'encerrar sessao'],
    help_menu: ['menu', 'comandos', 'início', 'inicio'],
    language: ['idiomas', 'trocar idioma', 'mudar idioma', 'língua'],
    ask_for_help: [
      'pedido de ajuda',
      'novo pedido',
      'novo pedido de ajuda',
      'abrir chamado',
      'abrir um chamado',
      'novo chamado',
    ],
    my_requests: [
      'meus pedidos de ajuda',
      'meus chamados',
      'meus tickets',
      'ver meus pedidos',
      'mostrar meus pedidos',
    ],
    queue: ['a fila', 'ver fila', 'ver a fila', 'mostrar a fila', 'fila de pedidos'],
    use_this_channel: ['use este canal', 'usa este canal', 'utilizar este canal'],
  },
  de: {
    status: ['stand'],
    list_my_devices: ['meine geraete', 'geräte'],
    history: ['historie', 'chronik'],
    cancel: ['abbruch', 'stornieren', 'storno'],
    sign_out: ['ausloggen', 'abmeldung'],
    help_menu: ['menü', 'befehle', 'menue'],
    language: ['sprachen', 'sprache ändern', 'sprache wechseln'],
    ask_for_help: ['hilfeanfrage', 'neue hilfeanfrage', 'hilfe anfragen', 'hilfe erbitten', 'neue anfrage'],
    my_requests: [
      'meine anfragen',
      'meine tickets',
      'meine hilfeanfragen anzeigen',
      'meine anfragen anzeigen',
    ],
    queue: ['die warteschlange', 'warteschlange anzeigen', 'warteschlange zeigen', 'zeig die warteschlange'],
    use_this_channel: [
      'diesen kanal benutzen',
      'diesen kanal nutzen',
      'kanal verwenden',
      'verwende diesen kanal',
      'nutze diesen kanal',
    ],
  },
  ja: {
    status: ['状態', 'ステータス', '進捗'],
    list_my_devices: ['マイデバイス', '私のデバイス', '自分の端末'],
    history: ['ヒストリー'],
    cancel: ['取り消し', '取消', '中止'],
    sign_out: ['ログアウト', 'ログオフ'],
    help_menu: ['使い方', 'メニュー', 'コマンド'],
    language: ['言語を変更', '言語の変更', '言語設定'],
    ask_for_help: ['サポート依頼', 'サポートを依頼する', '助けを求める', '新しい依頼', 'サポートを頼む'],
    my_requests: ['自分のサポート依頼', '私の依頼', 'マイリクエスト', '自分のリクエスト'],
    queue: ['キュー', '待ち行列', '依頼一覧', '対応待ち', 'キューを表示', '対応待ち一覧を表示'],
    use_this_channel: [
      'このチャネルを使う',
      'このチャネルを使用する',
      'このチャンネルを使用',
      'このチャンネルを使う',
      'このチャンネルを使用する',
    ],
  },
};

/** `title + rest`: the rest is the application's name. */
export const appTitles: Readonly<Record<Language, readonly string[]>> = {
  en: ['devices with'],
  es: ['dispositivos con'],
  ru: ['устройства с'],
  'pt-BR': ['dispositivos com'],
  de: ['geräte mit', 'geraete mit'],
  // The name comes first in Japanese, so there is no title that a name could follow.
  ja: [],
};

const titleOf = (language: Language, command: Command): string => toCueText(commandTitles[language][command]);

/** Every wording of a command, the title first. */
export const wordingsOf = (language: Language, command: WholeCommand): readonly string[] => [
  titleOf(language, command),
  ...synonyms[language][command],
];

/** How each language calls itself: the words on the language card. */
export const autonyms: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  ru: 'Русский',
  'pt-BR': 'Português (Brasil)',
  de: 'Deutsch',
  ja: '日本語',
};

/** An exact command, in more than one language where they share a word, such as "status". */
interface ExactCommand {
  readonly command: Command;
  readonly languages: readonly Language[];
}
const exact = new Map<string, ExactCommand>();
for (const language of languages)
  for (const command of Object.keys(commandTitles.en) as Command[])
    // the keys of its type
    for (const wording of command === 'help_device'
      ? [titleOf(language, command)]
      : wordingsOf(language, command))
      exact.set(wording, { command, languages: [...(exact.get(wording)?.languages ?? []), language] });

const languageByAutonym = new Map(
  (Object.entries(autonyms) as [Language, string][]).map(([language, name]) => [
    name.toLocaleLowerCase('en'),
    language,
  ]),
);

/** The command an utterance is, whole. `cue` is in lower case without politeness. */
export function exactCommand(cue: string): ExactCommand | undefined {
  return exact.get(withoutPunctuation(cue));
}
export function exactAutonym(cue: string): Language | undefined {
  return languageByAutonym.get(withoutPunctuation(cue)) ?? languageByAutonym.get(cue.trim());
}
const withoutPunctuation = (cue: string): string => trimmed(cue, ' \n¿¡/!.,:;', ' \n!?.,:;~');

/** Where the application's name begins after the title of the command, or undefined. */
export function appTitleLength(cue: string): number | undefined {
  return Object.values(appTitles)
    .flat()
    .find((title) => cue.startsWith(`${title} `))?.length;
}
