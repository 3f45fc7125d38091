//! The fair clock as it is felt from outside: who sits far away is credited half of the round trip, at most the cap, and who lies about
//! the round trip gains no more than that. What a move was credited is read from its points, between two looks at the party's clock.

use crate::house::House;
use crate::way::Way;
use crate::wire::Socket;
use serde_json::{Value, json};
use std::time::Duration;

/// The most that is credited, as the README states it.
const CAP: i64 = 250;
/// A question is open for so long, and worth the sixth of the level's points: the points tell its time to some 12 ms.
const OPEN: i64 = 10_000;
const WORTH: i64 = 10_000 / 6;
/// Under half a second everything is paid in full, and nothing can be told.
const LATE_ENOUGH: i64 = 500 + CAP + 100;

const QUESTIONS: &str = include_str!("../../src/game/arena/choose/questions.json");

fn six_questions() -> Value {
    let level =
        |level: &str| json!({ "level": level, "mini_game": "choose", "seconds": OPEN / 1_000, "points": 10_000 });
    json!({ "levels": [level("green"), level("yellow"), level("red")], "intro_seconds": 1, "reveal_seconds": 30 })
}

/// The points of a right answer after so many milliseconds: Kahoot's formula, rounded.
fn points(elapsed: i64) -> i64 {
    let left = 2 * OPEN - elapsed.clamp(0, OPEN);
    (2 * WORTH * left + 2 * OPEN) / (4 * OPEN)
}

/// The right choice of a question, from the list that the players do not have.
fn right_choice(question: &Value) -> usize {
    let all: Vec<Value> = serde_json::from_str(QUESTIONS).unwrap();
    let written = all.iter().find(|one| one["text"] == question["text"]).unwrap();
    let shown = question["choices"].as_array().unwrap();
    shown
        .iter()
        .position(|choice| *choice == written["choices"][0])
        .unwrap()
}

/// A TV, with the question that is open.
struct Stage {
    tv: Socket,
    opened: i64,
    right: usize,
}

/// Milliseconds since the question opened: before an answer was sent, and after it was shown.
struct Between {
    before: i64,
    after: i64,
}

impl Stage {
    async fn open(house: &House) -> Self {
        let mut tv = house.tv().await;
        let question = tv.until_topic("arena.question", |_| true).await;
        let mut stage = Self {
            tv,
            opened: question["opened"].as_i64().unwrap(),
            right: right_choice(&question),
        };
        while stage.passed().await < LATE_ENOUGH {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        stage
    }

    /// Since the question opened, by the party's clock.
    async fn passed(&mut self) -> i64 {
        let sent = f64::from(rand::random::<u32>());
        self.tv.say("ping", json!({ "sent": sent })).await;
        let pong = self.tv.until("pong", |pong| pong["sent"] == sent).await;
        pong["clock"]["now"].as_i64().unwrap() - self.opened
    }

    /// Gives the right answer, and waits until it is shown.
    async fn answer(&mut self, phone: &mut Socket, seat: u64) -> Between {
        let before = self.passed().await;
        let details = json!({ "question": 0, "choice": self.right });
        let progress = json!({ "level": "green", "score": 0, "time": 0, "details": details });
        phone.ask("progress", progress).await;
        let answered = |update: &Value| update["player"]["id"] == seat && update["player"]["progress"] != 0.0;
        self.tv.until("player.update", answered).await;
        let after = self.passed().await;
        Between { before, after }
    }

    async fn points_of(&mut self, seat: u64) -> i64 {
        self.tv.until_topic("arena.reveal", |_| true).await;
        self.tv.catch_up().await;
        self.tv.players[&seat]["score"].as_i64().unwrap()
    }
}

impl Between {
    /// The answer was under way for at least `way`, and is credited `credit` or more, and never more than the cap.
    fn proves(&self, told: i64, way: i64, credit: i64) {
        let (best, least) = (points(self.before + way - CAP), points(self.after - credit));
        assert!(
            told <= best,
            "{told} points are more than the {best} that the cap allows"
        );
        assert!(told >= least, "{told} points are less than the {least} that are fair");
    }
}

/// A phone that has taken a seat, and whose page is opened over another way.
async fn far(house: &House, way: &Way, name: &str) -> (Socket, u64) {
    let joined = house.try_join(&json!({ "name": name })).await.body;
    let credential = format!("token={}", joined["token"].as_str().unwrap());
    let socket = Socket::connect(&way.address, &house.code, &credential).await;
    (socket, joined["player_id"].as_u64().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn who_sits_far_away_is_credited_half_the_round_trip_and_at_most_the_cap() {
    let house = House::open().await;
    let way = Way::long(&house.address, Duration::from_millis(200)).await;
    let longer = Way::long(&house.address, Duration::from_millis(600)).await;
    let (mut anna, anna_seat) = far(&house, &way, "Anna").await;
    let (mut bo, bo_seat) = far(&house, &longer, "Bo").await;
    house.start(six_questions()).await;
    // Whoever reads answers the pings on the way.
    anna.until_topic("arena.question", |_| true).await;
    bo.until_topic("arena.question", |_| true).await;
    let mut stage = Stage::open(&house).await;
    let annas = stage.answer(&mut anna, anna_seat).await;
    let bos = stage.answer(&mut bo, bo_seat).await;
    annas.proves(stage.points_of(anna_seat).await, 200, 200);
    bos.proves(stage.points_of(bo_seat).await, 600, CAP);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_lies_about_the_round_trip_gains_the_cap_and_no_more() {
    let house = House::open().await;
    let joined = house.try_join(&json!({ "name": "Liar" })).await.body;
    let (token, seat) = (joined["token"].as_str().unwrap(), joined["player_id"].as_u64().unwrap());
    // A page that does not read answers no ping, until it says what it likes.
    let mut liar = Socket::knock(&house.address, &house.code, &format!("token={token}")).await;
    house.start(six_questions()).await;
    let mut stage = Stage::open(&house).await;
    // "Your first ping, from when I came, arrives only now": whole seconds.
    liar.pong(&0u128.to_be_bytes()).await;
    let lied = stage.answer(&mut liar, seat).await;
    lied.proves(stage.points_of(seat).await, 0, CAP);
}
