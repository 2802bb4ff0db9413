//! The catalogue that ships with the program keeps its own rules.

use jiff::civil::date;
use lotse::catalogue::{Catalogue, Severity, Source};

#[test]
fn it_has_no_errors() {
    for source in [Source::folder("catalogue".as_ref()).unwrap(), Source::Embedded] {
        let catalogue = Catalogue::load(&source, date(2026, 11, 20)).unwrap();
        let errors: Vec<_> = catalogue
            .diagnostics
            .iter()
            .filter(|fault| fault.severity() == Severity::Error)
            .map(|fault| {
                format!("{} {} {:?} {}", fault.location, fault.code.as_str(), fault.details, fault.location.excerpt)
            })
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
        assert_eq!(catalogue.measures.len(), 99);
    }
}
