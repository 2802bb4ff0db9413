//! A sheet as a small HTML document that needs nothing else.

use crate::{
    consultation::{Sheet, SheetBlock},
    locale::Texts,
};

const STYLE: &str = "body{font:1em/1.5 sans-serif;max-width:45em;margin:2em auto;padding:0 1em}\
    dt{font-weight:bold}dd{margin:0 0 .4em}aside{border-left:.3em solid;padding-left:1em}";

/// The document; every text is escaped.
pub(super) fn text(sheet: &Sheet, texts: &Texts) -> String {
    let title = escaped(&sheet.heading());
    let lang = texts.lang().code();
    let mut body = String::new();
    let mut open = "";
    for fact in &sheet.facts {
        push_tag(&mut body, "", if open.is_empty() { "dl" } else { "" });
        open = "dl";
        body.push_str(&described(&fact.label, &fact.value));
    }
    for block in &sheet.blocks {
        let (list, html) = block_html(block, texts);
        if list != open {
            push_tag(&mut body, "/", open);
            push_tag(&mut body, "", list);
            open = list;
        }
        body.push_str(&html);
    }
    push_tag(&mut body, "/", open);
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n\
         <body>\n<h1>{title}</h1>\n<p><em>{}</em></p>\n{body}</body>\n</html>\n",
        escaped(&sheet.subtitle)
    )
}

/// The list that a block belongs to (none: empty) and its HTML.
fn block_html(block: &SheetBlock, texts: &Texts) -> (&'static str, String) {
    match block {
        SheetBlock::Lead(text) => ("", format!("<p><strong>{}</strong></p>\n", escaped(text))),
        SheetBlock::Paragraph(text) => ("", format!("<p>{}</p>\n", escaped(text))),
        SheetBlock::Heading(text) => ("", format!("<h2>{}</h2>\n", escaped(text))),
        SheetBlock::Bullet(text) => ("ul", format!("<li>{}</li>\n", escaped(text))),
        SheetBlock::Field { label, value } => ("dl", described(label, value)),
        SheetBlock::Internal(text) => {
            let label = texts.get("cli-internal");
            ("", format!("<aside><strong>{}:</strong> {}</aside>\n", escaped(&label), escaped(text)))
        }
    }
}

fn described(label: &str, value: &str) -> String {
    format!("<dt>{}</dt><dd>{}</dd>\n", escaped(label), escaped(value))
}

fn push_tag(html: &mut String, slash: &str, name: &str) {
    if !name.is_empty() {
        html.push_str(&format!("<{slash}{name}>\n"));
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;

    #[test]
    fn text_cannot_become_markup() {
        let hostile = "<script>alert('x')</script> & \"y\"".to_owned();
        let blocks = vec![
            SheetBlock::Lead(hostile.clone()),
            SheetBlock::Field { label: hostile.clone(), value: hostile.clone() },
            SheetBlock::Bullet(hostile.clone()),
            SheetBlock::Internal(hostile.clone()),
        ];
        let sheet = Sheet {
            title: hostile.clone(),
            short: Some(hostile.clone()),
            subtitle: hostile.clone(),
            blocks,
            ..Sheet::default()
        };
        let html = text(&sheet, &Texts::new(Lang::De));
        assert!(!html.contains("<script") && !html.contains("alert('"), "{html}");
        assert_eq!(html.matches("<dl>").count(), html.matches("</dl>").count());
        assert_eq!(html.matches("<ul>").count(), 1);
    }
}
