//! What a process and the kernel say of themselves, read from `/proc`: processor time, resident memory, what sockets take. Linux only;
//! elsewhere every reading is an error, and a report goes without.

use anyhow::{Context, Result};
use std::collections::HashMap;
use std::fs;
use std::time::Duration;

/// Bytes of a page, as `sockstat` counts them.
const PAGE: u64 = 4_096;

/// A process that is watched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gauge {
    /// Its number.
    pub pid: u32,
}

/// The processor time of each thread of a process, at a moment.
pub struct Cpu(HashMap<u32, u64>);

/// What the kernel holds on this machine, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kernel {
    /// `Slab` of `/proc/meminfo`: the kernel's own objects, sockets and descriptors among them.
    pub slab: u64,
    /// `mem` of TCP in `/proc/net/sockstat`: what waits in the sockets' buffers.
    pub buffers: u64,
}

impl Cpu {
    /// The time taken since an earlier moment. A thread that has ended meanwhile is not counted.
    pub fn since(&self, earlier: &Self) -> Duration {
        let taken = |(thread, now): (&u32, &u64)| now.saturating_sub(earlier.0.get(thread).copied().unwrap_or(0));
        Duration::from_nanos(self.0.iter().map(taken).sum())
    }
}

impl Kernel {
    /// Both together.
    pub fn bytes(self) -> u64 {
        self.slab + self.buffers
    }

    /// As it is now.
    pub fn now() -> Result<Self> {
        let memory = fs::read_to_string("/proc/meminfo").context("this system tells nothing of its memory")?;
        let sockets = fs::read_to_string("/proc/net/sockstat")?;
        Ok(Self {
            slab: kilobytes(&memory, "Slab:").context("no Slab in /proc/meminfo")?,
            buffers: tcp_pages(&sockets).context("no TCP in /proc/net/sockstat")? * PAGE,
        })
    }
}

impl Gauge {
    /// The process that listens on this port of this machine, if it may be seen.
    pub fn listening_at(port: u16) -> Option<Self> {
        let tables = ["/proc/net/tcp", "/proc/net/tcp6"];
        let inode = tables
            .iter()
            .find_map(|table| listener(&fs::read_to_string(table).ok()?, port))?;
        let holds = |pid: &u32| holds(*pid, &format!("socket:[{inode}]"));
        numbers("/proc").into_iter().find(holds).map(|pid| Self { pid })
    }

    /// The processor time that each thread has taken, in nanoseconds: the scheduler's own count, of which `utime + stime` of
    /// `/proc/PID/stat` is the sum in ticks of 10 ms.
    pub fn cpu(self) -> Result<Cpu> {
        let threads = format!("/proc/{}/task", self.pid);
        let taken = |thread: u32| {
            let told = fs::read_to_string(format!("{threads}/{thread}/schedstat")).ok()?;
            Some((thread, told.split(' ').next()?.parse().ok()?))
        };
        let all: HashMap<u32, u64> = numbers(&threads).into_iter().filter_map(taken).collect();
        anyhow::ensure!(!all.is_empty(), "process {} tells no processor time", self.pid);
        Ok(Cpu(all))
    }

    /// `VmRSS`, in bytes.
    pub fn resident(self) -> Result<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.pid))
            .with_context(|| format!("process {} cannot be seen", self.pid))?;
        kilobytes(&status, "VmRSS:").context("no VmRSS in its status")
    }
}

/// A line such as `VmRSS:   1234 kB`, in bytes.
fn kilobytes(text: &str, name: &str) -> Option<u64> {
    let rest = text.lines().find_map(|line| line.strip_prefix(name))?;
    rest.split_whitespace().next()?.parse::<u64>().ok().map(|kb| kb * 1_024)
}

/// `TCP: inuse 5 orphan 0 tw 0 alloc 7 mem 3`
fn tcp_pages(sockets: &str) -> Option<u64> {
    let line = sockets.lines().find_map(|line| line.strip_prefix("TCP:"))?;
    let mut words = line.split_whitespace().skip_while(|word| *word != "mem");
    words.nth(1)?.parse().ok()
}

/// The inode of the socket that listens on a port, from a table such as `/proc/net/tcp`.
fn listener(table: &str, port: u16) -> Option<u64> {
    let end = format!(":{port:04X}");
    let lines = table.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    let mut listening = lines.filter(|words| words.len() > 9 && words[1].ends_with(&end) && words[3] == "0A");
    listening.next()?[9].parse().ok()
}

fn holds(pid: u32, socket: &str) -> bool {
    let Ok(open) = fs::read_dir(format!("/proc/{pid}/fd")) else {
        return false;
    };
    open.filter_map(|file| fs::read_link(file.ok()?.path()).ok())
        .any(|link| link.as_os_str() == socket)
}

/// The names in a folder that are numbers.
fn numbers(folder: &str) -> Vec<u32> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    entries
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kernels_tables_are_read() {
        assert_eq!(kilobytes("Name: x\nVmRSS:\t   12 kB\n", "VmRSS:"), Some(12_288));
        assert_eq!(
            tcp_pages("sockets: used 4\nTCP: inuse 5 orphan 0 tw 0 alloc 7 mem 3\n"),
            Some(3)
        );
        let table = "  sl  local_address\n   0: 0100007F:1F90 00000000:0000 01 0:0 00:0 0 0 0 77 1\n   1: 0100007F:1F90 00000000:0000 0A 0:0 00:0 0 0 0 78 1\n";
        assert_eq!(listener(table, 8080), Some(78));
        assert_eq!(listener(table, 8081), None);
    }

    #[test]
    fn a_thread_that_is_new_counts_from_its_beginning() {
        let earlier = Cpu(HashMap::from([(1, 100), (2, 50)]));
        let later = Cpu(HashMap::from([(1, 130), (3, 7)]));
        assert_eq!(later.since(&earlier), Duration::from_nanos(37));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_listener_of_our_own_is_found() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let found = Gauge::listening_at(port).unwrap();
        assert_eq!(found.pid, std::process::id());
        assert!(found.resident().unwrap() > 0 && Kernel::now().unwrap().slab > 0);
    }
}
