//! `lotse edit --editor`: whatever an editor does, the entry stays whole and nobody's words are lost.
#![cfg(unix)]

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::Path,
    process::{Command, Stdio},
};

use super::desk::{KeptCatalogue, says};
use crate::support::home::MEASURE;

/// Where the text of a refused edit was kept, as stderr says.
fn kept(err: &str) -> String {
    let path =
        err.lines().find_map(|line| line.strip_prefix("Ihr Text liegt noch hier: ")).unwrap_or_else(|| panic!("{err}"));
    fs::read_to_string(path).unwrap()
}

#[test]
fn what_is_edited_is_checked_and_saved_as_it_is() {
    let desk = KeptCatalogue::new();
    let editor =
        desk.editor("sed 's/Erstes/Zweites/; s/^status/# neu\\nstatus/' \"$1\" > \"$1.new\"; mv \"$1.new\" \"$1\"");
    let out = desk.edit(&editor);
    assert_eq!((out.code, out.err.as_str()), (0, ""));
    says(&out.out, &["m: gespeichert\n  Titel: Erstes Angebot → Zweites Angebot\n"]);
    assert_eq!(desk.text("m"), MEASURE.replace("Erstes", "Zweites").replace("status", "# neu\nstatus"));
    assert_eq!(desk.edit("true").out, "m: nichts zu ändern\n");
    assert_eq!(fs::read_dir(desk.home.folder("tmp")).unwrap().count(), 0, "no copy is left");
}

/// The way out for a file that no other command may change.
#[test]
fn a_broken_file_is_mended_in_the_editor() {
    let broken = MEASURE.replace("title = \"", "title = ");
    let desk = KeptCatalogue::with(&broken);
    assert_eq!(desk.run(&["set", "m", "title=x"]).code, 3);
    let out = desk.edit(&desk.editor("sed -i 's/title = /title = \"/' \"$1\""));
    assert_eq!((out.code, out.out.as_str(), out.err.as_str()), (0, "m: gespeichert\n", ""));
    assert_eq!(desk.text("m"), MEASURE);
    assert_eq!(desk.done(&["history", "m", "--show", "1"]), broken);
    // Somebody else's stays somebody else's, however broken.
    fs::write(desk.entry("m"), &broken).unwrap();
    desk.refused(2, &["edit", "m", "--editor", "--by", "team-zwei"]);
}

#[test]
fn an_editor_may_have_blanks_and_options_in_its_name() {
    let desk = KeptCatalogue::new();
    let script = "#!/bin/sh\nfor file; do :; done\nprintf '%s|' \"$@\" >> \"$(dirname \"$0\")/called\"\n\
                  printf '# %s\\n' \"$#\" >> \"$file\"\n";
    let program = desk.home.file("my editor/ed it", script);
    fs::set_permissions(&program, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    for editor in [
        program.clone(),
        format!("'{program}' --wait \"a b\""),
        format!("  env   '{program}'\t-x "),
        format!("{program} -x"),
        program.replace(' ', "\\ "),
        "~/my editor/ed it".to_owned(),
    ] {
        let out = desk.edit(&editor);
        assert_eq!((out.code, out.err.as_str()), (0, ""), "{editor}");
    }
    assert_eq!(desk.text("m"), format!("{MEASURE}# 1\n# 3\n# 2\n# 2\n# 1\n# 1\n"));
    let called = fs::read_to_string(desk.home.path("my editor/called")).unwrap();
    assert!(called.contains("--wait|a b|/"), "{called}");
}

#[test]
fn an_editor_that_fails_loses_nothing() {
    let desk = KeptCatalogue::new();
    for editor in ["/gibt/es/nicht", "false", "sh -c 'rm \"$0\"'"] {
        let out = desk.edit(editor);
        assert_eq!((out.code, out.out.as_str()), (3, ""), "{editor}");
        says(&out.err, &["Editor", "VISUAL und EDITOR"]);
    }
    assert_eq!(fs::read_dir(desk.home.folder("tmp")).unwrap().count(), 0);
    // It is killed after an hour of typing.
    let out = desk.edit(&desk.editor("echo '# eine Stunde' >> \"$1\"; kill -9 $$"));
    assert_eq!((out.code, out.out.as_str()), (3, ""));
    assert_eq!(kept(&out.err), format!("{MEASURE}# eine Stunde\n"));
    assert_eq!(desk.text("m"), MEASURE);
}

#[test]
fn what_an_editor_spoils_is_not_saved_but_kept() {
    let desk = KeptCatalogue::new();
    for (script, code, word) in [
        (": > \"$1\"", 1, "Die Datei ist leer"),
        ("echo 'title = ' >> \"$1\"", 1, "syntax"),
        ("sed -i 's/\"mat\"/\"mta\"/' \"$1\"", 1, "unknown-id"),
        ("printf '# Tr\\344ger\\n' >> \"$1\"", 3, "kein UTF-8"),
    ] {
        let out = desk.edit(&desk.editor(script));
        assert_eq!((out.code, out.out.as_str()), (code, ""), "{script}");
        says(&out.err, &[word, "Zurück in den Editor?"]);
        let path = out.err.lines().find_map(|line| line.rsplit_once("liegt noch hier: ")).unwrap().1;
        assert_ne!(fs::read(path).unwrap(), MEASURE.as_bytes());
        assert_eq!(desk.text("m"), MEASURE);
    }
}

/// An entry holds internal notes, and the folder for temporary files is everybody's.
#[test]
fn nobody_else_can_read_what_lies_there_for_the_editor() {
    let desk = KeptCatalogue::new();
    // What the editor writes anew gets the mode that the umask leaves: there the folder has to do.
    let editor = desk.editor(
        "ls -ld \"$(dirname \"$1\")\" \"$1\" | cut -c 1-10 > \"$SEEN\"\n\
         echo 'title = ' > \"$1.new\"; mv -f \"$1.new\" \"$1\"",
    );
    for umask in ["000", "022", "077", "277"] {
        let lotse = desk.command(&["edit", "m", "--editor"]);
        let mut command = Command::new("sh");
        command.args(["-c", "umask $0; exec \"$@\"", umask]).arg(lotse.get_program()).args(lotse.get_args());
        command.env_clear().envs(lotse.get_envs().filter_map(|(name, value)| Some((name, value?))));
        let seen = desk.home.file("seen", "");
        command.env("TMPDIR", desk.home.folder("tmp")).env("EDITOR", &editor).env("SEEN", &seen);
        let err = String::from_utf8(command.stdin(Stdio::null()).output().unwrap().stderr).unwrap();
        assert_eq!(fs::read_to_string(&seen).unwrap(), "drwx------\n-rw-------\n", "umask {umask}");
        // So does the text that is kept because it was not right.
        let kept =
            err.lines().find_map(|line| line.rsplit_once("liegt noch hier: ")).unwrap_or_else(|| panic!("{err}")).1;
        assert_eq!(fs::read_to_string(kept).unwrap(), "title = \n");
        let folder = fs::metadata(Path::new(kept).parent().unwrap()).unwrap();
        assert_eq!(folder.permissions().mode() & 0o7777, 0o700, "umask {umask}");
    }
}

/// What cannot be written to the disk once more must not get lost.
#[test]
fn what_was_written_is_kept_though_nothing_more_can_be_written() {
    let desk = KeptCatalogue::new();
    let editor = desk.editor("ulimit -f unlimited; printf '%02000d\\n' 0 >> \"$1\"");
    let lotse = desk.command(&["edit", "m", "--editor"]);
    let mut command = Command::new("sh");
    // The editor writes more than Lotse may.
    command.args(["-c", "ulimit -S -f 2; exec \"$@\"", "sh"]).arg(lotse.get_program()).args(lotse.get_args());
    command.env_clear().envs(lotse.get_envs().filter_map(|(name, value)| Some((name, value?))));
    command.env("TMPDIR", desk.home.folder("tmp")).env("EDITOR", &editor);
    let err = String::from_utf8(command.stdin(Stdio::null()).output().unwrap().stderr).unwrap();
    let path = err.lines().find_map(|line| line.rsplit_once("liegt noch hier: ")).unwrap_or_else(|| panic!("{err}")).1;
    assert_eq!(fs::read_to_string(path).unwrap(), format!("{MEASURE}{}\n", "0".repeat(2_000)));
}

/// A colleague saves while the editor is open.
#[test]
fn two_at_one_entry_lose_nothing() {
    let desk = KeptCatalogue::new();
    let entry = desk.entry("m").display().to_string();
    let meanwhile = |theirs: &str, mine: &str| {
        fs::write(desk.entry("m"), MEASURE).unwrap();
        desk.edit(&desk.editor(&format!("sed -i '{theirs}' '{entry}'; sed -i '{mine}' \"$1\"")))
    };
    // Different fields, and comments on one side only, whichever it is.
    for (theirs, mine) in [
        ("s/running/paused/", "s/Erstes/Zweites/"),
        ("s/running/paused/", "s/Erstes/Zweites/; 1i # von mir"),
        ("s/running/paused/; 1i # von ihr", "s/Erstes/Zweites/"),
        ("s/running/paused/", "1i # von mir"),
    ] {
        let out = meanwhile(theirs, mine);
        assert_eq!(out.code, 0, "{theirs} {mine}: {}", out.err);
        says(&out.err, &["Jemand anderes hat inzwischen auch geändert, und das bleibt: Status"]);
        let mut wanted = MEASURE.replace("running", "paused");
        if mine.contains("Zweites") {
            wanted = wanted.replace("Erstes", "Zweites");
        }
        let comment = [theirs, mine].iter().find_map(|side| Some(side.split_once("1i ")?.1));
        assert_eq!(desk.text("m"), comment.map(|line| format!("{line}\n")).unwrap_or_default() + &wanted);
    }
    // The same list: both additions hold, whoever has written a comment as well.
    let add = |name: &str, comment: &str| format!("s/^category/{comment}aliases = [\"{name}\"]\\ncategory/");
    for (theirs, mine) in [("", ""), ("", "# x\\n"), ("# x\\n", "")] {
        let out = meanwhile(&add("Ihrs", theirs), &add("Meins", mine));
        assert_eq!(out.code, 0, "{theirs:?} {mine:?}: {}", out.err);
        let text = desk.text("m");
        assert!(text.contains("aliases = [\"Ihrs\", \"Meins\"]\n"), "{theirs:?} {mine:?}: {text}");
        assert_eq!(text.contains("# x"), !(theirs.is_empty() && mine.is_empty()), "{text}");
    }
    // The same field: both values are told, and one's own text is kept.
    let out = meanwhile("s/Erstes/Ihr/", "s/Erstes/Mein/");
    assert_eq!((out.code, out.out.as_str()), (1, ""));
    says(&out.err, &["Jemand anderes hat inzwischen dasselbe geändert: Titel", "Nichts ist gespeichert"]);
    says(&out.err, &["Titel: vorher Erstes Angebot, jetzt Ihr Angebot, Ihr Wert Mein Angebot\n"]);
    assert_eq!(desk.text("m"), MEASURE.replace("Erstes", "Ihr"));
    // Comments on both sides cannot be told apart.
    let out = meanwhile("1i # von ihr", "1i # von mir");
    assert_eq!(out.code, 1);
    says(&out.err, &["dasselbe geändert: Kommentare und Schreibweise", "Ihr Text liegt noch hier"]);
    assert_eq!(desk.text("m"), format!("# von ihr\n{MEASURE}"));
    // The entry is gone meanwhile.
    let out = desk.edit(&desk.editor(&format!("rm '{entry}'; echo '# x' >> \"$1\"")));
    assert_eq!(out.code, 1);
    says(&out.err, &["gibt es nicht mehr", "Ihr Text liegt noch hier"]);
}
