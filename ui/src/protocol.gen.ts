/* Generated from the Rust types by scripts/types.mjs. Not to be edited. */
/* eslint-disable */

/**
 * A place in a party, counted from 1 in the order of joining. It is the `player_id` of the wire.
 */
export type SeatId = number;
/**
 * A party's code: four different consonants that spell no word, such as `KWRX`.
 */
export type PartyCode = string;
/**
 * The languages of the house.
 */
export type Lang = 'en' | 'ru';
/**
 * A session's life.
 */
export type SessionStatus = 'pending' | 'active' | 'finished';
/**
 * Milliseconds of the party's own clock, which stands still while the party is paused, stopped or dead.
 */
export type PartyMs = number;
/**
 * One run of one game in a party, counted from 1 within it. It is the `session_id` of the wire.
 */
export type SessionId = number;
/**
 * Who or what paused a session.
 */
export type PauseReason = 'host' | 'restart';
/**
 * A player's status, as the arena's contract names it.
 */
export type PlayerStatus = 'ready' | 'playing' | 'done';
/**
 * Where sounds are played.
 */
export type AudioOutput = 'host' | 'tv' | 'off';
/**
 * Which tune fits the moment.
 */
export type Music =
  'lobby' | 'calm' | 'chase' | 'finale' | 'wonder' | 'tense' | 'danger' | 'sorrow' | 'merry' | 'mystery' | 'silence';
/**
 * A sound that the show makes, on whichever output plays it.
 */
export type Cue = 'join' | 'tick' | 'right' | 'wrong' | 'level' | 'lead' | 'hurry' | 'win' | 'gift' | 'reveal';
/**
 * The three levels, always in this order.
 */
export type Level = 'green' | 'yellow' | 'red';
/**
 * The three mini-games, one of each family.
 */
export type MiniGameKind = 'tap' | 'choose' | 'puzzle';
/**
 * What a mini-game deals to all alike.
 */
export type Deal =
  | {
      mini_game: 'tap';
      /**
       * Snowballs for full points: the top of the hill.
       */
      par: number;
      /**
       * More than this in one second is refused.
       */
      most_per_second: number;
    }
  | {
      mini_game: 'choose';
      /**
       * How many.
       */
      questions: number;
    }
  | {
      mini_game: 'puzzle';
      /**
       * Tiles on a side: 3 or 4.
       */
      size: number;
      /**
       * Row by row, 0 is the gap; solved is 1, 2, … with the gap last.
       */
      board: number[];
      /**
       * Which picture: `cabin`, `bear`, `rocket`, `tree`, `lake` or `train`.
       */
      picture: string;
    };
/**
 * What each mini-game reports.
 */
export type Details =
  | {
      /**
       * Snowballs in each second since the level opened.
       */
      per_second: number[];
      /**
       * True for the last report.
       */
      done?: boolean;
    }
  | {
      /**
       * Index of the question, from 0.
       */
      question: number;
      /**
       * Index of the choice, 0 to 3.
       */
      choice: number;
    }
  | {
      /**
       * The number on each tile moved, in order, from the dealt board.
       */
      moves: number[];
      /**
       * True for the last report; a solved board is done in any case.
       */
      done?: boolean;
    };
/**
 * What an award is for.
 */
export type AwardKind =
  'fastest_thumb' | 'sharpest_mind' | 'quickest_answer' | 'puzzle_master' | 'climber' | 'gift_catcher';
/**
 * Red, green and blue, as `#rrggbb`.
 */
export type Rgb = string;
/**
 * From which rules a canvas begins.
 */
export type Preset = 'party' | 'battle' | 'wall';
/**
 * Where a player stands. AFK → queue → playing → AFK, and no other way.
 */
export type CanvasStatus = 'afk' | 'queue' | 'playing';
/**
 * A hero's number in the campaign, from 1.
 */
export type CharacterId = number;
/**
 * How something is decided.
 */
export type QuestDecisionKind = 'vote' | 'choice' | 'skill-check' | 'combat';
/**
 * What a hero is good at.
 */
export type Stat = 'might' | 'nimble' | 'wits' | 'heart';
/**
 * How hard a check is.
 */
export type Difficulty = 'easy' | 'fair' | 'hard';
/**
 * Somebody in a fight.
 */
export type Who =
  | {
      hero: number;
    }
  | {
      enemy: number;
    };
/**
 * One thing that happened.
 */
export type Blow =
  | {
      blow: 'initiative';
      /**
       * First to last.
       */
      order: Place[];
    }
  | {
      blow: 'intends';
      /**
       * Which enemy.
       */
      enemy: number;
      /**
       * Its moves, in order.
       */
      intends: Intention[];
    }
  | {
      blow: 'turn';
      who: Who;
      /**
       * In which round.
       */
      round: number;
      /**
       * Out of order, because a friend made it possible.
       */
      again: boolean;
    }
  | {
      blow: 'threw';
      who: Who;
      /**
       * For what: `attack`, `flee`, a skill's or a move's id.
       */
      for_what: string;
      throw: Throw;
    }
  | {
      blow: 'defended';
      /**
       * Who.
       */
      hero: number;
    }
  | {
      blow: 'helped';
      /**
       * Who.
       */
      hero: number;
      /**
       * Whom.
       */
      friend: number;
    }
  | {
      blow: 'haunted';
      /**
       * Who.
       */
      hero: number;
      /**
       * Whom.
       */
      enemy: number;
    }
  | {
      blow: 'inspired';
      /**
       * Who.
       */
      hero: number;
      /**
       * Whom.
       */
      friend: number;
    }
  | {
      blow: 'tried';
      /**
       * Who.
       */
      hero: number;
      /**
       * Which.
       */
      skill: string;
      /**
       * For whom, if for one.
       */
      target?: Who | null;
      /**
       * For so many own turns, the present one included.
       */
      rests: number;
    }
  | {
      blow: 'used';
      /**
       * Who.
       */
      hero: number;
      /**
       * Which.
       */
      item: string;
      /**
       * For whom, if for one.
       */
      target?: Who | null;
      /**
       * It is gone.
       */
      spent: boolean;
    }
  | {
      blow: 'moved';
      /**
       * Which enemy.
       */
      enemy: number;
      /**
       * Its id in the creature's rules, which have the words.
       */
      move: string;
    }
  | {
      blow: 'spoiled';
      /**
       * Which enemy.
       */
      enemy: number;
      /**
       * The move.
       */
      move: string;
      /**
       * The effect that did it; nothing if there was nobody to aim at.
       */
      why?: string | null;
    }
  | {
      blow: 'turned';
      /**
       * Which enemy.
       */
      enemy: number;
      /**
       * Whom it hits instead.
       */
      to: number;
    }
  | {
      blow: 'stepped';
      /**
       * Who.
       */
      hero: number;
      /**
       * In front of whom.
       */
      friend: number;
    }
  | {
      blow: 'hit';
      /**
       * By whom; nobody if it was a price.
       */
      by?: Who | null;
      target: Who;
      /**
       * How much; 0 if all of it was held off.
       */
      damage: number;
      /**
       * Hp that are left.
       */
      left: number;
    }
  | {
      blow: 'missed';
      by: Who;
      target: Who;
    }
  | {
      blow: 'healed';
      target: Who;
      /**
       * How many.
       */
      amount: number;
      /**
       * Hp it has now.
       */
      left: number;
    }
  | {
      blow: 'afflicted';
      target: Who;
      effect: Effect;
    }
  | {
      blow: 'warded';
      target: Who;
      /**
       * Which effect.
       */
      effect: string;
    }
  | {
      blow: 'ended';
      target: Who;
      /**
       * Which.
       */
      effect: string;
    }
  | {
      blow: 'fell';
      who: Who;
    }
  | {
      blow: 'rose';
      /**
       * Who.
       */
      hero: number;
      /**
       * Hp it has.
       */
      left: number;
    }
  | {
      blow: 'again';
      /**
       * Who.
       */
      hero: number;
    }
  | {
      blow: 'fled';
      /**
       * Who.
       */
      hero: number;
    }
  | {
      blow: 'idled';
      who: Who;
      /**
       * Through which effect.
       */
      effect: string;
    }
  | {
      blow: 'passed';
      who: Who;
    }
  | {
      blow: 'over';
      outcome: Outcome;
    };
/**
 * How well a throw went.
 */
export type Degree = 'failure' | 'partial' | 'success';
/**
 * How a fight ended.
 */
export type Outcome = 'won' | 'fled' | 'lost';
/**
 * Something that happened.
 */
export type QuestEntry =
  | {
      scene: {
        /**
         * Its number in the run.
         */
        number: number;
        /**
         * Its title.
         */
        title: string;
      };
    }
  | {
      memory: string;
    }
  | {
      joined: {
        /**
         * Its name.
         */
        name: string;
        /**
         * Such as `scout`.
         */
        archetype: string;
      };
    }
  | {
      chose: {
        who: CharacterId;
        /**
         * What.
         */
        option: string;
      };
    }
  | {
      voted: {
        /**
         * For what.
         */
        option: string;
        /**
         * The weight of each option, in hundredths of a ballot.
         */
        votes: number[];
        /**
         * Dice decided.
         */
        tied: boolean;
      };
    }
  | {
      threw: {
        who: CharacterId;
        throw: Throw;
      };
    }
  | {
      fought: {
        /**
         * The encounter's id.
         */
        encounter: string;
        outcome: Outcome;
        /**
         * After so many rounds.
         */
        rounds: number;
      };
    }
  | {
      ending: string;
    }
  | {
      evening: {
        /**
         * Which, from 2.
         */
        number: number;
      };
    };
/**
 * The party's own actions; all others go to the game.
 */
export type PartyAction =
  | {
      action_type: 'ready';
      payload: {
        /**
         * Which.
         */
        ready: boolean;
      };
    }
  | {
      action_type: 'rename';
      payload: {
        /**
         * The name.
         */
        name: string;
        /**
         * The animal.
         */
        avatar?: string | null;
      };
    }
  | {
      action_type: 'leave';
      payload: {};
    }
  | {
      action_type: 'feedback';
      payload: {
        /**
         * 1 to 5.
         */
        stars: number;
        /**
         * At most 500 characters; it may be empty.
         */
        text: string;
      };
    }
  | {
      action_type: 'start';
      payload: {};
    }
  | {
      action_type: 'pause';
      payload: {};
    }
  | {
      action_type: 'resume';
      payload: {};
    }
  | {
      action_type: 'again';
      payload: {};
    }
  | {
      action_type: 'open';
      payload: SessionRequest;
    }
  | {
      action_type: 'remove';
      payload: {
        player_id: SeatId;
      };
    }
  | {
      action_type: 'volume';
      payload: {
        /**
         * How loud.
         */
        volume: number;
      };
    }
  | {
      action_type: 'close';
      payload: {};
    };
/**
 * What a player may ask for, as `action_type` and `payload` of `action.request`.
 */
export type Move =
  | {
      action_type: 'progress';
      payload: Progress;
    }
  | {
      action_type: 'catch';
      payload: {};
    }
  | {
      action_type: 'skip';
      payload: {};
    }
  | {
      action_type: 'end';
      payload: {};
    };
/**
 * The `kind` of a `game.event` of the arena; its payload is in braces.
 */
export type GameEventKind =
  | 'level_announced'
  | 'level_started'
  | 'level_finished'
  | 'question_opened'
  | 'question_closed'
  | 'lead_changed'
  | 'player_finished'
  | 'bonus'
  | 'bonus_caught'
  | 'finale';
/**
 * What players and the host may ask for.
 */
export type CanvasMove =
  | {
      action_type: 'place';
      payload: CanvasPlace;
    }
  | {
      action_type: 'undo';
      payload: {};
    }
  | {
      action_type: 'queue';
      payload: {};
    }
  | {
      action_type: 'protect';
      payload: {
        area: CanvasArea;
      };
    }
  | {
      action_type: 'unprotect';
      payload: {
        area: CanvasArea;
      };
    }
  | {
      action_type: 'bar';
      payload: {
        player_id: SeatId;
        /**
         * From now on?
         */
        barred: boolean;
      };
    }
  | {
      action_type: 'clear';
      payload: {};
    }
  | {
      action_type: 'unclear';
      payload: {};
    }
  | {
      action_type: 'paint';
      payload: {
        /**
         * The board that is meant.
         */
        epoch: number;
        items: CanvasWords;
      };
    }
  | {
      action_type: 'rollback';
      payload: {
        /**
         * The board that is meant.
         */
        epoch: number;
        by: CanvasFilter;
        items: CanvasWords;
        owners: CanvasWords;
        found: CanvasWords;
      };
    }
  | {
      action_type: 'template';
      payload: {
        /**
         * Its cells and where they lie.
         */
        template: {
          [k: string]: unknown;
        };
      };
    }
  | {
      action_type: 'untemplate';
      payload: {};
    }
  | {
      action_type: 'pace';
      payload: CanvasPace;
    }
  | {
      action_type: 'finish';
      payload: {};
    };
/**
 * Many numbers of 32 bits, little-endian, in base64: as a list of JSON they would take ten times the memory.
 */
export type CanvasWords = string;
/**
 * What players and the host may ask for.
 */
export type QuestMove =
  | {
      action_type: 'character';
      payload: QuestCharacter;
    }
  | {
      action_type: 'begin';
      payload: {};
    }
  | {
      action_type: 'choice';
      payload: QuestChoice;
    }
  | {
      action_type: 'skill-check';
      payload: QuestSkillCheck;
    }
  | {
      action_type: 'help';
      payload: QuestHelp;
    }
  | {
      action_type: 'combat';
      payload: QuestCombat;
    }
  | {
      action_type: 'item';
      payload: QuestItem;
    }
  | {
      action_type: 'give';
      payload: QuestGive;
    }
  | {
      action_type: 'handover';
      payload: QuestHandover;
    }
  | {
      action_type: 'finish';
      payload: {};
    };
/**
 * What a hero does with its turn.
 */
export type Act =
  | {
      act: 'attack';
      /**
       * Which enemy.
       */
      target: number;
    }
  | {
      act: 'defend';
    }
  | {
      act: 'help';
      /**
       * Which hero.
       */
      hero: number;
    }
  | {
      act: 'skill';
      /**
       * Its id.
       */
      skill: string;
      /**
       * For whom, if it is for one.
       */
      target?: Who | null;
    }
  | {
      act: 'item';
      /**
       * Its id.
       */
      item: string;
      /**
       * For whom, if it is for one.
       */
      target?: Who | null;
    }
  | {
      act: 'flee';
    }
  | {
      act: 'haunt';
      /**
       * Which enemy.
       */
      target: number;
    }
  | {
      act: 'inspire';
      /**
       * Which hero.
       */
      hero: number;
    };

export interface Wire {
  server: ServerPayloads;
  client: ClientPayloads;
}
export interface ServerPayloads {
  'system.hello': Hello;
  'system.error': SystemError;
  'party.info': PartyInfo;
  'session.state': SessionState;
  'players.list': PlayersList;
  'player.update': PlayerUpdate;
  'leaderboard.update': LeaderboardUpdate;
  'room.update': RoomUpdate;
  'game.event': GameEvent;
  'sound.state': SoundState;
  'sound.cue': SoundCue;
  frames: Frames;
  pong: Pong;
  'action.result': ActionResult;
  'arena.level': LevelMsg;
  'arena.question': QuestionMsg;
  'arena.reveal': RevealMsg;
  'arena.count': CountMsg;
  'arena.gift': GiftMsg;
  'arena.you': YouMsg;
  'arena.podium': PodiumMsg;
  'canvas.board': CanvasBoard;
  'canvas.room': CanvasRoom;
  'canvas.teams': CanvasTeams;
  'canvas.you': CanvasYou;
  'party.join': QuestJoin;
  'party.leave': QuestLeave;
  'party.state': QuestParty;
  'scene.update': QuestScene;
  'vote.started': QuestVoteStarted;
  'vote.update': QuestVoteUpdate;
  'vote.finished': QuestVoteFinished;
  'combat.update': QuestCombatState;
  'quest.log': QuestLog;
  'quest.you': QuestYou;
}
/**
 * `system.hello`: the first message on every socket. What follows it is the whole present state.
 */
export interface Hello {
  /**
   * [`super::PROTOCOL`].
   */
  protocol: number;
  /**
   * The appliance's version.
   */
  version: string;
  /**
   * `tv`, `host` or `player`.
   */
  viewer: string;
  /**
   * The seat, for a player.
   */
  player_id?: SeatId | null;
  party: PartyInfo;
  /**
   * The session's game.
   */
  game: string;
  status: SessionStatus;
  /**
   * The campaign's run with its heroes, in a game that has one.
   */
  run?: Run | null;
  clock: Clock;
}
/**
 * What everyone may know of a party. As `party.info`, to the stage: the machine may get another address in the middle of an evening.
 */
export interface PartyInfo {
  code: PartyCode;
  /**
   * Its name, as the host gave it.
   */
  name: string;
  lang: Lang;
  /**
   * How many seats it holds.
   */
  max_players: number;
  /**
   * What the QR code says: `http://192.168.1.20:8080/play?session=KWRX`.
   */
  join_url: string;
  /**
   * The same for people: `192.168.1.20:8080`.
   */
  address: string;
  /**
   * Other addresses of this machine, in case the first is not the one that phones reach.
   */
  other_addresses: string[];
}
/**
 * A campaign's run, as `system.hello` tells whoever connects.
 */
export interface Run {
  /**
   * Identifies it over all its evenings.
   */
  campaign_run_id: string;
  /**
   * The number of the present scene; 0 before the first.
   */
  scene: number;
  /**
   * The heroes, in the order in which they joined.
   */
  members: Member[];
}
/**
 * A hero of a run, and who plays it.
 */
export interface Member {
  /**
   * Its number in the run, from 1.
   */
  character_id: number;
  /**
   * Its name.
   */
  display_name: string;
  /**
   * Nobody at the moment if `None`.
   */
  player_id?: SeatId | null;
}
/**
 * The party clock, from which pages count down by themselves.
 */
export interface Clock {
  now: PartyMs;
  /**
   * False while paused.
   */
  running: boolean;
}
/**
 * `system.error`: something was refused, and changed nothing. REST answers with the same under `error`.
 */
export interface SystemError {
  /**
   * A stable code, such as `action/too_late`.
   */
  code: string;
  /**
   * A sentence in English.
   */
  message: string;
  /**
   * The action that it answers, if it answers one.
   */
  action_id?: string | null;
  /**
   * Figures for the wording, such as `retry_after` in seconds.
   */
  params?: {
    [k: string]: unknown;
  };
}
/**
 * `session.state`: where the session stands.
 */
export interface SessionState {
  session_id: SessionId;
  code: PartyCode;
  /**
   * The game's slug.
   */
  game: string;
  status: SessionStatus;
  /**
   * The round or level, from 1; 0 before the start.
   */
  round: number;
  /**
   * The game's own name for the moment; `lobby` before the start.
   */
  phase: string;
  /**
   * What is being counted down.
   */
  timer?: Timer | null;
  /**
   * Set while the session stands still.
   */
  pause?: Pause | null;
  clock: Clock;
  /**
   * The game's settings, as chosen.
   */
  settings: {
    [k: string]: unknown;
  };
  /**
   * When the host started it, RFC 3339.
   */
  started_at?: string | null;
  /**
   * When it finished, RFC 3339.
   */
  ended_at?: string | null;
}
/**
 * A deadline that pages count down to, in party time.
 */
export interface Timer {
  opened: PartyMs;
  deadline: PartyMs;
}
/**
 * Why and how long the session stands still.
 */
export interface Pause {
  reason: PauseReason;
  /**
   * Once it is about to go on: so many ms after this message was made.
   */
  resumes_in?: number | null;
}
/**
 * `players.list`: the stage gets everyone, a phone its own player.
 */
export interface PlayersList {
  session_id: SessionId;
  /**
   * How many there are in all.
   */
  count: number;
  /**
   * Those that this page shows.
   */
  players: Player[];
}
/**
 * A player, as others see them.
 */
export interface Player {
  id: SeatId;
  /**
   * At most 20 graphemes; text, never markup.
   */
  name: string;
  /**
   * One of the 24 animals.
   */
  avatar: string;
  /**
   * Index of one of the 24 colours.
   */
  color: number;
  status: PlayerStatus;
  /**
   * The level's name while one is played.
   */
  current_level?: string | null;
  /**
   * Points so far.
   */
  score: number;
  /**
   * How far through the present level, 0 to 1.
   */
  progress: number;
  /**
   * Has this player pressed "I am ready" in the lobby?
   */
  confirmed: boolean;
  /**
   * Is a phone connected?
   */
  online: boolean;
  /**
   * True once removed or left: the page drops the player.
   */
  gone?: boolean;
}
/**
 * `player.update`: one player changed. The stage gets everyone's, a phone its own.
 */
export interface PlayerUpdate {
  session_id: SessionId;
  player: Player;
}
/**
 * `leaderboard.update`: the stage gets the first 60 lines; a phone the first five and its own.
 */
export interface LeaderboardUpdate {
  session_id: SessionId;
  /**
   * How many lines the whole board has.
   */
  count: number;
  /**
   * Best first.
   */
  leaderboard: BoardLine[];
}
/**
 * One line of the leaderboard.
 */
export interface BoardLine {
  player_id: SeatId;
  /**
   * The name.
   */
  name: string;
  /**
   * The animal.
   */
  avatar: string;
  /**
   * Index of the colour.
   */
  color: number;
  /**
   * From 1; equal scores share a place.
   */
  place: number;
  /**
   * Points.
   */
  score: number;
  /**
   * Points gained since the board was last shown.
   */
  gained: number;
  /**
   * Places climbed since then; negative when fallen.
   */
  moved: number;
}
/**
 * `room.update`: counts for pages that do not follow everyone.
 */
export interface RoomUpdate {
  /**
   * Seats taken.
   */
  players: number;
  /**
   * Of them ready.
   */
  confirmed: number;
  /**
   * Of them connected.
   */
  online: number;
}
/**
 * `game.event`: something to show once; it changes no topic.
 */
export interface GameEvent {
  session_id: SessionId;
  /**
   * What happened, by the game's own list.
   */
  kind: string;
  /**
   * More about it.
   */
  payload: {
    [k: string]: unknown;
  };
}
/**
 * `sound.state`, to the stage: what is to be heard.
 */
export interface SoundState {
  output: AudioOutput;
  music: Music;
  /**
   * 0 to 100.
   */
  volume: number;
}
/**
 * `sound.cue`, to the stage: one effect, now.
 */
export interface SoundCue {
  cue: Cue;
}
/**
 * `frames`, to the stage at up to 20 Hz: the latest live value of each seat that changed. Never stored.
 */
export interface Frames {
  /**
   * What is counted, such as `tap` or `puzzle`.
   */
  kind: string;
  /**
   * Pairs of seat and value.
   */
  values: [unknown, unknown][];
}
/**
 * `pong`: the answer to `ping`.
 */
export interface Pong {
  /**
   * What the page sent.
   */
  sent: number;
  clock: Clock;
}
/**
 * `action.result`: a move was accepted, and is on the disk. In a campaign the room gets it as well.
 */
export interface ActionResult {
  /**
   * The request's id, for whoever asked.
   */
  action_id?: string | null;
  /**
   * The request's type.
   */
  action_type: string;
  /**
   * `success`: it was accepted. What came of it is in the result.
   */
  status: string;
  /**
   * The game's answer.
   */
  result: {
    [k: string]: unknown;
  };
}
/**
 * `arena.level`
 */
export interface LevelMsg {
  /**
   * From 1.
   */
  round: number;
  /**
   * How many levels there are.
   */
  of: number;
  level: Level;
  mini_game: MiniGameKind;
  /**
   * Seconds of play (`choose`: of one question).
   */
  seconds: number;
  /**
   * Points for a perfect result.
   */
  points: number;
  /**
   * What is dealt, once play begins; null during the intro.
   */
  deal?: Deal | null;
}
/**
 * `arena.question`
 */
export interface QuestionMsg {
  /**
   * From 0.
   */
  index: number;
  /**
   * How many in this level.
   */
  of: number;
  text: Text;
  /**
   * Four choices, in the order of the shapes ▲ ■ ● ◆.
   */
  choices: Text[];
  opened: PartyMs;
  deadline: PartyMs;
}
/**
 * A text in the languages of the house.
 */
export interface Text {
  /**
   * English.
   */
  en: string;
  /**
   * Russian.
   */
  ru: string;
}
/**
 * `arena.reveal`
 */
export interface RevealMsg {
  /**
   * The question's index.
   */
  index: number;
  /**
   * Index of the right choice.
   */
  correct: number;
  /**
   * How many chose each.
   */
  chosen: number[];
  note: Text;
}
/**
 * `arena.count`
 */
export interface CountMsg {
  /**
   * Have answered, or are done.
   */
  done: number;
  /**
   * Of so many who play this level.
   */
  of: number;
}
/**
 * `arena.gift`: shown while `open`; between levels a gift falls on every phone.
 */
export interface GiftMsg {
  /**
   * Can it be caught now?
   */
  open: boolean;
  deadline: PartyMs;
  /**
   * Its worth in points.
   */
  worth: number;
  /**
   * Its worth for the last third of the board, as a comeback; equal to `worth` when there is none.
   */
  comeback: number;
  /**
   * How many have caught it.
   */
  caught: number;
}
/**
 * `arena.you`
 */
export interface YouMsg {
  /**
   * False for one who came late and plays from the next level on.
   */
  in_level: boolean;
  /**
   * Done with the present level (or, in `choose`, with the present question).
   */
  done: boolean;
  /**
   * Snowballs, or moves of the puzzle that the server holds for the present level; so that a reloaded phone goes on.
   */
  kept?: Details | null;
  /**
   * The choice made for the present question, while it is open and after.
   */
  chosen?: number | null;
  /**
   * How the last closed question went.
   */
  question?: QuestionResult | null;
  /**
   * Points of each level so far, in order.
   */
  levels: LevelResult[];
  /**
   * What the gift was worth to this player, if it was caught.
   */
  gift?: number | null;
}
/**
 * How a question went for one player.
 */
export interface QuestionResult {
  /**
   * The question's index.
   */
  index: number;
  /**
   * Was it right? `None` if there was no answer.
   */
  right?: boolean | null;
  /**
   * Points for it.
   */
  points: number;
}
/**
 * How a level went for one player.
 */
export interface LevelResult {
  level: Level;
  /**
   * Points, the gift after it included.
   */
  points: number;
  /**
   * The mini-game's own figure: snowballs, right answers, milliseconds to the solution (0: unsolved).
   */
  figure: number;
  /**
   * True if the player came late and was given the level's median.
   */
  median: boolean;
}
/**
 * `arena.podium`
 */
export interface PodiumMsg {
  /**
   * At most six.
   */
  awards: Award[];
}
/**
 * A superlative of the evening.
 */
export interface Award {
  kind: AwardKind;
  player_id: SeatId;
  /**
   * The figure behind it, in the unit of its kind.
   */
  value: number;
}
/**
 * `canvas.board`: the board's shape and rules, for everyone; it changes only when the host changes something.
 */
export interface CanvasBoard {
  /**
   * Raised by every clear and every clear taken back. Frames carry its lowest 8 bits.
   */
  epoch: number;
  /**
   * Columns.
   */
  width: number;
  /**
   * Rows.
   */
  height: number;
  /**
   * The colours by their index; 0 is the empty board.
   */
  palette: Colour[];
  preset: Preset;
  /**
   * Between two placements of a player, ms.
   */
  cooldown_ms: number;
  /**
   * Placements of a player within any 60 s; 0 means no such limit.
   */
  per_minute: number;
  /**
   * How many may play at once.
   */
  slots: number;
  /**
   * Teams, 0 or 2 to 6. With teams, team `t` (from 0) paints with the colours `3t + 1` to `3t + 3` only.
   */
  teams: number;
  /**
   * When the session ends, ms of party time; `None` if it stays.
   */
  ends_at?: PartyMs | null;
  /**
   * Nobody but the host may change these.
   */
  protected: CanvasArea[];
  /**
   * The host lets these players paint no more.
   */
  barred: SeatId[];
  /**
   * The ghost that the host has laid; its cells come from `GET …/canvas/template`.
   */
  template?: TemplateInfo | null;
  /**
   * The last clear can be taken back until then, ms of party time.
   */
  unclear_until?: PartyMs | null;
}
/**
 * A colour of the palette.
 */
export interface Colour {
  /**
   * A word for it: one that the pages know in every language, or the host's own.
   */
  name: string;
  rgb: Rgb;
}
/**
 * A rectangle of cells.
 */
export interface CanvasArea {
  /**
   * Left column.
   */
  x: number;
  /**
   * Top row.
   */
  y: number;
  /**
   * Columns, at least 1.
   */
  width: number;
  /**
   * Rows, at least 1.
   */
  height: number;
}
/**
 * A ghost template.
 */
export interface TemplateInfo {
  /**
   * Counted from 1; another number is another template.
   */
  id: number;
  area: CanvasArea;
  /**
   * Cells that it asks for (the others are free).
   */
  cells: number;
}
/**
 * `canvas.room`: how many play and wait, for everyone.
 */
export interface CanvasRoom {
  /**
   * Playing, the stalled ones among them.
   */
  playing: number;
  /**
   * Waiting for a place.
   */
  queued: number;
  /**
   * How many may play at once.
   */
  slots: number;
}
/**
 * `canvas.teams`: for everyone, every few seconds.
 */
export interface CanvasTeams {
  at: PartyMs;
  /**
   * In the order of their numbers.
   */
  teams: CanvasTeam[];
}
/**
 * One team.
 */
export interface CanvasTeam {
  /**
   * Cells held.
   */
  area: number;
  /**
   * Cells held × seconds.
   */
  score: number;
  /**
   * Players.
   */
  players: number;
}
/**
 * `canvas.you`: one player's own standing.
 */
export interface CanvasYou {
  player_id: SeatId;
  status: CanvasStatus;
  /**
   * The place in the queue, from 1.
   */
  place?: number | null;
  /**
   * A playing one goes AFK then, ms of party time, unless it places.
   */
  idle_at?: PartyMs | null;
  next_at: PartyMs;
  /**
   * The last placement can be undone until then, ms of party time.
   */
  undo_until?: PartyMs | null;
  /**
   * Pixels placed.
   */
  placed: number;
  /**
   * The team, from 0.
   */
  team?: number | null;
  /**
   * The host has barred this player from placing.
   */
  barred: boolean;
}
/**
 * `party.join`.
 */
export interface QuestJoin {
  character_id: CharacterId;
  /**
   * Its name.
   */
  display_name: string;
}
/**
 * `party.leave`.
 */
export interface QuestLeave {
  character_id: CharacterId;
}
/**
 * `party.state`: the heroes, for everyone.
 */
export interface QuestParty {
  /**
   * The run of the campaign: the same on every evening that it is continued on.
   */
  campaign_run_id: string;
  /**
   * The campaign, such as `midnight`.
   */
  campaign: string;
  /**
   * Its title.
   */
  title: string;
  /**
   * The language that it is told in.
   */
  language: string;
  /**
   * The heroes, in the order in which they joined.
   */
  heroes: QuestHero[];
  /**
   * The archetypes that nobody plays yet.
   */
  free: string[];
  /**
   * Before the story begins: when it begins by itself, ms of party time, once somebody has a hero.
   */
  begins_at?: PartyMs | null;
  /**
   * Has the story begun?
   */
  begun: boolean;
  /**
   * What the party did that will matter.
   */
  flags: string[];
  /**
   * What happened on earlier evenings, in sentences, the latest last; empty on the first.
   */
  recap: string[];
}
/**
 * What everyone may know of a hero.
 */
export interface QuestHero {
  character_id: CharacterId;
  /**
   * Such as `scout`.
   */
  archetype: string;
  /**
   * Its name.
   */
  display_name: string;
  /**
   * Who plays it; nobody at the moment if `None`.
   */
  player_id?: SeatId | null;
  /**
   * Present strength.
   */
  hp: number;
  /**
   * Full strength.
   */
  max_hp: number;
  /**
   * Effects that last, by their ids.
   */
  effects: string[];
  /**
   * What it carries, by ids.
   */
  items: string[];
}
/**
 * `scene.update`: where the story is, for everyone.
 */
export interface QuestScene {
  /**
   * The scene's number in this run, from 1.
   */
  number: number;
  /**
   * Its id in the story.
   */
  id: string;
  /**
   * Its title.
   */
  title: string;
  /**
   * Its picture.
   */
  picture: string;
  /**
   * Its mood.
   */
  mood: string;
  /**
   * The page's number, from 1: another number is another text.
   */
  page: number;
  /**
   * What is read.
   */
  lines: QuestLine[];
  /**
   * What is to be decided.
   */
  decision?: QuestDecision | null;
  /**
   * The campaign's end.
   */
  ending?: QuestEnding | null;
}
/**
 * A paragraph.
 */
export interface QuestLine {
  /**
   * What is read.
   */
  text: string;
  /**
   * Who says it, if it is speech.
   */
  say?: string | null;
}
/**
 * What is to be decided.
 */
export interface QuestDecision {
  /**
   * Its number, from 1.
   */
  decision_id: number;
  kind: QuestDecisionKind;
  /**
   * Who decides or throws; everyone in a vote, and anyone if it has waited too long.
   */
  character_id?: CharacterId | null;
  /**
   * The options; empty for a throw and a fight.
   */
  options: string[];
  opened: PartyMs;
  deadline: PartyMs;
  /**
   * For a throw: the stat.
   */
  stat?: Stat | null;
  /**
   * For a throw: how hard it is.
   */
  difficulty?: Difficulty | null;
  /**
   * Who helps whoever throws.
   */
  helper?: CharacterId | null;
}
/**
 * How the campaign ended.
 */
export interface QuestEnding {
  /**
   * Its id in the story; `None` if the story broke.
   */
  id?: string | null;
  /**
   * Its title.
   */
  title: string;
}
/**
 * `vote.started`.
 */
export interface QuestVoteStarted {
  /**
   * Its number: the decision's.
   */
  vote_id: number;
  /**
   * What can be voted for.
   */
  options: string[];
  /**
   * Milliseconds from its opening to its close.
   */
  timeout: number;
  deadline: PartyMs;
  /**
   * Are the ballots shown only at the close?
   */
  hidden: boolean;
  /**
   * Who may vote with full weight.
   */
  electorate: SeatId[];
  /**
   * What a ballot of the audience weighs, in hundredths of one of theirs.
   */
  audience_weight: number;
}
/**
 * `vote.update`.
 */
export interface QuestVoteUpdate {
  /**
   * Its number.
   */
  vote_id: number;
  /**
   * The weight of each option, in hundredths of a ballot; `None` while they are hidden.
   */
  votes?: number[] | null;
  /**
   * How many of the electorate have voted.
   */
  voted: number;
}
/**
 * `vote.finished`.
 */
export interface QuestVoteFinished {
  /**
   * Its number.
   */
  vote_id: number;
  /**
   * The winning option.
   */
  winner: number;
  /**
   * Its text.
   */
  option: string;
  /**
   * The weight of each option, in hundredths of a ballot.
   */
  votes: number[];
  /**
   * The options between which dice decided; empty without a tie.
   */
  tied: number[];
  /**
   * Too few voted: the first option holds.
   */
  no_quorum: boolean;
  applied: QuestApplied;
}
/**
 * How the story takes a decision.
 */
export interface QuestApplied {
  /**
   * The scene's id in the story.
   */
  scene: string;
  /**
   * The decision's number.
   */
  decision_id: number;
  /**
   * The option that the story goes on with, from 0.
   */
  option: number;
}
/**
 * `combat.update`: a fight, for everyone.
 */
export interface QuestCombatState {
  /**
   * The fight's number in this run, from 1.
   */
  fight: number;
  /**
   * The encounter's id and name.
   */
  encounter: string;
  /**
   * Its name in the campaign's language.
   */
  name: string;
  state: Fight;
  /**
   * Which turn it is, counted over the fight.
   */
  turn: number;
  /**
   * When the hero whose turn it is defends by itself, ms of party time.
   */
  deadline?: PartyMs | null;
  /**
   * What happened since the last hero acted, that act included, in order.
   */
  blows: Blow[];
  /**
   * How many blows of this fight came before those.
   */
  blows_before: number;
  /**
   * How it ended.
   */
  outcome?: Outcome | null;
}
/**
 * A fight. Serialises whole, so that it can be saved between any two blows.
 */
export interface Fight {
  encounter: string;
  /**
   * From 1; 0 before the first turn.
   */
  round: number;
  heroes: Hero[];
  enemies: Enemy[];
  /**
   * Everybody, in the order of initiative; set once.
   */
  order: Who[];
  /**
   * Where in the order the round stands.
   */
  at: number;
  now?: Who | null;
  /**
   * Heroes who act again before the order goes on.
   */
  again: number[];
}
/**
 * A hero in a fight.
 */
export interface Hero {
  /**
   * Its index in the party.
   */
  hero: number;
  /**
   * Its archetype's id.
   */
  archetype: string;
  /**
   * 0 is a spirit.
   */
  hp: number;
  /**
   * Never more than that.
   */
  max_hp: number;
  /**
   * What it is under.
   */
  effects: Effect[];
  /**
   * What it carries.
   */
  items: string[];
  /**
   * Got away.
   */
  fled: boolean;
  /**
   * For how many own turns a skill rests, the present one included.
   */
  rests: {
    [k: string]: number;
  };
  /**
   * Items that did their work in this fight.
   */
  used: string[];
}
/**
 * An effect on somebody.
 */
export interface Effect {
  /**
   * Which, of the rules' effects.
   */
  id: string;
  /**
   * For how many of the bearer's turns yet, the present one included.
   */
  turns: number;
  /**
   * Who gave it, where that matters.
   */
  by?: Who | null;
}
/**
 * An enemy in a fight.
 */
export interface Enemy {
  /**
   * Its creature's id.
   */
  creature: string;
  name: Words;
  /**
   * Which of those of the same name, from 1; `None` if there is but one.
   */
  number?: number | null;
  /**
   * 0 is out of the fight.
   */
  hp: number;
  /**
   * Never more than that.
   */
  max_hp: number;
  /**
   * What it is under.
   */
  effects: Effect[];
  /**
   * How many moves it makes a round.
   */
  moves: number;
  /**
   * What every harm of it has more than its creature's.
   */
  fierce: number;
  /**
   * What it will do in its next turn.
   */
  intends: Intention[];
}
/**
 * A name or a sentence in both languages.
 */
export interface Words {
  /**
   * English.
   */
  en: string;
  /**
   * Russian.
   */
  ru: string;
}
/**
 * What an enemy is about to do, for all to see.
 */
export interface Intention {
  /**
   * The move's id in the creature's rules, which have the words.
   */
  move: string;
  /**
   * The heroes it is aimed at.
   */
  targets: number[];
  /**
   * The harm it does in full.
   */
  harm: number;
  /**
   * The effect it then brings.
   */
  effect?: string | null;
}
/**
 * Where somebody came in the order, and by which throw.
 */
export interface Place {
  who: Who;
  throw: Throw;
}
/**
 * A throw as it fell: enough to tumble it on a screen and to add it up again.
 */
export interface Throw {
  /**
   * Two dice, or three with advantage: then the smallest does not count.
   */
  dice: number[];
  /**
   * The stat that was added; an enemy has none.
   */
  stat?: Stat | null;
  /**
   * The stat's value, or an enemy's power.
   */
  value: number;
  /**
   * Everything else that counted, in order.
   */
  bonus: Bonus[];
  /**
   * The two best dice, the value and every bonus.
   */
  total: number;
  degree: Degree;
}
/**
 * One number beside the dice, and why it is there.
 */
export interface Bonus {
  /**
   * `easy`, `hard`, `help`, `effect:ID`, `ability:pack`.
   */
  why: string;
  /**
   * What it adds; negative if it takes away.
   */
  n: number;
}
/**
 * `quest.log`: what happened lately, with throws and votes, for everyone.
 */
export interface QuestLog {
  /**
   * The latest last.
   */
  entries: QuestLogLine[];
}
/**
 * One thing that happened.
 */
export interface QuestLogLine {
  /**
   * Its number in the run, from 1.
   */
  n: number;
  entry: QuestEntry;
}
/**
 * `quest.you`: what one player alone sees.
 */
export interface QuestYou {
  /**
   * The hero that this guest plays; `None` in the audience.
   */
  character_id?: CharacterId | null;
  /**
   * What this hero alone has seen, the latest last.
   */
  notes: string[];
  /**
   * What the hero is under, and for how many scenes yet. In a fight the fight says it, in turns.
   */
  effects: Effect[];
  /**
   * The ballot in the present vote.
   */
  ballot?: number | null;
  /**
   * The options that this hero may take, of the present decision.
   */
  may: number[];
}
export interface ClientPayloads {
  'action.request': ActionRequest;
  ping: Ping;
  frame: Frame;
}
/**
 * `action.request`, from a phone or the host: answered by exactly one `action.result` or `system.error`.
 */
export interface ActionRequest {
  /**
   * Chosen by the page, 1 to 64 characters; the same id acts once and gets the same answer again.
   */
  action_id: string;
  /**
   * What is asked for.
   */
  action_type: string;
  /**
   * Its parameters.
   */
  payload?: {
    [k: string]: unknown;
  };
  /**
   * In a campaign: the run that is meant. Refused if another is played.
   */
  campaign_run_id?: string | null;
  /**
   * In a campaign: the hero who acts. Refused unless it is the sender's.
   */
  character_id?: number | null;
}
/**
 * `ping`, from a page: an estimate of its clock's offset, and a sign of life.
 */
export interface Ping {
  /**
   * The page's own clock; comes back untouched.
   */
  sent: number;
}
/**
 * `frame`, from a phone: a live value that only has to be seen. The latest wins.
 */
export interface Frame {
  /**
   * What is counted: `tap` (snowballs) or `puzzle` (share of tiles in place, 0 to 1).
   */
  kind: string;
  /**
   * The value.
   */
  value: number;
}
/**
 * The body of `POST /api/session`.
 */
export interface SessionRequest {
  /**
   * The game's slug; `arena` if left out.
   */
  game?: string | null;
  /**
   * The game's timings and rules; its defaults if left out.
   */
  settings?: {
    [k: string]: unknown;
  } | null;
}
/**
 * The body of `POST /api/session/{code}/join`.
 */
export interface JoinRequest {
  /**
   * As typed; normalised, cut at 20 graphemes, made unique.
   */
  name: string;
  /**
   * The phone's own id, a UUID that it drew itself or that an earlier join answered; the phone gets its seat back by it.
   */
  device_uuid?: string | null;
  /**
   * One of the 24 animals; drawn if left out.
   */
  avatar?: string | null;
}
/**
 * The answer to a join: 201.
 */
export interface JoinAnswer {
  player_id: SeatId;
  /**
   * The seat's secret.
   */
  token: string;
  /**
   * The phone's own id, to be kept for later evenings.
   */
  device_uuid: string;
  player: Player;
  state: StateAnswer;
}
/**
 * The answer of `GET /api/session/{code}/state`, for resync. It shows what the TV shows.
 */
export interface StateAnswer {
  party: PartyInfo;
  session: SessionState;
  /**
   * Everyone.
   */
  players: Player[];
  /**
   * The board as last shown.
   */
  leaderboard: BoardLine[];
}
/**
 * The body of `POST /api/progress`, as the seed has it.
 */
export interface ProgressRequest {
  /**
   * The seat's secret.
   */
  player_token: string;
  /**
   * green, yellow, red.
   */
  level: string;
  /**
   * The phone's count.
   */
  score: number;
  /**
   * Milliseconds spent.
   */
  time: number;
  /**
   * The mini-game's own account.
   */
  details?: {
    [k: string]: unknown;
  };
  /**
   * Makes a repeat of the same request count once; made from seat, session and level if left out.
   */
  action_id?: string | null;
}
/**
 * The body of `POST /api/host`.
 */
export interface PinRequest {
  /**
   * As shown in the terminal.
   */
  pin: string;
}
/**
 * The answer to the right PIN.
 */
export interface HostAnswer {
  /**
   * The host's secret: `Authorization: Bearer …`, and `token=` of the socket.
   */
  token: string;
  code: PartyCode;
}
/**
 * The answer of `GET /api/party`: the open party of this appliance, for a page that has no code yet.
 */
export interface PartyAnswer {
  party: PartyInfo;
}
/**
 * The body of `POST /api/party`: a party beside the evening's, with its game started.
 */
export interface PartyRequest {
  /**
   * What it is called.
   */
  name: string;
  /**
   * Its game's slug.
   */
  game: string;
  /**
   * Its game's settings; the defaults if left out.
   */
  settings?: {
    [k: string]: unknown;
  } | null;
}
/**
 * The answer of `GET /api/parties`.
 */
export interface PartiesAnswer {
  /**
   * The evening's first.
   */
  parties: PartyLine[];
}
/**
 * An open party.
 */
export interface PartyLine {
  code: PartyCode;
  /**
   * What it is called.
   */
  name: string;
  /**
   * Its game's slug.
   */
  game: string;
  /**
   * Seats taken.
   */
  players: number;
  /**
   * Is it the evening's?
   */
  evening: boolean;
  /**
   * Where phones join it.
   */
  join_url: string;
}
/**
 * The body of `POST /api/session/{code}/feedback`.
 */
export interface FeedbackRequest {
  /**
   * 1 to 5.
   */
  stars: number;
  /**
   * At most 500 characters; it may be empty.
   */
  text: string;
}
/**
 * The answer of `GET /api/session/{code}/feedback`, for the host.
 */
export interface FeedbackAnswer {
  /**
   * Oldest first.
   */
  feedback: FeedbackLine[];
}
/**
 * What a guest told the host.
 */
export interface FeedbackLine {
  /**
   * Which, in order.
   */
  id: number;
  /**
   * The guest's name.
   */
  name: string;
  /**
   * 1 to 5.
   */
  stars: number;
  /**
   * What.
   */
  text: string;
  /**
   * When, RFC 3339 in UTC.
   */
  at: string;
}
/**
 * The arena's timings and rules. Every field may be left out.
 */
export interface Setup {
  /**
   * Green, yellow and red, in this order, each once.
   */
  levels?: LevelSetup[];
  /**
   * Seconds for which a level is announced, 1 to 60.
   */
  intro_seconds?: number;
  /**
   * Seconds for which the board stands between levels, 1 to 120.
   */
  board_seconds?: number;
  /**
   * Seconds for which an answer is shown, 1 to 60.
   */
  reveal_seconds?: number;
  /**
   * Points of the gift that falls between levels, 0 (no gift) to 5,000; twice as much for the last third after yellow.
   */
  gift_points?: number;
}
/**
 * One level as the host sets it.
 */
export interface LevelSetup {
  level: Level;
  mini_game: MiniGameKind;
  /**
   * Seconds of play: 5 to 600. For `choose` the seconds of one question, 5 to 120.
   */
  seconds: number;
  /**
   * Points for a perfect result: 100 to 10,000.
   */
  points: number;
}
/**
 * A result as the phone reports it. The server computes the points.
 */
export interface Progress {
  level: Level;
  /**
   * The phone's count: snowballs thrown, 0 for the others. Checked, never trusted.
   */
  score: number;
  /**
   * Milliseconds spent, as the phone measured them. Informative.
   */
  time: number;
  details: Details;
}
/**
 * What the host may choose; whatever is not named is the preset's.
 */
export interface CanvasSetup {
  preset?: Preset;
  /**
   * Columns, 8 to 4096.
   */
  width?: number | null;
  /**
   * Rows, 8 to 4096.
   */
  height?: number | null;
  /**
   * The colours, 2 to 256, the first being the empty board; not with teams.
   */
  palette?: Colour[] | null;
  /**
   * Between two placements of a player, 0 to 3,600,000 ms.
   */
  cooldown_ms?: number | null;
  /**
   * Placements of a player within 60 s, up to 6000; 0 means no such limit.
   */
  per_minute?: number | null;
  /**
   * How many may play at once, 1 to 10,000.
   */
  slots?: number | null;
  /**
   * How long it lasts, up to 1440 minutes; 0 means until the host ends it.
   */
  minutes?: number | null;
  /**
   * 0, or 2 to 6.
   */
  teams?: number | null;
}
/**
 * What a placement answers.
 */
export interface PlaceAnswer {
  /**
   * The board's version that it made.
   */
  version: number;
  next_at: PartyMs;
}
/**
 * The answer of `GET …/canvas/board`: all that a viewer without a socket needs to know.
 */
export interface BoardAnswer {
  board: CanvasBoard;
  /**
   * Its present version.
   */
  version: number;
}
/**
 * A placement.
 */
export interface CanvasPlace {
  /**
   * Column, from 0.
   */
  x: number;
  /**
   * Row, from 0.
   */
  y: number;
  /**
   * Index of the colour.
   */
  color: number;
  /**
   * The board that is meant.
   */
  epoch: number;
}
/**
 * Which placements a rollback takes back: those for which all holds that is named.
 */
export interface CanvasFilter {
  /**
   * By this player.
   */
  player_id?: SeatId | null;
  /**
   * In this area.
   */
  area?: CanvasArea | null;
  /**
   * From this party time on, ms.
   */
  from_ms?: PartyMs | null;
  /**
   * Until this party time, ms.
   */
  to_ms?: PartyMs | null;
}
/**
 * What of the rules may change while a session runs. Size, palette and teams are refused unless they are as they were.
 */
export interface CanvasPace {
  /**
   * Between two placements of a player, ms.
   */
  cooldown_ms?: number | null;
  /**
   * Placements of a player within 60 s.
   */
  per_minute?: number | null;
  /**
   * How many may play at once.
   */
  slots?: number | null;
  /**
   * Columns.
   */
  width?: number | null;
  /**
   * Rows.
   */
  height?: number | null;
  /**
   * Teams.
   */
  teams?: number | null;
  /**
   * Colours.
   */
  palette?: Colour[] | null;
}
/**
 * The answer of `GET …/canvas/cell`: who painted a cell last, and when. Nulls if no player did.
 */
export interface CanvasCell {
  /**
   * Column.
   */
  x: number;
  /**
   * Row.
   */
  y: number;
  /**
   * Index of the colour.
   */
  color: number;
  /**
   * Who.
   */
  player_id?: SeatId | null;
  /**
   * The name.
   */
  name?: string | null;
  /**
   * When, ms of party time, to a tenth of a second.
   */
  placed_at?: PartyMs | null;
}
/**
 * The answer of `GET …/canvas/stats`.
 */
export interface CanvasStats {
  /**
   * Who placed most comes first.
   */
  players: CanvasPlayerStats[];
  /**
   * Placements by players.
   */
  placements: number;
  /**
   * Cells that are not empty.
   */
  painted: number;
  /**
   * Cells that nobody ever painted.
   */
  untouched: number;
  /**
   * Who placed the first pixel.
   */
  first?: SeatId | null;
  /**
   * Who placed the last one.
   */
  last?: SeatId | null;
  from_ms: PartyMs;
  to_ms: PartyMs;
}
/**
 * One player's figures.
 */
export interface CanvasPlayerStats {
  player_id: SeatId;
  /**
   * The name.
   */
  name: string;
  /**
   * Pixels placed.
   */
  placed: number;
  /**
   * Pixels that nobody has painted over.
   */
  surviving: number;
}
/**
 * The body of `POST …/canvas/preview` and `POST …/canvas/rollback`.
 */
export interface CanvasRollback {
  by: CanvasFilter;
}
/**
 * The answer of `POST …/canvas/preview`: what a rollback would paint.
 */
export interface CanvasPreview {
  /**
   * How many cells.
   */
  cells: number;
  /**
   * Cell in the lower 24 bits, colour in the upper 8.
   */
  items: number[];
}
/**
 * What the host may choose.
 */
export interface QuestSetup {
  /**
   * The campaign.
   */
  campaign?: string;
  /**
   * The language that it is told in: `en` or `ru`.
   */
  language?: string;
  /**
   * What a ballot of the audience weighs, in hundredths of a hero's, up to 100.
   */
  audience_weight?: number;
  /**
   * A hero's turn in a fight, seconds, 10 to 120.
   */
  turn_seconds?: number;
  /**
   * A run of an earlier evening that is continued: then it says campaign and language itself.
   */
  run?: string | null;
}
/**
 * Who a guest wants to be.
 */
export interface QuestCharacter {
  /**
   * Such as `scout`.
   */
  archetype: string;
  /**
   * The hero's name; the archetype's if there is none.
   */
  display_name?: string | null;
}
/**
 * A choice.
 */
export interface QuestChoice {
  /**
   * The decision that is meant: `scene.update`'s.
   */
  decision_id: number;
  /**
   * The option, from 0.
   */
  option: number;
}
/**
 * A throw of the dice.
 */
export interface QuestSkillCheck {
  /**
   * The decision that is meant.
   */
  decision_id: number;
}
/**
 * Help for a throw.
 */
export interface QuestHelp {
  /**
   * The decision that is meant.
   */
  decision_id: number;
}
/**
 * An act in a fight.
 */
export interface QuestCombat {
  /**
   * Which turn is meant: `combat.update`'s.
   */
  turn: number;
  act: Act;
}
/**
 * An item, used.
 */
export interface QuestItem {
  /**
   * Which.
   */
  item: string;
  /**
   * On whom; on oneself if nobody is named.
   */
  target?: CharacterId | null;
}
/**
 * An item, given away.
 */
export interface QuestGive {
  /**
   * Which.
   */
  item: string;
  target: CharacterId;
}
/**
 * A hero changes hands.
 */
export interface QuestHandover {
  target: CharacterId;
  /**
   * To which guest; a player takes it over for himself.
   */
  player_id?: SeatId | null;
}
/**
 * What an action came to, and how its hero stands after it.
 */
export interface QuestResult {
  character_id: CharacterId;
  /**
   * Success, partial success, failure; nothing for what cannot fail.
   */
  outcome?: Degree | null;
  /**
   * The dice, if any were thrown.
   */
  throw?: Throw | null;
  /**
   * The hero's strength after it.
   */
  hp: number;
  /**
   * The hero's effects after it.
   */
  effects: string[];
  /**
   * What the party did that will matter.
   */
  flags: string[];
}
/**
 * `GET /api/library/quest`.
 */
export interface QuestLibrary {
  /**
   * What can be begun.
   */
  campaigns: QuestCampaignLine[];
  /**
   * What can be continued, the latest first.
   */
  runs: QuestRunLine[];
}
/**
 * A campaign, for whoever chooses.
 */
export interface QuestCampaignLine {
  /**
   * What it is called in settings.
   */
  campaign: string;
  /**
   * Its language.
   */
  language: string;
  /**
   * Its title.
   */
  title: string;
  /**
   * What it is about.
   */
  about: string;
  /**
   * How long it takes.
   */
  minutes: number;
  /**
   * For how many players.
   *
   * @minItems 2
   * @maxItems 2
   */
  players: [unknown, unknown];
  /**
   * It comes with the product.
   */
  own: boolean;
}
/**
 * A run that can be continued, for whoever chooses.
 */
export interface QuestRunLine {
  /**
   * Which.
   */
  run: string;
  /**
   * Its campaign.
   */
  campaign: string;
  /**
   * The campaign's title.
   */
  title: string;
  /**
   * Its language.
   */
  language: string;
  /**
   * Where the party is: the scene's title.
   */
  scene: string;
  /**
   * The heroes' names.
   */
  heroes: string[];
  /**
   * The story has been told to its end.
   */
  ended: boolean;
  /**
   * When the evening began on which it was played last, RFC 3339.
   */
  saved_at?: string;
}
