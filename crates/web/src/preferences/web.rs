//! The preferences page.

use askama::Template;
use axum::extract::State;
use words::{Arg, Lang, Talk};

use super::{Ear, Preferences, Script, Theme, paper, store};
use crate::{Answer, Check, Field, FieldError, Fields, Form, Page, Routes, Visitor, Web, drafts, see_other, sessions};

#[derive(Template)]
#[template(path = "preferences/preferences.html")]
struct PreferencesPage {
    page: Page,
    form: Form,
}

pub(crate) fn routes(web: Web) -> Routes {
    Routes::new().page("/preferences", show).post("/preferences", save).with_state(web)
}

async fn show(State(web): State<Web>, visitor: Visitor) -> Answer {
    let page = Page::new(&web, &visitor, "preferences-title").await?;
    let form = match drafts::draft(&web, &visitor, "/preferences").await? {
        Some(typed) => form(visitor.talk(), &typed, &[]).kept(true),
        None => form(visitor.talk(), &values(&visitor.preferences), &[]),
    };
    Page::show(&PreferencesPage { page, form })
}

async fn save(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    let mut check = Check::new(&fields);
    let chosen = read(&mut check, &visitor.preferences);
    if !check.errors.is_empty() {
        let page = Page::new(&web, &visitor, "preferences-title").await?.wrong(true);
        let form = form(visitor.talk(), &fields, &check.errors);
        return Page::show_wrong(&PreferencesPage { page, form });
    }
    let change = web.store.begin(visitor.scope()).await?;
    store::save(&change, visitor.account.id, &chosen.write()).await?;
    change.commit().await?;
    let talk = Talk { lang: chosen.language, short: chosen.short_texts };
    drafts::forget(&web, &visitor, "/preferences").await?;
    sessions::notify(&web, &visitor, talk.t("preferences-saved").into_owned()).await?;
    let mut response = see_other("/preferences");
    sessions::set_cookie(&mut response, &sessions::language_cookie(talk, web.config.secure));
    Ok(response)
}

fn read(check: &mut Check<'_>, before: &Preferences) -> Preferences {
    let unknown = "frame-error-choice";
    let language = check.choice("language", &["fr", "ar", "en"], unknown);
    let theme = check.choice("theme", Theme::CODES, unknown);
    let size = check.choice("text_size", &["100", "125", "150", "200"], unknown);
    let script = check.choice("script", Script::CODES, unknown);
    let ear = check.choice("ear", Ear::CODES, unknown);
    let milestones = check.choice("milestones", &["0", "1", "2", "5", "10"], unknown);
    let factor = check.choice("time_factor", &["1", "1.5", "2", "3"], unknown);
    let text = check.each("options");
    Preferences {
        language: Lang::parse(language).unwrap_or(Lang::Fr),
        theme: Theme::parse(theme).unwrap_or(Theme::System),
        text_size: size.parse().unwrap_or(100),
        more_contrast: text.contains(&"more_contrast".to_owned()),
        short_texts: text.contains(&"short_texts".to_owned()),
        script: Script::parse(script).unwrap_or(Script::Latin),
        ear: Ear::parse(ear).unwrap_or(Ear::Both),
        voice: text.contains(&"voice".to_owned()),
        milestones: milestones.parse().unwrap_or(0),
        earcons: text.contains(&"earcons".to_owned()),
        time_factor: factor.parse().unwrap_or(1.0),
        shortcuts: text.contains(&"shortcuts".to_owned()),
        means: check.each("means").into_iter().filter(|mean| Preferences::MEANS.contains(&mean.as_str())).collect(),
        grades: paper::grades(check, before.grades),
        paper: paper::size(check, before.paper),
    }
}

fn values(preferences: &Preferences) -> Fields {
    let mut fields = Fields::default();
    fields.set("language", preferences.language.code());
    fields.set("theme", preferences.theme.code());
    fields.set("text_size", preferences.text_size.to_string());
    fields.set("script", preferences.script.code());
    fields.set("ear", preferences.ear.code());
    fields.set("milestones", preferences.milestones.to_string());
    fields.set("time_factor", preferences.time_factor.to_string());
    let switches = [
        ("short_texts", preferences.short_texts),
        ("more_contrast", preferences.more_contrast),
        ("voice", preferences.voice),
        ("earcons", preferences.earcons),
        ("shortcuts", preferences.shortcuts),
    ];
    let on = switches.into_iter().filter(|(_, on)| *on).map(|(name, _)| ("options".to_owned(), name.to_owned()));
    fields.0.extend(on);
    paper::values(preferences, &mut fields);
    fields.0.extend(preferences.means.iter().map(|mean| ("means".to_owned(), mean.clone())));
    fields
}

/// Every so many minutes, or never.
fn milestones(talk: Talk) -> Vec<(String, String)> {
    let text = |minutes: u16| match minutes {
        0 => talk.t("preferences-milestones-none").into_owned(),
        minutes => talk.with("preferences-milestones-every", &[("minutes", Arg::from(i64::from(minutes)))]),
    };
    Preferences::MILESTONES.map(|minutes| (minutes.to_string(), text(minutes))).to_vec()
}

fn form(talk: Talk, values: &Fields, errors: &[FieldError]) -> Form {
    let keyed = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(code, key)| ((*code).to_owned(), talk.t(key).into_owned())).collect()
    };
    let languages = Lang::ALL.map(|lang| (lang.code().to_owned(), lang.own_name().to_owned()));
    let sizes = Preferences::SIZES.map(|size| (size.to_string(), format!("{size} %")));
    let factors = Preferences::FACTORS.map(|factor| (factor.to_string(), format!("× {factor}")));
    let mut fields = vec![
        Field::radio(talk, "language", "preferences-language", languages.to_vec()),
        Field::boxes(
            talk,
            "options",
            "preferences-options",
            keyed(&[
                ("short_texts", "preferences-short-texts"),
                ("more_contrast", "preferences-more-contrast"),
                ("voice", "preferences-voice"),
                ("earcons", "preferences-earcons"),
                ("shortcuts", "preferences-shortcuts"),
            ]),
        )
        .hint(talk, "preferences-options-hint"),
        Field::radio(
            talk,
            "script",
            "preferences-script",
            keyed(&[("latin", "preferences-script-latin"), ("arabic", "preferences-script-arabic")]),
        ),
        Field::radio(
            talk,
            "theme",
            "preferences-theme",
            keyed(&[
                ("system", "preferences-theme-system"),
                ("light", "preferences-theme-light"),
                ("dark", "preferences-theme-dark"),
            ]),
        ),
        Field::radio(talk, "text_size", "preferences-text-size", sizes.to_vec()),
        Field::radio(
            talk,
            "ear",
            "preferences-ear",
            keyed(&[
                ("both", "preferences-ear-both"),
                ("left", "preferences-ear-left"),
                ("right", "preferences-ear-right"),
            ]),
        )
        .hint(talk, "preferences-ear-hint"),
        Field::radio(talk, "milestones", "preferences-milestones", milestones(talk))
            .hint(talk, "preferences-milestones-hint"),
        Field::radio(talk, "time_factor", "preferences-time-factor", factors.to_vec())
            .hint(talk, "preferences-time-factor-hint"),
        Field::boxes(
            talk,
            "means",
            "preferences-means",
            keyed(&[
                ("speech", "preferences-means-speech"),
                ("braille", "preferences-means-braille"),
                ("magnifier", "preferences-means-magnifier"),
            ]),
        )
        .hint(talk, "preferences-means-hint"),
    ];
    fields.extend(paper::fields(talk));
    Form::new(talk, "/preferences", "/preferences", "preferences-save").fields(fields, values, errors)
}
