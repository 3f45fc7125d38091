//! Which of this machine's addresses a phone can reach. The QR code on the TV stands or falls with it: containers, VPNs and
//! bridges of virtual machines have addresses too, and a code that leads into one of them is a party that never begins.
//! [`rank`] decides and is pure; [`survey`] asks the operating system. Nothing is ever sent.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, UdpSocket};
use std::time::Duration;
use tokio::sync::watch;

/// One address of one network interface, as the operating system reports it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interface {
    /// The system's name for it, such as `eth0`, `en0` or `Wi-Fi`.
    pub name: String,
    /// The address.
    pub addr: IpAddr,
    /// False for a cable that is not plugged in or a radio that is off.
    pub up: bool,
    /// True for tunnels and dial-up lines, which have no neighbours.
    pub point_to_point: bool,
}

impl Interface {
    /// Reads what `if-addrs` reports.
    pub fn of(found: &if_addrs::Interface) -> Self {
        let down = matches!(
            found.oper_status,
            if_addrs::IfOperStatus::Down | if_addrs::IfOperStatus::NotPresent | if_addrs::IfOperStatus::LowerLayerDown
        );
        Self {
            name: found.name.clone(),
            addr: found.ip(),
            up: !down,
            point_to_point: found.is_p2p(),
        }
    }

    /// Whether a phone in the same room could reach this address at all.
    pub fn is_reachable(&self) -> bool {
        self.up && !self.point_to_point && !is_virtual(&self.name) && is_lasting(self.addr)
    }
}

/// An address that phones can probably reach, and where it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The address.
    pub addr: IpAddr,
    /// The interface that has it.
    pub interface: String,
}

/// What a survey of the network found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The address for the QR code; 127.0.0.1 if there is no other.
    pub best: IpAddr,
    /// The other candidates, best first, for guests on another network of this machine.
    pub others: Vec<Candidate>,
    /// True if only this machine itself can reach `best`, so that nobody can join.
    pub only_loopback: bool,
}

impl Reach {
    /// Takes the ranking apart into the address to show and the rest.
    pub fn of(ranking: Vec<Candidate>) -> Self {
        let mut ranking = ranking.into_iter();
        match ranking.next() {
            Some(best) => Self {
                best: best.addr,
                others: ranking.collect(),
                only_loopback: false,
            },
            None => Self {
                best: Ipv4Addr::LOCALHOST.into(),
                others: Vec::new(),
                only_loopback: true,
            },
        }
    }
}

/// Asks the operating system and ranks what it says. A system that does not answer counts as one without a network.
pub fn survey() -> Reach {
    Reach::of(rank(&interfaces(), &default_routes()))
}

/// Asks again and again, from what was found first; whoever follows hears of another answer.
pub fn follow(first: Reach, every: Duration) -> watch::Receiver<Reach> {
    let (tell, found) = watch::channel(first);
    tokio::spawn(async move {
        let mut looks = tokio::time::interval(every);
        loop {
            tokio::select! {
                () = tell.closed() => return,
                _ = looks.tick() => {}
            }
            // The system's answer may take a while; nobody waits for it.
            let Ok(now) = tokio::task::spawn_blocking(survey).await else {
                return;
            };
            // A machine between two networks keeps its last address: a code that leads nowhere helps nobody.
            if !now.only_loopback {
                tell.send_if_modified(|reach| std::mem::replace(reach, now.clone()) != now);
            }
        }
    });
    found
}

/// Orders the addresses that phones can reach, best first: private ones on the default route's interface, other private ones,
/// public ones, and IPv6 as the last resort. `default_routes` names the interfaces of default routes, the preferred one first.
pub fn rank(interfaces: &[Interface], default_routes: &[String]) -> Vec<Candidate> {
    let mut reachable: Vec<&Interface> = interfaces.iter().filter(|interface| interface.is_reachable()).collect();
    // The sort is stable, so that within a class the system's own order stands.
    reachable.sort_by_key(|interface| (class(interface.addr), route_rank(&interface.name, default_routes)));
    reachable
        .into_iter()
        .map(|interface| Candidate {
            addr: interface.addr,
            interface: interface.name.clone(),
        })
        .collect()
}

/// Classes of addresses, the most useful first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    Private4,
    Public4,
    /// 100.64.0.0/10, between a provider and its customers (and Tailscale's): seldom a living room's.
    Shared4,
    Private6,
    Public6,
}

fn class(addr: IpAddr) -> Class {
    match addr {
        IpAddr::V4(v4) if v4.is_private() => Class::Private4,
        IpAddr::V4(v4) if is_shared(v4) => Class::Shared4,
        IpAddr::V4(_) => Class::Public4,
        IpAddr::V6(v6) if v6.is_unique_local() => Class::Private6,
        IpAddr::V6(_) => Class::Public6,
    }
}

fn is_shared(addr: Ipv4Addr) -> bool {
    let [a, b, ..] = addr.octets();
    a == 100 && (64..128).contains(&b)
}

fn route_rank(name: &str, default_routes: &[String]) -> usize {
    default_routes
        .iter()
        .position(|route| route == name)
        .unwrap_or(default_routes.len())
}

/// False for addresses that mean "myself", "nobody yet" or "nothing gave me an address".
fn is_lasting(addr: IpAddr) -> bool {
    match addr {
        IpAddr::V4(v4) => {
            !(v4.is_loopback() || v4.is_link_local() || v4.is_unspecified() || v4.is_multicast() || v4.is_broadcast())
        }
        IpAddr::V6(v6) => {
            !(v6.is_loopback()
                || v6.is_unicast_link_local()
                || v6.is_unspecified()
                || v6.is_multicast()
                || is_mapped(v6))
        }
    }
}

fn is_mapped(addr: Ipv6Addr) -> bool {
    addr.to_ipv4_mapped().is_some()
}

/// What must follow a prefix for the name to be the kind of interface that the prefix stands for.
enum Rest {
    /// A number, a separator or nothing: `tun0`, `docker_gwbridge`; but not `tundra`.
    Number,
    /// Anything: kinds whose names end in letters drawn at random.
    Any,
}

/// Interfaces behind which there is no living room. Always matched from the start of the name: "en" is in "openvpn".
const VIRTUAL: &[(&str, Rest)] = &[
    // Containers and virtual machines. A bridge named br0 is often the real LAN; br-3f2a… is always Docker's.
    ("docker", Rest::Number),
    ("br-", Rest::Any),
    ("veth", Rest::Any),
    ("virbr", Rest::Number),
    ("vnet", Rest::Number),
    ("vmnet", Rest::Number),
    ("vboxnet", Rest::Number),
    ("podman", Rest::Number),
    ("cni", Rest::Number),
    ("flannel", Rest::Number),
    ("cali", Rest::Any),
    ("kube", Rest::Any),
    ("lxc", Rest::Any),
    ("lxdbr", Rest::Number),
    ("incusbr", Rest::Number),
    ("vEthernet (WSL", Rest::Any),
    ("vEthernet (Default Switch", Rest::Any),
    ("VirtualBox Host-Only", Rest::Any),
    ("VMware Network Adapter", Rest::Any),
    // VPNs and tunnels.
    ("tun", Rest::Number),
    ("tap", Rest::Number),
    ("utun", Rest::Number),
    ("wg", Rest::Any),
    ("tailscale", Rest::Number),
    ("Tailscale", Rest::Any),
    ("zt", Rest::Any),
    ("ZeroTier", Rest::Any),
    ("OpenVPN", Rest::Any),
    ("openvpn", Rest::Any),
    ("proton", Rest::Any),
    ("nordlynx", Rest::Any),
    ("mullvad", Rest::Any),
    ("ipsec", Rest::Number),
    ("gif", Rest::Number),
    ("stf", Rest::Number),
    ("sit", Rest::Number),
    // Mobile data, where a phone in the room is no neighbour; and Apple's own radio links.
    ("ppp", Rest::Number),
    ("wwan", Rest::Number),
    ("rmnet", Rest::Any),
    ("awdl", Rest::Number),
    ("llw", Rest::Number),
    ("anpi", Rest::Number),
    // Devices without a wire.
    ("lo", Rest::Number),
    ("dummy", Rest::Number),
    ("ifb", Rest::Number),
];

fn is_virtual(name: &str) -> bool {
    VIRTUAL.iter().any(|(prefix, rest)| {
        name.strip_prefix(prefix).is_some_and(|tail| match rest {
            Rest::Any => true,
            Rest::Number => !tail.starts_with(char::is_alphabetic),
        })
    })
}

/// Whether this runs inside Windows' Linux, whose network phones usually cannot see into.
pub fn inside_wsl() -> bool {
    std::fs::read_to_string("/proc/sys/kernel/osrelease")
        .is_ok_and(|release| release.to_lowercase().contains("microsoft"))
}

fn interfaces() -> Vec<Interface> {
    match if_addrs::get_if_addrs() {
        Ok(found) => found.iter().map(Interface::of).collect(),
        Err(error) => {
            tracing::warn!(%error, "the network interfaces cannot be listed");
            Vec::new()
        }
    }
}

/// The interfaces of the default routes. Linux tells them by name; elsewhere, and where /proc is closed, the system is asked
/// which address it would speak from.
fn default_routes() -> Vec<String> {
    match std::fs::read_to_string("/proc/net/route") {
        Ok(table) => routes_in(&table),
        Err(_) => speaking_interface().into_iter().collect(),
    }
}

/// Reads Linux's table of IPv4 routes: the interfaces of default routes that are up, the lowest metric first.
fn routes_in(table: &str) -> Vec<String> {
    let mut routes: Vec<(u32, String)> = table.lines().skip(1).filter_map(default_route).collect();
    routes.sort();
    routes.into_iter().map(|(_, name)| name).collect()
}

/// One line of the table: its metric and interface, if it is a default route that is up.
fn default_route(line: &str) -> Option<(u32, String)> {
    const UP: u32 = 1;
    let fields: Vec<&str> = line.split_whitespace().collect();
    let [name, destination, _gateway, flags, _, _, metric, mask, ..] = fields[..] else {
        return None;
    };
    let up = u32::from_str_radix(flags, 16).ok()? & UP != 0;
    (up && destination == "00000000" && mask == "00000000").then_some((metric.parse().ok()?, name.to_owned()))
}

/// Connecting a UDP socket sends nothing, yet makes the system choose the interface. 192.0.2.1 is nobody's address (RFC 5737).
fn speaking_interface() -> Option<String> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    let from = socket.local_addr().ok()?.ip();
    interfaces()
        .into_iter()
        .find(|interface| interface.addr == from)
        .map(|interface| interface.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `name=address` for each, with `!` before a name that is down and `>` before one that is point-to-point.
    fn machine(list: &str) -> Vec<Interface> {
        list.split_whitespace().map(interface).collect()
    }

    fn interface(text: &str) -> Interface {
        let (name, addr) = text.split_once('=').expect("name=address");
        Interface {
            name: name.trim_start_matches(['!', '>']).replace('_', " "),
            addr: addr.parse().expect("an address"),
            up: !name.starts_with('!'),
            point_to_point: name.starts_with('>'),
        }
    }

    fn ranked(list: &str, routes: &[&str]) -> Vec<String> {
        let routes: Vec<String> = routes.iter().map(|name| (*name).to_owned()).collect();
        rank(&machine(list), &routes)
            .into_iter()
            .map(|candidate| candidate.addr.to_string())
            .collect()
    }

    #[test]
    fn real_machines_are_ranked_as_their_owners_would() {
        let table: &[(&str, &str, &[&str], &[&str])] = &[
            (
                "a Pi on cable and Wi-Fi: the default route's",
                "lo=127.0.0.1 eth0=192.168.1.20 wlan0=192.168.1.21 lo=::1 eth0=fe80::1",
                &["eth0", "wlan0"],
                &["192.168.1.20", "192.168.1.21"],
            ),
            (
                "a Pi whose Wi-Fi is preferred",
                "lo=127.0.0.1 eth0=10.0.0.5 wlan0=192.168.178.44",
                &["wlan0", "eth0"],
                &["192.168.178.44", "10.0.0.5"],
            ),
            (
                "a Pi whose cable gave no address",
                "lo=127.0.0.1 eth0=169.254.7.9 wlan0=192.168.1.21",
                &["wlan0"],
                &["192.168.1.21"],
            ),
            (
                "a laptop with Docker, libvirt and a VPN that took the default route",
                "lo=127.0.0.1 docker0=172.17.0.1 br-3f2a9c1d0b7e=172.18.0.1 veth1a2b3c=169.254.1.1 virbr0=192.168.122.1 \
                 >tun0=10.8.0.6 tap0=10.9.0.2 wg0=10.66.1.2 tailscale0=100.101.102.103 ztabcdefgh=10.147.17.5 \
                 wlp3s0=192.168.0.17",
                &["tun0", "wlp3s0"],
                &["192.168.0.17"],
            ),
            (
                "Kubernetes, Podman and LXC",
                "cni0=10.42.0.1 flannel.1=10.42.0.0 podman0=10.88.0.1 cni-podman0=10.88.0.1 lxcbr0=10.0.3.1 \
                 lxdbr0=10.1.1.1 calia1b2=10.1.2.3 enp5s0=10.0.0.9",
                &["enp5s0"],
                &["10.0.0.9"],
            ),
            (
                "a hotspot of hostapd, no internet at all",
                "lo=127.0.0.1 wlan0=192.168.4.1 !eth0=192.168.1.20",
                &[],
                &["192.168.4.1"],
            ),
            (
                "a hotspot of NetworkManager",
                "lo=127.0.0.1 wlan0=10.42.0.1",
                &[],
                &["10.42.0.1"],
            ),
            (
                "a hotspot fed by a mobile-data stick",
                "wwan0=10.133.7.1 >ppp0=10.64.64.64 wlan0=192.168.4.1",
                &["wwan0"],
                &["192.168.4.1"],
            ),
            (
                "macOS",
                "lo0=127.0.0.1 lo0=::1 en0=192.168.1.7 en0=fe80::8 en0=fd12::7 >utun3=10.5.0.2 utun4=100.64.1.1 \
                 awdl0=fe80::9 llw0=fe80::a bridge100=192.168.2.1",
                &["en0"],
                &["192.168.1.7", "192.168.2.1", "fd12::7"],
            ),
            (
                "inside WSL",
                "lo=127.0.0.1 eth0=172.28.112.5",
                &["eth0"],
                &["172.28.112.5"],
            ),
            (
                "Windows with WSL and Hyper-V",
                "vEthernet_(WSL_(Hyper-V_firewall))=172.28.112.1 vEthernet_(Default_Switch)=172.20.0.1 Wi-Fi=192.168.1.33",
                &["Wi-Fi"],
                &["192.168.1.33"],
            ),
            (
                "a real bridge, and names that only look virtual",
                "br0=192.168.1.2 tundra0=192.168.1.3 enopenvpn=192.168.1.4 long0=192.168.1.5",
                &["br0"],
                &["192.168.1.2", "192.168.1.3", "192.168.1.4", "192.168.1.5"],
            ),
            (
                "a campus with public addresses: a private network of ours first",
                "eth0=141.20.1.5 wlan0=10.42.0.1 eth0=2001:db8::5",
                &["eth0"],
                &["10.42.0.1", "141.20.1.5", "2001:db8::5"],
            ),
            (
                "IPv6 alone",
                "lo=::1 eth0=fe80::1 eth0=fd00::2 eth0=2001:db8::2",
                &["eth0"],
                &["fd00::2", "2001:db8::2"],
            ),
            ("nothing but itself", "lo=127.0.0.1 lo=::1 !eth0=192.168.1.20", &[], &[]),
        ];
        for (what, list, routes, expected) in table {
            assert_eq!(&ranked(list, routes), expected, "{what}");
        }
    }

    #[test]
    fn without_a_network_it_says_so() {
        let reach = Reach::of(rank(&machine("lo=127.0.0.1"), &[]));
        assert_eq!(reach.best, IpAddr::from(Ipv4Addr::LOCALHOST));
        assert!(reach.only_loopback && reach.others.is_empty());
    }

    #[test]
    fn the_default_routes_are_read_by_metric() {
        let table = "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT\n\
                     wlan0\t00000000\t0101A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0\n\
                     eth0\t00000000\t0101A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n\
                     tun0\t00000000\t0100080A\t0003\t0\t0\t50\t00000080\t0\t0\t0\n\
                     eth1\t00000000\t0101A8C0\t0002\t0\t0\t10\t00000000\t0\t0\t0\n\
                     eth0\t0001A8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0\n";
        assert_eq!(routes_in(table), ["eth0", "wlan0"]);
        assert!(routes_in("").is_empty());
    }

    #[test]
    fn this_very_machine_can_be_surveyed() {
        let reach = survey();
        assert_eq!(reach.only_loopback, reach.best.is_loopback());
    }
}
