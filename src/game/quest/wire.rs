//! What viewers of the quest may know, and what players and the host may ask for. A hero's private knowledge is in [`YouMsg`] alone,
//! which is addressed to one seat.

use super::chronicle::Entry;
use super::dice::{Degree, Difficulty, Stat, Throw};
use super::fight::Outcome;
use crate::id::{PartyMs, SeatId};
use crate::story::Story;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A hero's number in the campaign, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub struct CharacterId(pub u32);

/// A message of the quest.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "type", content = "payload")]
pub enum Msg {
    /// A guest plays a hero from now on.
    #[serde(rename = "party.join")]
    Join(JoinMsg),
    /// A hero has nobody to play it any more.
    #[serde(rename = "party.leave")]
    Leave(LeaveMsg),
    /// The heroes.
    #[serde(rename = "party.state")]
    Party(PartyMsg),
    /// Where the story is.
    #[serde(rename = "scene.update")]
    Scene(Box<SceneMsg>),
    /// What an action came to, for the whole room.
    #[serde(rename = "action.result")]
    Result(RoomResult),
    /// A vote begins.
    #[serde(rename = "vote.started")]
    VoteStarted(VoteStartedMsg),
    /// How it stands.
    #[serde(rename = "vote.update")]
    VoteUpdate(VoteUpdateMsg),
    /// What it came to.
    #[serde(rename = "vote.finished")]
    VoteFinished(VoteFinishedMsg),
    /// A fight.
    #[serde(rename = "combat.update")]
    Combat(Box<CombatMsg>),
    /// What happened lately.
    #[serde(rename = "quest.log")]
    Log(LogMsg),
    /// What this player alone sees.
    #[serde(rename = "quest.you")]
    You(Box<YouMsg>),
}

/// What players and the host may ask for.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(tag = "action_type", content = "payload", rename_all = "kebab-case")]
#[schemars(rename = "QuestMove")]
pub enum Move {
    /// A guest takes a hero, before the story begins or as a newcomer.
    Character(CharacterWish),
    /// The host begins the story with the heroes that there are.
    Begin {},
    /// A choice, alone or in a vote.
    Choice(Choice),
    /// Throws the dice that the story asks for.
    SkillCheck(SkillCheck),
    /// Helps whoever throws.
    Help(Help),
    /// An act in a fight.
    Combat(Combat),
    /// Uses an item outside a fight.
    Item(UseItem),
    /// Hands an item to a friend.
    Give(Give),
    /// Takes over the hero of somebody who is not there; or the host gives it to a guest.
    Handover(Handover),
    /// The host ends the campaign here; it can be continued.
    Finish {},
}

/// Who a guest wants to be.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "QuestCharacter")]
pub struct CharacterWish {
    /// Such as `scout`.
    pub archetype: String,
    /// The hero's name; the archetype's if there is none.
    #[serde(default)]
    pub display_name: Option<String>,
}

/// A choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "QuestChoice")]
pub struct Choice {
    /// The decision that is meant: `scene.update`'s.
    pub decision_id: u32,
    /// The option, from 0.
    pub option: usize,
}

/// A throw of the dice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "QuestSkillCheck")]
pub struct SkillCheck {
    /// The decision that is meant.
    pub decision_id: u32,
}

/// Help for a throw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "QuestHelp")]
pub struct Help {
    /// The decision that is meant.
    pub decision_id: u32,
}

/// An act in a fight.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "QuestCombat")]
pub struct Combat {
    /// Which turn is meant: `combat.update`'s.
    pub turn: u32,
    /// The act.
    pub act: super::fight::Act,
}

/// An item, used.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "QuestItem")]
pub struct UseItem {
    /// Which.
    pub item: String,
    /// On whom; on oneself if nobody is named.
    #[serde(default)]
    pub target: Option<CharacterId>,
}

/// An item, given away.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "QuestGive")]
pub struct Give {
    /// Which.
    pub item: String,
    /// To whom.
    pub target: CharacterId,
}

/// A hero changes hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "QuestHandover")]
pub struct Handover {
    /// Whose.
    pub target: CharacterId,
    /// To which guest; a player takes it over for himself.
    #[serde(default)]
    pub player_id: Option<SeatId>,
}

/// `party.join`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "QuestJoin")]
pub struct JoinMsg {
    /// The hero.
    pub character_id: CharacterId,
    /// Its name.
    pub display_name: String,
}

/// `party.leave`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "QuestLeave")]
pub struct LeaveMsg {
    /// The hero.
    pub character_id: CharacterId,
}

/// `party.state`: the heroes, for everyone.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "QuestParty")]
pub struct PartyMsg {
    /// The run of the campaign: the same on every evening that it is continued on.
    pub campaign_run_id: String,
    /// The campaign, such as `midnight`.
    pub campaign: String,
    /// Its title.
    pub title: String,
    /// The language that it is told in.
    pub language: String,
    /// The heroes, in the order in which they joined.
    pub heroes: Vec<HeroLine>,
    /// The archetypes that nobody plays yet.
    pub free: Vec<String>,
    /// Before the story begins: when it begins by itself, ms of party time, once somebody has a hero.
    pub begins_at: Option<PartyMs>,
    /// Has the story begun?
    pub begun: bool,
    /// What the party did that will matter.
    pub flags: Vec<String>,
    /// What happened on earlier evenings, in sentences, the latest last; empty on the first.
    pub recap: Vec<String>,
}

/// What everyone may know of a hero.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "QuestHero")]
pub struct HeroLine {
    /// Its number.
    pub character_id: CharacterId,
    /// Such as `scout`.
    pub archetype: String,
    /// Its name.
    pub display_name: String,
    /// Who plays it; nobody at the moment if `None`.
    pub player_id: Option<SeatId>,
    /// Present strength.
    pub hp: i32,
    /// Full strength.
    pub max_hp: i32,
    /// Effects that last, by their ids.
    pub effects: Vec<String>,
    /// What it carries, by ids.
    pub items: Vec<String>,
}

/// `scene.update`: where the story is, for everyone.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "QuestScene")]
pub struct SceneMsg {
    /// The scene's number in this run, from 1.
    pub number: u32,
    /// Its id in the story.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its picture.
    pub picture: String,
    /// Its mood.
    pub mood: String,
    /// The page's number, from 1: another number is another text.
    pub page: u32,
    /// What is read.
    pub lines: Vec<LineMsg>,
    /// What is to be decided.
    pub decision: Option<DecisionMsg>,
    /// The campaign's end.
    pub ending: Option<EndingMsg>,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "QuestLine")]
pub struct LineMsg {
    /// What is read.
    pub text: String,
    /// Who says it, if it is speech.
    pub say: Option<String>,
}

/// What is to be decided.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "QuestDecision")]
pub struct DecisionMsg {
    /// Its number, from 1.
    pub decision_id: u32,
    /// How.
    pub kind: DecisionKind,
    /// Who decides or throws; everyone in a vote, and anyone if it has waited too long.
    pub character_id: Option<CharacterId>,
    /// The options; empty for a throw and a fight.
    pub options: Vec<String>,
    /// When it can be decided, and the reading time is over, ms of party time.
    pub opened: PartyMs,
    /// When it is decided by itself, ms of party time.
    pub deadline: PartyMs,
    /// For a throw: the stat.
    pub stat: Option<Stat>,
    /// For a throw: how hard it is.
    pub difficulty: Option<Difficulty>,
    /// Who helps whoever throws.
    pub helper: Option<CharacterId>,
}

/// How something is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "QuestDecisionKind")]
pub enum DecisionKind {
    /// By all.
    Vote,
    /// By one hero.
    Choice,
    /// By dice.
    SkillCheck,
    /// By a fight.
    Combat,
}

/// How the campaign ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "QuestEnding")]
pub struct EndingMsg {
    /// Its id in the story; `None` if the story broke.
    pub id: Option<String>,
    /// Its title.
    pub title: String,
}

/// `action.result` as the whole room gets it. Whoever acted is answered besides, with the `action_id`.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "QuestRoomResult")]
pub struct RoomResult {
    /// What was done, such as `skill-check`.
    pub action_type: &'static str,
    /// It was accepted: always `success`. What came of it is the result's `outcome`.
    pub status: &'static str,
    /// What it came to.
    pub result: ResultMsg,
}

/// What an action came to, and how its hero stands after it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "QuestResult")]
pub struct ResultMsg {
    /// The hero who acted.
    pub character_id: CharacterId,
    /// Success, partial success, failure; nothing for what cannot fail.
    pub outcome: Option<Degree>,
    /// The dice, if any were thrown.
    pub throw: Option<Throw>,
    /// The hero's strength after it.
    pub hp: i32,
    /// The hero's effects after it.
    pub effects: Vec<String>,
    /// What the party did that will matter.
    pub flags: Vec<String>,
}

/// `vote.started`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "QuestVoteStarted")]
pub struct VoteStartedMsg {
    /// Its number: the decision's.
    pub vote_id: u32,
    /// What can be voted for.
    pub options: Vec<String>,
    /// Milliseconds from its opening to its close.
    pub timeout: i64,
    /// When it closes at the latest, ms of party time.
    pub deadline: PartyMs,
    /// Are the ballots shown only at the close?
    pub hidden: bool,
    /// Who may vote with full weight.
    pub electorate: Vec<SeatId>,
    /// What a ballot of the audience weighs, in hundredths of one of theirs.
    pub audience_weight: u32,
}

/// `vote.update`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "QuestVoteUpdate")]
pub struct VoteUpdateMsg {
    /// Its number.
    pub vote_id: u32,
    /// The weight of each option, in hundredths of a ballot; `None` while they are hidden.
    pub votes: Option<Vec<u64>>,
    /// How many of the electorate have voted.
    pub voted: usize,
}

/// `vote.finished`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "QuestVoteFinished")]
pub struct VoteFinishedMsg {
    /// Its number.
    pub vote_id: u32,
    /// The winning option.
    pub winner: usize,
    /// Its text.
    pub option: String,
    /// The weight of each option, in hundredths of a ballot.
    pub votes: Vec<u64>,
    /// The options between which dice decided; empty without a tie.
    pub tied: Vec<usize>,
    /// Too few voted: the first option holds.
    pub no_quorum: bool,
    /// How the story takes it: the campaign engine goes on with this option at this decision.
    pub applied: AppliedMsg,
}

/// How the story takes a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "QuestApplied")]
pub struct AppliedMsg {
    /// The scene's id in the story.
    pub scene: String,
    /// The decision's number.
    pub decision_id: u32,
    /// The option that the story goes on with, from 0.
    pub option: usize,
}

/// `combat.update`: a fight, for everyone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "QuestCombatState")]
pub struct CombatMsg {
    /// The fight's number in this run, from 1.
    pub fight: u32,
    /// The encounter's id and name.
    pub encounter: String,
    /// Its name in the campaign's language.
    pub name: String,
    /// The fight itself, which has no secrets.
    pub state: super::fight::Fight,
    /// Which turn it is, counted over the fight.
    pub turn: u32,
    /// When the hero whose turn it is defends by itself, ms of party time.
    pub deadline: Option<PartyMs>,
    /// What happened since the last hero acted, that act included, in order.
    pub blows: Vec<super::fight::Blow>,
    /// How many blows of this fight came before those.
    pub blows_before: u32,
    /// How it ended.
    pub outcome: Option<Outcome>,
}

/// `quest.log`: what happened lately, with throws and votes, for everyone.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "QuestLog")]
pub struct LogMsg {
    /// The latest last.
    pub entries: Vec<LogLine>,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "QuestLogLine")]
pub struct LogLine {
    /// Its number in the run, from 1.
    pub n: usize,
    /// What.
    pub entry: Entry,
}

/// A campaign, for whoever chooses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "QuestCampaignLine")]
pub struct CampaignLine {
    /// What it is called in settings.
    pub campaign: String,
    /// Its language.
    pub language: String,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// How long it takes.
    pub minutes: u32,
    /// For how many players.
    pub players: (u32, u32),
    /// It comes with the product.
    pub own: bool,
}

impl CampaignLine {
    /// What a story says of itself.
    pub fn of(campaign: &str, story: &Story, own: bool) -> Self {
        let about = &story.about;
        Self {
            campaign: campaign.to_owned(),
            language: about.language.clone(),
            title: about.title.clone(),
            about: about.about.clone(),
            minutes: about.minutes,
            players: about.players,
            own,
        }
    }
}

/// A run that can be continued, for whoever chooses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "QuestRunLine")]
pub struct RunLine {
    /// Which.
    pub run: String,
    /// Its campaign.
    pub campaign: String,
    /// The campaign's title.
    pub title: String,
    /// Its language.
    pub language: String,
    /// Where the party is: the scene's title.
    pub scene: String,
    /// The heroes' names.
    pub heroes: Vec<String>,
    /// The story has been told to its end.
    pub ended: bool,
    /// When the evening began on which it was played last, RFC 3339.
    #[serde(default)]
    pub saved_at: String,
}

/// `GET /api/library/quest`.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "QuestLibrary")]
pub struct LibraryAnswer {
    /// What can be begun.
    pub campaigns: Vec<CampaignLine>,
    /// What can be continued, the latest first.
    pub runs: Vec<RunLine>,
}

/// `quest.you`: what one player alone sees.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "QuestYou")]
pub struct YouMsg {
    /// The hero that this guest plays; `None` in the audience.
    pub character_id: Option<CharacterId>,
    /// What this hero alone has seen, the latest last.
    pub notes: Vec<String>,
    /// What the hero is under, and for how many scenes yet. In a fight the fight says it, in turns.
    pub effects: Vec<super::fight::Effect>,
    /// The ballot in the present vote.
    pub ballot: Option<usize>,
    /// The options that this hero may take, of the present decision.
    pub may: Vec<usize>,
}
