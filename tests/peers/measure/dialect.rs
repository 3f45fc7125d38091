//! What each server wraps a message in. The message itself is the same text everywhere.

/// How a server speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// One message is one text frame.
    Plain,
    /// Engine.IO 4 with Socket.IO 5 inside: `42["say",MESSAGE]`.
    SocketIo,
    /// Colyseus: a code, the type's name, and the message, both as MessagePack strings.
    Colyseus,
}

/// Opcodes of WebSocket frames.
pub const TEXT: u8 = 1;
pub const BINARY: u8 = 2;

/// What a frame means to whoever reads it.
#[derive(Debug, PartialEq, Eq)]
pub enum Meaning<'a> {
    /// A message of the room.
    Message(&'a [u8]),
    /// To be answered by this, in a frame of this kind.
    Answer(u8, &'static [u8]),
    /// To be answered by this, and then the visitor is in.
    Welcome(u8, &'static [u8]),
    /// Nothing to do.
    Nothing,
}

/// Colyseus's codes, from its `Protocol`.
const JOIN_ROOM: u8 = 10;
const ROOM_DATA: u8 = 13;
/// The name of every message.
const SAY: &str = "say";
const SIO_HEAD: &str = "42[\"say\",";
/// MessagePack's `fixstr` of three letters.
const PACKED_SAY: [u8; 4] = [0xa3, b's', b'a', b'y'];

impl Dialect {
    /// Is somebody in as soon as the socket is open?
    pub fn opens_at_once(self) -> bool {
        self == Self::Plain
    }

    /// What a frame means.
    pub fn read(self, frame: &[u8]) -> Meaning<'_> {
        match self {
            Self::Plain => Meaning::Message(frame),
            Self::SocketIo => read_socket_io(frame),
            Self::Colyseus => read_colyseus(frame),
        }
    }

    /// A message as a frame's opcode and payload.
    pub fn wrap(self, message: &str) -> (u8, Vec<u8>) {
        match self {
            Self::Plain => (TEXT, message.as_bytes().to_vec()),
            Self::SocketIo => (TEXT, format!("{SIO_HEAD}{message}]").into_bytes()),
            Self::Colyseus => (BINARY, wrap_colyseus(message)),
        }
    }
}

fn read_socket_io(frame: &[u8]) -> Meaning<'_> {
    match frame {
        [b'0', ..] => Meaning::Answer(TEXT, b"40"),
        [b'4', b'0', ..] => Meaning::Welcome(TEXT, b""),
        [b'2'] => Meaning::Answer(TEXT, b"3"),
        [head @ .., b']'] if head.starts_with(SIO_HEAD.as_bytes()) => Meaning::Message(&head[SIO_HEAD.len()..]),
        _ => Meaning::Nothing,
    }
}

fn read_colyseus(frame: &[u8]) -> Meaning<'_> {
    match frame {
        [JOIN_ROOM, ..] => Meaning::Welcome(BINARY, &[JOIN_ROOM]),
        [ROOM_DATA, rest @ ..] if rest.starts_with(&PACKED_SAY) => unpacked(&rest[PACKED_SAY.len()..]),
        _ => Meaning::Nothing,
    }
}

/// The text of a MessagePack string.
fn unpacked(packed: &[u8]) -> Meaning<'_> {
    match packed {
        [0xa0..=0xbf, text @ ..] | [0xd9, _, text @ ..] | [0xda, _, _, text @ ..] => Meaning::Message(text),
        _ => Meaning::Nothing,
    }
}

fn wrap_colyseus(message: &str) -> Vec<u8> {
    let length = u16::try_from(message.len()).unwrap_or(u16::MAX).to_be_bytes();
    let head = [&[ROOM_DATA][..], &PACKED_SAY, &[0xda], &length].concat();
    [&head, message.as_bytes()].concat()
}

// A name that changes has to change in both of its spellings.
const _: () = assert!(SAY.len() == PACKED_SAY.len() - 1);
