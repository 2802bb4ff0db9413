//! What can be an address: web, e-mail, telephone.

/// True for addresses that Lotse would open: https, http, mailto, tel, and whole.
pub fn is_web_link(link: &str) -> bool {
    if link.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')) {
        return false;
    }
    let Some((scheme, rest)) = link.split_once(':') else { return false };
    match scheme {
        "https" | "http" => rest.strip_prefix("//").is_some_and(has_host),
        "mailto" => is_email(rest.split('?').next().unwrap_or_default()),
        "tel" => is_phone(rest),
        _ => false,
    }
}

/// A name such as `example.org` or, within the office, `intranet`; perhaps with a port.
fn has_host(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = host.rsplit_once(':').unwrap_or((host, "0"));
    let label = |label: &str| {
        !label.is_empty() && !label.starts_with('-') && label.chars().all(|c| c.is_alphanumeric() || "-_".contains(c))
    };
    port.parse::<u16>().is_ok() && host.strip_suffix('.').unwrap_or(host).split('.').all(label)
}

/// `name@example.org`: one address, whatever else the standards allow.
pub(in crate::catalogue) fn is_email(email: &str) -> bool {
    let Some((name, domain)) = email.split_once('@') else { return false };
    let sound = |c: char| c.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c);
    let name_fits = !name.is_empty() && name.chars().all(sound) && name.split('.').all(|part| !part.is_empty());
    let label = |label: &str| {
        let inner = |c: char| c.is_alphanumeric() || c == '-';
        !label.is_empty() && !label.starts_with('-') && !label.ends_with('-') && label.chars().all(inner)
    };
    let ending =
        domain.rsplit_once('.').is_some_and(|(_, last)| last.chars().filter(|c| c.is_alphabetic()).count() > 1);
    name_fits && ending && domain.split('.').all(label)
}

/// Something with enough digits to be dialled (`115` has three), with words beside it if need be; no letter that was
/// typed for a digit, such as `O6421`.
pub(in crate::catalogue) fn is_phone(phone: &str) -> bool {
    let digits = phone.bytes().filter(u8::is_ascii_digit).count();
    let glued = phone.as_bytes().windows(2).any(|pair| match pair {
        [b'O' | b'o' | b'l' | b'I', digit] | [digit, b'O' | b'o' | b'l' | b'I'] => digit.is_ascii_digit(),
        _ => false,
    });
    digits >= 3 && !glued && !phone.contains('@')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_web_addresses_are_links() {
        for good in [
            "https://example.org/flyer.pdf",
            "http://intranet/a?b=c#d",
            "https://example.org:8443/",
            "https://bücher.example",
            "mailto:info@example.org?subject=Hallo",
            "tel:+490000",
        ] {
            assert!(is_web_link(good), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "https://",
            "https:///flyer.pdf",
            "https://example..org",
            "https://example.org:port/",
            "https://example.org/ein flyer.pdf",
            "https://info@example.org",
            "mailto:info",
            "tel:",
            "www.example.org",
            "https:/example.org",
        ] {
            assert!(!is_web_link(bad), "{bad}");
        }
    }

    #[test]
    fn an_e_mail_address_is_one_and_whole() {
        for good in ["info@example.org", "frau.stark+kurs@sub.example.org", "büro@müller.example"] {
            assert!(is_email(good), "{good}");
        }
        for bad in [
            "info",
            "info@",
            "@example.org",
            "info@example",
            "a@b@example.org",
            "info @example.org",
            "a@example.org, b@example.org",
            "info@example..org",
            ".a@example.org",
            "info(at)example.org",
        ] {
            assert!(!is_email(bad), "{bad}");
        }
    }

    #[test]
    fn a_phone_number_can_be_dialled() {
        for good in ["0000 000-101", "+49 (0) 6421 / 1234", "115", "06421 1234 oder 1235", "0800 1234567 (kostenlos)"] {
            assert!(is_phone(good), "{good}");
        }
        for bad in ["k. A.", "siehe Internet", "O6421 1234", "0642l 55", "info@example.org", "12"] {
            assert!(!is_phone(bad), "{bad}");
        }
    }
}
