# title: The Last Ember
# language: en
# minutes: 90
# players: 2-8
# about: After four hundred days of winter only one live ember is left in the country, and it wants to go to the mountain. Somebody with good boots will have to carry it.

EXTERNAL has_hero(archetype)
EXTERNAL has_item(item)
EXTERNAL party_size()
EXTERNAL actor()

VAR gave = "none"
VAR tik = "none"
VAR wolf = "none"
VAR kork = "none"
VAR fare = "none"
VAR ilka = false
VAR change = "none"
VAR spark = false
VAR role = "none"
VAR lesson = "none"
VAR cave = "none"
VAR verse = false
VAR logbook = false
VAR letter = "none"
VAR here = false
VAR father = "none"

-> little_thaw

=== function has_hero(archetype)
~ return true

=== function has_item(item)
~ return false

=== function party_size()
~ return 4

=== function actor()
~ return "one of you"

// ---------------------------------------------------------------- ACT I

=== little_thaw ===
Four hundred and twelve days of winter. In Little Thaw everyone lives in one room now, because only one room has a fire: Dora's bakery. Three hundred people, eleven goats, and a smell of wet wool you could lean on. # scene: little_thaw # title: The Last Warm Room # picture: village # mood: calm
Nobody's fire died. The fires left. One evening a flame would lean to the north, stretch like a cat, and go off up the chimney without a goodbye. After that the stove was cold, and no match would ever take in it again.
The last one lives in Dora's oven. It is hardly a fire at all: an ember the size of a walnut. Everybody calls it Crumb. And tonight, before three hundred people and eleven goats, Crumb leans north.
So it's off as well, tonight or tomorrow. Fine! But I won't have it walk alone in this weather. Somebody will carry it where it wants to go: up Mount Mantel, to the sun-stove. Somebody with good boots. # say: Dora
She is looking at your boots. So are the goats. # vote: 40
+ [Ask what the sun-stove is]
  It's where they bake the summer. Big as a town hall, green tiles. Every spring the Stoker lights it, and the warm comes down the valleys like the smell of rolls down my stairs. Last spring he didn't light it, and here we sit with the goats. # say: Dora # memory: You asked what the sun-stove is: the place where the summer is baked.
+ [Ask who lives on the mountain now]
  Winter. Up there he used to be a guest. Now he's hung up his coat. They say he drinks his tea with ice and hasn't laughed once in sixty years. Mind you, with tea like that! # say: Bruno # memory: You asked who lives on the mountain: Winter, who takes his tea with ice.
+ [Say yes now and ask questions later]
  The cheer lifts the dust off the rafters. A goat faints. Then an old man at the back begins to clap, slowly, in his mittens: paff, paff, paff. It is the softest applause in the world, and it goes on for a long time. # memory: You said yes before anybody told you how far it was.
- -> bakers_kitchen

=== bakers_kitchen ===
Late, when the goats have stopped discussing it, Dora takes you behind the curtain. Crumb sits in the ash like an eye that refuses to go to sleep. # scene: bakers_kitchen # title: What Crumb Eats # picture: hearth # mood: wonder
Wood it won't touch any more. It eats what you remember: a warm thing, told aloud, told true. That keeps it going a night and a day. Only, who tells it, forgets it. I've fed it my wedding, for one. # say: Dora
And I sat by and listened, so I've still got it. Who listens, keeps. Every evening I tell it back to her, and every evening she says: goodness, and what did the girl answer? Sometimes I put in an elephant. # say: Bruno
Dora laughs, but under the table she holds on to Bruno's sleeve as people hold on to a banister. She has fed the ember a great deal more than one wedding. # private: healer
Crumb sinks to a dull brick red. It is hungry. One of you will have to tell it something, and nobody else can choose what. # who: next
// ECHO 1
+ [The smell of the kitchen you grew up in]
  ~ gave = "kitchen"
  {actor()} leans to the oven and tells it: the butter, the wet coats by the door, the one burnt pan. Crumb drinks it in and turns gold. And where the smell used to be, there is a clean white plate with nothing on it. # memory: You fed the ember the smell of a childhood kitchen.
+ [The name of your very first friend]
  ~ gave = "friend"
  {actor()} says the name, and the fence they used to sit on, and the tooth they lost in the same apple. Crumb flares like a struck match. The fence is still there afterwards. On it sits somebody with no name, waving. # memory: You fed the ember the name of a first friend.
+ [The way home, every turning of it]
  ~ gave = "road"
  {actor()} tells it the whole way: the pump, the plank, the dog that barks at hats, the third gate. Crumb burns up bright and steady. Then {actor()} looks out of the window at a white street, and it could lead anywhere. # memory: You fed the ember the way home.
- For the road there is a copper kettle with holes punched in it and a little door. It has never made a cup of tea in its life, and people will go on asking it for one. Crumb goes inside and ticks, pleased. # gift: coal @actor
And here's the last loaf. Three weeks old. You can eat it, or you can knock nails in with it. # say: Dora # gift: bread
Bruno drags a chest from under the bed. He was young once, and nobody ever asks him about it. You may take one thing, he says, and he looks at all three as if they were puppies. # vote: 40
+ [The mountain rope with the red thread]
  I hung off a cliff on that for two days. There was a view. I'd never have met her otherwise, she came by to laugh at me. # say: Bruno # gift: rope # memory: Bruno gave you the rope he once hung on for two days.
+ [The brass horn with a dent in it]
  The dent is from a bear. The bear has a dent as well, from the horn. We parted on good terms. Blow it when there's nothing else left to blow. # say: Bruno # gift: horn # memory: Bruno gave you the dented horn.
+ [The cloak sewn out of eleven blankets]
  One blanket from each goat, so to speak. It smells of them, and it always will. But I have never seen a frost that dared go in there. # say: Bruno # gift: cloak # effect: warm @actor # memory: Bruno gave you the cloak of eleven blankets.
- -> north_road

=== north_road ===
In the morning the whole village waves until the snow rubs it out, the goats last. You pull a sledge. The kettle swings on its pole and shows the way, for Crumb leans north inside it like a needle in a compass. # scene: north_road # title: The Sledge That Coughed # picture: path # mood: tense
The silence out here has a weight. There is no crow, no dog, no axe. Your steps squeak like new shoes in an empty school, and your breath freezes on your scarves in small white beards.
The sledge is too heavy. Two blankets, a loaf, a pan: you packed it yourselves, and it pulls like a piano. Something is wrong in the arithmetic. # private: tinker
Past the last fence the road drops into a hollow filled with new snow, and the sledge goes in up to its ears. From under the blankets you hear a very small cough. Somebody has to heave. # check: might
+ [One great heave and out it comes # success]
  The sledge leaps out of the drift like a cork, flies over the bank and lands on its runners. The blankets sit up. Under them is a boy of nine with a bellows on his knees and the face of someone who is part of the luggage. # memory: You heaved the sledge out of the hollow and found a boy in it.
+ [Out it comes, but a runner splits # partial]
  It comes, with a crack like a broken biscuit: one runner is split along its whole length, and so is the skin of your palms. Out of the blankets a boy of nine holds out a length of string. He has thought of string. # hurt: 1 @actor # memory: You broke a runner and found a boy with some string.
+ [It tips over, on top of you # failure]
  The sledge rolls over and sits on {actor()}. It takes a while to dig everybody out, and when you count, there is one too many: a boy of nine with a bellows, who has been digging harder than anyone. # effect: chilled @actor # memory: The sledge rolled over, and when you counted, there was one too many.
- I'm Tik. I'm the blower. I blow on Crumb every morning, twice short and once long, since I was six. You don't know how. You'd just puff. # say: Tik
In the bakery nobody noticed him. But you remember him now: always on the floor by the oven door, lips in a small round O. Crumb, hearing his voice, burns a shade lighter. # private: bard
Far behind, a lantern comes bobbing along the road. It is Bruno, on skis as old as himself, calling the boy's name at every fence post. There is still time to decide. # vote: 40 # hidden
// ECHO 2
+ [Take Tik along: the blower comes with the fire]
  ~ tik = "along"
  Bruno stands a while and breathes. Then he hands over the boy's other scarf and a note from Dora. She had it written before breakfast. It says: I KNOW. MAKE HIM WASH. # flag: tik_along # memory: You took Tik the blower with you.
+ [Send him home with Bruno, before the forest]
  ~ tik = "home"
  Tik does not cry. He shows you: two short, one long, and make your mouth like a plum stone. Then he goes home behind the lantern. He looks back so often that he walks into Bruno three times. # flag: tik_home # memory: You sent Tik home, and he taught you to blow: two short, one long.
- -> quiet_forest

=== quiet_forest ===
The forest stands so stiff that it rings. When a branch breaks somewhere, it sounds like a plate. By noon you know you are being followed, and by three o'clock you know that you are meant to know. # scene: quiet_forest # title: Grey Company # picture: forest # mood: danger
Shapes between the trunks. Five, six, eight. In front trots a big grey she-wolf with half an ear missing, in no hurry at all, like someone walking to work.
Eight sets of tracks, but one is small and drags a foot. They always leave the middle of the path clear for it. They have a cub with them, and it is not doing well. # private: scout
The grey one keeps between you and the others. She is not leading the attack. She is holding it back, and her legs shake. # private: guardian
She sits down across the path. Her eyes are on the loaf, then on the kettle, then on the loaf. The others close up behind you. # vote: 40
// ECHO 3
+ [Break the last loaf and lay down half]
  You lay it on the snow. The grey one doesn't touch it. She makes a small sound, and out of the bushes limps a cub all knees and ears, and eats the bread with a noise like gravel. She looks at each of you in turn, as one reads a list. # memory: You shared the last loaf with the wolf's cub. # heal: 1 @all
  ~ wolf = "fed"
  -> wolf_after
+ {has_hero("healer")} [Kneel down and look at the cub's paw # for: healer]
  In the bushes sits a cub, all knees and ears, holding up one foot. Nobody breathes. A hand goes out, slowly, past a whole mouthful of teeth, and draws a splinter of ice. The cub sneezes. The grey one licks the hand, once, as one signs for a parcel. # memory: You drew a splinter of ice out of a wolf cub's paw.
  ~ wolf = "fed"
  -> wolf_after
+ [Stand together round the fire and shout]
  You stand back to back and roar. It is a good roar; snow falls off three trees. The grey one sighs, as people sigh on Mondays, and the pack comes on.
  -> wolf_fight
+ [Slip away over the fallen trunks]
  There is a line of fallen trunks to the left, a bridge over the deep snow, glazed with ice. It is narrow, and so are your chances, but the wolves will not care to follow there. # check: nimble
  + + [You run across like squirrels # success]
    Heel, toe, heel, toe. Behind you a wolf tries it, spreads in four directions, and pretends he meant to lie down. By the time they have gone round, you are over the stream. # memory: You gave the wolves the slip on the icy trunks.
    ~ wolf = "tricked"
    -> wolf_after
  + + [You get over, the loaf does not # partial]
    You are across. The loaf is not: it bounces once, twice, and rolls to the grey one's paws. She looks after you for a long time with the bread in her teeth, puzzled, as if you had paid for something. # take: bread # memory: You slipped past the wolves and lost the loaf.
    ~ wolf = "fed"
    -> wolf_after
  + + [The trunk turns under you # failure]
    The trunk rolls, politely, like a sleeper turning over, and you are all in the snow to the armpits. When you come up and clear your eyes, there is a ring of wolves around you.
    -> wolf_fight

=== wolf_fight ===
They come without a sound, low, from every side at once. In the midst of it the kettle swings, and Crumb spits sparks like an angry cat. # encounter: wolves
+ [The pack turns and goes # won]
  It is over as suddenly as it began. The grey one stands between you and her limping pack and shows you all her teeth, out of pride. Then she limps away. You notice the cub only now. So does your conscience. # memory: You drove off the grey wolf's pack.
  ~ wolf = "fought"
+ [You get away up the bank # fled]
  You scramble up a bank where they can't follow and throw snowballs until they are embarrassed. The loaf stays behind. From above you see them pull back, one by one, and let a cub eat. # take: bread # memory: You fled from the wolves and left them the loaf.
  ~ wolf = "fed"
+ [They have you down in the snow # lost]
  You lie flat with a paw on every chest. The grey one walks from one to the next and sniffs. She takes the bread, only the bread, and gives it to a cub. Then the paws are gone. You have been robbed by professionals. # take: bread # hurt: 1 @all # memory: The wolves had you down, took the loaf, and let you live.
  ~ wolf = "fed"
- -> wolf_after

=== wolf_after ===
Towards evening the trees thin out. {wolf == "fed": Far back on the ridge a long note goes up, and another, thin and cracked, that tries to be just as long.|Far back on the ridge a long note goes up, and nobody answers it.} Crumb ticks in the kettle. Ahead, across the road, hangs a barrier.
-> winter_post

=== winter_post ===
A red-and-white pole lies across the road. To its left and right there is nothing at all, just flat snow to the horizon; one could walk round. Beside it stands a sentry box, and in it, on an iron perch, a raven in a postman's cap. # scene: winter_post # title: Anything to Declare? # picture: gate # mood: merry
Halt. Winter Post, Customs and Complaints. Inspector Kork. Have you any fire, sparks, soup, hot feelings or other glowing goods to declare? Think before you answer. I have a form. # say: Kork
On the box hangs one notice, in a large shaky hand: MAY IS NOT COMING. The raven sees you reading. That's from the chief himself, he says. Four words in a whole year. I have asked him for the other eleven months, for completeness.
The kettle chooses this moment to crackle. The raven tilts his head. He lifts one foot off the iron, then the other, then the first again; you understand that he has been doing it all winter. # vote: 40
// ECHO 4
+ [Open the kettle and let him warm his feet]
  ~ kork = "warmed"
  He says it is against regulations. He says it twice. Then he steps on the rim, and closes his eyes, and for a while there is no inspector there, only an old bird with warm toes. # flag: kork_warmed # memory: You let the raven of the Winter Post warm his feet.
  So that is what they write about, all of them, in all those letters. I had taken it for a figure of speech. # say: Kork
  -> post_pass
+ [Fill in the form, honestly, in triplicate]
  The form has forty questions. Question nine is: why. Question ten is: no, really. Somebody with a clear head and warm ink had better hold the pen. # check: wits easy
  + + [You find the mistake in question ten # success]
    ~ kork = "paid"
    By paragraph four, an ember below the size of a hen's egg counts as a toy. You show him. He reads it with growing joy: nobody has ever read his form before. He stamps everything, the kettle too, and one mitten. # memory: You read the raven's form so well that he stamped you through.
    -> post_pass
  + + [It takes until midnight # partial]
    ~ kork = "paid"
    You fill it in, blot it, fill it in again. By midnight your fingers are blue with ink and with the other thing. The stamp comes down like a mercy. # effect: chilled @actor # memory: You filled in forty questions in the frost, until midnight.
    -> post_pass
  + + [You sign in the box for prisoners # failure]
    It was the wrong box. The raven is truly sorry, and rings for the night shift. From the dark comes a sound of many wings putting on their caps.
    -> post_fight
+ [Laugh, and simply walk round the barrier]
  ~ kork = "mocked"
  You walk round. It takes four steps. Behind you the raven stands quite still: in sixty years nobody has done that, and he had hoped nobody would think of it. Then he rings for the night shift. # flag: kork_mocked
  -> post_fight

=== post_fight ===
They drop out of the low cloud in good order, twenty ravens in postal caps, and dive at the kettle. It is the first time that the Winter Post has been on time. # encounter: post_ravens
+ [The post is returned to sender # won]
  Caps everywhere. The ravens withdraw in a queue, muttering numbers. Kork collects the caps one by one, blows the snow off, and does not look at you. # memory: You beat back the ravens of the Winter Post.
+ [You run, with the kettle under a coat # fled]
  You run bent over, with the kettle under a coat and the whole post office on your heads, till the snowfall hides you. Somebody has been stamped on the forehead: RETURN. # hurt: 1 @actor # memory: You ran from the Winter Post, and one of you was stamped.
+ [You are confiscated # lost]
  You spend the night in the sentry box, all of you, standing, as parcels. Crumb is weighed and found to be under the limit. In the morning you are handed back against a signature. # effect: chilled @all # memory: You were confiscated by the Winter Post and handed back in the morning.
- {kork == "none":
  ~ kork = "paid"
}
-> post_pass

=== post_pass ===
Behind the barrier the road splits. On the left, a mile away, an inn stands with every window shining orange, and that cannot be. On the right the short way cuts over a dark field, full of tall thin shapes that do not move. # vote: 40
+ [Left: to the inn with the shining windows]
  You go towards the light like everyone who was ever cold. There is a smell of paint. # memory: You took the road to the shining inn.
  -> cold_spoon
+ [Right: over the field, the short way]
  You go where the kettle leans. The tall shapes come nearer; they are standing in rows, like people who have been told to wait. # memory: You took the short way over the dark field.
  -> chimney_field

// ---------------------------------------------------------------- ACT II

=== cold_spoon ===
The inn is called The Cold Spoon. In the taproom thirty guests sit in their coats in a half circle and hold out their hands to the fireplace. In the fireplace is a fire, red and gold and very well done. In oils. # scene: cold_spoon # title: The Painted Fire # picture: inn # mood: sorrow
Please, not so loud. We don't say the word "painted" here. They have been sitting like this since last winter, and it helps them. I touch it up on Thursdays. # say: Mr Ochre
The landlord has paint on his sleeves and frostbite on three fingers. He paints at night without gloves, because the yellow has to be laid on with the thumb. # private: tinker
{tik == "along":Tik looks at it for a long time, with his head to one side. It doesn't breathe, he whispers. Nobody tell them. They're being so good about it.|}
An old woman in the front row moves up to make room for you. Mind the sparks, she says. In your kettle Crumb has gone quite still, as children do when they look at a picture of their family. # who: bard
+ [Open the kettle and show them the real one]
  The real light falls on the picture, and thirty people see how thick the yellow is. Nobody speaks. Then the old woman begins to laugh, and to cry, and holds her hands to Crumb, and says: oh, it's smaller. But it's much better drawn. # memory: You showed the guests of the painted fire a real one.
+ [Play along: what a fine hot fire you have!]
  You wipe your brow and take off one scarf. The guests beam. Somebody complains of the heat. The landlord turns to the wall and does something to his eyes with a painty sleeve. # memory: You praised a painted fire, and everyone was a little warmer.
+ [Sing them something that has a summer in it]
  It is a song about a boat and a cow and a hot day. By the third verse thirty pairs of boots are stamping the time, and that, of all things, does warm them. They had not thought of moving for a year. # memory: You sang of a hot day until thirty people stamped themselves warm.
- Then soot comes down the flue, and sneezes. For a year no smoke has gone up there, and the chimney has been let to others: black imps, long-fingered, sooty to the eyes, and very interested in your kettle. # encounter: chimney_imps
+ [The imps are swept out # won]
  You sweep the chimney with its own tenants. At the end there are nine black prints on the white wall, in poses. Mr Ochre looks at them for some time and says that he might frame it. # memory: You swept the imps out of the inn's chimney.
+ [You bolt out of the kitchen door # fled]
  You leave through the kitchen with the kettle, a tea towel and somebody's galoshes. Behind you the old woman in the front row can be heard, dealing with imps by means of a poker. # memory: You ran from the imps by way of the kitchen.
+ [The imps get into everything # lost]
  They put soot in your boots, soot in your hoods, soot in your ears, and are just getting the kettle open when Crumb says one short hot word. They go back up the chimney, faster than soot. You are black until spring. # effect: marked @all # memory: The imps sooted you from head to foot before Crumb chased them off.
- At the door the landlord presses something on you, wrapped in a rag. It's my last tea, he says. I'd been keeping it to paint. It has to be drunk at some point, or it was never tea. Down the hill, by a wide white river, someone rings a bell as if expecting you. # gift: tea
-> ferry_landing

=== chimney_field ===
They are chimneys. A whole village of chimneys, and no houses: the roofs fell in under the snow, the walls went after them, and the stoves were left standing in rows, each with its cold mouth open. # scene: chimney_field # title: The Village of Chimneys # picture: graveyard # mood: mystery
When Crumb passes, something moves in each. Grey shapes sit up in the ashes, thin as breath on a pane, and turn their faces after the kettle as sunflowers do.
They do not look angry. They look like people at a station when the train goes through without stopping. # private: healer
One stone over one stove door has letters on it: FIRST LIT BY THE STOKER'S OWN HAND. WE ASKED HIM FOR AN EARLY SPRING, AND HE WAS KIND. It is dated sixty years ago. # private: stargazer
A shade as tall as a door steps into your path. It has been somebody's grandfather; one can tell by the way it holds its hands behind its back. It wants something and is too proud to say so. # vote: 40
+ [Invite them all to come and warm themselves]
  They come in order of age, without pushing. Each holds thin hands to the holes of the kettle, nods, and steps aside for the next. It takes an hour, and nobody says a word, and it is the best-behaved crowd you have ever met. # memory: You let the shades of the village of chimneys warm their hands.
  -> chimney_thanks
+ [Ask who they were]
  We were the first to go out. He sent us summers, before that. Good ones! With wasps. He used to come down himself, with a little girl on his shoulders. Then he came alone. Then he did not come. # say: The Shade # memory: A shade told you of the Stoker and a little girl on his shoulders.
  -> chimney_thanks
+ [Hold the kettle tight and hurry through]
  You lower your heads and walk faster. It is the wrong thing to do. A sigh goes through the rows, stove after stove, and then the ash gets up.
  -> chimney_fight

=== chimney_fight ===
Out of every stove the grey comes pouring, knee-high, hip-high, cold as a cellar step, and all of it has hands. They don't want to harm you. They want what you have. # encounter: chimney_shades
+ [The ash settles # won]
  Crumb flares once through all its holes, and every shade has, for one second, a colour: a red apron, a blue cap. They look down at themselves, astonished. Then they lie down quite gently, and the ash is only ash. # memory: You stood your ground among the shades of the chimneys.
+ [You run between the rows # fled]
  You run until the last chimney is behind you. When you look back, they are standing at the edge of their field, and not one has set foot over it. Some are waving. # memory: You ran from the shades, and some of them waved.
+ [They take your warmth # lost]
  Hands on your sleeves, on your cheeks, on your names. When they have had enough they tuck you up in the ash, carefully, the way one puts children to bed, and in the morning you wake with teeth like castanets. # effect: chilled @all # memory: The shades took your warmth and tucked you up in the ash.
- -> chimney_thanks

=== chimney_thanks ===
On the last stove of the last row lies a thing that was not there before: a small brass bell, polished by a hand that is not there either. You take it. It rings very softly of supper. And far below, by a wide white river, another bell answers, a big one and bad-tempered. # gift: bell
-> ferry_landing

=== ferry_landing ===
By the river stands a hut, by the hut stands a post with a bell, and by the bell stands an old woman in a captain's cap, ringing it with great energy at an empty road. The river is frozen from bank to bank, as hard as a floor. # scene: ferry_landing # title: Rules of the Ferry # picture: river # mood: merry
Last call for the ferry! Oh. You're the first call too. Stand behind the line. No singing on the left side, no leaning out, no questions to the captain under way. Is that tea in there? Pity. Captain Ilka, sixty years on this river. # say: Ilka
Behind her lies the ferry: a flat boat on four sledge runners, with a patched sail and a mast. At the top of the mast flies a very small flag. It is red, and it has a thumb. # private: scout
You could walk over, you mention. She looks at you. The last one who thought so, she says, walked. We say hello to him when the ice is clear. And then she names no price at all, just holds out her hand and waits. # vote: 40
// ECHO 5
+ [Pay honestly: a button from every coat]
  ~ fare = "paid"
  She bites on each button, as if there were gold ones and you might be the sort. Then she gives you tickets. The tickets have a picture of a river on them, with waves. # memory: You paid the ferrywoman with a button from every coat.
+ [Pay with a song, sung by all of you]
  ~ fare = "song"
  You sing, on the right side. She beats time on the rail, and in the pauses she hums a scrap of something else, quite another tune, and doesn't seem to notice. Not bad, she says. One of you was nearly in it. # memory: You paid the ferrywoman with a song.
+ [Promise to pay when the river moves again]
  ~ fare = "promise"
  She laughs till she has to hold on to the bell. On credit! Then she stops, takes a pencil from under the cap and writes it in a book, very carefully, with the date. I come and collect, she says. I always come and collect. # flag: fare_promised # memory: You promised the ferrywoman her fare when the river moves.
- The captain casts off a rope that is tied to nothing, out of respect for the trade. The wind takes hold of the sail. With a groan and a squeal the ferry begins to slide, then to run, then to fly.
-> ice_sail

=== ice_sail ===
You are flying over the river, and the runners sing two notes. Under you the ice is green and deep and clear: a rowing boat hangs in it, a shoal of bream like dropped spoons, and a man with a walking stick. Hello, Ivo, says the captain. # scene: ice_sail # title: The Ferry That Flies # picture: ship # mood: wonder
How I came to the river? It brought me. I was born at the age of seven, on an ice floe, on the second of May. Old ferryman fished me out with the boathook. One mitten. Before that, nothing. He gave me his dog's name. It was a very good dog. # say: Ilka
While she steers, her lips move: Sleep, my river, under snow: fire is sleeping, banked and low... Then she stops, each time at that same place, like someone on a stair where a step is missing. # private: bard
A gust! The sail bangs over, the ferry rears up on two runners, and ahead of you a crack opens in the green, black and smoking. All hands on the high side, the captain roars. Whoever is quick, take the rope! # check: nimble
+ [You lean out, and the ferry leaps # success]
  You hang over the rail like washing, all in a row. The ferry rises and flies, truly flies, over six feet of black water, and comes down like a cat. I take back what I said about leaning out, says the captain. # memory: You flew across a crack in the river on two runners.
+ [You make it, but the jolt breaks something # partial]
  You are over, with a bang that knocks hats off. The boom has caught {actor()} on the shoulder, and it will be a beautiful blue by tomorrow. The captain apologises to the boom. # hurt: 1 @actor # memory: You crossed the crack with a bang and a blue shoulder.
+ [You stop half over the hole # failure]
  The ferry stops dead with its nose over the water, and {actor()} does not stop. One loud splash; then the boathook, quick as a bird. That's the second one I've fished out, says the captain. The first was me. # effect: frozen @actor # memory: One of you went into the river, and the captain fished you out again.
- Night falls out there, in the middle. No bank to be seen. The wind has turned around twice, and the captain licks a finger, frowns, and does what she would never do: she asks. Where is your mountain, then? # who: stargazer
+ [Steer by the stars]
  The stars are where they were left. You find the Ladle and the Nail and, between the two, a patch of sky where nothing shines: a mountain is standing in front of it. # memory: You found the mountain by the stars it covers.
+ [Steer by Crumb, who always leans north]
  You hold the kettle up like a lantern. Crumb leans, and its light falls in one thin gold line on the ice. The captain sets the sail to it and says that she once knew a ferryman with a nose like that. # memory: You sailed by the lean of the ember.
+ [Be quiet and listen where the ice is loudest]
  You all hold your breath. Ice talks; near the bank it talks faster. Over there it creaks and pops like a stair under children. The captain looks at you with respect: it took her twenty years to learn that. # memory: You listened to the ice and heard the bank in it.
- -> far_bank

=== far_bank ===
At grey dawn the runners scrape on gravel. The captain ties the ferry to the north bank with three knots and stands with a hand on the mast, and nobody wants to be the first to get off. # scene: far_bank # title: Change for the Fare # picture: river # mood: calm
Do you know what it was like when it ran? It never shut up. All night long, chatter, chatter, like a house full of aunts. A year now it hasn't said a word to me. I ring that bell so that there's somebody. # say: Ilka
She turns north for a moment, to where the mountain must be, and rubs her bare left hand as if it had gone cold long ago and never quite come back. # private: healer
You get change, she says suddenly. It's in the rules. And she lays out three things on the rail: a lantern, a spyglass, and, after she has climbed up for it, the small red flag. Pick one, go on, it's only things. # who: next
// ECHO 9
+ [The storm lantern with the green glass]
  ~ change = "lantern"
  It has no oil and no wick, but when you hold it next to the kettle, the green glass keeps the glow a while, as a shell keeps the sea. # gift: lantern # memory: The captain gave you her green lantern as change.
+ [The spyglass with a cracked lens]
  ~ change = "spyglass"
  It shows everything twice: once near, and once a little nearer than it is. For hope, says the captain, you use the left side. # gift: spyglass # memory: The captain gave you her cracked spyglass as change.
+ [The small red flag with a thumb]
  ~ change = "flag"
  It is a child's mitten. It weighs nothing, and its wool has gone thin as a leaf. I came with it, says the captain. It's never been any use, there's only one. She says it lightly, and doesn't let go at once. # flag: red_mitten # memory: The captain gave you her flag: a child's red mitten.
- Then it's time. The road goes uphill, to a town with frozen roofs. She has put the cap on straight and got hold of the bell rope. She's sixty-seven and all alone, and as tough as tarred string. # vote: 40 # hidden
// ECHO 6
+ [Ask Captain Ilka to come to the mountain]
  ~ ilka = true
  Me? Off the river? She is indignant for a good half minute. Then she hangs a board on the post: BACK WHEN IT MOVES. She locks the hut, tries the door, and marches ahead of you up the hill. Well? No leaning out. # flag: ilka_along # memory: You asked Captain Ilka to come with you, and she came.
+ [Leave her where her river is]
  You wave until the bend. She does not wave, a captain doesn't. But the bell rings behind you, on and on, as long as you could possibly be in earshot, and then a little longer. # memory: You left the ferrywoman with her river, and her bell rang after you.
- -> ladle_square

=== ladle_square ===
The town of Ladle has nine streets, and they are swept. The fountain is frozen in full splash. At every door people sit in overcoats on kitchen chairs and look at their hands, for want of anything burning to look at. # scene: ladle_square # title: The Youngest Mayor # picture: square # mood: sorrow
I'm the mayor. Zuzana, I'm eleven. The grown-ups have all resigned. They're not ill, they are only so tired. I do the sweeping rota and the school, and on Fridays I'm the police. You have a fire, I can smell it. # say: Zuzana
{tik == "along": In her coat pocket is a crust. She breaks it under the clipboard and passes half to Tik without looking at him. She's been hungry longer than he has.|In her coat pocket is a crust. She turns it over with her fingers and does not eat it. It is for someone.} # private: guardian
I have two hundred and six people in the theatre, all in one heap, and some no longer wake up properly. I only need a spark. You could break one off. I've read that you can. I know what I am asking. # say: Zuzana
Crumb is no bigger than a walnut. You do not know how much of it the mountain will need. Nobody does. # vote: 60 # hidden
// ECHO 7
+ [Break off a spark for the people of Ladle]
  ~ spark = true
  {actor()} holds the kettle, and you knock, once, with a spoon. What falls off is no bigger than a pea. Crumb hisses with the pain of it and shrinks. The mayor carries the pea across the square in both hands. She walks as if she were carrying the square. # flag: spark_for_ladle # memory: You broke a spark off the ember for the people of Ladle.
+ [Keep the ember whole: the sun is for everyone]
  You explain it to her. She writes it down on the clipboard, word for word, and nods at every line. Yes, she says, that is right. I would have said so too. Then she looks at the pencil for quite a long time. # memory: You kept the ember whole and told the mayor why.
- She invites you to stay the night. It's theatre night, she says, it's always theatre night. If they've nothing to wait for, they lie down. # who: healer
+ [Go round the sleepers and rub their hands]
  Two hundred and six pairs of hands. Somewhere past the hundredth a fat man opens one eye and asks whether the shops are open. You could kiss him. # heal: 1 @all # memory: You rubbed the hands of two hundred sleepers, until one asked for the shops.
+ [Take over the mayor's sweeping, so she can sit]
  She doesn't know how one sits. You show her. After two minutes she is asleep with the clipboard in her arms, and you sweep nine streets, and sign the rota. # memory: You swept nine streets so that the mayor could sleep.
+ [Teach the ones awake to walk in a ring and sing]
  They go round the fountain, holding on to each other's coat-tails, slower than any dance you have seen. But they go. The next day, somebody's grandfather will insist on leading. # memory: You got the tired people of Ladle to walk in a ring.
- -> theatre_night

=== theatre_night ===
Every seat in the theatre is taken by someone rolled in a curtain. {spark: On the stage, in a soup plate, burns the spark of Crumb, the size of a pea, and two hundred faces are turned to it.|On the stage stands an empty soup plate. The mayor has put it there, and does not say what for.} The curtain would rise if nobody were wearing it. # scene: theatre_night # title: The Part of Winter # picture: hall # mood: merry
The play is called Winter Gets What He Deserves. We do it every night. It's full of roles, but no one will be Winter, because one gets snowballs. You are guests. You have such good voices! # say: Zuzana
The paper beard on its hook has been made with love, hair by hair. Whoever made it did not hate him: the eyes of the mask are cut so that they look down, at something small. # private: bard
The hall is waiting. In the front row a little boy has already made his snowball and holds it ready in both hands. Whoever goes on must know how to play it. # who: bard
// ECHO 8
+ [Play Winter as a monster, and roar]
  ~ role = "monster"
  You stalk, you roar, you eat a village made of gingerbread tins. The hall shrieks with delight. The snowballs fly like a blizzard. It is a triumph, and you are wet through to the vest. # memory: You played Winter as a monster, and they loved to hate him.
+ [Play Winter as an old fool with a cold]
  ~ role = "fool"
  You sneeze, and freeze your own nose; you hunt for your slippers through four acts. They laugh. They laugh so that the curtains heave; people who haven't laughed for a year have to be thumped on the back. # memory: You played Winter as an old fool with a cold, and the hall laughed itself warm.
+ [Play Winter as someone who has lost something]
  ~ role = "lost"
  You say hardly anything. You come in, look under the chair, and behind the door; you look at each face in the front row, and shake your head, and go on. It gets very quiet. The little boy puts his snowball down on the floor. # memory: You played Winter as someone searching, and no snowball was thrown.
- High up in the dark, on the last row of the gallery, sits a black shape in a postal cap and makes notes. When the lamp swings that way, it is gone. Only a feather comes down, turning, on to the stage. # gift: feather
{tik == "along":Tik and the mayor have been sizing each other up. He has a fire, she has a town. In the end he lets her blow on Crumb, just once: two short, one long. She puffs dreadfully. He says it was nearly right.|}
After the play the mayor draws you a map in spilled flour. Two houses on the way up still have a light at night, she says: the star tower, where a scholar counts, and the wick house. Nobody goes to the wick house. They're not on the same road. # vote: 40
+ [To the star tower: somebody there has counted]
  You leave before it gets light. The mayor is already sweeping. She does not look up, but her broom draws an arrow in the snow, and then a small sun. # memory: You left Ladle for the star tower.
  -> star_tower
+ [To the wick house, where nobody goes]
  Nobody, says the mayor, means that I have been. She was nice to me. But she looked at my shadow the whole time. She gives you a paper bag to breathe into and goes back to her broom. # memory: You left Ladle for the wick house, where nobody goes.
  -> wick_house

=== star_tower ===
The star tower leans. At the top, under a roof open to the sky, a man in six waistcoats stands at a telescope, eye to the lens. There is frost on his eyebrows, and a spider has hung her washing between his ear and the brass. # scene: star_tower # title: Doctor Orrin Counts # picture: tower # mood: wonder
Not a word! Nine hundred and eleven... nine hundred and twelve. There. All present. One must count them, you know, or one night there'll be one fewer, and it'll be blamed on me. # say: Doctor Orrin
{ilka:Captain Ilka puts her eye to the telescope and asks where the other bank is. There isn't one, says the doctor. Then it's not a proper river, says the captain, and lets him have it back.|}
He hasn't moved since autumn. You thaw him with the kettle, bit by bit: first the nose, then the ideas. In return he shows you his wall, covered with chalk from floor to rafters: every winter, each with its length. # check: wits
+ [You see what the numbers are saying # success]
  Each winter is one day longer than the last. Exactly one! For sixty years. Nature does not do that, you say. Doctor Orrin sits down on the spider's stool. No, he says. That's not weather. That's somebody putting something off. # memory: You read the wall: for sixty years someone has been putting the spring off.
+ [You see it, once you have drawn it on the floor # partial]
  You crawl about with chalk until your knees are stiff and your noses white. One day. Every winter is one day longer than the last, sixty times over. Like someone, says the doctor slowly, who each year just can't quite do it. # effect: chilled @actor # memory: You crawled over the numbers till they gave in: every winter was one day longer.
+ [You lean on the wall, and rub out a decade # failure]
  {actor()} leans back to think and wipes out ten winters with one shoulder. The doctor makes a noise like a kettle. When he's chalked them in again, he stops, chalk in the air. How odd, he says. It's always one. One day more, every year. # hurt: 1 @actor # memory: You wiped out ten winters with one shoulder, and so the doctor found the pattern.
- On the first line of all, sixty years ago, is the only winter that came out short. One single day too short. Beside it, in tiny chalk: early thaw, first of May, ice out before its time. Pity. # private: stargazer
You must have something to read on the way, says the doctor, it's a dull mountain. His library is three books; the others he has worn as insulation. # vote: 40
// ECHO 11
+ [On the Keeping of Very Large Stoves]
  ~ lesson = "stove"
  Page one: a stove that size cannot be lit by fire alone. It wants kindling. What kind? The next page has been worn out as insulation. You find it later, on his back: THE KEEPER KNOWS WHAT, AND MAY HE NEVER RUN OUT. # memory: You read that the sun-stove wants a kindling that only its keeper knows.
+ [Cradle Songs of the Upper River]
  ~ lesson = "songs"
  ~ verse = true
  Number seven, two lines torn away, two left: When they wake, the two, once more, spring will knock upon the door. Under it a pencil note: collected from the Stoker. He sang it twice because I asked, and once because he forgot I was there. # memory: You found the end of a cradle song, collected from the Stoker.
+ [Complaints, and How to Answer Them]
  ~ lesson = "answers"
  Chapter one: read the letter. Chapter two: read it again, and look for the thing it does not say. There is no chapter three. The doctor says it is the best book he has got, and nobody up there owns a copy. # memory: You read how to answer a complaint: look for what it does not say.
- -> upper_road

=== wick_house ===
Four thousand candle ends, on shelves, by size. That's the wick house. In an armchair in the midst of them sits a very thin lady with a burnt-out match in her hair, playing chess, and the chair across from her is empty. # scene: wick_house # title: The Lady Without a Shadow # picture: attic # mood: mystery
No light, no shadow. Do you know how one misses one's shadow? She used to sit there and play Black. Sixty years, and she never once let me win. Come in, dears! Stand in front of your kettle, would you? # say: Widow Wick
The kettle glows; your shadows fall long and soft across her floor. She looks at them like a cook at a market stall. One of them, it seems to you, moves its feet a little closer to its owner. # private: guardian
I know the mountain. I can tell you a thing that nobody else will tell you about the old man up there. The price is one shadow, lent, to be returned in spring. Or one good laugh, to keep. I've a jar for it. # say: Widow Wick
The matches in the jar by her elbow rattle, all by themselves, with something like impatience. # vote: 40
// ECHO 11
+ [Lend her a shadow until spring]
  ~ lesson = "shadow"
  One of your shadows looks back once, sits down, and moves a pawn. The widow claps her hands. So listen, she says: he does not hate the spring. He's afraid of a sound. When ice breaks on a river, he stops his ears and counts to seven. # memory: You lent the widow a shadow and heard what Winter is afraid of.
  -> upper_road
+ [Give her one good laugh, to keep]
  ~ lesson = "laugh"
  You think of the goat that fainted, and it comes by itself, it fills the jar and fogs it. After that something in you is dry and quiet, a well with the bucket up. And she tells you: he stops his ears when the ice breaks, and counts to seven. # memory: You gave the widow a laugh in a jar and heard what Winter is afraid of.
  -> upper_road
+ [Thank her kindly and keep all your shadows]
  You would rather not, you say, you've grown attached to them. The matches stop rattling. The widow rises, and goes on rising.
  -> wick_fight
+ [Offer her a game of chess instead]
  One of you sits down across from her, on the shadow's chair. The widow has been cheating against herself for a year and is in excellent practice. # check: wits hard
  + + [Mate in nine # success]
    ~ lesson = "chess"
    Mate. She stares at the board; then she shines, there's no other word. Beaten, she says, oh, beaten at last! And she tells you for nothing: he is afraid of the sound of ice breaking. He stops his ears and counts to seven. # memory: You beat the widow at chess, and she thanked you for it.
    -> upper_road
  + + [Stalemate, at four in the morning # partial]
    ~ lesson = "chess"
    Neither wins, and it takes all night. Your nose is blue. But it was company. At the door she says it quickly, as one tips a waiter: when ice breaks, he stops his ears and counts to seven. Ask yourselves why seven. # effect: chilled @actor # memory: You played the widow to a draw, and she told you half a secret.
    -> upper_road
  + + [You call her move what it is: cheating # failure]
    That bishop was on the mantelpiece a minute ago, you say. The four thousand wicks begin to smoke without a flame. The widow rises, and goes on rising.
    -> wick_fight

=== wick_fight ===
The smoke of four thousand candles stands up behind her like a cloak. Nobody has answered me back since I had a shadow, says the widow, and she points a burnt match at you. # encounter: wick_widow
+ [The match goes out # won]
  ~ lesson = "chess"
  She sits down with a bump, and looks almost young. She used to answer me back too, she says, it was such fun! Here, for that: he is afraid of the sound of ice breaking. He stops his ears and counts to seven. Come again. # memory: You fought the widow of the wicks, and it did her good.
+ [Down the stairs, three at a time # fled]
  You are out in the snow before the door has finished opening. Behind you, a window goes up. You forgot your hats, she calls, and she throws them after you, every one of them, quite gently. # memory: You fled the wick house, and the widow threw your hats after you.
+ [She pins your shadows to the floor # lost]
  ~ lesson = "shadow"
  You stand on her carpet all night, pinned by the shadows like butterflies, while she plays all of you at once. At dawn she lets you go. One shadow she keeps. It's all right, she says, it wanted to. # effect: cursed @actor # memory: The widow beat you all at once, and kept one shadow.
- -> upper_road

=== upper_road ===
From here the road climbs. Behind you lie the river and the town{spark:, with one thread of smoke over it, thin as a hair|, without one thread of smoke}. Before you there is a crack across the whole country, called the Gullet. But it is getting dark, and one doesn't go over a thing with such a name at night.
-> sheepfold

=== sheepfold ===
You sleep in an old sheepfold: three walls, and some straw that still remembers sheep. In the middle of the night it becomes dark. It takes you a moment to see what is odd about that. The kettle is gone. # scene: sheepfold # title: The Man from Row Twenty-Seven # picture: ruins # mood: tense
One pair of tracks, large, in theatre slippers. They go round the wall and not a step further. Whoever it was didn't mean to get away. He only wanted to be out of the wind. # private: scout
Behind the wall there's a glow. You could creep up; but the snow has a crust on it and crunches like toast, and you don't know who is sitting there, or how frightened he is. # check: nimble easy
+ [You come as quietly as more snow # success]
  He doesn't notice you until you are sitting all round him. A big man, wrapped in a red theatre curtain, with the kettle on his lap and a bundle leaning against it. He is whispering, as people whisper at bedsides. # memory: You crept up on the thief, and found him telling a bedtime story.
+ [Crunch, and he jumps up # partial]
  He jumps up, you jump up; {actor()} and he meet head to head with a noise like two pumpkins. He begs your pardon. It's a big man in a red theatre curtain, with the kettle under one arm and a bundle under the other. # hurt: 1 @actor # memory: You caught the thief with your head, and he begged your pardon.
+ [Crunch, and he runs # failure]
  He runs, and doesn't get far; with a kettle and a bundle one can't see one's feet. You find a hole in the snow the shape of a man, and dig. Up come a red theatre curtain, the kettle, the bundle, and last of all he. # effect: chilled @all # memory: The thief ran into a snowdrift, and you dug him out again.
- I'd have brought it back! I'm from the theatre, row twenty-seven. She's four. She hasn't woken up since Sunday. I only thought: for as long as one bedtime story. You can see that, can't you? I'd have brought it back. # say: The Man in the Curtain
{spark:It's a good spark, in the soup plate, he says. I won't have a word said against it. It reaches as far as row nine.|You said no to the mayor, he says, and you were right, I've seen it in writing. I'd have said the same, to anybody else.}
Out of the curtain looks a small nose, white as a candle. Her breath does come, only it takes its time. It's not so much warmth she is short of. It is a reason. # private: healer
Crumb looks out through the holes, from him to you. It isn't frightened. Nobody who told stories ever did it any harm. # vote: 40
// ECHO 12
+ [Take the kettle back: a whole country is waiting]
  ~ father = "took"
  He lets go at once, finger by finger, and even dusts off the handle. Quite right, he says, quite right. Then he wraps her up and carries her down the hill, in long strides, while she is still a little warm from it. # memory: You took the kettle out of a father's hands, and you were right.
+ [Sit down with him till the story is finished]
  ~ father = "stayed"
  It's about a pig who wanted to be a cloud. He tells it badly, because he keeps stopping. You help out. At the place where it rains bacon, the bundle says, quite distinctly: that's wrong. He can't go on then, so you do, until morning. # memory: You helped a father tell a bedtime story until his daughter woke to correct it.
+ [Let him feed Crumb, and give it back to him]
  ~ father = "stayed"
  He tells it of the day when she was born. Crumb blazes; the bundle opens its eyes, all pink. What a nice child, says the man. Whose is she? Yours, you cry, and tell him the day back, the rain, the wrong hat, everything. Oh, he says. Oh! Mine. # memory: A father fed the ember the day his child was born, and you gave the day back to him.
- -> toll_bridge

// ---------------------------------------------------------------- ACT III

=== toll_bridge ===
The bridge is one long plank of ice, and underneath it there is nothing, with snow falling into it. Across the middle stand three knights in armour, shoulder to shoulder. When the wind blows, they whistle: there's no one inside but frost. # scene: toll_bridge # title: The Empty Knights # picture: bridge # mood: danger
Halt. None who is warm shall pass. That is the order. It's the second order; there was a first, but we have been told to stop thinking about it. Kindly be cold, or go home. # say: Sir Rime
Each breastplate is engraved, under the rime, with a lifebelt and a coil of rope. They were not made for keeping people off a mountain. They were made to stand by water. # private: guardian
Behind the visors the frost smokes. The plank is one knight wide and as slippery as a fish. Crumb makes itself small in the kettle, which shows taste. # vote: 40
+ [Draw, and go straight through them]
  You set your teeth and your boots and go. Sir Rime sighs with relief, and it whistles in all his joints. Finally, he says: one gets so stiff.
  -> knight_fight
+ [Be cold: stand in the wind until they let you by]
  They have a test. A steel finger will be laid on every nose, and no nose may steam. You take off your scarves and stand in the wind, thinking of cellars. It's mainly a question of who can hold out. # check: might @guardian
  + + [Noses like door handles # success]
    The finger goes down the line: tock, tock, tock. Admirable, says Sir Rime, and presents arms. Only when you are over the bridge do you dare to breathe out, and a cloud comes that could hold a cow. # memory: You stood in the wind until your noses passed inspection.
    -> bear_cave
  + + [They let you by, and you can't feel your feet # partial]
    Tock, tock; at the last nose the finger stays a long time. Borderline, says Sir Rime. They do let you pass. But you've been so thoroughly cold that it goes with you, like a tune. # effect: chilled @all # memory: You froze your way across the bridge, and took the frost along.
    -> bear_cave
  + + [Somebody thinks of soup # failure]
    It was dumpling soup, with chives. One moment of weakness, and a thin white steam goes up from {actor()}'s nose, straight as a confession. The visors fall with a clang.
    -> knight_fight
+ [Ask them what the first order was]
  To keep the ice clear at thaw, says the smallest, very low. To hold the rope, so that no child... He posted us by the river afterwards. One day too late. The three look into each other's empty helmets, and move aside by the width of one person. # memory: You asked the knights about their first order, and they let you by.
  -> bear_cave

=== knight_fight ===
Three swords come out with a noise like skates. On both sides the snow falls down into nothing, without hurry, to show you how it's done. # encounter: frost_knights
+ [Armour all over the bridge # won]
  Gauntlet, greave, helmet: it rolls and rings and at last lies still. From the heap Sir Rime's voice says, quite cheerfully, that this was the best Tuesday since the beginning of the watch. You put him together again on the other side. # memory: You took the frost knights apart, and put them together again politely.
+ [You slide through between their legs # fled]
  Flat on the belly, kettle first, you shoot through three pairs of iron legs and off the far end, where a bank of snow opens its arms. They can't turn. It is a very narrow bridge. # memory: You slid across the bridge on your bellies, between the knights' legs.
+ [They hold you over the edge # lost]
  You hang by your collars over the white nothing. Then the smallest knight says: I know how to do this. I know how to pull up. And they pull you up, one after another, and cannot remember why it feels so good. # hurt: 1 @all # memory: The knights held you over the edge, and then they remembered how to pull people up.
- -> bear_cave

=== bear_cave ===
Just before dark you find a hole in the rock. It is dry, it smells of hay and old slippers, and a third of it is bear. The bear is asleep and as warm as a baker's wall; on its forehead it has a dent. You lie down along its back, all in a row, like books. # scene: bear_cave # title: Who Listens, Keeps # picture: cave # mood: calm
// ECHO 1 HEARD
{gave == "kitchen": The one who fed Crumb at the bakery sits apart tonight, sniffing at a crust, and asks in a low voice what kitchens are supposed to smell of.|}{gave == "friend": The one who fed Crumb at the bakery sits apart tonight and says: someone is waving at me from a fence, all the time, and I don't know what to call.|}{gave == "road": The one who fed Crumb at the bakery sits apart tonight and has drawn a house in the ash. Around it there is no road.|}
Then another of you begins to tell it back, just as it was told at Dora's oven, you all heard it: and it is there again. Not quite the same; a little warmer on one side, where somebody else has held it. Who listens, keeps.
The ash of the last feeding still smells of what was burnt. There is a rule in it, simple as a pump: the fire takes from the mouth and not from the ear. Someone who always told it alone would be empty by now. # private: stargazer
Crumb has burned low. It must be fed again tonight, with a bigger thing this time; the mountain air is thin. How will you do it? # vote: 60
// ECHO 10
+ [One goes outside and tells it quite alone]
  ~ cave = "alone"
  Somebody has to, and why should it hurt everyone? Out there in the snow the kettle glows up high. What was told, the others never learn. Only that {actor()} comes in again, and looks at a dear old scarf, and asks whose it is. # memory: One of you fed the ember alone, and nobody can give it back. # flag: fed_alone
+ [One tells, the others listen and tell it back]
  ~ cave = "listened"
  It's the story of a winter boot, a goose and somebody's grandmother. Crumb burns it up, gold to the rim. For a breath it is gone; then you tell it back, all talking at once, and there's an extra goose in it. Nobody minds the goose. # memory: You fed the ember together and gave each other back what it took.
+ [Everybody tells a small thing, all at once]
  ~ cave = "all"
  A marble, a puddle, a soup, a nickname: all of you throw in something. Crumb crackles like a whole market. But everybody talked, so nobody heard, and afterwards each of you has one small bald patch somewhere, and can't say where. # memory: You all fed the ember at the same time, and so nobody listened.
- Crumb, well fed, gives a loud merry crack. The breathing stops. In the dark behind you two small eyes open, one after the other, and the wall that you are leaning on sits up. # vote: 30
+ {has_item("horn")} [Hold up Bruno's horn: the dent knows the dent]
  The bear looks at the horn. It feels its forehead. Then out of the depths of it comes a sound you take for thunder, and it is the longest laugh in the mountains. It lies down again and pulls you all closer, like a quilt. # effect: warm @all # memory: The bear knew Bruno's horn by the dent, and laughed.
+ [Keep still and breathe as it does]
  Four breaths to the minute. In, says the bear; in, say you. It's much harder than it looks. Somebody has to set the time, with a heart that doesn't race. # check: heart
  + + [It takes you for its dream # success]
    The eyes go over you like two tired lamps. A dream, thinks the bear, and not a bad one: there were small ones in it. It puts down its head across the cave mouth, and no draught gets in all night. # effect: warm @all # memory: You breathed with the bear, and it took you for a dream.
  + + [It falls asleep again, on your legs # partial]
    It does go back to sleep. It does so on your legs, from the hip down. In the morning it takes an hour before anybody is able to say which foot is whose. # hurt: 1 @actor # memory: The bear went back to sleep, on top of your legs.
  + + [Somebody giggles # failure]
    It starts with one snort in the dark, and then it's hopeless, it runs along the whole row like fire along straw. The bear gets up. It is not finished getting up for a long time.
    -> bear_fight
+ [Get between it and the kettle, and stand tall]
  You stand up as tall as you are. The bear stands up as tall as it is. There is a certain difference.
  -> bear_fight
- -> fire_lake

=== bear_fight ===
It is not wicked; it's been woken. That is worse. It comes on like a landslide in slippers. # encounter: woken_bear
+ [You tire it out # won]
  Round and round the cave, over, under; at last it sits down with a thump and looks at its paws as if they had been a bad idea. One yawn, as long as a barge. It's asleep before the yawn is finished. # memory: You wore the bear out until it slept.
+ [You spend the night outside # fled]
  So you sleep in front of the cave, in a heap, in the lee of its snoring. That's warm too, in gusts. # effect: chilled @actor # memory: You fled the bear, and slept in the lee of its snoring.
+ [It carries you about like cubs # lost]
  It picks you up by the collars, one by one, gives each of you a wash with a tongue like a doormat, and lies down on top. Until morning you are its children, whether you like it or not. # hurt: 1 @all # memory: The bear took you for its cubs, and washed you.
- -> fire_lake

=== fire_lake ===
Next evening the path comes out above a lake, and you think first that the sky has fallen in. Under the ice there are lights: thousands, gold and red and one or two blue, packed together like sleepers. They are fires. All of them are here. # scene: fire_lake # title: Where the Fires Went # picture: lake # mood: wonder
// ECHO 7 HEARD
{spark: Close to the bank lies a fat orange one, out of Ladle by the look of it. As you pass, it stirs and sniffs: you smell of its grandchild. It glows up, and makes a path of light for you across the whole lake.|Close to the bank lies a fat orange one, out of Ladle by the look of it. As you pass, it opens an eye, looks into the kettle, looks at you, and turns its back.}
There is no lock here, no chain, no track of anybody who drove them. They have all lain down facing the same way, up to the mountain, the way dogs lie in front of a door. # private: scout
{tik == "along":That one's ours, says Tik, flat on his belly. The one with the crust. It's the big one from under the bread oven. He breathes on the ice, two short, one long, and down there something turns over in its sleep and smiles.|}
Nobody stole them. They went home to see why the stove was cold. And when it wouldn't light, they lay down as near to it as they could, and waited. In the kettle Crumb has begun to shake. It wants to lie down too. # check: heart
+ [You talk to it until it stays # success]
  Not yet, you tell it. You are the one that's awake. Somebody has to be, there's always somebody: it's a rotten job, and it's yours. Crumb thinks it over. Then it climbs up on the edge of the kettle and burns there, straight as a sentry. # effect: brave @actor # memory: You told Crumb that somebody has to stay awake, and it stayed.
+ [You keep it, but it burns your fingers # partial]
  It jumps; {actor()} catches it in a bare hand and holds on, and doesn't swear, or only the way one swears in front of children. Back in the kettle Crumb licks the burnt place, very gently, with a lukewarm flame. # hurt: 1 @actor # memory: Crumb jumped, and one of you caught it in a bare hand.
+ [It rolls out on the ice # failure]
  Out through the little door, over the ice, hissing, it has melted itself half an inch deep before you throw yourselves on it. You get it back. It sulks until midnight, and gives hardly enough light to be sorry by. # effect: chilled @all # memory: Crumb ran away to the others, and you had to chase it across the ice.
- From below a murmuring comes up, if you put an ear down. They talk in their sleep: Tuesday, bread day... mind the milk... is he in bed yet. Every one of them is still at home. # private: bard
{ilka:Captain Ilka has taken off her cap. Sixty years on the ice, she says, and I never asked it what it was keeping for us.|}
Before you the ice is thin enough to see faces in the flames. One good blow, and they would be free, perhaps. Or you could let them sleep. Round the edge, something very long goes by below, without a sound. # vote: 40
+ [Strike the ice and wake them]
  One blow. The ice says a single deep word. The fires blink, and there is a rush up to the hole, and then between you and them rises the thing that has been keeping the lake at night, because nobody told it to stop.
  -> drake_fight
+ [Let them sleep, and promise to come back]
  You kneel down on the ice and say it to them through a fist, like through a keyhole: we're going up to see about the stove. Thousands of lights, one after another, dip, as windows do when someone goes past with a lamp. # flag: promised_fires # memory: You promised the sleeping fires to see about the stove.
  -> stokers_house
+ {has_hero("bard")} [Sing them a lullaby through the ice # for: bard]
  It's only two lines, the ones the ferrywoman hums; after that one has to go on without words. But they know it! From below it's taken up, thousands of small crackling voices, and they sing on where you stop. You can't make out what. Only that it ends at a door. # memory: You sang to the fires under the ice, and they knew the rest of the song.
  -> stokers_house
+ [Let Crumb say something to them]
  You put down the kettle. Crumb ticks and crackles for quite some time. It seems to be telling the story of the fainting goat. When it has finished, the whole lake flickers. You did not know that fires could giggle in their sleep. # memory: Crumb told the sleeping fires about the goat, and the lake giggled.
  -> stokers_house

=== drake_fight ===
An ice drake, as long as a street, blue as a vein, with lamps for eyes. It opens its mouth, and out comes all the cold of the lake bottom. # encounter: ice_drake
+ [The drake dives # won]
  It has never been hit by anything that hoped to win. It blinks, it bows, it's gone, like a thread into a needle. A hundred fires hop out on the ice, look round, and trot along behind you like ducklings. They fade at dawn, but what a night. # effect: brave @all # memory: You drove off the ice drake, and a hundred fires trotted behind you.
+ [You run for the bank # fled]
  You run, and behind you the crack runs too, and it's the better runner; but it is going somewhere else. From the bank you see the drake smooth over the hole with its belly, carefully, like a nurse with a sheet. # memory: You ran from the ice drake, and saw it smooth the ice over the fires.
+ [It blows once, and you stand there like statues # lost]
  It breathes on you, and you stop. Until the morning you stand on the lake as statues, with very surprised faces. Then Crumb has thawed one boot free, and then the next; by noon it has done all of you, and is unbearably proud. # effect: frozen @actor # hurt: 1 @all # memory: The drake froze you where you stood, and Crumb thawed you out, boot by boot.
- -> stokers_house

=== stokers_house ===
Where the river begins, a spring under green ice, stands a small house with a blue door. The key is in it. Nobody's lived here for a long time, but somebody has swept the step, every year, on one and the same day. # scene: stokers_house # title: The House with the Blue Door # picture: ruins # mood: sorrow
By the kitchen door someone has marked a child's height with a knife: two years, three, four. The topmost says: MAY, SIX YEARS AND 364 DAYS. Above that, the wood is smooth.
The table is laid for two. There are two spoons, one large and worn out from the left, and one small, with a bullfinch on the handle. The dust has been wiped off only the small one. # private: tinker
You have read that name before, you realise: on a notice, on a sentry box, in a large shaky hand. May is not coming. He didn't mean the month. # vote: 40
+ [Look into the stove: there is a logbook]
  ~ logbook = true
  THE STOVE, and what I lit it with. Year one: the taste of cherries. Year two: my brother's laugh. Year thirty: why I liked mornings. Year fifty-nine: my mother's face. Year sixty: only May is left. I won't. I'm sorry, everybody. I won't. # memory: You read in the logbook what the Stoker lit the stove with, until only May was left.
+ [Look into the cradle under the window]
  ~ verse = true
  Two lines have been burnt into the wood with a hot nail, where one would see them when rocking: When they wake, the two, once more, spring will knock upon the door. Two other lines must belong in front. The nail has stopped there. # memory: You found the end of a lullaby burnt into the cradle.
+ [Look into the calendar by the door]
  It stops on the thirtieth of April, sixty years back. The first of May has been ringed in red. Next to it, in a child's capitals: MY BIRTHDAY PAPA PROMISES SPRING. And beneath that, in a large shaky hand: I lit it one day early. She asked so nicely. # memory: You read on the calendar that he had lit the stove one day early, for her birthday.
- So that is Winter: not a king, but a man who has burned up everything warm he had, year after year, by himself, so that everybody else could have a summer. And who's now keeping back one thing.
{ilka:
  -> house_ilka
- else:
  -> house_empty
}

=== house_ilka ===
// ECHO 6 HEARD
Captain Ilka hasn't said a word. She has ducked under the low beam without looking up. She has stepped over the third stair, the one that creaks, before it could. Now she stands at the table with the small spoon in her hand, upside down, like a child. # who: healer
+ [Ask her quietly what she remembers]
  Nothing, she says. I only know that there used to be a jar of plums on that shelf, and that I wasn't allowed to. She puts the spoon back, just so, parallel to the big one. I'm sixty-seven, she says. It can't be. Can it? # memory: Captain Ilka knew where the plums had stood.
+ [Say nothing, and stand beside her]
  You stand next to her, that's all. After some time she takes hold of your sleeve. She looks at the marks by the door, walks over, and puts her back against it, straight, chin up. The topmost reaches to her heart. Hm, she says. I've grown. # memory: You stood beside Captain Ilka while she measured herself against the door.
+ [Give her something to do: she is the captain]
  Captain, which way's the mountain? She draws herself up, she looks for it, she points. Her hand's quite steady again. But when you go, she locks the blue door and puts the key in her pocket, as one does with one's own. # memory: Captain Ilka locked the blue door and kept the key.
- -> white_slope

=== house_empty ===
The wind moves the door. Nobody has sat in here for sixty years, and the house would so much like to have somebody come in and stamp their boots. What do you leave behind? # who: tinker
+ [Make the bed with the patchwork quilt]
  You shake it out. Dust flies up, and for a moment it has the size and shape of someone hopping. You turn back one corner, for whoever comes. # memory: You made the bed in the house with the blue door.
+ [Set a place for one more]
  There's a third plate in the cupboard. You set it on the long side, between the large spoon and the small one, where guests sit. It looks so right that you stay standing there for a bit. # memory: You set one more place at the Stoker's table.
+ [Wind up the clock on the wall]
  It doesn't want to, and then it does: tick. From outside you can hear it as far as the spring. It is ten to something. One does not know which day, but it's begun. # memory: You wound up the clock in the house with the blue door.
- -> white_slope

=== white_slope ===
Above the house there is only white. A slope as smooth as a tablecloth, and on top of it, black, the chimney of the sun-stove. You are halfway up when the tablecloth is pulled. # scene: white_slope # title: The Tablecloth # picture: mountain # mood: danger
Ten steps to the left a rock comes through the snow, grey on grey. No one else could see it. If all of you were behind it in the next three seconds... # private: scout
First comes the sound, a long soft tearing; then the slope itself, standing up like a wave. Run! # check: nimble hard
+ [Behind the rock, all of you, just # success]
  You make it, kettle and all, and the white goes by on both sides with a roar, and is gone. Silence. A hat comes sailing after it and lands on the right head. Only the sledge is down there somewhere, with everything you live on. # memory: You outran the avalanche by three steps and a rock.
+ [You are out of it, the kettle is not # partial]
  It spits you out at the side like plum stones, bruised, upright. Only the kettle's been torn away. A bit of the handle sticks out, far below, and there is no glow to it. # hurt: 1 @all # memory: The avalanche let you go and took the kettle.
+ [It takes you all along # failure]
  Up is down, and down is in your collar. When it stops, it's dark and tight and perfectly still, and each of you can hear only one heart. # hurt: 2 @actor # effect: chilled @all # memory: The avalanche buried every one of you.
- {wolf == "fed":
  // ECHO 3 HEARD
  Something is scratching. A grey paw, a nose, half an ear: the she-wolf. She has come all that way behind you, and with her a cub, round as a barrel now. They dig out what the snow has got, as if it were owed. Then they sit down at a little distance, in case. # flag: wolf_came # memory: The grey wolf dug in the snow for you, with her fat cub.
- else:
  // ECHO 3 HEARD
  You dig with sticks, with spoons, with hands. It takes you till dark. Once, on the ridge, a grey shape with half an ear stands and looks on. Then it goes, and the digging is no shorter for it. # hurt: 1 @actor # memory: You dug yourselves out alone, and a grey wolf looked on.
}
But snow has got into the kettle, through all its holes. Wet ash, and in the ash a red dot like the head of a pin, getting smaller. Nobody says it aloud: this is the last fire in the country that's awake.
{tik == "along":
  // ECHO 2 HEARD
  Tik pushes you all aside, with both elbows. He kneels down and makes his mouth into a small round O. Two short. One long. Two short. His lips are blue. One long; and Crumb, who would not have done it for anyone else, turns red, turns orange, and sneezes. # memory: Tik blew on the last red dot, two short and one long, until Crumb sneezed.
- else:
  // ECHO 2 HEARD
  Two short, someone remembers, and one long, and your mouth like a plum stone. You take turns; you puff; it gets smaller. Then all together, and for one moment it sounds like a boy in a bakery. The dot turns orange, and sneezes. # memory: You blew as Tik had taught you, until Crumb sneezed.
}
Above you are two ways in: a gate of green tiles, with somebody in front of it, and the flue, a black hole in the rock, with nobody in it at all. # vote: 40
+ [To the gate, like honest callers]
  You brush one another down and go up to the gate. One should be neat when one calls on Winter. # memory: You went to Winter's door by the front way.
  -> tile_gate
+ [Into the flue, like soot]
  If one can get out by the chimney, as all the fires did, one can get in by it. That's the theory. # memory: You climbed in by the flue.
  -> cold_flue

// ---------------------------------------------------------------- ACT IV

=== tile_gate ===
The gate is the door of a stove, forty feet high. In front of it, on a doormat, stands the doorman, put together out of broken tiles: on one there's a ship, on one a hare, on one a rose. It has no head, only a stovepipe elbow, and it turns that to you. # scene: tile_gate # title: Wipe Your Feet # picture: gate # mood: tense
WIPE. YOUR. FEET. Then go away again. Nobody is expected. Somebody is expected, but it's not you. You are too many and too big. # say: The Doorman
// ECHO 4 HEARD
{kork == "warmed": On the elbow sits Inspector Kork, reading a newspaper that he isn't reading. When he sees you he looks quickly in another direction, and holds up one foot, and wiggles the toes.|}{kork == "paid": On the elbow sits Inspector Kork, with your form in triplicate. He's been waiting. It would be a pity, he remarks, if so well-filled a form were all for nothing.|}{kork == "mocked": On the elbow sits Inspector Kork, stiff as a ruler. Four steps, he says to the doorman. They walked round it in four steps. And all the tiles click.|}
Some of the tiles do not belong: they are saucers. It has been mended by someone with poor glue and much patience, who didn't like to throw it away. # private: tinker
You wipe your feet. It does make an impression: for a moment the elbow bends, pleased. But it doesn't step aside. # vote: 40
+ {kork != "mocked"} [Let the inspector put in a word for you]
  Kork clears his throat for a long time. This is a delivery, he says, one ember, copper, with escort; sign here. The doorman has never been able to resist a dotted line. The gate swings open, and out of it comes a cold that smells of dust. # memory: Inspector Kork declared you a delivery, and the gate opened.
  -> dead_letters
+ {has_item("bell")} [Ring the little supper bell]
  Ting. The elbow comes up. Somewhere in the tiles a hare remembers soup. SUPPER, says the doorman, WAIT, DON'T START WITHOUT, and it goes off round the corner, quicker and quicker, and leaves the gate to itself. # memory: You rang the supper bell, and the doorman went to look for the soup.
  -> dead_letters
+ {has_hero("tinker")} [Glue on the hare's broken ear # for: tinker]
  One drop of resin, warmed at the kettle, and a thumb held on it while you count to thirty. The hare has two ears again. The doorman has stood quite still, as at the barber's. It feels the place. Then it goes and holds the door. # memory: You mended the hare on the doorman's chest, and it held the door.
  -> dead_letters
+ [Ask who is expected]
  ONE CHILD, says the doorman. SO HIGH. RED MITTENS. SHE MAY COME IN WITHOUT WIPING. You ask how long it has been waiting. The tiles grind: it has a number, but the number is so large. Now it'll need a kind word, or it will need a fight. # check: heart
  + + [You tell it that you've come because of her # success]
    BECAUSE OF HER, says the doorman. The ship, the hare, the rose: each tile warms up a little. Then it does what it hasn't done for sixty years. It goes and holds the door. # memory: You told the doorman for whom you had come, and it held the door.
    -> dead_letters
  + + [It lets in all but the last of you # partial]
    It counts you in: one is a child, it thinks, and two is nearly one; but at the last it can't fool itself. There's a scuffle in the door, and tiles have edges. All of you are in. Some of you have been sanded. # hurt: 1 @actor # memory: The doorman let you in, all but the last of you, who got in anyway.
    -> dead_letters
  + + [You say the wrong thing: that she's not coming # failure]
    One shouldn't have said that. For a while nothing can be heard but tiles. Then it steps off its mat.
    -> golem_fight
+ [Go through it]
  It looks down at the wet prints you have left on the mat. Then it steps off the mat. It's much bigger without.
  -> golem_fight

=== golem_fight ===
Half a ton of crockery comes at you, with a rose where its heart would be. Every step sounds like a kitchen falling downstairs. # encounter: tile_golem
+ [It falls into tiles # won]
  It breaks up along all the old cracks and lies there as a very large jigsaw. You put the rose on top. And since you've been well brought up, you lean the ship and the hare against the wall, where it'll find them. # memory: You broke the doorman along its old cracks and laid the rose on top.
+ [You dodge behind it, through the door # fled]
  It turns as slowly as a wardrobe. By the time it has come about, you are inside and have shut the gate behind you. From outside someone knocks, and then, very politely, wipes its feet. # memory: You dodged round the doorman and shut the door on it.
+ [It carries you in under its arms # lost]
  You've been arrested. It packs you under its arms like firewood, carries you in, puts you down in the hall and stands guard in front, and by dawn it has forgotten which of you came to guard whom. You stroll off on tiptoe. # hurt: 1 @all # memory: The doorman arrested you, and so carried you inside.
- -> dead_letters

=== cold_flue ===
The flue goes up through the mountain like the inside of a flute. Soot lies in it as thick as fur, and it's quite dark, except for Crumb, who purrs: it smells of family in here. # scene: cold_flue # title: The Way of the Smoke # picture: tower # mood: tense
Ninety feet, a bend, then ninety more. {has_item("rope"): Bruno's rope goes round every waist, the red thread uppermost. He hung on it for two days; you only have to for an hour.|You've no rope, so you climb as sweeps do, back and knees, back and knees, each with a boot on somebody's hat.} # check: nimble
+ [Up you go, like smoke # success]
  Nobody slips; nobody sneezes; it is the finest climb of your lives, and no one will ever see it. You arrive on top as black as keyholes and grinning with white teeth. # memory: You climbed the flue of the sun-stove like smoke.
+ [Up you go, losing some skin # partial]
  At the bend {actor()} slides down nine feet, on elbows, and says a word that goes up the chimney ahead of you and comes out on the top as an echo, twice. # hurt: 1 @actor # memory: You climbed the flue, and lost some skin on the way.
+ [You bring the soot down # failure]
  It lets go all at once. When you can see again, you are back at the bottom, buried to the chin, with four hundred days of soot in your ears. You start again. The second time you hate it, which helps. # hurt: 1 @all # memory: You brought down the soot in the flue and had to start again.
- Under the cap of the chimney somebody lives: a nest, big as a bathtub, built of envelopes. Kork's. And every one is a kind letter. He should have handed in all of them. These he kept: the nest is lined with thank-yous. # who: scout
// ECHO 4 HEARD
+ [Leave everything as it is, and tiptoe past]
  You pass by on your toes. {kork == "mocked":Behind the chimney cap stands Kork, cap in hand, and has seen you not touching anything. He says nothing. But he moves one step aside, the first of your four.|Behind the chimney cap stands Kork. He clears his throat. You have seen no nest, he says. We have seen no nest, you say. He salutes with the warm foot.} # memory: You found the raven's nest of kind letters and touched nothing.
  ~ kork = "warmed"
+ [Borrow one letter: it was never delivered]
  It's from a child in Little Thaw, years ago. DEAR STOKER THE SUMMER WAS VERY GOOD I SWAM. THANK YOU. You put it in your pocket, under the warm side. It's addressed to him, after all. # memory: You took one thank-you letter out of the raven's nest for the one it was meant for.
+ [Add a thank-you of your own for the raven]
  DEAR INSPECTOR, you write on the back of a form, WE HAVE BEEN VERY WELL INSPECTED. You lay it in the nest. Somewhere above, someone blows his beak. # memory: You wrote the raven a thank-you letter and laid it in his nest.
  ~ kork = "warmed"
- -> dead_letters

=== dead_letters ===
It is a hall as long as a street, and it's filled with letters. They lie in drifts, with paths trodden through them; sacks of them hold up the roof. As far as you can see, not one has been opened. # scene: dead_letters # title: Sixty Years of Post # picture: library # mood: sorrow
He takes each one in his hand. He looks at the writing on the front, for a child's hand, big letters, all uphill. Then he lays it on the heap. I've brought him eleven million, and every time he gets up from his chair. # say: Kork
{tik == "along":
  // ECHO 2 HEARD
  Tik is already sitting on a drift, mouth in a small O, opening one after the other. This one hopes his feet are better, he says. This one's got a pressed flower. This one's only: are you all right up there? Did nobody ever tell him it's not all complaints?
- else:
  // ECHO 2 HEARD
  On top lies a new one, in big letters, all uphill: DEAR WINTER LET MY FREINDS IN THEY HAVE CRUMB. TIK, 9. It is open. It's the only one in the whole hall that has been opened, and it has got wet in two places, and frozen there.
}
The paths between the drifts are trodden by a single pair of feet, in felt slippers, going round and round. The stride gets shorter year by year. # private: healer
Far down at the end of the hall somebody coughs. You've time for one letter, no more. Which will you take in to him? # vote: 40
+ [The one from Dora, in flour: MAKE HIM EAT]
  It was meant to be about the summer. By line three it's about soup. Nobody who lives alone cooks for himself properly, writes Dora, and she encloses a crust. # memory: You took Winter a letter from Dora, which was mostly about soup.
+ [The oldest one, at the bottom of the first drift]
  Sixty years old, the paper brown: DEAR STOKER, WE HEARD ABOUT YOUR LITTLE GIRL. WE DID NOT KNOW WHAT TO SAY, SO WE WRITE TO SAY THAT. It has four hundred signatures. He never opened it. # memory: You took Winter the oldest letter: sixty years ago the whole valley had been sorry.
+ [A new one: you write it yourselves, here and now]
  Everyone puts in one line. It's a bad letter: too long, with a blot, and somebody has drawn a goat. But it asks him something, and that no letter in the hall has done. It asks: will you come down to supper? # memory: You wrote Winter a bad letter with a goat on it and asked him to supper.
- {kork == "mocked":
  Kork looks past you as he hands over a pen on a chain. One more item, he says coldly, can go out today before the post closes. I am an official. I carry it even for you. # vote: 30
- else:
  Kork looks at his feet and then at you. One more item can go out today, before the post closes, he says. I would take it by hand. By foot, that is. As a favour. # vote: 30
}
+ {not ilka} [Send for Captain Ilka: come to the mountain]
  ~ letter = "ilka"
  TO COLLECT ONE FARE, you write, since she won't come for less, AND ONE QUESTION ABOUT A MITTEN. Kork puts on his cap, takes a run at the window, and is a dot in the snow. He's never flown so fast. It's downhill, and somebody has said please. # memory: You sent the raven to fetch Captain Ilka. # flag: ilka_sent_for
+ [Send word home: we have got here]
  Kork carries it in person. They will read it aloud over an empty oven, you think, and the goats will listen; and somebody'll say: there, you see. # memory: You sent word home that you had come as far as the mountain.
+ [Send Kork to Zuzana: tell her to sit down]
  THE MAYOR IS TO SIT DOWN FOR TEN MINUTES. BY ORDER. You stamp it five times, so that she'll believe it. Kork adds a sixth, of his own accord. # memory: You sent the mayor of Ladle an order to sit down.
- -> winter_table

=== winter_table ===
Winter sits at the end of a long table in felt slippers. He's very old, very clean, all white. He gets up when you come in. In front of each chair stands a glass of tea, and in each glass a piece of ice: so he has counted you. # scene: winter_table # title: Tea with Ice # picture: throne # mood: tense
Sit down, please. I'm afraid it's cold. It's always cold when I pour it. Or have you some in that kettle? No. I see. I know why you have come. The raven tells me everything, and he thinks that I don't listen. # say: Winter
// ECHO 8 HEARD
{role == "monster": They play me as a monster, down there, he says. One of you, I hear, does it very well. He tries a small roar, under his breath, to see how it goes, and shakes his head.|}{role == "fool": They play me as an old man with a cold, down there. I hear people laughed. He thinks it over. That's good, he says. That's good. Was it the slippers?|}{role == "lost": One of you played me, I'm told, as one who is looking for something, and nobody threw the snow. He puts down the glass, because it has begun to ring against the saucer. How did you know?|}
His right hand lies on a little box, as one holds on to the hand of a child in a crowd. The box would hold a bird. Or one glove. # private: scout
The ember glows in its kettle in the middle of the table. It leans now to a door behind his chair. He looks at it like somebody reading in a language he used to know. # vote: 40
+ {logbook} [Lay the logbook of the stove before him]
  He turns the pages with one finger. The taste of cherries, he reads. Did I? What is it like? You try to tell him. Red, somebody says; and: a bit like running. He listens with all his might, as one listens at a wall. # memory: You laid his own logbook before Winter and told him what cherries taste of.
+ [Ask him straight out who May is]
  You see the name go through him. On the table the tea freezes, glass after glass, all the way down to you: tick, tick, tick. Nobody has said it aloud in this house for sixty years. He used to be afraid that it would wear out. # memory: You said May's name aloud in Winter's house.
+ [Hand him the letter you have brought]
  He looks at the writing, and he gets up from his chair as he always does; and then he doesn't put it on a heap, since you're standing there. He opens it. He reads it, moving his lips. Then he reads it again. Oh, he says. I thought they'd all be angry. # memory: You handed Winter a letter, and he opened it.
- Outside, high on the mountain, the ice gives a long low crack. At once he has his hands over his ears, and his lips move: one, two, three... You wait till seven.
// ECHO 11 HEARD
{lesson == "shadow" || lesson == "laugh" || lesson == "chess":So the widow of the wicks told you the truth. And why seven, you need no longer ask.|}{lesson == "stove":May he never run out, it said in the doctor's book. You look at the empty hands over the ears, and see that he has.|}{lesson == "songs":He sang it twice because I asked, it said in the doctor's songbook. Nobody has asked him for a long time.|}{lesson == "answers":Read it again, it said in the doctor's book, and look for the thing it does not say. You do. You read him again.|}
Nobody at the table stirs. Now one of you must find the right words, or else none. # check: heart
+ [He tells you, and it's as if he were standing there # success]
  She wanted spring for her birthday. So I lit it one day early. She ran out on the river to see it come, with her arms up. I heard it from the house, that sound. I ran. There was only this. # say: Winter # memory: Winter told you about the birthday, and the ice.
+ [He tells you, and the room freezes with it # partial]
  He tells it to the glass, not to you. A birthday. One day early. She ran out on the ice. With each sentence the frost climbs one chair leg higher; at the end you can't feel your knees. He opens the box. There was only this, he says. # effect: chilled @all # memory: Winter told you about the ice, and the room froze to the knees.
+ [You say: it wasn't your fault # failure]
  He gets up, and the windows burst. You weren't there! roars the storm; it throws you against the wall, chairs and all. Then it's suddenly quiet. He is picking up the chairs. I'm sorry, he says. I lit it one day early. She ran out on the ice. There was only this. # hurt: 1 @all # memory: You comforted Winter with the wrong words, and he broke the windows.
- -> sun_stove

=== sun_stove ===
~ here = ilka || letter == "ilka" || fare == "promise"
In the box lies a child's red mitten. {change == "flag":You have its sister in your pocket.|You have seen its sister, flying from a mast.} Then he opens the door behind his chair. The sun-stove is as big as a town hall; on every green tile is some summer's day; and its mouth is black. # scene: sun_stove # title: The Mouth of the Stove # picture: hearth # mood: wonder
You lay Crumb on the grate. It glows as hard as it can; it looks round at you, a crumb indeed. It's not enough, says Winter. It wants its kindling, told out loud. I have only one left, and that is all of May there is. # take: coal # memory: You laid Crumb in the sun-stove, and it was not enough.
// ECHO 7 HEARD
{spark: Through the mouth of the flue you can see far down, in all that white, one chimney smoking: Ladle. The spark you broke off is no longer a pea. It has been telling itself round.|Through the mouth of the flue you see far down into the white country. Nothing smokes there. Somewhere in it sits a girl with a clipboard who said that you were right.}
{ilka:
  // ECHO 6 HEARD
  Captain Ilka has stayed by the door. She hasn't taken her eyes off the mitten. Her bare left hand opens and shuts.
- else:
  {letter == "ilka" || fare == "promise":
    // ECHO 5 HEARD
    Then there's a tramping on the stair, and a captain's cap appears, covered in snow. {fare == "promise":I always come and collect, says Ilka, out of breath. She's got the book with her, and the pencil.|I've had a letter, says Ilka, out of breath. It's my first. The bird had to read it to me.} And then she sees the mitten.
  - else:
    Beside the door hang two hooks, a high one and a low one. On the low one hangs nothing. He has dusted it.
  }
}
// ECHO 10 HEARD
{cave == "listened":You look at one another. A goose, a boot, a grandmother: the fire takes it from the one who tells, and the ones who listen keep it. He has always told it alone.|Who tells it, forgets it. Who listens, keeps it: it was so in the bakery. {cave == "alone":In the cave one of you told it alone, and nobody can give that back. As he did, sixty times over.|In the cave all of you talked and nobody listened. He never even had that: he has always told it alone.}} # vote: 90
+ {here} [Tell him: May is standing there in the door]
  You step aside, so that nobody stands between the two of them. It is seven paces from the door to the chair. # memory: You told Winter that May was standing in the door. # flag: may_named
  -> recognition
+ [Say: tell it to us. We'll listen, and we'll stay]
  -> keepers
+ [Give the stove the story of your own road]
  -> given_road
+ [Take the mitten from him and burn it]
  -> last_fight
+ [Leave it cold, and lead the fires home]
  -> hearths

=== recognition ===
He looks. He truly looks: at the cap, the boots, the wrinkles, the hands like rope. He is so polite. He wants so much not to hurt her. My May is seven, he says. # scene: recognition # title: It Passes # picture: throne # mood: sorrow
I was. It passes. # say: Ilka
The stove is silent. Crumb doesn't even tick. He doesn't dare; that's what it is: he has kept the one thing so long that he's afraid to hold out his hand for it. Help them. # vote: 60
// ECHO 9 HEARD
+ {change == "flag"} [Lay the second mitten beside the first]
  You lay it on the table. Left and right. On both thumbs there's the same bad darn, in blue, because there'd been no red. I did that, he says. I never could darn. He looks at her bare left hand. And then at the face above it, for a long, long time. # memory: You laid the two red mittens side by side.
  -> two_mittens
+ {verse} [Start the lullaby, and stop in the middle]
  Sleep, my river, under snow, hums the captain, without being asked: fire is sleeping, banked and low... and stops, where the stair's missing a step. And from the chair, quite hoarse: When they wake, the two, once more... He can't go on. She does. # memory: You began the lullaby, and the two of them finished it.
  -> two_mittens
+ [Ask her: which stair is it that creaks?]
  The third, says the captain, I always jump it. And I wasn't allowed the plums. And on that morning you'd tied my hood, and it scratched, and I didn't say so. Now someone must keep very still with the two of them. # check: heart
  + + [Nobody breathes # success]
    It scratched, he says. You never said. I was in a hurry, says the captain. It was spring. And he gets up out of his chair, as he's done eleven million times; but this time he keeps walking. # memory: She told him which stair creaks, and he got up out of his chair.
    -> two_mittens
  + + [He needs to touch the stove to stay upright # partial]
    His knees give. You hold him up, and he's so cold that your sleeves freeze on. It scratched, he says over your shoulder, again and again, you never said. She comes the last four paces. She's never been one to wait for passengers. # hurt: 1 @actor # memory: You held Winter up while she came the last four paces.
    -> two_mittens
  + + [Somebody speaks too soon # failure]
    You see? cries one of you; and the moment is gone, like a deer. He shrinks back. The raven has told you all that, he says. You're being clever with me. He turns his chair to the stove. The captain stands there with her bare hand out. # memory: You spoke one word too soon, and he no longer believed you.
    -> second_choice
+ [Leave them alone and wait outside]
  You sit down on the stairs, all in a row. Through the door you hear nothing, then nothing; then an old woman's voice scolding somebody on account of a hood; and then something you've never heard before. Winter is laughing. It sounds like a gutter in March. # memory: You waited on the stairs until Winter laughed.
  -> two_mittens

=== second_choice ===
So that way is shut, for tonight. The captain sits down beside his chair on the floor, back to back with him, and says to the wall: take your time, I've got a book. But Crumb is sinking. You can't wait. # vote: 60
+ [Say: tell it to all of us. We'll listen, and stay]
  -> keepers
+ [Give the stove the story of your own road]
  -> given_road
+ [Take the mitten from him and burn it]
  -> last_fight
+ [Leave it cold, and lead the fires home]
  -> hearths

=== last_fight ===
You reach for the box. He doesn't shout. He stands up, and goes on standing up; the slippers turn to ice, the roof is gone, all the snow of four hundred days comes in to stand behind him. Please don't, says Winter. # scene: last_fight # title: All the Snow There Is # picture: sky # mood: danger
On the grate, quite small, Crumb leans away from you. # encounter: winter_king
+ [The snow falls down behind him # won]
  It takes all you have. Then he's sitting on the floor in wet socks, an old man, and one of you is holding the box. It's so light. He doesn't ask for it. He only looks at it, as one looks after a train. # memory: You brought Winter down, and you held the box.
  -> the_box
+ [You run, and the box is in your hands # fled]
  Nobody could win against that. You run: round the stove, once, twice, the whole storm behind you in its slippers. At the third round it's out of breath, and you have got the box. You don't know quite how. Neither does he. # memory: You ran from Winter, round and round the stove, and had the box in your hands.
  -> the_box
+ [He holds you all in the hollow of his hand # lost]
  -> in_the_hand

=== in_the_hand ===
You lie in a hand of snow; it would only have to close. It doesn't. You've come so far, says the storm, and one can hear that it's crying. What have you got that's so warm? It would so much like to be told. # memory: Winter had you in his hand, and asked what you had that was so warm. # vote: 60
+ [Tell it: tell the whole road, to the stove]
  -> given_road
+ [Snatch the box while he is listening]
  -> the_box

=== the_box ===
// ECHO 12 HEARD
{father == "took":Once on this road you have taken a thing out of a father's hands, and you were right. You remember how he dusted off the handle.|You remember the man in the red curtain, behind the wall. For as long as one bedtime story, he said. This one has made his last for sixty years.}
It's a child's mitten, a bit of red wool, with a bad darn. It would burn like paper, and down there three hundred people and eleven goats are waiting for spring. No one would blame you. He wouldn't either. # vote: 60 # hidden
+ [Burn it]
  -> forgotten
+ [Put the mitten back in his hand]
  -> given_back

=== given_back ===
He holds it, and he doesn't understand. You had it, he says. You'd won. Then he moves aside on the floor, as one makes room on a bench. Nobody's ever given him anything back. # memory: You had won, and you gave him the mitten back. # vote: 60
+ [Take it again, after all, and burn it]
  -> forgotten
+ [Sit down by him: tell us about her. We'll stay]
  -> keepers
+ [Tell the stove about your own road instead]
  -> given_road

// ---------------------------------------------------------------- ENDINGS

=== two_mittens ===
Tell it, papa, says the captain. I'll listen. I can't remember it anyway. So he sits down before the stove, holds her hand, and tells: the red ring in the calendar, the hood, the arms in the air. It's the first time in sixty years that anybody else is in the room. # scene: end_two_mittens # title: The Ice Goes Out # picture: dawn # mood: triumph # memory: He told the stove about May, and May listened.
Crumb hears it, takes one great breath, and becomes a sun. It goes from tile to tile; every summer's day on them begins to move. Winter looks up, puzzled, with empty hands. What was I just... he says. Excuse me, madam. Do we know each other?
I'm May, says the captain. Make yourself comfortable. There was once a stoker who couldn't darn. And she tells it all back to him, the whole of it. She puts in an elephant. He laughs so much that his beard drips, and under the ice on it he is quite pink.
Outside a sound goes over the country: the ice is breaking. He wants to put his hands over his ears. She has got hold of both. One, she counts, two, three. Listen, papa. It's only the river. It's talking again. At seven he opens his eyes.
// ECHO 7 HEARD
The fires wake, the whole lake of them, and set out for home, a river of lights running the other way. {spark:In Ladle, Zuzana hangs her chain on a nail and goes out to play. It takes her a while to work out how.|In Ladle the mayor writes: spring, 6.40 a.m. Then she sits down on the bare wet pavement, in the sun.}
// ECHO 2 HEARD
{tik == "along":Tik blows on the first hearth in Little Thaw, two short, one long. Afterwards, in front of everyone, Dora washes him.|In Little Thaw Tik is standing on the road. He has stood there every day. Two short, one long, he asks? And one long, you say.} The first loaf comes out crooked. People cry on it. It needed salt anyway.
And in May, when the water is high, a ferry puts out from the north bank. Beside the captain sits an old man in slippers, who isn't allowed to sing on the left side. At the top of the mast, wind-blown, thumbs out, fly two small red flags. # ending: two_mittens # title: Two Red Flags # memory: The ferry runs again, under two small red flags.
-> END

=== keepers ===
You'll go home afterwards, says Winter. Everyone goes home. And you'll get it wrong; her mitten will be blue. Then one of you takes off a coat, and hangs it, since there's a free hook, on the low one. You are all sitting down already. # scene: end_keepers # title: Somebody Who Listens # picture: peak # mood: calm # memory: You hung your coat on the low hook and sat down to listen.
He tells it. It takes the whole night. You listen as you have never listened: the hood, the plums, the red ring, her arms in the air. You hold on to each word with both hands. Crumb hangs on his lips, and grows; and at her name it becomes a sun.
Towards morning he stops. He looks at the mitten. What a small glove, he says, friendly, puzzled. Whose is it? And you, who've never seen her, say all together: that's May's. And you tell him. The mitten's red. You take great care with the red.
{here:By the door an old ferrywoman listens too. At the bit about the plums her lips start to move along. By the end you needn't say a thing any more. You sit quite still, all of you, and let the two of them count stairs.|He cries a bit, as the roofs do in March. Tell me again, he says. It was a good girl. And so you tell it again, and it's got one more stair in it, and a smell of plums. He must have left that lying about.}
Spring comes on like a cavalry of gutters. {spark:In Ladle the mayor puts a spark in every stove, and signs for it.|In Ladle somebody asks for the shops.} The fires go down the valleys, each to its own kitchen, and {wolf == "fed":an old she-wolf trots beside them part of the way, to see that none gets lost.|the snow lets go of every roof with a sigh, like someone taking off boots.}
But you have promised. So you work out a rota; the mayor of Ladle draws it up, with columns. Each winter one of you climbs the mountain, with bread and a clean shirt for him, and sits by the stove, and says: there was once a girl who asked for spring.
// ECHO 2 HEARD
{tik == "along":Tik takes the longest turns. He's the only one who gets every word right. Two short, he says, one long, that's how you tell it: you mustn't just puff.|Tik writes every week, in big letters, all uphill. They're opened in the doorway, standing up.} {kork == "mocked":Inspector Kork now delivers on time, and walks round your barrier in four steps.|Inspector Kork sits on the warm tiles, both feet down, eyes shut.}
The spring is never late any more. People ask you whether it's not a lonely job. You think of it: the tea, hot these days; the old man leaning forward; and a story that's told by one and kept by all. No, you say. It's the opposite. # ending: keepers # title: The Rota on the Mountain # memory: Each winter one of you climbs the mountain, to tell it to him again.
-> END

=== given_road ===
Then you'll give it something of yours. A very warm thing, and a big one; and you've only one that's big enough. You sit down on the grate, all of you, shoulder to shoulder, round Crumb. Winter holds the door. He does not understand yet. # scene: end_given_road # title: The Story of the Road # picture: hearth # mood: sorrow # memory: You sat down round the ember to give it the story of your own road.
You start with the goats. Three hundred people and eleven goats, a smell of wet wool; the kettle that never made tea. You tell of the grey wolf with half an ear; of the raven, the ferry, the two notes of the runners on the ice. And as you tell it, it goes.
The bear goes, the bridge goes, the girl with the chain. {tik == "along":Who's the boy, one of you asks, and holds his hand, because he's got hold of yours.|There was a boy who taught you to blow. Two short, and then?} {gave == "friend":On a fence someone's waving. Him too.|} The last thing left is a small light. You say its name. And you can't say why it's so hard.
Crumb becomes a sun. The ice runs out of Winter's beard. Mine was lying there in a box, he says, and you took your own. He reaches for the shovel: somebody has to stoke. {here:An old ferrywoman takes down the other one. I'll tell you a thing about a stair later, she says.|}
// ECHO 3 HEARD
Spring wakes some strangers in a meadow, wearing each other's scarves. They ask one another their names, and laugh, and find that they all know the same tune. {wolf == "fed":A she-wolf walks ahead of them, looking back. It seems that she knows the way.|They can't tell which way is home. But all the chimneys lean that way, smoking, so they follow those.}
{spark:In a town with nine streets a girl runs up to them, stops short, and holds out her hand. Zuzana, she says. You don't know me. I'll know you.|In a town with nine streets a girl looks at them, and then at her clipboard for a long time. You did it whole, she says. Yes. You were right.} At the end of the road there are goats. One faints.
Who tells it, forgets it. But who listens, keeps it; and you weren't alone with it, you never have been. Someone has been sitting there all evening in a warm room, and has listened, to every word, from the goats on. Look round, quickly. There they are.
So now it's for them to tell. Tonight, perhaps, when the lamp is off. They may put in an elephant. And somewhere under a mountain, on a bench in the sun, a few strangers lift their heads, as you do if someone has called you, and smile, and don't know why. # ending: given_road # title: Whoever Has Listened # memory: You gave the fire this whole road, and those who listened have it still.
-> END

=== forgotten ===
It burns fast, with a smell of wool. The stove draws one breath and pulls the last of her out of the old man, a hood, arms in the air, gone. Crumb becomes a sun. It's a good fire. It does not look at you. # scene: end_forgotten # title: The Empty Box # picture: dawn # mood: sorrow # memory: You burnt the mitten, and with it the last of May.
Below, the river breaks with a sound like thunder. The old man doesn't put his hands to his ears. He listens, head to one side, kindly. What's that? he asks. It's spring, you say. Ah, he says. Is that something nice?
So it comes: gutters, mud, larks. {spark:In Ladle they dance round the fountain, and the mayor looks up to the mountain and wonders what it cost. She's a good mayor: she knows somebody has paid.|In Ladle they wake up. All of them but three. The mayor writes down that too.} The fires go home. {gave == "kitchen":Everywhere it smells of kitchens, and one of you stops at every window.|}
In Little Thaw they carry you round the square. {tik == "along":Only Tik is missing. He's up in the rafters with his bellows. He says that Crumb was crying, and we just puffed.|Only Tik asks: what did he say, when you took it? And nobody wants to be the one to answer.} The bread is excellent. You leave half of it on the plate.
{here:Up there, on the step, sits an old man who is waiting, he no longer knows for what. And next to him sits a ferrywoman. Have you been waiting long? she asks. I believe so, he says. And you? Sixty years, she says. Move up a bit.|Up there, on the step, sits an old man who is waiting, he no longer knows for what. Every day he lays the table for two, and looks at the small spoon, and wonders where it could have come from, with such a pretty bird.}
{here:She's got one mitten too few now. She knits another, badly, and each evening she tells a stranger about a little girl. He thinks her a charming person. Sometimes he says: she must've been loved. Yes, she says. Eat your soup.|In autumn one of you can stand it no longer, takes bread and a clean shirt, and climbs up. There was once a girl called May, you begin. You only know so little of it. He listens to you with his hand behind his ear. Go on, he says.}
And each year, on the first of May, when the ice goes out and all the others cheer, you're silent for a bit, and count to seven. It isn't much. But somebody ought to remember it, and you were there. # ending: forgotten # title: A Spring That Was Taken # memory: Spring came, and every year, when the ice breaks, you count to seven.
-> END

=== hearths ===
No, you say. Not him, and not her. A fire that costs that isn't worth its smoke. Winter sits there with the box on his knees, and has no answer. You take up Crumb and climb down, at night, to the lake. # scene: end_hearths # title: The Herd of Fires # picture: lake # mood: wonder # memory: You left the stove cold and went down to the sleeping fires. # gift: coal @actor
Crumb steps out on the ice. It's the smallest of all, and it is the only one who has stayed awake. It tells them: the wolf, the raven, the ferry; a fire can live, it turns out, in a kettle. It can live on what people tell each other of an evening. It just mustn't be fed alone.
One light gets up. {spark:It's the fat orange one from Ladle. It wants to see its grandchild.|It's a thin blue one, out of some attic.} Then ten, then a thousand. The ice lets them through as if it had waited to be asked. And you walk home at the head of all the fires of the country, with a copper kettle, like shepherds.
There's no spring. The snow stays, high as the windowsills. But in each window that you pass, something gold hops in over the sill, shakes itself, looks round, and goes to its place. And in each house people sit down close together and begin: do you remember?
{tik == "along":Tik runs from stove to stove and blows, two short, one long, until he's quite giddy.|At the first fence stands Tik, and counts the fires in like goats.} {wolf == "fed":In the last barn a grey wolf lies by the embers, her cub on its back, and nobody thinks it strange.|On the ridge a grey wolf watches all the windows coming on.} Dora looks into the kettle. You've grown, she tells Crumb, you need feeding.
One small fire has stayed up there, the one from the house with the blue door. It climbs the stairs to an old man in slippers and sits down before him. It has come to listen. {here:And on the other side of it an old ferrywoman sits down, and takes her cap off.|And he clears his throat, after sixty years.}
In Little Thaw, on day five hundred, it is the longest winter ever heard of; and people don't sit in one room any more, they only come over. Each evening another one tells, and the others listen hard. No one has forgotten anything since. There are elephants in nearly everything.
And one night, from the mountain, quite faint, there comes a sound like a gutter. Someone's laughing up there. In the kettle Crumb leans to the north, just a little, and Bruno goes and looks for his good boots. Next year, says Dora. She doesn't sound sad. # ending: hearths # title: The Winter of Lit Windows # memory: The winter stayed, and behind every window there was a fire, and someone telling.
-> END

/* ENCOUNTERS
wolves: The Grey Pack. Hungry wolves on the forest path, led by a she-wolf with half an ear. Creatures: wolf. Easy.
post_ravens: The Night Shift of the Winter Post. Twenty ravens in postal caps dive at the kettle. Creatures: raven, raven. Easy.
chimney_imps: The Lodgers in the Chimney. Soot imps who want the ember for themselves. Creatures: imp. Easy.
chimney_shades: The Shades of the Cold Stoves. They do not want to harm you, they want what you have. Creatures: shade. Fair.
wick_widow: The Widow of the Wicks. She has been answered back, and is out of practice. Creatures: witch, shade. Fair.
frost_knights: The Empty Knights. Three suits of armour full of frost, with two orders. Creatures: knight. Fair.
woken_bear: The Bear with a Dent. Not wicked, only woken. Creatures: bear. Fair.
ice_drake: The Drake of the Fire Lake. It guards the sleeping fires, because nobody told it to stop. Creatures: drake. Hard.
tile_golem: The Doorman. Half a ton of stove tiles, mended with saucers. Creatures: golem. Hard.
winter_king: Winter. An old man with all the snow of four hundred days behind him. Creatures: king, imp. Hard.
*/
