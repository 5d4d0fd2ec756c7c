//! The logo of the institution: a file that somebody sends is decoded and written anew, so that a picture is kept and
//! nothing else that came with it.

use std::io::Cursor;

use image::error::LimitErrorKind;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

/// The largest file that is taken, in bytes.
const LARGEST: usize = 300 * 1024;
/// The longest side of a picture that is taken, in pixels.
const LONGEST_SIDE: u32 = 4_000;
/// What such a picture takes unpacked at most, in bytes: four channels of 16 bits.
const UNPACKED: u64 = 4_000 * 4_000 * 8;
/// What is kept fits into so many pixels: on paper, 4 cm by 2 cm at 380 dots per inch.
const WIDTH: u32 = 600;
const HEIGHT: u32 = 300;

/// A picture as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Picture {
    /// The file, as PNG.
    pub png: Vec<u8>,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// Why a file is no logo.
#[derive(Debug, thiserror::Error)]
pub(super) enum LogoError {
    /// No file came.
    #[error("no file")]
    Missing,
    /// The file is larger than [`LARGEST`]; its bytes.
    #[error("{0} bytes")]
    Heavy(usize),
    /// Something else than a PNG or a JPEG.
    #[error("neither PNG nor JPEG")]
    Foreign,
    /// A side is longer than [`LONGEST_SIDE`].
    #[error("more pixels than are taken")]
    Wide,
    /// It cannot be decoded, for the reason that the decoder gives.
    #[error("damaged: {0}")]
    Damaged(ImageError),
}

impl LogoError {
    /// The text key of the sentence at the field.
    pub(super) fn key(&self) -> &'static str {
        match self {
            Self::Missing => "cohorts-logo-missing",
            Self::Heavy(_) => "cohorts-logo-heavy",
            Self::Foreign => "cohorts-logo-foreign",
            Self::Wide => "cohorts-logo-wide",
            Self::Damaged(_) => "cohorts-logo-damaged",
        }
    }
}

impl From<ImageError> for LogoError {
    fn from(error: ImageError) -> Self {
        match error {
            ImageError::Limits(limit) if limit.kind() == LimitErrorKind::DimensionError => Self::Wide,
            other => Self::Damaged(other),
        }
    }
}

/// Reads a file that somebody sent, and writes it anew as PNG, made smaller where it is larger than papers need.
///
/// # Errors
/// [`LogoError`].
pub(super) fn read(bytes: &[u8]) -> Result<Picture, LogoError> {
    if bytes.is_empty() {
        return Err(LogoError::Missing);
    }
    if bytes.len() > LARGEST {
        return Err(LogoError::Heavy(bytes.len()));
    }
    let image = fitted(decoded(bytes)?);
    let mut png = Vec::new();
    image.write_to(&mut Cursor::new(&mut png), ImageFormat::Png)?;
    Ok(Picture { width: image.width(), height: image.height(), png })
}

/// The picture, the right way up. How large it claims to be is looked at before room is made for it.
fn decoded(bytes: &[u8]) -> Result<DynamicImage, LogoError> {
    let format = image::guess_format(bytes).map_err(|_| LogoError::Foreign)?;
    if !matches!(format, ImageFormat::Png | ImageFormat::Jpeg) {
        return Err(LogoError::Foreign);
    }
    let mut limits = Limits::no_limits();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(UNPACKED);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder)?;
    image.apply_orientation(orientation);
    Ok(image)
}

/// The same picture within [`WIDTH`] and [`HEIGHT`], in its shape, with eight bits for a channel.
fn fitted(image: DynamicImage) -> DynamicImage {
    let is_larger = image.width() > WIDTH || image.height() > HEIGHT;
    let image = if is_larger { image.resize(WIDTH, HEIGHT, FilterType::Lanczos3) } else { image };
    if image.has_alpha() { image.into_rgba8().into() } else { image.into_rgb8().into() }
}

/// A picture of so many pixels as a file, for the tests.
#[cfg(test)]
pub(super) fn drawn(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let pixel = |x: u32, y: u32| image::Rgb([(x % 256) as u8, (y % 256) as u8, ((x + y) % 256) as u8]);
    let image = DynamicImage::from(image::RgbImage::from_fn(width, height, pixel));
    let mut bytes = Vec::new();
    image.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The size of the picture that is kept, when it is a PNG.
    fn kept(bytes: &[u8]) -> (u32, u32) {
        let picture = read(bytes).unwrap();
        assert_eq!(image::guess_format(&picture.png).unwrap(), ImageFormat::Png);
        let again = image::load_from_memory(&picture.png).unwrap();
        assert_eq!((again.width(), again.height()), (picture.width, picture.height));
        (picture.width, picture.height)
    }

    fn refused(bytes: &[u8]) -> &'static str {
        read(bytes).unwrap_err().key()
    }

    /// The check of a part of a PNG (ISO 3309, as PNG uses it).
    fn crc(bytes: &[u8]) -> u32 {
        let bit = |crc: u32, _: i32| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
        !bytes.iter().fold(!0_u32, |crc: u32, byte| (0..8).fold(crc ^ u32::from(*byte), bit))
    }

    #[test]
    fn a_picture_is_kept_as_png_and_made_smaller_in_its_shape() {
        assert_eq!(kept(&drawn(40, 20, ImageFormat::Png)), (40, 20));
        assert_eq!(kept(&drawn(40, 20, ImageFormat::Jpeg)), (40, 20));
        assert_eq!(kept(&drawn(1_200, 300, ImageFormat::Jpeg)), (600, 150));
        assert_eq!(kept(&drawn(30, 900, ImageFormat::Png)), (10, 300));
    }

    #[test]
    fn what_is_clear_stays_clear() {
        let clear = DynamicImage::new_rgba16(8, 8);
        let mut bytes = Vec::new();
        clear.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
        let again = image::load_from_memory(&read(&bytes).unwrap().png).unwrap();
        assert_eq!(again.color(), image::ColorType::Rgba8);
        assert_eq!(again.into_rgba8().get_pixel(3, 3).0[3], 0);
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        assert_eq!(refused(b""), "cohorts-logo-missing");
        assert_eq!(refused(&vec![0; LARGEST + 1]), "cohorts-logo-heavy");
        assert_eq!(refused("Bonjour, je suis un texte.".as_bytes()), "cohorts-logo-foreign");
        assert_eq!(refused(b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"), "cohorts-logo-foreign");
        let whole = drawn(200, 100, ImageFormat::Png);
        assert_eq!(refused(&whole[..whole.len() / 2]), "cohorts-logo-damaged");
        assert_eq!(refused(&whole[..20]), "cohorts-logo-damaged");
    }

    #[test]
    fn a_picture_that_claims_to_be_huge_is_refused_before_room_is_made_for_it() {
        assert_eq!(refused(&drawn(4_001, 1, ImageFormat::Png)), "cohorts-logo-wide");
        let side = 30_000_u32;
        // The head of a PNG: a length, IHDR, width, height, five bytes of kind, the check.
        let mut png = drawn(4, 4, ImageFormat::Png);
        png[16..20].copy_from_slice(&side.to_be_bytes());
        png[20..24].copy_from_slice(&side.to_be_bytes());
        let check = crc(&png[12..29]);
        png[29..33].copy_from_slice(&check.to_be_bytes());
        assert_eq!(refused(&png), "cohorts-logo-wide");
        // The head of a JPEG: the mark of a baseline frame, a length, eight bits, height, width.
        let mut jpeg = drawn(4, 4, ImageFormat::Jpeg);
        let frame = jpeg.windows(2).position(|mark| mark == [0xFF, 0xC0]).unwrap();
        let claimed = u16::try_from(side).unwrap().to_be_bytes();
        jpeg[frame + 5..frame + 7].copy_from_slice(&claimed);
        jpeg[frame + 7..frame + 9].copy_from_slice(&claimed);
        assert_eq!(refused(&jpeg), "cohorts-logo-wide");
    }
}
