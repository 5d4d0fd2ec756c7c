//! Forms as they are shown: their fields, with what was typed and what is wrong.

use std::borrow::Cow;
use std::collections::BTreeMap;

use askama::Template;
use words::Talk;

use crate::{FieldError, Fields};

/// What a field looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `<input type=…>`.
    Input(&'static str),
    /// `<textarea>` of so many rows.
    Area(u8),
    /// `<select>`.
    Select,
    /// A group of radio buttons.
    Radio,
    /// A group of checkboxes.
    Boxes,
}

/// One option of a choice.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What is sent.
    pub code: String,
    /// What is shown.
    pub text: String,
}

/// A field and how it is shown.
#[derive(Clone, Debug, Template)]
#[template(path = "frame/field.html")]
pub struct Field {
    name: Cow<'static, str>,
    label: String,
    hint: Option<String>,
    kind: Kind,
    required: Option<String>,
    autocomplete: &'static str,
    dir: &'static str,
    lang: &'static str,
    options: Vec<Choice>,
    values: Vec<String>,
    error: Option<String>,
    error_word: String,
    remark: Option<String>,
    remark_word: String,
    focus: bool,
    exact: bool,
    folded: bool,
}

impl askama::filters::HtmlSafe for Field {}

impl Field {
    /// A one-line field.
    pub fn line(talk: Talk, name: impl Into<Cow<'static, str>>, label: &str) -> Self {
        Self {
            name: name.into(),
            label: talk.label(label).into_owned(),
            hint: None,
            kind: Kind::Input("text"),
            required: None,
            autocomplete: "off",
            dir: "auto",
            lang: "",
            options: vec![],
            values: vec![],
            error: None,
            error_word: talk.t("frame-error-word").into_owned(),
            remark: None,
            remark_word: talk.t("frame-remark-word").into_owned(),
            focus: false,
            exact: false,
            folded: false,
        }
    }

    /// A field of several lines.
    pub fn area(talk: Talk, name: impl Into<Cow<'static, str>>, label: &str, rows: u8) -> Self {
        Self { kind: Kind::Area(rows), ..Self::line(talk, name, label) }
    }

    /// A list to choose from. Options are (code, text).
    pub fn select(talk: Talk, name: impl Into<Cow<'static, str>>, label: &str, options: Vec<(String, String)>) -> Self {
        let options = options.into_iter().map(|(code, text)| Choice { code, text }).collect();
        Self { kind: Kind::Select, options, ..Self::line(talk, name, label) }
    }

    /// Radio buttons.
    pub fn radio(talk: Talk, name: impl Into<Cow<'static, str>>, label: &str, options: Vec<(String, String)>) -> Self {
        Self { kind: Kind::Radio, ..Self::select(talk, name, label, options) }
    }

    /// Checkboxes.
    pub fn boxes(talk: Talk, name: impl Into<Cow<'static, str>>, label: &str, options: Vec<(String, String)>) -> Self {
        Self { kind: Kind::Boxes, ..Self::select(talk, name, label, options) }
    }

    /// The type of the input: `password`, `tel`, `email`, `date`.
    pub fn of_type(mut self, kind: &'static str) -> Self {
        self.kind = Kind::Input(kind);
        if matches!(kind, "tel" | "email" | "date" | "password") {
            self.dir = "ltr";
        }
        self
    }

    /// A hint under the label.
    pub fn hint(mut self, talk: Talk, key: &str) -> Self {
        self.hint = Some(talk.t(key).into_owned());
        self
    }

    /// A label that is data and no text key.
    pub fn labelled(mut self, label: &str) -> Self {
        label.clone_into(&mut self.label);
        self
    }

    /// A hint that is data and no text key; an empty one is none.
    pub fn hinted(mut self, hint: &str) -> Self {
        self.hint = (!hint.is_empty()).then(|| hint.to_owned());
        self
    }

    /// Stands folded away at the end of the form; see [`Form::folding`].
    pub fn folded(mut self) -> Self {
        self.folded = true;
        self
    }

    /// Marks the field as required.
    pub fn required(mut self, talk: Talk) -> Self {
        self.required = Some(talk.t("frame-required").into_owned());
        self
    }

    /// The autocomplete token.
    pub fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = token;
        self
    }

    /// The language of what is typed, which also fixes its direction.
    pub fn in_language(mut self, lang: &'static str) -> Self {
        self.lang = lang;
        self.dir = if lang == "ar" { "rtl" } else { "ltr" };
        self
    }

    /// What is typed stays as it is typed: no spelling help, no capitals or words put in by the browser.
    pub fn exact(mut self) -> Self {
        self.exact = true;
        self
    }

    /// Takes the focus when the page opens.
    pub fn focused(mut self) -> Self {
        self.focus = true;
        self
    }

    /// The field with its own of `values` and of `errors`, for a form that draws itself.
    pub fn filled(mut self, talk: Talk, values: &Fields, errors: &[FieldError]) -> Self {
        self.values = values.each(&self.name).map(str::to_owned).collect();
        let own = errors.iter().find(|error| error.field == self.name);
        self.error = own.map(|error| talk.with(error.key, &error.args));
        self
    }

    fn id(&self) -> String {
        format!("f-{}", self.name)
    }

    fn value(&self) -> &str {
        self.values.first().map_or("", String::as_str)
    }

    fn chosen(&self, code: &str) -> bool {
        self.values.iter().any(|value| value == code)
    }

    fn box_type(&self) -> &'static str {
        if self.kind == Kind::Radio { "radio" } else { "checkbox" }
    }

    fn described_by(&self) -> String {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.id()));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.id()));
        let remark = self.remark.as_ref().map(|_| format!("{}-remark", self.id()));
        [hint, remark, error].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// A form: where it goes, its fields, what is wrong.
#[derive(Clone, Debug, Template)]
#[template(path = "frame/form.html")]
pub struct Form {
    talk: Talk,
    action: String,
    page: String,
    button: String,
    fields: Vec<Field>,
    hidden: Vec<(String, String)>,
    errors: Vec<(String, String)>,
    restored: bool,
    draft: bool,
    asks: bool,
    fold: String,
}

impl askama::filters::HtmlSafe for Form {}

impl Form {
    /// A form that posts to `action`, stands on `page`, and is sent with the button `button` (a key).
    pub fn new(talk: Talk, action: impl Into<String>, page: impl Into<String>, button: &str) -> Self {
        Self {
            talk,
            action: action.into(),
            page: page.into(),
            button: talk.t(button).into_owned(),
            fields: vec![],
            hidden: vec![],
            errors: vec![],
            restored: false,
            draft: false,
            asks: false,
            fold: String::new(),
        }
    }

    /// A form that changes nothing: what is typed becomes part of the address of `action`.
    pub fn search(talk: Talk, action: impl Into<String>, button: &str) -> Self {
        Self { asks: true, ..Self::new(talk, action, "", button) }
    }

    /// The fields, filled with `values` and marked with `errors`.
    pub fn fields(mut self, fields: Vec<Field>, values: &Fields, errors: &[FieldError]) -> Self {
        for field in fields {
            let field = field.filled(self.talk, values, errors);
            self.errors.extend(field.error.clone().map(|text| (field.id(), text)));
            self.fields.push(field);
        }
        if let Some(first) = self.fields.first_mut() {
            first.focus = first.focus && self.errors.is_empty();
        }
        self
    }

    /// The text key that stands over the fields that are folded away; they are open when one of them is filled or wrong.
    pub fn folding(mut self, key: &str) -> Self {
        self.fold = self.talk.t(key).into_owned();
        self
    }

    fn unfolded(&self) -> bool {
        let matters = |field: &Field| field.error.is_some() || !field.value().is_empty();
        self.fields.iter().any(|field| field.folded && matters(field))
    }

    fn has_folded(&self) -> bool {
        self.fields.iter().any(|field| field.folded)
    }

    /// What somebody remarked about fields, by name: each remark stands at its field.
    pub fn remarks(mut self, remarks: &BTreeMap<String, String>) -> Self {
        for field in &mut self.fields {
            field.remark = remarks.get(field.name.as_ref()).cloned();
        }
        self
    }

    /// A value that travels with the form.
    pub fn hidden(mut self, name: &str, value: impl Into<String>) -> Self {
        self.hidden.push((name.to_owned(), value.into()));
        self
    }

    /// Keeps what is typed while it is typed, and says so when `restored` shows it again.
    pub fn kept(mut self, restored: bool) -> Self {
        self.draft = true;
        self.restored = restored;
        self
    }

    /// True when something is wrong: the title then begins with the word "error".
    pub fn is_wrong(&self) -> bool {
        !self.errors.is_empty()
    }
}
