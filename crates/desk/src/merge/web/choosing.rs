//! Two files side by side, the preview of the result, and the merge.

use ::store::{Once, spend};
use ::web::{Answer, FieldError, Fields, Habilitation, Page, Visitor, Web, WebError, see_other, sessions};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use words::{Arg, Talk};

use super::{GroupLine, OptionLine, Shown, all_shown, framed, listed};
use crate::clients::{self, Client, ClientData, Customs, Day, asked, encoded, id_of};
use crate::duplicates::Named;
use crate::links;
use crate::merge::choice::{Choice, differing, groups, merged};
use crate::merge::{MergeError, Side, store};

/// The two files of a merge, as they are now, and the fields of their centre.
struct Two {
    kept: Client,
    other: Client,
    own: Customs,
}

impl Two {
    /// Both files, or why they cannot be merged.
    async fn read(web: &Web, visitor: &Visitor, kept: &str, other: &str) -> Result<Self, WebError> {
        let (kept, other) = (id_of(kept)?, id_of(other)?);
        if kept == other {
            return Err(MergeError::Itself.into());
        }
        let read = |id| clients::get(web.store.read(), visitor.scope(), id);
        let own = clients::custom_fields(web.store.read(), visitor.scope()).await?;
        let two = Self { kept: read(kept).await?, other: read(other).await?, own };
        if two.kept.merged_into.is_some() || two.other.merged_into.is_some() {
            return Err(MergeError::Merged.into());
        }
        Ok(two)
    }

    fn address(&self) -> String {
        format!("/clients/{}/merge/{}", self.kept.id.0, self.other.id.0)
    }

    fn kept_is_newer(&self) -> bool {
        self.kept.updated_at.0 >= self.other.updated_at.0
    }

    fn result(&self, asked: &Fields) -> Fields {
        merged(&self.kept.values(), &self.other.values(), self.kept_is_newer(), asked)
    }

    /// The result checked as the form of a file is checked.
    fn data(&self, asked: &Fields, web: &Web, talk: Talk) -> Result<ClientData, Vec<FieldError>> {
        let today = Day::of(web.clock().now(), web.config.offset_minutes);
        let result = self.result(asked);
        Ok(ClientData::read(&result, talk.lang, today)?.with_own(&result))
    }

    /// True when the form was made of these versions, or names none.
    fn is_current(&self, asked: &Fields) -> bool {
        let read = |name: &str, version: i64| asked.get(name).is_empty() || asked.get(name) == version.to_string();
        read("version", self.kept.version) && read("other_version", self.other.version)
    }

    fn groups(&self, asked: &Fields, errors: &[FieldError], talk: Talk) -> Vec<GroupLine> {
        let (kept, other) = (self.kept.values(), self.other.values());
        let line = |group: crate::merge::Group| {
            let asked = Choice::parse(asked.get(group.name()));
            let chosen = asked.unwrap_or_else(|| group.proposed(&kept, &other, self.kept_is_newer()));
            let option = |choice: Choice| {
                let values: Vec<String> = group.chosen(choice, &kept, &other);
                let pairs = group.fields.iter().map(|field| field.clone().into_owned()).zip(values);
                OptionLine {
                    code: choice.code(),
                    values: all_shown(talk, &self.own, &group, &Fields(pairs.collect())),
                    source: source_of(choice),
                    chosen: choice == chosen,
                }
            };
            let error = errors.iter().find(|error| group.fields.iter().any(|field| *field == error.field));
            GroupLine {
                talk,
                name: group.name().to_owned(),
                label: self.own.label(group.name(), talk),
                error: error.map(|error| talk.with(error.key, &error.args)),
                options: group.offered(&kept, &other).into_iter().map(option).collect(),
            }
        };
        differing(&kept, &other).0.into_iter().map(line).collect()
    }
}

fn source_of(choice: Choice) -> &'static str {
    match choice {
        Choice::Kept => "merge-source-kept",
        Choice::Other => "merge-source-other",
        Choice::Both => "merge-source-both",
    }
}

#[derive(Template)]
#[template(path = "merge/choose.html")]
struct ChoosePage {
    page: Page,
    kept: Named,
    other: Named,
    two: Two,
    groups: Vec<GroupLine>,
    same: String,
    changed: bool,
}

impl ChoosePage {
    fn swapped(&self) -> String {
        format!("/clients/{}/merge/{}", self.two.other.id.0, self.two.kept.id.0)
    }
}

async fn choose_page(
    web: &Web,
    visitor: &Visitor,
    two: Two,
    asked: &Fields,
    errors: &[FieldError],
    changed: bool,
) -> Result<ChoosePage, WebError> {
    let (talk, script) = (visitor.talk(), visitor.preferences.script);
    let values = two.kept.values();
    let mut same = differing(&values, &two.other.values()).1;
    same.retain(|group| !group.held(&values).is_empty());
    let same = listed(talk, &two.own, &same);
    Ok(ChoosePage {
        page: framed(web, visitor, "merge-title").await?.wrong(changed || !errors.is_empty()),
        kept: Named::new(&two.kept, script, talk),
        other: Named::new(&two.other, script, talk),
        groups: two.groups(asked, errors, talk),
        same,
        changed,
        two,
    })
}

/// Both files side by side, with what is proposed, or with what the address names.
pub(super) async fn choose(
    State(web): State<Web>,
    visitor: Visitor,
    Path((kept, other)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Answer {
    visitor.may(Habilitation::MergeClients)?;
    let two = Two::read(&web, &visitor, &kept, &other).await?;
    Page::show(&choose_page(&web, &visitor, two, &asked(query), &[], false).await?)
}

/// A field of the result.
struct Fact {
    term: String,
    values: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "merge/preview.html")]
struct PreviewPage {
    page: Page,
    kept: Named,
    other: Named,
    facts: Vec<Fact>,
    calls: i64,
    linked: bool,
    back: String,
    hidden: Vec<(String, String)>,
}

/// What the file that stays will hold. Nothing is written yet.
pub(super) async fn preview(
    State(web): State<Web>,
    visitor: Visitor,
    Path((kept, other)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Answer {
    visitor.may(Habilitation::MergeClients)?;
    let (asked, talk, script) = (asked(query), visitor.talk(), visitor.preferences.script);
    let two = Two::read(&web, &visitor, &kept, &other).await?;
    if !two.is_current(&asked) {
        return overtaken(&web, &visitor, two, &asked).await;
    }
    if let Err(errors) = two.data(&asked, &web, talk) {
        return Page::show_wrong(&choose_page(&web, &visitor, two, &asked, &errors, false).await?);
    }
    let result = two.result(&asked);
    let facts = groups(&[&result]).into_iter().map(|group| Fact {
        term: two.own.label(group.name(), talk),
        values: all_shown(talk, &two.own, &group, &result),
    });
    let chosen = chosen(&asked, &two);
    let pairs: Vec<String> = chosen.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    let mut hidden = chosen;
    let own = [
        ("kept", two.kept.id.0.to_string()),
        ("other", two.other.id.0.to_string()),
        ("version", two.kept.version.to_string()),
        ("other_version", two.other.version.to_string()),
        ("once", web.chance.token(16)),
    ];
    hidden.extend(own.map(|(name, value)| (name.to_owned(), value)));
    Page::show(&PreviewPage {
        page: framed(&web, &visitor, "merge-preview-title").await?,
        kept: Named::new(&two.kept, script, talk),
        other: Named::new(&two.other, script, talk),
        facts: facts.filter(|fact| !fact.values.is_empty()).collect(),
        calls: store::calls_of(web.store.read(), visitor.scope(), two.other.id).await?,
        linked: !links::of_file(web.store.read(), visitor.scope(), two.other.id, 0).await?.rows.is_empty(),
        back: format!("{}?{}", two.address(), pairs.join("&")),
        hidden,
    })
}

/// The choices among what was sent.
fn chosen(asked: &Fields, two: &Two) -> Vec<(String, String)> {
    let known = |group: crate::merge::Group| {
        let value = Choice::parse(asked.get(group.name()))?;
        Some((group.name().to_owned(), value.code().to_owned()))
    };
    groups(&[&two.kept.values(), &two.other.values()]).into_iter().filter_map(known).collect()
}

/// Both files as they are now, with the choices that were made, because one of them changed meanwhile.
async fn overtaken(web: &Web, visitor: &Visitor, two: Two, asked: &Fields) -> Answer {
    let shown = choose_page(web, visitor, two, asked, &[], true).await?;
    Ok((StatusCode::CONFLICT, Html(shown.render()?)).into_response())
}

/// Merges. A post that comes twice leads to the merge that the first one made.
pub(super) async fn act(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::MergeClients)?;
    let (kept, once) = (fields.get("kept"), fields.get("once"));
    let home = format!("/clients/{}", id_of(kept)?.0);
    if once.is_empty() {
        return Err(WebError::Malformed("a merge without its token".to_owned()));
    }
    let change = web.store.begin(visitor.scope()).await?;
    if let Once::Again(first) = spend(&change, once, &home).await? {
        return Ok(see_other(&first));
    }
    let two = match Two::read(&web, &visitor, kept, fields.get("other")).await {
        Ok(two) => two,
        Err(refused) => return Err(refused),
    };
    let data = match two.data(&fields, &web, visitor.talk()) {
        Ok(data) if two.is_current(&fields) => data,
        Ok(_) => {
            drop(change);
            return overtaken(&web, &visitor, two, &fields).await;
        }
        Err(errors) => {
            drop(change);
            return Page::show_wrong(&choose_page(&web, &visitor, two, &fields, &errors, false).await?);
        }
    };
    match crate::merge::merge(&change, Side::of(&two.kept), Side::of(&two.other), &data).await {
        Ok(_) => change.commit().await?,
        Err(MergeError::Changed) => {
            drop(change);
            let now = Two::read(&web, &visitor, kept, fields.get("other")).await?;
            return overtaken(&web, &visitor, now, &fields).await;
        }
        Err(refused) => return Err(refused.into()),
    }
    sessions::tell(&web, &visitor, "merge-done").await?;
    Ok(see_other(&home))
}

impl PreviewPage {
    fn moved(&self) -> String {
        self.page.talk.with("merge-moved", &[("n", Arg::from(self.calls))])
    }
}
