//! A page's markup as a tree. The pages are ours and close what they open; what HTML lets one leave open is closed here.

use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{HtmlString, Tokenizer};

/// How deep elements are kept apart; deeper ones are read as part of what holds them.
const DEEPEST: usize = 200;
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// What an element holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    Element(Element),
    Text(String),
}

/// An element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

impl Element {
    /// The value of an attribute.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// True when the element has this class.
    pub(super) fn is_of(&self, class: &str) -> bool {
        self.get("class").is_some_and(|classes| classes.split_ascii_whitespace().any(|own| own == class))
    }

    /// The elements directly in it.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element of these in it, at any depth, in reading order.
    pub(super) fn find(&self, is: &dyn Fn(&Self) -> bool) -> Option<&Self> {
        self.elements().find_map(|element| if is(element) { Some(element) } else { element.find(is) })
    }

    /// Every element of these in it, at any depth, in reading order.
    pub(super) fn each<'a>(&'a self, is: &dyn Fn(&Self) -> bool, found: &mut Vec<&'a Self>) {
        for element in self.elements() {
            if is(element) {
                found.push(element);
            }
            element.each(is, found);
        }
    }
}

/// The tree of a page.
pub(super) fn parse(html: &str) -> Element {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut open = Open { stack: vec![Element::default()], beyond: 0 };
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Token::StartTag(tag) => open.start(tag),
            Token::EndTag(tag) => open.end(&text(&tag.name)),
            Token::String(string) => open.add(Node::Text(text(&string.value))),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    open.close_down_to(1);
    open.stack.pop().unwrap_or_default()
}

/// The elements that are open, the outermost first.
struct Open {
    stack: Vec<Element>,
    /// How many are open beyond the deepest that are kept apart.
    beyond: usize,
}

impl Open {
    fn start(&mut self, tag: StartTag<()>) {
        let attributes = tag.attributes.into_iter().map(|(name, value)| (text(&name), text(&value.value))).collect();
        let element = Element { name: text(&tag.name), attributes, children: vec![] };
        self.close_what_ends_before(&element.name);
        if VOID.contains(&element.name.as_str()) {
            self.add(Node::Element(element));
        } else if self.stack.len() >= DEEPEST {
            self.beyond += 1;
        } else {
            self.stack.push(element);
        }
    }

    fn end(&mut self, name: &str) {
        if self.beyond > 0 {
            self.beyond -= 1;
        } else if let Some(at) = self.stack.iter().rposition(|element| element.name == name) {
            self.close_down_to(at.max(1));
        }
    }

    /// The end tags that may be left out: an item ends the item before it, and so on.
    fn close_what_ends_before(&mut self, name: &str) {
        let (ends, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "tr" => (&["tr", "td", "th"], &["table"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tbody" | "tfoot" => (&["thead", "tbody"], &["table"]),
            "option" => (&["option"], &["select"]),
            "p" | "ul" | "ol" | "dl" | "div" | "table" | "section" | "form" => (&["p"], &["li", "td", "dd", "div"]),
            _ => return,
        };
        let from = self.stack.iter().rposition(|element| within.contains(&element.name.as_str())).unwrap_or(0);
        let found = self.stack[from..].iter().position(|element| ends.contains(&element.name.as_str()));
        if let Some(at) = found {
            self.close_down_to((from + at).max(1));
        }
    }

    fn close_down_to(&mut self, length: usize) {
        while self.stack.len() > length {
            if let Some(element) = self.stack.pop() {
                self.add(Node::Element(element));
            }
        }
    }

    fn add(&mut self, node: Node) {
        if let Some(parent) = self.stack.last_mut() {
            parent.children.push(node);
        }
    }
}

fn text(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
