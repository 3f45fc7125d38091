// What is left to chance: RANDOM and shuffles.
VAR total = 0
-> throw
=== throw ===
~ temp die = RANDOM(1, 6)
~ total += die
You throw {die}. {~Snow|Hail|Wind|Stars}! {total} so far.
{ shuffle once:
- A hare.
- An owl.
}
+ {throw < 6} [Again] -> throw
+ [Enough] -> END
