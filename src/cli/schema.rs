//! `lotse schema`: JSON Schemas of all kinds of files, for editors that complete and check.

mod settings;

use super::{
    CliError, Context, Exit,
    args::{SETTINGS_SCHEMA, SchemaArgs},
    output, output_file, shown,
};
use crate::{
    base::escaped_json,
    catalogue::{
        Register,
        schema::{FileKind, KINDS, SCHEMAS},
    },
    locale::Texts,
};

/// Lists the kinds of files, prints the schema of one, or writes all of them into a folder.
pub(super) fn run(args: &SchemaArgs, context: &Context) -> Result<Exit, CliError> {
    let texts = &context.texts;
    if let Some(kind) = &args.kind {
        let schema = match FileKind::named(kind) {
            None => settings::schema(texts),
            Some(kind) => kind.schema(register(args, context)?.as_ref(), &settings::words(texts)),
        };
        output::print(&escaped_json(schema.to_json()), texts)?;
    } else if let Some(folder) = &args.output {
        let mut files = all(register(args, context)?.as_ref(), texts);
        files.push((format!("{SETTINGS_SCHEMA}.schema.json"), settings::schema(texts).to_json()));
        print_written(folder, &files, output_file::files(folder, &files, texts)?, texts)?;
    } else if args.write {
        let (source, _) = context.source()?;
        let Some(folder) = source.path() else {
            let error = CliError::new(Exit::Usage, texts.get("cli-demo-fixed").into_owned());
            return Err(error.hint(texts.get("cli-schema-demo-hint")));
        };
        let (place, files) = (folder.join(SCHEMAS), all(register(args, context)?.as_ref(), texts));
        print_written(&place, &files, output_file::files_in_catalogue(folder, &place, &files, texts)?, texts)?;
        output::note(&texts.get("cli-schema-name-them"));
        KINDS.iter().for_each(|kind| output::note(&format!("  {:<32}{}", kind.file, kind.schema_line())));
    } else {
        output::print(&list(texts), texts)?;
    }
    Ok(Exit::Done)
}

/// The schemas of all kinds of files of a catalogue: name and content of each file.
pub(super) fn all(register: Option<&Register>, texts: &Texts) -> Vec<(String, String)> {
    let file = |kind: &FileKind| (kind.schema_file(), kind.schema(register, &settings::words(texts)).to_json());
    KINDS.iter().map(file).collect()
}

fn print_written(
    folder: &std::path::Path,
    files: &[(String, String)],
    changed: usize,
    texts: &Texts,
) -> Result<(), CliError> {
    let args = [("folder", shown(folder).into()), ("count", files.len().into()), ("changed", changed.into())];
    output::print(&texts.with("cli-schema-written", &args), texts)
}

/// What the references of the catalogue in force may be; nothing when that is not wanted.
fn register(args: &SchemaArgs, context: &Context) -> Result<Option<Register>, CliError> {
    if args.no_ids {
        return Ok(None);
    }
    let (source, origin) = context.source()?;
    context.register(&source, origin).map(Some)
}

fn list(texts: &Texts) -> String {
    let kinds = KINDS.iter().map(|kind| (kind.name, texts.get(&format!("schema-of-{}", kind.name))));
    let all = kinds.chain([(SETTINGS_SCHEMA, texts.get("schema-of-settings"))]);
    all.map(|(name, title)| format!("{name:<15} {title}\n")).collect()
}
