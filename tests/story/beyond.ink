// What our compiler does not understand, though our machine does: sequences within sequences, spaces at their beginning, named
// sequences on one line, quotation marks across brackets.
VAR rounds = 0
-> hub
=== hub ===
~ rounds++
The bell strikes {one|two|three|four and goes on}. # vote: 30
The owl says {&hoo|hoo hoo|nothing}, and {!looks away|shuts an eye}.
{Once|Twice|{&Again|And again}} there is {stopping:snow|more snow|snow forever}.
{ stopping:
- It begins.
- It goes on.
- It never ends.
}
{ cycle:
- Tick.
- Tock.
}
{ rounds > 6: -> over }
+ "Listen[."]," you say. You listen{&| harder| hardest}.
    -> hub
+ {rounds > 2} [Sing {rounds} songs]
    {once:
    - The first song.
    - The second song.
    }
    -> hub
* [Go home] -> over
=== over ===
After {rounds} rounds it is quiet.
-> END
