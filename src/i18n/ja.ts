import type { Messages } from './translate';

/**
 * Japanese. 「要求」 is the bot's own request; an end user's request for help would be 「サポート依頼」. です/ます,
 * buttons as nouns or 〜する, and a half-width space inside katakana compounds and around Latin, as Microsoft writes.
 */
export const ja = {
  'card.fallback':
    'このカードはここでは表示できません。最新バージョンの Microsoft Teams でこのチャットを開いてください。',
  'card.reference': '要求 #{number}',
  'card.replaces': 'このカードは、届かなかった可能性のある以前のカードに代わるものです。',
  'card.unusual-characters':
    '通常と異なる文字があります。別の名前に見える可能性があるため、1 文字ずつ確認してください。',

  'button.request-assistance': 'リモート アシスタンスを要求する',
  'button.another-device': '別のデバイス',
  'button.cancel': 'キャンセル',
  'button.withdraw': '要求を取り下げる',
  'button.check-again': '再確認する',
  'button.send-again': '再送信する',
  'button.close': '要求をクローズする',
  'button.open-session': 'セッションを開く',
  'button.try-again': '再試行する',
  'button.sign-in': 'サインイン',
  'button.my-devices': '自分のデバイス',
  'button.status': '状況',
  'button.history': '履歴',

  'fact.primary-user': 'プライマリ ユーザー',
  'fact.model': 'モデル',
  'fact.system': 'オペレーティング システム',
  'fact.ownership': '所有権',
  'fact.compliance': 'コンプライアンス',
  'fact.last-check-in': '最終接続日時',
  'fact.serial-number': 'シリアル番号',
  'fact.given-reason': '要求の理由',
  'fact.status': '状態',
  'fact.confirmed-at': '確認日時',
  'fact.asked-at': 'Intune への要求日時',
  'fact.session-link': 'セッション リンク',
  'fact.ready-since': '準備完了日時',
  'fact.reserved-until': 'デバイスの確保期限',
  'fact.first': '最初に',
  'fact.then': '次に',
  'fact.cause': '原因',
  'fact.who': '対応できる担当者',
  'fact.next': '次の手順',
  'fact.not-sent-again': '再送信されませんでした',
  'fact.details': 'Intune からのメッセージ',
  'fact.time': '日時',
  'fact.reference': 'お問い合わせ番号',
  'fact.graph-request-id': 'Graph 要求 ID',
  'fact.client-request-id': 'クライアント要求 ID',

  'value.serial-tail': '末尾 …{tail}',
  'value.no-primary-user': 'プライマリ ユーザーなし',
  'value.never-checked-in': '接続の記録なし',
  'value.time-and-age': '{time} · {age}',
  'value.reference': '#{number}',
  'value.waiting-until': '{time} まで待機',
  'value.checking-until': '{time} まで確認',
  'value.device-count': '{count, plural, other {# 台のデバイス}}',

  'ownership.company': '会社所有',
  'ownership.personal': '個人所有',
  'ownership.unknown': '不明',
  'compliance.compliant': '準拠',
  'compliance.noncompliant': '非準拠',
  'compliance.inGracePeriod': '猶予期間',
  'compliance.conflict': 'ポリシーの競合',
  'compliance.error': 'エラー',
  'compliance.configManager': 'Configuration Manager で管理',
  'compliance.unknown': '不明',

  'confirm.heading': 'リモート アシスタンスを要求しますか?',
  'confirm.sentence': 'このデバイスで間違いないか確認してください。Intune にはまだ要求していません。',
  'confirm.warnings': '続ける前にご確認ください',
  'confirm.hint': 'ユーザーがポータル サイト アプリで要求を受け入れる必要があります。',
  'confirm.reason.label': '要求の理由 (省略可、記録に残ります)',
  'confirm.reason.placeholder': '例: チケット番号',
  'confirm.reason.error': '{most} 文字以内で入力してください。',
  'confirm.valid-until': '要求 #{number} · このカードは {time} まで有効です。',

  'warning.stale-check-in':
    '{days, plural, other {# 日を超えて接続がありません。デバイスの電源が入っていない可能性があり、次に接続するまで要求が届かないことがあります。}}',
  'warning.stale-check-in.never':
    'Intune にこのデバイスの接続の記録がありません。デバイスが接続するまで要求が届かないことがあります。',
  'warning.corporate-android':
    '会社所有の Android です。TeamViewer コネクタではサポートされていないため、要求は失敗する可能性が高いです。',
  'warning.enrolled-without-user':
    'ユーザーなしで登録されたデバイスです。ポータル サイトに通知が表示されないため、要求を受け入れられる人がいない可能性があります。',
  'warning.no-primary-user':
    'プライマリ ユーザーがいません (共有デバイス)。ポータル サイトに通知が表示されないことがあります。デバイスのそばに人がいることを確認してください。',
  'warning.not-managed':
    '現在は管理されていません (状態: {state})。Intune が要求を拒否するか、実行しないままになる可能性があります。',
  'warning.other-spelling':
    '入力された名前は「{typed}」ですが、このデバイスの名前は「{name}」です。目的のデバイスかどうか確認してください。',
  'warning.old-session-link':
    '以前のセッションのリンクがデバイスに残っています。誰かが接続している可能性があります。新しいリンクを待ち、古いリンクは表示しません。',

  'status.draft': 'ご確認待ち',
  'status.confirmed': '確認済み',
  'status.sending': 'Intune に要求中',
  'status.requested': '要求済み',
  'status.unknown': '結果を確認中',
  'status.no-link': 'セッション リンクなし',
  'status.needs-human': 'Intune の確認なし',
  'status.ready': 'セッション準備完了',
  'status.refused': '要求できませんでした',
  'status.failed': 'エラー',

  'progress.confirmed.heading': '確認済み',
  'progress.confirmed.sentence': 'デバイスの状態を確認してから、Intune に要求します。',
  'progress.waits.intune-busy':
    'Intune が混み合っており、要求はまだ受け付けられていません。{time} にもう一度要求します。',
  'progress.waits.not-reached': 'Intune に接続できませんでした。{time} にもう一度要求します。',
  'progress.sending.heading': 'Intune に要求中',
  'progress.sending.sentence': '要求を送信しています。数秒かかります。',
  'progress.requested.heading': '要求済み',
  'progress.requested.sentence': 'Intune が要求を受け付けました。セッション リンクを待っています。',
  'progress.requested.hint':
    'デバイスから離れずにポータル サイト アプリを開くよう、ユーザーに伝えてください。要求はそこに表示されます。',
  'progress.unknown.heading': '結果を確認中',
  'progress.unknown.sentence':
    'Intune から明確な応答がありませんでした。要求が届いたかどうか、デバイスを確認しています。',
  'progress.unknown.hint': '要求を自動的に再送信することはありません。',
  'progress.give-up-hint':
    'Intune の処理は止められません。要求を今取り下げてもクローズしても、ユーザーには表示されることがあります。',

  'ready.heading': 'セッションの準備ができました',
  'ready.sentence': 'セッション リンクが届きました。',
  'ready.you': 'セッションを開きます。',
  'ready.user':
    'ポータル サイト アプリを開いて要求を受け入れるよう、ユーザーに伝えてください。それまでは誰にも画面は見えません。',
  'ready.hint':
    'セッションが終わったら、ここで要求をクローズしてください。デバイスが再び利用できるようになります。',
  'ready.link-withheld':
    'セッション リンクの接続先 {host} は許可されたホストに含まれていないため、表示しません。このボットの運用担当者が許可できます (SESSION_LINK_HOSTS)。',
  'ready.link-absent':
    'セッション リンクはもう保持していません。Intune 管理センターでデバイスを開いて確認するか、この要求をクローズしてもう一度要求してください。',

  'question.no-link.heading': 'セッション リンクがまだありません',
  'question.no-link.sentence': 'Intune は要求を受け付けましたが、セッション リンクが届いていません。',
  'question.no-link.unseen':
    'Intune は要求を受け付けましたが、セッション リンクが届いたかどうか、デバイスを確認できません。',
  'question.no-link.hint':
    'デバイスの電源が入っていないか、オフラインの可能性があります。引き続きときどき確認します。再確認するか、要求をクローズすることもできます。',
  'question.needs-human.heading': 'Intune の確認が取れていません',
  'question.needs-human.sentence':
    '要求が届いたかどうか不明です。Intune から明確な応答がなく、デバイスにも要求の形跡がありません。',
  'question.needs-human.unseen':
    '要求が届いたかどうか不明です。Intune から明確な応答がなく、デバイスも確認できませんでした。',
  'question.needs-human.hint':
    'ポータル サイト アプリに要求が表示されたかどうか、ユーザーに確認してください。表示されていなければ再送信してください。その場合、ユーザーに 2 つ目の要求が表示されることがあります。',
  'question.sign-in.heading': '確認にはサインインが必要です',
  'question.sign-in.sentence':
    'サインインの有効期限が切れたため、デバイスを確認できなくなりました。要求の結果は分かっていません。',
  'question.sign-in.hint': 'サインインすると、確認を続けます。',

  'over.refused.heading': 'リモート アシスタンスを要求できませんでした',
  'over.refused.sentence': 'この要求ではセッションは作成されませんでした。原因と次の手順は以下のとおりです。',
  'over.failed.heading': 'セッションを作成できませんでした',
  'over.failed.sentence': 'セッションを作成できなかったと Intune から報告がありました。',
  'over.failed.who': 'ご自身。再び失敗した場合は Intune 管理者',
  'over.failed.next':
    'デバイスの電源が入っていること、ユーザーがポータル サイトにサインインしていることを確認してから、再試行してください。サポートに問い合わせるときは、このカードの番号を伝えてください。',

  'outcome.cancelled.word': 'キャンセル済み',
  'outcome.cancelled.sentence': 'Intune に送信する前に、要求をキャンセルしました。',
  'outcome.cancelled.next': 'また必要になったら、デバイス名を入力してください。',
  'outcome.expired.word': '期限切れ',
  'outcome.expired.sentence': 'カードが期限内に使われませんでした。Intune には要求していません。',
  'outcome.expired.next': 'もう一度デバイス名を入力してください。新しいカードを表示します。',
  'outcome.withdrawn.word': '取り下げ済み',
  'outcome.withdrawn.sentence':
    'Intune の処理は止められません。ポータル サイトで要求を受け入れないよう、ユーザーに伝えてください。',
  'outcome.withdrawn.next': 'この要求の追跡は終了しました。このデバイスで新しい要求を行えます。',
  'outcome.finished.word': 'クローズ済み',
  'outcome.finished.sentence': '要求をクローズしました。このデバイスで新しい要求を行えます。',
  'outcome.finished.next':
    'ここでクローズしても、開いているセッションは終了しません。TeamViewer で終了してください。',
  'outcome.released.word': '時間切れでクローズ',
  'outcome.released.sentence':
    '要求が期限内にクローズされなかったため、このデバイスで新しい要求を行えるようになりました。',
  'outcome.released.next': '開いているセッションはこれでは終了しません。TeamViewer で終了してください。',

  'cause.intune-role-missing':
    '現在の Intune ロールでは、このデバイスにリモート アシスタンスを要求できません。',
  'cause.intune-role-missing.who': 'Intune 管理者',
  'cause.intune-role-missing.next':
    'このデバイスを対象とし、アクセス許可「リモート アシスタンスの要求」(リモート タスク。ポータルでは Offer remote assistance に当たる名前の場合もあります) を持つ Intune ロールの割り当てを依頼してください。例: ヘルプ デスク オペレーター。その後、再試行してください。',
  'cause.consent-missing':
    'サポート担当者に代わって Intune で操作するためのアクセス許可が、このアプリに付与されていません。',
  'cause.consent-missing.who': 'Microsoft Entra 管理者',
  'cause.consent-missing.next':
    '委任されたアクセス許可 DeviceManagementManagedDevices.ReadWrite.All に対する管理者の同意を依頼してください。その後、再試行してください。',
  'cause.blocked-by-policy': '組織の条件付きアクセス ポリシーで許可されていません。',
  'cause.blocked-by-policy.who': 'Microsoft Entra 管理者',
  'cause.blocked-by-policy.next':
    'ポリシーで許可されているデバイスとネットワークから再試行するか、適用されているポリシーを問い合わせてください。',
  'cause.device-gone': 'このデバイスは Intune に存在しなくなったか、表示する権限がなくなりました。',
  'cause.device-gone.who': 'ご自身、または Intune 管理者',
  'cause.device-gone.next':
    'デバイスをもう一度検索してください。ワイプまたはリタイアされた場合は、先に登録し直す必要があります。',
  'cause.device-changed':
    'カードで確認された内容から、デバイスが変わっています。シリアル番号またはプライマリ ユーザーが異なります。',
  'cause.device-changed.who': 'ご自身',
  'cause.device-changed.next': '再試行してください。現在のデバイスの情報を表示します。',
  'cause.action-not-possible': 'Intune では、このデバイスにリモート アシスタンスを使用できません。',
  'cause.action-not-possible.who': 'Intune 管理者',
  'cause.action-not-possible.next':
    '別の方法でユーザーをサポートし、デバイスのプラットフォームと登録の確認を依頼してください。',
  'cause.already-running':
    'このデバイスのセッションを作成しているところです。もう一度要求すると妨げになります。',
  'cause.already-running.who': 'このデバイスに対応している担当者',
  'cause.already-running.next': '{minutes, plural, other {同僚に確認するか、# 分後に再試行してください。}}',
  'cause.occupied': 'このデバイスには、{technician} さんの進行中の要求 (#{number}) が既にあります。',
  'cause.occupied.someone': 'このデバイスには、進行中の要求が既にあります。',
  'cause.occupied.who': 'その要求のサポート担当者',
  'cause.occupied.next': 'その要求をクローズするよう依頼するか、後で再試行してください。',
  'cause.connector-missing':
    'Intune に動作する TeamViewer コネクタがないか、そのライセンスではこの操作を行えません。',
  'cause.connector-missing.who': 'Intune 管理者',
  'cause.connector-missing.next':
    'Intune 管理センター (「テナント管理」の「コネクタとトークン」) での TeamViewer コネクタの設定を依頼してください。その後、再試行してください。',
  'cause.intune-busy': 'Intune の混雑が長く続き、要求が受け付けられませんでした。',
  'cause.intune-busy.who': '対応は不要です。しばらくすると解消します',
  'cause.intune-busy.next': '数分後に再試行してください。',
  'cause.intune-unreachable': 'Intune に接続できず、要求は実行されませんでした。',
  'cause.intune-unreachable.who': '対応は不要です。解消しない場合は、このボットの運用担当者',
  'cause.intune-unreachable.next': '数分後に再試行してください。',
  'cause.sign-in-unavailable': 'Microsoft のサインイン サービスで、代理での操作が認められませんでした。',
  'cause.sign-in-unavailable.who': '対応は不要です。解消しない場合は、このボットの運用担当者',
  'cause.sign-in-unavailable.next': '数分後に再試行してください。',
  'cause.sign-in-needed': 'サインインの有効期限が切れたか、Intune で受け付けられなくなりました。',
  'cause.sign-in-needed.who': 'ご自身',
  'cause.sign-in-needed.next': '再試行し、求められたらサインインしてください。',
  'cause.interrupted': '確認のあとに処理が中断したため、何も送信していません。',
  'cause.interrupted.who': 'ご自身',
  'cause.interrupted.next': '再試行してください。もう一度確認をお願いします。',
  'cause.unexpected': '想定していないことが起こりました。',
  'cause.unexpected.who': 'このボットの運用担当者',
  'cause.unexpected.next': '再試行してください。再び起こる場合は、このカードの番号を伝えてください。',

  'refusal.not-your-request': 'この要求のボタンは、要求を開いたサポート担当者だけが使用できます。',
  'refusal.already-under-way': '既に処理中です。再送信はしていません。',
  'refusal.already-closed': 'この要求は既に終わっています。何も変更していません。',
  'refusal.expired': 'このカードは期限切れです。何も送信していません。',
  'refusal.reason-needed':
    'デバイスの所有者に通知できません。先に理由を入力してください。何も送信されていません。',
  'refusal.nothing-to-do': '要求の現在の状態では実行できません。何も変更していません。',
  'refusal.card-outdated':
    'このカードは最新ではありませんでした。何も変更していません。現在の状態は次のとおりです。',
  'refusal.left-alone':
    'このボットの不具合により、この要求を追跡できません。表示されていない新しい状況がある可能性があります。ボタンを押すと再試行します。解消しない場合は、このボットの運用担当者に伝えてください。',

  'trouble.heading': '実行できませんでした',
  'trouble.sentence': '何も変更していません。',
  'trouble.outcome-unknown.sentence': '実行されたかどうかは不明です。',
  'trouble.unexpected.heading': '予期しないエラーが発生しました',
  'trouble.unexpected.sentence': 'ご依頼の処理を完了できませんでした。進行中の要求は失われていません。',
  'trouble.busy.intune': 'Intune が混み合っています。',
  'trouble.busy.sign-in': 'Microsoft のサインイン サービスが混み合っています。',
  'trouble.busy.teams': 'Microsoft Teams が混み合っています。',
  'trouble.busy.database': 'このボットのデータベースが混み合っています。',
  'trouble.busy.next': '数分後に再試行してください。',
  'trouble.busy.next-at': '{time} 以降に再試行してください。',
  'trouble.unreachable.intune': '現在 Intune に接続できません。',
  'trouble.unreachable.sign-in': '現在 Microsoft のサインイン サービスに接続できません。',
  'trouble.unreachable.teams': '現在 Microsoft Teams に接続できません。',
  'trouble.unreachable.database': '現在このボットのデータベースに接続できません。',
  'trouble.unreachable.next':
    '数分後に再試行してください。解消しない場合は、お問い合わせ番号を伝えてください。',
  'trouble.who.passes': '対応は不要です。解消しない場合は、このボットの運用担当者',
  'trouble.who.operator': 'このボットの運用担当者',
  'trouble.outcome-unknown.cause': 'Intune から明確な応答がありませんでした。',
  'trouble.outcome-unknown.who': 'ご自身',
  'trouble.outcome-unknown.next': 'もう一度依頼する前に、要求の状況を確認してください。',

  'sign-in.title': 'Device Assist へのサインイン',
  'sign-in.button': 'サインイン',
  'sign-in.first-time':
    'Intune はご自身のアクセス許可で呼び出すため、サインインが必要です。サインイン後、ご依頼の処理を続けます。',
  'sign-in.expired': 'サインインの有効期限が切れました。もう一度サインインすると、ご依頼の処理を続けます。',
  'sign-in.consent':
    'ご自身のアクセス許可で Intune を呼び出すには、このアプリへの同意が必要です。サインインして同意するか、同意できる人を確認してください。',
  'sign-in.second-factor':
    '組織により、追加の本人確認が求められています。サインインして確認が済むと、処理を続けます。',
  'sign-in.not-possible-here':
    'ここでは自動サインインを使用できません。ボタンで開くページでサインインすると、処理を続けます。',

  'pick.device.name': '{count, plural, other {「{typed}」に一致するデバイスが # 台あります}}',
  'pick.device.name-more': '{count, plural, other {「{typed}」に一致するデバイスが # 台を超えています}}',
  'pick.device.person': '{name} さんのデバイス',
  'pick.device.app': '「{name}」があるデバイス',
  'pick.device.own': '自分のデバイス',
  'pick.device.several-names': 'どのデバイスですか?',
  'pick.device.sentence': '1 台選んでください。Intune に要求する前に、デバイスの情報を表示します。',
  'pick.device.one-at-a-time': '一度に対応できるのは 1 台です。最初のデバイスを選んでください。',
  'pick.device.more':
    'ここに表示されていないものもあります。デバイスの完全な名前またはシリアル番号を入力して絞り込んでください。',
  'pick.device.speech': 'デバイスを選んでください',
  'pick.app.heading': '「{name}」に一致するアプリ',
  'pick.app.sentence': 'アプリとバージョンを選んでください。そのアプリがあるデバイスを一覧表示します。',
  'pick.app.more': 'ここに表示されていないものもあります。アプリの名前をさらに入力して絞り込んでください。',
  'pick.app.speech': 'アプリを選んでください',
  'pick.person.heading': '「{name}」に一致するユーザー',
  'pick.person.sentence': 'ユーザーを選んでください。そのユーザーのデバイスを一覧表示します。',
  'pick.person.more':
    'ここに表示されていないユーザーもいます。サインイン名を入力するか、メンションして絞り込んでください。',
  'pick.person.speech': 'ユーザーを選んでください',

  'no-match.device': 'デバイスが見つかりません',
  'no-match.device.sentence': 'Intune で表示できるデバイスの中に「{typed}」は見つかりませんでした。',
  'no-match.device.next': 'つづりを確認するか、シリアル番号またはユーザーのサインイン名を入力してください。',
  'no-match.person': 'ユーザーが見つかりません',
  'no-match.person.sentence': 'ディレクトリに「{typed}」は見つかりませんでした。',
  'no-match.person.next':
    'maria.lopez@contoso.com のようなサインイン名を入力するか、相手をメンションしてください。',
  'no-match.app': 'アプリが見つかりません',
  'no-match.app.sentence': '検出されたアプリの中に「{typed}」は見つかりませんでした。',
  'no-match.app.next': 'つづりを確認するか、名前の先頭部分だけを入力してください。',
  'no-match.devices-of-person': 'デバイスが見つかりません',
  'no-match.devices-of-person.sentence':
    'Intune で表示できるデバイスの中に「{typed}」のデバイスは見つかりませんでした。',
  'no-match.devices-of-person.next': 'デバイスの名前またはシリアル番号をユーザーに確認してください。',
  'no-match.devices-with-app': 'デバイスが見つかりません',
  'no-match.devices-with-app.sentence':
    'Intune で表示できるデバイスの中に「{typed}」があるデバイスは見つかりませんでした。',
  'no-match.devices-with-app.next': 'デバイス名を直接入力するか、アプリの別のバージョンを試してください。',
  'no-match.own-devices': '自分のデバイスはありません',
  'no-match.own-devices.sentence': 'Intune に、ご自身がプライマリ ユーザーのデバイスはありません。',
  'no-match.own-devices.next': 'サポートするデバイスの名前を入力してください。',
  'no-match.near': 'お探しのものはこの中にありますか?',

  'list.status.heading': '{count, plural, other {進行中の要求: # 件}}',
  'list.status.empty': '進行中の要求はありません。',
  'list.history.heading': '最近の要求',
  'list.history.empty': 'まだ要求はありません。',
  'list.more': '新しい順に {count} 件を表示しています。',
  'list.empty.next': 'デバイス名を入力すると始められます。',

  'help.heading': 'Intune デバイスのリモート アシスタンス',
  'help.greeting': 'こんにちは、Device Assist です',
  'help.sentence':
    'デバイス名を入力すると、ご自身のアクセス許可で Intune にリモート アシスタンスを要求します。実行する前に必ず確認をお願いします。',
  'help.device': 'デバイス',
  'help.person': 'ユーザーのデバイス',
  'help.app': 'アプリがあるデバイス',
  'help.yourself': '自分へのサポート',
  'help.commands': 'コマンド',
  'example.device': 'LAPTOP-7F3K のリモート アシスタンスをお願いします',
  'example.person': 'maria.lopez@contoso.com のデバイス',
  'example.app': 'Adobe Reader が入っているデバイス',
  'example.yourself': 'サポートを依頼',
  'example.commands':
    '自分のデバイス · 状況 · 履歴 · キャンセル · 自分の依頼 · 対応待ち一覧 · サインアウト · ヘルプ',

  'note.not-understood':
    '内容を理解できませんでした。「LAPTOP-7F3K のリモート アシスタンスをお願いします」のようにデバイス名を入力するか、「ヘルプ」と入力してください。',
  'note.which-device': 'どのデバイスですか? 名前またはシリアル番号を入力してください。',
  'note.search-too-short': '検索するには短すぎます。名前を 3 文字以上入力してください。',
  'note.name-needs-sign-in-name':
    'ここでは「{name}」をディレクトリで検索できません。maria.lopez@contoso.com のようなサインイン名を入力するか、相手をメンションしてください。',
  'note.personal-chat-please':
    'デバイスに関するご質問には個人チャットでお答えします。個人チャットでお尋ねください。',
  'note.personal-chat-please.link': '個人チャットを開く',
  'note.signed-out': 'サインアウトしました。サインイン情報は削除しました。',
  'note.nothing-to-cancel': 'キャンセルするものはありません。',
  'note.cancelled':
    '{count, plural, other {要求 {numbers} をキャンセルしました。Intune には何も送信していません。}}',
  'note.withdrawn':
    '{count, plural, other {要求 {numbers} をクローズしました。Intune の処理は止められません。要求を受け入れないよう、ユーザーに伝えてください。}}',
  'note.cannot-cancel-now':
    '{count, plural, other {要求 {numbers} はちょうど送信中です。数秒後に再試行してください。}}',
  'note.connector-not-in-this-cloud':
    'このクラウドには Intune の TeamViewer コネクタがないため、リモート アシスタンスを要求できません。',
  'note.not-a-technician':
    'お使いのアカウントには、このボットのサポート担当者ロールがありません。取得方法は、このボットの運用担当者にお問い合わせください。',
  'note.guest': 'ゲストはリモート アシスタンスを要求できません。この組織のアカウントを使用してください。',
  'note.other-tenant': 'このボットは、インストールされている組織のユーザーだけが利用できます。',
  'note.personal-account':
    '個人の Microsoft アカウントは Intune では使用できません。職場または学校のアカウントでサインインしてください。',
  'note.one-device-at-a-time': '一度に対応できるのは 1 台です。デバイスを 1 台だけ指定してください。',
  'note.not-your-card': 'これはほかの人のカードです。ボタンを使用できるのは本人だけです。',
  'note.too-many-at-once': '一度に多すぎます。1 分ほど待ってから続けてください。',
  'note.interrupted':
    '処理が中断されたため、メッセージにお答えできていない可能性があります。返信がない場合は、もう一度送信してください。',
  'note.card-expired': 'このカードはもう使用できません。もう一度デバイスを検索してください。',
  'note.already-chosen': 'このカードでは既に選択されています。別のものを選ぶには、もう一度依頼してください。',
  'note.working': '処理しています。',
  'note.signed-in': 'サインインしました。',
  'note.language-changed': 'これからは日本語でお答えします。',
  'note.language-as-in-teams': 'これからは Teams と同じ言語でお答えします。',
  'note.sign-in-failed': 'サインインできませんでした。もう一度依頼すると、サインインを再度ご案内します。',
  'note.no-such-request':
    'ご自身の要求の中に該当するものはありません。要求を確認するには「状況」または「履歴」と入力してください。',
  'languages.title': '言語を選んでください',
  'languages.sentence': 'どの言語でお答えしていても、これらの言語はすべて理解できます。',
  'languages.as-in-teams': 'Teams と同じ',
  'page.signed-in.title': '{name} としてサインインしました',
  'page.signed-in.text': 'Teams に戻ってください。ご質問の処理は自動的に続きます。',
  'page.link-expired.title': 'このサインイン リンクは期限切れです',
  'page.link-expired.text': 'Teams に戻り、もう一度依頼してください。新しいリンクをご案内します。',
  'page.visit-expired.title': 'サインインに時間がかかりすぎました',
  'page.visit-expired.text': 'Teams に戻り、サインイン カードからやり直してください。',
  'page.other-browser.title': 'このサインインは別のブラウザーで開始されました',
  'page.other-browser.text': 'Teams に戻り、サインイン カードからやり直してください。',
  'page.wrong-person.title': '別の人がサインインしました',
  'page.wrong-person.text':
    'このサインイン カードは別のアカウント用です。Teams に戻り、Teams で使用しているアカウントでサインインしてください。',
  'page.declined.title': 'サインインはキャンセルされました',
  'page.declined.text': '何も変更していません。必要になったら、Teams に戻ってもう一度開始してください。',
  'page.consent-missing.title': '先に管理者の同意が必要です',
  'page.consent-missing.text':
    'Device Assist には、組織の管理者だけが付与できるアクセス許可が必要です。Device Assist に対する管理者の同意を依頼してから、Teams でもう一度お試しください。',
  'page.blocked-by-policy.title': '組織のポリシーによりサインインがブロックされました',
  'page.blocked-by-policy.text':
    'Device Assist に適用されている条件付きアクセス ポリシーについては、Entra 管理者にお問い合わせください。',
  'page.guest.title': 'ゲストはここではサインインできません',
  'page.guest.text': 'この組織のアカウントを使用してください。',
  'page.wrong-tenant.title': 'このアカウントは別の組織のものです',
  'page.wrong-tenant.text': 'Teams に戻り、Teams で使用しているアカウントでサインインしてください。',
  'page.personal-account.title': '個人の Microsoft アカウントは Intune では使用できません',
  'page.personal-account.text': '職場または学校のアカウントでサインインしてください。',
  'page.unavailable.title': 'サインイン サービスに接続できません',
  'page.unavailable.text':
    '何も送信していません。少し待ってから、Teams のサインイン カードからやり直してください。',
  'page.failed.title': 'サインインできませんでした',
  'page.failed.text':
    'Teams に戻り、もう一度依頼してください。再び起こる場合は、このボットの運用担当者に連絡してください。',

  // Help requests: what somebody raised for a technician to take; never the word for a request to Intune
  'case.heading': 'サポート依頼 #{number}',
  'case.state.open': '担当者待ち',
  'case.state.taken': '対応中',
  'case.state.asking': 'セッション要求中',
  'case.state.in-session': 'セッション準備完了',
  'case.state.resolved': '完了',
  'case.state.withdrawn': '取り下げ済み',
  'case.state.disowned': '中止',
  'case.says.open': 'まだ担当者がいません。',
  'case.says.taken': '担当者: {technician}。担当開始: {time}',
  'case.says.asking': '担当者: {technician}。Intune にリモート アシスタンス セッションを要求しています。',
  'case.says.in-session': '担当者: {technician}。リモート アシスタンス セッションを開始できます。',
  'case.says.resolved': '{technician} が完了にしました: {time}',
  'case.says.withdrawn': '取り下げ: {time}。もう対応していません。',
  'case.says.disowned': 'デバイスの所有者は依頼していません。対応を中止しました。',
  'case.wrote': '内容',
  'case.urgency.urgent': '緊急',
  'case.outcome.solved': '解決',
  'case.outcome.workaround': '回避策で対応',
  'case.outcome.no-fault-found': '異常なし',
  'case.outcome.not-solved': '未解決',
  'case.session-was.asked':
    'Intune の処理は止められません。ポータル サイトの通知をもう受け入れないでください。',
  'case.session-was.ready':
    'Intune の処理は止められません。通知をもう受け入れず、開いているセッションは TeamViewer で終了してください。',
  'case.hint.withdraw-late':
    '今取り下げても Intune の処理は止められません。その後はポータル サイトの通知を受け入れないでください。',
  'case.not-posted':
    'サポート用のチャネルに投稿できません。この依頼は、サポート担当者の依頼一覧にのみ表示されます。',
  'case.hint.muted': 'この件の通知は届きません。',
  'case.hint.three-messages': 'この件の通知は、担当開始、準備完了、完了の最大 3 回です。',
  'case.history': 'これまでの経過',
  'case.passing.handed-over': '{from} から {to} に引き継ぎ。理由: {reason}。日時: {time}',
  'case.passing.released': '{from} が対応待ちに戻しました。日時: {time}',
  'case.session-end.closed': 'クローズ済み',
  'case.session-end.refused': '要求できませんでした',
  'case.session-end.failed': 'エラー',
  'case.session-end.stopped': '中止',
  'case.guard.told':
    'デバイスの所有者には、次の合言葉を聞いたときだけ受け入れるよう伝えています。電話で伝えてください:',
  'case.guard.will-be-told':
    '要求すると、デバイスの所有者には、次の合言葉を聞いたときだけ受け入れるよう伝えられます。電話で伝えてください:',
  'case.guard.no-chat':
    'デバイスの所有者は、誰が要求しているか知りません。このボットとのチャットがないためです。',
  'case.guard.no-owner':
    '誰が要求しているかを伝える相手がいません。デバイスにプライマリ ユーザーがいないためです。',
  'case.guard.not-delivered':
    'デバイスの所有者は、誰が要求しているか知りません。メッセージが配信されませんでした。',
  'case.guard.reason-needed': '理由を入力してください。理由がないとセッションは要求されません。',
  'case.form.outcome': '結果',
  'case.form.minutes': '所要時間 (分)',
  'case.form.minutes.error': '0 から {most} までの数を入力してください。',
  'case.form.query': '別のデバイス: 名前またはシリアル番号',
  'case.form.query.error': '{most} 文字以内で入力してください。',
  'case.form.colleague': '同僚',
  'case.form.colleague.error': '同僚を選んでください。',
  'case.form.reason': '理由',
  'case.form.reason.error': '理由を {most} 文字以内で入力してください。',
  'case.hand-over.heading': 'サポート依頼 #{number} の引き継ぎ',
  'case.hand-over.sentence': '同僚を選び、理由を入力してください。相手はこれまでの経過をすべて確認できます。',
  'case.hand-over.nobody':
    'ほかのサポート担当者はまだこのボットを使っていません。同僚に一度メッセージを送ってもらってください。',
  'case.hand-over.more': '最近ボットを使った人だけが表示されます。',
  'case.mismatch.heading': 'このデバイスで間違いありませんか?',
  'case.mismatch.other': 'デバイス {device} は {owner} のもので、{requester} のものではありません。',
  'case.mismatch.nobody':
    'デバイス {device} にはプライマリ ユーザーがいません。{requester} が使っているかどうかは分かりません。',
  'case.mismatch.hint':
    'セッションでは、デバイスを使っている人の画面が見えます。確信がある場合だけ続けてください。',
  'case.owner.heading': 'あなたのデバイスのサポートについて',
  'case.owner.sentence':
    'サポートの {technician} が、デバイス {device} でのリモート セッションを求めています。サポート依頼 #{number} (依頼者: {requester}) のためです。',
  'case.owner.phrase': '電話の相手が次の合言葉を言った場合だけ受け入れてください:',
  'case.owner.next': 'ポータル サイトに通知が表示されます。受け入れるまで、画面は誰にも見えません。',
  'case.owner.over.heading': '終了しました',
  'case.owner.over.sentence':
    'デバイス {device} のサポート依頼 #{number} のセッションは終了しました。受け入れるものはもうありません。',
  'case.owner.disowned.heading': '中止しました',
  'case.owner.disowned.sentence':
    '依頼していないとのご連絡を受け、対応を中止しました。サポートにも伝えてあります。',
  'case.owner.disowned.next':
    'Intune の処理は止められません。ポータル サイトの通知を受け入れず、開いているセッションは TeamViewer で終了してください。',
  'case.told.taken': 'サポート依頼の担当者が決まりました',
  'case.told.taken.sentence':
    'サポート依頼 #{number} の担当者は {technician} です。今は何もする必要はありません。',
  'case.told.ready': 'サポートの準備ができました',
  'case.told.ready.sentence':
    '{technician} がデバイス {device} でサポートを始められます。そのデバイスでポータル サイトを開き、通知を受け入れてください。それまで画面は誰にも見えません。',
  'case.told.closed': 'サポート依頼は完了しました',
  'case.nudge.heading': 'サポート依頼 #{number} がまだ担当者待ちです',
  'case.nudge.sentence': 'まだ誰も担当していません。待ち始め: {time}',
  'case.alert.heading': 'サポート依頼 #{number} を中止しました',
  'case.alert.sentence':
    'デバイスの所有者から、依頼していないとの連絡がありました。誰が依頼したのか確認してください。誰かが同僚になりすましている可能性があります。',
  'case.queue.heading': '{count, plural, other {未完了のサポート依頼 # 件}}',
  'case.queue.empty': '対応待ちはありません',
  'case.queue.next': 'サポートを待っている人はいません。',
  'case.my-requests.heading': '{count, plural, other {自分のサポート依頼 # 件}}',
  'case.my-requests.empty': '未完了のサポート依頼はありません',
  'case.my-requests.next': '依頼したもの、担当するものがここに表示されます。',
  'case.list.range': '{total} 件中 {from} から {to} まで',
  'case.list.nobody': '担当者なし',
  'case.list.somebody': '担当者: {technician}',
  'case.belongs.yes': 'はい: 依頼者がプライマリ ユーザーです',
  'case.belongs.no': 'いいえ: ほかの人のものです',
  'case.belongs.nobody': '不明: プライマリ ユーザーがいません',
  'case.pick.heading': 'サポート依頼 #{number}: {requester} のデバイス',
  'case.pick.theirs': '依頼に書かれたデバイス「{named}」が先頭にあります。',
  'case.pick.not-theirs':
    '依頼に書かれたデバイス「{named}」はほかの人のものです。先頭にありますが、もう一度確認します。',
  'case.pick.not-found': '依頼に書かれたデバイス「{named}」は見つかりませんでした。',
  'case.pick.none':
    '{requester} のデバイスで、あなたが Intune で閲覧できるものは見つかりませんでした。戻って、名前かシリアル番号を入力してください。',
  'case.refusal.not-a-technician': 'これはサポート担当者だけができます。',
  'case.refusal.own-request': '自分のサポート依頼は担当できません。',
  'case.refusal.already-yours': 'すでに担当しています。',
  'case.refusal.taken-by-another': 'すでに {who} が担当しています。',
  'case.refusal.taken-by-somebody': 'すでに別の人が担当しています。',
  'case.refusal.nobody-on-it': '担当者がいません。',
  'case.refusal.not-yours': 'これは担当者だけができます。',
  'case.refusal.not-your-request': 'これは依頼した人だけができます。',
  'case.refusal.not-your-device': 'これはデバイスの所有者だけが伝えられます。',
  'case.refusal.not-a-colleague': '引き継ぎ先はサポート担当者だけです。依頼者には引き継げません。',
  'case.refusal.reason-needed': '理由を入力してください。',
  'case.refusal.session-under-way': 'セッションが進行中です。先にその要求をクローズしてください。',
  'case.refusal.already-over': 'すでに終了しています。',
  'case.refusal.nothing-to-do': '変更するものはありません。',

  // Buttons of help requests
  'button.case-take': '担当する',
  'button.case-release': '対応待ちに戻す',
  'button.case-hand-over': '引き継ぐ',
  'button.case-withdraw': '取り下げる',
  'button.case-resolve': '完了にする',
  'button.case-urgent': '緊急にする',
  'button.case-normal': '緊急を取り消す',
  'button.case-mute': '通知を止める',
  'button.case-unmute': '通知を再開する',
  'button.case-disown': '依頼していません',
  'button.case-devices': 'デバイスを選ぶ',
  'button.case-find': 'このデバイスを探す',
  'button.case-raise': '自分がサポートを依頼したい',
  'button.case-view': '戻る',
  'button.use-device': 'はい、このデバイスを使う',
  'button.more': 'さらに表示',

  // Names of facts of help requests
  'fact.requester': '依頼者',
  'fact.raised-by': '登録者',
  'fact.named-device': '記載されたデバイス',
  'fact.raised-at': '依頼日時',
  'fact.outcome': '結果',
  'fact.minutes': '所要時間',
  'fact.last-session': '前回のセッション',
  'fact.case': 'サポート依頼',
  'fact.belongs': '依頼者のデバイスか',
  'fact.stopped-by': '中止した人',
  'value.minutes': '{count, plural, other {# 分}}',
  'value.case': '#{number} · {requester}',
  'value.last-session': '{device} · {end}',
  'stopped-by.requester': 'サポート依頼を取り下げた依頼者',
  'stopped-by.owner': '依頼していないと伝えたデバイスの所有者',

  // One-line answers about help requests
  'note.case-raised': 'サポート依頼の番号は #{number} です。サポート用チャネルで担当者を待っています。',
  'note.no-help-channel':
    '依頼を受け付けるチャネルがまだありません。サポート担当者がチャネルで「このチャネルを使用」と書くと設定されます。',
  'note.help-channel-set': '今後、個人チャットからのサポート依頼はこのチャネルに投稿されます。',
  'note.only-in-a-channel': '使用するチャネルで書いてください。',
  'note.install-first':
    'サポート依頼を担当するには、先にボットを Teams に追加してください。セッション リンクは個人チャットに届きます。',
  'note.install-first.link': 'Device Assist を追加',
  'note.take-in-personal-chat': '先に個人チャットで一度サインインしてください。続きはそこでできます。',
  'note.no-such-case': 'そのサポート依頼は見つかりませんでした。',
  'note.case-not-here': 'このサポート依頼はここでは表示できません。',
} as const satisfies Messages;
