// A story that turns a page with every choice, and never ends.
# title: The Corridor
# language: en
# minutes: 5
# players: 1-8
# about: A story for measuring.

-> corridor

=== corridor ===
There is another door, and behind it the corridor goes on, with its lamps, its carpet and its clock that has stopped. # scene: corridor # title: The Corridor # picture: gate # mood: mystery
Somebody listens at it, and hears nothing but the snow on a roof that is far away by now. # who: guardian
+ [Go on]
    The door closes behind you. # memory: You went through another door.
+ [Wait]
    Nothing comes, and you go on. # memory: You waited, and went on.
- -> corridor
