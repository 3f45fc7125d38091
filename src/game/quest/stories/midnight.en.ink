# title: Twenty Minutes to Midnight
# language: en
# minutes: 20
# players: 2-8
# about: On New Year's Eve the town clock stops at 23:40, and the whole town with it. Only you go on: you were late, as you are every year. You have twenty minutes, and they do not pass.

EXTERNAL has_hero(archetype)
EXTERNAL has_item(item)
EXTERNAL party_size()
EXTERNAL actor()

// What the party did, for later scenes
VAR pie = "whole"        // whole, flat, bitten
VAR mended = "dog"       // mayor, lamp, dog: the one thing put right in the square
VAR inn = false          // met the Old Year; otherwise Beatrice the cuckoo
VAR stutter = false      // Beatrice stutters since the repair
VAR imps = "loose"       // guests, workers, loose
VAR knight = "proper"    // friend, proper, cross
VAR bear = "none"        // tonight, tuesday, none
VAR promised = false     // to see to one wish themselves
VAR trust = 0            // how far the child trusts the party

-> late_road

=== late_road ===
The hill above Nether Ticking, New Year's Eve. You are late, as you are every year; but this year you are bringing the pie. Cabbage and egg, as big as a cartwheel, it steams on the sledge under a quilt. # scene: late_road # title: Late, as Every Year # picture: path # mood: merry
Below lies the square: the fir tree in its lights, three hundred people in their best hats, and over them the tower clock, round and yellow as a cheese. Twenty minutes to midnight.
Then the ticking stops. Up here nobody ever hears it; everybody hears it leave. The brass band gets as far as “oom”, and the “pah” does not come. The smoke stands on the chimneys like cotton wool on sticks.
Down there not a hat stirs. Up here your breath steams, the sledge creaks and the pie smells of butter. Whatever has happened, it has happened without you. So: down the hill. But how? # vote: 40
+ [Everyone on the sledge, pie in front!]
    ~ pie = "flat"
    You fly. You meet one bump, another bump and somebody's fence. At the bottom the pie is no longer round; it is wide. It smells better than ever and so, to be honest, do you. # flag: pie_flat # memory: You rode down the hill, and the round pie arrived wide.
+ [Carry it down like a sleeping queen]
    ~ pie = "whole"
    Step by step, in step, hardly breathing. Snowflakes that have stopped in mid-air tap against your cheeks. At the bottom there is not one crack in the crust, and not one witness. # flag: pie_whole # memory: You carried the pie down the hill without a crack, and nobody saw it.
+ [A slice each first. For strength]
    ~ pie = "bitten"
    One slice each. Then one more, so that the edge is straight. You draw the quilt over the gap and agree, without a word, that this is how it came out of the oven. # flag: pie_bitten # effect: brave @all # memory: You tasted the town's pie before the town did, twice.
- -> stopped_square

=== stopped_square ===
The town has stopped in the middle of everything. The snowflakes hang at nose height; you part them like a bead curtain. It smells of tangerines and wet wool, and the smell stands still, too. # scene: stopped_square # title: Three Hundred People and Not a Blink # picture: square # mood: mystery
Mayor Plum's mouth is open for the word “thirdly”. A finger's breadth from his nose hangs a snowball. Far behind it, her arm still out, stands little Tilda, who never knew that she could throw so well.
Tallow the lamplighter hangs in the air beside his ladder. He has let go of it, but not of his hat. Bagel the dog hangs above the paving stones, and above Bagel, a hand's breadth too high, hangs a sausage.
Two trails in the snow. Large slippers, with a suitcase dragged behind. And small felt boots that point away from the tower, and yet lead to it: somebody walked there backwards, so as not to arrive. # private: scout
You try it: things can be pushed, as if through cold honey. People do not wake. And while you push, the cold climbs up your sleeve: one thing, then, and no more. Which? # who: next
+ [Turn the snowball away from the mayor]
    ~ mended = "mayor"
    The snowball turns aside, slowly, like a doorknob in a sulk. Now it is aimed at nobody in particular. The mayor will get his “thirdly” out after all; may the town forgive you. # flag: saved_mayor # memory: Of all that hung in the air, you turned a snowball away from the mayor's nose.
+ [Push a snowdrift under the lamplighter]
    ~ mended = "lamp"
    A snowdrift travels across the square, one armful of cold honey after another, until it lies under Tallow, plumped up like a pillow. He will never know why tonight he falls so well. # flag: saved_lamplighter # memory: Of all that hung in the air, you made a bed of snow for a falling lamplighter.
+ [Lower the sausage to the dog]
    ~ mended = "dog"
    One hand's breadth down. The sausage touches Bagel's nose. Of all the next seconds that are waiting in this town, his is now by far the best. # flag: fed_dog # memory: Of all that hung in the air, you lowered a sausage to a dog.
- The sleeve is stiff with frost up to the elbow, but {actor()} says that it was worth it. # effect: chilled
On the mayor's paper, after “thirdly”, there is nothing at all but a drawing of a duck. Three hundred people are waiting for that third thing. # private: bard
Under the fir tree the wish box stands open, empty. The town's wishes for the New Year lie in the snow in a row, like crumbs. “Snow, please! The children.” “No snow, please! The street sweeper.”
Two trails lead away. Slippers and a suitcase go to the inn, where one window steams: it steams! The wishes go to the clockmaker's, where something is knocking. Which way? # vote: 30
+ [To the inn, where a window steams]
    -> full_kettle
+ [To the clockmaker's, where something knocks]
    -> cuckoo_shop

=== full_kettle ===
~ inn = true
The Full Kettle is crowded and quite silent. The waiter is carrying nine bowls of soup and a smile. But in the corner, by the samovar, somebody is blowing on his tea, loudly. # scene: full_kettle # title: The Man with the Suitcase # picture: inn # mood: merry
A small old man in slippers. In his beard: fir needles, a cherry stone, a May beetle, asleep. Next to him a suitcase that will not close; out of it hangs the corner of a cloud, dripping.
I am the Year. The old one; thank you, I have seen a mirror. And I did not stop that clock! At midnight I go home and put my feet in a basin. I have been walking since January. Who would put off a basin? # say: The Old Year
Why you are not standing still? But that is simple. The clock stopped everybody who was on time, and you were late. Now that you are here at last, would somebody kindly sit on my suitcase? # say: The Old Year
There are twelve months in it, and July is pushing. # check: might
+ [It clicks shut at the first go. # success]
    Once, and with dignity, {actor()} sits down. Twelve months sigh and lie down in order. The Old Year has seen nothing like it since his youth, in February, and fills a flask of tea for you. # gift: tea # memory: You sat on a whole year until it closed.
+ [It shuts, but a thunderstorm gets out. # partial]
    It shuts. But a thunderstorm has slipped out, no bigger than a cat. It goes round the lamp, rains on {actor()} and on nobody else, and retires into the teapot. # effect: chilled # memory: You shut the year's suitcase, and a small thunderstorm got out.
+ [It bursts, and it is April everywhere. # failure]
    The lid flies up and it is April: slush to the knees, a rook, somebody's kite in your face. You sweep the month together with a broom. The Old Year laughs until he has to hold on to the samovar. # hurt: 1 # memory: You let April out in the inn, and swept it up again.
- Take something along. My drawer at home is small. One thing, mind: if I come back with an empty suitcase, they will say that nothing happened in me. # say: The Old Year
On top lie a small brass bell, something grey, neatly folded, and a lantern, lit from inside by something that is not fire. # who: next
+ [A lantern with the longest day of June]
    Through the glass you can see a meadow and hear one grasshopper, who has not noticed anything. The lantern is as warm as a loaf. # gift: lantern # memory: You were given the longest day of June.
+ [The school bell of the first of September]
    It is a bell that nobody can hear without straightening a collar. You try it, very softly. The Old Year takes his elbows off the table. # gift: bell # memory: You were given the bell of the first day of school.
+ [A November fog, folded like a cloak]
    It weighs nothing and smells of wet leaves. Where you put it on, there is, for a moment, nobody. # gift: cloak # memory: You were given a fog to wear.
- Somebody small ran past me at the tower. Backwards. Whoever it is, do not shout up there. In all my days, and I have had all of them, I never saw anyone shouted into being brave. # say: The Old Year
-> tick_bridge

=== cuckoo_shop ===
Two hundred clocks hold their breath at the clockmaker's, all at twenty to twelve. Only one is going, and it is wrong: a cuckoo clock, eleven minutes fast, that hops on its nail and knocks. # scene: cuckoo_shop # title: Eleven Minutes Fast # picture: workshop # mood: wonder
Odile the clockmaker bends over a heap of tiny wheels, halfway into a sneeze that will scatter them all. On the wall a little door jerks, jams, and lets out a wooden beak, sideways.
Late! I see it at once, you are late! The clock stopped everybody who was on time. I never am: I am ahead. The name is Beatrice. I have been stuck in the middle of “cuckoo” since Tuesday. # say: Beatrice the Cuckoo
Her spring is as fine as a hair and as touchy as its owner. Somebody has to reach in, past the beak, and breathe calmly. # check: wits
+ [The spring slips back into place. # success]
    Click. Beatrice shoots out to her full length and calls “cuckoo” with both its halves. Then she blushes, as far as varnish allows, and brings out a pot of honey that she has been sitting on since autumn. # gift: honey # memory: You mended Beatrice the cuckoo, and she blushed.
+ [It holds, but now she stutters. # partial]
    ~ stutter = true
    The spring holds. Only there is a wheel left over, a very small one, and from now on Beatrice st-st-stutters. She finds that it is m-modern. # memory: You mended Beatrice the cuckoo, and one wheel was left over.
+ [The spring leaps out. # failure]
    The spring leaps out, flies round the room like a silver wasp and stings the nearest thumb; {actor()} says a short word. Beatrice puts the spring on as a scarf. Now she is eleven minutes slow. A change, she says, is a rest. # hurt: 1 # memory: You set Beatrice the cuckoo eleven minutes slow, which made a change for her.
- Ask yourselves who gains if midnight does not come. The Old Year! He sits at the inn with his suitcase and will not go. You need something for the tower. Odile lends to everyone; she is too busy to notice. # say: Beatrice the Cuckoo
On the bench gleam a hammer and a mirror. And Beatrice, after a struggle with herself, holds out a feather. # who: next
+ [The feather: whistle on it, and she comes]
    The feather is carved, painted and a little chewed. “Whistle,” says Beatrice, “and I come. I have eleven metres of spring, and nobody has ever asked.” # gift: feather # memory: Beatrice the cuckoo gave you a feather to whistle on.
+ [The hammer that makes clocks see sense]
    It is no longer than a finger. On the handle somebody has burnt: ONCE, GENTLY. # gift: hammer # memory: You borrowed the hammer that makes clocks see sense.
+ [The mirror, no bigger than a coin]
    It shows only one thing at a time, and that one very clearly: just now, a nose. # gift: mirror # memory: You borrowed a mirror that shows one thing at a time.
- One more thing. All my life I have called the hours wrong. Once I should like to call midnight right, together with everybody. If you get it going, give me a sign? # say: Beatrice the Cuckoo
-> tick_bridge

=== tick_bridge ===
Below Tick Bridge the skaters stand on the ice like chess pieces. Among them something moves, small and quick, in far too many coats: imps, who live between one tick and the next and deal in second-hand seconds. They are going through the pockets. # scene: tick_bridge # title: The Second-Hand Gang # picture: bridge # mood: danger
A wink from him, a yawn from her, the end of a joke: finders keepers! They are not using them, they have stopped. And see here: the winding key of the town clock. It was lying about on the tower stairs. All ours now! # say: Nick of Time
The smallest imp steals nothing. It stands in front of a stopped family and practises holding hands, its left with its right. # private: guardian
You ask for the key, politely. The gang has never met that before and takes it for a trick. Eleven coats fly off. Underneath are eleven more. # encounter: second_hands
+ [You shake the key out of their coats. # won]
    You turn Nick upside down and shake. Out fall forty winks, somebody's missing punchline and the winding key, as long as an arm. # gift: key # memory: You shook the key of the clock out of the Second-Hand Gang.
+ [You get away over the ice. # fled]
    You slide away over the ice, sledge and all, and come out on the other bank. The key has stayed with the gang; but one of their coats has come along on a runner, and in its pocket is a roll, still warm from 23:39. # gift: bread # memory: You escaped the Second-Hand Gang with one of their coats.
+ [They win, and do not know what comes next. # lost]
    ~ pie = "bitten"
    They tie you up in the town's own bunting, with a bow. Then they stand about: nobody ever told them what comes after winning. In the end they take a corner of the pie, say “thank you”, and are shocked. # memory: The Second-Hand Gang tied you up with a bow and took a corner of the pie.
- You will be there at midnight, up at the bells, won't you? Everybody hugging everybody. We have only heard it from below. We sit under the bridge with other people's winks. Not that we mind. Lads, do we mind? We do not mind. # say: Nick of Time
Eleven noses point at the ground. What do you say to the gang? # vote: 40 # hidden
+ [“Come up to the square. There is pie.”]
    ~ imps = "guests"
    ~ trust += 1
    Nick counts you, counts his own, and looks for the trap. There is none. Nothing has frightened him so much all evening, and slowly, with snow, he begins to wash his ears. # flag: imps_invited # memory: You invited the Second-Hand Gang to midnight.
+ [“Put every second back where it belongs.”]
    ~ imps = "workers"
    Grumbling, they go from skater to skater and put things back, a yawn here, a wink there. They are not what you would call careful with the labels. # flag: imps_at_work # memory: You made the Second-Hand Gang put the seconds back, more or less.
+ [Nothing. On to the tower!]
    ~ imps = "loose"
    You go. Behind you there is whispering, then giggling, and then the silence of eleven people who are having an idea. # flag: imps_loose # memory: You left the Second-Hand Gang alone with an idea.
- -> quarter_gate

=== quarter_gate ===
Across the tower stairs runs a rail, and on the rail, in full bronze, stands the knight who rides out of the clock at every quarter hour. He lowers his lance. It squeaks, and he politely waits until it has finished. # scene: quarter_gate # title: Sir Quarter-To # picture: gate # mood: merry
Halt! Admittance to the works is at a quarter to. It is now twenty to. Kindly come back in five minutes. # say: Sir Quarter-To
Stopped? Then they will be long ones. I have had longer. For two hundred years I have ridden out, and who strikes midnight? The hammer. A hammer! And I know all twelve by heart. # say: Sir Quarter-To
His left knee has been oiled, quite lately, with strawberry jam; and no higher up than a child can reach. # private: tinker
The lance is exactly as wide as the stairs, and five minutes do not pass. How do you? # vote: 40
+ {has_item("feather")} [Whistle for Beatrice the cuckoo]
    Eleven metres of spring come humming over the roofs, and at the end of them Beatrice. “A {stutter:q-q-quarter|quarter} to!” she calls, wrong on purpose for the first time in her life. A timepiece has spoken; Sir Quarter-To presents his lance. # memory: Beatrice the cuckoo lied for you, and did it beautifully.
+ {has_item("bell")} [Ring three quarters on the school bell]
    Ding-dong, ding-dong, ding-dong. Sir Quarter-To straightens his visor, slides aside, and when you are nearly past asks in a small voice whether he may leave the room. # memory: You rang a quarter to on a school bell.
+ {has_item("hammer")} [Tap him below the knee, once, gently]
    The knee kicks. The foot hits the door. The door flies open, and nobody is more surprised than Sir Quarter-To. “That was not me,” he says. “But do shut it behind you. There is a draught.” # memory: You tapped a knight on the knee, once, gently.
+ {has_hero("tinker")} [Butter his other knee # for: tinker]
    ~ knight = "friend"
    The butter comes off the crust of the pie. Sir Quarter-To bends the right knee, for the first time in ninety years, and since he is down there he kneels. You climb over him. “Take your time,” he says, beaming. # memory: You buttered a knight.
+ [Prove to him that somewhere it is a quarter to]
    “Somewhere?” Sir Quarter-To thinks; you can hear it, small wheels first, then larger. He half agrees. The left halves may pass, he decides, the right halves wait. You squeeze through sideways. It costs a button and some skin. # hurt: 1 # memory: You argued the left half of yourselves past a knight.
+ [Ask him to show you how he would strike]
    -> rehearse
- -> later_room

= rehearse
In two hundred years nobody has asked. He lifts the lance like a bell hammer, looks left and right for anybody who might laugh, and waits for your sign. # check: heart
+ [He strikes, and he is magnificent. # success]
    ~ knight = "friend"
    Twelve strokes against the door frame, each with an expression of its own: the fourth is sorry, the ninth has plans. At the twelfth the lock opens, out of respect. # memory: You heard Sir Quarter-To strike twelve, and the ninth stroke had plans.
+ [At nine he loses count. # partial]
    At nine he loses count and begins again at one. And again. You pass under the lance on tiptoe; the last of you gets a seven on the hat. # hurt: 1 # memory: You passed Sir Quarter-To while he was counting.
+ [Somebody snorts. # failure]
    ~ knight = "cross"
    It slips out; a very small snort. The knight turns red as a new kettle, shuts his visor and waves you by. No, no more audience, thank you. He has something in his eye. In a helmet. It happens. # memory: Somebody snorted, and Sir Quarter-To shut his visor.
- -> later_room

=== later_room ===
The stairs in the tower are soft. On every step lies something put off: half a sock on its needles, a letter without a stamp, skates outgrown before they were tried. It is warm up here, and smells of naps. # scene: later_room # title: The Bear Called Later # picture: tower # mood: wonder
On the landing lies the biggest cushion of all. It opens one eye. It is a bear.
Do come in. They call me Later. “Later, later,” they all tell me, the whole year; so I bake, and wait, and nobody comes. You are not in a hurry, are you? There is no hurry left anywhere. # say: Later
On the step by your foot lies something of your own: a visit, put off since spring. The address can still be read. # private: healer
Behind him a ladder goes up to a small light. Without haste the bear lays a paw across the lowest rung, and waits for an answer. # who: guardian
+ [“Who is up there?”]
    ~ trust += 1
    “My friend,” says the bear, and his ears sink. “The first who ever came and stayed. Brought jam. Please don't take my friend away.” # memory: You asked the bear called Later who was up there: his only friend.
+ [Sit down. Only for a moment]
    The cushions close over {actor()} up to the ears. It is the best moment of the whole evening, and in the course of it the bear, without haste, puts down the second paw. # heal: 2 # memory: You sat down on the cushions of Later, only for a moment.
+ [Step between the paw and the others]
    The bear looks at {actor()} from quite close by. His breath smells of gingerbread. “Somebody should have stood like that for me,” he says. “Once.” # effect: brave # memory: You stood between a bear and the others.
- {has_item("cloak"): You shake out the November fog. For a moment there is nobody on the landing, and the bear feels about for his guests. # effect: hidden @all}
{has_item("lantern"): You open the lantern a finger wide. It is June on the landing; the bear blinks, and you feel grass under your boots. # effect: brave @all}
Then he hugs you, all at once. It is not a wicked hug. But there is no air in it, and no end to it either. # encounter: later_bear
+ [You wriggle out, and he sits down, bump. # won]
    You come out at the bottom, under his elbow, in a cloud of feathers. The bear sits down with a bump and looks into his empty arms. The ladder is free. # memory: You got out of the hug of the bear called Later.
+ [You run for the ladder, between his paws. # fled]
    Between his paws, over the cushions, up the ladder! He does not run after you. He has never in his life run after anything, and that is rather the trouble. # memory: You ran up the ladder, and the bear called Later did not run after you.
+ [You fall asleep, the whole lot of you. # lost]
    You sleep like a whole December. What wakes you is a draught, a smell of jam, and somebody small who has pulled the blanket up to your chins and now runs off up the ladder, on one boot. # effect: chilled @all # memory: You slept in the arms of Later, and somebody small woke you.
- Off you go, then. You will come back later. Everybody says so. # say: Later
He says it without reproach; with reproach it would be easier. What do you answer? # vote: 40
+ [“Come down with us tonight. There is pie.”]
    ~ bear = "tonight"
    ~ trust += 1
    “Tonight?” The bear tries the word, as you try a chair. “As in: now?” He begins to look for his good collar. He knows that he has one. He has never yet had to look. # flag: bear_tonight # memory: You asked Later to come now.
+ [“Tuesday at five. Write it down.”]
    ~ bear = "tuesday"
    He writes it down, on a cushion, in large letters: TUESDAY. FIVE. Then he sits and looks at it, and you can hear him already thinking about the gingerbread. # flag: bear_tuesday # memory: You made a date with Later, for Tuesday at five.
+ [Nothing. Climb on]
    You climb. For a long time you feel his eyes on your backs, like a stove that nobody is sitting by. # flag: bear_alone # memory: You left Later sitting by himself.
- -> the_dial

=== the_dial ===
Behind the dial it is as bright as inside the moon. The numerals stand there back to front, as tall as doors. And on the minute hand, legs dangling over the town, sits a child of about seven, in one felt boot. # scene: the_dial # title: Somebody Who Is Not Ready # picture: sky # mood: wonder
The other boot sticks in the great wheel, heel up. And out of the child's pockets, sleeves and collar sticks paper: wishes, three hundred and eleven of them, read to rags.
I'm the New Year. I only came early to have a look. Then I read them all. Half of them want snow and half don't. One wants a trombone, and somebody in the same house wants quiet. I can't do it! I'm not ready! # say: The New Year
The stars have not stopped. They have moved on by a good hand's breadth; everywhere else the night goes on, and soon the town will lie behind it like a dropped glove. # private: stargazer
The child looks at you like a host whose guests have come too early. It is the first time in your lives. What do you say? # vote: 40 # hidden
+ [“We are never ready either. Look at us.”]
    ~ trust += 1
    {pie:
    - "flat": You show the pie. “Was it meant to be like that?” asks the child. “No.” “And they'll be glad all the same?” “They always are.” The child thinks about that, with its whole face. # memory: You showed the New Year a flat pie, and it took heart.
    - "whole": You show the pie. “But that's perfect!” “That,” you say, “was luck. Last year it was soup.” The child laughs, is startled, and listens to hear whether it does that again. # memory: You told the New Year how last year's pie was soup.
    - else: You show the pie. “Somebody's been eating it!” You look at the ceiling, all of you. So this is what heroes look like when they are not ready. The child feels better at once. # memory: You showed the New Year a pie with a gap, and it felt better.
    }
+ [“Read us the silliest one!”]
    ~ trust += 1
    The child digs in its collar. “Dear New Year, make me taller than the cupboard. Yours, the cat.” Silence. Then the minute hand begins to shake, and it is only laughing. # memory: You asked for the silliest wish; it was from the cat.
+ [“The whole town is waiting for you!”]
    ~ trust -= 2
    “I know,” says the child, and makes itself small, and then smaller; for a moment you see only paper. That was, perhaps, the one thing it did not need telling. # memory: You told the New Year that everybody was waiting. It knew.
+ {has_item("mirror")} [Hold up the little mirror]
    ~ trust += 2
    The mirror shows one thing at a time. No year in it, no three hundred and eleven wishes; only a nose with jam on it. “That's all?” asks the child. That's all. “I could bring that,” it says. # memory: You showed the New Year its own nose.
+ {has_item("lantern")} [Open the lantern: the longest day]
    ~ trust += 2
    Grass, a meadow, one grasshopper. “Did he make that?” “In January he couldn't have, either,” you say. The child holds its hands to June until they stop shaking. # memory: You showed the New Year a day in June.
- {imps:
- "guests": -> nick_calls ->
- "loose": Somewhere in the works something is being unscrewed, with giggles. You have no time to look; strictly speaking, you have nothing else.
}
It is still twenty to twelve. The boot sits in the wheel, the town holds its breath, and the child looks not at the boot but at you. What now? # vote: 50
+ [Hold out a hand: “We'll go down together.”]
    -> hand
+ [“Take one more day. We'll arrange it.”]
    -> december_32
+ [Pull the boot out of the wheel]
    The boot comes out like a cork. “Not yet!” cries the child, slides off the hand and is gone, down the ladder, on one bare foot. You are left holding a boot. It is still warm. # flag: pulled_the_boot # memory: You pulled the boot out of the clock, and the New Year ran.
    -> back_door

= hand
{ trust >= 3:
    From up here one sees everything. The child has watched you all evening and kept count of each kind thing. It looks at the hand as you look at the last rung of a ladder. # check: heart easy
- else:
    The child looks at the hand as you look at the ice on the first day of frost: will it bear? # check: heart
}
+ [Cold, sticky fingers take hold. # success]
    Five fingers, cold, with jam on them. With its other hand the child takes hold of the boot, says “one, two”, leaves out the three, as one should, and pulls. # memory: The New Year took your hand and started the clock itself.
    -> on_time
+ [They take hold; but there is a condition. # partial]
    ~ promised = true
    The fingers come, and stop. “But one of the wishes you do yourselves. Promise!” You promise. It looks them through and hands you the one about the trombone. Then it pulls out the boot. # flag: promised_wish # memory: You promised the New Year to see to one wish yourselves.
    -> on_time
+ [A stair creaks; they pull back. # failure]
    The fingers are already in yours when, far below, a stair creaks. The child jumps up, the boot flies out of the wheel, and off goes the New Year, down the ladder, on one bare foot. # memory: You nearly held the New Year by the hand.
    -> back_door

=== nick_calls ===
{ has_item("key"):
    Out of the works climbs Nick of Time, with clean ears and a parcel. In it lies a wink, hardly used. “For the little one,” he says, and looks hard at the ceiling. # memory: Nick of Time brought the New Year a present.
- else:
    Out of the works climbs Nick of Time, with clean ears and a parcel. In it, with a bow, lies the winding key. It is the first thing he has ever given anybody. He would like a receipt. # gift: key # memory: Nick of Time gave back the key, of his own free will.
}
->->

=== on_time ===
Down you go, the child in the middle. {has_item("key"):At the works it takes the winding key in both hands, and turns.|The key is missing; so Sir Quarter-To puts his lance into the works, and the child turns it.} Tick, says the clock. It clears its throat. Tick. # scene: on_time # title: Midnight # picture: feast # mood: triumph
-> town_wakes ->
-> roll_call ->
{promised: In March, by the way, you deliver a trombone. And four pairs of ear muffs to the same house. A wish is quickly done once you know the neighbours.}
And the New Year? It stands in the square in two boots and is handed from arm to arm. “Was I on time?” it asks you. You look at the clock, then at one another. “You are asking us?” # memory: The New Year came down by itself, at midnight, holding hands. # ending: on_time # title: Midnight, Holding Hands
-> END

=== december_32 ===
{inn:In slippers and without his suitcase, the Old Year comes up the ladder, one rung at a time.|A small old man comes up the ladder, in slippers, with a May beetle in his beard: the Old Year, whom Beatrice suspects of everything.} He sits down by the child and lets his legs dangle, too. # scene: december_32 # title: One More Leaf # picture: village # mood: calm
One more day? My feet say no. But do you know where I was at my own twenty to twelve? In the coal cellar, under a sack. They found me at half past one. So: one day. After that you come by yourself. # say: The Old Year
He pulls the boot out of the wheel, knocks it clean and puts it on the small foot, toes to the front, as it should be. Tick, says the clock. It clears its throat. Tick.
-> town_wakes ->
-> roll_call ->
But after midnight the calendars cough and put out one more leaf: the thirty-second of December. Nobody has any plans for it. The town spends it on everything put off: the letters, the skates, the visits. # flag: december_32
The next midnight somebody small comes over the square in two boots, forwards. “It's still too early,” says the New Year. “It always is,” says the Old Year, and gives it his seat. “By February you stop noticing.” # memory: You got the town one more day: the thirty-second of December. # ending: december_32 # title: The Thirty-Second of December
-> END

=== back_door ===
Tick, says the clock. Down in the square the town breathes in and goes on, hat by hat. Only the one they are all waiting for is not by the tree, not on the stairs, not anywhere. In twenty minutes it will be midnight. # scene: back_door # title: A Bump in the Tablecloth # picture: hearth # mood: tense
-> town_wakes ->
-> roll_call ->
You find it at ten past twelve: the longest tablecloth in the inn has a bump. Nobody shouts. You sit down under the table, all of you, push the pie along and talk about nothing in particular.
So the year begins under a table, by way of the kitchen. It is a shy one; even its spring knocks before coming in. But it does come in. And one of you always sits there, a little late, with the other boot. # memory: The New Year came in by the back door, and you sat down beside it. # ending: back_door # title: Through the Back Door
-> END

=== town_wakes ===
{mended:
- "mayor": “Pah!” says the brass band. The snowball sails past the mayor, who says “thirdly”, turns over his paper and finds a duck. He holds up the duck. It is the best speech of his life. Tallow lands in the big drum, and Bagel bites the air.
- "lamp": “Pah!” says the brass band. Tallow sinks into a pillow of snow, looks for somebody to thank, and lights his last lamp in honour of everyone. The snowball meets the mayor, and the mayor, to general amazement, throws back.
- else: “Pah!” says the brass band. Bagel shuts his jaws, and there is a sausage in them; from now on he thinks highly of the world. The snowball meets the mayor, the mayor throws back, and Tallow lands in the big drum: boom.
}
{pie:
- "flat": Flat as it is, the pie goes round three hundred people. A tall one, Odile works out between two sneezes, would have gone round two hundred and forty.
- "whole": The pie comes to the table without a crack, and nobody dares to be the first. The whole town stands round it and admires, until Bagel settles the matter.
- else: The pie is short of a corner. You stand in front of the gap and look at the sky. Then everybody breaks off half a slice for somebody else; and, as always with that sum, a bit is left over.
}
The wish box under the tree is empty, and beside it a pencil hangs on a string. The town steps aside: latecomers have a wish, too. What do you write? # vote: 40
+ [“The same again, please.”]
    “The same again, please, pie and all.” The New Year folds this one very small and keeps it in its boot, for the hard days. # memory: You wished for the same again, pie and all.
+ [“Dear New Year, what do YOU wish for?”]
    Nobody has ever asked that. In the morning there is an answer in the box, in big crooked letters: “Come and see me sometimes. It needn't be on time.” # memory: You asked the New Year what it wished for itself.
+ [Nothing. Draw a duck]
    You draw a duck. A year from now every third wish in the box has a duck on it, and nobody remembers why that brings luck. # memory: Instead of a wish you drew a duck.
- ->->

=== roll_call ===
{knight:
- "friend": At the last minute Sir Quarter-To rides out, asks the hammer to step aside, and strikes midnight himself. The fourth stroke is sorry. The ninth has plans. {not inn:“{stutter:M-m-midnight|Midnight}!” calls Beatrice over the roofs, right for once in her life.}
- "proper": At the last minute Sir Quarter-To rides out and holds the lance to his visor, while the hammer strikes. His lips move. {not inn:“{stutter:M-m-midnight|Midnight}!” calls Beatrice over the roofs, right for once in her life.}
- else: At the last minute Sir Quarter-To rides out with his visor shut, and turns his back on you at every stroke. At the twelfth he peeps. {not inn:“{stutter:M-m-midnight|Midnight}!” calls Beatrice over the roofs, right for once in her life.}
}
{imps:
- "guests": At the end of the table sit eleven guests in far too many coats. Everyone who misses a wink gets it back, gift-wrapped. Nick of Time has been hugged four times. He keeps count.
- "workers": Not every second has found its own pocket. The mayor giggles like Tilda; the baker yawns in somebody's bass. Until spring people stop one another in the street and swap.
- else: And one stroke is missing. Somebody has unscrewed it. All night long, under the bridge, there is giggling, and a small, clear, private bong.
}
{bear:
- "tonight": By the stove sits the bear called Later, in his good collar, with Tilda asleep on one paw. “What, now?” he asks, whenever someone hands him a plate. “Now,” they say.
- "tuesday": And on Tuesday you stand on the soft stairs at four minutes past five. He has baked. He has been sitting at the door since Monday. “You're late,” says the bear, and beams.
- else: On still evenings a warm smell of naps comes down from the tower. Really, you say, somebody should go up there. Later.
}
->->

=== function has_hero(archetype)
~ return true

=== function has_item(item)
~ return false

=== function party_size()
~ return 4

=== function actor()
~ return "one of you"

/*
Encounters
second_hands: The Second-Hand Gang. Imps in far too many coats who deal in stolen seconds and have never been invited anywhere. Creatures: imp, imp, imp. Easy.
later_bear: The Bear Called Later. A huge, soft bear made of everything put off; his hug is friendly and does not end. Creatures: bear. Fair.
*/
