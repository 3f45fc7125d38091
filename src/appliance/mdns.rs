//! The appliance's name on the network: `snowparty.local`, and the services `_snowparty._tcp` and `_http._tcp`, by multicast DNS.
//! It is an extra beside the address (many Androids cannot resolve `.local`), so no failure here stops a party.
//! It follows the network by itself: an address that comes or goes is announced or withdrawn within seconds.

use super::net::Interface;
use mdns_sd::{DaemonEvent, DaemonStatus, IfKind, IfPredicate, Receiver, ServiceDaemon, ServiceInfo};
use std::{thread, time::Duration};
use thiserror::Error;
use tokio::sync::watch;

/// The services under which an appliance can be found.
const SERVICE_TYPES: [&str; 2] = ["_snowparty._tcp.local.", "_http._tcp.local."];

/// The host name asked for. If the network has one already, the new one becomes `snowparty-2.local`, and so on.
const HOST: &str = "snowparty.local.";

/// A DNS label holds 63 bytes; this leaves room for the ` (2)` of a second appliance.
const INSTANCE_BYTES: usize = 48;

/// How long a stop waits for the goodbye to be sent.
const GOODBYE: Duration = Duration::from_secs(1);

/// Why the appliance has no name on the network. A warning, never a failed start.
#[derive(Debug, Error)]
#[error("the name snowparty.local cannot be announced on this network: {0}")]
pub struct MdnsError(#[from] mdns_sd::Error);

/// What is announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The party's name, as lists of services show it.
    pub name: String,
    /// The code of the open party.
    pub code: String,
    /// The port of the pages.
    pub port: u16,
}

/// A running announcement. Dropping it says goodbye to the network without waiting.
pub struct Announcement {
    daemon: ServiceDaemon,
    announced: Vec<String>,
    host: watch::Receiver<Option<String>>,
}

impl Announcement {
    /// Starts to announce on every interface that phones can reach. The name is settled about a second later: see [`host`](Self::host).
    pub fn start(notice: &Notice) -> Result<Self, MdnsError> {
        let daemon = ServiceDaemon::new()?;
        let host = follow_names(daemon.monitor()?);
        let mut announcement = Self {
            daemon,
            announced: Vec::new(),
            host,
        };
        announcement.choose_interfaces()?;
        announcement.update(notice)?;
        Ok(announcement)
    }

    /// Announces another party of the same appliance instead of the one before.
    pub fn update(&mut self, notice: &Notice) -> Result<(), MdnsError> {
        for old in self.announced.drain(..) {
            self.daemon.unregister(&old)?;
        }
        for service_type in SERVICE_TYPES {
            let service = service(service_type, notice)?;
            self.announced.push(service.get_fullname().to_owned());
            self.daemon.register(service)?;
        }
        Ok(())
    }

    /// The name under which this appliance is really found, such as `snowparty-2.local`; `None` until the network has been asked.
    pub fn host(&self) -> watch::Receiver<Option<String>> {
        self.host.clone()
    }

    /// Withdraws the name, so that no phone goes on believing in it. Waits for at most a second.
    pub fn stop(self) {
        if let Ok(done) = self.daemon.shutdown() {
            // Whether or not it was in time, the process is about to end.
            let _: Result<DaemonStatus, _> = done.recv_timeout(GOODBYE);
        }
    }

    /// Only IPv4: an appliance with both would have to win both of its addresses' names at once, and every phone has IPv4 at home.
    fn choose_interfaces(&self) -> Result<(), MdnsError> {
        let reachable = |found: &_| {
            let interface = Interface::of(found);
            interface.addr.is_ipv4() && interface.is_reachable()
        };
        self.daemon.disable_interface(IfKind::All)?;
        self.daemon
            .enable_interface(IfKind::Predicate(IfPredicate::new(reachable)))?;
        Ok(())
    }
}

impl Drop for Announcement {
    fn drop(&mut self) {
        // After `stop` the daemon is gone and refuses, which is as well.
        let _ = self.daemon.shutdown();
    }
}

fn service(service_type: &str, notice: &Notice) -> Result<ServiceInfo, MdnsError> {
    let txt = [
        ("path", "/"),
        ("code", notice.code.as_str()),
        ("version", env!("CARGO_PKG_VERSION")),
    ];
    let info = ServiceInfo::new(service_type, &instance_name(notice), HOST, (), notice.port, &txt[..])?;
    Ok(info.enable_addr_auto())
}

/// The party's name and code, cut to fit into a DNS label. The code is part of it so that two appliances that start at once
/// dispute only their host name: with both names in dispute each may win one, and mdns-sd then defends neither.
/// Dots are taken out, because mdns-sd counts a taken name up at its first dot.
fn instance_name(notice: &Notice) -> String {
    let plain: String = notice
        .name
        .chars()
        .map(|c| if c == '.' || c.is_control() { ' ' } else { c })
        .collect();
    let mut name = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    while name.len() + notice.code.len() > INSTANCE_BYTES {
        name.pop();
    }
    format!("{name} {}", notice.code).trim().to_owned()
}

/// Listens to the daemon on a thread of its own, which ends with it.
fn follow_names(events: Receiver<DaemonEvent>) -> watch::Receiver<Option<String>> {
    let (tell, host) = watch::channel(None);
    let listen = move || {
        for event in events.iter() {
            match event {
                DaemonEvent::Announce(_, place) => tell_host(&tell, &place),
                DaemonEvent::Error(error) => tracing::warn!(%error, "multicast DNS"),
                _ => {}
            }
        }
    };
    if let Err(error) = thread::Builder::new().name("mdns-names".into()).spawn(listen) {
        tracing::warn!(%error, "the name on the network cannot be followed");
    }
    host
}

fn tell_host(tell: &watch::Sender<Option<String>>, place: &str) {
    if let Some(name) = host_in(place) {
        tell.send_if_modified(|host| host.replace(name.clone()).as_ref() != Some(&name));
    }
}

/// The daemon says `snowparty-2.local.:eth0` once a name has been won, and a list of addresses when it repeats itself.
fn host_in(place: &str) -> Option<String> {
    let (name, _interface) = place.split_once(".:")?;
    name.ends_with(".local").then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_settled_name_is_read_from_what_the_daemon_says() {
        assert_eq!(host_in("snowparty-2.local.:eth0").as_deref(), Some("snowparty-2.local"));
        assert_eq!(host_in("[192.168.1.20]"), None);
        assert_eq!(host_in("[fd00::2]"), None);
    }

    fn notice(name: &str) -> Notice {
        Notice {
            name: name.to_owned(),
            code: "KWTX".to_owned(),
            port: 8080,
        }
    }

    #[test]
    fn any_party_name_fits_into_a_label() {
        assert_eq!(instance_name(&notice("Anna's party")), "Anna's party KWTX");
        assert_eq!(instance_name(&notice("v1.2\u{1b}[31m")), "v1 2 [31m KWTX");
        assert_eq!(instance_name(&notice(" \n.")), "KWTX");
        let long = instance_name(&notice(&"Вечеринка ".repeat(20)));
        assert!(long.len() <= INSTANCE_BYTES + 1 && long.starts_with("Вечеринка") && long.ends_with(" KWTX"));
    }

    #[test]
    fn what_is_announced_names_path_code_and_version() {
        let info = service(SERVICE_TYPES[0], &notice("SnowParty")).unwrap();
        assert_eq!(info.get_fullname(), "SnowParty KWTX._snowparty._tcp.local.");
        assert_eq!((info.get_hostname(), info.get_port()), ("snowparty.local.", 8080));
        assert_eq!(info.get_property_val_str("code"), Some("KWTX"));
        assert_eq!(info.get_property_val_str("path"), Some("/"));
        assert_eq!(info.get_property_val_str("version"), Some(env!("CARGO_PKG_VERSION")));
    }
}
