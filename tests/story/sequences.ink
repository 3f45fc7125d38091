// Sequences, cycles and once-only alternatives, told over and over.
VAR rounds = 0
-> hub
=== hub ===
~ rounds++
The bell strikes {one|two|three|four and goes on}. # vote: 30
The owl says {&hoo|hoo hoo|nothing}, and {!looks away|shuts an eye}.
{Once|Twice|Again} there is {&snow|more snow}.
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
+ [Listen]
    You listen {&well|harder|hardest}. Well.
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
