//! Finding and ending the processes that a story started, through `/proc`.
//!
//! A browser is a family of ten processes, some of which leave their parents. A process is ours
//! when it descends from the driver, or when its environment or command line carries the story's
//! mark; both are asked, because renderers overwrite their environment and crash handlers change
//! their parent.

use std::{
    collections::BTreeSet,
    fs,
    process::{Command, Stdio},
    time::Duration,
};

use super::patience::Deadline;

/// The environment variable that every process of a story inherits.
pub const MARK: &str = "MOGNAD_STORY";

/// One line of `/proc/<pid>/stat`, as far as it matters here.
#[derive(Debug, Clone, Copy)]
struct Stat {
    pid: u32,
    parent: u32,
    alive: bool,
    /// Start time in clock ticks since boot; with the pid it names a process for good.
    started: u64,
}

fn stat(pid: u32) -> Option<Stat> {
    let line = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The second field is the name in parentheses and may hold anything, even parentheses.
    let (_, rest) = line.rsplit_once(") ")?;
    let fields: Vec<&str> = rest.split(' ').collect();
    Some(Stat {
        pid,
        alive: !matches!(*fields.first()?, "Z" | "X"),
        parent: fields.get(1)?.parse().ok()?,
        started: fields.get(19)?.parse().ok()?,
    })
}

fn all() -> Vec<Stat> {
    let Ok(entries) = fs::read_dir("/proc") else {
        return Vec::new();
    };
    entries
        .filter_map(|entry| stat(entry.ok()?.file_name().to_str()?.parse().ok()?))
        .filter(|stat| stat.alive)
        .collect()
}

/// The name of this test process, unlike that of any process before or after it.
pub fn own_name() -> String {
    let pid = std::process::id();
    let started = stat(pid).map_or(0, |stat| stat.started);
    format!("{pid}-{started}")
}

/// Whether the process that called itself `name` (see [`own_name`]) still runs.
pub fn is_running(name: &str) -> bool {
    let Some((pid, started)) = name.split_once('-') else {
        return false;
    };
    let (Ok(pid), Ok(started)) = (pid.parse(), started.parse::<u64>()) else {
        return false;
    };
    stat(pid).is_some_and(|stat| stat.alive && stat.started == started)
}

/// All living descendants of `root`, parents before children, without `root` itself.
pub fn descendants(root: u32) -> Vec<u32> {
    let processes = all();
    let mut found = vec![root];
    let mut next = 0;
    while let Some(&parent) = found.get(next) {
        found.extend(
            processes
                .iter()
                .filter(|each| each.parent == parent)
                .map(|each| each.pid),
        );
        next += 1;
    }
    found.remove(0);
    found
}

/// All living processes whose environment or command line holds `mark`, except this one.
pub fn marked(mark: &str) -> Vec<u32> {
    let own = std::process::id();
    let holds = |pid: u32, file: &str| {
        fs::read(format!("/proc/{pid}/{file}")).is_ok_and(|bytes| contains(&bytes, mark.as_bytes()))
    };
    all()
        .into_iter()
        .map(|each| each.pid)
        .filter(|&pid| pid != own && (holds(pid, "environ") || holds(pid, "cmdline")))
        .collect()
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack
        .windows(needle.len().max(1))
        .any(|window| window == needle)
}

/// Sends SIGKILL to all of `pids` in one stroke.
///
/// The shell's own `kill` does it: signals need either a crate or unsafe code otherwise.
pub fn kill_now(pids: &[u32]) {
    if pids.is_empty() {
        return;
    }
    // A pid that is gone already makes `kill` complain; that is what was wanted.
    let _gone_already = Command::new("/bin/sh")
        .args(["-c", "kill -KILL \"$@\"", "sh"])
        .args(pids.iter().map(u32::to_string))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
}

/// Kills what `find` finds until it finds nothing more; whatever is left after five seconds is
/// returned.
pub fn kill_until_gone(find: impl Fn() -> BTreeSet<u32>) -> BTreeSet<u32> {
    let mut deadline = Deadline::after(Duration::from_secs(5));
    loop {
        let left = find();
        if left.is_empty() || deadline.is_over() {
            return left;
        }
        kill_now(&left.into_iter().collect::<Vec<_>>());
        deadline.pause_blocking();
    }
}

/// Whether a process runs; a zombie does not.
pub fn lives(pid: u32) -> bool {
    stat(pid).is_some_and(|stat| stat.alive)
}
