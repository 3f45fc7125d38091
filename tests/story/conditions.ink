// Conditions, switches, variables, constants, functions and sums.
CONST DOZEN = 12
VAR coins = 3
VAR name = "Frost"
VAR met = false
VAR ratio = 0.5
-> shop
=== function worth(x)
{ x > 5:
    ~ return "much"
}
~ return "little"
=== function spend(ref purse, price)
~ purse = purse - price
=== function twice(x)
~ return x * 2
=== shop ===
{met: Back again with {coins} coins|The shop of {name}}. { coins >= 2 && not met: You feel rich. }
{
- coins > 4: A full purse.
- coins > 1: A light purse.
- else: An empty purse.
}
{ coins:
- 0: Nothing left.
- 1: One coin.
- else: Some coins, worth {worth(coins)}; twice that is {twice(coins)}.
}
~ met = true
~ temp left = (DOZEN - coins) mod 5
A dozen less your coins leaves {left} by fives, {DOZEN / 5} and {ratio * 4}; {coins + 1} or {-coins}; {MAX(coins, 2)} and {MIN(coins, 2)}.
{name == "Frost" and coins != 2: The sign says Frost.} {shop > 1: You were here {shop} times.}
{party_size()} of you, led by {actor()}. {has_item("rope"): Somebody has a rope.}{has_item("bell"): Somebody rings.}
+ {coins > 0} [Buy a bun for 1]
    ~ spend(coins, 1)
    A bun. {coins < 1: The last one.}
+ {coins > 1} {not sold} [Buy a drum for 2] -> sold
+ [Earn two coins]
    ~ coins += 2
    ~ name = name + "y"
    Now it is {name}.
* {has_hero("scout")} [Follow the tracks # for: scout]
    They lead round the shop.
* {has_hero("tinker")} [Mend the door # for: tinker]
* {coins == 0} [Leave poor] -> out
* [Leave] -> out
- -> shop
= sold
~ coins -= 2
Boom.
-> shop
=== out ===
{shop.sold: The drum says boom.|It is quiet.} {not (coins == 0) || shop.sold: You have {coins}.}
-> END
EXTERNAL has_hero(archetype)
EXTERNAL has_item(item)
EXTERNAL party_size()
EXTERNAL actor()
=== function has_hero(archetype)
~ return true
=== function has_item(item)
~ return false
=== function party_size()
~ return 4
=== function actor()
~ return "one of you"
