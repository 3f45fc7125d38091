//! The machine and the versions, so that the figures can be quoted with them.

use serde::Serialize;
use std::fs;
use std::process::Command;

#[derive(Debug, Serialize)]
pub struct Machine {
    pub processor: String,
    pub cores: usize,
    pub kernel: String,
    pub memory: String,
    pub node: String,
    pub python: String,
    /// Of the last minute, before anything was started here.
    pub load: String,
}

impl Machine {
    pub fn here() -> Self {
        let lscpu = said("lscpu", &[]);
        Self {
            processor: field(&lscpu, "Model name:"),
            cores: std::thread::available_parallelism().map_or(0, usize::from),
            kernel: said("uname", &["-sr"]),
            memory: field(&fs::read_to_string("/proc/meminfo").unwrap_or_default(), "MemTotal:"),
            node: said("node", &["--version"]),
            python: said("python3", &["--version"]),
            load: fs::read_to_string("/proc/loadavg")
                .unwrap_or_default()
                .split(' ')
                .next()
                .unwrap_or_default()
                .to_owned(),
        }
    }

    pub fn line(&self) -> String {
        format!(
            "{}, {} cores, {}, {}; Node {}, {}; load of the last minute before it {}",
            self.processor, self.cores, self.memory, self.kernel, self.node, self.python, self.load
        )
    }
}

/// What a program says, in one piece; empty if it is not there.
fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    output.map_or_else(
        |_| String::new(),
        |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
    )
}

fn field(text: &str, name: &str) -> String {
    let rest = text.lines().find_map(|line| line.trim_start().strip_prefix(name));
    rest.unwrap_or_default().trim().to_owned()
}
