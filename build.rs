//! Builds the pages into `ui/dist` when their sources have changed, so that `cargo run` works from a clean clone that has Node.
//! What was built is remembered by a hash in `ui/dist/.built`. With `SNOWPARTY_PAGES_AS_THEY_ARE` set, whatever stands in `ui/dist`
//! is taken: for packagers who build the pages themselves.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::{Command, exit};

/// Everything in `ui/` that the pages are made from.
const SOURCES: [&str; 4] = ["src", "scripts", "public", "."];
const LEFT_OUT: [&str; 2] = ["node_modules", "dist"];

fn main() {
    println!("cargo:rerun-if-env-changed=SNOWPARTY_PAGES_AS_THEY_ARE");
    if std::env::var_os("SNOWPARTY_PAGES_AS_THEY_ARE").is_some() {
        return;
    }
    let ui = Path::new("ui");
    let files = sources(ui);
    for watched in SOURCES
        .iter()
        .map(|source| ui.join(source))
        .filter(|path| path.is_dir() && *path != ui.join("."))
    {
        println!("cargo:rerun-if-changed={}", watched.display());
    }
    for file in files.iter().filter(|file| file.parent() == Some(ui)) {
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
    if let Err(error) = fs::write(&mark, hash) {
        fail(&format!("ui/dist/.built cannot be written: {error}"));
    }
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
            true if LEFT_OUT.contains(&name) => {}
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
