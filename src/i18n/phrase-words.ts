import type { Language } from './language';

/**
 * Words of which the owner of a device and the technician are told the same two, to know each other by on the phone:
 * short, plain, no two alike, all of one gender where a language has genders, and none that could offend beside any
 * of the others.
 */
export const phraseWords: Readonly<Record<Language, PhraseWords>> = {
  en: {
    first: wordsIn(`
      amber autumn brave bronze bright calm candid cedar clever copper coral cosmic crimson crystal daring
      dapper eager elegant emerald famous festive fluent friendly frosty gentle golden graceful hidden
      honest humble ivory jolly kindly lavender lively lucky lunar magic marble merry mighty modern modest
      noble nimble olive orange patient peaceful polar polite proud purple quiet rapid royal scarlet
      silent silver simple spotless sturdy sunny turquoise velvet violet vivid winter wooden
    `),
    second: wordsIn(`
      acorn almond anchor apple badger balloon basket beacon bridge butterfly cactus candle canyon castle
      cello chestnut clover comet compass cottage cricket dolphin dragonfly falcon feather forest garden
      giraffe glacier harbor hedgehog heron horizon island kettle lantern lemon library lighthouse maple
      meadow mountain mushroom orchard otter owl panda parrot pebble penguin piano puffin pyramid rainbow
      river robin rocket sailboat sparrow squirrel sunflower teapot tulip turtle umbrella valley violin
      walnut windmill
    `),
  },
  es: {
    first: wordsIn(`
      abanico abeto acordeón almendro andén arcoíris armario árbol bambú barco barranco bosque broche búho
      cactus canguro caracol castillo cedro cerezo ciprés clavel colibrí cometa cuaderno delfín desierto
      diamante elefante erizo espejo faro flamenco fósil girasol glaciar globo halcón horizonte jardín
      jazmín koala lago limón manzano molino mosaico naranjo olivo panda paraguas pingüino piano planeta
      prado puente puerto reloj río sendero sombrero tambor tejado tren trineo trigo tulipán valle velero
      volcán violín
    `),
    second: wordsIn(`
      ágil alegre alpino amable ámbar antiguo apacible atento audaz azul blanco brillante cálido callado
      celeste claro cordial cósmico cristalino dorado discreto dulce elegante esmeralda estelar fabuloso
      famoso feliz festivo fiel fresco generoso gentil grande helado honesto ideal ilustre invernal ligero
      limpio lunar magnífico marino mágico moderno noble nuevo otoñal paciente pacífico plateado polar
      prudente puntual radiante rápido real rojo sabio salvaje sereno silencioso simple soleado tenaz
      tranquilo turquesa valiente verde veloz violeta vivaz
    `),
  },
  ru: {
    first: wordsIn(`
      алый аметистовый атласный бархатный белый бирюзовый бодрый бронзовый быстрый бумажный вежливый
      верный весенний весёлый вишнёвый громкий далёкий добрый душистый звёздный зелёный земной зимний
      золотой изумрудный искренний каменный кленовый коралловый космический красный кружевной лазурный
      лёгкий летний лимонный лунный малиновый медный мирный молодой морской мудрый надёжный нежный новый
      оливковый оранжевый осенний отважный песчаный праздничный прозрачный пурпурный радостный речной
      розовый рубиновый светлый северный серебряный сиреневый скромный смелый солнечный спокойный степной
      стойкий тёплый тихий уютный фиолетовый хвойный хрустальный шёлковый яркий янтарный ясный
    `),
    second: wordsIn(`
      аист ананас апельсин аэростат барабан барсук берег бинокль бобр бубен ветер водопад вокзал вулкан
      гепард глобус горизонт дворец дельфин дождь дракон ёжик жаворонок журавль замок звонок зонтик
      изумруд каштан кедр кит клевер ключ колокол компас корабль космос костёр кувшин лебедь лимон лотос
      маяк медведь месяц метеор мост музей океан орех остров оркестр павлин парус пингвин планер поезд
      пруд ручей рояль самовар сапфир светильник скворец сокол страус тигр трамвай троллейбус тюльпан
      фонарь фонтан чемодан шиповник якорь ястреб
    `),
  },
  'pt-BR': {
    first: wordsIn(`
      abacaxi abacate açude albatroz anel arquipélago arvoredo avião balão bambu barco biscoito bosque
      botão broche caderno café cajueiro campo canguru caracol carrossel castelo cedro cipreste coelho
      cometa copo coqueiro cravo deserto diamante elefante esquilo espelho farol flamingo foguete girassol
      golfinho horizonte ipê jardim jasmim jacarandá lago leque limoeiro mapa mirante moinho morango
      oceano olival panda pandeiro passarinho pinguim piano pomar planeta prisma relógio riacho rio sabiá
      sino tamanduá tambor telhado tigre trem trigal trovão tucano túnel vale vento violino vulcão coala
    `),
    second: wordsIn(`
      ágil alegre alpino amável âmbar antigo atento audaz azul bonito branco brilhante calmo celeste claro
      cordial cósmico cristalino discreto doce dourado elegante esmeralda estelar famoso feliz festivo
      fiel fresco generoso gentil gigante gelado honesto ideal ilustre leve limpo lilás lunar mágico
      magnífico marinho moderno nobre novo paciente pacífico polar prateado prudente pontual radiante
      rápido real risonho sábio selvagem sereno silencioso simples sincero suave tenaz tranquilo turquesa
      único valente veloz verde vermelho violeta vivaz
    `),
  },
  de: {
    first: wordsIn(`
      aktiver bequemer bronzener bunter dankbarer ehrlicher eifriger eleganter echter fleißiger flinker
      freundlicher frischer fröhlicher frostiger geduldiger gelber glücklicher goldener großer grüner
      gütiger heiterer heller herbstlicher himmlischer höflicher kluger königlicher kühner kupferner
      langer leiser lebhafter lustiger magischer moderner munterer mutiger nächtlicher neuer netter nobler
      oranger polarer pünktlicher ruhiger rosiger sanfter samtener schneller silberner sonniger stiller
      stolzer südlicher tapferer treuer türkiser violetter wacher wilder winterlicher zarter zufriedener
    `),
    second: wordsIn(`
      Adler Ahorn Anker Apfel Bach Ballon Bambus Berg Biber Brunnen Dachs Delfin Diamant Edelstein Elefant
      Enzian Falke Fasan Fels Flieder Fluss Fuchs Garten Gipfel Hafen Hirsch Holunder Horizont Igel Jasmin
      Kaktus Kamin Kiesel Kirschbaum Klee Komet Kompass Kranich Lavendel Leuchtturm Löffel Mond Morgen
      Mohn Nebel Ozean Palast Panda Papagei Pfirsich Pilz Pinguin Planet Quarz Regenbogen Ritter Rucksack
      Salbei Schlitten Schmetterling See Spatz Spiegel Storch Strand Stern Teppich Thymian Tiger Turm Uhu
      Vulkan Wacholder Wald Wasserfall Zug Zweig
    `),
  },
  ja: {
    first: wordsIn(`
      赤い 青い 白い 黒い 黄色い 明るい 暖かい 涼しい 優しい 楽しい 嬉しい 新しい 古い 大きい 小さい 高い 長い 丸い 深い 広い 早い 強い 甘い 軽い 眩しい 珍しい 美しい 緑の 紫の
      金色の 銀色の 桃色の 水色の 虹色の 琥珀色の 春の 夏の 秋の 冬の 朝の 夕方の 月夜の 星空の 海辺の 森の 山の 空の 雪国の 砂漠の 都会の 南国の 北国の 静かな 元気な 豊かな 素直な
      爽やかな 穏やかな 華やかな 丈夫な 大切な 自由な 正直な 勇敢な 丁寧な 陽気な 気楽な 透明な 立派な
    `),
    second: wordsIn(`
      キツネ クジラ イルカ ペンギン パンダ コアラ キリン カンガルー リス ウサギ フクロウ ツバメ ハヤブサ ツル カメ カエル トンボ ホタル チョウ ミツバチ サクラ ヒマワリ タンポポ
      チューリップ バラ スミレ モミジ タケ マツ リンゴ ミカン レモン ブドウ イチゴ スイカ メロン 灯台 風車 汽車 帆船 気球 時計 太鼓 ピアノ バイオリン 花火 提灯 風鈴 折り紙 望遠鏡
      羅針盤 噴水 図書館 庭園 火山 氷河 湖 虹 流れ星 三日月 太陽 雷雲 オーロラ ダイヤモンド 真珠 水晶 積み木
    `),
  },
};

export type PhraseWords = { readonly first: readonly string[]; readonly second: readonly string[] };

function wordsIn(list: string): readonly string[] {
  return list.trim().split(/\s+/u);
}
