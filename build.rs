//! Builds the pages into `ui/dist` when their sources have changed, so that `cargo run` works from a clean clone that has Node.
//! What was built is remembered by a hash in `ui/dist/.built`. With `SNOWPARTY_PAGES_AS_THEY_ARE` set, whatever stands in `ui/dist`
//! is taken: for packagers who build the pages themselves. Besides, the build is named by a hash of its sources.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::{Command, exit};
use std::time::SystemTime;

/// Folders in `ui/` that the build itself fills: the cut fonts are made from a package by a script.
const MADE: [&str; 3] = ["node_modules", "dist", "fonts"];

fn main() {
    name_the_build();
    println!("cargo:rerun-if-env-changed=SNOWPARTY_PAGES_AS_THEY_ARE");
    if std::env::var_os("SNOWPARTY_PAGES_AS_THEY_ARE").is_some() {
        return;
    }
    let ui = Path::new("ui");
    let files = sources(ui);
    // Files, not folders: Cargo would look into those that the build fills, and find them changed after every build.
    for file in &files {
        println!("cargo:rerun-if-changed={}", file.display());
    }
    println!("cargo:rerun-if-changed=ui/dist/.built");
    let hash = hash(&files);
    let mark = ui.join("dist/.built");
    if fs::read_to_string(&mark).is_ok_and(|built| built == hash) {
        return;
    }
    npm(
        ui,
        &["ci", "--no-audit", "--no-fund"],
        ui.join("node_modules/.package-lock.json").exists() && lock_unchanged(ui),
    );
    npm(ui, &["run", "build"], false);
    if let Err(error) = remember(&mark, &hash) {
        fail(&format!("ui/dist/.built cannot be written: {error}"));
    }
}

/// What a build keeps of a journal's folding is worth nothing to another one, see `src/store/folded.rs`: each is named by its sources.
fn name_the_build() {
    let mut files = sources(Path::new("src"));
    files.extend(["Cargo.lock", "build.rs"].map(PathBuf::from));
    for file in &files {
        println!("cargo:rerun-if-changed={}", file.display());
    }
    let defects = std::env::var_os("CARGO_FEATURE_DEFECTS").map_or("", |_| "-defects");
    println!("cargo:rustc-env=SNOWPARTY_BUILD={}{defects}", hash(&files));
}

/// Dated back, because Cargo runs this script again for a watched file that is younger than the script's last start.
fn remember(mark: &Path, hash: &str) -> std::io::Result<()> {
    fs::write(mark, hash)?;
    fs::File::options()
        .write(true)
        .open(mark)?
        .set_modified(SystemTime::UNIX_EPOCH)
}

/// npm writes the lock it installed into `node_modules`; a newer lock beside the sources means that it has to install again.
fn lock_unchanged(ui: &Path) -> bool {
    let age = |path: PathBuf| fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
    age(ui.join("node_modules/.package-lock.json")) >= age(ui.join("package-lock.json"))
}

fn npm(ui: &Path, arguments: &[&str], skip: bool) {
    if skip {
        return;
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    match Command::new(npm).args(arguments).current_dir(ui).output() {
        Ok(output) if output.status.success() => {}
        Ok(output) => {
            let said = [output.stdout, output.stderr].concat();
            fail(&format!(
                "npm {} failed:\n{}",
                arguments.join(" "),
                String::from_utf8_lossy(&said)
            ));
        }
        Err(error) => fail(&format!(
            "the pages need Node.js and npm ({error}). packaging/run.sh installs them; on Debian and Ubuntu: apt-get install nodejs npm"
        )),
    }
}

fn fail(reason: &str) -> ! {
    for line in reason.lines() {
        println!("cargo:warning={line}");
    }
    exit(1)
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else {
        return files;
    };
    for path in entries.filter_map(|entry| entry.ok().map(|entry| entry.path())) {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        match path.is_dir() {
            true if MADE.contains(&name) => {}
            true => files.extend(sources(&path)),
            false => files.push(path),
        }
    }
    files.sort();
    files
}

fn hash(files: &[PathBuf]) -> String {
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.hash(&mut hasher);
        fs::read(file).unwrap_or_default().hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}
