// A campaign as short as can be, for tests from outside: a vote, a lone choice, a check, a fight; secrets that can be recognised.
# title: The Cellar
# language: en
# minutes: 5
# players: 1-8
# about: A story for tests.
EXTERNAL has_hero(archetype)
EXTERNAL has_item(item)
EXTERNAL party_size()
EXTERNAL actor()

-> cellar

=== cellar ===
You stand in a cellar. # scene: cellar # title: The Cellar # picture: cave # mood: tense # memory: You went down into the cellar.
CANARY-guardian-7f3a # private: guardian
CANARY-scout-91bd # private: scout
Which way? # vote: 300
+ [Left]
    It is dark on the left. # gift: bread @guardian # memory: You went left.
+ [Right]
    It is dark on the right. # memory: You went right.
- -> door

=== door ===
A door. # scene: door # title: The Door # picture: gate # mood: mystery
Somebody knocks. # who: guardian
+ [Wait]
    You wait. # memory: You waited at the door.
+ [Knock]
    You knock. # memory: You knocked.
- -> lock

=== lock ===
A lock. # scene: lock # title: The Lock # picture: gate # mood: tense
CANARY-guardian-22c0 # private: guardian
It sticks. # check: might @guardian
+ [It opens. # success]
    It opens. # memory: The lock opened.
+ [It opens, and bites. # partial]
    It opens, and bites. # memory: The lock bit.
+ [It breaks. # failure]
    It breaks. # memory: The lock broke.
- -> wolves

=== wolves ===
Wolves. # scene: wolves # title: Wolves # picture: forest # mood: danger
They look at you. # encounter: wolves
+ [They go. # won]
    They go. # memory: The wolves went.
+ [You go. # fled]
    You go. # memory: You ran.
+ [They stay. # lost]
    They stay. # memory: The wolves stayed.
- -> home

=== home ===
You are home. # scene: home # title: Home # picture: hearth # mood: calm # memory: You came home. # ending: home
-> END

=== function has_hero(archetype)
~ return true
=== function has_item(item)
~ return false
=== function party_size()
~ return 4
=== function actor()
~ return "one of you"
