// Tunnels with and without parameters, tunnels that lead on, divert targets in variables, knots with parameters.
VAR next = -> cellar
VAR depth = 0
-> stairs
=== stairs ===
You stand on the stairs.
-> look("up") ->
Then you listen.
-> look("down") -> noise ->
+ [Go down] -> down(1)
+ [Wait]
    -> wait ->
    -> stairs
+ [Through the door] -> next
=== look(where) ===
You look {where}.
->->
=== noise ===
Something {drips|drips again|has stopped dripping}.
+ [Call]
    Nobody answers.
+ [Keep still]
- It is {noise > 1: still } dark.
->->
=== wait ===
{ depth > 2: ->-> attic }
~ depth++
You wait.
->->
=== down(steps) ===
{steps} down.
{ steps < 3:
    -> down(steps + 1)
}
~ next = -> attic
-> cellar
=== cellar ===
= door
The cellar. {down: You counted.}
+ [Light a match] -> light
+ [Back] -> stairs
= light
Flash!
-> look("at a shelf") ->
-> END
=== attic ===
The attic, at last.
-> END
