//! The credential of a module and its signature.

use ::store::{Chance, Moment};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use desk::clients::Day;
use ring::signature::{ED25519, Ed25519KeyPair, UnparsedPublicKey};
use school::programme::programme;
use serde_json::{Value as Json, json};

use super::Validated;
use super::key::{issuer, jwk};

/// The contexts of a credential, in the order that Open Badges 3.0 asks for.
const CONTEXT: [&str; 2] =
    ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];

/// Whom a credential is about.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    pub name: String,
    pub number: String,
}

/// A moment as credentials write it: `2026-11-23T08:00:00Z`.
fn written(at: Moment) -> String {
    let seconds = at.0.div_euclid(1_000).rem_euclid(86_400);
    let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    format!("{}T{hour:02}:{minute:02}:{second:02}Z", Day::of(at, 0))
}

/// A random UUID (RFC 9562, version 4).
fn uuid(chance: &Chance) -> String {
    let mut bytes = [0_u8; 16];
    chance.fill(&mut bytes);
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

/// The credential as JSON, with the claims of a JWT.
pub(super) fn credential(
    key: &Ed25519KeyPair,
    chance: &Chance,
    at: Moment,
    institution: &str,
    subject: &Subject,
    validated: &Validated,
) -> Json {
    let sheet = &programme().sheet;
    let module = programme().module(&validated.module);
    let title = module.map_or("", |own| own.title.fr.as_str());
    let behaviour = module.map_or("", |own| own.behaviour.fr.as_str());
    let criteria: Vec<&str> =
        module.map_or_else(Vec::new, |own| own.all_criteria().map(|own| own.text.fr.as_str()).collect());
    let code = &validated.module;
    let (issuer, id) = (issuer(key), format!("urn:uuid:{}", uuid(chance)));
    let identity = |kind: &str, value: &str| json!({"type": "IdentityObject", "hashed": false, "identityHash": value, "identityType": kind});
    json!({
        "@context": CONTEXT,
        "id": id,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": format!("{code} {title}"),
        "issuer": {"id": issuer, "type": ["Profile"], "name": institution},
        "validFrom": written(at),
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [identity("name", &subject.name), identity("sisSourcedId", &subject.number)],
            "narrative": format!("PV {}", validated.references.join(", ")),
            "achievement": {
                "id": format!("urn:x-plateau:{}:{}:{code}", sheet.code, sheet.version.replace(' ', "-")),
                "type": ["Achievement"],
                "achievementType": "Competency",
                "inLanguage": "fr",
                "name": format!("{code} {title}"),
                "description": behaviour,
                "criteria": {"narrative": criteria.join("\n")},
            },
        },
        "iss": issuer,
        "jti": id,
        "nbf": at.0.div_euclid(1_000),
    })
}

/// Signs a credential: a compact JWS with EdDSA, the public key in its header.
pub(super) fn sign(key: &Ed25519KeyPair, credential: &Json) -> String {
    let header = json!({"alg": "EdDSA", "jwk": jwk(key), "typ": "JWT"});
    let part = |json: &Json| URL_SAFE_NO_PAD.encode(json.to_string());
    let signed = format!("{}.{}", part(&header), part(credential));
    let signature = URL_SAFE_NO_PAD.encode(key.sign(signed.as_bytes()).as_ref());
    format!("{signed}.{signature}")
}

/// What a credential says, when its signature is that of the key in its header and the key is that of its issuer.
pub(super) fn verified(jwt: &str) -> Option<Json> {
    let (signed, signature) = jwt.rsplit_once('.')?;
    let (header, payload) = signed.split_once('.')?;
    let read = |part: &str| serde_json::from_slice::<Json>(&URL_SAFE_NO_PAD.decode(part).ok()?).ok();
    let (header, payload) = (read(header)?, read(payload)?);
    if header["alg"] != "EdDSA" {
        return None;
    }
    let x = URL_SAFE_NO_PAD.decode(header["jwk"]["x"].as_str()?).ok()?;
    let did = payload["issuer"]["id"].as_str()?.strip_prefix("did:jwk:")?;
    if read(did)? != header["jwk"] {
        return None;
    }
    let signature = URL_SAFE_NO_PAD.decode(signature).ok()?;
    UnparsedPublicKey::new(&ED25519, x).verify(signed.as_bytes(), &signature).ok()?;
    Some(payload)
}
