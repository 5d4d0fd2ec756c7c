//! A small HTTP/1.1 client: one connection, kept open, one request at a time. It costs little beside the server that
//! it measures.

use std::io::{self, BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::Duration;

/// One connection to the server.
pub struct Connection {
    stream: BufReader<TcpStream>,
    host: String,
    cookie: String,
    line: Vec<u8>,
    /// The body of the last answer.
    pub body: Vec<u8>,
}

/// The head of an answer.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The status, 200 for a page.
    pub status: u16,
    /// Where a redirect leads.
    pub location: String,
    /// The cookies that it sets, `name=value` each.
    pub cookies: Vec<String>,
}

/// Whether the answer may be compressed, as a browser asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// As it is, to be read.
    Plain,
    /// Compressed, as a browser gets it.
    Gzip,
}

impl Connection {
    /// Opens a connection to a port of this machine, sending `cookie` with every request.
    ///
    /// # Errors
    /// What the system says.
    pub fn open(port: u16, cookie: &str) -> io::Result<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        let host = format!("127.0.0.1:{port}");
        Ok(Self { stream: BufReader::new(stream), host, cookie: cookie.to_owned(), line: Vec::new(), body: Vec::new() })
    }

    /// Asks for a page; its body is then in [`Connection::body`].
    ///
    /// # Errors
    /// What the system says, or an answer that is not HTTP.
    pub fn get(&mut self, path: &str, encoding: Encoding) -> io::Result<Answer> {
        let gzip = if encoding == Encoding::Gzip { "Accept-Encoding: gzip\r\n" } else { "" };
        let cookie = self.cookie_line();
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n{cookie}{gzip}Accept: text/html\r\n\r\n", self.host);
        self.send(request.as_bytes())
    }

    /// Sends a form as its page would.
    ///
    /// # Errors
    /// What the system says, or an answer that is not HTTP.
    pub fn post(&mut self, path: &str, form: &str) -> io::Result<Answer> {
        let (host, cookie, length) = (&self.host, self.cookie_line(), form.len());
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\n{cookie}Accept: text/html\r\nOrigin: http://{host}\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{form}"
        );
        self.send(request.as_bytes())
    }

    fn cookie_line(&self) -> String {
        if self.cookie.is_empty() { String::new() } else { format!("Cookie: {}\r\n", self.cookie) }
    }

    fn send(&mut self, request: &[u8]) -> io::Result<Answer> {
        self.stream.get_mut().write_all(request)?;
        read_answer(&mut self.stream, &mut self.line, &mut self.body)
    }
}

fn read_answer(stream: &mut impl BufRead, line: &mut Vec<u8>, body: &mut Vec<u8>) -> io::Result<Answer> {
    body.clear();
    let mut answer = Answer::default();
    let status = read_line(stream, line)?;
    answer.status = status.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or_else(|| wrong("no status"))?;
    let (mut length, mut chunked) = (None, false);
    loop {
        let header = read_line(stream, line)?;
        if header.is_empty() {
            break;
        }
        let (name, value) = header.split_once(':').ok_or_else(|| wrong("a header without a colon"))?;
        let value = value.trim();
        if name.eq_ignore_ascii_case("content-length") {
            length = Some(value.parse().map_err(|_| wrong("a length that is no number"))?);
        } else if name.eq_ignore_ascii_case("transfer-encoding") {
            chunked = value.eq_ignore_ascii_case("chunked");
        } else if name.eq_ignore_ascii_case("location") {
            value.clone_into(&mut answer.location);
        } else if name.eq_ignore_ascii_case("set-cookie") {
            answer.cookies.push(value.split(';').next().unwrap_or_default().to_owned());
        }
    }
    match (chunked, length, answer.status) {
        (true, _, _) => read_chunks(stream, line, body)?,
        (false, Some(length), _) => read_exactly(stream, length, body)?,
        (false, None, 204 | 304) => {}
        (false, None, _) => return Err(wrong("an answer without a length")),
    }
    Ok(answer)
}

fn read_chunks(stream: &mut impl BufRead, line: &mut Vec<u8>, body: &mut Vec<u8>) -> io::Result<()> {
    loop {
        let size = read_line(stream, line)?;
        let size = size.split(';').next().unwrap_or_default();
        let size = usize::from_str_radix(size, 16).map_err(|_| wrong("a chunk without a size"))?;
        read_exactly(stream, size, body)?;
        read_line(stream, line)?;
        if size == 0 {
            return Ok(());
        }
    }
}

fn read_exactly(stream: &mut impl BufRead, length: usize, body: &mut Vec<u8>) -> io::Result<()> {
    let start = body.len();
    body.resize(start + length, 0);
    stream.read_exact(&mut body[start..])
}

fn read_line<'a>(stream: &mut impl BufRead, line: &'a mut Vec<u8>) -> io::Result<&'a str> {
    line.clear();
    if stream.read_until(b'\n', line)? == 0 {
        return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the server closed the connection"));
    }
    std::str::from_utf8(line).map(str::trim_end).map_err(|_| wrong("a header that is no text"))
}

fn wrong(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what.to_owned())
}

/// Text as it stands in an address or a form.
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> io::Result<(Answer, String)> {
        let (mut line, mut body) = (Vec::new(), Vec::new());
        let answer = read_answer(&mut text.as_bytes(), &mut line, &mut body)?;
        Ok((answer, String::from_utf8(body).unwrap()))
    }

    #[test]
    fn a_redirect_tells_where_and_sets_its_cookies() {
        let text = "HTTP/1.1 303 See Other\r\nLocation: /desk\r\nSet-Cookie: s=1; Path=/\r\nset-cookie: l=fr\r\ncontent-length: 0\r\n\r\n";
        let (answer, body) = read(text).unwrap();
        assert_eq!((answer.status, answer.location.as_str(), body.as_str()), (303, "/desk", ""));
        assert_eq!(answer.cookies, ["s=1", "l=fr"]);
    }

    #[test]
    fn a_page_in_pieces_is_put_together() {
        let (answer, body) =
            read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nBena\r\n2\r\nli\r\n0\r\n\r\n").unwrap();
        assert_eq!((answer.status, body.as_str()), (200, "Benali"));
    }

    #[test]
    fn an_answer_cut_short_is_an_error() {
        assert!(read("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf").is_err());
    }

    #[test]
    fn names_in_arabic_and_numbers_travel_encoded() {
        assert_eq!(encode("+213 بن"), "%2B213%20%D8%A8%D9%86");
    }
}
