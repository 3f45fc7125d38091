/* Generated from src/game/quest/rules.toml by scripts/rules.mjs. Not to be edited. */
export interface Words { readonly en: string; readonly ru: string }
export type Stat = 'might' | 'nimble' | 'wits' | 'heart';
export type Aim = 'friend' | 'self' | 'hero' | 'heroes' | 'spirit' | 'enemy' | 'enemies';
export interface Skill { readonly id: string; readonly name: Words; readonly about: Words; readonly aim: Aim; readonly stat: Stat; readonly rest: number }
export interface Archetype {
  readonly name: Words;
  readonly about: Words;
  readonly stats: Readonly<Record<Stat, number>>;
  readonly hp: number;
  readonly attack: { readonly name: Words; readonly stat: Stat };
  readonly flaw: { readonly name: Words; readonly about: Words };
  readonly skills: readonly Skill[];
}
export interface Effect { readonly name: Words; readonly about: Words; readonly bad: boolean; readonly throws: number; readonly advantage: boolean }
/** It heals: by being used up, so that it may be used outside of a fight, too. */
export interface Item { readonly name: Words; readonly about: Words; readonly aim: Aim | null; readonly heals: boolean }
export interface Creature { readonly name: Words; readonly moves: Readonly<Record<string, { readonly intention: Words; readonly does: Words } | undefined>> }
export interface Encounter { readonly name: Words; readonly about: Words }
export interface Dice { readonly success: number; readonly partial: number; readonly easy: number; readonly hard: number; readonly help: number; readonly pack: number }
type Table<T> = Readonly<Record<string, T | undefined>>;
export const dice: Dice = {"success":10,"partial":7,"easy":1,"hard":-1,"help":1,"pack":1};
export const archetypes: Table<Archetype> = {
 "guardian": {
  "name": {
   "en": "Guardian",
   "ru": "Страж"
  },
  "about": {
   "en": "Stands where the blow will land.",
   "ru": "Стоит там, куда придётся удар."
  },
  "stats": {
   "might": 2,
   "heart": 1,
   "wits": 0,
   "nimble": -1
  },
  "hp": 13,
  "attack": {
   "name": {
    "en": "Swing the staff",
    "ru": "Удар посохом"
   },
   "stat": "might"
  },
  "flaw": {
   "name": {
    "en": "Heavy boots",
    "ru": "Тяжёлые сапоги"
   },
   "about": {
    "en": "Often the last to act.",
    "ru": "Часто ходит в последнюю очередь."
   }
  },
  "skills": [
   {
    "id": "shelter",
    "name": {
     "en": "Shelter",
     "ru": "Заслонить"
    },
    "about": {
     "en": "Whatever is meant for a friend hits you instead, at half strength.",
     "ru": "Всё, что предназначено другу, достаётся вам, и вполсилы."
    },
    "aim": "friend",
    "stat": "might",
    "rest": 0
   },
   {
    "id": "challenge",
    "name": {
     "en": "Challenge",
     "ru": "Вызов"
    },
    "about": {
     "en": "All who aim at one hero now aim at you, and you stand firm.",
     "ru": "Все, кто метил в одного героя, метят теперь в вас, а вы стоите крепко."
    },
    "aim": "self",
    "stat": "heart",
    "rest": 1
   }
  ]
 },
 "scout": {
  "name": {
   "en": "Scout",
   "ru": "Следопыт"
  },
  "about": {
   "en": "Seen last, and too late.",
   "ru": "Виден последним, и слишком поздно."
  },
  "stats": {
   "nimble": 2,
   "wits": 1,
   "might": 0,
   "heart": -1
  },
  "hp": 10,
  "attack": {
   "name": {
    "en": "Sling a stone",
    "ru": "Камень из пращи"
   },
   "stat": "nimble"
  },
  "flaw": {
   "name": {
    "en": "Loner",
    "ru": "Одиночка"
   },
   "about": {
    "en": "Hates to be fussed over: is healed by one less.",
    "ru": "Не терпит суеты вокруг себя: лечится на единицу хуже."
   }
  },
  "skills": [
   {
    "id": "ambush",
    "name": {
     "en": "Ambush",
     "ru": "Засада"
    },
    "about": {
     "en": "Nobody can aim at you, and your next attack is a surprise.",
     "ru": "В вас нельзя метить, а следующий удар будет неожиданным."
    },
    "aim": "self",
    "stat": "nimble",
    "rest": 1
   },
   {
    "id": "snare",
    "name": {
     "en": "Snare",
     "ru": "Силок"
    },
    "about": {
     "en": "An enemy loses its next move.",
     "ru": "Противник теряет следующий ход."
    },
    "aim": "enemy",
    "stat": "nimble",
    "rest": 1
   }
  ]
 },
 "stargazer": {
  "name": {
   "en": "Stargazer",
   "ru": "Звездочёт"
  },
  "about": {
   "en": "Has read how this ends, and corrects it.",
   "ru": "Знает, чем это кончится, и вносит поправки."
  },
  "stats": {
   "wits": 2,
   "heart": 1,
   "nimble": 0,
   "might": -1
  },
  "hp": 9,
  "attack": {
   "name": {
    "en": "A spark of starlight",
    "ru": "Искра звезды"
   },
   "stat": "wits"
  },
  "flaw": {
   "name": {
    "en": "Head in the clouds",
    "ru": "Витает в облаках"
   },
   "about": {
    "en": "Pays one more when an attack succeeds only in part.",
    "ru": "Платит на единицу больше, когда удар удался лишь отчасти."
   }
  },
  "skills": [
   {
    "id": "foresee",
    "name": {
     "en": "Foresee",
     "ru": "Предвидение"
    },
    "about": {
     "en": "Shows where an enemy is weak: everybody attacks it with advantage.",
     "ru": "Видит слабое место: все бьют этого противника с преимуществом."
    },
    "aim": "enemy",
    "stat": "wits",
    "rest": 1
   },
   {
    "id": "starfall",
    "name": {
     "en": "Starfall",
     "ru": "Звездопад"
    },
    "about": {
     "en": "Hits every enemy, even the unseen.",
     "ru": "Попадает по всем противникам, даже по невидимым."
    },
    "aim": "enemies",
    "stat": "wits",
    "rest": 2
   }
  ]
 },
 "healer": {
  "name": {
   "en": "Healer",
   "ru": "Знахарь"
  },
  "about": {
   "en": "Has a pot, a herb and no patience with dying.",
   "ru": "Есть котелок, есть трава, а умирать не велит."
  },
  "stats": {
   "heart": 2,
   "wits": 1,
   "nimble": 0,
   "might": -1
  },
  "hp": 10,
  "attack": {
   "name": {
    "en": "Bang the ladle",
    "ru": "Половником"
   },
   "stat": "heart"
  },
  "flaw": {
   "name": {
    "en": "Soft heart",
    "ru": "Мягкое сердце"
   },
   "about": {
    "en": "When a friend falls, the next throw has one less.",
    "ru": "Если друг падает, следующий бросок на единицу хуже."
   }
  },
  "skills": [
   {
    "id": "mend",
    "name": {
     "en": "Mend",
     "ru": "Подлечить"
    },
    "about": {
     "en": "Gives a friend hp and takes away every bad effect.",
     "ru": "Возвращает другу здоровье и снимает всё дурное."
    },
    "aim": "hero",
    "stat": "heart",
    "rest": 0
   },
   {
    "id": "wake",
    "name": {
     "en": "Call back",
     "ru": "Дозваться"
    },
    "about": {
     "en": "Calls a spirit back to its feet.",
     "ru": "Возвращает духа на ноги."
    },
    "aim": "spirit",
    "stat": "heart",
    "rest": 2
   }
  ]
 },
 "bard": {
  "name": {
   "en": "Bard",
   "ru": "Сказитель"
  },
  "about": {
   "en": "Nobody is beaten who still knows the next verse.",
   "ru": "Пока есть следующий куплет, никто не побеждён."
  },
  "stats": {
   "heart": 2,
   "nimble": 1,
   "wits": 0,
   "might": -1
  },
  "hp": 10,
  "attack": {
   "name": {
    "en": "A cutting rhyme",
    "ru": "Колкая рифма"
   },
   "stat": "heart"
  },
  "flaw": {
   "name": {
    "en": "Loves an audience",
    "ru": "Любит публику"
   },
   "about": {
    "en": "Enemies aim here twice as often.",
    "ru": "Противники метят сюда вдвое чаще."
   }
  },
  "skills": [
   {
    "id": "song",
    "name": {
     "en": "Song",
     "ru": "Песня"
    },
    "about": {
     "en": "Makes everybody brave, and gives each 1 hp.",
     "ru": "Придаёт всем храбрости и по 1 здоровья."
    },
    "aim": "heroes",
    "stat": "heart",
    "rest": 2
   },
   {
    "id": "jest",
    "name": {
     "en": "Jest",
     "ru": "Шутка"
    },
    "about": {
     "en": "An enemy laughs so hard that its next move hits its own side.",
     "ru": "Противник смеётся так, что следующим ходом попадает по своим."
    },
    "aim": "enemy",
    "stat": "heart",
    "rest": 1
   }
  ]
 },
 "tinker": {
  "name": {
   "en": "Tinker",
   "ru": "Мастер"
  },
  "about": {
   "en": "It only has to hold until tomorrow.",
   "ru": "Главное, чтобы до завтра держалось."
  },
  "stats": {
   "wits": 2,
   "nimble": 1,
   "might": 0,
   "heart": -1
  },
  "hp": 10,
  "attack": {
   "name": {
    "en": "Spring hammer",
    "ru": "Пружинный молоток"
   },
   "stat": "wits"
  },
  "flaw": {
   "name": {
    "en": "Gets carried away",
    "ru": "Увлекается"
   },
   "about": {
    "en": "A skill that fails costs 1 hp.",
    "ru": "Неудачное умение стоит 1 здоровья."
   }
  },
  "skills": [
   {
    "id": "wind_up",
    "name": {
     "en": "Wind up",
     "ru": "Завести"
    },
    "about": {
     "en": "A friend acts again, at once and better.",
     "ru": "Друг ходит ещё раз, сразу и лучше."
    },
    "aim": "friend",
    "stat": "wits",
    "rest": 1
   },
   {
    "id": "trap",
    "name": {
     "en": "Trap",
     "ru": "Ловушка"
    },
    "about": {
     "en": "An enemy's next move goes off in its own face.",
     "ru": "Следующий ход противника обернётся против него самого."
    },
    "aim": "enemy",
    "stat": "wits",
    "rest": 1
   }
  ]
 }
};
export const effects: Table<Effect> = {
 "frozen": {
  "name": {
   "en": "frozen",
   "ru": "лёд"
  },
  "about": {
   "en": "Loses a turn.",
   "ru": "Теряет ход."
  },
  "bad": true,
  "throws": 0,
  "advantage": false
 },
 "chilled": {
  "name": {
   "en": "chilled",
   "ru": "озноб"
  },
  "about": {
   "en": "-1 to throws.",
   "ru": "−1 к броскам."
  },
  "bad": true,
  "throws": -1,
  "advantage": false
 },
 "cursed": {
  "name": {
   "en": "cursed",
   "ru": "сглаз"
  },
  "about": {
   "en": "-1 to throws.",
   "ru": "−1 к броскам."
  },
  "bad": true,
  "throws": -1,
  "advantage": false
 },
 "marked": {
  "name": {
   "en": "marked",
   "ru": "на виду"
  },
  "about": {
   "en": "Is aimed at first.",
   "ru": "В него метят первым."
  },
  "bad": true,
  "throws": 0,
  "advantage": false
 },
 "brave": {
  "name": {
   "en": "brave",
   "ru": "храбрость"
  },
  "about": {
   "en": "+1 to throws.",
   "ru": "+1 к броскам."
  },
  "bad": false,
  "throws": 1,
  "advantage": false
 },
 "blessed": {
  "name": {
   "en": "lucky",
   "ru": "удача"
  },
  "about": {
   "en": "+1 to throws.",
   "ru": "+1 к броскам."
  },
  "bad": false,
  "throws": 1,
  "advantage": false
 },
 "hidden": {
  "name": {
   "en": "hidden",
   "ru": "не видно"
  },
  "about": {
   "en": "Cannot be aimed at.",
   "ru": "В него нельзя метить."
  },
  "bad": false,
  "throws": 0,
  "advantage": false
 },
 "warm": {
  "name": {
   "en": "warm",
   "ru": "тепло"
  },
  "about": {
   "en": "No cold takes hold.",
   "ru": "Холод не берёт."
  },
  "bad": false,
  "throws": 0,
  "advantage": false
 },
 "guarding": {
  "name": {
   "en": "on guard",
   "ru": "защита"
  },
  "about": {
   "en": "Takes half the harm.",
   "ru": "Получает половину вреда."
  },
  "bad": false,
  "throws": 0,
  "advantage": false
 },
 "covered": {
  "name": {
   "en": "sheltered",
   "ru": "за щитом"
  },
  "about": {
   "en": "The guardian takes the blows.",
   "ru": "Удары принимает страж."
  },
  "bad": false,
  "throws": 0,
  "advantage": false
 },
 "helped": {
  "name": {
   "en": "helped",
   "ru": "помощь"
  },
  "about": {
   "en": "+1 to the next throw, and hits 2 harder.",
   "ru": "+1 к следующему броску и на 2 сильнее удар."
  },
  "bad": false,
  "throws": 1,
  "advantage": false
 },
 "inspired": {
  "name": {
   "en": "inspired",
   "ru": "вдохновение"
  },
  "about": {
   "en": "Advantage on the next throw.",
   "ru": "Преимущество в следующем броске."
  },
  "bad": false,
  "throws": 0,
  "advantage": true
 },
 "poised": {
  "name": {
   "en": "in ambush",
   "ru": "в засаде"
  },
  "about": {
   "en": "The next throw has advantage and hits 3 harder.",
   "ru": "Следующий бросок с преимуществом и на 3 сильнее."
  },
  "bad": false,
  "throws": 0,
  "advantage": true
 },
 "snared": {
  "name": {
   "en": "snared",
   "ru": "в силке"
  },
  "about": {
   "en": "Loses the next move.",
   "ru": "Теряет следующий ход."
  },
  "bad": true,
  "throws": 0,
  "advantage": false
 },
 "weakened": {
  "name": {
   "en": "weakened",
   "ru": "слабость"
  },
  "about": {
   "en": "The next move does half the harm.",
   "ru": "Следующий ход вполсилы."
  },
  "bad": true,
  "throws": 0,
  "advantage": false
 },
 "baffled": {
  "name": {
   "en": "baffled",
   "ru": "хохот"
  },
  "about": {
   "en": "The next move hits its own side.",
   "ru": "Следующий ход — по своим."
  },
  "bad": true,
  "throws": 0,
  "advantage": false
 },
 "trapped": {
  "name": {
   "en": "trapped",
   "ru": "в ловушке"
  },
  "about": {
   "en": "The next move costs 4 hp instead.",
   "ru": "Вместо следующего хода — 4 вреда."
  },
  "bad": true,
  "throws": 0,
  "advantage": false
 },
 "exposed": {
  "name": {
   "en": "exposed",
   "ru": "раскрыт"
  },
  "about": {
   "en": "Attacked with advantage, and hit 1 harder.",
   "ru": "Бьют с преимуществом и на 1 сильнее."
  },
  "bad": true,
  "throws": 0,
  "advantage": false
 }
};
export const items: Table<Item> = {
 "rope": {
  "name": {
   "en": "rope",
   "ru": "верёвка"
  },
  "about": {
   "en": "Ties up an enemy for one move.",
   "ru": "Связывает противника на один ход."
  },
  "aim": "enemy",
  "heals": false
 },
 "lantern": {
  "name": {
   "en": "lantern",
   "ru": "фонарь"
  },
  "about": {
   "en": "Shows where an enemy is weak.",
   "ru": "Высвечивает слабое место."
  },
  "aim": "enemy",
  "heals": false
 },
 "honey": {
  "name": {
   "en": "honey",
   "ru": "мёд"
  },
  "about": {
   "en": "Heals 5.",
   "ru": "Лечит на 5."
  },
  "aim": "hero",
  "heals": true
 },
 "tea": {
  "name": {
   "en": "tea",
   "ru": "чай"
  },
  "about": {
   "en": "Heals everybody by 2 and drives out the cold.",
   "ru": "Лечит всех на 2 и выгоняет холод."
  },
  "aim": "heroes",
  "heals": true
 },
 "bread": {
  "name": {
   "en": "bread",
   "ru": "хлеб"
  },
  "about": {
   "en": "Heals 4.",
   "ru": "Лечит на 4."
  },
  "aim": "hero",
  "heals": true
 },
 "bell": {
  "name": {
   "en": "bell",
   "ru": "колокольчик"
  },
  "about": {
   "en": "Wakes everybody from bad effects.",
   "ru": "Снимает со всех всё дурное."
  },
  "aim": "heroes",
  "heals": false
 },
 "mirror": {
  "name": {
   "en": "mirror",
   "ru": "зеркальце"
  },
  "about": {
   "en": "An enemy's next move hits its own side.",
   "ru": "Следующий ход противника — по своим."
  },
  "aim": "enemy",
  "heals": false
 },
 "key": {
  "name": {
   "en": "key",
   "ru": "ключ"
  },
  "about": {
   "en": "Opens something, somewhere.",
   "ru": "Что-нибудь где-нибудь да открывает."
  },
  "aim": null,
  "heals": false
 },
 "map": {
  "name": {
   "en": "map",
   "ru": "карта"
  },
  "about": {
   "en": "Shows the way, not the wolves.",
   "ru": "Дорога на ней есть, волков нет."
  },
  "aim": null,
  "heals": false
 },
 "torch": {
  "name": {
   "en": "torch",
   "ru": "факел"
  },
  "about": {
   "en": "Singes an enemy for 3.",
   "ru": "Обжигает противника на 3."
  },
  "aim": "enemy",
  "heals": false
 },
 "horn": {
  "name": {
   "en": "horn",
   "ru": "рог"
  },
  "about": {
   "en": "Makes everybody brave.",
   "ru": "Придаёт всем храбрости."
  },
  "aim": "heroes",
  "heals": false
 },
 "cloak": {
  "name": {
   "en": "cloak",
   "ru": "плащ"
  },
  "about": {
   "en": "Warms and hides a hero.",
   "ru": "Греет и прячет героя."
  },
  "aim": "hero",
  "heals": false
 },
 "amulet": {
  "name": {
   "en": "amulet",
   "ru": "оберег"
  },
  "about": {
   "en": "Brings a hero luck.",
   "ru": "Приносит герою удачу."
  },
  "aim": "hero",
  "heals": false
 },
 "hammer": {
  "name": {
   "en": "hammer",
   "ru": "молоток"
  },
  "about": {
   "en": "Once, gently: 4.",
   "ru": "Один раз и легонько: 4."
  },
  "aim": "enemy",
  "heals": false
 },
 "spyglass": {
  "name": {
   "en": "spyglass",
   "ru": "подзорная труба"
  },
  "about": {
   "en": "Finds an enemy's weak spot.",
   "ru": "Находит слабое место."
  },
  "aim": "enemy",
  "heals": false
 },
 "feather": {
  "name": {
   "en": "feather",
   "ru": "перо"
  },
  "about": {
   "en": "Lifts a hero: advantage on the next throw.",
   "ru": "Окрыляет: преимущество в следующем броске."
  },
  "aim": "hero",
  "heals": false
 },
 "coal": {
  "name": {
   "en": "live coal",
   "ru": "уголёк"
  },
  "about": {
   "en": "Warms everybody.",
   "ru": "Греет всех."
  },
  "aim": "heroes",
  "heals": false
 },
 "ice_shard": {
  "name": {
   "en": "ice shard",
   "ru": "осколок льда"
  },
  "about": {
   "en": "Freezes an enemy for one move.",
   "ru": "Замораживает противника на один ход."
  },
  "aim": "enemy",
  "heals": false
 },
 "flute": {
  "name": {
   "en": "flute",
   "ru": "дудочка"
  },
  "about": {
   "en": "An enemy dances: its next move is half as strong.",
   "ru": "Противник пляшет: следующий ход вполсилы."
  },
  "aim": "enemy",
  "heals": false
 },
 "needle": {
  "name": {
   "en": "needle",
   "ru": "игла"
  },
  "about": {
   "en": "Pricks an enemy for 2.",
   "ru": "Колет противника на 2."
  },
  "aim": "enemy",
  "heals": false
 }
};
export const creatures: Table<Creature> = {
 "wolf": {
  "name": {
   "en": "Wolf",
   "ru": "Волк"
  },
  "moves": {
   "snap": {
    "intention": {
     "en": "bares its teeth",
     "ru": "скалит зубы"
    },
    "does": {
     "en": "snaps",
     "ru": "щёлкает зубами"
    }
   },
   "leap": {
    "intention": {
     "en": "crouches to leap",
     "ru": "припадает к земле для прыжка"
    },
    "does": {
     "en": "leaps",
     "ru": "прыгает"
    }
   },
   "howl": {
    "intention": {
     "en": "lifts its head to howl",
     "ru": "задирает голову: сейчас завоет"
    },
    "does": {
     "en": "howls",
     "ru": "воет"
    }
   }
  }
 },
 "raven": {
  "name": {
   "en": "Raven",
   "ru": "Ворон"
  },
  "moves": {
   "peck": {
    "intention": {
     "en": "hops closer",
     "ru": "подскакивает ближе"
    },
    "does": {
     "en": "pecks",
     "ru": "клюёт"
    }
   },
   "dive": {
    "intention": {
     "en": "climbs for a dive",
     "ru": "набирает высоту"
    },
    "does": {
     "en": "dives",
     "ru": "пикирует"
    }
   },
   "stamp": {
    "intention": {
     "en": "takes out a stamp",
     "ru": "достаёт печать"
    },
    "does": {
     "en": "puts its mark on somebody",
     "ru": "ставит на кого-то печать"
    }
   }
  }
 },
 "imp": {
  "name": {
   "en": "Imp",
   "ru": "Бесёнок"
  },
  "moves": {
   "pinch": {
    "intention": {
     "en": "rubs its long fingers",
     "ru": "потирает длинные пальцы"
    },
    "does": {
     "en": "pinches",
     "ru": "щиплется"
    }
   },
   "trick": {
    "intention": {
     "en": "has something behind its back",
     "ru": "прячет что-то за спиной"
    },
    "does": {
     "en": "plays a trick",
     "ru": "делает пакость"
    }
   },
   "pelt": {
    "intention": {
     "en": "gathers an armful of snowballs",
     "ru": "набирает охапку снежков"
    },
    "does": {
     "en": "pelts everybody",
     "ru": "забрасывает всех снежками"
    }
   }
  }
 },
 "golem": {
  "name": {
   "en": "Golem",
   "ru": "Голем"
  },
  "moves": {
   "swing": {
    "intention": {
     "en": "draws back an arm",
     "ru": "отводит руку"
    },
    "does": {
     "en": "swings",
     "ru": "замахивается и бьёт"
    }
   },
   "stamp": {
    "intention": {
     "en": "lifts a foot",
     "ru": "поднимает ногу"
    },
    "does": {
     "en": "stamps",
     "ru": "топает"
    }
   },
   "fists": {
    "intention": {
     "en": "raises both fists",
     "ru": "поднимает оба кулака"
    },
    "does": {
     "en": "brings both fists down",
     "ru": "обрушивает оба кулака"
    }
   }
  }
 },
 "knight": {
  "name": {
   "en": "Frost knight",
   "ru": "Ледяной рыцарь"
  },
  "moves": {
   "thrust": {
    "intention": {
     "en": "levels its sword",
     "ru": "наводит меч"
    },
    "does": {
     "en": "thrusts",
     "ru": "делает выпад"
    }
   },
   "wall": {
    "intention": {
     "en": "lifts its shield",
     "ru": "поднимает щит"
    },
    "does": {
     "en": "hides behind its shield",
     "ru": "закрывается щитом"
    }
   },
   "rime": {
    "intention": {
     "en": "breathes on its blade",
     "ru": "дышит на клинок"
    },
    "does": {
     "en": "strikes with cold steel",
     "ru": "бьёт стылой сталью"
    }
   }
  }
 },
 "witch": {
  "name": {
   "en": "Witch",
   "ru": "Ведьма"
  },
  "moves": {
   "hex": {
    "intention": {
     "en": "mutters a name",
     "ru": "бормочет чьё-то имя"
    },
    "does": {
     "en": "puts a hex on somebody",
     "ru": "насылает сглаз"
    }
   },
   "smoke": {
    "intention": {
     "en": "gathers smoke in her sleeves",
     "ru": "собирает дым в рукава"
    },
    "does": {
     "en": "shakes out her sleeves",
     "ru": "вытряхивает рукава"
    }
   },
   "match": {
    "intention": {
     "en": "points a burnt match",
     "ru": "целится горелой спичкой"
    },
    "does": {
     "en": "strikes the match",
     "ru": "чиркает спичкой"
    }
   }
  }
 },
 "bear": {
  "name": {
   "en": "Bear",
   "ru": "Медведь"
  },
  "moves": {
   "swipe": {
    "intention": {
     "en": "lifts a paw",
     "ru": "поднимает лапу"
    },
    "does": {
     "en": "swipes",
     "ru": "отмахивается лапой"
    }
   },
   "hug": {
    "intention": {
     "en": "opens its arms",
     "ru": "раскрывает объятия"
    },
    "does": {
     "en": "hugs",
     "ru": "обнимает"
    }
   },
   "yawn": {
    "intention": {
     "en": "opens its mouth very wide",
     "ru": "широко-широко разевает пасть"
    },
    "does": {
     "en": "yawns in everybody's face",
     "ru": "зевает всем в лицо"
    }
   }
  }
 },
 "shade": {
  "name": {
   "en": "Shade",
   "ru": "Тень"
  },
  "moves": {
   "touch": {
    "intention": {
     "en": "stretches out a hand",
     "ru": "тянет руку"
    },
    "does": {
     "en": "takes some warmth",
     "ru": "отнимает тепло"
    }
   },
   "whisper": {
    "intention": {
     "en": "leans to an ear",
     "ru": "склоняется к чьему-то уху"
    },
    "does": {
     "en": "whispers",
     "ru": "шепчет"
    }
   },
   "fade": {
    "intention": {
     "en": "grows thin",
     "ru": "истончается"
    },
    "does": {
     "en": "fades",
     "ru": "тает в воздухе"
    }
   }
  }
 },
 "drake": {
  "name": {
   "en": "Ice drake",
   "ru": "Ледяной змей"
  },
  "moves": {
   "breath": {
    "intention": {
     "en": "draws a long breath",
     "ru": "набирает воздуха"
    },
    "does": {
     "en": "breathes cold on everybody",
     "ru": "дышит на всех холодом"
    }
   },
   "bite": {
    "intention": {
     "en": "turns its lamps on somebody",
     "ru": "наводит на кого-то глаза-фонари"
    },
    "does": {
     "en": "bites",
     "ru": "кусает"
    }
   },
   "tail": {
    "intention": {
     "en": "coils its tail",
     "ru": "сворачивает хвост"
    },
    "does": {
     "en": "lashes out",
     "ru": "хлещет хвостом"
    }
   },
   "ice": {
    "intention": {
     "en": "hums like lake ice",
     "ru": "гудит, как лёд на озере"
    },
    "does": {
     "en": "sings the ice up",
     "ru": "поёт, и лёд встаёт"
    }
   }
  }
 },
 "king": {
  "name": {
   "en": "Winter",
   "ru": "Зима"
  },
  "moves": {
   "blizzard": {
    "intention": {
     "en": "calls in the snow",
     "ru": "зовёт снег"
    },
    "does": {
     "en": "lets the blizzard in",
     "ru": "впускает метель"
    }
   },
   "hand": {
    "intention": {
     "en": "stretches out a great hand",
     "ru": "протягивает огромную ладонь"
    },
    "does": {
     "en": "closes his hand",
     "ru": "сжимает ладонь"
    }
   },
   "still": {
    "intention": {
     "en": "looks at somebody for a long time",
     "ru": "долго на кого-то смотрит"
    },
    "does": {
     "en": "looks somebody still",
     "ru": "останавливает взглядом"
    }
   },
   "tea": {
    "intention": {
     "en": "reaches for his tea",
     "ru": "тянется к чаю"
    },
    "does": {
     "en": "sips his tea with ice",
     "ru": "отпивает чаю со льдом"
    }
   }
  }
 }
};
export const encounters: Table<Encounter> = {
 "second_hands": {
  "name": {
   "en": "The Second-Hand Gang",
   "ru": "Шайка секундников"
  },
  "about": {
   "en": "Imps in far too many coats who deal in stolen seconds.",
   "ru": "Мелкие, все в пальто, торгуют крадеными секундами."
  }
 },
 "later_bear": {
  "name": {
   "en": "The Bear Called Later",
   "ru": "Медведь по имени Потом"
  },
  "about": {
   "en": "A huge, soft bear made of everything put off; his hug is friendly and does not end.",
   "ru": "Огромный, мягкий, из всего отложенного на потом; обнимает по-дружески и не отпускает."
  }
 },
 "wolves": {
  "name": {
   "en": "The Grey Pack",
   "ru": "Серая стая"
  },
  "about": {
   "en": "Hungry wolves on the forest path, led by a she-wolf with half an ear.",
   "ru": "Голодные волки на лесной тропе, ведёт их волчица без пол-уха."
  }
 },
 "post_ravens": {
  "name": {
   "en": "The Night Shift of the Winter Post",
   "ru": "Ночная смена Зимней почты"
  },
  "about": {
   "en": "Twenty ravens in postal caps dive at the kettle.",
   "ru": "Двадцать воронов в фуражках пикируют на чайник."
  }
 },
 "chimney_imps": {
  "name": {
   "en": "The Lodgers in the Chimney",
   "ru": "Трубные жильцы"
  },
  "about": {
   "en": "Soot imps who want the ember for themselves.",
   "ru": "Закопчённые бесенята хотят уголёк себе."
  }
 },
 "chimney_shades": {
  "name": {
   "en": "The Shades of the Cold Stoves",
   "ru": "Тени холодных печей"
  },
  "about": {
   "en": "They do not want to harm you, they want what you have.",
   "ru": "Зла они не хотят, они хотят того, что у вас."
  }
 },
 "wick_widow": {
  "name": {
   "en": "The Widow of the Wicks",
   "ru": "Вдова Фитиль"
  },
  "about": {
   "en": "She has been called a cheat, and she is one.",
   "ru": "Ей наконец-то перечат, а она отвыкла."
  }
 },
 "frost_knights": {
  "name": {
   "en": "The Empty Knights",
   "ru": "Пустые рыцари"
  },
  "about": {
   "en": "Suits of armour full of frost, with two orders.",
   "ru": "Доспехи, полные мороза, и два приказа."
  }
 },
 "woken_bear": {
  "name": {
   "en": "The Bear with a Dent",
   "ru": "Медведь с вмятиной"
  },
  "about": {
   "en": "Not wicked, only woken.",
   "ru": "Не злой, просто разбуженный."
  }
 },
 "ice_drake": {
  "name": {
   "en": "The Drake of the Fire Lake",
   "ru": "Змей Огненного озера"
  },
  "about": {
   "en": "It guards the sleeping fires, because nobody told it to stop.",
   "ru": "Стережёт спящие огни, потому что перестать ему не велели."
  }
 },
 "tile_golem": {
  "name": {
   "en": "The Doorman",
   "ru": "Привратник"
  },
  "about": {
   "en": "Half a ton of stove tiles, mended with saucers.",
   "ru": "Полтонны изразцов, чиненных блюдцами."
  }
 },
 "winter_king": {
  "name": {
   "en": "Winter",
   "ru": "Хозяин зимы"
  },
  "about": {
   "en": "An old man with all the snow of four hundred days behind him.",
   "ru": "Старик, за спиной у которого весь снег четырёхсот дней."
  }
 }
};
