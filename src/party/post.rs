//! Frames on their way to a socket, as they stand on the wire (RFC 6455, section 5.2). A server's frames are not masked, so what
//! several sockets hear is written down once and shared by all of them.

use bytes::{BufMut, Bytes, BytesMut};

/// The first byte of a frame that is a whole message.
const TEXT: u8 = 0x81;
const BINARY: u8 = 0x82;
/// A head: the first byte, a length, and its extension.
const LONGEST_HEAD: usize = 10;

/// One message or several, one after the other.
#[derive(Clone, Debug)]
pub struct Post {
    wire: Bytes,
    messages: usize,
}

impl Post {
    /// A message; our texts are UTF-8 by making.
    pub fn text(text: &[u8]) -> Self {
        Self::framed(TEXT, text)
    }

    /// Changes of a large thing.
    pub fn binary(bytes: &[u8]) -> Self {
        Self::framed(BINARY, bytes)
    }

    /// Several texts in their order.
    pub fn together<'a>(texts: impl Iterator<Item = &'a Bytes> + Clone) -> Self {
        let room = texts.clone().map(|text| text.len() + LONGEST_HEAD).sum();
        let mut wire = BytesMut::with_capacity(room);
        let mut messages = 0;
        for text in texts {
            frame(&mut wire, TEXT, text);
            messages += 1;
        }
        let wire = wire.freeze();
        Self { wire, messages }
    }

    /// The bytes, heads and all.
    pub fn wire(self) -> Bytes {
        self.wire
    }

    /// How many bytes.
    pub fn len(&self) -> usize {
        self.wire.len()
    }

    /// How many messages.
    pub fn messages(&self) -> usize {
        self.messages
    }

    /// Is nothing in it?
    pub fn is_empty(&self) -> bool {
        self.messages == 0
    }

    fn framed(first: u8, message: &[u8]) -> Self {
        let mut wire = BytesMut::with_capacity(message.len() + LONGEST_HEAD);
        frame(&mut wire, first, message);
        let wire = wire.freeze();
        Self { wire, messages: 1 }
    }
}

fn frame(wire: &mut BytesMut, first: u8, message: &[u8]) {
    wire.put_u8(first);
    match (u8::try_from(message.len()), u16::try_from(message.len())) {
        (Ok(short @ ..126), _) => wire.put_u8(short),
        (_, Ok(medium)) => {
            wire.put_u8(126);
            wire.put_u16(medium);
        }
        _ => {
            wire.put_u8(127);
            wire.put_u64(message.len() as u64);
        }
    }
    wire.put_slice(message);
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use tokio_tungstenite::tungstenite::protocol::{Message, Role, WebSocketContext};

    /// The messages in it, as an independent reader understands them.
    pub fn messages(post: Post) -> Vec<Message> {
        let count = post.messages();
        let mut wire = std::io::Cursor::new(post.wire().to_vec());
        let mut reader = WebSocketContext::new(Role::Client, None);
        let read = (0..count).map(|_| reader.read(&mut wire).expect("a whole message"));
        let messages = read.collect();
        assert_eq!(wire.position() as usize, wire.get_ref().len(), "nothing is left over");
        messages
    }

    /// The texts in it; what is binary is an empty one.
    pub fn texts(post: Post) -> Vec<String> {
        let messages = messages(post).into_iter();
        messages
            .map(|message| message.to_text().unwrap_or_default().to_owned())
            .collect()
    }

    #[test]
    fn messages_of_every_length_are_read_as_they_were() {
        for length in [0, 1, 125, 126, 127, 65_535, 65_536, 100_000] {
            let text = "x".repeat(length);
            assert_eq!(messages(Post::text(text.as_bytes())), [Message::text(text.clone())]);
            let bytes = vec![0xff; length];
            assert_eq!(messages(Post::binary(&bytes)), [Message::binary(bytes.clone())]);
        }
    }

    #[test]
    fn several_are_read_in_their_order() {
        let all = ["first", "", "third"].map(Bytes::from);
        let post = Post::together(all.iter());
        assert_eq!(post.messages(), 3);
        assert_eq!(texts(post), ["first", "", "third"]);
        assert!(Post::together([].iter()).is_empty());
    }
}
