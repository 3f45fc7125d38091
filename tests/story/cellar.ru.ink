// The cellar in Russian, shorter still: a vote, a throw, a fight, and a secret.
# title: Погреб
# language: ru
# minutes: 5
# players: 1-8
# about: История для проверки.
EXTERNAL has_hero(archetype)
EXTERNAL has_item(item)
EXTERNAL party_size()
EXTERNAL actor()

-> cellar

=== cellar ===
Вы в погребе. # scene: cellar # title: Погреб # picture: cave # mood: tense # memory: Вы спустились в погреб. # gift: bread @guardian
Дверь дышит. # private: guardian
Куда идти? # vote: 300
+ [Налево]
    Слева темно. # memory: Вы пошли налево.
+ [Направо]
    Справа темно. # memory: Вы пошли направо.
- -> lock

=== lock ===
Замок. # scene: lock # title: Замок # picture: gate # mood: tense
Заело. # check: might @guardian
+ [Открылся. # success]
    Открылся. # memory: Замок открылся.
+ [Открылся и укусил. # partial]
    Открылся и укусил. # memory: Замок укусил.
+ [Сломался. # failure]
    Сломался. # memory: Замок сломался.
- -> wolves

=== wolves ===
Волки. # scene: wolves # title: Волки # picture: forest # mood: danger
Смотрят. # encounter: wolves
+ [Ушли. # won]
    Ушли. # memory: Волки ушли.
+ [Вы ушли. # fled]
    Вы ушли. # memory: Вы убежали.
+ [Остались. # lost]
    Остались. # memory: Волки остались.
- -> home

=== home ===
Вы дома. # scene: home # title: Дом # picture: hearth # mood: calm # memory: Вы дома. # ending: home
-> END

=== function has_hero(archetype)
~ return true
=== function has_item(item)
~ return false
=== function party_size()
~ return 4
=== function actor()
~ return "кто-то"
