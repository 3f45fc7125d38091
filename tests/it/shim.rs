//! What may be preloaded into a process under test: a disk that loses at a power cut whatever was not synced
//! (`tests/shim/fsynced.c`, whose rules stand at its head), one that is slow, full or broken (`tests/shim/disk.c`), and a wall clock that
//! has jumped (`tests/shim/wall.c`).
//! The tests here are of the disk itself, with SQLite and plain files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

/// Where a process keeps its files, and what a power cut would leave of them.
pub struct ForgetfulDisk {
    live: PathBuf,
    durable: PathBuf,
}

impl ForgetfulDisk {
    /// Watches `live`, which must exist. `durable` must be an empty or missing folder, outside of `live` and on the same file system.
    pub fn new(live: &Path, durable: &Path) -> Self {
        Self {
            live: live.to_owned(),
            durable: durable.to_owned(),
        }
    }

    /// Makes a command keep its files on this disk. One process at a time, from its start to its end.
    pub fn put_under(&self, command: &mut Command) {
        command.env("LD_PRELOAD", library("fsynced"));
        command
            .env("SNOWPARTY_SHIM_DIR", &self.live)
            .env("SNOWPARTY_SHIM_DURABLE_DIR", &self.durable);
    }

    /// The folder as a power cut at this moment would leave it. The process must have been killed before.
    pub fn after_power_cut(&self) -> PathBuf {
        self.durable.join("files")
    }
}

/// A disk that is slow, and full or broken while a test says so (`tests/shim/disk.c`).
pub struct MoodyDisk {
    folder: PathBuf,
    moods: PathBuf,
    sync_ms: u32,
}

impl MoodyDisk {
    /// Stands before `folder`; `moods` is an empty folder beside it.
    pub fn new(folder: &Path, moods: &Path, sync_ms: u32) -> Self {
        std::fs::create_dir_all(moods).unwrap();
        Self {
            folder: folder.to_owned(),
            moods: moods.to_owned(),
            sync_ms,
        }
    }

    pub fn put_under(&self, command: &mut Command) {
        command
            .env("LD_PRELOAD", library("disk"))
            .env("SNOWPARTY_SHIM_DISK_DIR", &self.folder)
            .env("SNOWPARTY_SHIM_MOOD_DIR", &self.moods)
            .env("SNOWPARTY_SHIM_SYNC_MS", self.sync_ms.to_string());
    }

    /// From now on it is `full` or `broken`.
    pub fn turn(&self, mood: &str) {
        std::fs::write(self.moods.join(mood), "").unwrap();
    }

    /// It is no longer.
    pub fn recover(&self, mood: &str) {
        std::fs::remove_file(self.moods.join(mood)).unwrap();
    }

    /// How often a write-ahead log was synced, which is once a commit and once or twice a checkpoint.
    pub fn syncs(&self) -> u64 {
        std::fs::metadata(self.moods.join("syncs")).map_or(0, |file| file.len())
    }
}

/// Starts a command on another day: its time of day is moved by so many seconds.
pub fn jump_the_wall_clock(command: &mut Command, seconds: i64) {
    command
        .env("LD_PRELOAD", library("wall"))
        .env("SNOWPARTY_SHIM_WALL_SECONDS", seconds.to_string());
}

/// A compiled shim, made once for each test process under a name of its own, because several may start at once.
fn library(name: &str) -> PathBuf {
    static MADE: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let mut made = MADE.lock().unwrap();
    let library = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.so"));
    if made.contains(name) {
        return library;
    }
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/shim/{name}.c"));
    let fresh = library.with_extension(std::process::id().to_string());
    let flags = ["-std=gnu11", "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC"];
    let compiled = Command::new("cc")
        .args(flags)
        .arg("-o")
        .arg(&fresh)
        .arg(source)
        .args(["-ldl", "-pthread"])
        .status();
    assert!(compiled.expect("a C compiler").success(), "the shim does not compile");
    std::fs::rename(&fresh, &library).unwrap();
    made.insert(name.to_owned());
    library
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use rusqlite::Connection;
    use std::fs::{self, File};
    use std::io::{BufRead, BufReader, Write};
    use std::process::{Child, Stdio};

    const ROWS: i64 = 300;

    /// What the process under test does: this very test binary, started again with the name of a task.
    fn task(name: &str, disk: &ForgetfulDisk, setting: &str) -> Child {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args([
            "--exact",
            "--ignored",
            "--nocapture",
            "shim::tests::the_process_under_test",
        ]);
        command
            .env("TASK", name)
            .env("FOLDER", &disk.live)
            .env("SETTING", setting)
            .stdout(Stdio::piped());
        disk.put_under(&mut command);
        command.spawn().unwrap()
    }

    /// Lets it say `lines` lines, pulls the plug in the middle of what it does next, and counts all that it has said.
    fn pull_the_plug_after(lines: i64, mut child: Child) -> i64 {
        let said = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let mut told = said.filter(|line| line.starts_with("done"));
        let before = told.by_ref().take(lines as usize).count();
        child.kill().unwrap();
        child.wait().unwrap();
        (before + told.count()) as i64
    }

    fn disk(folder: &tempfile::TempDir) -> ForgetfulDisk {
        let live = folder.path().join("live");
        fs::create_dir_all(&live).unwrap();
        ForgetfulDisk::new(&live, &folder.path().join("durable"))
    }

    fn rows(folder: &Path) -> rusqlite::Result<i64> {
        let db = Connection::open(folder.join("party.db"))?;
        db.query_row("select count(*) from t", [], |row| row.get(0))
    }

    #[test]
    fn committed_rows_survive_a_power_cut_when_they_are_synced() {
        let folder = tempfile::tempdir().unwrap();
        let disk = disk(&folder);
        let told = pull_the_plug_after(ROWS, task("insert", &disk, "full"));
        let kept = rows(&disk.after_power_cut()).unwrap();
        assert!((told..=told + 1).contains(&kept), "{told} were told, {kept} were kept");
    }

    #[test]
    fn committed_rows_are_lost_when_they_are_not_synced() {
        for setting in ["off", "normal"] {
            let folder = tempfile::tempdir().unwrap();
            let disk = disk(&folder);
            let told = pull_the_plug_after(ROWS, task("insert", &disk, setting));
            assert!(rows(&disk.live).unwrap() >= told, "the process itself has seen them");
            assert!(
                rows(&disk.after_power_cut()).is_err(),
                "{setting}: nothing was ever synced, so there is no table"
            );
        }
    }

    #[test]
    fn a_second_evening_begins_where_the_power_cut_left_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let first = disk(&folder);
        pull_the_plug_after(ROWS, task("insert", &first, "full"));
        let kept = rows(&first.after_power_cut()).unwrap();
        let second = ForgetfulDisk::new(&first.after_power_cut(), &folder.path().join("second"));
        let told = pull_the_plug_after(ROWS, task("insert", &second, "full"));
        assert!((kept + told..=kept + told + 1).contains(&rows(&second.after_power_cut()).unwrap()));
    }

    #[test]
    fn a_checkpoint_and_a_reused_journal_are_no_loss() {
        let folder = tempfile::tempdir().unwrap();
        let disk = disk(&folder);
        let told = pull_the_plug_after(ROWS, task("insert and checkpoint", &disk, "full"));
        let kept = rows(&disk.after_power_cut()).unwrap();
        assert!((told..=told + 1).contains(&kept), "{told} were told, {kept} were kept");
    }

    #[test]
    fn names_need_a_sync_of_their_folder_and_bytes_one_of_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let disk = disk(&folder);
        fs::write(disk.live.join("old"), "old").unwrap();
        pull_the_plug_after(1, task("files", &disk, ""));
        let left = disk.after_power_cut();
        let read = |name: &str| fs::read_to_string(left.join(name)).ok();
        assert_eq!(
            read("old").as_deref(),
            Some("old"),
            "removed, but the folder was not synced after it"
        );
        assert_eq!(
            read("named").as_deref(),
            Some("synced"),
            "what was written after its sync is lost"
        );
        assert_eq!(
            read("empty").as_deref(),
            Some(""),
            "its name was synced, its bytes were not"
        );
        assert_eq!(read("nameless"), None, "its bytes were synced, its name was not");
        assert_eq!(read("short").as_deref(), Some("12--"), "cut, written again, and synced");
        assert_eq!(
            read("deep/inside").as_deref(),
            Some("synced"),
            "folders themselves are never lost"
        );
    }

    #[test]
    #[ignore = "the process under test, started by the other tests"]
    fn the_process_under_test() {
        let Some(folder) = std::env::var_os("FOLDER").map(PathBuf::from) else {
            return;
        };
        match std::env::var("TASK").unwrap().as_str() {
            "insert" => insert(&folder, false),
            "insert and checkpoint" => insert(&folder, true),
            _ => play_with_files(&folder),
        }
    }

    fn insert(folder: &Path, checkpoint: bool) {
        let db = Connection::open(folder.join("party.db")).unwrap();
        db.pragma_update(None, "journal_mode", "wal").unwrap();
        db.pragma_update(None, "synchronous", std::env::var("SETTING").unwrap())
            .unwrap();
        db.pragma_update(None, "wal_autocheckpoint", if checkpoint { 20 } else { 0 })
            .unwrap();
        db.execute_batch("create table if not exists t (n integer primary key, text text)")
            .unwrap();
        loop {
            db.execute("insert into t (text) values (hex(randomblob(400)))", [])
                .unwrap();
            println!("done");
        }
    }

    fn play_with_files(folder: &Path) {
        let file = |name: &str, text: &str| {
            let mut file = File::create(folder.join(name)).unwrap();
            file.write_all(text.as_bytes()).unwrap();
            file
        };
        let mut named = file("being named", "synced");
        named.sync_all().unwrap();
        fs::rename(folder.join("being named"), folder.join("named")).unwrap();
        file("empty", "bytes");
        fs::create_dir(folder.join("deep")).unwrap();
        file("deep/inside", "synced").sync_data().unwrap();
        File::open(folder.join("deep")).unwrap().sync_all().unwrap();
        let short = file("short", "123456");
        short.sync_all().unwrap();
        File::open(folder).unwrap().sync_all().unwrap();

        named.write_all(b" and more").unwrap();
        short.set_len(2).unwrap();
        fs::OpenOptions::new()
            .append(true)
            .open(folder.join("short"))
            .unwrap()
            .write_all(b"--")
            .unwrap();
        short.sync_data().unwrap();
        file("nameless", "synced").sync_all().unwrap();
        fs::remove_file(folder.join("old")).unwrap();
        println!("done");
        std::thread::park();
    }
}
