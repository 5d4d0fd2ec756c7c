//! Pages of the list of client files: every kind of filter, in every order, from the first page on.

use std::time::Instant;

use crate::process::{Stop, interrupted};

use super::Engine;
use super::http::{Connection, Encoding};
use super::load::within;
use super::server::Server;
use super::table::Table;

/// One condition of each kind, and conditions together.
const FILTERS: [&str; 20] = [
    "",
    "status=active",
    "status=lost",
    "status=difficult&status=lost",
    "wilaya=16",
    "wilaya=50",
    "wilaya=16,31",
    "language=en",
    "language=ar",
    "portfolio=0",
    "has=email",
    "missing=needs",
    "missing=both_names",
    "created_from=01/01/2026",
    "created_to=01/01/2026",
    "idle=30",
    "recent=7",
    "age=30-40",
    "age=80-85&language=en",
    "status=lost&wilaya=49&language=en&missing=email",
];
const ORDERS: [&str; 3] = ["newest", "updated", "name"];
/// Pages that are read one after the other, as their links lead.
const PAGES: usize = 4;
/// How often each page is asked for.
const TURNS: usize = 12;

/// Asks for each page several times over one connection and notes the percentiles over all, and the slowest filters.
///
/// # Errors
/// [`Stop::Failed`] when a page is not answered.
pub fn measure(engine: Engine, server: &Server, cookie: &str, table: &mut Table) -> Result<(), Stop> {
    let broken = |error: std::io::Error| Stop::Failed(format!("list pages: {error}"));
    let mut connection = Connection::open(server.port, cookie).map_err(broken)?;
    let (mut all, mut each) = (vec![], vec![]);
    for (filter, order) in FILTERS.iter().flat_map(|filter| ORDERS.map(|order| (filter, order))) {
        let mut times = vec![];
        let mut address = Some(format!("/clients?{filter}{}sort={order}", if filter.is_empty() { "" } else { "&" }));
        for _ in 0..PAGES {
            let Some(path) = address.take() else { break };
            for _ in 0..TURNS {
                if interrupted() {
                    return Err(Stop::Interrupted);
                }
                let start = Instant::now();
                let answer = connection.get(&path, Encoding::Plain).map_err(broken)?;
                times.push(start.elapsed());
                if answer.status != 200 {
                    return Err(Stop::Failed(format!("{path} was answered with {}", answer.status)));
                }
            }
            address = next(&String::from_utf8_lossy(&connection.body));
        }
        all.extend_from_slice(&times);
        times.sort();
        each.push((within(&times, 0.95), format!("{filter} by {order}")));
    }
    all.sort();
    let (count, middle, most, last) = (all.len(), within(&all, 0.5), within(&all, 0.95), within(&all, 1.0));
    table.note(format!(
        "{}: {count} list pages ({} filters, {} orders, {PAGES} pages deep): p50 {middle:.2} ms, p95 {most:.2} ms, slowest {last:.2} ms",
        engine.name(),
        FILTERS.len(),
        ORDERS.len(),
    ));
    each.sort_by(|a, b| b.0.total_cmp(&a.0));
    let slowest: Vec<String> = each.iter().take(5).map(|(time, name)| format!("{name} {time:.2} ms")).collect();
    table.note(format!("{}: slowest filters, p95: {}", engine.name(), slowest.join("; ")));
    Ok(())
}

/// The link to the page after this one.
fn next(page: &str) -> Option<String> {
    let links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let found = links.filter(|link| link.starts_with("/clients?") && link.contains("after=")).last()?;
    Some(found.replace("&amp;", "&").replace("&#38;", "&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_link_to_the_next_page_is_the_one_with_a_place() {
        let page = r#"<a href="/clients">x</a><a href="/clients?status=lost&#38;sort=name&#38;after=a%2012.7">y</a>"#;
        assert_eq!(next(page).as_deref(), Some("/clients?status=lost&sort=name&after=a%2012.7"));
        assert_eq!(next("<a href=\"/clients?sort=name\">y</a>"), None);
    }
}
