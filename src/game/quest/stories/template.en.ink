// A small campaign of five scenes and two endings, for you to play, to read and to write over. Copy it, give it a name
// such as mystory.en.ink, and change one thing at a time:
//     snowparty campaign check mystory.en.ink
// Whatever stands behind // is yours alone. GUIDE.md says more about everything here.

// The head: five tags, before anything else. The host chooses by them.
# title: The Wind at the Door
# language: en
# minutes: 15
# players: 2-8
# about: On the longest night of the year somebody knocks at the inn on the pass, and nobody is there. It is polite, it is cold, and it says please.

// What the story asks the engine. The answers for other Ink editors stand at the end of the file.
EXTERNAL has_hero(archetype)
EXTERNAL has_item(item)
EXTERNAL party_size()
EXTERNAL actor()

// What the story remembers. Tags are for the screens and the chronicle; only a VAR can be asked later.
VAR pack = "below"      // the wolves: friends, below, along

-> inn

// ---------- A scene: its first line carries id, title, picture and mood.
=== inn ===
The inn on the pass, on the longest night of the year. The soup smells of smoke and thyme, eleven wet mittens hang over the stove, and the wind has howled since Tuesday. Now it stops. # scene: inn # title: Somebody Knocks # picture: hearth # mood: merry
Three knocks, quite soft. Mother Barley opens the door on nobody at all; only a little snow lies on the mat. It melts from the edges inwards, and for a moment it spells PLEASE.
// A line that somebody says: no quotes, no “she says”.
Forty years I have shouted “door!” at that wind, and never asked her in. Now she has gone off in a huff, and not a thread of smoke will leave my chimney. By morning we shall all be kippers. Talk to her, would you? # say: Mother Barley
// A private line: only the bard's phone shows it. Never on the last line before choices, and never needed to go on.
You know those three knocks. They are the beginning of the lullaby that everybody hums and nobody can end. It lacks one low note. # private: bard
// A lone choice: the last line before the choices says who decides. Here it is the next hero in turn.
By the door stand two things that Mother Barley can spare, if she is quick about it; she can spare one of them. # who: next
+ [The lantern with the crooked flame]
    It has been up there before, she says, and {actor()} need only walk where the flame leans. It leans uphill, and a little to the left. # gift: lantern # memory: You took the lantern that leans uphill.
+ [The pot of honey, nearly full]
    “Nearly full,” says Mother Barley, and looks {actor()} in the eye. “And I know to the spoon how nearly.” # gift: honey # memory: You took the honey, and Mother Barley counted the spoons.
- -> bridge

// ---------- A check: two dice and a stat. Three choices, tagged with the three outcomes; failing leads on, too.
=== bridge ===
Outside it is so still that you can hear the snow sit down. There are no footprints. But all the way up the pass the drifts are combed in one direction, with care, as for a visit. # scene: bridge # title: Planks and Good Intentions # picture: bridge # mood: mystery
Over the gorge hangs a bridge of old planks. Some of them mean it and some of them do not, and somebody has to go ahead and ask. # check: nimble
+ [Every plank keeps its word. # success]
    With a piece of coal {actor()} marks the honest planks. The others stroll across behind, hands in their pockets, as on a Sunday. # memory: You crossed the gorge as on a Sunday.
+ [All across, except for one boot. # partial]
    You are across, all of you but one boot. It takes its time to fall, and turns round once, as if to wave. So {actor()} goes on in a mitten. # effect: chilled # memory: You crossed the gorge, all but one boot.
+ [The bridge sits down. # failure]
    The bridge sits down in the snow like a donkey, with all of you on it. You climb out along the ropes, bruised and much better acquainted. # hurt: 1 @all # memory: The bridge over the gorge sat down under you.
- -> forest

// ---------- An encounter: its id is from the engine's table. Won, fled and lost all go on.
=== forest ===
Under the firs it smells of resin and wet dog. Eyes appear, then ears; one of the ears is half an ear. The Grey Pack sits across the path in a row. The smallest holds its breath, to look larger. # scene: forest # title: The Grey Pack # picture: forest # mood: danger
Nobody bothers the wind tonight. On the far side of this mountain lives my sister. Each evening we howl, and the wind takes it over to her. This evening we howled, and it fell in the snow, just there. # say: Half-Ear
You say that you want the wind back as well. Half-Ear has heard that from people before, and every time there was a sack. # encounter: wolves
+ [They run out of breath first. # won]
    ~ pack = "friends"
    They run out of breath first. Half-Ear sits down, sneezes, and thinks better of you. “My sister has a new cub,” she says. “I should like to hear it, that is all.” # flag: heard_of_the_cub # memory: You stood up to the Grey Pack, and heard of a cub beyond the mountain.
+ [Up the rocks! # fled]
    Up the rocks you go, on hands and knees and one another. The pack stays below with its noses in the air and listens, in case you turn out to be good news. # memory: You got away from the Grey Pack over the rocks.
+ [They sit on you. # lost]
    ~ pack = "along"
    They sit on you, and that is that. It is warm, at least. Then the smallest smells the soup on your sleeves, and its stomach says something. They let you up, and come along to keep an eye on you. # memory: The Grey Pack sat on you, and then came along.
- -> summit

// ---------- A vote: the whole party, for 40 seconds. If too few vote, the first choice wins.
=== summit ===
At the top stands the house of the wind: a doorstep, a door, and not a wall. Somebody is sitting on the step, chin on her knees. You see her only because the snow goes round her. # scene: summit # title: A Door and No House # picture: peak # mood: wonder
I knocked. I did it properly, three times, and I wiped my feet. I have been to every house in the world, you know, and each one says the same to me. It says: shut the door. # say: The North Wind
// Asked of the engine: somebody may have eaten the honey in the fight.
{has_item("honey"): She has noticed the honey. All her life she has carried the smell of it about, for others.}
Far below, the smoke lies on the inn like a lid on a pot. She looks at you sideways, {party_size()} of you, one after the other. What do you say to her? # vote: 40
+ [“Come in with us, and sit by the stove.”]
    “In?” says the North Wind, and every drift on the mountain jumps. “As in: on the inside?” # memory: You asked the North Wind in.
    -> stove
+ [“Blow as you like. We leave a window open.”]
    “For me?” says the North Wind. “On purpose?” She stands up, and the mountain has its draught again. # memory: You promised the North Wind a window.
    -> window
// Only a party that won can say this: text that an earlier scene has earned.
+ {pack == "friends"} [“First, could you carry a message?”]
    Nobody has ever asked her for news of a cub; people ask her to stop. She says the words over twice, so as not to drop one, and is off before you have finished thanking her. # flag: sent_the_message # memory: You gave the North Wind a message about a cub.
    -> window

// ---------- Two endings. The last line names the ending; then comes -> END.
=== stove ===
She comes in last and shuts the door behind her, softly, with both hands. Then she sits down behind the stove and makes herself small. Hats fly, the soup goes cold, and not one person says a word about it. # scene: stove # title: The Place behind the Stove # picture: feast # mood: merry
-> howls ->
Mother Barley brings a shawl. “You might have said,” she says. “I did knock,” says the wind. Then the stovepipe begins to hum the lullaby, and does not stop where everybody stops: there it is, the low note. # memory: The North Wind sat by the stove, and ended the lullaby. # ending: stove # title: Somebody Was Asked In
-> END

=== window ===
You come down the pass with the wind at your backs. It is like being pushed by someone who is fond of you. Over the inn the smoke gets up, stretches, and goes off to see the stars. # scene: window # title: A Window on the Latch # picture: dawn # mood: triumph
-> howls ->
Since then one window at the inn is never quite shut, and in the mornings there is a little snow on the sill. In March it spelled THANK YOU, though by breakfast the K had run. # memory: The inn keeps a window open for the North Wind. # ending: window # title: On the Latch
-> END

// A tunnel: told in both endings, different for each past.
=== howls ===
{pack:
- "along": Under the long table lie the wolves, and the smallest is asleep in the soup tureen. When they howl, the lamps lean over; and late, from far off, something answers, thin and new and very small.
- "friends": At midnight the Grey Pack howls on the ridge, and this time it arrives. Late, from far off, something answers, thin and new and very small. Half-Ear listens with the ear that is whole.
- else: At midnight the Grey Pack howls below the rocks. It carries. Before the last of them is out of breath there is an answer, and seven tails begin to beat the snow.
}
->->

// ---------- What other Ink editors answer, so that the story runs there, too. Here the engine answers.
=== function has_hero(archetype)
~ return true

=== function has_item(item)
~ return false

=== function party_size()
~ return 4

=== function actor()
~ return "one of you"
