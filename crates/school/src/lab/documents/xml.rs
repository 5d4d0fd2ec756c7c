//! XML as a small tree, within bounds: no entities but the five of XML, no document type, and only so many levels.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use super::package::Refused;

/// The deepest element. Word itself stays under 60.
const DEEPEST: usize = 200;
/// The most elements of one part.
const MOST_ELEMENTS: usize = 400_000;

/// An element, its names without their prefixes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// Its name.
    pub name: String,
    attributes: Vec<(String, String)>,
    /// What is in it, in order.
    pub children: Vec<Child>,
}

/// What is in an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Child {
    /// An element.
    Element(Element),
    /// A text.
    Text(String),
}

impl Element {
    /// An attribute; empty when it is not there.
    pub fn get(&self, name: &str) -> &str {
        self.attribute(name).unwrap_or_default()
    }

    /// An attribute, if it is there.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// The elements directly in it.
    pub fn elements(&self) -> impl DoubleEndedIterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            Child::Text(_) => None,
        })
    }

    /// The first element of a name directly in it.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// The element at the end of a path of names.
    pub fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |element, name| element.child(name))
    }

    /// Every element of a name inside it, in the order of the document.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.walk().filter(move |element| element.name == name)
    }

    /// Itself and every element inside it, in the order of the document.
    pub fn walk(&self) -> impl Iterator<Item = &Self> {
        let mut left = vec![self];
        std::iter::from_fn(move || {
            let next = left.pop()?;
            left.extend(next.elements().rev());
            Some(next)
        })
    }

    /// All the text inside it.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.text_into(&mut text);
        text
    }

    // At most `DEEPEST` levels, so that calling itself is safe.
    fn text_into(&self, text: &mut String) {
        for child in &self.children {
            match child {
                Child::Text(own) => text.push_str(own),
                Child::Element(element) => element.text_into(text),
            }
        }
    }
}

/// Reads a part.
///
/// # Errors
/// [`Refused::Damaged`] for what is no XML, [`Refused::Hostile`] for what no word processor writes.
pub fn read(text: &str) -> Result<Element, Refused> {
    let mut reader = Reader::from_str(text);
    let (mut open, mut count) = (vec![Element::default()], 0_usize);
    loop {
        match reader.read_event().map_err(|_| Refused::Damaged)? {
            Event::Start(start) => {
                count += 1;
                if open.len() > DEEPEST || count > MOST_ELEMENTS {
                    return Err(Refused::Hostile);
                }
                open.push(element(&start)?);
            }
            Event::Empty(start) => {
                count += 1;
                if count > MOST_ELEMENTS {
                    return Err(Refused::Hostile);
                }
                add(&mut open, Child::Element(element(&start)?));
            }
            Event::End(_) => {
                let Some(done) = open.pop() else { return Err(Refused::Damaged) };
                add(&mut open, Child::Element(done));
            }
            Event::Text(text) => add_text(&mut open, &text.xml10_content()),
            Event::CData(text) => add_text(&mut open, &text.xml10_content()),
            Event::GeneralRef(name) => add_text(&mut open, &referred(&name)?),
            Event::DocType(_) => return Err(Refused::Hostile),
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
    let whole = open.pop().filter(|_| open.is_empty()).ok_or(Refused::Damaged)?;
    let root = whole.children.into_iter().find_map(|child| match child {
        Child::Element(element) => Some(element),
        Child::Text(_) => None,
    });
    root.ok_or(Refused::Damaged)
}

fn add(open: &mut [Element], child: Child) {
    if let Some(last) = open.last_mut() {
        last.children.push(child);
    }
}

/// Text in pieces is one text.
fn add_text(open: &mut [Element], text: &str) {
    let Some(last) = open.last_mut() else { return };
    match last.children.last_mut() {
        Some(Child::Text(before)) => before.push_str(text),
        _ => last.children.push(Child::Text(text.to_owned())),
    }
}

fn element(start: &BytesStart<'_>) -> Result<Element, Refused> {
    let name = local(start.name().as_ref()).to_owned();
    let mut attributes = vec![];
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|_| Refused::Damaged)?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| Refused::Hostile)?;
        attributes.push((local(attribute.key.as_ref()).to_owned(), value.into_owned()));
    }
    Ok(Element { name, attributes, children: vec![] })
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

fn referred(name: &quick_xml::events::BytesRef<'_>) -> Result<String, Refused> {
    if let Some(c) = name.resolve_char_ref().map_err(|_| Refused::Damaged)? {
        return Ok(c.to_string());
    }
    let word = match name.xml10_content().as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => return Err(Refused::Hostile),
    };
    Ok(word.to_owned())
}
