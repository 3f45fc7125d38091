# title: The Lamp on the Ice
# language: en
# minutes: 5
# players: 2-8
# about: A lamp has gone out on the lake, and somebody has to walk there.

EXTERNAL has_hero(archetype)
EXTERNAL has_item(item)
EXTERNAL party_size()
EXTERNAL actor()
VAR lit = false

-> shore

=== shore ===
You stand on the shore of the lake. The ice hums under the snow. # scene: shore # title: The Dark Lamp # picture: lake # mood: calm
Out there is the lamp. It has not been lit since Tuesday. # say: The keeper
A whisper under the ice calls you by your name. # private: bard
How do you go? # vote: 20 # hidden
+ [Straight across]
    The ice sings. # memory: You went straight across the ice.
+ [Round by the reeds]
    The reeds whisper. # memory: You went round by the reeds.
+ {has_item("rope")} [Roped together]
    You walk like beads on a string. # memory: You went roped together.
+ {has_hero("scout")} [Along the tracks # for: scout]
    The tracks of a hare lead you round the cracks. # memory: You followed a hare.
- -> crack

=== crack ===
In the middle {actor()} stops: a crack, as wide as a hand and as long as the night. # check: nimble easy
+ [You leap. # success]
    All {party_size()} of you are over. # flag: leapt # gift: feather @all
+ [You leap, and lose something. # partial]
    Something splashes. # take: rope # effect: chilled @all
+ [You get wet. # failure]
    The water is very interested in your boots. # hurt: 2 # heal: 1 @all
- -> lamp

=== lamp ===
The lamp stands on three legs. Under it sits a wolf of glass. # scene: lamp # title: The Glass Wolf # picture: sky # mood: danger
It shows its teeth, one by one. # encounter: glass_wolf
+ [It breaks into light. # won]
    ~ lit = true
    The lamp burns. # memory: You broke the wolf, and the lamp burned.
+ [You run round the lamp. # fled]
    It is too slow for circles. # memory: You outran a wolf of glass.
+ [It sits on you. # lost]
    It wants a story before it gets up. You tell it one. # memory: You told a wolf a story.
- Who takes the lamp home? # who: healer
+ [The healer does]
    ~ lit = true
+ [It stays]
- {lit: -> bright | -> dark}

=== bright ===
The whole lake shines. # memory: You brought the light back. # ending: bright # title: Light
-> END

=== dark ===
The night is large, and full of stars. # memory: You left the lake to the stars. # ending: dark # title: Stars
-> END

=== function has_hero(archetype)
~ return true
=== function has_item(item)
~ return false
=== function party_size()
~ return 4
=== function actor()
~ return "one of you"
