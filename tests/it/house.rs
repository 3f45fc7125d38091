//! A house for one test: a party on a port of its own, its data in a folder of its own. It can be closed and opened again.

use crate::wire::{Answer, PATIENCE, Socket, request};
use serde_json::{Value, json};
use snowparty::hub::Hub;
use snowparty::party::{Place, Setting};
use snowparty::protocol::{AudioOutput, Lang};
use snowparty::store::{Store, Synchronous};
use snowparty::web::{self, Bounds, Media, PinDoor};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

pub const PIN: &str = "246810";
/// Connections that a house allows, unless a test is about them.
const PLACES: usize = 4_000;

/// Levels as short as the rules allow, for tests that play them whole.
pub fn short() -> Value {
    json!({
        "levels": [
            { "level": "green", "mini_game": "tap", "seconds": 5, "points": 1000 },
            { "level": "yellow", "mini_game": "choose", "seconds": 5, "points": 1200 },
            { "level": "red", "mini_game": "puzzle", "seconds": 5, "points": 2000 },
        ],
        "intro_seconds": 1, "board_seconds": 1, "reveal_seconds": 1,
    })
}

/// The same mini-game in all three levels, each long enough for a test to act in.
pub fn only(mini_game: &str) -> Value {
    let level = |level: &str| json!({ "level": level, "mini_game": mini_game, "seconds": 60, "points": 1200 });
    json!({
        "levels": [level("green"), level("yellow"), level("red")],
        "intro_seconds": 1, "board_seconds": 60, "reveal_seconds": 30,
    })
}

pub struct House {
    pub address: String,
    pub code: String,
    pub folder: Arc<TempDir>,
    pub setting: Arc<Setting>,
    hub: Arc<Hub>,
    shutdown: CancellationToken,
}

impl House {
    /// A new house.
    pub async fn open() -> Self {
        Self::with(|_| {}).await
    }

    /// A new house with settings of the test's choice.
    pub async fn with(adjust: impl FnOnce(&mut Setting)) -> Self {
        Self::over(Arc::new(tempfile::tempdir().unwrap()), adjust).await
    }

    /// A new house with so many places for connections, that waits for others only so long.
    pub async fn bounded(places: usize, bounds: Bounds) -> Self {
        Self::built(Arc::new(tempfile::tempdir().unwrap()), |_| {}, places, bounds).await
    }

    /// A house over a folder that is there already.
    pub async fn over(folder: Arc<TempDir>, adjust: impl FnOnce(&mut Setting)) -> Self {
        Self::built(folder, adjust, PLACES, Bounds::default()).await
    }

    async fn built(folder: Arc<TempDir>, adjust: impl FnOnce(&mut Setting), places: usize, bounds: Bounds) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let place = Place {
            address: address.clone(),
            others: Vec::new(),
        };
        let mut setting = Setting::new(Some("Test".into()), Some(Lang::En), AudioOutput::Off, place);
        setting.countdown = Duration::ZERO;
        adjust(&mut setting);
        let store = reopened(folder.path()).await;
        let setting = Arc::new(setting);
        let hub = Hub::open(store, Arc::clone(&setting)).await.unwrap();
        let media = Media {
            sound: snowparty::appliance::sound::file,
            qr: |text| text.to_owned(),
        };
        let names = vec!["snowparty.local".into()];
        let mut house = web::House::new(Arc::clone(&hub), PinDoor::new(PIN.into()), names, media);
        house.bounds = bounds;
        let shutdown = CancellationToken::new();
        tokio::spawn(web::listen(listener, Arc::new(house), places, shutdown.clone()));
        let code = hub.current().code().to_string();
        Self {
            address,
            code,
            folder,
            setting,
            hub,
            shutdown,
        }
    }

    /// Stops politely and opens again over the same folder.
    pub async fn restart(self) -> Self {
        self.restart_with(|_| {}).await
    }

    /// The same, with other settings.
    pub async fn restart_with(self, adjust: impl FnOnce(&mut Setting)) -> Self {
        let folder = Arc::clone(&self.folder);
        self.hub.restart().await;
        drop(self);
        Self::over(folder, adjust).await
    }

    /// Stops politely; the folder is nobody's afterwards.
    pub async fn shut(self) -> Arc<TempDir> {
        let folder = Arc::clone(&self.folder);
        self.hub.restart().await;
        drop(self);
        freed(folder.path()).await;
        folder
    }

    /// The party's actor is gone, as if it had failed.
    pub fn lose_the_party(&self) {
        self.hub.lose(self.hub.current().code());
    }

    /// What the house says of its party once that is another one.
    pub async fn next_party(&self) -> Value {
        let next = async {
            loop {
                let answer = self.get("/api/party").await;
                if answer.body["party"]["code"] != json!(self.code) && answer.status == 200 {
                    return answer.body;
                }
            }
        };
        timeout(PATIENCE, next).await.expect("the next party")
    }

    pub async fn get(&self, path: &str) -> Answer {
        request(&self.address, "GET", path, &[], "").await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        request(&self.address, "POST", path, &[], &body.to_string()).await
    }

    pub async fn post_as(&self, token: &str, path: &str, body: &Value) -> Answer {
        let bearer = format!("Bearer {token}");
        request(
            &self.address,
            "POST",
            path,
            &[("authorization", &bearer)],
            &body.to_string(),
        )
        .await
    }

    /// Asks for a seat.
    pub async fn try_join(&self, body: &Value) -> Answer {
        self.post(&format!("/api/session/{}/join", self.code), body).await
    }

    /// Takes a seat and opens its socket.
    pub async fn join(&self, name: &str) -> Phone {
        let answer = self.try_join(&json!({ "name": name })).await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        let text = |field: &str| answer.body[field].as_str().unwrap().to_owned();
        let (token, device) = (text("token"), text("device_uuid"));
        let seat = answer.body["player_id"].as_u64().unwrap();
        let socket = self.socket(&format!("token={token}")).await;
        Phone {
            socket,
            seat,
            token,
            device,
        }
    }

    pub async fn socket(&self, credential: &str) -> Socket {
        Socket::connect(&self.address, &self.code, credential).await
    }

    pub async fn tv(&self) -> Socket {
        self.socket("role=tv").await
    }

    /// The host's token, for the PIN.
    pub async fn host_token(&self) -> String {
        let answer = self.post("/api/host", &json!({ "pin": PIN })).await;
        answer.body["token"].as_str().unwrap().to_owned()
    }

    /// The host's page.
    pub async fn host(&self) -> Socket {
        let token = self.host_token().await;
        self.socket(&format!("token={token}")).await
    }

    /// Opens a session with these settings and starts it.
    pub async fn start(&self, settings: Value) {
        self.start_game("arena", settings).await;
    }

    /// The same with another game.
    pub async fn start_game(&self, game: &str, settings: Value) {
        let token = self.host_token().await;
        let wish = json!({ "game": game, "settings": settings });
        let opened = self.post_as(&token, "/api/session", &wish).await;
        assert_eq!(opened.status, 201, "{}", opened.body);
        let started = self
            .post_as(&token, &format!("/api/session/{}/start", self.code), &json!({}))
            .await;
        assert_eq!(started.status, 200, "{}", started.body);
    }

    pub async fn state(&self) -> Value {
        self.get(&format!("/api/session/{}/state", self.code)).await.body
    }
}

impl Drop for House {
    fn drop(&mut self) {
        self.shutdown.cancel();
    }
}

/// Waits until no house has the folder. It is not opened for that: a store's own lock goes only with its thread.
async fn freed(folder: &Path) {
    let lock = std::fs::File::open(folder.join("lock")).unwrap();
    let mut waited = Duration::ZERO;
    while lock.try_lock().is_err() {
        assert!(waited < crate::wire::PATIENCE, "the folder is still in use");
        tokio::time::sleep(Duration::from_millis(20)).await;
        waited += Duration::from_millis(20);
    }
}

/// The lock goes with the last task of the house before; that may be a moment after it was told to stop.
pub async fn reopened(folder: &Path) -> Store {
    let mut waited = Duration::ZERO;
    loop {
        match Store::open(folder, Synchronous::Full) {
            Ok(store) => return store,
            Err(error) => assert!(waited < crate::wire::PATIENCE, "{error}"),
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
        waited += Duration::from_millis(20);
    }
}

/// A guest's phone.
pub struct Phone {
    pub socket: Socket,
    pub seat: u64,
    pub token: String,
    pub device: String,
}

impl Phone {
    /// The phone loses its socket and opens another.
    pub async fn reconnect(&mut self, house: &House) {
        self.socket = house.socket(&format!("token={}", self.token)).await;
    }

    /// Answers the open question.
    pub async fn choose(&mut self, level: &str, question: u64, choice: u64) -> Result<Value, String> {
        let details = json!({ "question": question, "choice": choice });
        self.socket
            .act(
                "progress",
                json!({ "level": level, "score": 0, "time": 1000, "details": details }),
            )
            .await
    }
}
