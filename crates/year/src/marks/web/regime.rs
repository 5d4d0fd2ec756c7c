//! The rules of marks of a promotion, in versions. A version is added and none is changed: what was computed stays as it was.

use std::collections::BTreeMap;

use ::store::StoreError;
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, see_other, sessions,
};
use askama::Template;
use axum::extract::{Path, State};
use desk::clients::Day;
use names::fold::ascii_digits;
use school::programme::programme;
use words::{Arg, Lang, Talk};

use crate::cohorts::{self, Promotion};
use crate::common::{id_of, read_day, school, shown_day, today};
use crate::marks::store::{self, Regime};
use crate::marks::{Component, Mark, Resit, Rules, shown};

/// The most components of a module's mark.
const MOST: usize = 6;

struct ShownVersion {
    number: i64,
    from: String,
    reason: String,
    who: String,
}

#[derive(Template)]
#[template(path = "marks/regime.html")]
struct RegimePage {
    page: Page,
    promotion: Promotion,
    versions: Vec<ShownVersion>,
    /// The rules that stand, a sentence each.
    sentences: Vec<String>,
    /// How many mark sheets follow the versions so far.
    sheets: i64,
    form: Option<Form>,
}

/// The rules as sentences.
fn sentences(talk: Talk, rules: &Rules) -> Vec<String> {
    let ltr = |hundredths: i64| Arg::ltr(&shown(hundredths, talk));
    let name = |own: &Component| if talk.lang == Lang::Ar { own.ar.clone() } else { own.fr.clone() };
    let parts: Vec<String> = rules.components.iter().map(|own| format!("{} × {}", name(own), own.weight)).collect();
    let mut all = vec![
        talk.html("marks-says-components", &[("parts", Arg::from(parts.join(", ")))]),
        talk.html("marks-says-pass", &[("mark", ltr(rules.pass)), ("step", ltr(rules.rounding))]),
    ];
    if rules.eliminatory > 0 {
        all.push(talk.html("marks-says-eliminatory", &[("mark", ltr(rules.eliminatory))]));
    }
    let yes_no = |yes: bool, [one, other]: [&str; 2]| talk.t(if yes { one } else { other }).into_owned();
    all.push(yes_no(rules.compensation, ["marks-says-compensation", "marks-says-no-compensation"]));
    all.push(yes_no(rules.absent_is_zero, ["marks-says-absent-zero", "marks-says-absent-open"]));
    all.push(
        talk.t(match rules.resit {
            Resit::None => "marks-says-resit-none",
            Resit::Best => "marks-says-resit-best",
            Resit::Replaces => "marks-says-resit-replaces",
        })
        .into_owned(),
    );
    all
}

/// The fields of a version, filled with rules.
fn values_of(talk: Talk, rules: &Rules, from: Day) -> Fields {
    let mut values = Fields::default();
    for (at, own) in (1..).zip(&rules.components) {
        values.set(&format!("fr-{at}"), own.fr.as_str());
        values.set(&format!("ar-{at}"), own.ar.as_str());
        values.set(&format!("weight-{at}"), own.weight.to_string());
    }
    values.set("pass", shown(rules.pass, talk));
    values.set("eliminatory", shown(rules.eliminatory, talk));
    values.set("rounding", rules.rounding.to_string());
    values.set("compensation", if rules.compensation { "yes" } else { "no" });
    values.set("absent", if rules.absent_is_zero { "zero" } else { "open" });
    values.set("resit", rules.resit.code());
    for module in &programme().modules {
        values.set(&format!("coefficient-{}", module.code), rules.coefficient(&module.code).to_string());
    }
    values.set("from", from.shown());
    values
}

fn fields_of(talk: Talk) -> Vec<Field> {
    let choice = |code: &str, key: &str| (code.to_owned(), talk.t(key).into_owned());
    let mut fields = vec![
        Field::line(talk, "from", "cohorts-from").required(talk).hint(talk, "marks-hint-from"),
        Field::area(talk, "reason", "marks-reason", 2).required(talk),
    ];
    for at in 1..=MOST {
        let label = |key| talk.with(key, &[("number", Arg::from(at))]);
        fields.push(
            Field::line(talk, format!("fr-{at}"), "marks-component")
                .labelled(&label("marks-part-fr"))
                .in_language("fr"),
        );
        fields.push(
            Field::line(talk, format!("ar-{at}"), "marks-component")
                .labelled(&label("marks-part-ar"))
                .in_language("ar"),
        );
        fields.push(Field::line(talk, format!("weight-{at}"), "marks-component").labelled(&label("marks-part-weight")));
    }
    let rounding = Rules::ROUNDINGS.map(|step| (step.to_string(), shown(step, talk))).to_vec();
    fields.extend([
        Field::line(talk, "pass", "marks-pass").required(talk),
        Field::line(talk, "eliminatory", "marks-eliminatory").required(talk).hint(talk, "marks-hint-eliminatory"),
        Field::select(talk, "rounding", "marks-rounding", rounding).required(talk),
        Field::radio(
            talk,
            "compensation",
            "marks-compensation",
            vec![choice("yes", "programme-yes"), choice("no", "programme-no")],
        )
        .required(talk),
        Field::radio(
            talk,
            "absent",
            "marks-absent",
            vec![choice("zero", "marks-absent-zero"), choice("open", "marks-absent-open")],
        )
        .required(talk),
        Field::radio(
            talk,
            "resit",
            "marks-resit",
            [Resit::None, Resit::Best, Resit::Replaces].map(|own| choice(own.code(), own.key())).to_vec(),
        )
        .required(talk),
    ]);
    let coefficient = |module: &::programme::Module| {
        let label = talk.with("marks-coefficient-of", &[("module", Arg::ltr(&module.code))]);
        Field::line(talk, format!("coefficient-{}", module.code), "marks-coefficient").labelled(&label).folded()
    };
    fields.extend(programme().modules.iter().map(coefficient));
    fields
}

async fn page_of(
    web: &Web,
    visitor: &Visitor,
    promotion: Promotion,
    typed: Option<&Fields>,
    errors: &[FieldError],
) -> Result<RegimePage, WebError> {
    let (talk, db) = (visitor.talk(), web.store.read());
    let (versions, sheets) = tokio::try_join!(store::regimes(db, promotion.id), store::sheets_under(db, promotion.id))?;
    let rules = match versions.first() {
        Some(last) => last.rules()?,
        None => Rules::usual(),
    };
    let place = format!("/year/promotions/{}/regime", promotion.id);
    let form = visitor.may(Habilitation::KeepYear).is_ok().then(|| {
        let values = values_of(talk, &rules, today(web));
        Form::new(talk, &*place, &*place, "marks-regime-save")
            .fields(fields_of(talk), typed.unwrap_or(&values), errors)
            .folding("marks-coefficients")
            .hidden("last", versions.first().map_or(0, |own| own.number).to_string())
    });
    let title = talk.with("marks-regime-title", &[("promotion", Arg::from(promotion.code.as_str()))]);
    let page = Page::titled(web, visitor, title).await?.under("/year").document().wrong(!errors.is_empty());
    let shown = |own: Regime| ShownVersion {
        number: own.number,
        from: shown_day(&own.from_on),
        reason: own.reason,
        who: own.who,
    };
    let versions = versions.into_iter().map(shown).collect();
    Ok(RegimePage { page, promotion, versions, sentences: sentences(talk, &rules), sheets, form })
}

/// The rules of a promotion.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ReadYear)?;
    let promotion = cohorts::promotion(web.store.read(), id_of(&id)?).await?;
    Page::show(&page_of(&web, &visitor, promotion, None, &[]).await?)
}

fn whole(check: &mut Check<'_>, field: &str, key: &'static str) -> i64 {
    let typed = ascii_digits(&check.line(field, 10));
    match typed.parse::<i64>().ok().filter(|number| (1..=20).contains(number)) {
        Some(number) => number,
        None => {
            check.wrong(field, key);
            1
        }
    }
}

fn threshold(check: &mut Check<'_>, fields: &Fields, field: &str) -> i64 {
    match Mark::parse(fields.get(field)) {
        Ok(Some(Mark::Given(mark))) => mark,
        _ => {
            check.wrong_with(field, "marks-error-scale", vec![("typed", Arg::ltr(fields.get(field)))]);
            0
        }
    }
}

/// Reads a version: its day, why, and its rules.
fn read(fields: &Fields) -> Result<(Day, String, Rules), Vec<FieldError>> {
    let mut check = Check::new(fields);
    let from = read_day(&mut check, "from", Some("cohorts-error-day"));
    let reason = check.text("reason", 500);
    if reason.is_empty() {
        check.wrong("reason", "marks-error-reason");
    }
    let mut components = vec![];
    for at in 1..=MOST {
        let names = [format!("fr-{at}"), format!("ar-{at}"), format!("weight-{at}")];
        if names.iter().all(|name| fields.get(name).trim().is_empty()) {
            continue;
        }
        let fr = check.required(&names[0], 60, "cohorts-error-institution");
        let ar = check.required(&names[1], 60, "cohorts-error-institution");
        let weight = whole(&mut check, &names[2], "marks-error-weight");
        components.push(Component { code: format!("C{at}"), fr, ar, weight });
    }
    if components.is_empty() {
        check.wrong("fr-1", "marks-error-components");
    }
    let pass = threshold(&mut check, fields, "pass");
    let eliminatory = threshold(&mut check, fields, "eliminatory");
    if eliminatory > pass {
        check.wrong("eliminatory", "marks-error-eliminatory");
    }
    let rounding = check.choice("rounding", &["1", "25", "50", "100"], "frame-error-choice").parse().unwrap_or(1);
    let compensation = check.choice("compensation", &["yes", "no"], "frame-error-choice") == "yes";
    let absent_is_zero = check.choice("absent", &["zero", "open"], "frame-error-choice") == "zero";
    let resit = Resit::parse(check.choice("resit", &Resit::CODES, "frame-error-choice")).unwrap_or(Resit::None);
    let mut coefficients = BTreeMap::new();
    for module in &programme().modules {
        let weight = whole(&mut check, &format!("coefficient-{}", module.code), "marks-error-weight");
        coefficients.insert(module.code.clone(), weight);
    }
    let (Some(from), true) = (from, check.errors.is_empty()) else { return Err(check.errors) };
    let rules = Rules { components, rounding, pass, eliminatory, compensation, absent_is_zero, resit, coefficients };
    Ok((from, reason, rules))
}

/// Adds a version. Mark sheets that were opened before keep theirs.
pub(super) async fn save(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let promotion = cohorts::promotion(web.store.read(), id_of(&id)?).await?;
    let versions = store::regimes(web.store.read(), promotion.id).await?;
    let last = fields.get("last").parse().unwrap_or(0);
    let wrong = |field: &str, key| vec![FieldError { field: field.to_owned(), key, args: vec![] }];
    let errors = match read(&fields) {
        Err(errors) => errors,
        Ok((from, ..)) if versions.first().is_some_and(|own| own.from_on > from.to_string()) => {
            wrong("from", "marks-error-from")
        }
        Ok((from, reason, rules)) => {
            let change = web.store.begin(school(&visitor)).await?;
            match store::add_regime(&change, promotion.id, last, from, &rules, &reason).await {
                Ok(_) => {
                    change.commit().await?;
                    sessions::tell(&web, &visitor, "marks-regime-saved").await?;
                    return Ok(see_other(&format!("/year/promotions/{}/regime", promotion.id)));
                }
                Err(StoreError::Duplicate(_)) => wrong("from", "marks-error-version"),
                Err(error) => return Err(error.into()),
            }
        }
    };
    Page::show_wrong(&page_of(&web, &visitor, promotion, Some(&fields), &errors).await?)
}
