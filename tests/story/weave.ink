// Choices within choices, gathers, labels, glue, text before and after brackets, ways out that are not shown.
- (top) The snow <>
is deep.
* Hello[.], you say.
    "Good evening," says the hill.
    * * [Ask for a path]
        It shrugs<>
    * * {top > 1} [Ask again] It sighs<>
    * * (silence) Say nothing[], and mean it<>
    - - , and snow falls.
    + + [Stay a little]
        - - - You stay.
    + + [Go on]
        * * * [On skis]
        * * * [On foot]
        - - - You go.
* (dig) [Dig]
    You dig {silence: in silence|, humming}.
+ {dig} [Climb] You climb, <>
  and slip.
    - - (slipped) You sit. {slipped < 3: -> slipped_again}
* -> nothing_left
- You are {top < 4: not } tired.
{ top < 5: -> top }
- (ending) That was <>
-> final
=== slipped_again ===
Up again!
-> top
=== nothing_left ===
There is nothing left to do.
-> final
=== final ===
all.<> Really.
\# No tag, and \{no braces\}.
-> END
